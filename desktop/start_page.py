"""The page before any note: one wide field to drop a file on, what lies in the downloads, and recent notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.model.sent_foot import SentFoot
from desktop.parts.widgets import button, label, set_property
from desktop.words import tr

if TYPE_CHECKING:
    from processing.library import NoteRow

WIDEST = 720  # pixels; longer lines tire the eye


class StartPage(QWidget):
    """Signals say what the person wants; nothing is done here."""

    open_wanted = Signal()
    paste_wanted = Signal()
    example_wanted = Signal()
    file_wanted = Signal(object)  # Path
    note_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._drop_field())
        self._found = _Section(tr("다운로드 폴더에서 찾은 파일"))
        self._recent = _Section(tr("최근 노트"))
        column.addWidget(self._found)
        column.addWidget(self._recent)
        self._example = button(tr("예시 노트로 둘러보기"), self.example_wanted.emit, "link")
        column.addWidget(self._example, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self.privacy = SentFoot()
        column.addWidget(self.privacy, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._centre(column)

    def _centre(self, column: QVBoxLayout) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 8)
        row.addStretch(1)

    def _drop_field(self) -> QFrame:
        self.drop_field = QFrame()
        set_property(self.drop_field, "class", "drop")
        self.drop_field.setAccessibleName(tr("파일을 놓는 곳"))
        self.drop_field.setMinimumHeight(220)
        inside = QVBoxLayout(self.drop_field)
        inside.setContentsMargins(24, 32, 24, 32)
        heading = label(tr("클로바노트에서 받은 파일을 여기에 놓으세요"), "large")
        inside.addStretch(1)
        inside.addWidget(heading, alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(label(tr("또는 Ctrl+V로 붙여넣기"), "faint"), alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.open_button = button(tr("파일 열기…"), self.open_wanted.emit, "primary")
        self.paste_button = button(tr("붙여넣어 가져오기"), self.paste_wanted.emit)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        inside.addStretch(1)
        return self.drop_field

    def show_found(self, files: Sequence[Path]) -> None:
        """Files that look like exports; importing them is one click each."""
        self._found.show_rows((path.name, _day_of(path), partial(self.file_wanted.emit, path)) for path in files)
        self._order_tabs()

    def show_recent(self, notes: Iterable[NoteRow]) -> None:
        """The notes opened last."""
        from desktop.library.note_names import days_of  # when the window is there

        known = list(notes)
        days = days_of(known)
        self._recent.show_rows((note.title, days[note.id], partial(self.note_wanted.emit, note.id)) for note in known)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Have Tab go down the page: the links came later than what stands below them."""
        links = [self.paste_button, *self._found.links(), *self._recent.links(), self._example]
        for before, link in pairwise(links):
            QWidget.setTabOrder(before, link)

    def light_up(self, is_over: bool) -> None:
        """Show that a file held over the window would be taken."""
        set_property(self.drop_field, "over", "true" if is_over else "false")


class _Section(QWidget):
    """A heading with a few links under it; gone while there are none."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.hide()

    def links(self) -> list[QPushButton]:
        """The links from top to bottom."""
        widgets = [item.widget() for i in range(self._rows.count()) if (item := self._rows.itemAt(i)) is not None]
        return [link for row in widgets if row is not None for link in row.findChildren(QPushButton)]

    def show_rows(self, rows: Iterable[tuple[str, str, Callable[[], None]]]) -> None:
        """Show (name, day, what a click does)."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = [_row(*row) for row in rows]
        if shown:
            self._rows.addWidget(label(self._heading, "faint"))
        for row in shown:
            self._rows.addWidget(row)
        self.setVisible(bool(shown))


def _row(name: str, day: str, on_click: Callable[[], None]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    link: QPushButton = button(name.replace("&", "&&"), on_click, "link")
    link.setAccessibleName(f"{name}, {day}")
    link.setMinimumWidth(40)
    line.addWidget(link)
    line.addStretch(1)
    faint: QLabel = label(day, "faint")
    line.addWidget(faint)
    return row


def _day_of(path: Path) -> str:
    return tr("{time:%H:%M}에 받음").format(time=datetime.fromtimestamp(path.stat().st_mtime))
