"""Words that stand again and again: told with their place, never taken out; what people say often is not told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing import readers
from processing.readers.loops import loops_in
from processing.source import Source

PASSAGE = (
    "예산은 다음 주 회의에서 자세히 조율하겠습니다. 그전에 각 팀에서 적용할 수 있을지 먼저 살펴봐 주세요. "
    "특히 개발팀의 분석 도구는 업무 효율과 신입 교육에 큰 도움이 될 것이라고 생각합니다. "
)
MIDDLE = "품질팀에서도 준비하겠습니다. 자료를 모아서 보내 드릴게요. "
LOOPS = {  # a text, the words that recur and how often they stand
    "a syllable": ("복소수 " + "쎄 " * 25 + "안녕하세요", "쎄 쎄 쎄", 25),
    "a phrase with commas": ("네, " + "구독과 좋아요, " * 6 + "부탁드립니다.", "구독과 좋아요, 구독과", 6),
    "one sentence three times": ("시작합니다. " + "시청해 주셔서 감사합니다. " * 3 + "네.", "시청해 주셔서", 3),
    "one sentence a line": (
        "화자 1 00:05\n" + "다음 영상에서 만나요\n" * 4 + "\n화자 2 00:09\n네\n",
        "다음 영상에서",
        4,
    ),
    "the same passage twice": (MIDDLE + PASSAGE * 2, "예산은 다음 주", 2),
    "a passage again after other words, nearly the same": (
        PASSAGE + MIDDLE + PASSAGE.replace("자세히 ", ""),
        "예산은 다음 주 회의에서 조율",
        2,
    ),
}
NONE = {
    "네 said a few times": "네 네 네 네. 그럼 네 네 시작하죠.",
    "thanks": "감사합니다. 감사합니다. 감사합니다. 고맙습니다.",
    "a sentence said twice": "다음 주에 다시 모이겠습니다. 다음 주에 다시 모이겠습니다. 네.",
    "two sentences that are alike": "매출은 10억입니다. 비용은 10억입니다. 이익은 0원입니다. 매출은 12억입니다.",
    "a row of answers": "화자 1: 네\n화자 2: 네\n화자 1: 네\n화자 2: 네\n",
    "laughing": "하하 하하 하하. 웃기네요.",
}


def _source(text: str) -> Source:
    return readers.read(text.encode(), "note.txt").source


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_told_with_its_place(name: str) -> None:
    text, words, times = LOOPS[name]
    imported = readers.read(text.encode(), "note.txt")
    (loop,) = loops_in(imported.source)
    assert imported.source.slice(loop.place).startswith(words)
    assert loop.times == times
    (told,) = imported.report.repeated
    assert told in imported.report.warnings
    assert f"{imported.source.line_of(loop.place.start)}번째 줄 '{words[:1]}" in told
    assert f"{times}번" in told
    assert imported.source.text == text


@pytest.mark.parametrize("name", NONE)
def test_what_people_say_again_is_not(name: str) -> None:
    assert loops_in(_source(NONE[name])) == []


def test_many_loops_are_told_by_their_first_three() -> None:
    text = " ".join(f"{n}번째는 이렇습니다 " + f"소리{n} " * 9 for n in range(5))
    (told,) = readers.read(text.encode(), "note.txt").report.repeated
    assert told.startswith("같은 말이 거듭 적힌 곳이 5곳 있습니다(1번째 줄 '소리0' 9번, ")
    assert "'소리2' 9번 등)" in told


said = st.lists(
    st.sampled_from(["네", "네.", "가나다라마바사아.", "그래요 ", "\n", "예산을 봅니다.", "?"]), max_size=80
).map(" ".join)


@given(said)
def test_places_are_words_in_order_that_do_not_overlap(text: str) -> None:
    source = _source("시작. " + text)
    loops = loops_in(source)
    assert all(one.place.end <= two.place.start for one, two in pairwise(loops))
    for loop in loops:
        assert loop.times > 1
        assert source.slice(loop.place) == source.slice(loop.place).strip() != ""
