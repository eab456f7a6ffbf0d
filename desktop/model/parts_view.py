"""Exactly what will be sent, part by part: a list with sizes, and beside it the words of the chosen part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from desktop.parts.widgets import label
from desktop.retold import retold
from desktop.words import tr
from processing.model.plan import Part, Plan

LIST_WIDTH, HANDLE = 220, 8  # pixels


class PartsView(QWidget):
    """`chosen` tells the number, from 0, of the part that is looked at."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.summary = label("")
        self.summary.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("보낼 부분"))
        self.list.setSpacing(3)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(tr("보낼 글"))
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.list)
        halves.addWidget(self.words)
        halves.setSizes([LIST_WIDTH, 3 * LIST_WIDTH])
        halves.setStretchFactor(1, 1)
        halves.setHandleWidth(HANDLE)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(halves, 1)
        self.list.currentRowChanged.connect(self._show_part)

    @property
    def row(self) -> int:
        """The number, from 0, of the part that is looked at; -1 where there is none."""
        return self.list.currentRow()

    def show_parts(self, parts: Sequence[Part], said: str) -> None:
        """Show these parts, and `said` above them."""
        row = max(self.row, 0)
        self._parts = tuple(parts)
        self.summary.setText(said)
        self.list.clear()
        for part in self._parts:
            item = QListWidgetItem(f"{retold(part.what)}\n{size_of(part)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{retold(part.what)}, {size_of(part)}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._parts) - 1))
        if not self._parts:
            self.words.clear()

    def mark(self, row: int, is_done: bool) -> None:
        """Show that a part is done with."""
        item, part = self.list.item(row), self._parts[row]
        if item is not None:
            item.setText(f"{'✓ ' if is_done else ''}{retold(part.what)}\n{size_of(part)}")

    def _show_part(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            self.words.setPlainText(self._parts[row].request.one_text)
            self.chosen.emit(row)


def size_of(part: Part) -> str:
    """How big a part is."""
    return tr("{characters:,}자 · 약 {tokens:,}토큰").format(
        characters=part.request.characters, tokens=part.request.tokens
    )


def summary_of(plan: Plan) -> str:
    """What a plan comes to, in one line."""
    count = len(plan.parts)
    said = [
        tr("%n번에 나누어", "", count) if count > 1 else tr("한 번에"),
        tr("{characters:,}자 · 많아야 약 {tokens:,}토큰").format(characters=plan.characters, tokens=plan.tokens),
    ]
    return " ".join(said) + hidden_of(plan)


def hidden_of(plan: Plan) -> str:
    """What is hidden in a plan."""
    hidden = " ".join(
        tr("{sort} {count}개").format(sort=retold(sort), count=count) for sort, count in plan.hidden.items()
    )
    return tr(" · 가린 것: {hidden}").format(hidden=hidden) if hidden else ""
