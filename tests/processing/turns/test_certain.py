"""Certain repairs on the real talk: every merge, every wrap, the cut of line 39; and nothing where nothing is torn."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from talks import CASES, Talk, evaluation, korean, real_talk, talk_of

from processing import readers
from processing.note import EditKind, apply, first_state
from processing.transcript import transcript
from processing.turns import certain_repairs

needs_the_real_talk = pytest.mark.skipif(evaluation() is None, reason="the real talk is not here")


def rows(name: str) -> list[dict[str, str]]:
    folder = evaluation()
    assert folder is not None
    with (folder / f"mentoring-talk.part1.{name}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture
def talk() -> Talk:
    found = real_talk()
    assert found is not None
    return found


@needs_the_real_talk
def test_every_pair_of_blocks_of_one_speaker_is_merged(talk: Talk) -> None:
    expected = {int(row["line_no"]) for row in rows("turns") if row["kind"] == "merge-same-speaker"}
    told = {talk.source.line_of(merge.place.start) for merge in talk.told if merge.kind == "merge"}
    assert told == expected
    assert len(transcript(talk.source, talk.state)) == 3


@needs_the_real_talk
def test_every_wrap_is_joined_as_a_reader_joins_it(talk: Talk) -> None:
    wraps = {talk.source.line_of(e.start): e for e in talk.state.edits.values() if e.kind is EditKind.WRAP}
    assert set(wraps) == {int(row["line_no"]) for row in rows("wraps")}
    for row in rows("wraps"):
        edit = wraps[int(row["line_no"])]
        left = talk.source.text[: edit.start].split()[-2:]
        joined = " ".join(left) + edit.after + talk.source.text[edit.end : edit.end + 12]
        is_before_auxiliary = "보조 용언" in row["note"] or "써 보고" in row["note"]
        assert row["joined"] in (joined.replace(" ", "") if is_before_auxiliary else joined)


@needs_the_real_talk
def test_the_sentence_cut_at_a_block_border_is_joined(talk: Talk) -> None:
    joins = [edit for edit in talk.state.edits.values() if edit.kind is EditKind.JOIN]
    assert [talk.source.line_of(edit.start) for edit in joins] == [39]
    text = "\n".join(turn.text for turn in transcript(talk.source, talk.state))
    assert "그래서 네 혹시 우리가 지금" in text


WHOLE = "다음은 장소입니다. 장소는 두 곳을 봤습니다.\n값은 같습니다.\n"
TORN = f"""참석자 1 00:00
{WHOLE}오늘은 예산을 먼저 보고
일정을 정하겠습니다.
이제 설명드리겠
습니다.

참석자 1 00:20
그런데 장소는 어제

참석자 1 00:25
정했습니다.

참석자 2 00:30
{WHOLE}{WHOLE}{WHOLE}그건 제가

참석자 1 00:50
알고 있습니다.
{WHOLE}"""


def repaired(text: str) -> list[tuple[str | None, str]]:
    source = readers.read(text.encode(), "note.txt").source
    state = first_state(source)
    change, _ = certain_repairs(source, state, korean().wants_blank)
    return [(turn.speaker_id, turn.text) for turn in transcript(source, apply(state, change))]


def test_lines_and_blocks_that_tear_a_sentence_are_joined_and_others_and_speakers_are_not() -> None:
    first, second, third = repaired(TORN)
    assert first[0] == third[0] == "s1"
    assert "오늘은 예산을 먼저 보고 일정을 정하겠습니다." in first[1]
    assert "이제 설명드리겠습니다." in first[1]
    assert "그런데 장소는 어제 정했습니다." in first[1]
    assert second[1].endswith("그건 제가")
    assert third[1].startswith("알고 있습니다.")


def test_an_edit_is_made_only_where_a_sentence_is_torn() -> None:
    source = readers.read(TORN.encode(), "note.txt").source
    state = first_state(source)
    change, told = certain_repairs(source, state, korean().wants_blank)
    edits = list(apply(state, change).edits.values())
    wrapped = [source.line_of(edit.start) for edit in edits if edit.kind is EditKind.WRAP]
    joined = [source.line_of(edit.start) for edit in edits if edit.kind is EditKind.JOIN]
    assert (wrapped, joined) == ([4, 6], [10])
    assert [one.kind for one in told] == ["merge", "merge", "join"]


@pytest.mark.parametrize("path", sorted((CASES / "meetings").glob("*.txt")), ids=lambda path: path.stem)
def test_lines_of_a_whole_meeting_are_not_joined(path: Path) -> None:
    assert not [edit for edit in talk_of(path).state.edits.values() if edit.kind is EditKind.WRAP]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("그래서 자료를 전부 시각화", "한 것을 보면서"),
        ("이번 주에 다시 공유", "했던 문서가"),
        ("그게 제일 중요한 문제", "이기 때문에"),
    ],
)
def test_what_cannot_stand_alone_is_written_behind_the_word_before_it(before: str, after: str) -> None:
    assert not korean().wants_blank(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("어제 회의에서 퀴즈", "하나 나갔고요"),
        ("그러니까 이게 그 라면", "한 개를 말하는"),
        ("많이 알아", "나갔으면 합니다"),
    ],
)
def test_a_word_of_its_own_keeps_its_blank(before: str, after: str) -> None:
    assert korean().wants_blank(before, after)
