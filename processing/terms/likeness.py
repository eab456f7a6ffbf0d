"""How near a heard text is to one of a few words that are looked for, by ear: a share of all sounds."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from processing.phonetics import CODAS, ROUGH, distance, jamo, sounds, spoken

CHEAPEST = 0.3  # what a change of one rough sound costs at the least
FAR = 1.0


def is_within(phonemes: str, others: str, limit: float) -> bool:
    """Whether two strings of phonemes are at most `limit` apart; most are told by how many rough sounds differ.

    >>> is_within(sounds("레그"), sounds("래그"), 0.1), is_within(sounds("나무"), sounds("서버"), 0.5)
    (True, False)
    """
    most = int((limit + 1e-9) / CHEAPEST)
    if Levenshtein.distance(phonemes.translate(ROUGH), others.translate(ROUGH), score_cutoff=most) > most:
        return False
    return distance(phonemes, others, limit + 1e-9) <= limit


class Likeness:
    """The sounds of a few words (any script), to be asked how far a text is from the nearest, up to `most` of all sounds.

    `cheapest` is what a change of one rough sound is taken to cost at the least.
    """

    def __init__(self, words: Iterable[str], most: float, cheapest: float = CHEAPEST) -> None:
        plain = [spoken(one) for one in words]
        self._most, self._cheapest = most, cheapest
        targets = dict.fromkeys(sounds(one) for one in [*plain, *map(_shut, plain)] if one)
        self._targets = [(target, target.translate(ROUGH)) for target in targets]
        self.length = max(map(len, targets), default=0)

    def share(self, text: str) -> float:
        """How far a text is from the nearest word, as a share of all sounds; `FAR` beyond `most`."""
        return self.share_of(sounds(spoken(text)))

    def share_of(self, phonemes: str) -> float:
        """The same of the sounds of a text."""
        rough, length, best = phonemes.translate(ROUGH), len(phonemes), FAR
        for target, rough_target in self._targets:
            limit = self._most * max(length, len(target))
            cutoff = int(limit / self._cheapest) + 1
            if phonemes and Levenshtein.distance(rough, rough_target, score_cutoff=cutoff) <= cutoff:
                best = min(best, distance(phonemes, target, limit + 1e-9) / max(length, len(target)))
        return best


def _shut(hangul: str) -> str:
    """A reading that ends in a consonant and ㅡ, said with the consonant closing the syllable before: 레그 as 렉."""
    if len(hangul) < 2 or jamo(hangul[-1])[1:] != ("ㅡ", "") or jamo(hangul[-2])[2] or jamo(hangul[-1])[0] not in CODAS:
        return ""
    return hangul[:-2] + chr(ord(hangul[-2]) + CODAS.index(jamo(hangul[-1])[0]))
