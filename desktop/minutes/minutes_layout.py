"""Where everything of the minutes' page stands at a width: paper, columns, words laid out, heights of rows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop.minutes.evidence_text import EvidenceText
from desktop.minutes.form_cells import FormCell, form_cells, height_of
from desktop.minutes.minutes_cells import cells_of
from desktop.minutes.minutes_model import STATES, MinutesModel
from desktop.minutes.minutes_rows import Row, RowKind
from desktop.parts.row_model import ROW_ROLE, Index
from desktop.parts.text_layout import EM_A_CHARACTER, LEADING, Mark, TextBlock
from desktop.parts.theme import colours_of
from desktop.words import tr

PAGE_EMS = 50  # the sheet's width in heights of a line: about fifty syllables, as A4 has
PAGE_MARGIN = 12  # desk beside the sheet
PADDING = 34  # paper beside the words
GAP = 4
TASK_PARTS = (0.49, 0.17, 0.23, 0.11)  # of a task's words, owner, due date and remark; the remark cannot be typed
CELL = 6  # paper inside a table's cell
KEPT_LAYOUTS = 300
IN_TABLE = (RowKind.TASK, RowKind.TASK_HEAD)


@dataclass(frozen=True)
class Sheet:
    """The columns of the page at a width, in the viewport's pixels."""

    left: int
    right: int
    words_left: int
    words_right: int
    margin: int  # room for a time at the right of the words
    bullet: int  # room for a bullet or a number before them


