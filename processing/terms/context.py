"""What a note is about: which right terms occur in it and where, and how near a domain is to a place.

Only right forms count, so a wrong guess cannot vouch for another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processing.terms.glossary import USER, Term, squeezed

WINDOW = 12  # sentences on each side that count as the same subject
_KIN = {  # domains that are spoken of together
    **dict.fromkeys(("ai", "development", "cloud", "data", "security"), "technology"),
    **dict.fromkeys(("startup", "business", "finance", "marketing", "companies", "design"), "business"),
}
EVERYDAY_WARMTH = 0.8
_EVERYWHERE = frozenset({"office"})  # said in every meeting, tells nothing about its subject


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A right form standing in sentence number `sentence`, at [start, end) of it, spelled as `text`."""

    term: Term
    sentence: int
    start: int
    end: int
    text: str


def is_everyday(term: Term) -> bool:
    """Whether the term is one of no special subject, at home in any meeting."""
    return _EVERYWHERE.issuperset(term.domains)


class RightForms:
    """The forms of terms, which are right as they stand, and words that are right somewhere although no term."""

    def __init__(self, terms: Iterable[Term], words: Iterable[str] = ()) -> None:
        self._terms: dict[str, Term] = {}
        for term in terms:
            for form in term.forms:
                if not (len(key := squeezed(form)) == 1 and key.isascii()):  # "A." would make every A a term
                    self._terms.setdefault(key, term)
        self._words = frozenset(squeezed(word) for word in words)

    def term_of(self, text: str) -> Term | None:
        """The term whose right form this is, whatever its case and blanks."""
        return self._terms.get(squeezed(text))

    def is_listed(self, text: str) -> bool:
        """Whether this is a word of the lexicon or a form of a term: it may well be meant as it stands."""
        form = squeezed(text)
        return form in self._words or form in self._terms


class Topic:
    """Where the right terms of a note stand, by term and by domain."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._by_term: Mapping[str, list[int]] = defaultdict(list)
        self._by_domain: Mapping[str, list[tuple[int, str]]] = defaultdict(list)
        for occurrence in sorted(occurrences, key=lambda one: one.sentence):
            self._by_term[occurrence.term.term].append(occurrence.sentence)
            for domain in self._domains(occurrence.term):
                self._by_domain[domain].append((occurrence.sentence, occurrence.term.term))

    @staticmethod
    def _domains(term: Term) -> set[str]:
        own = {domain for domain in term.domains if domain not in _EVERYWHERE}
        return own | {_KIN[domain] for domain in own if domain in _KIN}

    def times(self, term: Term) -> int:
        """How often the term stands rightly in the note."""
        return len(self._by_term.get(term.term, ()))

    def is_near(self, term: Term, sentence: int) -> bool:
        """Whether the term stands rightly within `WINDOW` sentences."""
        at = self._by_term.get(term.term, ())
        i = bisect_left(at, sentence - WINDOW)
        return i < len(at) and at[i] <= sentence + WINDOW

    def companions(self, term: Term, sentence: int) -> list[str]:
        """Other terms of the same domain, or one spoken of together with it, near this sentence."""
        found: dict[str, None] = {}
        for domain in sorted(self._domains(term)):
            places: Sequence[tuple[int, str]] = self._by_domain.get(domain, ())
            low = bisect_left(places, (sentence - WINDOW, ""))
            high = bisect_right(places, (sentence + WINDOW, "\uffff"))
            found.update(dict.fromkeys(name for _, name in places[low:high] if name != term.term))
        return list(found)

    def warmth(self, term: Term) -> float:
        """0 to 1: how much of the note speaks of the term's domain; a person's own term is always at home."""
        if term.origin == USER:
            return 1.0
        if is_everyday(term):
            return EVERYDAY_WARMTH
        names = {name for domain in self._domains(term) for _, name in self._by_domain.get(domain, ())}
        return min(len(names - {term.term}) / 6, 1.0)
