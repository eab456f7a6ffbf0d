"""The index finds whatever a walk through all readings would find within the reach of a short word, and no far acronym."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from processing.phonetics import LETTERS, ROUGH, distance, letters_distance, rough_letters, sounds
from processing.terms.glossary import Term
from processing.terms.readings import Reading, readings_of
from processing.terms.sound_index import CHEAPEST, ONE_LETTER, SLACK, Heard, SoundIndex, rivals

SHARE = 0.13
NAMES = "가나다라로리머버서스어에오이인저지처커코터토트티파팩펀프하"


@pytest.fixture(scope="module")
def index(built_in: list[Term]) -> SoundIndex:
    return SoundIndex(built_in)


@pytest.fixture(scope="module")
def readings(built_in: list[Term]) -> list[Reading]:
    return [reading for term in built_in for reading in readings_of(term)]


def test_a_short_word_finds_every_reading_that_is_within_its_share(index: SoundIndex, readings: list[Reading]) -> None:
    short = sorted({reading.said for reading in readings if len(reading.rough) in (3, 4, 5, 6)})[::40]
    assert len(short) > 20
    near = index.near(Heard(word, 1, SHARE) for word in short)
    for word in short:
        said = sounds(word)
        wanted = {
            reading.said
            for reading in readings
            if distance(said, reading.phonemes) <= SHARE * max(len(said), len(reading.phonemes)) + 1e-9
            and _changes(said, reading) <= SHARE * max(len(said), len(reading.phonemes)) / CHEAPEST + SLACK
        }
        assert {match.reading.said for match in near[Heard(word, 1, SHARE)]} == wanted


def _changes(said: str, reading: Reading) -> int:
    return Levenshtein.distance(said.translate(ROUGH), reading.rough)


def test_a_match_tells_the_distance_that_two_words_have_alone(index: SoundIndex, readings: list[Reading]) -> None:
    asked = [Heard(reading.said[:-1] + "머", 2, 0.3) for reading in readings[::60]]
    found = index.near(asked)
    assert len(found) > 50
    for heard, matches in found.items():
        for match in matches:
            said, meant = sounds(heard.text), match.reading.phonemes
            assert match.cost == pytest.approx(distance(said, meant))
            assert match.share == pytest.approx(match.cost / max(len(said), len(meant)))
        assert [match.share for match in matches] == sorted(match.share for match in matches)


@given(words=st.lists(st.text(NAMES, min_size=1, max_size=6), min_size=1, max_size=12))
def test_words_asked_about_together_find_what_each_finds_alone(index: SoundIndex, words: list[str]) -> None:
    asked = [Heard(word, deletions, 0.24) for word in words for deletions in (0, 1, 2)]
    index._seen.clear()
    together = index.near(asked)
    index._seen.clear()
    assert together == {heard: found for one in asked for heard, found in index.near([one]).items()}


def test_an_index_of_no_terms_finds_nothing() -> None:
    assert SoundIndex([]).near([Heard("레그", 2, 0.3), Heard("LM", 2, 0.3)]) == {}


def test_what_was_found_is_found_again_when_more_was_asked_than_is_remembered(
    index: SoundIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [Heard(word, 2, 0.24) for word in ("쿠버네티즈", "텐서플로어", "파인튜링")]
    first = index.near(asked)
    monkeypatch.setattr("processing.terms.sound_index.REMEMBERED", 2)
    again = index.near([*asked, Heard("새 말", 2, 0.24)])
    assert {heard: again[heard] for heard in asked} == first


def test_a_rival_is_of_the_subjects_that_are_spoken_of_and_hardly_further_than_the_nearest(index: SoundIndex) -> None:
    found = index.near([Heard("에스비이", 2, 0.3)])[Heard("에스비이", 2, 0.3)]
    assert len(found) > len(rivals(found)) > 1
    assert all("finance" in match.reading.term.domains for match in rivals(found, frozenset({"finance"})))


def test_the_first_and_last_phonemes_never_make_two_words_farther_apart_than_they_are(built_in: list[Term]) -> None:
    said = [sounds(reading.said) for term in built_in[::150] for reading in readings_of(term)]
    for one, other in combinations(said, 2):
        whole = distance(one, other, 98.0)
        assert distance(one, other, whole + 1e-6) == whole, (one, other)


def test_letters_of_different_groups_are_more_than_half_a_letter_apart() -> None:
    for one, other in combinations(LETTERS, 2):
        if rough_letters(one) != rough_letters(other):
            assert letters_distance(one, other) > ONE_LETTER / 2
