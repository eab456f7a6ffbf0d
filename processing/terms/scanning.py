"""Scanning: the stretches of a sentence that may be misheard terms for what the sentence alone tells.

What the note speaks of is known only when all of it has been scanned; `candidates` asks for that.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from processing.analysis import Sentence
from processing.particles import SUFFIXES
from processing.phonetics import is_hangul
from processing.terms.context import Occurrence, RightForms, is_quoted_english
from processing.terms.glossary import squeezed
from processing.terms.letters import NAMING
from processing.terms.named_letters import NamedLetters
from processing.terms.readings import Reading
from processing.terms.sound_index import Heard, SoundIndex
from processing.terms.spans import Eojeol, Span, eojeols, meets, spans

AT_ONCE = 500  # sentences whose stretches are looked at together: all those of a long note would take much room
ODD_SHARE = 0.24  # how far a word that no dictionary has may be from a reading, as a share of its sounds
LATIN_SHARE = 0.26  # an acronym that loses a letter loses a quarter of its sounds
KNOWN_SHARE = 0.13  # and one that could stand as it is
JOINED_SHARE = 0.2  # several known words that make up a long term together
LONG_JOINED = 6  # characters, blanks counted
LISTED_FIT = -12.0  # the log-likelihood of a noun that the analyser does not know but a list has
FITS_WELL = -8.5  # known words as likely as this where they stand are what was said
_DIGITS = "일이삼사오육칠팔구십백천만억조수몇 "
_NUMERAL = re.compile(rf"(?=.*[십백천만억조])[{_DIGITS}]{{2,}}")  # 이십이, 수백


@dataclass(frozen=True)
class Scanned:
    """A sentence cut into words, with the right forms that stand in it and the stretches that may be misheard ones.

    Those of a whole note are kept at once, so there are no `words` where there is nothing to judge. `unknown` are the single
    words that no dictionary has. `is_private` marks one that has a word of private life and no term: it speaks of
    something else than the note does.
    """

    number: int
    sentence: Sentence
    words: tuple[Eojeol, ...]
    spans: tuple[Span, ...]
    right: tuple[tuple[int, int], ...]
    occurrences: tuple[Occurrence, ...]
    unknown: tuple[Span, ...]
    is_private: bool


def scanned(
    sentences: Sequence[Sentence], right: RightForms, index: SoundIndex, everyday: Container[str] = ()
) -> list[Scanned]:
    """The sentences of a note as they are scanned, in order. `everyday`: private life's nouns."""
    found: list[Scanned] = []
    for first in range(0, len(sentences), AT_ONCE):
        part = sentences[first : first + AT_ONCE]
        cut = [_cut(number, sentence, right, everyday) for number, sentence in enumerate(part, first)]
        near = index.near(heard for one in cut for _, heard in one.stretches if heard is not None)
        found.extend(_kept(one, near, index.letters) for one in cut)
    return found


class _Cut(NamedTuple):
    """A sentence cut up before its stretches are looked at: each is to be looked up as what is beside it, if it is at all."""

    number: int
    sentence: Sentence
    words: tuple[Eojeol, ...]
    stretches: list[tuple[Span, Heard | None]]
    right: tuple[tuple[int, int], ...]
    occurrences: tuple[Occurrence, ...]
    unknown: tuple[Span, ...]
    is_private: bool


def _cut(number: int, sentence: Sentence, right: RightForms, everyday: Container[str]) -> _Cut:
    """The words and stretches of a sentence; the longest right forms are taken first."""
    words = tuple(eojeols(sentence, right.is_listed))
    stretches = tuple(spans(words))
    taken: list[tuple[int, int]] = []
    occurrences = []
    begins = {word.start for word in words if right.may_begin(sentence.text, word.start)}
    listed = [one for one in stretches if one.start in begins and right.stands_in(one.text)]
    for span in sorted(listed, key=lambda one: one.start - one.end):
        term = right.term_of(span.text)
        is_compound = term is None and len(span.eojeols) > 1  # 레그 프레스
        if (term or is_compound) and not meets(span.at, taken):
            taken.append((span.start, span.end))
            if term is not None and not is_quoted_english(sentence.text, span.start, span.end):
                occurrences.append(Occurrence(term, number, span.start, span.end, span.text))
    is_private = not occurrences and any(one.form in everyday and one.is_noun for one in sentence.morphemes)
    asked = [(one, heard_as(one) if _may_be_misheard(one, taken) else None) for one in stretches if _may_end(one)]
    unknown = tuple(one for one in stretches if one.is_odd and len(one.eojeols) == 1 and is_hangul(one.text))
    return _Cut(number, sentence, words, asked, tuple(taken), tuple(occurrences), unknown, is_private)


