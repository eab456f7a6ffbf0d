"""A topic's title: the one or two noun phrases that are said in it and hardly elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from processing.summary.phrases import Terms, person_names, phrases_in, weights
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


def title(said: Sequence[Utterance], start: int, end: int, terms: Terms) -> Title | None:
    """The title of sentences [start, end); None where nothing is named there."""
    inside, where = _phrases(said[start:end], terms)
    ranked = _ranked(inside, start, end, said)
    if not ranked:
        return None
    first = ranked[0]
    second = next((p for p in ranked[1:8] if not set(p.split()) & set(first.split())), None)
    chosen = (first,) if second is None else (first, second)
    return Title(chosen, tuple(where[phrase] for phrase in chosen))


def _phrases(said: Sequence[Utterance], terms: Terms) -> tuple[Counter[str], dict[str, Utterance]]:
    counts: Counter[str] = Counter()
    where: dict[str, Utterance] = {}
    persons = person_names(said)
    for utterance in said:
        for phrase in {p.text for p in phrases_in(utterance) if not persons & set(p.nouns)} | terms.found_in(utterance):
            counts[phrase] += 1
            where.setdefault(phrase, utterance)
    return counts, where


def _ranked(inside: Counter[str], start: int, end: int, said: Sequence[Utterance]) -> list[str]:
    """Phrases by weight here against how far they are spread elsewhere."""
    weighed = {p: w for p, w in weights(inside).items() if w > 0 and len(p) <= _LONGEST}
    best = sorted(weighed, key=lambda p: (-weighed[p], p))[:20]
    outside = {p: sum(p in u.text for u in (*said[:start], *said[end:])) for p in best}
    share = max(len(said) - (end - start), 1)
    rate = {p: weighed[p] * math.log(2 + share / (1 + outside[p])) for p in best}
    return sorted(best, key=lambda p: (-rate[p], p))
