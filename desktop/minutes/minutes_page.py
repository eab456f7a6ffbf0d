"""The minutes as they will print, each line edited in place; the words that say a line open under it.

Arrows move (in a task to the side too), Enter or F2 edits, Space opens the evidence, Ctrl+J goes to it in the
transcript, Ctrl+Enter adds a line below, Delete removes one, Alt+arrows move it, Ctrl+B has it made again, Ctrl+Shift+B
puts another sentence in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from desktop.minutes.line_menu import menu_of
from desktop.minutes.minutes_cells import cells_of
from desktop.minutes.minutes_edits import (
    added_from_words,
    as_kind,
    checked,
    moved,
    removed,
    with_status,
)
from desktop.minutes.minutes_keys import action_of, held_in
from desktop.minutes.minutes_list import MinutesList
from desktop.minutes.minutes_rows import HEADINGS, Row
from desktop.words import kept, tr
from processing.note import Change, LineKind, State
from processing.paragraphs import words_at
from processing.source import Place


class MinutesPage(MinutesList):
    """What keys and the menu do with the chosen line; all are `LineVerbs`.

    `renewal_wanted` and `other_wanted` tell the id of a line that is to be made again, or from another sentence.
    """

    renewal_wanted = Signal(str)
    other_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        action = self._action(event, row) if row is not None else None
        if action is None:
            super().keyPressEvent(event)
        else:
            action()
            event.accept()

    def _action(self, event: QKeyEvent, row: Row) -> Callable[[], object] | None:
        key = event.key()
        if cells_of(row) > 1 and not held_in(event) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return partial(self._step_cell, 1 if key == Qt.Key.Key_Right else -1)
        return action_of(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
        if self.current() is not None:
            corner = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft())
            self.line_menu().exec(event.globalPos() if by_mouse else corner)

    def line_menu(self) -> QMenu:
        """What can be done with the chosen line."""
        return menu_of(self, self.current(), self)

    def add_from_transcript(self, kind: str, place: Place) -> None:
        """Write a new line of a kind from words of the transcript, with their place as evidence."""
        said = [words for row in self.session.rows() if (words := words_at(row.paragraph, place))]
        id_, change = added_from_words(self.session.state, LineKind(kind), " ".join(said), place)
        self.session.commit(change, kept(f"{HEADINGS[LineKind(kind)]}에 넣음"))
        if self._go_to_added(id_, LineKind(kind)):
            self.edit_line()

    def remove_line(self) -> None:
        """Take the chosen line out of the minutes."""
        self._commit(removed, kept("회의록 줄 지움"))

    def move_line(self, step: int) -> None:
        """Move the chosen line up or down among its kind."""
        row = self.current()
        self._commit(lambda state, id_: moved(state, id_, step), kept("줄 옮김"))
        if row is not None and row.id:
            self.go_to_line(row.id)

    def confirm_line(self) -> None:
        """Say that the chosen line is right as it stands."""
        self._commit(partial(checked, self.session.source), kept("확인함"))

    def renew_line(self) -> None:
        """Have the chosen line made again from what its evidence says now."""
        self._want(self.renewal_wanted.emit)

    def replace_line(self) -> None:
        """Have another sentence of its topic put in the chosen line's place."""
        self._want(self.other_wanted.emit)

    def _want(self, tell: Callable[[str], object]) -> None:
        self.finish()
        row = self.current()
        if row is not None and row.id:
            tell(row.id)

    def toggle_done(self) -> None:
        """Mark the chosen task as done, or as to do."""
        self._commit(with_status, kept("할 일 상태"))

    def put_among(self, kind: LineKind) -> None:
        """Put the chosen line among the decisions or the tasks too."""
        row = self.current()
        if row is not None and row.line is not None and row.line.line.kind is kind:
            self.said.emit(tr("이미 그 목록에 있는 줄입니다."))
        elif row is not None and row.id:
            id_, change = as_kind(self.session.state, row.id, kind)
            self.session.commit(change, kept(f"{HEADINGS[kind]}에 넣음"))
            self._go_to_added(id_, kind)

    def _commit(self, edit: Callable[[State, str], Change], what: str) -> None:
        self.finish()
        row = self.current()
        if row is not None and row.id in self.session.state.lines:
            at = self.currentIndex().row()
            self.session.commit(edit(self.session.state, row.id), what)
            if at < self._row_count():
                self.go_to(self.next_index(min(at, self._row_count() - 1), 0, self._row_count()))
