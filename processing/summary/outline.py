"""The outline of a note: where one topic ends and the next begins, by what words are shared and by what is announced.

Lexical cohesion as in TextTiling (Hearst 1997): the words of the stretch before a border are compared with those after
it; a valley in that curve is a border. Sums slide along, so time grows with the number of words. Announcements ("두
번째는", "다음 안건은", "마지막으로", "넘어가겠습니다") deepen a valley; borders lie where a paragraph begins.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_Bullet = TypeVar("_Bullet")

_WIDEST_WINDOW, _NARROWEST_WINDOW = 12, 5  # sentences on each side of a border
_NEAREST = 3  # sentences between two announcements
_OPENING = 8  # sentences in which a meeting is opened; what is announced in them is its first topic
_FLAT = 0.2  # the worth of a border where nothing speaks for one
_ANNOUNCED = 0.6  # what an announcement adds to a valley's depth, which runs from 0 to 2
_ANNOUNCEMENT = re.compile(
    r"^(?:(?:네|예|자|어|음|아|그럼|그러면|그리고|이제|그다음에?|그다음으로)[,.]? )*"
    r"(?:(?:첫|두|세|네|다섯) ?번째|첫째|둘째|셋째|마지막(?:으로|은)?|다음(?:은|으로| 안건| 주제| 건)|그다음(?:은|으로|에)"
    r"|먼저|우선|본론|자[ ,])|^.{0,16}(?:첫|두|세|네|다섯) ?번째|넘어가|(?:안건|주제)(?:은|는|으로)?"
)


def topic_starts(
    utterances: Sequence[Utterance], may_start: Sequence[bool], announced: Collection[int] = ()
) -> list[int]:
    """The indices of the sentences with which a topic begins, the first sentence among them.

    `may_start` says where a paragraph begins; what is `announced` begins a topic in any case. How many there are grows
    with the square root of the length: about four in ten minutes, eight in half an hour.
    """
    if not utterances:
        return []
    wished = topics_for(sum(len(u.text) for u in utterances))
    shortest = max(4, len(utterances) // (3 * wished))
    window = min(_WIDEST_WINDOW, max(_NARROWEST_WINDOW, len(utterances) // (2 * wished)))
    depths = _depths(_cohesion(bags(utterances), window), window)
    gain = {i: depths[i] + _announces(utterances[i]) for i in range(1, len(utterances)) if may_start[i]}
    starts = _apart(announced, len(utterances))
    wished += (len(starts) - 1) // 2  # what is announced is often short
    while len(starts) < wished:
        worth = _worth(gain, [*starts, len(utterances)], shortest)
        if not worth:
            break
        starts = sorted([*starts, max(worth, key=lambda i: (worth[i], -i))])
    return starts


def _apart(announced: Collection[int], end: int) -> list[int]:
    """The first sentence and the announcements, but not one that has nearly nothing before or behind it."""
    starts, last = [0], None
    for at in sorted(announced):
        is_first = last is None and at < _OPENING
        if not is_first and at - (last or 0) >= _NEAREST and end - at >= _NEAREST:
            starts.append(at)
        last = at
    return starts


def filled(
    starts: Sequence[int], bullets: Sequence[Sequence[_Bullet]], announced: Collection[int]
) -> list[tuple[int, list[_Bullet]]]:
    """The topics with their bullets, none of them bare: one without any joins the topic before it.

    An announced one is kept and takes in what follows unannounced; the first joins the second; no bullets, no topics.
    """
    rows = [(start, list(lines)) for start, lines in zip(starts, bullets, strict=True)]
    at = 0
    while at < len(rows):
        start, lines = rows[at]
        has_name = at + 1 < len(rows) and start in announced and rows[at + 1][0] not in announced
        if lines:
            at += 1
        elif at + 1 < len(rows) and (has_name or not at):
            rows[at : at + 2] = [(start, rows[at + 1][1])]
        elif at:
            rows[at - 1 : at + 1] = [rows[at - 1]]
        else:
            return []
    return rows


def _worth(gain: Mapping[int, float], borders: Sequence[int], shortest: int) -> dict[int, float]:
    """What each possible border is worth: its valley, and more where it parts a long stretch in two long ones."""
    worth = {}
    for i, depth in gain.items():
        at = bisect_right(borders, i)
        nearest = min(i - borders[at - 1], borders[at] - i)
        if nearest >= shortest:
            worth[i] = (depth + _FLAT) * math.sqrt(nearest)
    return worth


def topics_for(length: int) -> int:
    """How many topics a text of `length` code points is told in.

    >>> [topics_for(n) for n in (200, 1000, 4500, 14000, 60000)]
    [1, 2, 5, 8, 17]
    """
    return max(1, round(math.sqrt(length) / 14.4))


def _announces(utterance: Utterance) -> float:
    return _ANNOUNCED if _ANNOUNCEMENT.search(utterance.text) else 0.0


def bags(utterances: Sequence[Utterance]) -> list[frozenset[str]]:
    """What each sentence is about: its nouns without those that name no subject."""
    general = word_list("general_nouns")
    return [utterance.nouns - general for utterance in utterances]


def _cohesion(bags: Sequence[frozenset[str]], window: int) -> list[float]:
    """For each sentence how alike the words before and from it on are, 0 to 1 (cosine of word counts)."""
    sides = _Sides()
    for bag in bags[:window]:
        sides.add(bag, after=1)
    curve = []
    for i, bag in enumerate(bags):
        curve.append(sides.likeness())
        sides.add(bag, before=1, after=-1)
        if i >= window:
            sides.add(bags[i - window], before=-1)
        if i + window < len(bags):
            sides.add(bags[i + window], after=1)
    return curve


class _Sides:
    """The word counts before and after a border that moves on, with their sums: each move costs its own words alone."""

    def __init__(self) -> None:
        self._before: defaultdict[str, int] = defaultdict(int)
        self._after: defaultdict[str, int] = defaultdict(int)
        self._shared = self._square_before = self._square_after = 0

    def add(self, bag: frozenset[str], before: int = 0, after: int = 0) -> None:
        """Count the words of a sentence so many times more on each side."""
        for word in bag:
            old, other = self._before[word], self._after[word]
            new, another = old + before, other + after
            self._shared += new * another - old * other
            self._square_before += new * new - old * old
            self._square_after += another * another - other * other
            self._before[word], self._after[word] = new, another

    def likeness(self) -> float:
        """The cosine of the two sides, 0 where one is empty."""
        norm = math.sqrt(self._square_before * self._square_after)
        return self._shared / norm if norm else 0.0


def _depths(curve: Sequence[float], window: int) -> list[float]:
    """How deep each point lies below the nearest peaks on both sides."""
    return [_climb(curve, i, -1, window) + _climb(curve, i, 1, window) - 2 * value for i, value in enumerate(curve)]


def _climb(curve: Sequence[float], i: int, step: int, window: int) -> float:
    peak = curve[i]
    for j in range(1, window + 1):
        at = i + j * step
        if not 0 < at < len(curve) or curve[at] < peak - 0.05:
            break
        if curve[at] > peak:
            peak = curve[at]
    return peak
