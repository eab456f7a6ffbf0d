"""Paints the minutes as they will print: a sheet of paper, a row a line, a grey time at its right edge."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.minutes.evidence_text import EvidenceText
from desktop.minutes.minutes_model import CHANGED, ROW_ROLE, STATES, TO_CHECK, MinutesModel, states_of
from desktop.minutes.minutes_rows import Row, RowKind
from desktop.parts.text_layout import EM_A_CHARACTER, LEADING, Mark, TextBlock
from desktop.parts.theme import Colours, colours_of
from desktop.words import kept, tr
from processing.export.wording import clock

Index = QModelIndex | QPersistentModelIndex

PAGE_EMS = 50  # the sheet's width in heights of a line: about fifty syllables, as A4 has
PAGE_MARGIN = 12  # desk beside the sheet
PADDING = 34  # paper beside the words
GAP = 4
TASK_PARTS = (0.54, 0.18, 0.28)
LEAST_VALUE = 40  # of a form's second value, where the first one is long
CELL = 6  # paper inside a table's cell


KEPT_LAYOUTS = 300


@dataclass(frozen=True)
class Sheet:
    """The columns of the page at a width, in the viewport's pixels."""

    left: int
    right: int
    words_left: int
    words_right: int
    margin: int  # room for a time at the right of the words
    bullet: int  # room for a bullet or a number before them


