"""Which term, or which acronym that is no term, a heard word names letter by letter."""

from __future__ import annotations

from collections.abc import Iterable

from processing.phonetics import LETTERS, spoken
from processing.terms.glossary import Term
from processing.terms.letters import is_spelled_out, letters_of, plain
from processing.terms.readings import Reading, reading


class NamedLetters:
    """The readings of terms that name letters one by one; `words` may hold acronyms besides."""

    def __init__(self, readings: Iterable[Reading], words: Iterable[str] = ()) -> None:
        self._readings: dict[str, Reading] = {}
        for one in readings:
            if is_spelled_out(one.said, one.term):
                self._readings.setdefault(plain(one.said), one)
        self._acronyms = {plain(spoken(word)): word for word in words if word.isascii() and word.isupper()}
        named = (*self._readings, *(one + other for one in LETTERS.values() for other in LETTERS.values()))
        self._heads = {head for word in named for head in (word[:2], word[:2].replace("씨", "시"))}

    def may_be_in(self, text: str) -> bool:
        """Whether a text may name letters, by its first two characters; asked first of thousands of stretches."""
        return (head := text[:2]) in self._heads or not "가" <= head[-1] <= "힣"

    def term_named(self, heard: str) -> Reading | None:
        """The reading whose letters the heard word (any script) names one by one."""
        return self._readings.get(plain(spoken(heard)))

    def acronym_named(self, hangul: str) -> Reading | None:
        """An acronym that is no term, read from the names of its letters; by rule unless a list has it."""
        letters = letters_of(hangul)
        if not letters:
            return None
        known = self._acronyms.get(plain(hangul))
        return reading(Term(known or letters, (hangul,), ()), hangul, is_by_rule=known is None)
