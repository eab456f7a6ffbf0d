"""Comma-separated values (.csv), as a spreadsheet saves a transcript: one line of source text a row, its cells parted by tabs.

Only a row of headings (시간, 참석자, 내용) tells them from words with commas in them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from processing.readers import table
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.refusals import refusal
from processing.source import Source

FORMAT = "csv"

DELIMITERS = (",", ";")
ALIKE = 0.8  # of the rows below the headings have as many cells at the least


def likeness(document: Document) -> float:
    """How sure it is that these are rows under headings, 0 to 1."""
    return 0.96 if _delimiter(document.text) is not None else 0.0


def read(document: Document) -> Source:
    """The source with one turn a row. Raises UnreadableFile where quotes that are not closed swallow the rest."""
    try:
        rows = _rows(document.text, _delimiter(document.text) or DELIMITERS[0])
    except csv.Error:  # a cell longer than any speech
        raise refusal("broken", document.name) from None
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return replace(table.read(replace(document, text="\n".join(lines))), format=FORMAT)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _delimiter(text: str) -> str | None:
    """What parts the cells; None where nothing does, or where no row of headings stands over them."""
    lines = text[:SAMPLE_CHARACTERS].split("\n")
    for delimiter in DELIMITERS:
        for n, line in enumerate(lines[: table.HEADING_ROWS]):
            cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
            if len(cells) > 1 and table.is_heading(cells):
                return delimiter if _are_rows("\n".join(lines[n + 1 :]), delimiter, len(cells)) else None
    return None


def _are_rows(text: str, delimiter: str, least: int) -> bool:
    try:
        rows = [row for row in _rows(text, delimiter) if any(row)]
    except csv.Error:
        return False
    return sum(len(row) >= least for row in rows) >= max(ALIKE * len(rows), 1)
