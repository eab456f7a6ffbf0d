"""The minutes page as a Qt model: one row a line, renewed where a change touched it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from desktop.minutes.evidence_text import EvidenceText, evidence_texts
from desktop.minutes.minutes_rows import NewLine, Row, RowKind, rows_of
from desktop.note.note_session import NoteSession
from desktop.parts.row_model import Index, RowModel
from desktop.words import marked, tr
from processing.export.blocks import MINUTES, Choices
from processing.export.wording import clock
from processing.minutes import Minutes
from processing.note import LineKind

CHANGED, TO_CHECK = marked("근거가 바뀜"), marked("확인 필요")
FROM_LAST, WRITTEN, EDITED = marked("지난 회의"), marked("직접 작성"), marked("직접 고침")
STATES = (CHANGED, TO_CHECK, FROM_LAST, WRITTEN, EDITED)


class MinutesModel(RowModel):
    """The page in the note's template. `opened` is the id of the line whose evidence is shown under it.

    `about_to_renew` and `renewed` are told before and after the rows follow the note.
    """

    rows: list[Row]
    about_to_renew = Signal()
    renewed = Signal()

    def __init__(
        self,
        session: NoteSession,
        parent: QObject | None = None,
        choices_of: Callable[[str], Choices] = Choices,
    ) -> None:
        """`choices_of` gives what the template of a key prints."""
        super().__init__([], parent)
        self._session, self._choices_of = session, choices_of
        self.opened = ""
        self._new: NewLine | None = None
        self._made_of: tuple[object, ...] | None = None
        self._page: list[Row] = []
        self._evidence: tuple[str, list[EvidenceText]] | None = None
        self.rows = self._made()
        session.changed.connect(self.renew)

    def _made(self) -> list[Row]:
        choices = self._choices_of(str(self._session.state.info.get("template") or MINUTES))
        made_of = page_of(self._session.minutes()), choices, self._new
        if made_of != self._made_of:
            self._made_of, self._page = made_of, rows_of(self._session.minutes(), choices, self._new)
        return self._page

    def spoken(self, row: Row) -> str:
        """A line with its cells, what is marked on it, and where it was said."""
        return spoken(row)

    def renew(self, _change: object = None) -> None:
        """Follow the note; rows that read as before stay the same rows."""
        self._evidence = None
        self.about_to_renew.emit()
        self.take(self._made())
        self.renewed.emit()

    def begin_new(self, new: NewLine) -> int:
        """Make room for a line that is being written; its row."""
        self._new = new
        self.take(self._made())
        return next(i for i, row in enumerate(self.rows) if row.kind is RowKind.NEW)

    @property
    def new(self) -> NewLine | None:
        """The line that is being written."""
        return self._new

    def drop_new(self) -> None:
        """Take the room for a new line away."""
        if self._new is not None:
            self._new = None
            self.take(self._made())

    def evidence(self, row: Row) -> list[EvidenceText]:
        """The words that say a row's line."""
        if row.line is None:
            return []
        if self._evidence is None or self._evidence[0] != row.id:
            places = self._session.state.lines[row.id].places
            self._evidence = row.id, evidence_texts(self._session.rows(), places)
        return self._evidence[1]

    def toggle(self, index: Index) -> bool:
        """Open a row's evidence or close it; whether it is open now."""
        row = self.rows[index.row()]
        was, self.opened = self.opened, "" if self.opened == row.id else row.id
        for i, other in enumerate(self.rows):
            if other.id and other.id in (was, self.opened):
                self.dataChanged.emit(self.index(i, 0), self.index(i, 0))
        return bool(self.opened)

    def row_of(self, id_: str) -> int:
        """The row of a line; -1 if the page does not show it."""
        return next((i for i, row in enumerate(self.rows) if row.id == id_), -1)


_NOT_ON_THE_PAGE = ("turns", "corrections", "turn_changes")
_ON_THE_PAGE = attrgetter(*(field.name for field in fields(Minutes) if field.name not in _NOT_ON_THE_PAGE))


def page_of(minutes: Minutes) -> object:
    """All that the page shows of the minutes: most actions in a transcript change none of it."""
    return _ON_THE_PAGE(minutes)


def states_of(row: Row) -> list[str]:
    """What stands beside a line: 근거가 바뀜, 확인 필요, 직접 작성, 직접 고침."""
    if row.line is None:
        return []
    line = row.line.line
    told = (
        (tr(CHANGED), row.line.is_changed),
        (tr(TO_CHECK), line.needs_check),
        (tr(FROM_LAST), line.kind is LineKind.FOLLOW_UP),
        (tr(WRITTEN), line.author == "person" and line.kind is not LineKind.FOLLOW_UP),
        (tr(EDITED), line.is_edited or bool(line.by_hand)),
    )
    return [word for word, holds in told if holds]


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    time = clock(row.line.start_s) if row.line else ""
    parts = [row.text, *row.cells, *states_of(row), tr("근거 {time}").format(time=time) if time else ""]
    return ", ".join(part for part in parts if part)
