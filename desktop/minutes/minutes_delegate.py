"""Paints the minutes as they will print: a sheet of paper, a row a line, a grey time at its right edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.minutes.form_cells import BEFORE_VALUE, height_of
from desktop.minutes.minutes_layout import IN_TABLE, PAGE_MARGIN, MinutesLayout, Sheet
from desktop.minutes.minutes_model import CHANGED, TO_CHECK, MinutesModel, states_of
from desktop.minutes.minutes_rows import Row, RowKind
from desktop.parts.row_model import ROW_ROLE, Index
from desktop.parts.theme import Colours, colours_of
from desktop.words import tr
from processing.export.wording import clock


class MinutesDelegate(QStyledItemDelegate):
    """Rows of a sheet, each where the layout says."""

    def __init__(self, layout: MinutesLayout, model: MinutesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout, self._model, self._view = layout, model, parent

    @property
    def colours(self) -> Colours:
        """The colours of the window as it is now."""
        return colours_of(self._view.palette())

    def row_height(self, index: Index, width: int) -> int:
        return self._layout.row_height(index, width)

    def guessed_heights(self, first: int, last: int, width: int) -> list[int]:
        return self._layout.guessed_heights(first, last, width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        sheet = self._layout.sheet(rect.width())
        painter.save()
        self._paint_paper(painter, rect, sheet, index.row())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and row.is_stop
        editor = self._layout.editor_height(index)
        if is_chosen:
            self._paint_choice(painter, option, row, sheet, self._layout.words_height(row, sheet, editor))
        if row.kind is RowKind.FORM:
            self._paint_form(painter, row, rect, sheet)
        else:
            self._paint_row(painter, row, rect, sheet, editor)
        if row.line is not None:
            self._paint_margin(painter, row, rect, sheet)
        if row.id and row.id == self._model.opened:
            self._paint_evidence(painter, row, rect, sheet, self._layout.words_height(row, sheet, editor))
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
            left, right = self._layout.column(sheet, self._layout.cell)
            area = QRect(left, rect.top(), right - left, height)
        painter.fillRect(area, QColor(colours.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_row(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet, editor: int | None) -> None:
        colours = self.colours
        if row.kind in IN_TABLE:
            self._paint_grid(painter, row, rect, sheet, editor)
        ink = QColor(colours.faint if row.kind is RowKind.NOTHING else colours.ink)
        for cell in self._layout.cells(row):
            if editor is not None and cell == self._layout.cell:
                continue
            block, area = self._layout.block(row, sheet, cell), self._layout.words_rect(row, rect, cell)
            x = area.left() + (area.width() - block.width) / 2 if self._is_centred(row, cell) else area.left()
            if row.kind is RowKind.TITLE:
                x = sheet.left + (sheet.right - sheet.left - block.width) / 2
            block.draw(painter, x, area.top(), ink)
        if row.bullet:
            painter.setFont(self._layout.font_of(row))
            painter.setPen(QColor(colours.ink if row.kind is RowKind.TOPIC else colours.faint))
            area = self._layout.words_rect(row, rect)
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
            painter.setFont(self._layout.small_font())
            painter.setPen(QColor(colours.faint))
            box = QRect(sheet.left, rect.bottom() - 26, sheet.right - sheet.left, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.cells[0])

    def _paint_grid(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet, editor: int | None) -> None:
        colours = self.colours
        height = self._layout.words_height(row, sheet, editor) - 1  # without evidence, and the paper below a last row
        for cell in self._layout.cells(row):
            left, right = self._layout.column(sheet, cell)
            box = QRect(left, rect.top(), right - left, height)
            if row.kind is RowKind.TASK_HEAD:
                painter.fillRect(box, QColor(colours.desk))
            painter.setPen(QColor(colours.line))
            painter.drawRect(box)

    def _paint_form(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours, font = self.colours, self._view.font()
        painter.setFont(font)
        for cell in self._layout.form_cells(row, sheet):
            label = QRect(cell.left, rect.top(), cell.middle - cell.left, rect.height() - 1)
            value = QRect(cell.middle, rect.top(), cell.right - cell.middle, rect.height() - 1)
            painter.fillRect(label, QColor(colours.desk))
            painter.setPen(QColor(colours.line))
            painter.drawRect(label)
            painter.drawRect(value)
            painter.setPen(QColor(colours.ink))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, cell.label)
            top = value.top() + (value.height() - height_of(cell.words, font)) // 2
            cell.words.draw(painter, cell.middle + BEFORE_VALUE, top, QColor(colours.ink))

    def _paint_margin(self, painter: QPainter, row: Row, rect: QRect, sheet: Sheet) -> None:
        colours = self.colours
        painter.setFont(self._layout.small_font())
        metrics = painter.fontMetrics()
        area = self._layout.words_rect(row, rect)
        box = QRect(sheet.words_right, area.top(), sheet.margin, QFontMetrics(self._layout.font_of(row)).height())
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
        blocks = self._layout.evidence_blocks(row, sheet)
        if not blocks:
            return
        left = sheet.words_left + sheet.bullet
        box = QRect(left, rect.top() + top, sheet.words_right - left, self._layout.evidence_height(row, sheet) - 7)
        painter.fillRect(box, QColor(colours.desk))
        painter.fillRect(QRect(left, box.top(), 3, box.height()), QColor(colours.accent))
        y, head = box.top() + 7, QFontMetrics(self._layout.small_font()).height() + 3
        for told, block in blocks:
            painter.setFont(self._layout.small_font())
            painter.setPen(QColor(colours.faint))
            said = " · ".join(part for part in (told.speaker, clock(told.start_s)) if part)
            painter.drawText(left + 12, y + painter.fontMetrics().ascent(), said)
            block.draw(painter, left + 12, y + head, QColor(colours.ink))
            y += int(block.height) + head + 6
