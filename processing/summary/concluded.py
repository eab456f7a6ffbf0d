"""What is settled without a word of settling: a proposal that is taken ("…하면 어떨까요?" — "그렇게 갑시다"), a choice among
things just named ("매병으로 갑시다"), and what the chair draws as the end ("그럼 단기를 한 명 쓰자", "순번으로 돌리죠").

Source of the endings: 표준국어대사전 (-ㅂ시다, -자: 청유; -지: 동의를 구하거나 제안), 국립국어원 『외국인을 위한 한국어 문법 2』.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from processing.summary import intents
from processing.summary.about_the_meeting import is_about_the_meeting
from processing.summary.addressees import called_in
from processing.summary.agreed import ASKS_WHAT, may_propose, proposed, taken_by
from processing.summary.commitments import is_promise
from processing.summary.to_machine import is_told_to_machine
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_DRAWS = re.compile(
    r"^(?:(?:네|예|음|아|어|자|오케이)[,.]? )*(?:그럼|그러면|그래|그래요|좋아요|좋습니다"
    r"|앞으로는?|이제부터는?|올해는|내년부터는?|이번에는|이번엔|다음 \S+부터는?|무조건)[,.]? "
)
_TOGETHER = re.compile(r" (?P<verb>\S+)/(?:VV|XSV) (?:시/EP )?(?P<end>ᆸ시다|읍시다|자)/EF $")
_ARRANGED = re.compile(
    r" (?:은|는)/JX (?:\S+ )*?\S+/(?:NN.|NR|SN|SL|XSN) (?:으로|로)/JKB (?P<verb>(?:돌리|나누|바꾸|맞추)/VV"
    r"|(?:진행|처리|운영|통일|대체|통합)/NNG 하/XSV) (?:시/EP )?(?P<end>죠|지|ᆸ시다|읍시다|자)/EF (?:요/JX )?$"
)
_CHOSEN = re.compile(r" (?P<noun>\S+)/(?:NNG|NNP|SL|XSN) (?:으로|로)/JKB 가/VV (?:시/EP )?(?P<end>ᆸ시다|죠|자)/E[CF] $")
_BACK = re.compile(r"^(?:(?:네|예|그럼|그러면)[,.]? )*(?:그렇게|이렇게|그걸로|그거로)(?![가-힣])")
_HABIT = re.compile(r" (?:늘|항상|매번|보통|원래|평소|자주|가끔|작년|예전)/")
_I_DO = re.compile(r" (?:저|나|제|내|저희)/NP (?:가|이|는)/J")
_NAMED_WITHIN = 8  # sentences in which a choice was named


@dataclass(frozen=True)
class Concluded:
    """What is settled by the sentence `at`: its words are its marks from `begin` to `end`; `by` settles it, if another sentence does."""

    end: int
    begin: int = 0
    by: Utterance | None = None
    is_choice: bool = False


def concluded(said: Sequence[Utterance], at: int) -> Concluded | None:
    """What the sentence settles in one of these ways; None where it settles nothing so."""
    utterance = said[at]
    if not may_propose(utterance):
        return None
    if intents.is_past(utterance) or utterance.has(_I_DO) or utterance.has(ASKS_WHAT):
        return None
    if called_in(utterance, _last_clause(utterance)) is not None or is_told_to_machine(utterance):
        return None
    return _taken(said, at) or _arranged(utterance) or _drawn(utterance) or _chosen(said, at)


def _last_clause(utterance: Utterance) -> int:
    """Behind 지현 님이 맡아 주시고: whom that names has nothing to do with what follows."""
    return max((k + 1 for k, m in enumerate(utterance.marks) if m.tag == "EC" and m.form == "고"), default=0)


def _taken(said: Sequence[Utterance], at: int) -> Concluded | None:
    found = proposed(said[at])
    if found is None or _BACK.match(said[at].text):  # 그렇게 해 보시죠: it takes up what was said before
        return None
    if at and said[at - 1].turn == said[at].turn and said[at - 1].has(_I_DO) and is_promise(said[at - 1]):
        return None  # 제가 하겠습니다. 기록 뽑아서 같이 보내죠: how I do it
    match, force = found
    end = said[at].marks_before(match.start("stem")) + 1
    by = taken_by(said, at, force)
    if by is None or is_about_the_meeting(said[at], end):
        return None
    return Concluded(end, by=by)


def _arranged(utterance: Utterance) -> Concluded | None:
    match = _ARRANGED.search(utterance.tagged)
    if match is None or utterance.is_asked or utterance.has(_HABIT) or intents.is_supposed(utterance):
        return None
    begin = _last_clause(utterance)
    asks = begin and called_in(utterance, 0, begin) is not None
    return Concluded(utterance.marks_before(match.end("verb") - 1) + 1, begin if asks else 0)


def _drawn(utterance: Utterance) -> Concluded | None:
    match = _TOGETHER.search(utterance.tagged)
    if match is None or utterance.is_asked or not _DRAWS.match(utterance.text) or intents.is_supposed(utterance):
        return None
    end = utterance.marks_before(match.start("verb")) + 1
    doing = [m for m in utterance.marks[:end] if m.tag in ("VV", "NNG", "XR")][-1:]
    verb = match["verb"] if match["verb"] != "하" else doing[0].form if doing else ""
    is_done = (
        verb in word_list("done_here") or verb in word_list("meeting_talk") or is_about_the_meeting(utterance, end)
    )
    has_object = re.search(r"/(?:NN[GP]|SL|XSN) (?:을|를|은|는|도|만)/J", utterance.tagged[: match.start()]) is not None
    return Concluded(end) if has_object and not is_done else None


def _chosen(said: Sequence[Utterance], at: int) -> Concluded | None:
    match = _CHOSEN.search(said[at].tagged)
    if match is None or said[at].is_asked or match["noun"] in word_list("general_nouns"):
        return None
    before = said[max(at - _NAMED_WITHIN, 0) : at]
    is_named = any(match["noun"] in u.nouns for u in before)
    is_named = is_named or (match["noun"] == "짜리" and _DRAWS.match(said[at].text) is not None)
    return Concluded(said[at].marks_before(match.end("noun")) + 1, is_choice=True) if is_named else None
