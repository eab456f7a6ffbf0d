"""Keys by which forms of similar sound meet: a form stands under its key and under the key with one or two characters less.

A query deletes in the same way, so a changed, lost or added class of sound still meets its form. Keys are kept as 64-bit
numbers in order and those of many queries are looked up at once: an index of ten thousand terms has hundreds of
thousands of keys, and as strings in a dictionary each look would wait for the memory. Two keys of one number would only
make two forms meet that have nothing in common, which the look that follows tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

LONG_KEY = 5  # from this length two characters may be deleted
SHORT_KEY = 2  # below it none: with a deletion everything would be near
LONGEST_KEY = 48  # a longer one is met whole only: no stretch that is looked up is so long
_BASE = 0x9E3779B97F4A7C15  # odd, its bits well mixed: powers of it tell the places of a key apart


class SoundKeys:
    """Forms, told by their numbers, each under one key and what is left of it after deletions."""

    def __init__(self, keys: Sequence[str], forms: Sequence[int], deletions: int) -> None:
        """`keys` are ASCII, each the key of the form at the same place in `forms`."""
        owners, hashes = _shortened(keys, [deletions] * len(keys))
        order = np.argsort(hashes, kind="stable")
        self._forms: NDArray[np.int32] = np.asarray(forms, np.int32)[owners[order]]
        hashes = hashes[order]
        starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else _NONE
        self._keys = hashes[starts]
        self._starts = starts.astype(np.int32)
        self._counts = np.diff(starts, append=len(hashes)).astype(np.int32)

    def meeting(self, keys: Sequence[str], deletions: Sequence[int]) -> tuple[Numbers, Numbers]:
        """The places in `keys` and beside each the number of a form that it meets; a pair may come more than once.

        >>> one, form = SoundKeys(["daidan"], [7], 2).meeting(["daida", "bbb"], [1, 1])
        >>> set(zip(one.tolist(), form.tolist()))
        {(0, 7)}
        """
        if not len(self._keys) or not keys:
            return _NONE, _NONE
        owners, hashes = _shortened(keys, deletions)
        order = np.argsort(hashes)  # one after the other, which the memory likes
        owners, hashes = owners[order], hashes[order]
        at = np.minimum(np.searchsorted(self._keys, hashes), len(self._keys) - 1)
        is_known = self._keys[at] == hashes
        at, owners = at[is_known], owners[is_known]
        which, places = runs(self._starts[at], self._counts[at])
        return owners[which], self._forms[places].astype(np.int64)


def runs(starts: NDArray[np.integer], counts: NDArray[np.integer]) -> tuple[Numbers, Numbers]:
    """The places of runs one after the other, and before it for each the number of its run.

    >>> [one.tolist() for one in runs(np.array([5, 0]), np.array([2, 3]))]
    [[0, 0, 1, 1, 1], [5, 6, 0, 1, 2]]
    """
    which = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return which, np.arange(len(which)) + (starts - before)[which]


def _shortened(keys: Sequence[str], deletions: Sequence[int]) -> tuple[Numbers, Hashes]:
    """The numbers of all keys and of what deletions leave of them, and before these for each the place of its key."""
    alike: dict[tuple[int, int], list[int]] = {}
    for place, (key, most) in enumerate(zip(keys, deletions, strict=True)):
        alike.setdefault((len(key), most), []).append(place)
    owners, hashes = [_NONE], [_NONE.astype(np.uint64)]
    for (length, most), places in alike.items():
        powers = _powers(length, most)
        letters = np.array([keys[place].encode("ascii") for place in places]).view(np.uint8) if length else _NONE
        found = letters.reshape(len(places), length).astype(np.uint64) @ powers
        owners.append(np.repeat(np.array(places), powers.shape[1]))
        hashes.append(found.ravel())
    return np.concatenate(owners), np.concatenate(hashes)


@lru_cache(maxsize=3 * LONGEST_KEY)
def _powers(length: int, deletions: int) -> Hashes:
    """What each character of a key counts, a column for each way to delete: 0, or the power of the place that it is left at."""
    columns = [
        [0 if i in gone else pow(_BASE, sum(j not in gone for j in range(i + 1, length)), 2**64) for i in range(length)]
        for count in range(_most_deletions(length, deletions) + 1)
        for gone in combinations(range(length), count)
    ]
    return np.array(columns, np.uint64).reshape(len(columns), length).T.copy()


def _most_deletions(length: int, deletions: int) -> int:
    if not SHORT_KEY <= length <= LONGEST_KEY:
        return 0
    return min(deletions, 2 if length >= LONG_KEY else 1)


_NONE: Numbers = np.zeros(0, np.int64)
