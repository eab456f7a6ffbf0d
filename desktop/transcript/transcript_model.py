"""The transcript as a Qt model: one row a paragraph, renewed where a change touched it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.note.note_session import NoteSession
from desktop.note.transcript_rows import Marked, Marker, Row, changed_middle
from processing.export.wording import clock
from processing.note import Speaker

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


class TranscriptModel(QAbstractListModel):
    """The paragraphs of the open note."""

    def __init__(self, session: NoteSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = session.rows()
        self._marker: Marker | None = None
        self._is_live, self._is_stale = True, False
        session.changed.connect(self.renew)
        session.proposals_changed.connect(self._forget_marks)

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers of the note by id."""
        return self._session.state.speakers

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.speaker, clock(row.start_s), row.text) if part)
        return None

    def marks(self, row: Row) -> tuple[Marked, ...]:
        """What is marked in a row."""
        if self._marker is None:
            self._marker = Marker(self._session.state, self._session.open_proposals())
        return self._marker.marks(row)

    def set_live(self, is_live: bool) -> None:
        """Follow the note at once; or, while nobody looks, only when somebody does again."""
        self._is_live = is_live
        if is_live:
            self.catch_up()

    def catch_up(self) -> None:
        """Follow what has changed while nobody looked."""
        if self._is_stale:
            self._is_stale, was_live, self._is_live = False, self._is_live, True
            self.renew()
            self._is_live = was_live

    def renew(self, _change: object = None) -> None:
        """Follow the note; rows that read as before stay the same rows."""
        self._marker = None
        if not self._is_live:
            self._is_stale = True
            return
        rows = self._session.rows()
        first, old_end, new_end = changed_middle(self.rows, rows)
        in_place = min(old_end, new_end)
        if old_end > in_place:
            self.beginRemoveRows(QModelIndex(), in_place, old_end - 1)
            self.rows = [*rows[:in_place], *self.rows[old_end:]]
            self.endRemoveRows()
        elif new_end > in_place:
            self.beginInsertRows(QModelIndex(), in_place, new_end - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        if first < in_place:
            self.dataChanged.emit(self.index(first, 0), self.index(in_place - 1, 0))

    def _forget_marks(self) -> None:
        self._marker = None
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
