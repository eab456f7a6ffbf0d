"""What stands below the review: a button for each decision, what has been applied, and the keys for the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.note.review_rows import Chip
from desktop.parts.widgets import button, label
from desktop.words import marked, tr

KEYS = marked("Enter 이 줄의 ✓한 곳 적용 · Ctrl+Enter 용어 모두 · Delete 무시 · Ctrl+D 보류 · Space ✓ · F2 고쳐 쓰기")
KEYS_OF = {
    Chip.AUTOMATIC: marked("Enter 그대로 두기 · Delete 되돌리기 · Space 선택 · F2 고쳐 쓰기"),
    Chip.HELD: marked(
        "Enter 적용 · Ctrl+Enter 용어 모두 · Delete 무시 · Ctrl+D 다시 제안으로 · Space 선택 · F2 고쳐 쓰기"
    ),
    Chip.TURNS: marked("Enter 적용 · Delete 무시 · Ctrl+D 보류"),
}


class ReviewFoot(QWidget):
    """Signals say what the person decided about the chosen row, and that the last decision is to be taken back."""

    applied = Signal()
    applied_all = Signal()
    held = Signal()
    ignored = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._apply = button(tr("이 줄 적용"), self.applied.emit, "primary")
        self._apply_all = button(tr("이 용어 모두 적용"), self.applied_all.emit)
        self._hold = button(tr("보류"), self.held.emit)
        self._ignore = button(tr("무시"), self.ignored.emit)
        self._counted = label("", "faint")
        self._undo = button(tr("실행 취소"), self.undo_wanted.emit, "link")
        self._keys = label("", "faint")
        self._keys.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(*self._buttons))
        column.addLayout(self._lines())

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._apply, self._apply_all, self._hold, self._ignore

    def _lines(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(_row(self._counted, self._undo))
        column.addWidget(self._keys)
        return column

    def name_for(self, chip: Chip) -> None:
        """Name the decisions as they are called under a chip, and offer those that are made there."""
        is_applied = chip is Chip.AUTOMATIC
        self._apply.setText(tr("그대로 두기") if is_applied else tr("이 줄 적용"))
        self._apply_all.setVisible(not is_applied and chip is not Chip.TURNS)
        self._hold.setVisible(not is_applied)
        self._hold.setText(tr("다시 제안으로") if chip is Chip.HELD else tr("보류"))
        self._ignore.setText(tr("되돌리기") if is_applied else tr("무시"))
        self._ignore.setToolTip("" if is_applied else tr("이 노트에서만 무시합니다."))
        for made in self._buttons:
            made.setAccessibleName(made.text())
        self._keys.setText(tr(KEYS_OF.get(chip, KEYS)))

    def enable(self, has_rows: bool) -> None:
        """Offer decisions, and tell their keys, where there is a row to decide on."""
        for made in self._buttons:
            made.setEnabled(has_rows)
        self._keys.setVisible(has_rows)

    def count(self, applied: int) -> None:
        """Tell how many places were applied since the review was opened; nothing of none."""
        self._counted.setText(tr("%n곳 적용됨 ·", "", applied) if applied > 0 else "")
        self._undo.setVisible(applied > 0)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