class MinutesLayout:
    """The page at any width; all lengths are pixels of the viewport.

    `cell` is which part of the chosen row is chosen: 0 its words, then owner, due date or answer. `editor_height` tells
    the height of the editor that is open in a row, None where there is none.
    """

    def __init__(self, model: MinutesModel, view: QWidget) -> None:
        self._model, self._view = model, view
        self.cell = 0
        self._sheets: dict[tuple[int, str], Sheet] = {}
        self._blocks: OrderedDict[tuple[str, str, int], TextBlock] = OrderedDict()
        self.editor_height: Callable[[Index], int | None] = lambda _index: None

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
        left, right = self._edges(row, sheet, cell)
        top, height = rect.top() + self.above(row), max(rect.height() - self.above(row) - GAP, 0)
        if row.kind in IN_TABLE:
            top = rect.top() + CELL
        elif row.kind is RowKind.QUESTION and cell == 1:
            top += int(self.block(row, sheet, 0).height) + 3
        return QRect(left, top, right - left, height)

    def _edges(self, row: Row, sheet: Sheet, cell: int) -> tuple[int, int]:
        """Between which edges the words of a cell stand."""
        if row.kind in IN_TABLE:
            left, right = self.column(sheet, cell)
            return left + CELL, right - CELL
        return sheet.words_left + (sheet.bullet if row.bullet else 0), sheet.words_right

    def column(self, sheet: Sheet, cell: int) -> tuple[int, int]:
        """The left and right edge of a task's cell."""
        width = sheet.words_right - sheet.words_left
        edges = [*accumulate(TASK_PARTS, initial=0.0)]
        at = min(cell, len(TASK_PARTS) - 1)
        return sheet.words_left + int(width * edges[at]), sheet.words_left + int(width * edges[at + 1])

    def cell_at(self, row: Row, rect: QRect, point: QPoint) -> int:
        """The cell of a row that a point is in."""
        for cell in reversed(range(cells_of(row))):
            words = self.words_rect(row, rect, cell)
            if (row.kind is RowKind.TASK and point.x() >= words.left()) or (
                row.kind is RowKind.QUESTION and point.y() >= words.top()
            ):
                return cell
        return 0

    def offset_at(self, row: Row, rect: QRect, point: QPoint) -> int | None:
        """The code point of a line's own words nearest to a point; None where an editor begins with other words."""
        if self.cell != 0 or row.line is None or row.text != row.line.line.text:
            return None
        area = self.words_rect(row, rect)
        block = self.block(row, self.sheet(rect.width()), 0)
        return block.offset_at(point.x() - area.left(), point.y() - area.top())

    def text_of(self, row: Row, cell: int) -> str:
        """The words of a row or of one of its cells."""
        if cell == 0:
            return row.text
        return row.cells[cell - 1] if cell <= len(row.cells) else ""

    def block(self, row: Row, sheet: Sheet, cell: int) -> TextBlock:
        """The words of a row's cell, laid out at the width they have."""
        left, right = self._edges(row, sheet, cell)
        return self._laid_out(self.text_of(row, cell), self.font_of(row), right - left)

    def _laid_out(self, text: str, font: QFont, width: int) -> TextBlock:
        """Words laid out; the last few hundred are kept: each action paints the page anew."""
        key = text, font.toString(), width
        found = self._blocks.pop(key, None)
        self._blocks[key] = found = found or TextBlock(text, font, width)
        if len(self._blocks) > KEPT_LAYOUTS:
            self._blocks.popitem(last=False)
        return found

    def form_cells(self, row: Row, sheet: Sheet) -> list[FormCell]:
        """The labels of a row of the meeting's form with their values, laid out at the width they have."""
        right = sheet.words_right + sheet.margin
        return list(form_cells(row, sheet.words_left, right, self._view.font(), self._laid_out))

    def cells(self, row: Row) -> range:
        """The numbers of a row's cells that are shown."""
        if row.kind in IN_TABLE:
            return range(len(TASK_PARTS))
        return range(2) if row.kind is RowKind.QUESTION and row.cells[0] else range(1)

    # --- heights

    def row_height(self, index: Index, width: int) -> int:
        """The height of a row in a viewport of this width."""
        row: Row = index.data(ROW_ROLE)
        sheet = self.sheet(width)
        height = self.words_height(row, sheet, self.editor_height(index))
        if row.id and row.id == self._model.opened:
            height += self.evidence_height(row, sheet)
        return height + (30 if index.row() == len(self._model.rows) - 1 else 0)

    def words_height(self, row: Row, sheet: Sheet, editor: int | None) -> int:
        """The height of a row without its evidence; `editor` is that of an editor open in the chosen cell."""
        if row.kind is RowKind.FORM:
            font = self._view.font()
            return max(height_of(cell.words, font) for cell in self.form_cells(row, sheet)) + 2 * CELL
        heights = [self.block(row, sheet, cell).height for cell in self.cells(row)]
        if editor is not None:
            heights[min(self.cell, len(heights) - 1)] = editor
        if row.kind is RowKind.QUESTION:
            return int(sum(heights)) + self.above(row) + 2 * GAP + 3
        words = int(max(heights) + 0.999)
        if row.kind in IN_TABLE:
            return words + 2 * CELL
        return self.above(row) + words + self._subtitle_height(row) + GAP

    def _subtitle_height(self, row: Row) -> int:
        if row.kind is not RowKind.TITLE:
            return 0
        return 10 + (QFontMetrics(self.small_font()).height() if row.cells and row.cells[0] else 0)

    def guessed_heights(self, first: int, last: int, width: int) -> list[int]:
        """The same for rows that were never shown, by how many characters they have."""
        sheet, line = self.sheet(width), self._view.fontMetrics().height()
        room = (sheet.words_right - sheet.words_left) / (line * EM_A_CHARACTER)
        heights = []
        for row in self._model.rows[first : last + 1]:
            share = TASK_PARTS[0] if row.kind is RowKind.TASK else 1.0
            lines = 1 + len(row.text) // (room * share)
            heights.append(int(self.above(row) + lines * line * LEADING) + GAP)
        return heights

    def evidence_blocks(self, row: Row, sheet: Sheet) -> list[tuple[EvidenceText, TextBlock]]:
        """The words that say a line, each laid out, with the line's own words marked."""
        width = sheet.words_right - sheet.words_left - sheet.bullet - 24
        made = []
        for told in self._model.evidence(row):
            marks = [Mark(*span, ground=colours_of(self._view.palette()).evidence) for span in told.spans]
            made.append((told, TextBlock(told.text, self._view.font(), width, marks)))
        return made

    def evidence_height(self, row: Row, sheet: Sheet) -> int:
        """How much higher a row is while its evidence is open."""
        head = QFontMetrics(self.small_font()).height() + 3
        blocks = self.evidence_blocks(row, sheet)
        return int(sum(block.height + head + 6 for _, block in blocks)) + 14 if blocks else 0

    def evidence_at(self, index: Index, rect: QRect, point: QPoint) -> EvidenceText | None:
        """The evidence under a point, where it is open."""
        row: Row = index.data(ROW_ROLE)
        if not row.id or row.id != self._model.opened:
            return None
        sheet, head = self.sheet(rect.width()), QFontMetrics(self.small_font()).height() + 3
        y = rect.top() + self.words_height(row, sheet, self.editor_height(index)) + 7
        if point.y() < y - 7:
            return None
        for told, block in self.evidence_blocks(row, sheet):
            y += int(block.height) + head + 6
            if point.y() < y:
                return told
        return None
