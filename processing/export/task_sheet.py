"""The action items as a table for Excel: .xlsx, and .csv with a BOM so that Excel reads its Hangul."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from processing.export.cells import harmless
from processing.export.text import printable
from processing.export.wording import clock
from processing.export.wordml import xml_safe
from processing.minutes import Minutes

HEADER = ("번호", "할 일", "담당자", "기한", "기한 날짜", "상태", "근거 시각")
_WIDTHS = (6, 60, 14, 20, 13, 9, 10)
_LONGEST_CELL = 32_767  # characters, Excel's own limit


def rows(minutes: Minutes) -> Iterator[tuple[str, ...]]:
    """The action items as rows of `HEADER`; what is unknown is ""."""
    for number, action in enumerate(minutes.actions, 1):
        line = action.line
        yield (
            str(number),
            action.text,
            line.owner or "",
            line.due_text or "",
            line.due_date or "",
            line.status or "",
            clock(action.start_s),
        )


def tasks_csv(minutes: Minutes) -> str:
    """The action items as CSV with a BOM, formulas made harmless."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([harmless(value) for value in row] for row in rows(minutes))
    return "\ufeff" + text.getvalue()


def tasks_xlsx(minutes: Minutes) -> bytes:
    """The action items as an Excel file: text stays text, dates are dates, the header stays in sight."""
    book = Workbook()
    sheet = book.active
    sheet.title = "할 일"
    for column, name in enumerate(HEADER, 1):
        sheet.cell(1, column, name)
    for number, row in enumerate(rows(minutes), 2):
        for column, value in enumerate(row, 1):
            _set(sheet.cell(number, column), value, HEADER[column - 1])
    _dress(sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _set(cell: Any, value: str, name: str) -> None:
    if name == "번호":
        cell.value = int(value)
    elif name == "기한 날짜" and _date(value):
        cell.value, cell.number_format = _date(value), "yyyy-mm-dd"
    elif value:
        cell.value = xml_safe(" ".join(printable(value).split()))[:_LONGEST_CELL]
        cell.data_type = "s"  # never a formula, whatever it begins with …
        cell.quotePrefix = True  # … not even after somebody has edited it


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _dress(sheet: Any) -> None:
    line = Side("thin", color="A6A6A6")
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font("맑은 고딕", size=10, bold=cell.row == 1)
            cell.border = Border(line, line, line, line)
            is_words = cell.column in (2, 4) and cell.row > 1
            cell.alignment = Alignment("left" if is_words else "center", "center", wrap_text=True)
            if cell.row == 1:
                cell.fill = PatternFill("solid", fgColor="F2F2F2")
    for column, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
