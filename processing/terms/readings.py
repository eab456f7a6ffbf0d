"""The ways in which a term is said, as they are searched for: Hangul, its phonemes, and these in broad classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from processing.phonetics import ROUGH, is_hangul, sounds, spoken
from processing.terms.glossary import Term


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a term is said: Hangul without blanks, its phonemes, and these in broad classes."""

    term: Term
    said: str
    phonemes: str
    rough: str
    is_by_rule: bool = False


class Match(NamedTuple):
    """A reading near a heard word; `cost` in clearly different phonemes, `share` of them in the longer of the two."""

    reading: Reading
    cost: float
    share: float


def readings_of(term: Term) -> Iterator[Reading]:
    """The term's own readings and those of its forms in Hangul; a Latin term without any is read letter by letter.

    >>> [reading.said for reading in readings_of(Term("RAG", ("래그", "알에이지"), ()))]
    ['래그', '알에이지']
    """
    said = dict.fromkeys(spoken(reading) for reading in term.readings)
    said.update(dict.fromkeys(spoken(form) for form in term.forms if is_hangul(form)))
    said.pop("", None)
    for one in said:
        yield reading(term, one)
    if not said and (by_letters := spoken(term.term)):
        yield reading(term, by_letters, is_by_rule=True)


def reading(term: Term, said: str, *, is_by_rule: bool = False) -> Reading:
    """A term said in one way, in Hangul without blanks."""
    phonemes = sounds(said)
    return Reading(term, said, phonemes, phonemes.translate(ROUGH), is_by_rule)
