"""How near a heard text is to one of a few words that are looked for, by ear: a share of all sounds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from processing.phonetics import CODAS, ROUGH, distance, jamo, sounds, spoken

CHEAPEST = 0.3  # what a change of one rough sound costs at the least
FAR = 1.0


class Likeness:
    """The sounds of a few words (any script), to be asked how far a text is from the nearest, up to `most` of all sounds."""

    def __init__(self, words: Iterable[str], most: float) -> None:
        plain = [spoken(one) for one in words]
        self._most = most
        self._sounds = list(dict.fromkeys(sounds(one) for one in [*plain, *map(_shut, plain)] if one))
        self._rough = [one.translate(ROUGH) for one in self._sounds]
        self.share = lru_cache(maxsize=100_000)(self._share)
        self.length = max(map(len, self._sounds), default=0)

    def _share(self, text: str) -> float:
        """How far a text is from the nearest word, as a share of all sounds; `FAR` beyond `most`."""
        phonemes = sounds(spoken(text))
        rough = phonemes.translate(ROUGH)
        best = FAR
        for target, rough_target in zip(self._sounds, self._rough, strict=True):
            limit = self._most * max(len(phonemes), len(target))
            cutoff = int(limit / CHEAPEST) + 1
            if phonemes and Levenshtein.distance(rough, rough_target, score_cutoff=cutoff) <= cutoff:
                best = min(best, distance(phonemes, target, limit + 1e-9) / max(len(phonemes), len(target)))
        return best


def _shut(hangul: str) -> str:
    """A reading that ends in a consonant and ㅡ, said with the consonant closing the syllable before: 레그 as 렉."""
    if len(hangul) < 2 or jamo(hangul[-1])[1:] != ("ㅡ", "") or jamo(hangul[-2])[2] or jamo(hangul[-1])[0] not in CODAS:
        return ""
    return hangul[:-2] + chr(ord(hangul[-2]) + CODAS.index(jamo(hangul[-1])[0]))
