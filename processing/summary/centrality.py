"""How central each sentence is: the stationary weight of a walk between sentences that share words.

The usual graph of all pairs (LexRank, Erkan & Radev 2004) is quadratic. The walk goes through the words instead, sentence
-> word -> sentence, which is the same cosine graph without ever building it: time and memory grow with the number of
words said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_DAMPING = 0.85
_NOTHING = 1e-9
_ROUNDS = 12  # the order of the first hundred no longer changes after about ten


def centrality(bags: Sequence[frozenset[str]]) -> Floats:
    """A weight from 0 to 1 for each bag of words, 1 for the most central; 0 for an empty one.

    >>> [round(float(x), 1) for x in centrality([frozenset("ab"), frozenset("bc"), frozenset("d"), frozenset()])]
    [1.0, 1.0, 0.2, 0.0]
    """
    rows, cols, values = _weighted(bags)
    count = len(bags)
    if not len(rows):
        return np.zeros(count)
    size = int(cols.max()) + 1
    filled = np.array([bool(bag) for bag in bags])
    degree = np.where(filled, _through(rows, cols, values, np.ones(count), size) - 1, 0.0)  # 1 is the way to itself
    linked = degree > _NOTHING
    share = np.where(filled, 1 / filled.sum(), 0.0)
    weight = share
    for _ in range(_ROUNDS):
        sent = np.divide(weight, degree, where=linked, out=np.zeros(count))
        passed = _through(rows, cols, values, sent, size) - sent
        weight = np.where(filled, (1 - _DAMPING) * share + _DAMPING * np.where(linked, passed, 0.0), 0.0)
    result: Floats = weight / weight.max()
    return result


def _weighted(bags: Sequence[frozenset[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """The bags as a sparse matrix of TF-IDF weights, each row of length 1."""
    spread = Counter(word for bag in bags for word in bag)
    ids = {word: i for i, word in enumerate(sorted(spread))}
    rows = np.array([i for i, bag in enumerate(bags) for _ in bag], dtype=np.int64)
    # in one order on every run: the last bit of a sum must not depend on how a set happens to lie
    cols = np.array([ids[word] for bag in bags for word in sorted(bag)], dtype=np.int64)
    if not len(rows):
        return rows, cols, np.zeros(0)
    idf = np.log(1 + len(bags) / np.array([spread[word] for word in sorted(spread)], dtype=np.float64))
    values = idf[cols]
    lengths = np.sqrt(np.bincount(rows, values**2, len(bags)))
    return rows, cols, values / lengths[rows]


def _through(rows: NDArray[np.int64], cols: NDArray[np.int64], values: Floats, weight: Floats, words: int) -> Floats:
    """One step sentence -> words -> sentence."""
    on_words = np.bincount(cols, values * weight[rows], words)
    passed: Floats = np.bincount(rows, values * on_words[cols], len(weight)).astype(np.float64)
    return passed
