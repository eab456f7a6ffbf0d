"""How far many heard words are from as many readings: the table of costs of `phonetics` walked for all pairs together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from processing.phonetics import DROP, PHONEMES, SWAP

Codes = NDArray[np.uint8]  # phonemes as numbers, a row for each word, with zeros after the shorter ones
Costs = NDArray[np.int16]
UNIT = 100  # costs are counted in hundredths of a clearly different phoneme, in whole numbers: sums are exact
LONGEST = 100  # phonemes of a word; what two longer ones cost would not fit

_CODES = str.maketrans({phoneme: chr(i) for i, phoneme in enumerate(PHONEMES, 1)})
_DROP: Costs = np.array([0, *(round(DROP[phoneme] * UNIT) for phoneme in PHONEMES)], np.int16)
_SWAP: Costs = np.zeros((len(PHONEMES) + 1, len(PHONEMES) + 1), np.int16)
_SWAP[1:, 1:] = [[round(SWAP[one][other] * UNIT) for other in PHONEMES] for one in PHONEMES]


def coded(words: Sequence[str]) -> Codes:
    """The phonemes of each word as a row of numbers; a word has `LONGEST` of them at the most."""
    return _rows([word.translate(_CODES) for word in words])


def _rows(words: Sequence[str]) -> Codes:
    longest = max(map(len, words), default=0)
    solid = "".join([word.ljust(longest, "\0") for word in words])
    return np.frombuffer(solid.encode("latin-1"), np.uint8).reshape(len(words), longest)


def distances(heard: Codes, meant: Codes) -> NDArray[np.float64]:
    """What `phonetics.distance` tells of each row of one and the same row of the other, without a limit.

    >>> distances(coded(["ㄹㅔㄱㅡ", "ㄱㅗ"]), coded(["ㄹㅔㄱ", "ㅋㅗ"])).tolist()
    [0.3, 0.12]
    """
    order = np.argsort((heard == 0).sum(axis=1), kind="stable")  # those that still go on stand at the front
    rows, columns = heard[order].astype(np.intp), meant[order].astype(np.intp)
    losses = np.zeros((len(order), columns.shape[1] + 1), np.int16)
    np.cumsum(_DROP[columns], axis=1, out=losses[:, 1:])
    row = losses.copy()
    for i, count in enumerate(np.count_nonzero(rows, axis=0).tolist()):
        swaps = _SWAP.take(rows[:count, i, None] * len(_SWAP) + columns[:count])  # faster than to index by two
        row[:count] = _next_row(row[:count], _DROP[rows[:count, i]], swaps, losses[:count])
    found = np.empty(len(order))
    found[order] = row[np.arange(len(order)), np.count_nonzero(columns, axis=1)] / UNIT
    return found


def _next_row(row: Costs, drops: Costs, swaps: Costs, losses: Costs) -> Costs:
    """The row of the table after one more heard phoneme of each pair."""
    following = row + drops[:, None]
    np.minimum(following[:, 1:], row[:, :-1] + swaps, out=following[:, 1:])
    # phonemes of the reading may be lost after any of these: what was lost up to there is paid already
    best: Costs = np.minimum.accumulate(following - losses, axis=1) + losses
    return best
