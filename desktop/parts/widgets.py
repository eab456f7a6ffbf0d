"""Small widgets that look alike everywhere: a label, a button, each with its accessible name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QSpacerItem, QWidget

WIDTH_EMS = 24  # of a message box, in heights of a line

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def label(text: str, kind: str = "") -> QLabel:
    """A label; `kind` is the style's class (faint, heading, large, warning)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        set_property(made, "class", kind)
    return made


class Button(QPushButton):
    """A button that Enter presses as Space does: left to itself, Enter would press the dialog's first button instead."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & HELD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(text: str, on_click: Callable[[], object], kind: str = "") -> QPushButton:
    """A button that can be reached by Tab; `kind` is the style's class (primary, link)."""
    made = Button(text)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: on_click())
    if kind:
        set_property(made, "class", kind)
    return made


def widen(box: QMessageBox) -> QMessageBox:
    """Give a message room for its second sentence: Qt makes a box only as wide as the first."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        room = QSpacerItem(WIDTH_EMS * box.fontMetrics().height(), 0, QSizePolicy.Policy.Minimum)
        grid.addItem(room, grid.rowCount(), 0, 1, grid.columnCount())
    return box


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
