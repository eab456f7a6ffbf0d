"""회의 정보: one change, nothing guessed, days and times as people write them, Hangul not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from talk import compose, session_of, type_hangul

from desktop.minutes.left_to_do import left_of
from desktop.minutes.meeting_form import MeetingForm, clock_time
from desktop.minutes.minutes_rows import rows_of
from desktop.note.note_session import NoteSession
from processing.export.blocks import LECTURE, MINUTES, Choices
from processing.note import change_of
from processing.turns.by_hand import withhold


@pytest.fixture
def session(qapp: object) -> NoteSession:
    return session_of()


@pytest.fixture
def form(session: NoteSession, qtbot: QtBot) -> MeetingForm:
    opened = MeetingForm(session)
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def test_what_is_filled_in_is_one_change(form: MeetingForm, session: NoteSession, qtbot: QtBot) -> None:
    type_hangul(form.field("place"), "3층 회의실")
    form.field("date").setText("2026. 4. 28.")
    form.field("start").setText("14시")
    form.field("attendees").setPlainText("김민수 과장\n\n 이서연 \n")
    qtbot.mouseClick(form.ok_button, Qt.MouseButton.LeftButton)
    assert session.state.info == {
        "place": "3층 회의실",
        "date": "2026-04-28",
        "start": "14:00",
        "attendees": ("김민수 과장", "이서연"),
    }
    session.undo()
    assert session.state.info == {}


def test_an_untouched_form_changes_nothing(form: MeetingForm, session: NoteSession) -> None:
    form.accept()
    assert session.entries == []


def test_a_field_that_is_emptied_is_unknown_again(session: NoteSession, qtbot: QtBot) -> None:
    session.commit(change_of(session.state, {("info", "place"): "본사", ("info", "agenda"): ("예산",)}), "회의 정보")
    form = MeetingForm(session)
    form.field("place").setText("")
    form.field("agenda").setPlainText("")
    form.accept()
    assert session.state.info == {}


def test_a_day_that_is_none_is_told_and_the_form_stays(form: MeetingForm, session: NoteSession) -> None:
    form.field("date").setText("4월쯤")
    form.accept()
    assert form.isVisible()
    assert "날짜를" in form._warning.text()
    assert session.entries == []


def test_the_last_syllable_counts(form: MeetingForm, session: NoteSession) -> None:
    compose(form.field("author"), "김")
    compose(form.field("absentees"), "박")
    form.accept()
    assert session.state.info == {"author": "김", "absentees": ("박",)}


def test_enter_while_composing_does_not_close_the_form(form: MeetingForm, session: NoteSession, qtbot: QtBot) -> None:
    compose(form.field("author"), "김")
    qtbot.keyClick(form.field("author"), Qt.Key.Key_Return)
    assert session.entries == []


def named(session: NoteSession, id_: str, name: str, role: str = "") -> None:
    speaker = replace(session.state.speakers[id_], name=name, role=role)
    session.commit(change_of(session.state, {("speakers", id_): speaker}), "이름")


def test_named_speakers_are_attendees_and_later_names_follow(session: NoteSession, qtbot: QtBot) -> None:
    named(session, "s1", "김민수", "팀장")
    form = MeetingForm(session)
    assert form.field("attendees").toPlainText() == "김민수 팀장"
    form.field("place").setText("3층")
    form.accept()
    named(session, "s1", "김민수")
    named(session, "s2", "이서연")
    assert "attendees" not in session.state.info
    assert session.minutes().info.attendees == ("김민수", "이서연")


def test_a_list_written_by_hand_stays_and_takes_new_names_when_asked(session: NoteSession, qtbot: QtBot) -> None:
    named(session, "s1", "김민수", "팀장")
    form = MeetingForm(session)
    form.field("attendees").setPlainText("김민수 팀장\n박현준")
    form.accept()
    named(session, "s2", "이서연")
    assert session.minutes().info.attendees == ("김민수 팀장", "박현준")
    form = MeetingForm(session)
    form._add_speakers()
    form._add_speakers()
    form.accept()
    assert session.state.info["attendees"] == ("김민수 팀장", "박현준", "이서연")


def test_a_list_emptied_by_hand_stays_empty(session: NoteSession, qtbot: QtBot) -> None:
    named(session, "s1", "김민수", "팀장")
    form = MeetingForm(session)
    form.field("attendees").setPlainText("")
    form.accept()
    assert session.minutes().info.attendees == ()
    form = MeetingForm(session)
    assert form.field("attendees").toPlainText() == ""
    form.accept()
    named(session, "s2", "이서연")
    assert session.minutes().info.attendees == ()
    session.undo()
    session.undo()
    assert session.minutes().info.attendees == ("김민수 팀장",)


def test_a_named_speaker_leaves_no_blank_for_attendees(session: NoteSession) -> None:
    before = blanks(session)
    named(session, "s1", "김민수")
    assert blanks(session) == before - 1


def blanks(session: NoteSession, template: str = MINUTES) -> int:
    return left_of(session, rows_of(session.minutes(), Choices(template))).blanks


def test_the_blanks_counted_are_those_that_one_sees(session: NoteSession) -> None:
    assert blanks(session) == 6
    values = {"title": "주간 회의", "date": "2026-04-28", "place": "본사", "absentees": ("없음",)}
    session.commit(change_of(session.state, {("info", name): value for name, value in values.items()}), "회의 정보")
    assert blanks(session) == 2  # 작성자, 참석자
    assert blanks(session, LECTURE) == 0


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("오후 2시", "14:00"),
        ("오후 2:00", "14:00"),
        ("오후2시 5분", "14:05"),
        ("오전 9시 반", "09:30"),
        ("오후 12시", "12:00"),
        ("밤 12시", "00:00"),
        ("오후 두 시", "14:00"),
        ("정오", "12:00"),
        ("pm 3:15", "15:15"),
        ("14시", "14:00"),
        ("오전 13시", None),
        ("오후 0시", None),
        ("2시 60분", None),
        ("두시쯤", None),
        ("오후", None),
    ],
)
def test_times_are_taken_as_people_write_them(typed: str, time: str | None) -> None:
    assert clock_time(typed) == time


def next_talk(words: str) -> NoteSession:
    session = session_of(f"주간 회의\n\n참석자 1 00:00\n안건은 여기까지입니다.\n\n참석자 2 07:12\n{words}\n")
    session.commit(change_of(session.state, {("info", "date"): "2026-09-14"}), "회의 정보")
    return session


def test_the_next_meeting_is_offered_with_the_words_that_say_it_and_taken_by_a_click(qtbot: QtBot) -> None:
    session = next_talk("다음 회의는 다음 주 수요일 오후 두 시에 하겠습니다.")
    form = MeetingForm(session)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.show()
    assert form.field("next_meeting").text() == ""
    told = [one.text() for one in form.findChildren(QLabel)]
    assert "「다음 회의는 다음 주 수요일 오후 두 시에 하겠습니다.」 · 07:12" in told
    qtbot.mouseClick(form.next_said, Qt.MouseButton.LeftButton)
    form.accept()
    assert session.state.info["next_meeting"] == "2026. 9. 23.(수) 오후 2시"
    assert not hasattr(MeetingForm(session), "next_said"), "what is written is not offered again"


def test_a_next_meeting_that_is_not_settled_or_withheld_is_not_offered(qapp: object) -> None:
    assert not hasattr(MeetingForm(next_talk("다음 회의는 수요일에 할까요?")), "next_said")
    session = next_talk("다음 회의는 다음 주 수요일에 하겠습니다.")
    session.commit(withhold(session.state, session.turns()[-1].place), "내보내지 않기")
    assert not hasattr(MeetingForm(session), "next_said")


def test_every_field_has_a_name_for_the_screen_reader(form: MeetingForm) -> None:
    names = [form.field(name).accessibleName() for name in ("title", "date", "start", "end", "attendees", "agenda")]
    assert names == ["회의명", "날짜", "시작", "끝", "참석자", "안건"]
