"""The editor that opens in place over a line or a paragraph. It never loses a Hangul syllable.

While the input method composes, the last syllable is not in the document yet (preedit). So Enter is never acted on
then, and whoever ends an edit calls `settled_text`, which has the input method hand over what it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QWidget

from desktop.parts.text_layout import LEADING
from desktop.parts.text_positions import code_point_of, utf16_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class LineEditor(QTextEdit):
    """One paragraph of plain text; line breaks cannot be typed. `entered` Enter, `split_wanted` Ctrl+Enter,
    `cancelled` Esc, `left` the focus has gone elsewhere, `typed` the text or the syllable in work has changed.
    """

    entered = Signal()
    split_wanted = Signal()
    cancelled = Signal()
    left = Signal()
    typed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self.more: tuple[tuple[str, Callable[[], object]], ...] = ()  # what its menu offers besides, by label
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._set_leading()
        self.document().clearUndoRedoStacks()
        self.textChanged.connect(self.typed)

    def _set_leading(self) -> None:
        """The same room between lines as where the text is painted, so that nothing moves when the editor opens."""
        room = QTextBlockFormat()
        room.setLineHeight(LEADING * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.mergeBlockFormat(room)

    @property
    def caret(self) -> int:
        """The caret's position in code points."""
        return code_point_of(self.toPlainText(), self.textCursor().position())

    def set_caret(self, at: int) -> None:
        """Put the caret before code point `at`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_of(self.toPlainText(), at))
        self.setTextCursor(cursor)

    @property
    def selected(self) -> tuple[int, int] | None:
        """The selected [start, end) in code points; None where nothing is."""
        cursor, text = self.textCursor(), self.toPlainText()
        if not cursor.hasSelection():
            return None
        return code_point_of(text, cursor.selectionStart()), code_point_of(text, cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select the code points from `start` to `end`, the caret at `end`."""
        text, cursor = self.toPlainText(), QTextCursor(self.document())
        cursor.setPosition(utf16_of(text, start))
        cursor.setPosition(utf16_of(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu(event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self, at: QPoint) -> QMenu:
        """Cut, copy, paste and what the list offers besides, for words at a point."""
        menu = self.createStandardContextMenu(at)
        first = menu.actions()[0]
        for label, act in self.more:
            action = QAction(label, menu)
            action.triggered.connect(partial(_call, act))
            menu.insertAction(first, action)
        if self.more:
            menu.insertSeparator(first)
        return menu

    def text_with_preedit(self) -> str:
        """What the person sees: the text with the syllable in work where the caret is."""
        text, at = self.toPlainText(), self.caret
        return one_line(text[:at] + self._preedit + text[at:])

    def settled_text(self) -> str:
        """The text after the input method has handed over what it holds."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        if self._preedit:  # no input method answered: the syllable is taken as it stands
            handed_over = QInputMethodEvent()
            handed_over.setCommitString(self._preedit)
            QApplication.sendEvent(self, handed_over)
        return one_line(self.toPlainText())

    def wanted_height(self) -> int:
        """How high the editor must be for its text, in pixels."""
        self.document().setTextWidth(self.viewport().width())
        return int(self.document().size().height() + 0.999)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.typed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(_as_pasted(source.text()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()  # no menu shortcut takes these while a line is open
            return True
        return bool(super().event(event))

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.key() in (*_ENTER, Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            if not self._preedit:
                self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        event.accept()
        if self._preedit:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_wanted.emit()
        else:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


def _call(act: Callable[[], object], _is_checked: bool = False) -> None:
    act()


def _as_pasted(text: str) -> str:
    """The text in one line, a blank left at each end that has one: it parts the words from those around them.

    >>> _as_pasted(" (1월 11일)"), _as_pasted("가  나\\n다\\n")
    (' (1월 11일)', '가 나 다')
    """
    words, inside = one_line(text), text.strip("\r\n")
    before, after = inside[:1].isspace(), inside[-1:].isspace()
    return f"{' ' if before else ''}{words}{' ' if after else ''}" if words else " "


def one_line(text: str) -> str:
    """`text` with every run of white space as one blank, none at the ends.

    >>> one_line(" 가  나\\n다 ")
    '가 나 다'
    """
    return " ".join(text.split())
