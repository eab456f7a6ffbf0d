"""Code points and UTF-16 units, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.parts.text_positions import code_point_of, is_wide, utf16_of

texts = st.text(st.sampled_from(list("가a 😀🇰\u1100é")), max_size=30)


@given(texts, st.data())
def test_a_position_comes_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert utf16_of(text, at) == len(text[:at].encode("utf-16-le")) // 2
    assert code_point_of(text, utf16_of(text, at)) == at


@given(texts)
def test_a_position_past_the_end_is_the_end(text: str) -> None:
    assert code_point_of(text, utf16_of(text, len(text)) + 3) == len(text)
    assert utf16_of(text, len(text) + 3) == utf16_of(text, len(text))


def test_the_middle_of_a_pair_is_its_beginning() -> None:
    assert is_wide("😀")
    assert code_point_of("가😀나", 2) == 1
