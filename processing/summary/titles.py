"""A topic's title: the one or two noun phrases that are said in it and hardly elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from processing.summary.eojeol import is_word
from processing.summary.phrases import Named, weights
from processing.summary.utterance import Utterance

_OTHERS = 8
_TOLD = 2
_NEAR, _OPENING = 4, 8  # sentences from the beginning of a topic, and of a note, in which it is announced
_LONGEST = 16  # code points of one phrase


@dataclass(frozen=True)
class Subject:
    """A noun phrase, its content words, the sentence that says it first, and whether it was announced."""

    text: str
    words: frozenset[str]
    said: Utterance
    is_announced: bool = False


@dataclass(frozen=True)
class Title:
    """The one or two subjects of a topic, the better one first; `others` are the next ones."""

    subjects: tuple[Subject, ...]
    others: tuple[Subject, ...] = ()

    @property
    def text(self) -> str:
        """The title as shown."""
        return " · ".join(subject.text for subject in self.subjects)

    @property
    def said(self) -> tuple[Utterance, ...]:
        """The sentences that say it."""
        return tuple(dict.fromkeys(subject.said for subject in self.subjects))


def titles(
    named: Sequence[Named], starts: Sequence[int], announced: Mapping[int, Subject] | None = None
) -> list[Title | None]:
    """The titles of the topics that begin at `starts`; None where nothing is named.

    A topic with which something is `announced` (by the index of the sentence) is called so.
    """
    whole = Counter(chain.from_iterable(sentence.texts for sentence in named))
    ends = [*starts[1:], len(named)][: len(starts)]
    called = [_title(named[start:end], whole, len(named)) for start, end in zip(starts, ends, strict=True)]
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        told = [(at, subject) for at, subject in sorted((announced or {}).items()) if start <= at < end]
        called[k] = _as_announced(told, called[k], start + (_OPENING if not start else _NEAR)) if told else called[k]
    return called


def _as_announced(told: Sequence[tuple[int, Subject]], counted: Title | None, near: int) -> Title:
    """The name that is announced up to sentence `near`; what is announced later shares the topic, and both are its name."""
    first = () if told[0][0] <= near or counted is None else counted.subjects[:1]
    new = {subject.text: subject for subject in (*first, *(subject for _, subject in told))}
    chosen = tuple(new.values())[:_TOLD]
    others = (*counted.subjects, *counted.others) if counted is not None else ()
    return Title(chosen, tuple(other for other in others if other.text not in {s.text for s in chosen}))


def _title(named: Sequence[Named], whole: Counter[str], sentences: int) -> Title | None:
    inside = Counter(chain.from_iterable(sentence.texts for sentence in named))
    common = frozenset().union(*(sentence.common for sentence in named))
    ranked = _ranked(weights(inside, common), inside, whole, max(sentences - len(named), 1))
    if not ranked:
        return None
    first = ranked[0]
    second = next((p for p in ranked[1:8] if not set(p.split()) & set(first.split())), None)
    chosen = tuple(_subject(phrase, named) for phrase in (first, second) if phrase is not None)
    others = (phrase for phrase in ranked[1:_OTHERS] if phrase != second)
    return Title(chosen, tuple(_subject(phrase, named) for phrase in others))


def _subject(phrase: str, named: Sequence[Named]) -> Subject:
    said = next(sentence.utterance for sentence in named if phrase in sentence.texts)
    start = said.text.find(phrase)
    words = frozenset(m.form for m in said.marks if start <= m.start < start + len(phrase) and is_word(m))
    return Subject(phrase, words, said)


def _ranked(weight: Mapping[str, float], inside: Counter[str], whole: Counter[str], outside: int) -> list[str]:
    """Phrases by weight here against how often they are said elsewhere."""
    weighed = {p: w for p, w in weight.items() if w > 0 and len(p) <= _LONGEST}
    best = sorted(weighed, key=lambda p: (-weighed[p], p))[:20]
    rate = {p: weighed[p] * math.log(2 + outside / (1 + whole[p] - inside[p])) for p in best}
    return sorted(best, key=lambda p: (-rate[p], p))
