"""Where a page of a printed document may end: not after a heading, not in a row of a table. Qt knows neither.

Documents are laid out in pages of `height` dots before they come here.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextFrame, QTextTable

from processing.export.blocks import MOST_ROWS_TOGETHER

_ROW = re.compile(r"<tr>.*?</tr>", re.S)


def keep_with_next(document: QTextDocument, height: float) -> None:
    """Begin a page before headings that would stand alone at the foot of one, and before short tables."""
    block = document.begin()
    while block.isValid():
        first = block
        while block.isValid() and block.blockFormat().headingLevel():
            block = block.next()
        if block.isValid() and block != first and int(_span(first)[0] // height) != _page_after(block, height):
            shape = first.blockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(first).setBlockFormat(shape)
        block = block.next()


def _page_after(block: QTextBlock, height: float) -> int:
    """The page of what a heading is kept with: a paragraph's first line, of a table the first row under its head.

    A short table is kept whole.
    """
    table = QTextCursor(block).currentTable()
    if table is None or table.rows() < 2:
        return int(_span(block)[1] // height)
    is_short = table.rows() - 1 <= MOST_ROWS_TOGETHER and _height_of(table) < height / 2
    return int(_row_span(table, table.rows() - 1 if is_short else 1)[1] // height)


def _height_of(table: QTextTable) -> float:
    return table.document().documentLayout().frameBoundingRect(table).height()


def torn_row(document: QTextDocument, height: float) -> tuple[int, int] | None:
    """The first row that goes over the end of a page: the table's number and the row's, both from 0; None if none.

    Rows as high as a page cannot be kept whole, and a first row has nothing above it to be parted from.
    """
    for number, table in enumerate(_tables(document.rootFrame())):
        for row in range(2, table.rows()):
            top, bottom = _row_span(table, row)
            if top // height != bottom // height and bottom - top < height / 2:
                return number, row
    return None


def _tables(frame: QTextFrame) -> list[QTextTable]:
    return [child for child in frame.childFrames() if isinstance(child, QTextTable)]


def _row_span(table: QTextTable, row: int) -> tuple[float, float]:
    """Where the words of a row begin and end."""
    tops, bottoms = [], []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        tops.append(_span(cell.firstCursorPosition().block())[0])
        bottoms.append(_span(cell.lastCursorPosition().block(), is_last=True)[1])
    return min(tops), max(bottoms)


def _span(block: QTextBlock, is_last: bool = False) -> tuple[float, float]:
    """Where a paragraph's first line begins and ends; with `is_last` its last line."""
    shape = block.document().documentLayout().blockBoundingRect(block)  # first: it has the paragraph laid out
    lines = block.layout()
    if not lines.lineCount():
        return shape.top(), shape.bottom() - 1
    line = lines.lineAt(lines.lineCount() - 1 if is_last else 0).rect()
    return shape.top() + line.top(), shape.top() + line.bottom() - 1


def parted(parts: list[str], table: int, row: int) -> list[str]:
    """The pieces of HTML with this table in two: from `row` on it stands on a new page, under its head again."""
    numbers = [i for i, part in enumerate(parts) if "<table" in part]
    at = numbers[table]
    head, _, rest = parts[at].partition("</thead>")
    body, _, tail = rest.partition("</table>")
    rows = _ROW.findall(body)
    above = f"{head}</thead>{''.join(rows[: row - 1])}</table>"
    below = f"{head}</thead>{''.join(rows[row - 1 :])}</table>{tail}"
    return [*parts[:at], above, below.replace('style="', 'style="page-break-before:always;', 1), *parts[at + 1 :]]
