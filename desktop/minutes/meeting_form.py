"""회의 정보: a short form for the head of the minutes. What is unknown stays blank; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.note.note_session import NoteSession
from desktop.note.told_changes import form_filled
from desktop.parts.hangul_fields import HangulLineEdit, HangulTextEdit
from desktop.parts.widgets import button, label
from desktop.words import kept, marked, tr
from processing.attendees import ATTENDEES, attendees_of, named_attendees, with_attendees
from processing.export.wording import clock
from processing.minutes import hidden_in
from processing.next_meeting import NextMeeting, next_meeting
from processing.note import change_of
from processing.summary.spoken_numbers import with_figures

WORDS = {
    "title": marked("회의명"),
    "date": marked("날짜"),
    "start": marked("시작"),
    "end": marked("끝"),
    "place": marked("장소"),
    "author": marked("작성자"),
    "next_meeting": marked("차기 회의"),
}
LISTS = {"attendees": marked("참석자"), "absentees": marked("불참자"), "agenda": marked("안건")}
HINTS = {
    "date": marked("예: 2026-04-28"),
    "start": marked("예: 14:00, 오후 2시"),
    "end": marked("예: 15:10"),
    "attendees": marked("한 줄에 한 사람. 예: 김민수 과장"),
    "absentees": marked("한 줄에 한 사람. 없으면 '없음'"),
    "agenda": marked("한 줄에 하나"),
}

_DATE = re.compile(r"\s*(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?\s*")
_TIME = re.compile(
    r"\s*(?P<half>오전|오후|새벽|아침|낮|점심|저녁|밤|am|pm)?\s*(?P<hour>\d{1,2})\s*[:시]\s*(?P<minute>\d{1,2}|반)?\s*분?"
    r"\s*(?P<half_after>am|pm)?\s*",
    re.IGNORECASE,
)
_AFTERNOON = frozenset(kept("오후 낮 점심 저녁 밤 pm").split())
_NIGHT, _HALF, _NOON, _MIDNIGHT = kept("밤"), kept("반"), kept("정오"), kept("자정")


def iso_date(text: str) -> str | None:
    """YYYY-MM-DD of a typed day, "" of a blank, None of what is no day.

    >>> iso_date("2026. 4. 28."), iso_date("2026년 4월 28일"), iso_date(" "), iso_date("4월쯤"), iso_date("2026-2-30")
    ('2026-04-28', '2026-04-28', '', None, None)
    """
    if not text.strip():
        return ""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def clock_time(text: str) -> str | None:
    """HH:MM of a typed time, "" of a blank, None of what is no time.

    >>> clock_time("9:5"), clock_time("14시"), clock_time("14시 30분"), clock_time("25:00")
    ('09:05', '14:00', '14:30', None)
    >>> clock_time("오후 2시"), clock_time("오후 2:00"), clock_time("오전 12시"), clock_time("저녁 일곱 시 반"), clock_time("2:30 PM")
    ('14:00', '14:00', '00:00', '19:30', '14:30')
    """
    bare = text.strip()
    if not bare or bare in (_NOON, _MIDNIGHT):
        return {_NOON: "12:00", _MIDNIGHT: "00:00"}.get(bare, "")
    match = _TIME.fullmatch(with_figures(text).text)
    if match is None:
        return None
    hour = _hour_of_day(int(match["hour"]), (match["half"] or match["half_after"] or "").lower())
    minute = 30 if match["minute"] == _HALF else int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour is not None and minute <= 59 else None


def _hour_of_day(hour: int, half: str) -> int | None:
    """0 to 24 of an hour and the half of the day that it is in; None of one that is in no such half (오후 0시, 오전 13시)."""
    if not half:
        return hour if hour <= 24 else None
    if half == _NIGHT and hour == 12:
        return 0
    if half in _AFTERNOON:
        return hour if 12 <= hour <= 23 else hour + 12 if 1 <= hour <= 11 else None
    return hour % 12 if hour <= 12 else None


class MeetingForm(QDialog):
    """The form over the window; 확인 commits all of it as one change."""

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("회의 정보"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self._words = {name: HangulLineEdit() for name in WORDS}
        self._lists = {name: HangulTextEdit() for name in LISTS}
        self._warning = label("", "warning")
        self._warning.setWordWrap(True)
        self._warning.hide()
        column = QVBoxLayout(self)
        column.addLayout(self._form())
        column.addWidget(self._warning)
        column.addWidget(self._buttons())
        self._fill({**session.state.info, ATTENDEES: attendees_of(session.state)})

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("회의명"), self._named("title"))
        form.addRow(tr("날짜"), self._named("date"))
        form.addRow(tr("시간"), self._times())
        for name in ("place", "author"):
            form.addRow(tr(WORDS[name]), self._named(name))
        form.addRow(tr("참석자"), self._attendees())
        for name in ("absentees", "agenda"):
            form.addRow(tr(LISTS[name]), self._named(name))
        form.addRow(tr(WORDS["next_meeting"]), self._next_meeting())
        return form

    def _next_meeting(self) -> QWidget:
        """The field, and under it what the talk says, to be taken with one click while nothing is written there."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        field = self._words["next_meeting"]
        column.addWidget(self._named("next_meeting"))
        said = self._said_next()
        if said is not None and not self._session.state.info.get("next_meeting"):
            self.next_said: QPushButton = button(
                tr("녹취록에서 찾은 '{when}' 넣기").format(when=said.text), partial(field.setText, said.text), "link"
            )
            where = label(" · ".join(part for part in (f"「{said.words}」", clock(said.start_s)) if part), "faint")
            where.setWordWrap(True)
            column.addWidget(self.next_said, alignment=Qt.AlignmentFlag.AlignLeft)
            column.addWidget(where)
        return both

    def _said_next(self) -> NextMeeting | None:
        session = self._session
        return next_meeting(session.turns(), _day_of(session.state.info.get("date")), hidden_in(session.state))

    def _named(self, name: str) -> HangulLineEdit | HangulTextEdit:
        field = self._words.get(name) or self._lists[name]
        field.setAccessibleName(tr(WORDS.get(name) or LISTS[name]))
        field.setPlaceholderText(tr(HINTS[name]) if name in HINTS else "")
        if isinstance(field, HangulTextEdit):
            field.setFixedHeight(field.fontMetrics().lineSpacing() * 3 + 18)
        return field

    def _times(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._named("start"))
        row.addWidget(QLabel("~"))
        row.addWidget(self._named("end"))
        return both

    def _attendees(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._named("attendees"))
        self._from_speakers: QPushButton = button(tr("이름 붙인 참석자를 넣기"), self._add_speakers, "link")
        is_written = self._session.state.info.get(ATTENDEES) is not None
        self._from_speakers.setVisible(is_written and bool(self._speaker_names()))
        column.addWidget(self._from_speakers, alignment=Qt.AlignmentFlag.AlignLeft)
        return both

    def _speaker_names(self) -> list[str]:
        return list(named_attendees(self._session.state))

    def _add_speakers(self) -> None:
        field = self._lists["attendees"]
        there = _lines_of(field)
        new = [name for name in self._speaker_names() if not any(_bare(name) in line for line in there)]
        field.setPlainText("\n".join([*there, *new]))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.ok_button = button(tr("확인"), self.accept, "primary")
        box.addButton(self.ok_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(button(tr("취소"), self.reject), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok_button.setDefault(True)
        return box

    def _fill(self, info: Mapping[str, Any]) -> None:
        for name, field in self._words.items():
            field.show_value(str(info.get(name) or ""))
        for name, area in self._lists.items():
            entries = info.get(name) or ()
            area.setPlainText(entries if isinstance(entries, str) else "\n".join(entries))

    def field(self, name: str) -> HangulLineEdit | HangulTextEdit:
        """The field of one entry of the form."""
        return self._words.get(name) or self._lists[name]

    def accept(self) -> None:
        """Commit what is filled in; a day or time that is none is told, and the form stays."""
        values = self._values()
        if values is not None:
            was = self._session.state.info
            change = change_of(self._session.state, {("info", name): value for name, value in values.items()})
            self._session.commit(change, form_filled(was, values, {**WORDS, **LISTS}))
            super().accept()

    def _values(self) -> dict[str, str | tuple[str, ...] | None] | None:
        for field in self._words.values():
            field.flush()
        for area in self._lists.values():
            area.flush()
        words: dict[str, str | None] = {name: field.text().strip() for name, field in self._words.items()}
        words["date"] = iso_date(words["date"] or "")
        words["start"], words["end"] = clock_time(words["start"] or ""), clock_time(words["end"] or "")
        for name in ("date", "start", "end"):
            if words[name] is None:
                self._complain(name)
                return None
        lists = {name: tuple(_lines_of(area)) for name, area in self._lists.items()}
        filled = {name: value or None for name, value in {**words, **lists}.items()}
        return {**filled, ATTENDEES: with_attendees(self._session.state, lists[ATTENDEES])}

    def _complain(self, name: str) -> None:
        what = tr("날짜를 2026-04-28처럼") if name == "date" else tr("시간을 14:00이나 오후 2시처럼")
        self._warning.setText(tr("{what} 적어 주세요. 모르면 비워 두세요.").format(what=what))
        self._warning.show()
        self._words[name].setFocus()


def _day_of(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def _bare(attendee: str) -> str:
    """An entry without its title or part: 김민수 of 김민수 과장 and 김민수(진행)."""
    return attendee.partition("(")[0].split()[0]


def _lines_of(area: HangulTextEdit) -> list[str]:
    return [line.strip() for line in area.toPlainText().splitlines() if line.strip()]
