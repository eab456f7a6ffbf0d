"""Asks for one name. The last syllable counts, and Enter never cuts it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.find_field import FindField
from desktop.parts.widgets import button, label
from desktop.words import tr


class NameSheet(QDialog):
    """`taken` brings the name; nothing is taken while there is none."""

    taken = Signal(str)

    def __init__(self, title: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = FindField()
        self.name.setAccessibleName(what)
        self.name.setMinimumWidth(260)
        self.name.returnPressed.connect(self.take)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("취소"), self.reject))
        buttons.addWidget(button(tr("확인"), self.take, "primary"))
        column = QVBoxLayout(self)
        column.addWidget(label(what))
        column.addWidget(self.name)
        column.addLayout(buttons)
        self.name.setFocus()

    def take(self) -> None:
        """Take the name that stands there, the syllable in work too."""
        self.name.flush()
        if self.name.text().strip():
            self.taken.emit(self.name.text().strip())
            self.accept()
