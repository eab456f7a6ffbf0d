"""The judgement: how likely a candidate is what was meant, and what follows: apply, propose or leave.

The log-odds are a sum of a few kinds of evidence. The weights were learnt by logistic regression over ten collections,
notes of our own with known misrecognitions, real texts and clean ones, each collection counting by the root of its size,
and rounded; without any one of the collections they are nearly the same. They name no word.
What is applied unseen must also belong to a class where that is safe: an ordinary word that could stand as it is
(커리 for 쿼리) is never replaced by itself, however well the rest fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p

from processing.phonetics import sounds, spoken
from processing.proposals import APPLY, PROPOSE
from processing.terms.candidates import Candidate
from processing.terms.context import is_common, is_everyday
from processing.terms.glossary import USER
from processing.terms.letters import is_titled, letters_of
from processing.terms.sound_index import RIVALRY
from processing.terms.spans import Span

BASE = -6.6
WEIGHTS = {
    "distance": -4.0,  # one clearly different phoneme
    "length": 2.25,  # four phonemes to compare, twelve at the most
    "beginning": 1.4,  # the first phoneme is the same: what a word begins with is heard best
    "ending": 0.95,  # the last syllable is the same
    "ordinary": -1.85,  # one word that a dictionary has
    "misfit": 0.72,  # six units of log-likelihood worse than an ordinary word in its place
    "near": 0.55,  # the right form stands within a few sentences
    "present": 1.55,  # the right form stands somewhere in the note
    "warmth": 0.9,  # the note speaks of the term's domain
    "companions": 0.63,  # log of the number of its kin nearby
    "margin": 1.0,  # a twentieth of the sounds to the next term
    "own": 0.6,  # the person put the term into a glossary
}
EVERYDAY_COMPANIONS = 2  # a term of no special subject is never among strangers, nor among its own

APPLY_FROM, APPLY_EVERYDAY_FROM, APPLY_ACRONYM_FROM, NEVER = 0.55, 0.65, 0.8, 2.0
APPLY_SCRAPS_FROM = 0.4  # several words of which one is no word: they belong together anyhow
# a word that is not said nearly as the term is, which the note never says rightly; one that nothing around it vouches for
APPLY_UNTOLD_FROM, APPLY_UNTOLD_ALONE_FROM = 0.8, 0.88
APPLY_APART_FROM = 0.7  # a word that a dictionary takes apart into others: it may be one that somebody has just made
PROPOSE_FROM = 0.08
ELSEWHERE = 0.4  # how much of the likelihood is left in a sentence about something else
SHORT = 7  # phonemes: RAG, SQL, tool
EXACT = 0.1  # phonemes: the word is just how the term is said
NEARLY = 0.05  # share of the sounds: a single long word is said as the term is but for a trifle
SLIGHT, TELLING = 0.3, 2  # phonemes that hardly change a word; terms of the same trade nearby that tell
NEAR_LETTER = 0.5  # phonemes between letters whose names are taken for each other: B and P, LL and L
SHORTEST_JOINED = 7  # phonemes: two ordinary words that happen to sound like a short term prove nothing


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a candidate: `decision` is apply, propose or "" for leave; `confidence` from 0 to 1."""

    decision: str
    confidence: float


def evidence(candidate: Candidate) -> dict[str, float]:
    """How much of each kind of evidence there is, in the units of `WEIGHTS`."""
    term = candidate.match.reading.term
    heard = spoken(candidate.span.text)
    return {
        "distance": candidate.match.cost,
        "length": min(len(candidate.match.reading.phonemes), 12) / 4,
        "beginning": float(sounds(heard)[:1] == candidate.match.reading.phonemes[:1]),
        "ending": float(heard[-1:] == candidate.match.reading.said[-1:]),
        "ordinary": float(is_ordinary(candidate)),
        "misfit": max(-2.0, min(2.0, (-candidate.fit - 10) / 6)),
        "near": float(candidate.is_near),
        "present": float(candidate.times_right > 0),
        "warmth": candidate.warmth,
        "companions": log1p(EVERYDAY_COMPANIONS if is_everyday(term) else candidate.company.size),
        "margin": 20 * min([rival.share - candidate.match.share for rival in candidate.rivals], default=RIVALRY),
        "own": float(term.origin == USER),
    }


