"""What a whole note settles: one word is not written in two ways, and what comes again and again may be a word itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from processing.phonetics import sounds, spoken
from processing.proposals import APPLY, PROPOSE
from processing.terms.candidates import Candidate
from processing.terms.context import is_everyday
from processing.terms.glossary import USER
from processing.terms.judgement import EXACT, SLIGHT, Judged, Verdict, is_elsewhere, is_ordinary
from processing.terms.likeness import is_within

FOLLOW_FROM = 0.3  # for a word that is applied elsewhere in the note
SAME_SLIP = 0.5  # phonemes between two hearings of one word
APART = 3  # times that the right form comes for each time of what was heard
OFTEN, AGAIN = 3, 0.5  # times that a word comes again and again; by which power of them it grows likelier


def settled(by_sentence: Sequence[Sequence[Judged]]) -> list[list[Judged]]:
    """The judgements of a whole note, where one word is not written in two ways.

    A word applied at one place is applied wherever it was heard so, or hardly otherwise, and is not much less likely.
    """
    times = Counter(_pair(candidate) for chosen in by_sentence for candidate, _ in chosen)
    applied: dict[str, set[str]] = {}
    for candidate, verdict in chain.from_iterable(by_sentence):
        if verdict.decision == APPLY and not _may_be_a_word(candidate, times):
            applied.setdefault(candidate.match.reading.term.term, set()).add(candidate.span.text)
    return [[_settled(candidate, verdict, times, applied) for candidate, verdict in chosen] for chosen in by_sentence]


def _settled(
    candidate: Candidate, verdict: Verdict, times: Counter[tuple[str, str]], applied: Mapping[str, Collection[str]]
) -> Judged:
    if _may_be_a_word(candidate, times):
        return candidate, replace(verdict, decision=PROPOSE)
    return _with_the_rest(candidate, _repeated(candidate, verdict, times), applied)


def _may_be_a_word(candidate: Candidate, times: Counter[tuple[str, str]]) -> bool:
    """Whether what comes again and again may well be a word of its own: it is offered, not applied.

    It is heard alike each time, and the term stands nowhere in the note (오프로딩 is no 오버로딩 there), or both come again
    and again (인덱스, 얀덱스). A person's own term is one that the note is expected to have.
    """
    often, is_own = times[_pair(candidate)], candidate.match.reading.term.origin == USER
    if often < OFTEN or candidate.match.cost < SLIGHT:
        return False
    is_strange = len(candidate.span.eojeols) == 1 and candidate.match.cost > SLIGHT and not candidate.is_spelled
    return candidate.times_right >= APART * often or (is_strange and not candidate.times_right and not is_own)


def _repeated(candidate: Candidate, verdict: Verdict, times: Counter[tuple[str, str]]) -> Verdict:
    """A word said just as a term is said, again and again where the note speaks of the term's subject, is less likely meant.

    It is offered higher up, and applied no sooner.
    """
    often = times[_pair(candidate)]
    is_exact = candidate.match.cost < EXACT and candidate.is_at_home and not candidate.is_spelled
    if verdict.decision != PROPOSE or often < OFTEN or not is_exact or is_everyday(candidate.match.reading.term):
        return verdict
    odds = verdict.confidence / (1 - verdict.confidence) * often**AGAIN
    return Verdict(PROPOSE, odds / (1 + odds))


def _pair(candidate: Candidate) -> tuple[str, str]:
    return candidate.span.text, candidate.match.reading.term.term


def _with_the_rest(candidate: Candidate, verdict: Verdict, applied: Mapping[str, Collection[str]]) -> Judged:
    alike = applied.get(candidate.match.reading.term.term, ())
    if alike and verdict.confidence >= FOLLOW_FROM and not is_elsewhere(candidate) and _is_heard_as(candidate, alike):
        return candidate, Verdict(APPLY, verdict.confidence)
    return candidate, verdict


def _is_heard_as(candidate: Candidate, others: Collection[str]) -> bool:
    """Whether what was heard is one of these; a word that no dictionary has may be a sound away (보코와 beside 보쿠와)."""
    heard = candidate.span.text
    if heard in others:
        return True
    if candidate.is_listed or candidate.is_spelled or candidate.is_acronym or is_ordinary(candidate):
        return False
    said = sounds(spoken(heard))
    return len(candidate.span.eojeols) == 1 and any(is_within(said, sounds(spoken(one)), SAME_SLIP) for one in others)
