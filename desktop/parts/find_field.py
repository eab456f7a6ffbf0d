"""A field to find words or a name with: Esc is left to what it stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.parts.hangul_fields import HangulLineEdit


class FindField(HangulLineEdit):
    """A field safe for Hangul: Esc does not give an old text back, it closes the bar or the sheet around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
