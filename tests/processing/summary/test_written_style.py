"""Speech as written Korean, row by row, and what holds for any sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from summary_notes import talk

from processing.korean import Korean
from processing.summary.written_style import MAX_LENGTH, quotation, statement

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "written.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]
WORDS = "그래서 이제 우리가 AI를 업무에 써보시는 분들한테 사용하면 좋고요 중요하다고 생각합니다 만들었어요 것 같습니다 는데 거예요 하겠습니다".split()


@pytest.mark.parametrize(("said", "written", "case"), ROWS, ids=[row[2] for row in ROWS])
def test_a_sentence_is_written(said: str, written: str, case: str, korean: Korean) -> None:
    (sentence, *_) = talk(korean, f"가: {said}", "나: 네.").said
    line = statement(sentence)
    assert (line.text if line else "-") == written, case


def test_a_quotation_is_the_speech_itself(korean: Korean) -> None:
    (sentence, *_) = talk(korean, "가: 네 어 제 책은 빼고 말씀드려야겠죠?", "나: 네.").said
    assert quotation(sentence).text == "「제 책은 빼고 말씀드려야겠죠?」"
    assert quotation(sentence).is_quoted


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_any_words_give_a_line_that_fits_or_a_quotation_that_does(words: list[str], korean: Korean) -> None:
    for sentence in talk(korean, f"가: {' '.join(words)}.", "나: 네.").said:
        line = statement(sentence)
        assert line is None or 0 < len(line.text) <= MAX_LENGTH
        assert len(quotation(sentence).text) <= MAX_LENGTH
