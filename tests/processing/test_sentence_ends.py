"""Where sentences end without punctuation, and the paragraphs that come of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing import readers
from processing.note import first_state
from processing.paragraphs import LONGEST_PARAGRAPH, Paragraph
from processing.sentence_ends import LONGEST_CLAUSES, LONGEST_RUN, is_sentence_end, units_of
from processing.transcript import transcript

ENDS = ("했습니다", "입니다", "합니까", "거예요", "뭐예요", "있어요", "해요", "거고요", "하구요", "거든요", "그렇군요", "맞죠", "아니요", "있나요",
        "볼게요", "갈까요", "돼요", "봐요", "줘요", "느려요", "세요", "잖아요", "할게요", "건가요", "나가요", "한데요", "해서요")  # fmt: skip
NO_ENDS = (
    "필요",
    "중요",
    "수요",
    "주요",
    "소요",
    "개요",
    "가요",
    "고요",
    "동요",
    "아니다",
    "니까",
    "하니까",
    "어머니다",
    "그런데",
    "회의는",
    "요",
    "토요",
    "제가요",
    "이게요",
    "누가요",
    "근데요",
    "그래서요",
)


@pytest.mark.parametrize("word", ENDS)
def test_a_polite_ending_ends_a_sentence(word: str) -> None:
    assert is_sentence_end(word)


@pytest.mark.parametrize("word", NO_ENDS)
def test_a_noun_or_another_ending_does_not(word: str) -> None:
    assert not is_sentence_end(word)


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in units_of(text)]


LONG = (
    "이번 분기의 매출과 다음 분기의 계획과 그 밖의 여러 가지 일에 관해서 지난 회의에서 나온 이야기를 먼저 정리해 보면 "
)


def test_a_long_run_without_full_stops_is_parted_at_its_endings() -> None:
    said = [LONG + "다음과 같습니다", LONG + "크게 셋이에요", "좋습니다 라고 하셨고 " + LONG + "끝이죠", "네"]
    assert _texts(" ".join(said)) == said


def test_a_short_run_and_one_with_full_stops_are_left() -> None:
    assert _texts("네 좋습니다 그럼 시작하죠 먼저 예산이에요") == ["네 좋습니다 그럼 시작하죠 먼저 예산이에요"]
    assert _texts(LONG + "있어요. 네 좋습니다 그럼요.") == [LONG + "있어요.", "네 좋습니다 그럼요."]


def test_blanks_after_the_last_ending_are_no_sentence() -> None:
    assert _texts(LONG * 3 + "끝이에요  ") == [LONG * 3 + "끝이에요"]


def test_a_run_that_never_ends_a_sentence_is_parted_at_clauses() -> None:
    parts = _texts((LONG + "그런 것 같은데 ") * 20)
    assert len(parts) > 1
    assert all(part.endswith("같은데") for part in parts[:-1])
    assert all(len(part) <= LONGEST_CLAUSES + LONGEST_RUN for part in parts)


def _paragraphs(text: str) -> list[Paragraph]:
    source = readers.read(text.encode(), "note.txt").source
    return [paragraph for turn in transcript(source, first_state(source)) for paragraph in turn.paragraphs]


def test_captions_without_punctuation_become_paragraphs() -> None:
    text = " ".join(f"{LONG}{n}번째 이야기를 하겠습니다" for n in range(60))
    paragraphs = _paragraphs(text)
    assert len(paragraphs) >= 10
    assert max(len(paragraph.text) for paragraph in paragraphs) <= LONGEST_PARAGRAPH + LONGEST_RUN
    assert " ".join(paragraph.text for paragraph in paragraphs) == text


words = st.sampled_from(
    ["합니다", "그래요", "수요", "네.", "라고", "그런데", "레그를", "했고", "\n", "\u3000", "가" * 170, "하는데"]
)


@given(st.lists(words, min_size=1, max_size=200).map(" ".join))
def test_no_word_is_lost_or_cut(text: str) -> None:
    assert " ".join(_texts(text)).split() == text.split()
    spans = units_of(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
