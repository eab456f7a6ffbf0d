"""How far a word is from those that are looked for, as a share of its sounds."""

from __future__ import annotations

import pytest

from processing.terms.likeness import FAR, Likeness


@pytest.mark.parametrize(
    ("word", "heard", "is_same"),
    [
        ("레그", "렉", True),  # the vowel that closes a loan is hardly heard
        ("파이프", "파입", True),
        ("레기", "렉", False),
        ("레그", "레드", False),
        ("인덱스", "인덱스", True),
        ("인덱스", "안덱스", False),
    ],
)
def test_a_loan_s_last_vowel_makes_no_other_word(word: str, heard: str, is_same: bool) -> None:
    assert (Likeness([word], 0.3).share(heard) == 0) == is_same


@pytest.mark.parametrize(("heard", "is_near"), [("안덱스", True), ("인텍스", True), ("언택트", False), ("", False)])
def test_what_is_further_than_the_most_is_far(heard: str, is_near: bool) -> None:
    assert (Likeness(["인덱스"], 0.15).share(heard) < FAR) == is_near


def test_the_nearest_of_several_words_counts() -> None:
    both, one = Likeness(["인덱스", "안덱스"], 0.3), Likeness(["인덱스"], 0.3)
    assert both.share("안덱스") == 0 < one.share("안덱스") < FAR
