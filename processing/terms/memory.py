"""What a person has taught the program, as one value that goes from the window to the language process."""

from __future__ import annotations

from dataclasses import dataclass

from processing.terms.glossary import Term
from processing.terms.learning import LearnedPair


@dataclass(frozen=True)
class Memory:
    """For one note: own terms, learned pairs, packs and single built-in terms that are switched off."""

    terms: tuple[Term, ...] = ()
    learned: tuple[LearnedPair, ...] = ()
    off_packs: tuple[str, ...] = ()
    off_terms: tuple[str, ...] = ()