def is_ordinary(candidate: Candidate) -> bool:
    """Whether a dictionary has what was heard as one word.

    One that it takes apart (하이튜닝, 노강기) is as strange as one that it has not.
    """
    if len(candidate.span.eojeols) > 1 or candidate.is_odd or candidate.is_listed:
        return False
    return not is_taken_apart(candidate.span)


def is_taken_apart(span: Span) -> bool:
    """Whether a dictionary got through a single word only in scraps, or as several nouns."""
    word = span.eojeols[0]
    nouns = [one for one in word.morphemes if one.is_noun and one.start < span.end]
    return len(span.eojeols) == 1 and (word.is_torn or len(nouns) > 1)


def likelihood(candidate: Candidate) -> float:
    """The probability, 0 to 1, that the candidate's term is what was said."""
    odds = BASE + sum(WEIGHTS[name] * amount for name, amount in evidence(candidate).items())
    return 1 / (1 + exp(-odds))


def judged(candidate: Candidate) -> Verdict:
    """What follows for a candidate."""
    is_spelled = candidate.is_spelled and _is_surely_spelled(candidate.span)
    if is_spelled and candidate.match.cost == 0:
        is_guess = candidate.match.reading.is_by_rule and bool(candidate.match.reading.term.readings)
        is_strange = not candidate.is_at_home and not is_common(candidate.match.reading.term)
        return Verdict(PROPOSE, GUESSED) if is_guess or is_strange else Verdict(APPLY, SPELLED)
    if candidate.is_spelled and candidate.match.cost == 0 and candidate.is_at_home and is_titled(candidate.span.text):
        return Verdict(PROPOSE, TITLED)
    chance = likelihood(candidate) * (ELSEWHERE if is_elsewhere(candidate) else 1)
    if chance >= _threshold(candidate):
        return Verdict(APPLY, chance)
    return Verdict(PROPOSE if chance >= PROPOSE_FROM or is_spelled else "", chance)


def is_elsewhere(candidate: Candidate) -> bool:
    """Whether the sentence's own words say that a short word is meant otherwise: 영화는 시퀄이 더 재밌다."""
    is_short = len(candidate.match.reading.phonemes) <= SHORT and len(candidate.span.eojeols) == 1
    return candidate.is_private and is_short and not candidate.is_acronym


def _is_surely_spelled(span: Span) -> bool:
    """Whether letters named one by one can be nothing else: 아이 티 may be a child's, 피디 a person."""
    heard = span.text.replace(" ", "")
    if any(ch.isascii() for ch in heard):
        return len(spoken(heard)) >= SPELLED_SYLLABLES and len(heard) > 2
    if len(span.eojeols) == 1 and not span.is_odd and span.eojeols[0].morphemes[0].tag == "NNP":
        return False  # 아이티 is a country too
    is_doubtful = len(span.eojeols) > 1 and not span.is_odd and not letters_of(heard)
    least = SPELLED_TORN if is_doubtful else SPELLED_SYLLABLES
    return len(heard) >= least and not any(word.is_listed for word in span.eojeols)


def _threshold(candidate: Candidate) -> float:
    """From which likelihood a candidate of this class is applied unseen; `NEVER` is beyond reach."""
    if candidate.match.reading.is_by_rule or _may_be_its_like(candidate):
        return NEVER
    if candidate.is_acronym and not _is_own_acronym(candidate):
        return APPLY_ACRONYM_FROM
    least = _threshold_of_words(candidate)
    is_single = len(candidate.span.eojeols) == 1
    may_be_any = len(candidate.match.reading.phonemes) < SHORT or (is_single and _may_be_any_word(candidate))
    is_said_so = candidate.match.cost <= EXACT or (is_single and not may_be_any and candidate.match.share <= NEARLY)
    if is_said_so or _is_told(candidate):
        return least
    is_alone = may_be_any or (is_single and len(candidate.company.own) < TELLING)
    return max(least, APPLY_UNTOLD_ALONE_FROM if is_alone else APPLY_UNTOLD_FROM)


