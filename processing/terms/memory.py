"""What a person has taught the program, as one value that goes from the window to the language process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from processing.terms.glossary import Term
from processing.terms.learning import LearnedPair


@dataclass(frozen=True)
class Memory:
    """For one note: own terms, learned pairs, packs and single built-in terms that are switched off.

    `note` is the hash of that note's file, "" for none.
    """

    terms: tuple[Term, ...] = ()
    learned: tuple[LearnedPair, ...] = ()
    off_packs: tuple[str, ...] = ()
    off_terms: tuple[str, ...] = ()
    note: str = ""

    def pairs_for(self, note: str) -> tuple[LearnedPair, ...]:
        """The pairs as they count in the note of this hash: what was confirmed in it was in no other note.

        >>> memory = Memory(learned=(LearnedPair("레그", "RAG", notes=2, is_of_note=True),), note="a")
        >>> [memory.pairs_for(note)[0].notes for note in ("a", "b", "")]
        [1, 2, 2]
        """
        if not note or note != self.note:
            return self.learned
        return tuple(replace(pair, notes=pair.notes - pair.is_of_note) for pair in self.learned)
