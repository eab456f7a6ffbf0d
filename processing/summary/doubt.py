"""How far the words of a sentence can be trusted: what no dictionary has and what is offered a correction may be misheard.

A word of no dictionary that the note says again and again is its own name for something. A sentence whose words hardly
ever stand together (the mean log-likelihood of its morphemes, as Kiwi's language model has it) is one that the
recogniser has not understood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from processing.analysis import Morpheme
from processing.source import Place
from processing.summary.phrases import Named, Phrase, is_torn_off
from processing.summary.utterance import Utterance

_OWN_NAME = 3  # sentences with which a strange word is the note's own
_OWN_PHRASE = 2  # the same for a phrase with such a word: twice alike is hardly misheard
_PER_STRANGE_WORD, _OFFERED, _UNLIKELY_WORDS = 0.6, 0.6, 0.5
_UNLIKELY = -8.5  # mean log-likelihood of the words that carry meaning; clean talk lies between -4 and -7
_FEWEST_WORDS = 4


class Doubts:
    """The strange words of a note and the places (`offered`) where an open proposal would have another word."""

    def __init__(self, said: Sequence[Utterance], offered: Iterable[Place] = ()) -> None:
        counts = Counter(form for u in said for form in {m.form for m in u.marks if is_strange(m)})
        self._strange = frozenset(form for form, count in counts.items() if count < _OWN_NAME)
        self._offered = sorted(offered, key=lambda place: place.start)
        self._starts = [place.start for place in self._offered]

    def trust(self, utterance: Utterance) -> float:
        """How much a line of this sentence may count, 0 to 1."""
        strange = sum(m.form in self._strange and is_strange(m) for m in utterance.marks)
        strange += sum(is_torn_off(before, m) for before, m in pairwise(utterance.marks))
        trust = _PER_STRANGE_WORD ** min(strange, 4)
        trust *= _OFFERED if self._offered and self._is_offered(utterance.place) else 1.0
        return trust * (_UNLIKELY_WORDS if _likelihood(utterance) < _UNLIKELY else 1.0)

    def is_sound(self, utterance: Utterance, phrase: Phrase) -> bool:
        """Whether a phrase of the sentence may stand for a topic: none of its words is strange, none is offered another."""
        inside = [m for m in utterance.marks if phrase.start <= m.start < phrase.end]
        if any(m.form in self._strange and is_strange(m) for m in inside):
            return False
        return not (self._offered and self._is_offered(utterance.sentence.place_of(phrase.start, phrase.end)))

    def _is_offered(self, place: Place) -> bool:
        at = bisect_left(self._starts, place.end)
        return any(other.overlaps(place) for other in self._offered[max(at - 4, 0) : at])


def is_strange(morpheme: Morpheme) -> bool:
    """Whether it is a noun that no dictionary and no glossary has."""
    return not morpheme.is_known and morpheme.tag in ("NNG", "NNP", "XR")


def _likelihood(utterance: Utterance) -> float:
    scores = [m.score for m in utterance.marks if m.tag[0] in "NVXM" and not is_strange(m)]
    return sum(scores) / len(scores) if len(scores) >= _FEWEST_WORDS else 0.0


def sound(named: Sequence[Named], doubts: Doubts) -> list[Named]:
    """What each sentence names without what may be misheard, unless the note says it in several sentences all the same."""
    often = Counter(chain.from_iterable(sentence.texts for sentence in named))
    return [_sound(sentence, often, doubts) for sentence in named]


def _sound(sentence: Named, often: Mapping[str, int], doubts: Doubts) -> Named:
    phrases = tuple(
        phrase
        for phrase in sentence.phrases
        if often[phrase.text] >= (_OWN_PHRASE if " " in phrase.text else _OWN_NAME)
        or doubts.is_sound(sentence.utterance, phrase)
    )
    return sentence if len(phrases) == len(sentence.phrases) else replace(sentence, phrases=phrases)
