"""The index finds whatever a walk through all readings would find within the reach of a short word, and no far acronym."""

from __future__ import annotations

from itertools import combinations

from rapidfuzz.distance import Levenshtein

from processing.phonetics import LETTERS, ROUGH, distance, letters_distance, rough_letters, sounds
from processing.terms.glossary import Term
from processing.terms.sound_index import CHEAPEST, ONE_LETTER, SLACK, SoundIndex, readings_of

SHARE = 0.13


def test_a_short_word_meets_every_reading_that_is_one_rough_phoneme_away(built_in: list[Term]) -> None:
    index = SoundIndex(built_in)
    readings = [reading for term in built_in for reading in readings_of(term)]
    short = sorted({reading.said for reading in readings if len(reading.rough) in (3, 4, 5, 6)})[::40]
    assert len(short) > 20
    for heard in short:
        rough = sounds(heard).translate(ROUGH)
        looked = {
            reading.rough
            for reading in readings
            if Levenshtein.distance(rough, reading.rough)
            <= SHARE * max(len(rough), len(reading.rough)) / CHEAPEST + SLACK
        }
        assert set(index._seen(heard, 1, SHARE)) == looked


def test_the_first_and_last_phonemes_never_make_two_words_farther_apart_than_they_are(built_in: list[Term]) -> None:
    said = [sounds(reading.said) for term in built_in[::150] for reading in readings_of(term)]
    for one, other in combinations(said, 2):
        whole = distance(one, other, 98.0)
        assert distance(one, other, whole + 1e-6) == whole, (one, other)


def test_letters_of_different_groups_are_more_than_half_a_letter_apart() -> None:
    for one, other in combinations(LETTERS, 2):
        if rough_letters(one) != rough_letters(other):
            assert letters_distance(one, other) > ONE_LETTER / 2
