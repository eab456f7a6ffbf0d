"""Candidates: stretches that are not right as they stand and sound like a term, with all that speaks for and against.

This file gathers; `judgement` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from processing.analysis import Sentence
from processing.particles import SUFFIXES
from processing.phonetics import distance, sounds, spoken
from processing.terms.context import Company, Occurrence, RightForms, Topic, is_quoted_english
from processing.terms.glossary import squeezed
from processing.terms.letters import LEAST_LETTERS, NAMING, is_spelled_out
from processing.terms.sound_index import RIVALRY, Match, Reading, SoundIndex, is_hangul
from processing.terms.spans import Eojeol, Span, eojeols, meets, spans

ODD_SHARE = 0.24  # how far a word that no dictionary has may be from a reading, as a share of its sounds
LATIN_SHARE = 0.26  # an acronym that loses a letter loses a quarter of its sounds
KNOWN_SHARE = 0.13  # and one that could stand as it is
LISTED_FIT = -12.0  # the log-likelihood of a noun that the analyser does not know but a list has
LETTER_SHARE = 0.1  # letters' names of which one was heard as its neighbour: 피 for 비, 엔 for 엠
JOINED_SHARE = 0.2  # several known words that make up a long term together
LONG_JOINED = 6  # characters, blanks counted
FITS_WELL = -8.5  # known words as likely as this where they stand are what was said
REST_SHARE, SHORT_REST = 0.24, 5  # of what is left beside a shared word; phonemes it is counted as at least
KNOWN_REST_SHARE = 0.16  # the same of a known word beside a right one
MOST_CONTENDERS = 3
DETERMINERS = frozenset("이그저")  # written on to the word after it by a recognizer now and then
_DIGITS = "일이삼사오육칠팔구십백천만억조수몇 "
_NUMERAL = re.compile(rf"(?=.*[십백천만억조])[{_DIGITS}]{{2,}}")  # 이십이, 수백


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heard stretch and the reading it is nearest to, with what the judgement looks at.

    `fit` is the mean log-likelihood of the heard content words where they stand: an ordinary word that fits its
    sentence is likely to be meant. `is_acronym` marks a heard word of Latin letters only: it may be an acronym that no
    list has. `is_spelled` marks one that names the term's letters one by one, `is_at_home` one whose term's domain the note speaks of, `is_private`
    one in a sentence about something else (`Scanned`).
    """

    number: int
    sentence: Sentence
    span: Span
    match: Match
    rivals: tuple[Match, ...]
    is_odd: bool
    is_listed: bool
    is_acronym: bool
    is_spelled: bool
    is_at_home: bool
    is_private: bool
    fit: float
    times_right: int
    is_near: bool
    warmth: float
    company: Company


@dataclass(frozen=True)
class Scanned:
    """A sentence cut into words, with the right forms that stand in it and the stretches that may be misheard ones.

    Those of a whole note are kept at once, so there are no `words` where there is nothing to judge. `unknown` are the single
    words that no dictionary has. `is_private` marks one
    that has a word of private life and no term: it speaks of something else than the note does.
    """

    number: int
    sentence: Sentence
    words: tuple[Eojeol, ...]
    spans: tuple[Span, ...]
    right: tuple[tuple[int, int], ...]
    occurrences: tuple[Occurrence, ...]
    unknown: tuple[Span, ...]
    is_private: bool


def scan(
    number: int, sentence: Sentence, right: RightForms, index: SoundIndex, everyday: Container[str] = ()
) -> Scanned:
    """The words and stretches of a sentence; the longest right forms are taken first. `everyday`: private life's nouns."""
    words = tuple(eojeols(sentence, right.is_listed))
    stretches = tuple(spans(words))
    taken: list[tuple[int, int]] = []
    occurrences = []
    for span in sorted([one for one in stretches if right.stands_in(one.text)], key=lambda one: one.start - one.end):
        term = right.term_of(span.text)
        is_compound = term is None and len(span.eojeols) > 1  # 레그 프레스
        if (term or is_compound) and not meets(span.at, taken):
            taken.append((span.start, span.end))
            if term is not None and not is_quoted_english(sentence.text, span.start, span.end):
                occurrences.append(Occurrence(term, number, span.start, span.end, span.text))
    is_private = not occurrences and any(one.form in everyday and one.is_noun for one in sentence.morphemes)
    kept = tuple(one for one in stretches if _may_end(one) and _may_be_candidate(one, taken, index))
    unknown = tuple(one for one in stretches if one.is_odd and len(one.eojeols) == 1 and is_hangul(one.text))
    told = words if kept or occurrences or unknown else ()
    return Scanned(number, sentence, told, kept, tuple(taken), tuple(occurrences), unknown, is_private)


