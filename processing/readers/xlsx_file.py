"""Excel workbooks (.xlsx): one line a row of the first sheet with words, then the rows of the other sheets."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from zipfile import BadZipFile

from processing.readers.containers import check_parts
from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.refusals import MAX_CHARACTERS, MAX_LINES, refusal, refuse_long
from processing.readers.text_shapes import INNER_READERS, read_text
from processing.source import Source

FORMAT = "xlsx"
MAX_CELLS = 20_000_000  # empty ones too, which stand before a far one: 300,000 rows of 64 columns
A_DAY = 86_400  # seconds
_BLANKS = re.compile(r"\s+")
_OPENPYXL_FAILS = (
    LookupError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError, OSError, EOFError, BadZipFile,
    zlib.error, AssertionError, NotImplementedError,
)  # fmt: skip


def is_xlsx(names: frozenset[str]) -> bool:
    """Whether a zip with these members is an Excel workbook."""
    return "xl/workbook.xml" in names


def read(document: Document) -> Source:
    """The source of a workbook. Raises UnreadableFile for one that is broken or made to do harm."""
    check_parts(document.raw, document.name)
    try:
        text = "\n".join(_lines(document))
    except _OPENPYXL_FAILS:
        raise refusal("broken", document.name) from None
    refuse_long(text, document.name)
    return replace(read_text(replace(document, text=text), INNER_READERS), format=FORMAT)


def _lines(document: Document) -> list[str]:
    """The rows of all sheets; the empty ones after a sheet's last words are left out."""
    import openpyxl  # takes a third of a second, and most files are text
    from openpyxl.cell.read_only import EMPTY_CELL

    rows = _Rows(document.name, EMPTY_CELL)
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):  # it prints, too, where results alone may stand
        warnings.simplefilter("ignore")  # openpyxl warns of styles and checks that it does not know
        book = openpyxl.load_workbook(io.BytesIO(document.raw), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            rows.read(sheet)
        book.close()
    return rows.lines


class _Rows:
    """The rows of one sheet after another, as long as all are no more than a talk may have."""

    def __init__(self, name: str, no_cell: Any) -> None:
        self.lines: list[str] = []
        self._name, self._no_cell, self._letters, self._cells = name, no_cell, 0, 0

    def read(self, sheet: Any) -> None:
        """Add a sheet's rows. Raises UnreadableFile where it is too much."""
        empty, before = 0, len(self.lines)
        sheet.reset_dimensions()  # what a file says of its size may be the size of any sheet
        for n, row in enumerate(sheet.iter_rows()):
            self._cells += len(row)
            if before + n > MAX_LINES or self._cells > MAX_CELLS:
                raise refusal("long", self._name)
            line = self._line(row)
            if line.strip():
                self.lines.extend([""] * empty)
                self.lines.append(line)
            empty = 0 if line.strip() else empty + 1

    def _line(self, row: Sequence[Any]) -> str:
        """The cells of a row, parted by tabs; to ask only those that there are is ten times as fast."""
        filled = [i for i, cell in enumerate(row) if cell is not self._no_cell]
        words = [""] * (filled[-1] + 1 if filled else 0)
        for i in filled:
            words[i] = self._words(row[i])
        return "\t".join(words).rstrip("\t")

    def _words(self, cell: Any) -> str:
        words = _shown(cell)
        self._letters += len(words)
        if self._letters > MAX_CHARACTERS:
            raise refusal("long", self._name)
        return clean(_BLANKS.sub(" ", words).strip())[0]


def _shown(cell: Any) -> str:
    """A cell as Excel shows it: times with hours where it shows hours, numbers without a needless point.

    `00:21` pasted from a transcript becomes 21 minutes shown as 0:21; only what is shown is right.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if "s" in cell.number_format.lower() else "%H:%M")
    if isinstance(value, timedelta):
        whole = int(value.total_seconds())
        if whole >= A_DAY and whole % 60 == 0:  # 75:53 of a transcript, which Excel takes for hours
            return f"{whole // 3600}:{whole // 60 % 60:02}"
        return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
