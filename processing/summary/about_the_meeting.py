"""Whether what is asked for or promised only steers the meeting itself ("다음 장으로 들어가겠습니다", "보고부터 해 주시죠").

The verbs are data: `assets/summary/meeting_talk.txt` by whatever they take, `meeting_talk_bare.txt` where nothing of the world
stands with them, `meeting_parts.txt` what a meeting is made of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from processing.analysis import Morpheme
from processing.summary.intents import is_called
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_TIME = re.compile(r"요일$|오늘|내일|모레|오전|오후|아침|저녁|지금|이번|다음|^[주달]$|분기|연초|월초|[전후]$")
# verbs that steer a meeting with its own parts (다음 장으로 들어가겠습니다), and are done in the world with anything else
_OPENS_OR_ENDS = re.compile(
    r"^(?:(?:네|자|예|음|어|아|그럼|그러면)[,.]? )*(?:오늘은|오늘 회의[는도]?|이번 회의[는도]?|이상으로|지금부터|이것으로|이걸로|여기까지) "
    r"|^(?:(?:네|자|예|음|어|아|그럼|그러면)[,.]? )*오늘 .*(?:가지|안건)만? "  # 오늘 이거하고 저거 두 가지만 할게요
)
_ALSO_DONE_ELSEWHERE = frozenset("들어가 나가 가 물어보 여쭤보 여쭙 묻 줄이 끝내 마치 켜 끄".split())
# 궁금하신 것부터 편하게 여쭤봐 주세요: to speak now
_INVITES = re.compile(r"(?:편하게|편히|자유롭게|먼저) (?:여쭤|물어|말씀|질문|얘기|이야기)[가-힣]* ?(?:해 )?(?:주|부탁)")
_WHETHER = re.compile(r" (?:는지|ᆫ지|은지|ᆯ지|을지)/E[CF] (?!부터/)")


def is_about_the_meeting(utterance: Utterance, end: int) -> bool:
    """Whether the last verb among the first `end` morphemes steers the meeting itself (assets/summary/meeting_talk.txt).

    So does "보고부터 해 주시죠", what is to come first.
    """
    marks = [m for m in utterance.marks[:end] if m.tag not in ("VX", "EC", "EP", "MAG")]
    verbs = [m for m in marks if m.tag in ("VV", "XSV")]
    if not verbs:
        return not any(m.is_noun for m in marks)
    last, before = verbs[-1], marks[: marks.index(verbs[-1])]
    if _opens_or_ends(utterance, last, before) or _INVITES.search(utterance.text):
        return True
    things = {m.form for m in before if m.is_noun} - word_list("general_nouns") - word_list("meeting_talk")
    if _is_done_in_the_world(utterance, last.form, things):
        return False
    if last.tag == "VV" and last.form not in ("하", "드리", "주"):
        is_bare = last.form in word_list("meeting_talk_bare") and not things
        return last.form.removesuffix("드리") in word_list("meeting_talk") or is_bare
    return _comes_first(before[-3:]) or _is_talk(before, things)


def _opens_or_ends(utterance: Utterance, last: Morpheme, before: Sequence[Morpheme]) -> bool:
    """오늘은 여기까지 하겠습니다."""
    talk = {last.form, *(m.form for m in before[-2:])} & word_list("meeting_talk")
    return _OPENS_OR_ENDS.match(utterance.text) is not None and bool(talk)


def _is_done_in_the_world(utterance: Utterance, verb: str, things: set[str]) -> bool:
    """Whether a verb that steers a meeting is one of work here, by what it is done to."""
    is_of_world = bool(things - word_list("meeting_parts"))
    if verb in _ALSO_DONE_ELSEWHERE and is_of_world:
        return True
    if verb in ("보", "살펴보", "돌아보") and " 주/V" in utterance.tagged and utterance.has(_WHETHER):
        return True  # 빠진 데 있는지 한번 봐 주시고요: to be checked
    return (
        verb == "보" and " 주/VX" in utterance.tagged and is_called(utterance) and is_of_world
    )  # 태민아 소화기 좀 봐 줄래


def _is_talk(before: Sequence[Morpheme], things: set[str]) -> bool:
    """설명하-, 발표를 하-, 회의하-: the noun of action is talk; or it is done to nothing that is named."""
    action = next((m.form for m in reversed(before) if m.is_noun), "")
    if action.endswith("회의") or action in word_list("meeting_talk"):
        return True
    return not things - ({action} & word_list("meeting_talk_bare"))


def _comes_first(marks: Sequence[Morpheme]) -> bool:
    """결과부터 보고하-: what is to come first in this meeting; but 월요일부터 is a time."""
    return any(m.form == "부터" and noun.is_noun and not _TIME.search(noun.form) for noun, m in pairwise(marks))
