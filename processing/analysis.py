"""The analysis of a note: its sentences and their morphemes as pure values, computed once and shared by all.

Offsets inside a `Sentence` are code points of its own text; `Sentence.place_of` leads back to the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from processing.shown import Shown
from processing.source import Place


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme as Kiwi tells it: `form` and part-of-speech `tag` (Sejong tag set), at [start, end) of the sentence.

    `is_known` is false where no dictionary has the word; `score` is the log-likelihood of the word where it stands.
    """

    form: str
    tag: str
    start: int
    end: int
    is_known: bool = True
    score: float = 0.0

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning of its own: noun, verb, adjective, root, foreign word or number."""
        return is_content(self.tag)

    @property
    def is_noun(self) -> bool:
        """Whether it can be the name of a thing: common or proper noun, root, foreign word."""
        return self.tag in ("NNG", "NNP", "XR", "SL", "SH")


@cache  # a few dozen tags, asked of every morpheme
def is_content(tag: str) -> bool:
    """Whether a morpheme of this tag carries meaning of its own: noun, verb, adjective, root, foreign word or number."""
    return tag.startswith(("NN", "VV", "VA", "XR", "SL", "SN", "SH"))


@dataclass(frozen=True)
class Sentence:
    """A sentence of one turn. `shown` and `at` say where it stands; `turn_cut` is its turn's cut."""

    text: str
    morphemes: tuple[Morpheme, ...]
    shown: Shown = field(repr=False, compare=False)
    at: int
    turn_cut: int
    speaker_id: str
    start_s: float | None = None

    def place_of(self, start: int, end: int) -> Place:
        """The source's place of the sentence's [start, end)."""
        return self.shown.place_of(self.at + start, self.at + end)

    @property
    def place(self) -> Place:
        """The source's place of the whole sentence."""
        return self.place_of(0, len(self.text))


@dataclass(frozen=True)
class Analysis:
    """All sentences of a note in order."""

    sentences: Sequence[Sentence]
