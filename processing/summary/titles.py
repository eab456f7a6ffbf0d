"""A topic's title: the one or two noun phrases that are said in it and hardly elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from processing.summary.phrases import Named, weights
from processing.summary.utterance import Utterance

_LONGEST = 16  # code points of one phrase


@dataclass(frozen=True)
class Title:
    """One or two phrases, and for each the sentence that says it first."""

    phrases: tuple[str, ...]
    said: tuple[Utterance, ...]

    @property
    def text(self) -> str:
        """The title as shown."""
        return " · ".join(self.phrases)


def titles(named: Sequence[Named], starts: Sequence[int]) -> list[Title | None]:
    """The titles of the topics that begin at `starts`; None where nothing is named."""
    whole = Counter(text for sentence in named for text in sentence.texts)
    ends = [*starts[1:], len(named)]
    return [_title(named[start:end], whole, len(named)) for start, end in zip(starts, ends, strict=True)]


def _title(named: Sequence[Named], whole: Counter[str], sentences: int) -> Title | None:
    inside = Counter(text for sentence in named for text in sentence.texts)
    ranked = _ranked(inside, whole, max(sentences - len(named), 1))
    if not ranked:
        return None
    first = ranked[0]
    second = next((p for p in ranked[1:8] if not set(p.split()) & set(first.split())), None)
    chosen = (first,) if second is None else (first, second)
    return Title(chosen, tuple(next(s.utterance for s in named if phrase in s.texts) for phrase in chosen))


def _ranked(inside: Counter[str], whole: Counter[str], outside: int) -> list[str]:
    """Phrases by weight here against how often they are said elsewhere."""
    weighed = {p: w for p, w in weights(inside).items() if w > 0 and len(p) <= _LONGEST}
    best = sorted(weighed, key=lambda p: (-weighed[p], p))[:20]
    rate = {p: weighed[p] * math.log(2 + outside / (1 + whole[p] - inside[p])) for p in best}
    return sorted(best, key=lambda p: (-rate[p], p))