def _may_be_candidate(span: Span, right: Sequence[tuple[int, int]], index: SoundIndex) -> bool:
    """Whether a stretch may be one for what the sentence alone tells; what the note speaks of is not known yet."""
    if _may_be_misheard(span, right) and index.may_be_near(span.text, *_reach(span)):
        return True
    return index.may_be_spelled(span.text) and _spelled(span, right, index) is not None


def candidates(scanned: Scanned, index: SoundIndex, topic: Topic) -> Iterator[Candidate]:
    """The stretches of a sentence that sound like a term without being one."""
    for span in scanned.spans:
        if (reading := _spelled(span, scanned.right, index)) is not None:
            yield from _spelled_candidates(scanned, span, reading, index, topic)
            continue
        matches = index.near(span.text, *_reach(span), None if span.is_odd else topic.subjects)
        for match in _contenders(matches, span, scanned.right):
            yield _candidate(scanned, span, match, matches, topic, is_spelled=False)


def _spelled_candidates(
    scanned: Scanned, span: Span, reading: Reading, index: SoundIndex, topic: Topic
) -> Iterator[Candidate]:
    """An acronym said letter by letter; where the note does not speak of it, those nearly said that it does speak of.

    아이알피 is IRP, but where a clinic speaks it is rather IRB; 엠알알이 is no MRR with a particle there, but MRI.
    """
    is_at_home = topic.speaks_of(reading.term) and not reading.is_by_rule
    if not is_at_home and is_hangul(span.text) and len(spoken(span.text)) >= LEAST_LETTERS:
        if matches := _nearly_spelled(span.text, index, topic):
            for match in matches:
                yield _candidate(scanned, span, match, matches, topic, is_spelled=True)
            return
        if span.suffix and _nearly_spelled(span.text + span.suffix, index, topic):
            return
    yield _candidate(scanned, span, Match(reading, 0.0, 0.0), (), topic, is_spelled=True)


def _nearly_spelled(heard: str, index: SoundIndex, topic: Topic) -> tuple[Match, ...]:
    """The acronyms of the note's domains that sound nearly like the heard letters' names."""
    near = index.near(heard, 1, LETTER_SHARE, topic.subjects)
    return tuple(match for match in near if is_spelled_out(match.reading.said, match.reading.term))


def _spelled(span: Span, right: Sequence[tuple[int, int]], index: SoundIndex) -> Reading | None:
    """The reading whose letters a stretch names one by one, unless it is right as it stands or goes on (OK 알겠습니다)."""
    if not index.may_be_spelled(span.text) or not (not span.suffix or span.suffix in SUFFIXES):
        return None
    reading = index.spelled(span.text)
    if reading is None and len(span.eojeols) == 1 and not _is_one_word(span):
        reading = index.by_letters(span.text)
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


def _reach(span: Span) -> tuple[int, float]:
    """How many classes of sound may differ, and which share of all sounds."""
    if span.text.isascii():
        return 2, LATIN_SHARE
    if len(span.eojeols) == 1 and span.is_odd:
        return 2, ODD_SHARE
    if span.is_odd or len(span.text) >= LONG_JOINED:
        return 2, JOINED_SHARE
    return 1, KNOWN_SHARE


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
    if right and len(span.eojeols) > 1 and all(_is_covered(word, right) for word in span.eojeols):
        return False
    return span.is_odd or _fit(span) < FITS_WELL or any(word.is_torn for word in span.eojeols)


