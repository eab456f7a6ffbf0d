"""Candidates: stretches that are not right as they stand and sound like a term, with all that speaks for and against.

This file gathers; `judgement` weighs.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from processing.analysis import Sentence
from processing.phonetics import distance, is_hangul, sounds, spoken
from processing.terms.context import Company, Topic
from processing.terms.glossary import squeezed
from processing.terms.letters import LEAST_LETTERS, is_spelled_out
from processing.terms.readings import Match, Reading
from processing.terms.scanning import Scanned, fit, heard_as, is_covered, letters_named
from processing.terms.sound_index import LEVEL, RIVALRY, Heard, SoundIndex, rivals
from processing.terms.spans import Span

LETTER_SHARE = 0.1  # letters' names of which one was heard as its neighbour: 피 for 비, 엔 for 엠
REST_SHARE, SHORT_REST = 0.24, 5  # of what is left beside a shared word; phonemes it is counted as at least
KNOWN_REST_SHARE = 0.16  # the same of a known word beside a right one
MOST_CONTENDERS = 3
SWALLOWED = 0.5  # phonemes that it costs at the least to have a syllable for which there is none
LISTING = "등"  # a noun after others: and so on
DETERMINERS = frozenset("이그저")  # written on to the word after it by a recognizer now and then


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


def candidates(scanned: Scanned, index: SoundIndex, topic: Topic) -> Iterator[Candidate]:
    """The stretches of a sentence that sound like a term without being one."""
    heard = [heard_as(span) for span in scanned.spans]
    near = index.near(heard)
    for span, asked in zip(scanned.spans, heard, strict=True):
        if (reading := letters_named(span, scanned.right, index.letters)) is not None:
            yield from _spelled_candidates(scanned, span, reading, index, topic)
            continue
        # an ordinary word is not asked whether it might be a term of a subject that the note does not speak of
        matches = rivals(near.get(asked, ()), None if span.is_odd else topic.subjects)
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
    letters = Heard(heard, 1, LETTER_SHARE)
    near = rivals(index.near([letters]).get(letters, ()), topic.subjects)
    return tuple(match for match in near if is_spelled_out(match.reading.said, match.reading.term))


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
        if not _differs_little(span, match.reading, right) or _swallows(span, match):
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
    is_known = is_covered(span.eojeols[shared], right) and not any(word.is_odd or word.is_torn for word in words)
    share = KNOWN_REST_SHARE if is_known else REST_SHARE
    most = share * max(len(one), len(other), SHORT_REST)
    return distance(one, other, most + LEVEL) <= most


def _swallows(span: Span, match: Match) -> bool:
    """Whether a part of the stretch that means something itself is nowhere in the term, and would be lost.

    This is a numeral in Latin letters (http3 is no HTTPS), the noun that ends a list (레이트 리밋 등), and whatever it would be
    nearer without: a determiner before it (이 프리젠테이션), a particle between two words.
    """
    if span.text.isascii() and (numerals := _numerals(span.text)):
        return numerals not in map(_numerals, match.reading.term.forms)
    if len(span.eojeols) == 1:
        return False
    if span.text.rpartition(" ")[2] == LISTING and not match.reading.said.endswith(LISTING):
        return True
    return match.cost >= SWALLOWED and any(_is_nearer_without(place, span, match) for place in _partible(span))


def _numerals(text: str) -> str:
    """The figures of a text, less those that are said as a letter is (2 and E, 5 and O)."""
    return "".join(ch for ch in text if ch.isdecimal() and ch not in "25")


def _partible(span: Span) -> Iterator[tuple[int, int]]:
    """The places of a stretch of several words, counted from its start, that may be no part of a term in it."""
    first, *_, last = span.eojeols
    yield 0, len(first.text)
    yield last.start - span.start, len(span.text)
    for word in span.eojeols[:-1]:
        if word.morphemes and word.morphemes[-1].tag.startswith("J"):
            yield word.morphemes[-1].start - span.start, word.end - span.start


def _is_nearer_without(place: tuple[int, int], span: Span, match: Match) -> bool:
    said = sounds(spoken(span.text[: place[0]] + span.text[place[1] :]))
    return distance(said, match.reading.phonemes, match.cost) < match.cost


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
        fit(span),
        topic.times(term),
        topic.is_near(term, scanned.number),
        topic.warmth(term),
        topic.company(term, scanned.number),
    )
