"""A virtual list whose rows open an editor in place: Enter commits and goes on, Esc gives up, clicking away commits.

What is typed is kept as a draft of the note a few times a second, so it comes back after a crash.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextOption
from PySide6.QtWidgets import QWidget

from desktop.note.note_session import NoteSession
from desktop.parts.line_editor import LineEditor
from desktop.parts.row_model import Index
from desktop.parts.virtual_list import VirtualList
from desktop.words import marked, tr

DRAFT_EVERY_MS = 250
NOT_EMPTY = marked("빈 줄로는 바꿀 수 없습니다. 그만두려면 Esc를 눌러 주세요.")


@dataclass(frozen=True)
class EditTarget:
    """What an editor is open on: the draft's key, the text as it stood, the editor's name for a screen reader.

    `hint` is shown while it is empty.
    """

    key: str
    text: str
    name: str
    may_be_empty: bool = False
    hint: str = ""


class EditableList(VirtualList):
    """A list of rows that are edited in place. `said` is a short sentence for the status line."""

    said = Signal(str)

    editor: LineEditor | None = None  # stands before Qt first asks where children go

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._target: EditTarget | None = None
        self._row = QPersistentModelIndex()
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_EVERY_MS)
        self._draft_timer.timeout.connect(self._save_draft)
        session.flush_wanted.connect(self.finish)

    # --- what a list of a kind says

    def target_at(self, index: Index) -> EditTarget | None:
        """What an editor on this row would edit; None where nothing can be."""
        raise NotImplementedError

    def text_rect(self, index: Index) -> QRect:
        """Where the editor goes, in the viewport."""
        raise NotImplementedError

    def editor_font(self, index: Index) -> QFont:
        """The font the row is painted with."""
        return self.font()

    def take(self, index: Index, target: EditTarget, text: str) -> None:
        """Commit a changed text."""
        raise NotImplementedError

    def went_on(self, index: Index, target: EditTarget, text: str) -> None:
        """Enter was pressed: commit if changed, then go on to the next row."""
        row = index.row()
        if text != target.text:
            self.take(index, target, text)
        self.go_to(self.next_index(row, 1, self._row_count()))

    def split(self, index: Index, target: EditTarget, text: str, caret: int) -> None:
        """Ctrl+Enter was pressed with the caret at a code point of `text`."""
        raise NotImplementedError

    def gave_up(self, index: Index, target: EditTarget) -> None:
        """Esc was pressed, or an empty text was left."""

    # --- the editor

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self.editor is not None

    def go_to(self, index: QModelIndex) -> None:
        """Choose a row and bring it into sight."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.setFocus()

    def open_editor(self, index: Index, caret: int | None = None) -> bool:
        """Open the editor on a row, with its draft if there is one; False where nothing can be edited."""
        self.finish()
        target = self.target_at(index)
        if target is None:
            return False
        self._target, self._row = target, QPersistentModelIndex(index)
        self.setCurrentIndex(self._model_index())
        self.scrollTo(self._model_index())
        self.editor = self._made_editor(index, target)
        self.editor.set_caret(len(target.text) if caret is None else caret)
        self.editor_moved()
        self.editor.show()
        self.editor.setFocus()
        return True

    def _made_editor(self, index: Index, target: EditTarget) -> LineEditor:
        editor = LineEditor(self.session.draft(target.key) or target.text, self.viewport())
        editor.setAccessibleName(target.name)
        editor.setPlaceholderText(target.hint)
        editor.setFont(self.editor_font(index))
        editor.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        editor.setStyleSheet(
            "QTextEdit { border: none; border-radius: 0; padding: 0;"
            " selection-background-color: palette(highlight); selection-color: palette(highlighted-text); }"
        )
        editor.typed.connect(self._typed)
        editor.entered.connect(self._entered)
        editor.split_wanted.connect(self._split)
        editor.cancelled.connect(self.cancel)
        editor.left.connect(self.finish)
        return editor

    def _model_index(self) -> QModelIndex:
        return self.model().index(self._row.row(), 0) if self._row.isValid() else QModelIndex()

    def _typed(self) -> None:
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        if self.editor is not None and self.editor.wanted_height() != self.editor.height():
            self.editor_moved()

    def _save_draft(self) -> None:
        if self.editor is not None and self._target is not None:
            self.session.save_draft(self._target.key, self.editor.text_with_preedit())

    def editor_moved(self) -> None:
        """The editor's row has another height, or another place."""
        if self._row.isValid():
            self.place_children()
            self.forget_heights(self._row.row(), self._row.row())
            self.place_children()

    def place_children(self) -> None:
        if self.editor is not None and self._row.isValid():
            rect = self.text_rect(self._row)
            self.editor.setFixedWidth(rect.width())
            self.editor.setGeometry(QRect(rect.topLeft(), rect.size()))
            self.editor.setFixedHeight(self.editor.wanted_height())

    def height_of_editor(self, index: Index) -> int | None:
        """The open editor's height if it stands on this row."""
        if self.editor is None or not self._row.isValid() or index.row() != self._row.row():
            return None
        return self.editor.wanted_height()

    def _close(self) -> tuple[QModelIndex, EditTarget]:
        assert self.editor is not None
        assert self._target is not None
        index, target, editor = self._model_index(), self._target, self.editor
        self.editor = self._target = None
        self._draft_timer.stop()
        self.session.clear_draft(target.key)
        editor.blockSignals(True)
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus()
        if index.isValid():
            self.forget_heights(index.row(), index.row())
        return index, target

    def finish(self) -> None:
        """Commit the open editor, if there is one; an emptied text is given up instead."""
        if self.editor is None or self._target is None:
            return
        text = self.editor.settled_text()
        is_refused = self._is_refused(text)
        index, target = self._close()
        if is_refused or not index.isValid():
            self.gave_up(index, target)
        elif text != target.text:
            self.take(index, target, text)

    def cancel(self) -> None:
        """Give the open editor's text up."""
        if self.editor is not None:
            index, target = self._close()
            self.gave_up(index, target)

    def _is_refused(self, text: str) -> bool:
        return not text and self._target is not None and not self._target.may_be_empty

    def _entered(self) -> None:
        assert self.editor is not None
        text = self.editor.settled_text()
        if self._is_refused(text):
            self.said.emit(tr(NOT_EMPTY))
            return
        self.went_on(*self._close(), text)

    def _split(self) -> None:
        assert self.editor is not None
        text, caret = self.editor.settled_text(), self.editor.caret
        if self._is_refused(text):
            self.said.emit(tr(NOT_EMPTY))
            return
        self.split(*self._close(), text, caret)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if is_plain and opens and self.currentIndex().isValid():
            self.open_editor(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid():
            self.open_editor(index, self.caret_at(index, point))

    def caret_at(self, index: QModelIndex, point: QPoint) -> int | None:
        """The code point of the row's text nearest to a point of the viewport; None for its end."""
        return None
