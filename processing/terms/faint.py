"""Faint likenesses: what sounds a little like a term and is hardly ever meant, so that it is not offered at all.

A likely candidate needs no more than its likelihood. Below that, each way to be wrong asks for what tells it from chance:
an English name for a piece of a word, the company of its trade; known words read together, length; a known acronym, a
letter as like as its own. Measured on our notes, each class left out was right less than once in seven.
"""

from __future__ import annotations

from processing.phonetics import is_hangul
from processing.terms.candidates import Candidate
from processing.terms.context import is_everyday
from processing.terms.glossary import USER
from processing.terms.judgement import is_ordinary, is_taken_apart

FAINT = 0.2  # likelihood below which more is asked
FAINT_ANYWHERE = 0.45  # the same of a term of every meeting, which nothing around vouches for, and of an acronym
FAINT_ORDINARY = 0.7  # the same of an ordinary word that sounds like a term of every meeting: 오프사이드, 오프사이트
FAINTEST = 0.1  # below which an ordinary word needs the company of the term's own trade
EXACT = 0.1  # phonemes
FAR, FAR_ANYWHERE = 0.14, 0.1  # share of the sounds from which an unknown word is far from a term, one of every meeting
NEAR_LETTER = 0.6  # phonemes: letters named alike, B and V
TELLING = 2  # terms of the same trade nearby
LONG = 10  # phonemes that make a far word tell something
LONG_JOINED = 12  # phonemes that make several words read as one tell something, or a word that may be said anywhere


def is_faint(candidate: Candidate, likelihood: float) -> bool:
    """Whether a candidate as likely as this is to be left: nothing but a little sound speaks for it."""
    is_vouched_for = candidate.times_right > 0 or candidate.match.reading.term.origin == USER
    if likelihood >= _faint_below(candidate) or is_vouched_for or candidate.is_spelled or candidate.match.cost < EXACT:
        return False
    if candidate.is_acronym:
        return _is_faint_acronym(candidate)
    if len(candidate.span.eojeols) > 1:
        return _is_faint_joined(candidate)
    return _is_faint_unknown(candidate) if candidate.is_odd else _is_faint_known(candidate, likelihood)


def _faint_below(candidate: Candidate) -> float:
    if candidate.is_acronym:
        return FAINT_ANYWHERE
    if len(candidate.span.eojeols) > 1 or not is_everyday(candidate.match.reading.term):
        return FAINT
    return FAINT_ORDINARY if is_ordinary(candidate) else FAINT_ANYWHERE


def _is_faint_acronym(candidate: Candidate) -> bool:
    """A letter more or less (SF, SFT) is another acronym; a known one is meant unless its letters are named alike."""
    if len(candidate.span.text) != len(candidate.match.reading.term.term):
        return True
    return candidate.is_listed and (candidate.match.cost > NEAR_LETTER or not candidate.company.own)


def _is_faint_joined(candidate: Candidate) -> bool:
    """Words read as one (판 매 as 팟맨) prove little unless they are scraps or much is alike."""
    if is_hangul(candidate.span.text) and any(word.is_torn for word in candidate.span.eojeols):
        return _is_name(candidate)
    return len(candidate.match.reading.phonemes) < LONG_JOINED


def _is_faint_unknown(candidate: Candidate) -> bool:
    """A word of no dictionary: an English name and a far word need the company of their trade."""
    length = len(candidate.match.reading.phonemes)
    if is_everyday(candidate.match.reading.term):
        return candidate.match.share >= FAR_ANYWHERE and length < LONG_JOINED
    is_at_home = len(candidate.company.own) >= TELLING
    if _is_name(candidate) and not is_at_home:
        return True
    return candidate.match.share >= FAR and not is_at_home and length < LONG


def _is_faint_known(candidate: Candidate, likelihood: float) -> bool:
    """A word that a dictionary has: it is hardly a word of every meeting, nor one whose trade is not spoken of."""
    if is_taken_apart(candidate.span):
        return True
    return is_everyday(candidate.match.reading.term) or (likelihood < FAINTEST and not candidate.company.own)


def _is_name(candidate: Candidate) -> bool:
    return candidate.match.reading.term.term.isascii() and is_hangul(candidate.span.text)
