"""Eojeols: the runs between blanks in which Korean is written, with their morphemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from processing.analysis import Morpheme, is_content

_EOJEOL = re.compile(r"\S+")
_PUNCTUATION = ".,?!…·:;\"'“”‘’"
MARKS = frozenset(("SF", "SP", "SS", "SE", "SO", "SSO", "SSC"))
_SAY_NOTHING = frozenset(("하", "되", "있", "없", "같", "이"))


class Eojeol(NamedTuple):
    """A run without blanks: sentence text [start, end), and the morphemes that begin in it.

    `bare` is the text without punctuation at its end, `tags` and `last` are of the morphemes that are no punctuation. A
    tuple with all of it worked out: an hour has six thousand of them, and every rule asks.
    """

    text: str
    start: int
    end: int
    morphemes: tuple[Morpheme, ...]
    bare: str
    tags: tuple[str, ...]
    last: Morpheme | None

    @property
    def content(self) -> frozenset[str]:
        """The forms that carry meaning."""
        return frozenset([m.form for m in self.morphemes if is_word(m)])


def _eojeol(text: str, start: int, end: int, morphemes: Sequence[Morpheme]) -> Eojeol:
    said = [m for m in morphemes if m.tag not in MARKS]
    tags = tuple([m.tag for m in said])
    return Eojeol(text, start, end, tuple(morphemes), text.rstrip(_PUNCTUATION), tags, said[-1] if said else None)


def is_mark(morpheme: Morpheme) -> bool:
    """Whether the morpheme is punctuation."""
    return morpheme.tag in MARKS


def is_word(morpheme: Morpheme) -> bool:
    """Whether the morpheme tells one sentence from another: content, but no bound noun and no bare 하다, 되다, 있다.

    Those three stand in nearly every sentence and say nothing about its subject.
    """
    return _tells(morpheme.tag) and morpheme.form not in _SAY_NOTHING


@cache
def _tells(tag: str) -> bool:
    return tag != "NNB" and is_content(tag)


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
        yield _eojeol(text[start : match.end()], start, match.end(), morphemes[first:at])
        start = None
