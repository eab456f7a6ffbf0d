"""Whether a promise names the work it is about; without that "하겠습니다" may be courtesy, or of the meeting itself."""

from __future__ import annotations

import re

from processing.summary.dates import dues
from processing.summary.eojeol import Eojeol
from processing.summary.task_style import is_object
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_SO = re.compile(r"^(?:(?:네|예|음|아|어|자)[,.]? )*(?:그럼|그러면|그러면은|그렇다면)[,.]? ")
_TRIES = re.compile(r" 어/EC 보/VX (?:겠/EP \S+|ᆯ게요?)/EF ")
_TIMES = re.compile(r"(?:번|때|중|전|후|뒤|다음|오전|오후|아침|저녁|밤|시간|날|주|달|김|요일)에$")


def names_work(utterance: Utterance) -> bool:
    """Whether it names what is worked on, or where it goes, and no other doer ("알람 기준만 조정하겠습니다", "슬랙에 올릴게요")."""
    kept = [utterance.eojeols[i] for i in utterance.kept]
    if any(_is_subject(eojeol, after) for eojeol, after in zip(kept, [*kept[1:], None], strict=True)):
        return False
    general = word_list("general_nouns")
    named = [eojeol for eojeol in kept if eojeol.content - general]  # 올해는 names a time, nothing to work on
    is_marked = any(is_object(eojeol, ("은", "는", "만", "도")) or _is_goal(eojeol) for eojeol in named)
    before = kept[-2:-1]  # 초청장 발송하겠습니다
    own = word_list("meeting_parts") | word_list("meeting_talk")
    return is_marked or any(
        e in named and set(e.tags) <= {"NNG", "NNP", "SL", "XSN"} and e.content - own for e in before
    )


def concludes(utterance: Utterance) -> bool:
    """그러면 32B 모델로 한번 해 보겠습니다: what follows from the talk, and names what with or on."""
    named = any(
        eojeol.content - word_list("general_nouns") for eojeol in utterance.eojeols if eojeol.tags[-1:] == ("JKB",)
    )
    return named and _SO.match(utterance.text) is not None and utterance.has(_TRIES)


def _is_subject(eojeol: Eojeol, following: Eojeol | None) -> bool:
    """영민이가 …; but 문제가 in 문제가 없도록 does nothing."""
    is_of_goal = following is not None and [m.form for m in following.morphemes][:2] == ["없", "도록"]
    return eojeol.last is not None and eojeol.last.tag == "JKS" and not is_of_goal


def _is_goal(eojeol: Eojeol) -> bool:
    """슬랙에, 반장한테, 전산팀에: where something goes; 오전에 is a time."""
    last, tags = eojeol.last, eojeol.tags
    if last is None or last.tag != "JKB" or last.form not in ("에", "에게", "한테", "께", "에다", "에다가"):
        return False
    return (
        len(tags) > 1
        and tags[-2] in ("NNP", "NNG", "SL", "XSN")
        and not dues(eojeol.text, None)
        and not _TIMES.search(eojeol.bare)
    )
