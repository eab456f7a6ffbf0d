"""변경 기록: what was changed, when and by whom, newest first; one action can be taken back alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.library.over_notes import is_over_notes
from desktop.note.note_session import NoteSession
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.journal import PERSON, Entry

BY = {PERSON: marked("내가 함")}
ENTRY = Qt.ItemDataRole.UserRole


class HistoryWindow(QDialog):
    """Stays open beside the note and follows it. `everywhere_wanted` brings an entry that is to be taken back in every
    note that its action changed.
    """

    everywhere_wanted = Signal(object)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("변경 기록"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 460)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("변경 기록"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([tr("언제"), tr("무엇을"), tr("누가")])
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.currentItemChanged.connect(self._show_what_can_be_done)
        self.answer = label("", "warning")
        self.answer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(self.answer)
        column.addLayout(self._buttons())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.undo_chosen)
        session.changed.connect(self.refresh)
        self.refresh()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.undo_button = button(tr("이것만 되돌리기"), self.undo_chosen)
        self.everywhere_button = button(tr("모든 노트에서 되돌리기"), self.undo_everywhere)
        row.addWidget(self.everywhere_button)
        row.addWidget(self.undo_button)
        row.addWidget(button(tr("닫기"), self.close))
        return row

    def refresh(self) -> None:
        """Show the journal as it stands, with the same entry chosen."""
        chosen = self.chosen()
        self.list.clear()
        undone = undone_in(self._session.entries)
        for entry in reversed(self._session.entries):
            self.list.addTopLevelItem(_item(entry, entry.id in undone))
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None and chosen is not None and item.data(0, ENTRY) == chosen.id:
                self.list.setCurrentItem(item)
        newest = self.list.topLevelItem(0)
        if self.list.currentItem() is None and newest is not None:
            self.list.setCurrentItem(newest)
        self._show_what_can_be_done()

    def chosen(self) -> Entry | None:
        """The entry that is chosen in the list."""
        item = self.list.currentItem()
        wanted = item.data(0, ENTRY) if item is not None else None
        return next((entry for entry in self._session.entries if entry.id == wanted), None)

    def undo_chosen(self) -> None:
        """Take the chosen action back alone, or say which later one stands in the way."""
        entry = self.chosen()
        if entry is None:
            return
        try:
            self._session.undo_alone(entry)
            self.answer.clear()
        except UserError as error:
            self.answer.setText(retold(error.sentence))

    def undo_everywhere(self) -> None:
        """Have the chosen action taken back in all notes that it changed."""
        entry = self.chosen()
        if entry is not None:
            self.everywhere_wanted.emit(entry)

    def _show_what_can_be_done(self) -> None:
        entry = self.chosen()
        self.undo_button.setEnabled(entry is not None)
        self.everywhere_button.setVisible(entry is not None and is_over_notes(entry))


def undone_in(entries: Sequence[Entry]) -> set[int]:
    """The entries that do not hold: those that were undone by one that holds itself, so that redoing clears both."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.undoes is not None and entry.id not in undone:
            undone.add(entry.undoes)
    return undone


def _item(entry: Entry, is_undone: bool) -> QTreeWidgetItem:
    when = entry.time.astimezone()
    item = QTreeWidgetItem(
        [
            f"{when.month}. {when.day}. {when:%H:%M:%S}",
            retold(entry.what),
            tr(BY.get(entry.by, marked("자동"))),
        ]  # local time, as on the wall
    )
    item.setData(0, ENTRY, entry.id)
    item.setSizeHint(0, QSize(0, 28))
    if is_undone:
        font = item.font(1)
        font.setStrikeOut(True)
        item.setFont(1, font)
    return item
