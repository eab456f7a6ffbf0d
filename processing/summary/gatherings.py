"""The next meeting as a talk names it ("다음 회의는", "차기 세미나 일정은"), by what people call it when they meet.

The names are data: `assets/summary/gatherings.txt`, and `own_gatherings.txt` for names that are as often another thing's
(점검, 교육) and hold only where the talk calls itself so.
"""

from __future__ import annotations

import re
from functools import cache

from processing.summary.commitments import FIRST_PERSON
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_NEXT = r"(?:다음(?: ?번| ?차| ?주간| ?정기)?|차기) ?(?:주간 |정기 )?"
_SUBJECT_ENDS = r"(?: ?(?:일정|날짜|시간|일시))?(?:(?:은요?|는요?|을|를|이|가|,) |:? (?=다음|이번|다다음|[월화수목금토일]요일|내일|모레|\d))"
_TOPIC_ENDS = r"(?:는|은|를|을) "
# 다음 회의를 20일로 잡겠습니다, 진행하겠습니다: it is held or given a day, nothing is made for it
_HOLDS = frozenset("하 열 잡 옮기 바꾸 맞추 미루 당기 진행 변경 조율".split())


@cache
def next_one(own: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """The next meeting as what a sentence speaks of; `own` are further names by which the talk calls itself."""
    return re.compile(f"{_NEXT}(?:{_names(own)}){_SUBJECT_ENDS}")


def is_about_next(words: str) -> bool:
    """Whether a sentence names the next meeting as what it speaks of."""
    return next_one().search(words) is not None


def own_names(opening: str) -> frozenset[str]:
    """What the talk calls itself in its `opening` besides a meeting.

    >>> sorted(own_names("자 오늘 점검 시작하겠습니다.")), sorted(own_names("점검은 어제 끝났습니다."))
    (['점검'], [])
    """
    says = r"(?<!다음 )(?<!차기 )(?<!지난 )(?:오늘|이번|금일|정기|주간|월간) (?:[가-힣]+ )?"
    return frozenset(name for name in word_list("own_gatherings") if re.search(says + name, opening))


def sets_the_next(utterance: Utterance) -> bool:
    """다음 회의는 20일에 하겠습니다: no task and no news, the form tells it; but 다음 회의는 제가 장소를 예약하겠습니다 is a task."""
    return _as_topic().search(utterance.text) is not None and not _is_prepared(utterance)


def _is_prepared(utterance: Utterance) -> bool:
    """Whether something is made ready for it: an object of its own, or work that the speaker takes on (제가 준비할게요)."""
    names = word_list("gatherings") | word_list("general_nouns")
    objects = (e for e in utterance.eojeols if "JKO" in e.tags)
    if any(e.content - names for e in objects):
        return True
    work = {m.form for m in utterance.marks if m.is_content} & word_list("deliverables")
    return utterance.has(FIRST_PERSON) and bool(work - _HOLDS)


@cache
def _as_topic() -> re.Pattern[str]:
    return re.compile(f"(?:다음|차기) ?(?:번 |주 |정기 |주간 )?(?:{_names(frozenset())}){_TOPIC_ENDS}")


def _names(own: frozenset[str]) -> str:
    return "|".join(sorted(word_list("gatherings") | own, key=lambda name: (-len(name), name)))
