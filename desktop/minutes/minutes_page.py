"""The minutes as they will print, each line edited in place; the words that say a line open under it.

Arrows move (in a task to the side too), Enter or F2 edits, Space opens the evidence, Ctrl+J goes to it in the
transcript, Ctrl+Enter adds a line below, Delete removes one, Alt+arrows move it, Ctrl+B has it made again, Ctrl+Shift+B
puts another sentence in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from desktop.minutes.line_menu import menu_of
from desktop.minutes.minutes_cells import NEW_DRAFT, cells_of, edited, kind_of_draft, place_of_draft, target_of
from desktop.minutes.minutes_delegate import MinutesDelegate
from desktop.minutes.minutes_edits import (
    added,
    added_from_words,
    as_kind,
    checked,
    moved,
    removed,
    with_status,
)
from desktop.minutes.minutes_keys import action_of, held_in
from desktop.minutes.minutes_model import MinutesModel
from desktop.minutes.minutes_rows import HEADINGS, NewLine, Row, RowKind
from desktop.note.note_session import NoteSession
from desktop.parts.editable_list import EditableList, EditTarget
from desktop.parts.virtual_list import Index
from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.export.blocks import Choices
from processing.note import Change, LineKind, State
from processing.passage import can_be_renewed
from processing.source import Place
from processing.transcript import words_at

HOW_TO_RENEW = marked("근거가 바뀐 줄입니다. Ctrl+B로 다시 만들거나, 그대로 맞으면 Ctrl+Shift+E로 확인해 주세요.")


class MinutesPage(EditableList):
    """The minutes of the open note.

    `line_chosen` tells the places that say the chosen line, `jump_wanted` the place to go to in the transcript,
    `info_wanted` that the meeting's form is to be opened; `renewal_wanted` and `other_wanted` the id of a line that is
    to be made again, or from another sentence.
    """

    line_chosen = Signal(object)
    jump_wanted = Signal(object)
    info_wanted = Signal()
    renewal_wanted = Signal(str)
    other_wanted = Signal(str)

    def __init__(
        self,
        session: NoteSession,
        parent: QWidget | None = None,
        choices_of: Callable[[str], Choices] = Choices,
    ) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("회의록"))
        self.setObjectName("minutes")
        self._model = MinutesModel(session, self, choices_of)
        self._delegate_ = MinutesDelegate(self._model, self)
        self._delegate_.editor_height = self.height_of_editor
        self.setItemDelegate(self._delegate_)
        self.setModel(self._model)

    @property
    def rows(self) -> list[Row]:
        """The rows of the page as they stand."""
        return self._model.rows

    def current(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), QColor(self._delegate_.colours.desk))

    # --- moving

    def next_index(self, row: int, step: int, count: int) -> QModelIndex:
        """The next row at which the arrows stop."""
        stops = [i for i in range(count) if self.rows[i].is_stop]
        if not stops:
            return QModelIndex()
        ahead = [i for i in stops if (i > row if step > 0 else i < row)]
        if not step or not ahead:
            return self._model.index(row if row in stops else stops[0], 0)
        wanted = row + step
        nearest = min(ahead, key=lambda i: abs(i - wanted)) if abs(step) > 1 else (ahead[0] if step > 0 else ahead[-1])
        return self._model.index(nearest, 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.current()
        if row is None:
            return
        self._delegate_.cell = min(self._delegate_.cell, cells_of(row) - 1)
        if row.line is not None and row.id in self.session.state.lines:
            self.line_chosen.emit(self.session.state.lines[row.id].places)
            if row.line.is_changed and can_be_renewed(row.line.line):
                self.said.emit(tr(HOW_TO_RENEW))

    def go_to_line(self, id_: str) -> None:
        """Choose a line of the minutes."""
        row = self._model.row_of(id_)
        if row >= 0:
            self.go_to(self._model.index(row, 0))

    def show_line(self, id_: str) -> None:
        """Choose a line and bring it into sight; the focus stays where it is."""
        self._show_row(self._model.row_of(id_))

    def show_in_form(self, words: str) -> None:
        """The same for the row that prints these words of the meeting's form; for words in none, the page's head."""
        of_form = ((i, row) for i, row in enumerate(self.rows) if row.line is None)
        self._show_row(next((i for i, row in of_form if any(words in text for text in (row.text, *row.cells))), 0))

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self.rows):
            if self.rows[row].is_stop:
                self.setCurrentIndex(self._model.index(row, 0))
            self.scrollTo(self._model.index(row, 0))

    def next_to_check(self) -> bool:
        """Choose the next line marked 확인 필요, around the end; False if there is none."""
        here = self.currentIndex().row()
        marked = [i for i, row in enumerate(self.rows) if row.wants_look]
        if not marked:
            return False
        self.go_to(self._model.index(next((i for i in marked if i > here), marked[0]), 0))
        return True

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
            return lambda: self._choose_cell(self._delegate_.cell + (1 if key == Qt.Key.Key_Right else -1))
        return action_of(self, event)

    def _choose_cell(self, cell: int) -> None:
        row = self.current()
        if row is not None:
            self._delegate_.cell = min(max(cell, 0), cells_of(row) - 1)
            self.viewport().update()

    # --- evidence

    def toggle_evidence(self) -> None:
        """Open the words that say the chosen line, or close them."""
        index, row = self.currentIndex(), self.current()
        if row is None or row.line is None or not self._model.evidence(row):
            if row is not None and row.line is not None:
                self.said.emit(tr("직접 쓴 줄이라 근거가 없습니다."))
            return
        if self._model.toggle(index):
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def jump(self) -> None:
        """Ask for the transcript at the first words that say the chosen line."""
        row = self.current()
        if row is not None and row.line is not None:
            places = self.session.state.lines[row.id].places
            if places:
                self.jump_wanted.emit(places[0])

    # --- editing

    def edit_line(self) -> bool:
        """Open the editor of the chosen line."""
        return self.open_editor(self.currentIndex())

    def target_at(self, index: Index) -> EditTarget | None:
        row, cell = self.rows[index.row()], self._delegate_.cell
        if row.kind is RowKind.FORM:
            self.info_wanted.emit()
            return None
        if row.kind is RowKind.NOTHING and row.adds is not None:
            self.add_line(row.adds)
            return None
        return target_of(row, cell)

    def text_rect(self, index: Index) -> QRect:
        row, rect = self.rows[index.row()], self.visualRect(index)
        return self._delegate_.words_rect(row, rect, self._delegate_.cell)

    def editor_font(self, index: Index) -> QFont:
        return self._delegate_.font_of(self.rows[index.row()])

    def caret_at(self, index: QModelIndex, point: QPoint) -> int | None:
        return self._delegate_.offset_at(self.rows[index.row()], self.visualRect(index), point)

    def take(self, index: Index, target: EditTarget, text: str) -> None:
        if target.key.startswith(NEW_DRAFT):
            self._take_new(text)
            return
        id_, cell = place_of_draft(target.key)
        if id_ in self.session.state.lines:
            self.session.commit(*edited(self.session.source, self.session.state, id_, cell, text))

    def went_on(self, index: Index, target: EditTarget, text: str) -> None:
        row = index.row()
        if text != target.text:
            self.take(index, target, text)
        if self._is_task(row) and self._delegate_.cell < 2:
            self._delegate_.cell += 1
            self.go_to(self._model.index(row, 0))
            return
        self._delegate_.cell = 0
        self.go_to(self.next_index(row, 1, self._row_count()))

    def _is_task(self, row: int) -> bool:
        return row < len(self.rows) and self.rows[row].kind is RowKind.TASK

    def split(self, index: Index, target: EditTarget, text: str, caret: int) -> None:
        row = index.row()
        if text != target.text:
            self.take(index, target, text)
        self.go_to(self._model.index(min(row, self._row_count() - 1), 0))
        self.add_below()

    def gave_up(self, index: Index, target: EditTarget) -> None:
        if target.key.startswith(NEW_DRAFT):
            row = index.row()
            self._model.drop_new()
            self.go_to(self._model.index(min(max(row - 1, 0), self._row_count() - 1), 0))

    # --- lines

    def add_below(self) -> None:
        """Write a new line under the chosen one, of its kind."""
        row = self.current()
        if row is None or row.adds is None:
            return
        kind = row.adds
        if kind is LineKind.HEADLINE or (row.line is not None and row.line.line.kind is LineKind.HEADLINE):
            kind = LineKind.SUMMARY
        self.add_line(kind, row.id, row.topic)

    def add_line(self, kind: LineKind, after: str = "", topic: str | None = None) -> None:
        """Write a new line of a kind, after another or at the end."""
        self.finish()
        self._delegate_.cell = 0
        row = self._model.begin_new(NewLine(kind, after, topic))
        self.open_editor(self._model.index(row, 0))

    def _take_new(self, text: str) -> None:
        new = self._model.new
        self._model.drop_new()
        if new is not None and text:
            id_, change = added(self.session.state, new.kind, text, new.after, new.topic)
            self.session.commit(change, kept(f"{HEADINGS.get(new.kind, '회의록')}에 줄 추가"))
            self._go_to_added(id_, new.kind)

    def _go_to_added(self, id_: str, kind: LineKind) -> bool:
        """Choose a line just added; False where the template has no place for it, which is said."""
        if self._model.row_of(id_) < 0:
            self.said.emit(
                tr("이 양식에는 '{heading}' 항목이 없어 줄이 보이지 않습니다.").format(heading=retold(HEADINGS[kind]))
            )
            return False
        self.go_to_line(id_)
        return True

    def renew(self) -> None:
        """Follow templates that are no longer as they were."""
        self._model.renew()

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

    def restore_draft(self) -> bool:
        """Open the editor with what was being typed when the program ended last; False if there is nothing."""
        for key in self.session.drafts:
            kind, (id_, cell) = kind_of_draft(key), place_of_draft(key)
            row = self._model.row_of(id_) if id_ else -1
            if kind is not None:
                self.add_line(kind)
                return True
            if row >= 0:
                self._delegate_.cell = cell
                return self.open_editor(self._model.index(row, 0))
        return False

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self.finish()
        index = self.indexAt(point)
        if index.isValid():
            self._delegate_.cell = self._cell_at(index, point)
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._clicked_beside(index, point)

    def _cell_at(self, index: QModelIndex, point: QPoint) -> int:
        row, rect = self.rows[index.row()], self.visualRect(index)
        for cell in reversed(range(cells_of(row))):
            words = self._delegate_.words_rect(row, rect, cell)
            if (row.kind is RowKind.TASK and point.x() >= words.left()) or (
                row.kind is RowKind.QUESTION and point.y() >= words.top()
            ):
                return cell
        return 0

    def _clicked_beside(self, index: QModelIndex, point: QPoint) -> None:
        """A click on the time opens the evidence, one on the evidence goes there."""
        rect = self.visualRect(index)
        told = self._delegate_.evidence_at(index, rect, point)
        if point.x() > self._delegate_.sheet(rect.width()).words_right:
            self.toggle_evidence()
        elif told is not None:
            self.jump_wanted.emit(told.place)

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