def _threshold_of_words(candidate: Candidate) -> float:
    """The same of what is no acronym, by what the dictionary makes of it."""
    least = APPLY_EVERYDAY_FROM if _may_be_any_word(candidate) else APPLY_FROM
    if len(candidate.span.eojeols) > 1:
        return _threshold_of_joined(candidate, least)
    if candidate.is_odd:
        return least
    if candidate.is_listed:
        return least if candidate.match.cost < EXACT else NEVER
    return APPLY_APART_FROM if is_taken_apart(candidate.span) and least == APPLY_FROM else NEVER


def _is_own_acronym(candidate: Candidate) -> bool:
    """Whether an acronym that no list has is a letter, named alike, away from one that the note itself has: alv, ALB."""
    is_near = candidate.match.cost <= NEAR_LETTER and candidate.span.text.isalpha()
    return is_near and candidate.times_right > 0 and candidate.is_odd


def _threshold_of_joined(candidate: Candidate, least: float) -> float:
    """The same of several words, where `least` is asked of a single one."""
    if candidate.is_odd or any(word.is_torn for word in candidate.span.eojeols):
        return APPLY_SCRAPS_FROM if least == APPLY_FROM else least
    return least if len(candidate.match.reading.phonemes) >= SHORTEST_JOINED else NEVER


GUESSED = 0.6  # of one that no list has, or one of a trade that the note never speaks of
TITLED = 0.4  # of one that looks like a person with a title: 피오 씨
SPELLED = 0.95  # confidence of an acronym that was written down letter by letter
SPELLED_SYLLABLES, SPELLED_TORN = 3, 4  # of one word, of several known words

Judged = tuple[Candidate, Verdict]


def reason(candidate: Candidate) -> str:
    """One short Korean line that says why: "사전에 없는 말 · 가까이에 파인튜닝, 랭체인"."""
    parts = []
    if candidate.is_spelled:
        parts.append("글자 이름으로 적힌 약어")
    elif candidate.is_acronym:
        parts.append("소리가 비슷한 약어")
    elif candidate.is_odd or (is_taken_apart(candidate.span) and not candidate.is_listed):
        parts.append("사전에 없는 말")
    elif len(candidate.span.eojeols) > 1:
        parts.append("붙여 읽으면 같은 소리")
    else:
        parts.append("소리가 비슷한 말")
    if candidate.is_near:
        parts.append("가까이에 바른 표기가 있음")
    elif candidate.times_right:
        parts.append("이 노트에 바른 표기가 있음")
    if companions := (*candidate.company.own, *candidate.company.kin)[:2]:
        parts.append(f"가까이에 {', '.join(companions)}")
    return " · ".join(parts)


def _may_be_its_like(candidate: Candidate) -> bool:
    """Whether a short word or an acronym may as well be another that no list has (잼스, 허드, 에스비아이, SPI).

    Only the note's own use of the term tells, or several terms of its trade around; letters named one by one need neither.
    """
    is_letters = candidate.is_spelled or candidate.is_acronym
    is_exact = is_letters and candidate.match.cost == 0
    is_short = is_letters or len(candidate.match.reading.phonemes) < SHORT
    return is_short and not (is_exact or _is_told(candidate) or len(candidate.company.own) >= TELLING)


def _is_told(candidate: Candidate) -> bool:
    """Whether the note says the term rightly somewhere, or the person has put it into a glossary.

    In real transcripts such corrections were right nearly always, those of terms that are told nowhere least often.
    """
    return candidate.times_right > 0 or candidate.match.reading.term.origin == USER


def _may_be_any_word(candidate: Candidate) -> bool:
    """Whether the term is one of no special subject that the note does not have: its surroundings say nothing for it."""
    term = candidate.match.reading.term
    return is_everyday(term) and term.origin != USER and not candidate.times_right
