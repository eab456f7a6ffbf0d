"""A term and its particle written as they are said together are offered; what is no term when taken apart is left."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.proposals import PROPOSE
from processing.terms.liaison import taken_apart
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("모델에 맞는 데이터 세슬 구축합니다.", "데이터 세슬", "데이터셋을"),
        ("이번에 트랜잭셔니 길어졌습니다.", "트랜잭셔니", "트랜잭션이"),
    ],
)
def test_a_consonant_carried_over_to_the_particle_is_given_back(
    text: str, before: str, after: str, korean: Korean, search: TermSearch
) -> None:
    (one,) = [one for one in found(text, korean, search) if one.edit.before == before]
    assert (one.decision, one.edit.after) == (PROPOSE, after)


@pytest.mark.parametrize(
    "text", ["가방 세트를 샀습니다.", "저녁에 사브를 봤어요.", "서른 마흐네 만났습니다.", "그레이드를 높게 줍니다."]
)
def test_what_is_no_term_when_taken_apart_is_left(text: str, korean: Korean, search: TermSearch) -> None:
    assert [one for one in found(text, korean, search) if "이어 말한" in one.edit.reason] == []


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("모데를", []),
        ("모델를", []),
        ("데이터세세서", [("데이터셋", "에서")]),
        ("토크는", []),
        ("그레이드를", []),
        ("", []),
    ],
)
def test_only_a_particle_after_an_open_syllable_is_taken_off(text: str, stems: list[tuple[str, str]]) -> None:
    assert list(taken_apart(text)) == stems
