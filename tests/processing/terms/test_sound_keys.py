"""Keys meet whenever as many deletions as are asked for leave the same of both."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from processing.terms.sound_keys import LONG_KEY, LONGEST_KEY, SHORT_KEY, SoundKeys, runs

KEYS = st.lists(st.text("abdgimnors", max_size=9), min_size=1, max_size=10)


def left(key: str, deletions: int) -> set[str]:
    """What is left of a key after up to as many deletions as it may have."""
    most = 0 if len(key) < SHORT_KEY else min(deletions, 2 if len(key) >= LONG_KEY else 1)
    return {"".join(some) for count in range(most + 1) for some in combinations(key, len(key) - count)}


@given(forms=KEYS, asked=st.lists(st.tuples(st.text("abdgimnors", max_size=9), st.integers(0, 2)), max_size=10))
def test_two_keys_meet_if_and_only_if_deletions_leave_the_same_of_both(
    forms: list[str], asked: list[tuple[str, int]]
) -> None:
    keys = SoundKeys(forms, range(len(forms)), 2)
    owners, met = keys.meeting([key for key, _ in asked], [deletions for _, deletions in asked])
    wanted = {
        (i, j)
        for i, (key, deletions) in enumerate(asked)
        for j, form in enumerate(forms)
        if left(key, deletions) & left(form, 2)
    }
    assert set(zip(owners.tolist(), met.tolist(), strict=True)) == wanted


def test_a_key_longer_than_any_stretch_is_met_whole_only() -> None:
    long = "ab" * LONGEST_KEY
    keys = SoundKeys([long], [0], 2)
    assert [len(keys.meeting([key], [2])[0]) for key in (long, long[1:])] == [1, 0]


def test_no_keys_meet_nothing() -> None:
    assert [len(found) for found in SoundKeys([], [], 2).meeting(["ab"], [1])] == [0, 0]
    assert [len(found) for found in SoundKeys(["ab"], [0], 2).meeting([], [])] == [0, 0]


def test_runs_of_no_length_are_left_out() -> None:
    assert [found.tolist() for found in runs(np.array([4, 9, 1]), np.array([1, 0, 2]))] == [[0, 2, 2], [4, 1, 2]]
