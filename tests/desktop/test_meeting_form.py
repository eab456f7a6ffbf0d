"""회의 정보: one change, nothing guessed, days and times as people write them, Hangul not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from talk import compose, session_of, type_hangul

from desktop.meeting_form import MeetingForm
from desktop.note_session import NoteSession
from processing.note import Speaker, change_of


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


def test_named_speakers_become_attendees_once(session: NoteSession, qtbot: QtBot) -> None:
    session.commit(change_of(session.state, {("speakers", "s1"): Speaker("참석자 1", "김민수", "팀장")}), "이름")
    form = MeetingForm(session)
    form._add_speakers()
    form._add_speakers()
    form.accept()
    assert session.state.info["attendees"] == ("김민수 팀장",)


def test_every_field_has_a_name_for_the_screen_reader(form: MeetingForm) -> None:
    names = [form.field(name).accessibleName() for name in ("title", "date", "start", "end", "attendees", "agenda")]
    assert names == ["회의명", "날짜", "시작", "끝", "참석자", "안건"]
