"""모두 바꾸기: every place before and after, each with its tick; what is ticked becomes one change."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.parts.theme import colours_of
from desktop.parts.widgets import button, label, set_property
from desktop.words import tr
from processing.finding import AnyHit, with_suffix

AROUND = 24  # code points shown on each side
MOST_SHOWN = 300  # rows; the rest is replaced with them and said so


class ReplaceSheet(QDialog):
    """`agreed` brings the hits that are ticked."""

    agreed = Signal(object)

    def __init__(self, hits: Sequence[AnyHit], new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = list(hits)
        self.setWindowTitle(tr("모두 바꾸기"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 480)
        rows = QFrame()
        set_property(rows, "class", "paper")
        column = QVBoxLayout(rows)
        column.setSpacing(4)
        self.ticks = [self._row(column, hit, new) for hit in self._hits[:MOST_SHOWN]]
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(rows)
        set_property(scroll, "class", "list")
        outer = QVBoxLayout(self)
        outer.addWidget(label(self._heading(), "heading"))
        outer.addWidget(scroll, 1)
        outer.addLayout(self._buttons())

    def _heading(self) -> str:
        more = len(self._hits) - MOST_SHOWN
        return tr("%n곳을 찾았습니다.", "", len(self._hits)) + (
            tr(" 아래에 없는 %n곳도 함께 바꿉니다.", "", more) if more > 0 else ""
        )

    def _row(self, column: QVBoxLayout, hit: AnyHit, new: str) -> QCheckBox:
        before, after = _words(hit, new)
        tick = QCheckBox()
        tick.setChecked(True)
        tick.setAccessibleName(f"{before} → {after}")
        line = QHBoxLayout()
        line.addWidget(tick)
        line.addWidget(self._context(hit, before, after), 1)
        column.addLayout(line)
        return tick

    def _context(self, hit: AnyHit, before: str, after: str) -> QLabel:
        colours, text = colours_of(self.palette()), hit.text
        left = escape(text[max(hit.start - AROUND, 0) : hit.start])
        right = escape(text[hit.end + len(hit.suffix) : hit.end + len(hit.suffix) + AROUND])
        shown = QLabel(
            f'{left}<s style="color:{colours.before}">{escape(before)}</s> '
            f'<b style="color:{colours.after}">{escape(after)}</b>{right}'
        )
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setWordWrap(True)
        return shown

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.replace_button = button(tr("바꾸기"), self._agree, "primary")
        self.replace_button.setDefault(True)
        row.addWidget(button(tr("취소"), self.reject))
        row.addWidget(self.replace_button)
        return row

    def _agree(self) -> None:
        unticked = {i for i, tick in enumerate(self.ticks) if not tick.isChecked()}
        self.accept()  # first: closing has the window show at once what it would else show bit by bit
        self.agreed.emit([hit for i, hit in enumerate(self._hits) if i not in unticked])


def _words(hit: AnyHit, new: str) -> tuple[str, str]:
    """The words with their particle as they are and as they will be."""
    before = hit.text[hit.start : hit.end] + hit.suffix
    return before, with_suffix(hit, new)
