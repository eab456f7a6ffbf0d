"""Captions with times and without speakers: sentences that cues tear are whole again, and every time stays."""

from __future__ import annotations

import pytest
from talks import korean

from processing import readers
from processing.note import State, apply, first_state
from processing.source import Source
from processing.transcript import Turn, transcript
from processing.turns import certain_repairs, segment_repairs
from processing.turns.torn_cues import LEAST_CUES

CUES = (
    "안녕하세요 오늘은 저희 팀에서", "진행하고 있는 수요 예측 과제를", "설명드리겠습니다", "수요 예측은 과거의 정보를", "바탕으로 미래를 예측하는",
    "분야인데요 간단한 예를", "들어 보겠습니다", "질문 있으세요", "네 하나 있는데 모델은", "어떤 걸 쓰셨나요", "저희는", "네 그거요",
)  # fmt: skip
FORMS = {
    "times over lines": lambda n, cue: f"{n * 4 // 60}:{n * 4 % 60:02}\n{cue}\n",
    "subtitles": lambda n, cue: f"{n + 1}\n00:00:{n * 4:02},000 --> 00:00:{n * 4 + 4:02},000\n{cue}\n\n",
    "times in brackets": lambda n, cue: f"[00:00:{n * 4:02}] {cue}\n",
}


def _repaired(text: str) -> tuple[Source, State]:
    source = readers.read(text.encode(), "note").source
    state = first_state(source)
    change, told = certain_repairs(source, state, korean().wants_blank)
    state = apply(state, change)
    more, joined = segment_repairs(source, state, korean().wants_blank, korean().morphemes_of)
    assert not {one.place for one in told} & {one.place for one in joined}
    return source, apply(state, more)


def _turns(text: str) -> list[Turn]:
    return transcript(*_repaired(text))


@pytest.mark.parametrize("form", FORMS)
def test_torn_sentences_are_whole_and_tell_when_they_began(form: str) -> None:
    text = "".join(FORMS[form](n, cue) for n, cue in enumerate(CUES))
    turns = _turns(text)
    assert [(turn.start_s, turn.text) for turn in turns] == [
        (0, "안녕하세요 오늘은 저희 팀에서 진행하고 있는 수요 예측 과제를 설명드리겠습니다"),
        (12, "수요 예측은 과거의 정보를 바탕으로 미래를 예측하는 분야인데요 간단한 예를 들어 보겠습니다"),
        (28, "질문 있으세요"),
        (32, "네 하나 있는데 모델은 어떤 걸 쓰셨나요"),
        (40, "저희는"),
        (44, "네 그거요"),
    ]
    source, _ = _repaired(text)
    assert list(source.anchors.values()) == [n * 4 for n in range(len(CUES))]


def test_a_blank_joins_cues_whatever_the_words() -> None:
    cues = ("처음부터", "에프크를", "열 번을", "돌립니다") * 3
    source = readers.read("".join(FORMS["subtitles"](n, cue) for n, cue in enumerate(cues)).encode(), "note").source
    state = first_state(source)
    change, _ = certain_repairs(source, state, lambda _left, _right: False)
    assert [turn.text for turn in transcript(source, apply(state, change))] == [
        "처음부터 에프크를 열 번을 돌립니다"
    ] * 3


def test_few_lines_long_blocks_and_labels_are_left() -> None:
    few = "".join(FORMS["times over lines"](n, cue) for n, cue in enumerate(CUES[: LEAST_CUES - 1]))
    assert len(_turns(few)) == LEAST_CUES - 1
    long = "".join(FORMS["times over lines"](n, cue + " 그리고" * 20) for n, cue in enumerate(CUES))
    assert len(_turns(long)) == len(CUES)
    named = "".join(f"화자 {n % 2 + 1} 00:{n * 4:02}\n{cue}\n\n" for n, cue in enumerate(CUES))
    assert len(_turns(named)) == len(CUES)


def test_full_stops_end_sentences_of_cues() -> None:
    cues = ("오늘은 예산을", "봅니다.", "그다음은", "일정이에요.") * 3
    turns = _turns("".join(FORMS["subtitles"](n, cue) for n, cue in enumerate(cues)))
    assert [turn.text for turn in turns] == ["오늘은 예산을 봅니다.", "그다음은 일정이에요."] * 3
