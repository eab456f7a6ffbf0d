"""Fields that are safe for Hangul: the syllable being composed is never lost, and Enter never cuts it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class HangulLineEdit(QLineEdit):
    """A field whose value counts when the person goes on: `entered` with the new text after Enter or leaving.

    Esc gives the old text back. An unchanged text is not entered. Where no input method commits the syllable under
    composition when the focus goes (Qt asks it to), the field takes it in itself.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self._standing = ""

    def show_value(self, text: str) -> None:
        """Show what stands; while the person is typing, their text stays."""
        was_changed = self.text() != self._standing
        self._standing = text
        if not (self.hasFocus() and was_changed) and not self._composed:
            self.setText(text)

    def flush(self) -> None:
        """Enter what is typed, the syllable under composition too."""
        self._take_composed()
        if self.text() != self._standing:
            self._standing = self.text()
            self.entered.emit(self._standing)

    def _take_composed(self) -> None:
        if self._composed:
            commit = QInputMethodEvent()
            commit.setCommitString(self._composed)
            self.inputMethodEvent(commit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.flush()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._composed and is_enter:
            event.accept()  # it belongs to the input method, neither to the field nor to the dialog around it
        elif is_enter:
            self.flush()
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._standing:
            self.setText(self._standing)
        else:
            super().keyPressEvent(event)


class HangulTextEdit(QPlainTextEdit):
    """A field of a few lines; Tab goes on to the next field. `flush` before reading it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self.setTabChangesFocus(True)

    def flush(self) -> None:
        """Take in the syllable under composition."""
        if self._composed:
            commit = QInputMethodEvent()
            commit.setCommitString(self._composed)
            self.inputMethodEvent(commit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
