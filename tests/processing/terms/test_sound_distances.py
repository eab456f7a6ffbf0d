"""Many distances at once are the distances that pairs have alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.phonetics import DROP, PHONEMES, SWAP, distance, sounds
from processing.terms.sound_distances import LONGEST, UNIT, coded, distances

SAID = st.one_of(
    st.text("가나다라마바사아자차카타파하값넋닭읽핥왜뒤퀴", min_size=1, max_size=8).map(sounds),
    st.text(PHONEMES, min_size=1, max_size=20),
)


@given(pairs=st.lists(st.tuples(SAID, SAID), min_size=1, max_size=12))
def test_pairs_measured_together_are_as_far_apart_as_each_alone(pairs: list[tuple[str, str]]) -> None:
    together = distances(coded([one for one, _ in pairs]), coded([other for _, other in pairs]))
    assert together.tolist() == pytest.approx([distance(one, other, 90.0) for one, other in pairs])


def test_the_longest_words_are_measured_right() -> None:
    one, other = "ㄱ" * LONGEST, "ㅣ" * LONGEST
    assert distances(coded([one, one]), coded([other, one])).tolist() == [min(SWAP["ㄱ"]["ㅣ"], 1.5) * LONGEST, 0.0]


def test_all_costs_are_whole_numbers_of_the_unit() -> None:
    costs = {*DROP.values(), *(cost for costs in SWAP.values() for cost in costs.values())}
    assert all(cost * UNIT == pytest.approx(round(cost * UNIT)) for cost in costs)


def test_no_pairs_have_no_distances() -> None:
    assert distances(coded([]), coded([])).tolist() == []
