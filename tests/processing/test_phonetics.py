"""Sounds as they are heard: what must sound alike, what must not, and the laws of the distance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.phonetics import DROP, PHONEMES, SWAP, distance, skeleton, sounds, spoken

hangul = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)
phonemes = st.text(st.sampled_from(PHONEMES), max_size=10)

# two spellings and the most that they may differ, in clearly different phonemes
NEAR = [
    ("모래", "모레", 0.0),  # ㅐ and ㅔ have merged
    ("왜국", "외국", 0.0),
    ("같이", "가티", 0.0),  # liaison
    ("값이", "갑시", 0.0),
    ("국물", "궁물", 0.0),  # nasalisation
    ("신라", "실라", 0.0),  # lateralisation
    ("독립", "동닙", 0.0),
    ("축하", "추카", 0.0),  # aspiration
    ("꽃", "꼳", 0.0),  # neutralisation
    ("쥬스", "주스", 0.0),
    ("바이러스", "파이러스", 0.2),  # lax and aspirate
    ("스트레스", "스트래쓰", 0.2),
    ("컴퓨터", "컴푸터", 0.3),
    ("테이블", "테이브", 0.5),  # a lost liquid
    ("그래픽", "크래픽", 0.2),
    ("SQL", "에스큐엘", 0.0),
]
FAR = [("나무", "서버", 1.5), ("학교", "모델", 2.0), ("데이터", "파이프", 2.0), ("커피", "노트", 2.0)]


@pytest.mark.parametrize(("one", "other", "most"), NEAR)
def test_what_is_heard_alike_is_near(one: str, other: str, most: float) -> None:
    assert distance(sounds(one), sounds(other)) <= most


@pytest.mark.parametrize(("one", "other", "least"), FAR)
def test_different_words_are_far(one: str, other: str, least: float) -> None:
    assert distance(sounds(one), sounds(other)) >= least


def test_a_lost_coda_costs_less_than_a_lost_onset() -> None:
    assert distance(sounds("자본"), sounds("자보")) < distance(sounds("자본"), sounds("아본"))


def test_letters_are_read_by_name_and_digits_one_by_one() -> None:
    assert spoken("RAG 2") == "알에이지이"


def test_blanks_and_punctuation_are_not_heard() -> None:
    assert sounds("채 찍, 피티!") == sounds("채찍피티")


@given(hangul)
def test_a_text_is_at_no_distance_from_itself(text: str) -> None:
    assert distance(sounds(text), sounds(text)) == 0


@given(phonemes, phonemes)
def test_the_distance_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert distance(one, other, 50) == pytest.approx(distance(other, one, 50))


@given(phonemes, phonemes, st.floats(0.1, 5))
def test_a_limit_never_changes_a_distance_below_it(one: str, other: str, limit: float) -> None:
    exact = distance(one, other, 50)
    assert distance(one, other, limit) == (pytest.approx(exact) if exact < limit else 99.0)


@given(phonemes, phonemes, phonemes)
def test_common_ends_add_nothing(one: str, other: str, common: str) -> None:
    assert distance(common + one, common + other, 90) <= distance(one, other, 90) + 1e-9


def test_the_table_of_costs_is_symmetric_and_never_beyond_losing_both() -> None:
    for one in PHONEMES:
        for other in PHONEMES:
            assert SWAP[one][other] == SWAP[other][one]
            assert (SWAP[one][other] == 0) == (one == other)
    assert all(0 < cost <= 1 for cost in DROP.values())


@given(hangul)
def test_the_key_ignores_codas_before_consonants_and_tense_sounds(text: str) -> None:
    assert skeleton(text + "가") == skeleton(text + "까") == skeleton(text + "카")