class MinutesDelegate(QStyledItemDelegate):
    """Rows of a sheet. `cell` is which part of the chosen row is chosen: 0 its words, then owner, due date or answer."""

    def __init__(self, model: MinutesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self.cell = 0
        self._sheets: dict[tuple[int, str], Sheet] = {}
        self._blocks: OrderedDict[tuple[str, str, int], TextBlock] = OrderedDict()
        self.editor_height: Callable[[Index], int | None] = lambda _index: None

    @property
    def colours(self) -> Colours:
        """The colours of the window as it is now."""
        return colours_of(self._view.palette())

    def sheet(self, width: int) -> Sheet:
        """Where paper and words stand in a viewport of this width."""
        key = width, self._view.font().toString()
        if key not in self._sheets:
            self._sheets = {key: self._sheet(width)}
        return self._sheets[key]

    def _sheet(self, width: int) -> Sheet:
        small, own = QFontMetrics(self.small_font()), self._view.fontMetrics()
        page = min(width - 2 * PAGE_MARGIN, PAGE_EMS * own.height())
        left = (width - page) // 2
        padding = PADDING if page > 480 else PADDING // 2
        margin = max(small.horizontalAdvance(word) for word in ("0:00:00", *map(tr, STATES))) + 12
        words_left = left + padding
        words_right = max(left + page - padding - margin + 8, words_left + 80)
        return Sheet(left, left + page, words_left, words_right, margin, own.horizontalAdvance("10. "))

    # --- fonts and columns

    def font_of(self, row: Row) -> QFont:
        """The font of a row's words."""
        font = QFont(self._view.font())
        bigger = {RowKind.TITLE: 6.0, RowKind.HEADING: 2.0, RowKind.TOPIC: 0.5}.get(row.kind, 0.0)
        font.setPointSizeF(font.pointSizeF() + bigger)
        if row.kind in (RowKind.TITLE, RowKind.HEADING, RowKind.TOPIC, RowKind.LEAD, RowKind.TASK_HEAD):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def small_font(self) -> QFont:
        """The font of times and states."""
        font = QFont(self._view.font())
        font.setPointSizeF(max(font.pointSizeF() - 1.5, 6.0))
        return font

    def above(self, row: Row) -> int:
        """The blank above a row's words."""
        return {RowKind.TITLE: 26, RowKind.HEADING: 20, RowKind.TOPIC: 10, RowKind.FORM: 0}.get(row.kind, GAP)

    def words_rect(self, row: Row, rect: QRect, cell: int = 0) -> QRect:
        """Where the words of a row, or of one of its cells, stand."""
        sheet = self.sheet(rect.width())
        top, height = rect.top() + self.above(row), max(rect.height() - self.above(row) - GAP, 0)
        if row.kind in (RowKind.TASK, RowKind.TASK_HEAD):
            left, right = self._column(sheet, cell)
            return QRect(left + CELL, rect.top() + CELL, right - left - 2 * CELL, height)
        left = sheet.words_left + (sheet.bullet if row.bullet else 0)
        if row.kind is RowKind.QUESTION and cell == 1:
            top += int(self._block(row, sheet, 0).height) + 3
        return QRect(left, top, sheet.words_right - left, height)

    def _column(self, sheet: Sheet, cell: int) -> tuple[int, int]:
        width = sheet.words_right - sheet.words_left
        edges = [0.0, TASK_PARTS[0], TASK_PARTS[0] + TASK_PARTS[1], 1.0]
        at = min(cell, 2)
        return sheet.words_left + int(width * edges[at]), sheet.words_left + int(width * edges[at + 1])

    def offset_at(self, row: Row, rect: QRect, point: QPoint) -> int | None:
        """The code point of a line's own words nearest to a point; None where an editor begins with other words."""
        if self.cell != 0 or row.line is None or row.text != row.line.line.text:
            return None
        area = self.words_rect(row, rect)
        block = self._block(row, self.sheet(rect.width()), 0)
        return block.offset_at(point.x() - area.left(), point.y() - area.top())

    def text_of(self, row: Row, cell: int) -> str:
        """The words of a row or of one of its cells."""
        if cell == 0:
            return row.text
        return row.cells[cell - 1] if cell <= len(row.cells) else ""

    def _block(self, row: Row, sheet: Sheet, cell: int) -> TextBlock:
        rect = self.words_rect(row, QRect(0, 0, sheet.left + sheet.right, 0), cell) if cell == 0 else None
        if rect is None:
            left, right = (
                self._column(sheet, cell)
                if row.kind in (RowKind.TASK, RowKind.TASK_HEAD)
                else (sheet.words_left + sheet.bullet - CELL, sheet.words_right + CELL)
            )
            width = right - left - 2 * CELL
        else:
            width = rect.width()
        return self._laid_out(self.text_of(row, cell), self.font_of(row), width)

    def _laid_out(self, text: str, font: QFont, width: int) -> TextBlock:
        """Words laid out; the last few hundred are kept: each action paints the page anew."""
        key = text, font.toString(), width
        found = self._blocks.pop(key, None)
        self._blocks[key] = found = found or TextBlock(text, font, width)
        if len(self._blocks) > KEPT_LAYOUTS:
            self._blocks.popitem(last=False)
        return found

    def _cells(self, row: Row) -> range:
        if row.kind in (RowKind.TASK, RowKind.TASK_HEAD):
            return range(3)
        return range(2) if row.kind is RowKind.QUESTION and row.cells[0] else range(1)

    # --- heights

    def row_height(self, index: Index, width: int) -> int:
        row: Row = index.data(ROW_ROLE)
        sheet = self.sheet(width)
        height = self._words_height(row, sheet, self.editor_height(index))
        if row.id and row.id == self._model.opened:
            height += self._evidence_height(row, sheet)
        return height + (30 if index.row() == len(self._model.rows) - 1 else 0)

    def _words_height(self, row: Row, sheet: Sheet, editor: int | None) -> int:
        if row.kind is RowKind.FORM:
            return QFontMetrics(self._view.font()).height() + 2 * CELL
        heights = [self._block(row, sheet, cell).height for cell in self._cells(row)]
        if row.kind is RowKind.QUESTION:
            if editor is not None:
                heights[min(self.cell, len(heights) - 1)] = editor
            return int(sum(heights)) + self.above(row) + 2 * GAP + 3
        if editor is not None:
            heights[min(self.cell, len(heights) - 1)] = editor
        words = int(max(heights) + 0.999)
        if row.kind in (RowKind.TASK, RowKind.TASK_HEAD):
            return words + 2 * CELL
        extra = self._subtitle_height(row)
        return self.above(row) + words + extra + GAP

    def _subtitle_height(self, row: Row) -> int:
        if row.kind is not RowKind.TITLE:
            return 0
        return 10 + (QFontMetrics(self.small_font()).height() if row.cells and row.cells[0] else 0)

    def guessed_heights(self, first: int, last: int, width: int) -> list[int]:
        sheet, line = self.sheet(width), self._view.fontMetrics().height()
        room = (sheet.words_right - sheet.words_left) / (line * EM_A_CHARACTER)
        heights = []
        for row in self._model.rows[first : last + 1]:
            share = TASK_PARTS[0] if row.kind is RowKind.TASK else 1.0
            lines = 1 + len(row.text) // (room * share)
            heights.append(int(self.above(row) + lines * line * LEADING) + GAP)
        return heights

    def _evidence_blocks(self, row: Row, sheet: Sheet) -> list[tuple[EvidenceText, TextBlock]]:
        width = sheet.words_right - sheet.words_left - sheet.bullet - 24
        made = []
        for told in self._model.evidence(row):
            marks = [Mark(*span, ground=self.colours.evidence) for span in told.spans]
            made.append((told, TextBlock(told.text, self._view.font(), width, marks)))
        return made

    def _evidence_height(self, row: Row, sheet: Sheet) -> int:
        head = QFontMetrics(self.small_font()).height() + 3
        blocks = self._evidence_blocks(row, sheet)
        return int(sum(block.height + head + 6 for _, block in blocks)) + 14 if blocks else 0

    def evidence_at(self, index: Index, rect: QRect, point: QPoint) -> EvidenceText | None:
        """The evidence under a point, where it is open."""
        row: Row = index.data(ROW_ROLE)
        if not row.id or row.id != self._model.opened:
            return None
        sheet, head = self.sheet(rect.width()), QFontMetrics(self.small_font()).height() + 3
        y = rect.top() + self._words_height(row, sheet, self.editor_height(index)) + 7
        if point.y() < y - 7:
            return None
        for told, block in self._evidence_blocks(row, sheet):
            y += int(block.height) + head + 6
            if point.y() < y:
                return told
        return None

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        sheet = self.sheet(rect.width())
        painter.save()
        self._paint_paper(painter, rect, sheet, index.row())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and row.is_stop
        editor = self.editor_height(index)
        if is_chosen:
            self._paint_choice(painter, option, row, sheet, self._words_height(row, sheet, editor))
        if row.kind is RowKind.FORM:
            self._paint_form(painter, row, rect, sheet)
        else:
            self._paint_row(painter, row, rect, sheet, -1 if editor is None else self.cell)
        if row.line is not None:
            self._paint_margin(painter, row, rect, sheet)
        if row.id and row.id == self._model.opened:
            self._paint_evidence(painter, row, rect, sheet, self._words_height(row, sheet, editor))
        painter.restore()

    def _paint_paper(self, painter: QPainter, rect: QRect, sheet: Sheet, number: int) -> None:
        colours = self.colours
        painter.fillRect(rect, QColor(colours.desk))
        top = rect.top() + (PAGE_MARGIN if number == 0 else 0)
        last = number == len(self._model.rows) - 1
        bottom = rect.bottom() - (PAGE_MARGIN if last else 0)
        paper = QRect(sheet.left, top, sheet.right - sheet.left, bottom - top + 1)
        painter.fillRect(paper, QColor(colours.paper))
        painter.setPen(QColor(colours.line))
        painter.drawLine(paper.topLeft(), paper.bottomLeft())
        painter.drawLine(paper.topRight(), paper.bottomRight())
        if number == 0:
            painter.drawLine(paper.topLeft(), paper.topRight())
        if last:
            painter.drawLine(paper.bottomLeft(), paper.bottomRight())

    def _paint_choice(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, sheet: Sheet, height: int
    ) -> None:
        colours, rect = self.colours, option.rect
        area = QRect(sheet.left + 6, rect.top(), sheet.right - sheet.left - 12, rect.height())
        if row.kind is RowKind.TASK:
            left, right = self._column(sheet, self.cell)
            area = QRect(left, rect.top(), right - left, height)
        painter.fillRect(area, QColor(colours.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_row(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet, edited: int) -> None:
        colours = self.colours
        if row.kind in (RowKind.TASK, RowKind.TASK_HEAD):
            self._paint_grid(painter, row, rect, sheet)
        ink = QColor(colours.faint if row.kind is RowKind.NOTHING else colours.ink)
        for cell in self._cells(row):
            if cell == edited:
                continue
            block, area = self._block(row, sheet, cell), self.words_rect(row, rect, cell)
            x = area.left() + (area.width() - block.width) / 2 if self._is_centred(row, cell) else area.left()
            if row.kind is RowKind.TITLE:
                x = sheet.left + (sheet.right - sheet.left - block.width) / 2
            block.draw(painter, x, area.top(), ink)
        if row.bullet:
            painter.setFont(self.font_of(row))
            painter.setPen(QColor(colours.ink if row.kind is RowKind.TOPIC else colours.faint))
            area = self.words_rect(row, rect)
            painter.drawText(sheet.words_left + 2, area.top() + painter.fontMetrics().ascent(), row.bullet)
        self._paint_extras(painter, row, rect, sheet)

    def _is_centred(self, row: Row, cell: int) -> bool:
        return row.kind is RowKind.TASK_HEAD or (row.kind is RowKind.TASK and cell > 0)

    def _paint_extras(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours = self.colours
        if row.kind is RowKind.HEADING:
            painter.setPen(QColor(colours.line))
            painter.drawLine(sheet.words_left, rect.bottom(), sheet.words_right + sheet.margin, rect.bottom())
        if row.kind is RowKind.TITLE and row.cells and row.cells[0]:
            painter.setFont(self.small_font())
            painter.setPen(QColor(colours.faint))
            box = QRect(sheet.left, rect.bottom() - 26, sheet.right - sheet.left, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.cells[0])

    def _paint_grid(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours = self.colours
        height = rect.height() - 1
        if row.id and row.id == self._model.opened:
            height = self._words_height(row, sheet, None) - 1
        for cell in range(3):
            left, right = self._column(sheet, cell)
            box = QRect(left, rect.top(), right - left, height)
            if row.kind is RowKind.TASK_HEAD:
                painter.fillRect(box, QColor(colours.desk))
            painter.setPen(QColor(colours.line))
            painter.drawRect(box)

    def _paint_form(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours = self.colours
        painter.setFont(self._view.font())
        label_width = painter.fontMetrics().horizontalAdvance(kept("참석자")) + 36
        left = sheet.words_left
        for i, width in enumerate(self._widths(row, sheet.words_right + sheet.margin - left, label_width)):
            label = QRect(left, rect.top(), label_width, rect.height() - 1)
            value = QRect(left + label_width, rect.top(), width - label_width, rect.height() - 1)
            left += width
            painter.fillRect(label, QColor(colours.desk))
            painter.setPen(QColor(colours.line))
            painter.drawRect(label)
            painter.drawRect(value)
            painter.setPen(QColor(colours.ink))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, row.cells[2 * i])
            self._paint_value(painter, value.adjusted(8, 0, -6, 0), row.cells[2 * i + 1])

    def _widths(self, row: Row, room: int, label_width: int) -> list[int]:
        """Of each label with its value: the same, but the first takes what its value needs while the last has some."""
        pairs = len(row.cells) // 2
        widths = [room // pairs] * pairs
        if pairs == 2:
            needed = label_width + self._view.fontMetrics().horizontalAdvance(row.cells[1]) + 16
            first = min(max(needed, widths[0]), room - label_width - LEAST_VALUE)
            widths = [first, room - first]
        return widths

    def _paint_value(self, painter: QPainter, box: QRect, text: str) -> None:
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)

    def _paint_margin(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours = self.colours
        painter.setFont(self.small_font())
        metrics = painter.fontMetrics()
        area = self.words_rect(row, rect)
        box = QRect(sheet.words_right, area.top(), sheet.margin, QFontMetrics(self.font_of(row)).height())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        time = clock(row.line.start_s) if row.line else ""
        told = states_of(row)
        if told:
            painter.setPen(QColor(colours.warning if told[0] in (tr(CHANGED), tr(TO_CHECK)) else colours.faint))
            painter.drawText(box, align, told[0])
            box = box.translated(0, metrics.height())
        if time and (not told or box.bottom() <= rect.bottom()):
            painter.setPen(QColor(colours.faint))
            painter.drawText(box, align, time)

    def _paint_evidence(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet, top: int) -> None:
        colours = self.colours
        blocks = self._evidence_blocks(row, sheet)
        if not blocks:
            return
        left = sheet.words_left + sheet.bullet
        box = QRect(left, rect.top() + top, sheet.words_right - left, self._evidence_height(row, sheet) - 7)
        painter.fillRect(box, QColor(colours.desk))
        painter.fillRect(QRect(left, box.top(), 3, box.height()), QColor(colours.accent))
        y, head = box.top() + 7, QFontMetrics(self.small_font()).height() + 3
        for told, block in blocks:
            painter.setFont(self.small_font())
            painter.setPen(QColor(colours.faint))
            said = " · ".join(part for part in (told.speaker, clock(told.start_s)) if part)
            painter.drawText(left + 12, y + painter.fontMetrics().ascent(), said)
            block.draw(painter, left + 12, y + head, QColor(colours.ink))
            y += int(block.height) + head + 6
