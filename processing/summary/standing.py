"""Which decisions stand at the end: what was changed later gives way, and what is summed up ("정리할게요 …") is put first.

A later decision on the same topic with another value of the same kind (a day, an amount of the same unit) takes the place
of the earlier. An hour or day moved right after the next meeting was set is the next meeting's, no decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.next_meeting import is_moved
from processing.summary.gatherings import is_about_next
from processing.summary.matters import Settled
from processing.summary.recap import Clause
from processing.summary.spoken_numbers import with_figures
from processing.summary.utterance import Utterance
from processing.summary.written_style import Written

_TOPIC = re.compile(r"(?<![가-힣])(?P<topic>[가-힣A-Za-z0-9]+)(?:은|는) ")
_NO_TOPIC = frozenset(
    "오늘 이번에 다음에 지금 내일 이제 앞으로 하 있 없 되 가 오 보 쓰 주 그러면 이것 그것 우리 저희".split()
)
_COUNT = r"(?<![가-힣\d])(?:[\d,.]+|[영일이삼사오육칠팔구십백천만억]+)(?: ?[영일이삼사오육칠팔구십백천만억]+)*"
_ENDS = r"(?=으?로|에|까지|[은는이가을를]|$|[ ,.])"
_DAY = re.compile(rf"요일|{_COUNT} ?(?:일|월){_ENDS}|(?:첫|둘|셋|넷)째 주|(?:다음|이번) (?:주|달)")
_AMOUNT = re.compile(
    rf"{_COUNT} ?(?P<unit>개|원|명|그램|킬로|시간|시|분|건|대|장|부|권|팀|퍼센트|프로|%|회|번|곳){_ENDS}"
)
_TWO = re.compile(r"^(?P<first>.+?로) 하고 (?P<second>.+)$")  # 온라인은 18일로 하고 마트는 …
_AROUND_NEXT = 6  # sentences


def standing(settled: Sequence[Settled], said: Sequence[Utterance], summed_up: Sequence[Clause] = ()) -> list[Settled]:
    """The decisions that stand, in order; each clause of the recap is one, with what it repeats as further evidence."""
    kept = [one for one in settled if not _sets_the_next(one, said)]
    recapped = frozenset(clause.said.index for clause in summed_up)
    kept = [one for one in kept if one.said[0].index not in recapped]
    later = _Later(kept)
    kept = [one for at, one in enumerate(kept) if not _is_moved_at_once(one, kept[at + 1 : at + 2])]
    kept = [left for at, one in enumerate(kept) if (left := _left_of(one, at, later)) is not None]
    for clause in summed_up:
        if not clause.is_open:
            kept = _with_clause(kept, clause)
    return sorted(kept, key=lambda one: one.said[0].index)


def with_recap(points: Sequence[Settled], summed_up: Sequence[Clause]) -> list[Settled]:
    """The open points with what the recap says is not decided yet, which takes the place of others on its topic."""
    for clause in summed_up:
        if clause.is_open:
            one = Settled(_written(clause), (clause.said,))
            points = [*(p for p in points if clause.said not in p.said and not _says_as_much(p, clause)), one]
    return sorted(points, key=lambda point: point.said[0].index)


def _says_as_much(point: Settled, clause: Clause) -> bool:
    """포장은 결정하지 않기로 함, where the recap says 포장은 다음 주 화요일에 결정."""
    return clause.topic in topics(point.written.text) and "결정" in point.written.text and "결정" in clause.value


def topics(text: str) -> frozenset[str]:
    """The nouns of which a line says something.

    >>> sorted(topics("온라인은 십팔일로 하고 마트는 이십일일 그대로 가기로 함"))
    ['마트', '온라인']
    """
    return frozenset(match["topic"] for match in _TOPIC.finditer(text)) - _NO_TOPIC


def kinds(text: str) -> frozenset[str]:
    """The kinds of value that a line gives: "day", and the units of its amounts.

    >>> sorted(kinds("첫 물량은 오천 개로 함")), sorted(kinds("마트는 일월 둘째 주로 미룸"))
    (['개'], ['day'])
    """
    text = with_figures(text).text
    amounts = {match["unit"] for match in _AMOUNT.finditer(text)}
    return frozenset(amounts | ({"day"} if _DAY.search(text) else set()))


def _sets_the_next(one: Settled, said: Sequence[Utterance]) -> bool:
    last = one.said[-1]
    before = said[max(last.index - _AROUND_NEXT, 0) : last.index]
    return any(is_moved(u.text) for u in one.said) and any(is_about_next(u.text) for u in before)


class _Later:
    """The decisions by what they speak of: one of ten hours is compared only with those on its own topic."""

    def __init__(self, settled: Sequence[Settled]) -> None:
        self._on_topic: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for at, one in enumerate(settled):
            text = one.written.text
            for topic in topics(text):
                self._on_topic.setdefault(topic, []).append((at, text, kinds(text)))

    def changes(self, part: str, at: int) -> bool:
        """Whether a decision behind the one at `at` gives the topic of `part` another value of the same kind."""
        near = [other for topic in topics(part) for other in self._on_topic.get(topic, ()) if other[0] > at]
        given = kinds(part) if near else frozenset()
        return any(text != part and given & values for _, text, values in near)


def _is_moved_at_once(one: Settled, following: Sequence[Settled]) -> bool:
    """25일로 미룹시다 — 25일은 점검이랑 겹치는데요 — 시험 생산은 26일로 하겠습니다: a day of nothing named gives way to the next."""
    if topics(one.written.text) or kinds(one.written.text) != {"day"}:
        return False
    near = [s for s in following if 0 < s.said[0].index - one.said[-1].index <= _AROUND_NEXT]
    return any("day" in kinds(later.written.text) and topics(later.written.text) for later in near)


def _left_of(one: Settled, at: int, later: _Later) -> Settled | None:
    """What of the decision at `at` no later one changes: all, the first half of two, or nothing."""
    parts = _parts(one.written.text)
    left = [part for part in parts if not later.changes(part, at)]
    return one if len(left) == len(parts) else _cut(one, left)


def _parts(text: str) -> list[str]:
    match = _TWO.match(text)
    return [f"{match['first']} 함", match["second"]] if match and topics(match["second"]) else [text]


def _cut(one: Settled, left: Sequence[str]) -> Settled | None:
    if not left:
        return None
    words = frozenset(word for word in one.written.words if word in left[0])
    return replace(one, written=Written(left[0], False, words))


def _with_clause(kept: Sequence[Settled], clause: Clause) -> list[Settled]:
    """With one clause of the recap: it takes the place of what it changes, and what says it already stays as it is."""
    result, evidence = [], []
    for one in kept:
        parts = _parts(one.written.text)
        about = [part for part in parts if clause.topic in topics(part) or clause.topic in part]
        about = [part for part in about if kinds(part) & kinds(clause.value)]
        if not about:
            result.append(one)
            continue
        evidence += [u for u in one.said if u not in evidence]
        left = _cut(one, [part for part in parts if part not in about])
        result += [left] if left is not None else []
    return [*result, Settled(_written(clause), (clause.said, *evidence))]


def _written(clause: Clause) -> Written:
    return Written(clause.text, False, frozenset(word for word in clause.said.words if word in clause.text))
