"""The transcript as a Qt model: one row a paragraph, renewed where a change touched it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.note.note_session import NoteSession
from desktop.note.transcript_rows import Marked, Marker, Row
from desktop.parts.row_model import RowModel
from processing.export.wording import clock
from processing.note import Speaker


class TranscriptModel(RowModel):
    """The paragraphs of the open note."""

    rows: list[Row]

    def __init__(self, session: NoteSession, parent: QObject | None = None) -> None:
        super().__init__(session.rows(), parent)
        self._session = session
        self._marker: Marker | None = None
        self._is_live, self._is_stale = True, False
        session.changed.connect(self.renew)
        session.proposals_changed.connect(self._forget_marks)

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers of the note by id."""
        return self._session.state.speakers

    def spoken(self, row: Row) -> str:
        """A paragraph after who says it and when."""
        return ", ".join(part for part in (row.speaker, clock(row.start_s), row.text) if part)

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
            self._follow()

    def renew(self, _change: object = None) -> None:
        """Follow the note; rows that read as before stay the same rows."""
        self._marker = None
        if self._is_live:
            self._follow()
        else:
            self._is_stale = True

    def _follow(self) -> None:
        self._is_stale = False
        self.take(self._session.rows())

    def _forget_marks(self) -> None:
        self._marker = None
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
