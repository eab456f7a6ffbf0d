"""A list to choose from before anything is done: rows with a tick, what each is, and one button that takes the ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.parts.widgets import button, label
from desktop.words import tr


@dataclass(frozen=True)
class Choice:
    """A row: its cells, and whether it is ticked to begin with."""

    cells: tuple[str, ...]
    is_ticked: bool = True


def told_of_adding(ticked: Sequence[int]) -> str:
    """What the button says that adds the ticked rows."""
    return tr("%n개 추가", "", len(ticked)) if ticked else tr("추가")


class ChoiceSheet(QDialog):
    """`chosen` brings the numbers of the ticked rows. Enter or Ctrl+Enter takes them, Space ticks. `told` words the button that does."""

    chosen = Signal(list)

    def __init__(
        self,
        title: str,
        sentence: str,
        heads: Sequence[str],
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        told: Callable[[Sequence[int]], str] = told_of_adding,
    ) -> None:
        super().__init__(parent)
        self._told = told
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        self._say = label(sentence)
        self._say.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(title)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(list(heads))
        for choice in choices:
            item = QTreeWidgetItem(list(choice.cells))
            item.setCheckState(0, Qt.CheckState.Checked if choice.is_ticked else Qt.CheckState.Unchecked)
            item.setSizeHint(0, QSize(0, 28))
            for column, cell in enumerate(choice.cells):
                item.setToolTip(column, cell)
            self.list.addTopLevelItem(item)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(len(heads) - 1):
            self.list.setColumnWidth(column, 160)
        self.list.itemChanged.connect(self._count)
        self._lay_out()
        self._count()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take)
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(button(tr("모두 선택"), lambda: self._tick_all(Qt.CheckState.Checked)))
        row.addWidget(button(tr("모두 해제"), lambda: self._tick_all(Qt.CheckState.Unchecked)))
        row.addStretch(1)
        row.addWidget(button(tr("취소"), self.reject))
        self.take_button = button("", self.take, "primary")
        self.take_button.setDefault(True)
        row.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.addWidget(self._say)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def ticked(self) -> list[int]:
        """The numbers of the ticked rows."""
        items = (self.list.topLevelItem(i) for i in range(self.list.topLevelItemCount()))
        return [i for i, item in enumerate(items) if item is not None and item.checkState(0) == Qt.CheckState.Checked]

    def _tick_all(self, state: Qt.CheckState) -> None:
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None:
                item.setCheckState(0, state)

    def _count(self) -> None:
        ticked = self.ticked()
        self.take_button.setText(self._told(ticked))
        self.take_button.setAccessibleName(self.take_button.text())
        self.take_button.setEnabled(bool(ticked))

    def take(self) -> None:
        """Close and hand the ticked rows over: a change of many places is shown bit by bit once nothing closes any more."""
        numbers = self.ticked()
        if numbers:
            self.accept()
            self.chosen.emit(numbers)
