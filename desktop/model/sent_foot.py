"""The foot's word on privacy: nothing has left, or where and how often, with a link to the very words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.model.sent_words import NOTHING_LEFT, has_left, said_of
from desktop.parts.widgets import button, label, set_property
from desktop.words import tr

if TYPE_CHECKING:
    from processing.library import Sending


class SentFoot(QWidget):
    """`sent_wanted` when the person wants to see what was sent."""

    sent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._said = label(tr(NOTHING_LEFT), "faint")
        self.link = button(tr("보낸 내용 보기"), self.sent_wanted.emit, "link")
        row.addWidget(self._said)
        row.addWidget(self.link)
        self.link.hide()

    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def show_sent(self, sendings: Sequence[Sending]) -> None:
        """Say what these come to; a screen reader hears a change."""
        said, has_gone = said_of(sendings), any(has_left(one.host) for one in sendings)
        if said != self._said.text():
            self._said.setText(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self._said, QAccessible.Event.NameChanged))
        set_property(self._said, "class", "" if has_gone else "faint")
        self.link.setText(tr("보낸 내용 보기") if has_gone else tr("기록 보기"))
        self.link.setAccessibleName(self.link.text())
        self.link.setVisible(bool(sendings))
