"""The rows of the minutes: moved through, edited in place, written anew; the words that say a line open under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.minutes.minutes_cells import NEW_DRAFT, cells_of, edited, kind_of_draft, place_of_draft, target_of
from desktop.minutes.minutes_delegate import MinutesDelegate
from desktop.minutes.minutes_edits import added
from desktop.minutes.minutes_layout import MinutesLayout
from desktop.minutes.minutes_model import MinutesModel
from desktop.minutes.minutes_rows import HEADINGS, NewLine, Row, RowKind
from desktop.note.note_session import NoteSession
from desktop.parts.editable_list import EditableList, EditTarget
from desktop.parts.row_model import Index
from desktop.parts.theme import colours_of
from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.export.blocks import Choices
from processing.neighbourhood import can_be_renewed
from processing.note import LineKind

HOW_TO_RENEW = marked("근거가 바뀐 줄입니다. Ctrl+B로 다시 만들거나, 그대로 맞으면 Ctrl+Shift+E로 확인해 주세요.")


class MinutesList(EditableList):
    """The minutes of the open note, to be read and written.

    `line_chosen` tells the places that say the chosen line, `jump_wanted` the place to go to in the transcript,
    `info_wanted` the entry at which the meeting's form is to be opened.
    """

    line_chosen = Signal(object)
    jump_wanted = Signal(object)
    info_wanted = Signal(str)

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
        self._layout = MinutesLayout(self._model, self)
        self._layout.editor_height = self.height_of_editor
        self.setItemDelegate(MinutesDelegate(self._layout, self._model, self))
        self.setModel(self._model)
        self._kept = ""
        self._model.about_to_renew.connect(self._keep_line)
        self._model.renewed.connect(self._choose_kept_line)

    @property
    def rows(self) -> list[Row]:
        """The rows of the page as they stand."""
        return self._model.rows

    def current(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def renew(self) -> None:
        """Follow templates that are no longer as they were."""
        self._model.renew()

    def _keep_line(self) -> None:
        row = self.current()
        self._kept = row.id if row is not None else ""

    def _choose_kept_line(self) -> None:
        """Stay at the chosen line where it now stands elsewhere: in another template, or below a new one.

        No place is told of it: it is the same line.
        """
        row, at = self.current(), self._model.row_of(self._kept) if self._kept else -1
        if at >= 0 and (row is None or row.id != self._kept):
            with QSignalBlocker(self):
                self.setCurrentIndex(self._model.index(at, 0))
            self.scrollTo(self.currentIndex())

    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), QColor(colours_of(self.palette()).desk))

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
        self._layout.cell = min(self._layout.cell, cells_of(row) - 1)
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

    def _step_cell(self, step: int) -> None:
        row = self.current()
        if row is not None:
            self._layout.cell = min(max(self._layout.cell + step, 0), cells_of(row) - 1)
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
        row, cell = self.rows[index.row()], self._layout.cell
        if row.entry:
            self.info_wanted.emit(row.entry)
            return None
        if row.kind is RowKind.NOTHING and row.adds is not None:
            self.add_line(row.adds)
            return None
        return target_of(row, cell)

    def text_rect(self, index: Index) -> QRect:
        row, rect = self.rows[index.row()], self.visualRect(index)
        return self._layout.words_rect(row, rect, self._layout.cell)

    def editor_font(self, index: Index) -> QFont:
        return self._layout.font_of(self.rows[index.row()])

    def caret_at(self, index: QModelIndex, point: QPoint) -> int | None:
        return self._layout.offset_at(self.rows[index.row()], self.visualRect(index), point)

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
        if self._is_task(row) and self._layout.cell < 2:
            self._layout.cell += 1
            self.go_to(self._model.index(row, 0))
            return
        self._layout.cell = 0
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

    def restore_draft(self) -> bool:
        """Open the editor with what was being typed when the program ended last; False if there is nothing."""
        for key in self.session.drafts:
            kind, (id_, cell) = kind_of_draft(key), place_of_draft(key)
            row = self._model.row_of(id_) if id_ else -1
            if kind is not None:
                self.add_line(kind)
                return True
            if row >= 0:
                self._layout.cell = cell
                return self.open_editor(self._model.index(row, 0))
        return False

    # --- new lines

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
        self._layout.cell = 0
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

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self.finish()
        index = self.indexAt(point)
        if index.isValid():
            self._layout.cell = self._layout.cell_at(self.rows[index.row()], self.visualRect(index), point)
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._clicked_beside(index, point)

    def _clicked_beside(self, index: QModelIndex, point: QPoint) -> None:
        """A click on the time opens the evidence, one on the evidence goes there."""
        rect = self.visualRect(index)
        told = self._layout.evidence_at(index, rect, point)
        if point.x() > self._layout.sheet(rect.width()).words_right:
            self.toggle_evidence()
        elif told is not None:
            self.jump_wanted.emit(told.place)
