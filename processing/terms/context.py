"""What a note is about: which right terms occur in it and where, and how near a domain is to a place.

Only right forms count, so a wrong guess cannot vouch for another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from processing.phonetics import spoken
from processing.terms.glossary import USER, Term, squeezed
from processing.terms.letters import is_spelled_out, is_wordlike_acronym

WINDOW = 12  # sentences on each side that count as the same subject
_KINDRED = {  # domains that are spoken of together; one may be of several groups
    "technology": ("ai", "development", "cloud", "data", "security", "statistics"),
    "trade": ("startup", "business", "finance", "marketing", "companies", "design", "career", "hr"),
    "selling": ("sales", "marketing", "business", "retail", "logistics"),
    "shops": ("retail", "food", "beauty", "hospitality"),
    "money": ("finance", "accounting", "insurance", "realestate"),
    "building": ("construction", "realestate"),
    "industry": ("manufacturing", "semiconductor", "mobility", "construction", "logistics", "energy", "defence"),
    "produce": ("agriculture", "food"),
    "health": ("medicine", "pharma"),
    "study": ("medicine", "pharma", "research", "education"),
    "administration": ("law", "hr", "public", "business"),
    "publicity": ("media", "marketing"),
}
_KIN = {
    domain: tuple(group for group, domains in _KINDRED.items() if domain in domains)
    for domain in {domain for domains in _KINDRED.values() for domain in domains}
}
EVERYDAY_WARMTH = 0.8
KIN_WORTH = 0.35  # how much a term of a kindred domain counts beside one of the same
AT_HOME = 6  # different terms of a domain make it the note's subject
SPOKEN_OF, KIN_SPOKEN_OF = 1, 2  # different terms that make a domain one of the note's subjects
_HANGUL = re.compile("[가-힣]+")
_EVERYWHERE = frozenset({"office"})  # said in every meeting, tells nothing about its subject
# of common use: an acronym of these is met in meetings about anything, one of a trade's own (ALT, IRB) is not
_COMMON = _EVERYWHERE.union(_KINDRED["technology"], _KINDRED["trade"])


class Occurrence(NamedTuple):
    """A right form standing in sentence number `sentence`, at [start, end) of it, spelled as `text`."""

    term: Term
    sentence: int
    start: int
    end: int
    text: str


def is_quoted_english(sentence: str, start: int, end: int) -> bool:
    """Whether a word in small letters belongs to English that is quoted: go live is no Go, zoom in no Zoom.

    >>> is_quoted_english("go live 하고", 0, 2), is_quoted_english("회의는 zoom 으로", 4, 8)
    (True, False)
    """
    if not (sentence[start:end].isascii() and sentence[start:end].islower()):
        return False
    return _ENGLISH_BEFORE.search(sentence, 0, start) is not None or _ENGLISH_AFTER.match(sentence, end) is not None


_ENGLISH_BEFORE, _ENGLISH_AFTER = re.compile(r"[a-z] $"), re.compile(r" [a-z]")


def _as_good_as_forms(term: Term) -> Iterator[str]:
    """The readings that are right in Korean minutes: 깃허브 액션즈 is no error, 에이피아이 and 래그 are.

    A person's own term is to be written as they put it down.
    """
    if term.origin != USER and not is_wordlike_acronym(term):
        yield from (reading for reading in term.readings if not is_spelled_out(spoken(reading), term))


def is_everyday(term: Term) -> bool:
    """Whether the term is one of no special subject, at home in any meeting."""
    return _EVERYWHERE.issuperset(term.domains)


def is_common(term: Term) -> bool:
    """Whether the term is one of everyday, technical or business use."""
    return not term.domains or not _COMMON.isdisjoint(term.domains)


class RightForms:
    """The forms of terms, which are right as they stand, and words that are right somewhere although no term."""

    def __init__(self, terms: Sequence[Term], words: Iterable[str] = ()) -> None:
        self._terms: dict[str, Term | None] = {}  # by squeezed form; None for a word that is no term
        for term in terms:
            for form in term.forms:
                if not (len(key := squeezed(form)) == 1 and key.isascii()):  # "A." would make every A a term
                    self._terms.setdefault(key, term)
        for term in terms:
            for reading in _as_good_as_forms(term):
                self._terms.setdefault(squeezed(reading), term)
        for word in words:
            self._terms.setdefault(squeezed(word), None)
        self._beginnings = {key[:3] for key in self._terms}

    def may_begin(self, text: str, at: int) -> bool:
        """Whether a right form may begin there in a text, by its first characters; most words begin as none does."""
        head, known = text[at : at + 5].replace(" ", "")[:3].casefold(), self._beginnings
        if head in known or head[:2] in known or head[0] in known:
            return True
        return head[0] < "가" or not head.isalnum()  # a form is compared without its signs

    def stands_in(self, text: str) -> bool:
        """The same as `is_listed` of a stretch of a sentence, in less time."""
        return (solid := text.replace(" ", "")) in self._terms or (
            not _HANGUL.fullmatch(solid) and squeezed(text) in self._terms
        )

    def term_of(self, text: str) -> Term | None:
        """The term whose right form this is, whatever its case and blanks."""
        return self._terms.get(squeezed(text))

    def is_listed(self, text: str) -> bool:
        """Whether this is a word of the lexicon or a form of a term: it may well be meant as it stands."""
        return squeezed(text) in self._terms


@dataclass(frozen=True, slots=True)
class Company:
    """The right terms around a place that are of a term's domain (`own`) or of one spoken of together with it (`kin`)."""

    own: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """How many they are; a term of another domain vouches for less."""
        return len(self.own) + KIN_WORTH * len(self.kin)


