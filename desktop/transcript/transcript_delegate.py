"""Paints the rows of the transcript: time, speaker, words with what was corrected and what is offered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.note.transcript_rows import Marked, MarkKind, Row
from desktop.parts.row_model import ROW_ROLE, Index
from desktop.parts.text_layout import EM_A_CHARACTER, LEADING, Mark, TextBlock
from desktop.parts.theme import DARK, Colours, colours_of
from desktop.speakers.speaker_colours import speaker_colours
from desktop.transcript.transcript_model import TranscriptModel
from desktop.words import tr
from processing.export.wording import clock
from processing.source import Place

GAP = 6  # above and below the words
RIGHT = 14  # room at the right edge
BAR = 3  # the speaker's stripe
BEFORE_TURN = 10
KEPT_LAYOUTS = 300


@dataclass(frozen=True)
class Geometry:
    """Where the parts of a row are, in the row's own coordinates."""

    name_top: int
    text_top: int
    text_width: int


class TranscriptDelegate(QStyledItemDelegate):
    """`highlighted` are places shown with the ground of evidence."""

    def __init__(self, model: TranscriptModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self._layouts: OrderedDict[tuple[object, ...], TextBlock] = OrderedDict()
        self.highlighted: tuple[Place, ...] = ()
        self.editor_height: Callable[[Index], int | None] = lambda _index: None

    @property
    def colours(self) -> Colours:
        """The colours of the window as it is now, light or dark."""
        return colours_of(self._view.palette())

    def geometry(self, row: Row, width: int) -> Geometry:
        """Where time, name and words of a row stand at this width."""
        name_top = BEFORE_TURN if row.is_first else 0
        name_height = QFontMetrics(self.name_font()).height() + 3 if row.is_first else 0
        return Geometry(name_top, name_top + name_height + GAP // 2, max(width - self.left - RIGHT, 40))

    @property
    def left(self) -> int:
        """Where the words begin: the longest time and the speaker's stripe stand before them."""
        return QFontMetrics(self._time_font()).horizontalAdvance("~0:00:00") + BAR + 20

    def name_font(self) -> QFont:
        """The speaker's name above a turn."""
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _time_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(max(font.pointSizeF() - 1.5, 6.0))
        return font

    def layout_of(self, row: Row, width: int) -> TextBlock:
        """The row's words laid out; the last few hundred are kept."""
        marked = self._model.marks(row)
        colours = self.colours
        key = (row.text, width, marked, self._view.font().toString(), colours.ink)
        found = self._layouts.pop(key, None)
        if found is None:
            found = TextBlock(row.text, self._view.font(), width, [_look(one, colours) for one in marked])
        self._layouts[key] = found
        if len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return found

    def row_height(self, index: Index, width: int) -> int:
        row: Row = index.data(ROW_ROLE)
        geometry = self.geometry(row, width)
        open_height = self.editor_height(index)
        height = open_height if open_height is not None else self.layout_of(row, geometry.text_width).height
        return int(geometry.text_top + height + 0.999) + GAP

    def guessed_heights(self, first: int, last: int, width: int) -> list[int]:
        if not self._model.rows:
            return []
        line = self._view.fontMetrics().height()
        tops = [self.geometry(row, width).text_top for row in self._samples()]
        room = max(width - self.left - RIGHT, 40) / (line * EM_A_CHARACTER)
        rows = self._model.rows[first : last + 1]
        return [int(tops[row.is_first] + (1 + len(row.text) // room) * line * LEADING) + GAP for row in rows]

    def _samples(self) -> tuple[Row, Row]:
        """A row in the middle of a turn and one at its start, by which all are guessed."""
        row = self._model.rows[0]
        return replace(row, is_first=False), replace(row, is_first=True)

    def text_rect(self, row: Row, rect: QRect) -> QRect:
        """Where the words of a row are, given the row's rectangle."""
        geometry = self.geometry(row, rect.width())
        top = rect.top() + geometry.text_top
        return QRect(rect.left() + self.left, top, geometry.text_width, rect.bottom() + 1 - GAP - top)

    def offset_at(self, row: Row, rect: QRect, point: QPoint) -> int:
        """The code point of the row's text nearest to a point."""
        area = self.text_rect(row, rect)
        return self.layout_of(row, area.width()).offset_at(point.x() - area.left(), point.y() - area.top())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        self._paint_ground(painter, option, row)
        geometry = self.geometry(row, rect.width())
        if row.is_first:
            self._paint_name(painter, row, rect.top() + geometry.name_top)
        self._paint_time(painter, row, rect.top() + geometry.text_top)
        if self.editor_height(index) is None:
            block = self.layout_of(row, geometry.text_width)
            lit = self._lit(row)
            block.draw(painter, self.left, rect.top() + geometry.text_top, QColor(self.colours.ink), lit)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colours = self.colours
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.chosen))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(colours.accent))
                painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
        top = rect.top() + (self.geometry(row, rect.width()).name_top if row.is_first else 0)
        painter.fillRect(
            QRect(self.left - 8 - BAR, top, BAR, rect.bottom() - top + 1), QColor(self._speaker_colour(row))
        )

    def _speaker_colour(self, row: Row) -> str:
        colours = speaker_colours(self._model.speakers, is_dark=self.colours is DARK)
        return colours.get(row.speaker_id, self.colours.faint)

    def _paint_name(self, painter: QPainter, row: Row, top: int) -> None:
        painter.setFont(self.name_font())
        painter.setPen(QColor(self._speaker_colour(row)))
        painter.drawText(self.left, top + painter.fontMetrics().ascent(), row.speaker or tr("말한 사람 모름"))

    def _paint_time(self, painter: QPainter, row: Row, top: int) -> None:
        painter.setFont(self._time_font())
        colour = QColor(self.colours.faint)
        if not row.exact:
            colour.setAlpha(150)
        painter.setPen(colour)
        text = clock(row.start_s) if row.exact or row.start_s is None else f"~{clock(row.start_s)}"
        box = QRect(2, top, self.left - BAR - 16, QFontMetrics(self._view.font()).height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _lit(self, row: Row) -> list[Mark]:
        found = (row.paragraph.range_of(place) for place in self.highlighted)
        return [Mark(*span, ground=self.colours.evidence) for span in found if span is not None and span[0] < span[1]]


def _look(marked: Marked, colours: Colours) -> Mark:
    styles = QTextCharFormat.UnderlineStyle
    if marked.kind is MarkKind.WITHHELD:
        return Mark(marked.start, marked.end, colour=colours.faint, is_struck=True)
    if marked.kind is MarkKind.PROPOSED:
        return Mark(marked.start, marked.end, underline=styles.DotLine, underline_colour=colours.warning)
    colour = colours.accent if marked.kind is MarkKind.AUTOMATIC else colours.line
    return Mark(marked.start, marked.end, underline=styles.SingleUnderline, underline_colour=colour)
