"""What the talk tells the meeting form: only empty fields, only what was said."""

from __future__ import annotations

from datetime import date

from processing.korean import Korean
from processing.note import apply, change_of, first_state
from processing.told_form import told_form
from processing.transcript import transcript
from tests.builders import source_of

DAY = date(2026, 9, 14)
SOURCE = source_of(
    ("참석자 1", 0, "오늘 안건은 두 가지입니다. 신규 채용하고 사무실 이전 이렇게 보겠습니다."),
    ("참석자 2", 30, "네. 채용 공고는 어제 올렸습니다."),
    ("참석자 1", 60, "다음 회의는 21일 월요일 오후 2시에 하겠습니다."),
)


def test_the_agenda_and_the_next_meeting_are_filled_in(korean: Korean) -> None:
    state = first_state(SOURCE)
    turns = transcript(SOURCE, state)
    told = apply(state, told_form(state, korean.analyse(turns), turns, DAY)).info
    assert told["agenda"] == ("신규 채용", "사무실 이전")
    assert told["next_meeting"] == "2026. 9. 21.(월) 오후 2시"


def test_what_a_person_has_written_stays(korean: Korean) -> None:
    first = first_state(SOURCE)
    state = apply(first, change_of(first, {("info", "agenda"): ("채용",), ("info", "next_meeting"): "미정"}))
    turns = transcript(SOURCE, state)
    assert not told_form(state, korean.analyse(turns), turns, DAY)


def test_nothing_is_filled_in_where_nothing_is_told(korean: Korean) -> None:
    source = source_of(("참석자 1", 0, "채용 공고는 어제 올렸습니다."), ("참석자 2", 9, "다음 회의는 언제 할까요?"))
    state = first_state(source)
    turns = transcript(source, state)
    assert not told_form(state, korean.analyse(turns), turns, DAY)