class Topic:
    """Where the right terms of a note stand, by term and by domain."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._by_term: Mapping[str, list[int]] = defaultdict(list)
        self._by_domain: Mapping[str, list[tuple[int, str]]] = defaultdict(list)
        for occurrence in sorted(occurrences, key=lambda one: one.sentence):
            self._by_term[occurrence.term.term].append(occurrence.sentence)
            for domain in (*_own(occurrence.term.domains), *_kin(occurrence.term.domains)):
                self._by_domain[domain].append((occurrence.sentence, occurrence.term.term))
        self._names: dict[str, set[str]] = {
            domain: {name for _, name in places} for domain, places in self._by_domain.items()
        }
        self._nearby: dict[tuple[str, int], tuple[str, ...]] = {}  # candidates of a sentence ask about few domains
        self.subjects = frozenset(self._spoken_of()) | _EVERYWHERE

    def _spoken_of(self) -> Iterator[str]:
        """The domains that the note speaks of: by a term of their own, or by several of kindred ones.

        An ordinary word is not asked whether it might be a term of another.
        """
        for domain, groups in _KIN.items():
            if any(len(self._names.get(group, ())) >= KIN_SPOKEN_OF for group in groups):
                yield domain
        yield from (domain for domain, names in self._names.items() if len(names) >= SPOKEN_OF)

    def speaks_of(self, term: Term) -> bool:
        """Whether the note speaks of a domain of the term; a person's own and one of no domain are at home anywhere."""
        return term.origin == USER or not term.domains or not self.subjects.isdisjoint(term.domains)

    def times(self, term: Term) -> int:
        """How often the term stands rightly in the note."""
        return len(self._by_term.get(term.term, ()))

    def is_near(self, term: Term, sentence: int) -> bool:
        """Whether the term stands rightly within `WINDOW` sentences."""
        at = self._by_term.get(term.term, ())
        i = bisect_left(at, sentence - WINDOW)
        return i < len(at) and at[i] <= sentence + WINDOW

    def company(self, term: Term, sentence: int) -> Company:
        """The term's company within `WINDOW` sentences."""
        own = self._around(_own(term.domains), sentence, {term.term})
        return Company(tuple(own), tuple(self._around(_kin(term.domains), sentence, {term.term, *own})))

    def _around(self, domains: Iterable[str], sentence: int, without: set[str]) -> list[str]:
        found = dict.fromkeys(name for domain in domains for name in self._names_near(domain, sentence))
        return [name for name in found if name not in without]

    def _names_near(self, domain: str, sentence: int) -> tuple[str, ...]:
        """The terms of a domain that stand near a sentence, in order."""
        if (names := self._nearby.get((domain, sentence))) is None:
            places: Sequence[tuple[int, str]] = self._by_domain.get(domain, ())
            low = bisect_left(places, (sentence - WINDOW, ""))
            high = bisect_right(places, (sentence + WINDOW, "\uffff"))
            names = self._nearby[domain, sentence] = tuple(dict.fromkeys(name for _, name in places[low:high]))
        return names

    def warmth(self, term: Term) -> float:
        """0 to 1: how much of the note speaks of the term's domain; a person's own term is always at home."""
        if term.origin == USER:
            return 1.0
        if is_everyday(term):
            return EVERYDAY_WARMTH
        own = max((self._others(domain, term) for domain in _own(term.domains)), default=0)
        kin = max((self._others(domain, term) for domain in _kin(term.domains)), default=0)
        return min((own + KIN_WORTH * max(kin - own, 0)) / AT_HOME, 1.0)

    def _others(self, domain: str, term: Term) -> int:
        """How many terms of the domain but this one stand in the note."""
        names = self._names.get(domain, ())
        return len(names) - (term.term in names)


@lru_cache(maxsize=1024)  # there are some two hundred ways to be of several domains, asked for by each candidate
def _own(domains: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(domain for domain in domains if domain not in _EVERYWHERE)


@lru_cache(maxsize=1024)
def _kin(domains: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({group for domain in domains for group in _KIN.get(domain, ())}))
