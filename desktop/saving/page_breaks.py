"""Where a page of a printed document may end: not after a heading, not in a row of a table. Qt knows neither.

Documents are laid out in pages of `height` dots before they come here.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextFrame, QTextTable

from processing.export.blocks import MOST_ROWS_TOGETHER

ROWS_AT_ONCE = 60  # of one line each, on a page of A4 there is room for 46

_ROW = re.compile(r"<tr>.*?</tr>", re.S)
_BREAK = "page-break-before:always;"


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


def row_over(document: QTextDocument, height: float) -> tuple[int, int] | None:
    """The first row that does not end on the page on which its table begins: the table's number (from 0) and the row's
    (its head is row 0). None if every table is on one page; a first row has nothing above it to be parted from.
    """
    for number, table in enumerate(_tables(document.rootFrame())):
        if table.rows() > 2:
            page = _row_span(table, 1)[0] // height
            for row in range(2, table.rows()):
                if _row_span(table, row)[1] // height != page:
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


def beginning_of(part: str) -> str:
    """A piece of HTML with no more rows of a table than a page can hold: laying out a thousand takes a minute."""
    if part.count("<tr>") <= ROWS_AT_ONCE:
        return part
    head, rows, tail = _rows_of(part)
    return f"{head}{''.join(rows[:ROWS_AT_ONCE])}{tail}"


def parted(parts: list[str], table: int, row: int) -> tuple[list[str], list[str]]:
    """The pieces of HTML before this row of a table, and those from it on: a new page, under the table's head again."""
    at = [i for i, part in enumerate(parts) if "<table" in part][table]
    head, rows, tail = _rows_of(parts[at])
    above = f"{head}{''.join(rows[: row - 1])}</table>"
    below = f"{head}{''.join(rows[row - 1 :])}{tail}"
    on_a_new_page = below.replace(_BREAK, "").replace('style="', f'style="{_BREAK}', 1)
    return [*parts[:at], above], [on_a_new_page, *parts[at + 1 :]]


def _rows_of(part: str) -> tuple[str, list[str], str]:
    """What stands before a table's rows, the rows, and what stands after them."""
    head, mark, rest = part.partition("</thead>")
    if not mark:  # the form at the head of the minutes
        head, mark, rest = part.partition(">")
    body, end, tail = rest.partition("</table>")
    return head + mark, _ROW.findall(body), end + tail
