"""CLOVA-like text: what our reader makes of it is the note that was exported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from processing.export.clova_text import clova_text
from processing.minutes import Minutes, minutes_of
from processing.note import EditKind, first_state
from processing.readers import read
from tests.builders import Said, edit_of, source_of, state_of
from tests.processing.export.samples import meeting

MEETINGS = Path(__file__).parents[2] / "cases" / "meetings"


def read_back(minutes: Minutes) -> Minutes:
    source = read(clova_text(minutes).encode(), "노트.txt").source
    assert source.format.startswith("clova")
    return minutes_of(source, first_state(source))


def said_in(minutes: Minutes) -> list[tuple[str, float | None, list[str]]]:
    """Who said what when, a paragraph with a time of its own as a turn, as the file has it."""
    found: list[tuple[str, float | None, list[str]]] = []
    for turn in minutes.turns:
        for paragraph in turn.paragraphs:
            sentences = paragraph.text.split()
            if found and found[-1][:2] == (turn.shown_name, paragraph.start_s):
                found[-1][2].extend(sentences)
            else:
                found.append((turn.shown_name, paragraph.start_s, sentences))
    return found


def test_the_sample_comes_back_with_names_times_and_header() -> None:
    minutes = meeting()
    again = read_back(minutes)
    assert said_in(again) == said_in(minutes)
    assert (again.recorded_at, again.duration_s) == (minutes.recorded_at, minutes.duration_s)
    assert again.title == minutes.info.title


def test_a_merged_turn_keeps_its_times() -> None:
    source = source_of(("참석자 1", 0, "하나입니다."), ("참석자 1", 61, "둘입니다."), ("참석자 2", 70, "셋입니다."))
    state = state_of(source)
    state = replace(state, cuts={o: s for o, s in state.cuts.items() if o != source.blocks[1].text.start})
    minutes = minutes_of(source, state)
    assert len(minutes.turns) == 2
    assert said_in(read_back(minutes)) == said_in(minutes)


def test_a_joined_sentence_stands_whole_and_what_follows_keeps_its_time() -> None:
    sentences = [f"{n}번째 문장입니다." for n in range(8)]
    long = source_of(("참석자 1", 0, "하나를 둘로"), ("참석자 1", 61, f"나눴습니다. {' '.join(sentences)}"))
    first, second = long.blocks
    join = edit_of(long, long.text[first.text.end : second.text.start], " ", kind=EditKind.JOIN)
    minutes = minutes_of(long, replace(state_of(long, join), cuts={first.text.start: "s1"}))
    assert [said[1] for said in said_in(minutes)] == [0, 61]
    assert said_in(minutes)[0][2] == ["하나를", "둘로", "나눴습니다."]
    assert said_in(read_back(minutes)) == said_in(minutes)


ODD: list[tuple[Said, ...]] = [
    (("참석자 1", 0, "오후 3:00에 봅시다. 회의는 오후 3:00"), ("참석자 2", 4, "네.")),
    (("김민수 팀장", 0, "시작합니다."), ("박 (A사)", 62, "네."), ("김민수 팀장", 3_700, "끝입니다.")),
    (("참석자 1", 0, "https://example.com 을 보세요. 😀 좋네요."), ("참석자 1", 30, "이어서.")),
]


@pytest.mark.parametrize("said", ODD)
def test_odd_words_and_names_come_back(said: tuple[Said, ...]) -> None:
    source = source_of(*said)
    minutes = minutes_of(source, state_of(source))
    assert said_in(read_back(minutes)) == said_in(minutes)


@pytest.mark.parametrize("path", sorted(MEETINGS.glob("*.txt")), ids=lambda path: path.stem)
def test_whole_meetings_come_back(path: Path) -> None:
    source = read(path.read_bytes(), path.name).source
    minutes = minutes_of(source, first_state(source))
    assert said_in(read_back(minutes)) == said_in(minutes)


@pytest.mark.parametrize(
    "text",
    [
        "참석자 1 00:00\n이번 주 안건입니다.\n\n참석자 2 00:31\n네, 좋습니다.\n",
        "00:00\n이번 주 안건입니다.\n\n00:31\n네, 좋습니다.\n",
        "이번 주 안건입니다. 네, 좋습니다.\n\n다음 문단입니다.\n",
    ],
)
def test_a_note_without_a_date_gains_no_word(text: str) -> None:
    source = read(text.encode(), "노트.txt").source
    minutes = replace(minutes_of(source, first_state(source)), title="주간 회의")
    again = read(clova_text(minutes).encode(), "다시.txt").source
    assert said_in(minutes_of(again, first_state(again))) == said_in(minutes)
