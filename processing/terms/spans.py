"""Stretches of a sentence that may be one misheard word: eojeols less their particles, and two or three joined.

Kiwi's borders of unknown words are often wrong (레그로 as one noun), so a stem ends where the tokens say and also
wherever the look of the eojeol allows. Words are cut at the wrong place too (`플러 세스`), so neighbours are tried
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processing.analysis import Morpheme, Sentence
from processing.particles import stems

MOST_WORDS = 3
MOST_SYLLABLES = 12
_EOJEOL = re.compile(r"\S+")
_OPENING, _CLOSING = "\"'“‘(「『[<", "\"'”’)」』]>.,?!…~:;"
_FUNCTIONAL = ("J", "E", "VCP", "XS", "VX", "VCN")


@dataclass(frozen=True, slots=True)
class Eojeol:
    """A word between blanks, without punctuation around it: [start, end) of the sentence."""

    text: str
    start: int
    end: int
    morphemes: tuple[Morpheme, ...]
    is_closed: bool  # punctuation follows: nothing joins it to the next

    @property
    def is_odd(self) -> bool:
        """Whether some morpheme stands in no dictionary."""
        return any(not morpheme.is_known for morpheme in self.morphemes)

    @property
    def goes_on(self) -> bool:
        """Whether the next eojeol may be the second half of the same name."""
        if self.is_closed or not self.morphemes:
            return False
        return self.is_odd or not self.morphemes[-1].tag.startswith(("J", "EF", "EC", "ETM", "EP"))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that may be one heard word. `end` is where its stem ends, `suffix` what follows in the eojeol."""

    text: str
    start: int
    end: int
    suffix: str
    eojeols: tuple[Eojeol, ...]

    @property
    def is_odd(self) -> bool:
        """Whether one of its words stands in no dictionary."""
        return any(eojeol.is_odd for eojeol in self.eojeols)


def eojeols(sentence: Sentence) -> list[Eojeol]:
    """The eojeols of a sentence with their morphemes."""
    words, i = [], 0
    morphemes = sentence.morphemes
    for match in _EOJEOL.finditer(sentence.text):
        start, end = match.span()
        inside = []
        while i < len(morphemes) and morphemes[i].start < end:
            if not morphemes[i].tag.startswith("S") or morphemes[i].tag in ("SL", "SN", "SH", "SW"):
                inside.append(morphemes[i])
            i += 1
        text = match[0]
        bare = text.lstrip(_OPENING)
        start += len(text) - len(bare)
        core = bare.rstrip(_CLOSING)
        if core:
            words.append(Eojeol(core, start, start + len(core), tuple(inside), core != bare))
    return words


def spans(words: Sequence[Eojeol]) -> Iterator[Span]:
    """Every stretch of one to three eojeols that may be one word, with every end its last stem may have."""
    for i, first in enumerate(words):
        group: tuple[Eojeol, ...] = ()
        head = ""
        for word in words[i : i + MOST_WORDS]:
            group = (*group, word)
            for end in _stem_ends(word):
                text = head + word.text[:end]
                if len(text) <= MOST_SYLLABLES:
                    yield Span(text, first.start, word.start + end, word.text[end:], group)
            head += word.text + " "
            if not word.goes_on:
                break


def _stem_ends(word: Eojeol) -> list[int]:
    ends = stems(word.text)
    for i in range(len(word.morphemes) - 1, 0, -1):
        if not word.morphemes[i].tag.startswith(_FUNCTIONAL):
            break
        end = word.morphemes[i].start - word.start
        if 0 < end < len(word.text) and end not in ends:
            ends.append(end)
    return ends
