"""Guessed readings: near enough to the real ones of the glossaries that the search finds the term by them."""

from __future__ import annotations

import pytest

from processing.phonetics import distance, is_hangul, sounds, spoken
from processing.terms.glossary import Term
from processing.terms.reading_guess import guessed

NEAR = 0.17  # of all sounds: what the search takes for one word


@pytest.mark.parametrize(
    ("term", "reading"),
    [
        ("LLM", "엘엘엠"), ("B2B", "비투비"), ("R&D", "알앤디"), ("GPT-4", "지피티포"), ("LangChain", "랭체인"), ("prompt", "프롬프트"),
        ("socket", "소켓"), ("챗GPT", "챗지피티"), ("cloud", "클라우드"), ("token", "토큰"), ("Design", "데자인"), ("보틀 넥", "보틀넥"),
    ],
)  # fmt: skip
def test_a_term_is_read_as_people_say_it(term: str, reading: str) -> None:
    said = [sounds(one) for one in guessed(term).readings]
    assert any(distance(one, sounds(reading)) <= NEAR * len(one) for one in said), guessed(term)


def test_only_hangul_needs_no_guess() -> None:
    assert not guessed("검색 증강 생성").is_guessed
    assert guessed("Redis").is_guessed


@pytest.mark.parametrize("term", ["", "!!", "—", "日本", "😀", "a", "Q", "ㅋㅋ", "x86", "C++", "v1.2.3", "é"])
def test_no_term_breaks_it_and_what_comes_is_hangul(term: str) -> None:
    assert all(is_hangul(reading) for reading in guessed(term).readings)


def test_most_readings_of_the_glossaries_are_guessed_nearly_right(built_in: list[Term]) -> None:
    terms = [term for term in built_in if term.readings and term.term.isascii()]
    right = sum(
        any(
            distance(sounds(one), sounds(spoken(other))) <= NEAR * max(len(sounds(one)), len(sounds(spoken(other))))
            for one in guessed(term.term).readings
            for other in term.readings
        )
        for term in terms
    )
    assert len(terms) > 800
    assert right / len(terms) >= 0.85
