"""Eojeols: the runs between blanks in which Korean is written, with their morphemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from processing.analysis import Morpheme

_EOJEOL = re.compile(r"\S+")
_PUNCTUATION = ".,?!…·:;\"'“”‘’"
_MARKS = frozenset(("SF", "SP", "SS", "SE", "SO", "SSO", "SSC"))
_SAY_NOTHING = frozenset(("하", "되", "있", "없", "같", "이"))


@dataclass(frozen=True)
class Eojeol:
    """A run without blanks: sentence text [start, end), and the morphemes that begin in it."""

    text: str
    start: int
    end: int
    morphemes: tuple[Morpheme, ...]

    @cached_property
    def bare(self) -> str:
        """The text without punctuation at its end."""
        return self.text.rstrip(_PUNCTUATION)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The morphemes' tags without punctuation."""
        return tuple(m.tag for m in self.morphemes if not is_mark(m))

    @property
    def last(self) -> Morpheme | None:
        """The last morpheme that is no punctuation."""
        return next((m for m in reversed(self.morphemes) if not is_mark(m)), None)

    @cached_property
    def content(self) -> frozenset[str]:
        """The forms that carry meaning."""
        return frozenset(m.form for m in self.morphemes if is_word(m))


def is_mark(morpheme: Morpheme) -> bool:
    """Whether the morpheme is punctuation."""
    return morpheme.tag in _MARKS


def is_word(morpheme: Morpheme) -> bool:
    """Whether the morpheme tells one sentence from another: content, but no bound noun and no bare 하다, 되다, 있다.

    Those three stand in nearly every sentence and say nothing about its subject.
    """
    return morpheme.is_content and morpheme.tag != "NNB" and morpheme.form not in _SAY_NOTHING


def eojeols(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Eojeol]:
    """The eojeols of a text with the morphemes that begin in each; a word that Kiwi knows with its blank (콜드 블루) is in one."""
    at, first = 0, 0
    start: int | None = None
    for match in _EOJEOL.finditer(text):
        if start is None:
            first, start = at, match.start()
        while at < len(morphemes) and morphemes[at].start < match.end():
            at += 1
        if at and morphemes[at - 1].end > match.end() and " " in text[morphemes[at - 1].start : morphemes[at - 1].end]:
            continue
        yield Eojeol(text[start : match.end()], start, match.end(), tuple(morphemes[first:at]))
        start = None