def _is_numeral(text: str) -> bool:
    return text[0] in _DIGITS and _NUMERAL.fullmatch(text) is not None


def _is_covered(word: Eojeol, right: Sequence[tuple[int, int]]) -> bool:
    """Whether the word begins with a form that is right as it stands; a figure always does."""
    return word.text[0].isdigit() or any(start <= word.start < end for start, end in right)


def _collides(span: Span, right: Sequence[tuple[int, int]]) -> bool:
    """Whether a right form reaches out of the stretch, or is all of it."""
    first, last = span.at
    is_joined = len(span.eojeols) > 1
    return any(
        first < end and start < last and not (is_joined and first <= start and end <= last) for start, end in right
    )


def _contenders(matches: Sequence[Match], span: Span, right: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """The nearest reading of each of the few nearest terms; sound alone does not decide between them.

    A term that already stands rightly inside the stretch is none.
    """
    if not matches:
        return
    inside = set(_forms_inside(span, right))
    seen: set[str] = set()
    for match in matches:
        term = match.reading.term
        if len(seen) == MOST_CONTENDERS:
            return
        if not _differs_little(span, match.reading, right):
            continue
        if term.term not in seen and not (inside and _has_form_among(match.reading, inside)):
            seen.add(term.term)
            yield match


def _forms_inside(span: Span, right: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What stands inside a stretch as it is, squeezed: right forms, and what a determiner is written on to (이쿼리)."""
    for start, end in right:
        if span.start <= start and end <= span.end:
            yield squeezed(span.text[start - span.start : end - span.start])
    if len(span.eojeols) == 1 and span.text[0] in DETERMINERS:
        yield squeezed(span.text[1:])


def _has_form_among(reading: Reading, squeezed_forms: Container[str]) -> bool:
    return any(squeezed(form) in squeezed_forms for form in (*reading.term.forms, reading.said))


def _differs_little(span: Span, reading: Reading, right: Sequence[tuple[int, int]]) -> bool:
    """Whether what is left beside a word that both share is near too: 센서 데이터 is no 합성 데이터.

    The shared word would hide how little the rest sounds alike. Where it is `right` as it stands, a known word beside it
    is hardly misheard either: 퓨전 트랜스포머 is no 비전 트랜스포머.
    """
    if len(span.eojeols) == 1:
        return True
    first, last, heard = spoken(span.eojeols[0].text), spoken(span.text.rsplit(" ", 1)[-1]), spoken(span.text)
    if reading.said.startswith(first):
        rest, meant, shared, words = heard.removeprefix(first), reading.said.removeprefix(first), 0, span.eojeols[1:]
    elif reading.said.endswith(last):
        rest, meant, shared, words = heard.removesuffix(last), reading.said.removesuffix(last), -1, span.eojeols[:-1]
    else:
        return True
    one, other = sounds(rest), sounds(meant)
    is_known = _is_covered(span.eojeols[shared], right) and not any(word.is_odd or word.is_torn for word in words)
    share = KNOWN_REST_SHARE if is_known else REST_SHARE
    return distance(one, other) <= share * max(len(one), len(other), SHORT_REST)


def _candidate(
    scanned: Scanned, span: Span, best: Match, matches: Sequence[Match], topic: Topic, *, is_spelled: bool
) -> Candidate:
    term = best.reading.term
    return Candidate(
        scanned.number,
        scanned.sentence,
        span,
        best,
        tuple(m for m in matches if m.reading.term.term != term.term and m.share <= best.share + RIVALRY),
        span.is_odd,
        any(word.is_listed for word in span.eojeols),
        span.text.isascii(),
        is_spelled,
        topic.speaks_of(term),
        scanned.is_private,
        _fit(span),
        topic.times(term),
        topic.is_near(term, scanned.number),
        topic.warmth(term),
        topic.company(term, scanned.number),
    )


def _fit(span: Span) -> float:
    scores = [
        LISTED_FIT if word.is_listed else morpheme.score
        for word in span.eojeols
        for morpheme in word.morphemes
        if morpheme.is_content
    ]
    return sum(scores) / len(scores) if scores else LISTED_FIT
