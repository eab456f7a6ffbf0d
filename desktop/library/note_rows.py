"""The list of whole notes: which of them fit what is chosen beside the words, and a row with its day at the right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.library.note_names import held
from desktop.parts.theme import colours_of

if TYPE_CHECKING:
    from processing.library import Library, NoteRow

DAY = Qt.ItemDataRole.UserRole + 2  # what is told at the right of a row
MOST_LISTED = 10_000
BETWEEN, EDGE = 24, 10  # pixels between title and day, and behind the day


def listed(library: Library, speaker: str | None, since: date | None) -> list[NoteRow]:
    """The notes in which somebody speaks, held or imported since a day, those opened last first; None asks nothing."""
    rows = library.recent(MOST_LISTED)
    ids = library.notes_spoken_by(speaker) if speaker is not None else None
    return [row for row in rows if (ids is None or row.id in ids) and (since is None or held(row).date() >= since)]


class NoteRowDelegate(QStyledItemDelegate):
    """Paints a row's `DAY` at its right, the title cut where both have no room; rows without one as they are."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = index.data(DAY)
        if not day:
            super().paint(painter, option, index)
            return
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        width = own.fontMetrics.horizontalAdvance(day)
        room = own.rect.width() - width - BETWEEN - EDGE
        own.text = own.fontMetrics.elidedText(own.text, Qt.TextElideMode.ElideRight, room)
        style = own.widget.style() if own.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        painter.save()
        painter.setFont(own.font)
        painter.setPen(QColor(colours_of(own.palette).faint))
        place = own.rect.adjusted(0, 0, -EDGE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day)
        painter.restore()