def _kept(cut: _Cut, near: Container[Heard | None], letters: NamedLetters) -> Scanned:
    """The sentence with those of its stretches that anything is near to, or that name letters."""
    kept = tuple(
        span
        for span, heard in cut.stretches
        if heard in near or (letters.may_be_in(span.text) and letters_named(span, cut.right, letters) is not None)
    )
    words = cut.words if kept or cut.occurrences or cut.unknown else ()
    return Scanned(cut.number, cut.sentence, words, kept, cut.right, cut.occurrences, cut.unknown, cut.is_private)


def letters_named(span: Span, right: Sequence[tuple[int, int]], letters: NamedLetters) -> Reading | None:
    """The reading whose letters a stretch names one by one, unless it is right as it stands or goes on (OK 알겠습니다)."""
    if not letters.may_be_in(span.text) or not (not span.suffix or span.suffix in SUFFIXES):
        return None
    reading = letters.term_named(span.text)
    if reading is None and len(span.eojeols) == 1 and not _is_one_word(span):
        reading = letters.acronym_named(span.text)
    if reading is None or _collides(span, right):
        return None
    heard = squeezed(span.text)
    if heard in map(squeezed, reading.term.forms):
        return None
    holds_form = any(span.start <= start and end <= span.end for start, end in right)
    return reading if not holds_form or span.text.isascii() else None  # IP O, not 이 AI


def _is_one_word(span: Span) -> bool:
    """Whether the dictionary has the stem of an eojeol as one word."""
    return not span.is_odd and any(one.start == span.start and one.end == span.end for one in span.eojeols[0].morphemes)


def heard_as(span: Span) -> Heard:
    """The stretch as it is looked up: how many classes of sound may differ, and which share of all sounds."""
    if span.text.isascii():
        return Heard(span.text, 2, LATIN_SHARE)
    if len(span.eojeols) == 1 and span.is_odd:
        return Heard(span.text, 2, ODD_SHARE)
    if span.is_odd or len(span.text) >= LONG_JOINED:
        return Heard(span.text, 2, JOINED_SHARE)
    return Heard(span.text, 1, KNOWN_SHARE)


def _may_end(span: Span) -> bool:
    """Whether a noun may end where the stretch does: where a dictionary's does, or anywhere in what it has not.

    A dictionary does not know where letters' names end either.
    """
    last = span.eojeols[-1]
    if last.is_odd or last.is_torn or last.is_listed or span.end in last.noun_ends:
        return True
    return (not span.suffix or span.suffix in SUFFIXES) and NAMING.issuperset(span.text)


def _may_be_misheard(span: Span, right: Sequence[tuple[int, int]]) -> bool:
    if not span.is_odd and (span.eojeols[0].is_function or _is_numeral(span.text)):
        return False
    if right and _collides(span, right):
        return False
    if right and len(span.eojeols) > 1 and all(is_covered(word, right) for word in span.eojeols):
        return False
    if not span.is_odd and len(span.eojeols) > 1 and span.text.isascii():  # LG AI: each is known
        return False
    return span.is_odd or fit(span) < FITS_WELL or any(word.is_torn for word in span.eojeols)


def _is_numeral(text: str) -> bool:
    return text[0] in _DIGITS and _NUMERAL.fullmatch(text) is not None


def is_covered(word: Eojeol, right: Sequence[tuple[int, int]]) -> bool:
    """Whether the word begins with a form that is right as it stands; a figure always does."""
    return word.text[0].isdigit() or any(start <= word.start < end for start, end in right)


def _collides(span: Span, right: Sequence[tuple[int, int]]) -> bool:
    """Whether a right form reaches out of the stretch, or is all of it."""
    first, last = span.at
    is_joined = len(span.eojeols) > 1
    for start, end in right:  # noqa: SIM110 - asked thousands of times, a generator takes twice the time
        if first < end and start < last and not (is_joined and first <= start and end <= last):
            return True
    return False


def fit(span: Span) -> float:
    """The mean log-likelihood of the content words of a stretch where they stand: low for what hardly fits there."""
    scores = [
        LISTED_FIT if word.is_listed else morpheme.score
        for word in span.eojeols
        for morpheme in word.morphemes
        if morpheme.is_content
    ]
    return sum(scores) / len(scores) if scores else LISTED_FIT
