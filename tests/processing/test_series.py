"""What one meeting leaves to the next of its series, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processing.export.blocks import LECTURE, Choices
from processing.export.formats import export
from processing.minutes import minutes_of
from processing.note import Line, LineKind, Speaker, apply, first_state
from processing.series import carried_over, earlier_of, series_of
from tests.builders import source_of
from tests.processing.export.samples import MEETING, meeting_state

NEXT = source_of(("참석자 1", 0, "지난번 보고서부터 보겠습니다."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("주간 회의 4월 28일", "주간 회의 5월 5일"),
        ("주간회의_20260428.txt", "주간 회의 20260505.txt"),
        ("상담 자동화 제3차 회의", "상담 자동화 제4차 회의"),
        ("2분기 실적 점검 (화)", "3분기 실적 점검 (수)"),
    ],
)
def test_titles_of_one_series(one: str, other: str) -> None:
    assert series_of(one) == series_of(other) != ""


@pytest.mark.parametrize("title", ["새로운 노트", "회의", "2026-04-28", "붙여넣은 글.txt", "", "(화)"])
def test_titles_that_name_nothing(title: str) -> None:
    assert series_of(title) == ""


def test_different_meetings_are_different() -> None:
    assert series_of("주간 회의") != series_of("월간 회의")


def test_open_tasks_come_over_with_names_and_days_and_nothing_else_does() -> None:
    earlier = earlier_of(MEETING, meeting_state(), "회의")
    assert earlier.title == "상담 자동화 주간 회의"
    state = apply(first_state(NEXT), carried_over(first_state(NEXT), earlier))
    (line,) = state.lines.values()
    assert (line.kind, line.author, line.places) == (LineKind.FOLLOW_UP, "person", ())
    assert (line.text, line.owner, line.due_text, line.due_date) == ("보고서 작성", "김민수", None, "2026-05-01")
    assert state.info == {
        "place": "3층 회의실",
        "attendees": ("김민수 팀장", "박지훈", "이서연"),
        "author": "이서연",
    }


def test_a_label_of_the_last_meeting_names_nobody_in_this_one() -> None:
    task = Line(LineKind.ACTION, "참석자 1에게 자료 보내기", "person", owner="참석자 1", status="할 일")
    earlier = earlier_of(NEXT, replace(first_state(NEXT), lines={"a": task}), "")
    state = apply(first_state(NEXT), carried_over(first_state(NEXT), earlier))
    named = replace(state, speakers={"s1": Speaker("참석자 1", "김민서")})
    (line,) = minutes_of(NEXT, named).follow_ups
    assert (line.text, line.line.owner) == ("참석자 1에게 자료 보내기", None)


def test_what_is_withheld_or_done_stays_behind() -> None:
    tasks = [task.text for task in earlier_of(MEETING, meeting_state(), "").tasks]
    assert tasks == ["보고서 작성"]  # not the withheld 비밀번호 바꾸기, not what is done


def test_what_the_form_says_already_stays() -> None:
    state = replace(first_state(NEXT), info={"place": "5층"})
    assert apply(state, carried_over(state, earlier_of(MEETING, meeting_state(), ""))).info["place"] == "5층"


def test_bringing_over_twice_brings_nothing_twice() -> None:
    earlier = earlier_of(MEETING, meeting_state(), "")
    state = apply(first_state(NEXT), carried_over(first_state(NEXT), earlier))
    assert not carried_over(state, earlier)


def test_a_follow_up_that_is_not_done_goes_on_to_the_meeting_after() -> None:
    open_one = Line(LineKind.FOLLOW_UP, "오래된 일", "person", status="할 일")
    done = Line(LineKind.FOLLOW_UP, "끝난 일", "person", status="완료")
    state = replace(first_state(NEXT), lines={"a": open_one, "b": done})
    assert [task.text for task in earlier_of(NEXT, state, "").tasks] == ["오래된 일"]


@pytest.mark.parametrize("format_", ["md", "txt", "docx"])
def test_the_minutes_tell_them_in_a_section_of_their_own(format_: str) -> None:
    state = apply(first_state(NEXT), carried_over(first_state(NEXT), earlier_of(MEETING, meeting_state(), "")))
    minutes = minutes_of(NEXT, state)
    if format_ == "docx":
        assert len(export(minutes, format_, Choices())) > len(export(minutes_of(NEXT, first_state(NEXT)), format_))
        return
    text = export(minutes, format_, Choices()).decode()
    assert text.index("지난 할 일 점검") < text.index("보고서 작성") < text.index("요약")
    assert "지난 할 일 점검" not in export(minutes, format_, Choices(LECTURE)).decode()
    assert "지난 할 일 점검" not in export(minutes_of(NEXT, first_state(NEXT)), format_, Choices()).decode()
