"""Titles, tasks, dates and reasons of the program's own tell no withheld word, and others stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processing.export.revisions import marked_lines
from processing.minutes import minutes_of
from processing.note import LineKind
from tests.builders import edit_of, line_of, place_of, source_of, state_of

TALK = source_of(
    ("참석자 1", 0, "풀 리퀘스트를 봅시다. 레디스 캐시 만료를 안 걸어 둔 게 있었어요. 레그로 찾겠습니다."),
    ("참석자 2", 60, "제가 계약서를 보내겠습니다. 금요일까지 법무팀에 드리겠습니다. 풀 리퀘스트도 고치겠습니다."),
)
CACHE = {"w": place_of(TALK, "레디스 캐시 만료를 안 걸어 둔 게 있었어요.")}
DUE = {"w": place_of(TALK, "금요일까지 법무팀에 드리겠습니다.")}


@pytest.mark.parametrize("evidence", [("풀 리퀘스트를", "레디스 캐시"), ("풀 리퀘스트를",)])
def test_a_title_goes_with_the_words_it_is_made_of(evidence: tuple[str, ...]) -> None:
    made = [
        line_of(TALK, LineKind.TOPIC, text, *evidence) for text in ("풀 리퀘스트 · 레디스 캐시 만료", "풀 리퀘스트")
    ]
    topics = minutes_of(TALK, state_of(TALK, *made, withheld=CACHE)).topics
    assert [topic.title for topic in topics] == ["풀 리퀘스트"]


def test_a_due_date_goes_with_its_words() -> None:
    places = ("계약서를 보내겠습니다", "금요일까지 법무팀에")
    bare = line_of(TALK, LineKind.ACTION, "계약서 보내기", *places)
    due = replace(bare, due_text="금요일까지", due_date="2026-05-01")
    assert len(minutes_of(TALK, state_of(TALK, due)).actions) == 1
    assert minutes_of(TALK, state_of(TALK, due, withheld=DUE)).actions == ()
    assert len(minutes_of(TALK, state_of(TALK, bare, withheld=DUE)).actions) == 1


def test_a_figure_written_otherwise_than_said_goes_with_its_evidence() -> None:
    line = line_of(TALK, LineKind.SUMMARY, "계약서 3,200부", "계약서를 보내겠습니다", "금요일까지 법무팀에")
    assert minutes_of(TALK, state_of(TALK, line, withheld=DUE)).summary == ()


def test_what_a_person_wrote_stays() -> None:
    line = line_of(TALK, LineKind.TOPIC, "레디스", "풀 리퀘스트를", "레디스 캐시")
    for own in (replace(line, author="person"), replace(line, is_edited=True)):
        assert [topic.title for topic in minutes_of(TALK, state_of(TALK, own, withheld=CACHE)).topics] == ["레디스"]


def test_a_reason_names_no_withheld_neighbour() -> None:
    edit = replace(edit_of(TALK, "레그로", "RAG로"), reason="사전에 없는 말 · 가까이에 레디스, 캐시")
    state = state_of(TALK, edit, withheld=CACHE)
    assert [one.edit.reason for one in minutes_of(TALK, state).corrections] == ["사전에 없는 말"]
    comments = {part.reason for line in marked_lines(TALK, state) for part in line.parts}
    assert "사전에 없는 말" in comments
    assert not any("레디스" in comment for comment in comments)
    assert minutes_of(TALK, state_of(TALK, edit)).corrections[0].edit.reason == edit.reason


def test_an_agenda_that_only_withheld_words_tell_goes() -> None:
    state = replace(
        state_of(TALK), info={"agenda": ("풀 리퀘스트", "레디스 캐시 만료"), "next_meeting": "2026. 5. 8.(금)"}
    )
    assert minutes_of(TALK, state).info.agenda == ("풀 리퀘스트", "레디스 캐시 만료")
    hidden = minutes_of(TALK, replace(state, withheld=CACHE)).info
    assert hidden.agenda == ("풀 리퀘스트",)
    assert hidden.next_meeting == "2026. 5. 8.(금)"
