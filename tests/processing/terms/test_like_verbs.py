"""Misheard words that an analyser takes for verbs: 파인 트닝 (파이다), 랭 채인에서 (채이다), 재미나이 (재미나다)."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found

MODELS = "모델과 프롬프트를 봅니다. "


def terms_in(text: str, korean: Korean, search: TermSearch) -> list[tuple[str, str]]:
    return [(one.edit.before, one.term) for one in found(MODELS + text, korean, search)]


@pytest.mark.parametrize(
    ("text", "before", "term"),
    [
        ("저희가 이번에 파인 트닝에서 문제가 났거든요.", "파인 트닝", "파인튜닝"),
        ("저희가 이번에 랭 채인에서 문제가 났거든요.", "랭 채인", "LangChain"),
        ("그래서 재미나이 관련해서 얘기를 하면 됩니다.", "재미나이", "Gemini"),
    ],
)
def test_what_looks_like_a_verb_where_none_can_stand_is_searched_for(
    text: str, before: str, term: str, korean: Korean, search: TermSearch
) -> None:
    assert (before, term) in terms_in(text, korean, search)


@pytest.mark.parametrize("text", ["재미난 이야기를 합니다.", "파인 곳을 메웁니다.", "발에 채인 적이 있어요."])
def test_verbs_where_they_belong_are_left(text: str, korean: Korean, search: TermSearch) -> None:
    assert terms_in(text, korean, search) == []


def test_an_acronym_of_capitals_and_small_letters_is_found(korean: Korean, search: TermSearch) -> None:
    text = "데이터를 dbt로 짭니다. 파이프라인과 쿼리를 봅니다. 그 TBT에 다 넣었어요."
    assert ("TBT", "dbt") in terms_in(text, korean, search)
