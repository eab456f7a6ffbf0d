"""지난 회의에서 이어받기: the notes that were there before, one of which is chosen as the meeting before this one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.parts.widgets import button, label
from desktop.words import tr


class EarlierSheet(QDialog):
    """`chosen` brings the id of a note. Rows are (id, what is told of it), the likeliest first."""

    chosen = Signal(int)

    def __init__(self, rows: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("지난 회의에서 이어받기"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 380)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("지난 회의"))
        for note_id, told in rows:
            item = QListWidgetItem(told)
            item.setData(Qt.ItemDataRole.UserRole, note_id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.take())
        sentence = label(
            tr("끝나지 않은 할 일과 회의 정보, 참석자 이름, 용어만 가져옵니다. 회의 내용은 가져오지 않습니다.")
        )
        sentence.setWordWrap(True)
        self.take_button = button(tr("이어받기"), self.take, "primary")
        self.take_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("취소"), self.reject))
        buttons.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.addWidget(sentence)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def take(self) -> None:
        """Hand the chosen note over and close."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
