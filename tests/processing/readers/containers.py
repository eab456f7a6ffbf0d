"""Word and Excel files made for the tests, ordinary ones and ones made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import docx
import openpyxl

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(paragraphs: Iterable[str]) -> bytes:
    """A Word file; a line break in a paragraph is a `w:br`."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def word_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A Word file with a title and a table."""
    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return saved(document)


def excel_file(*sheets: Sequence[Sequence[Any]]) -> bytes:
    """An Excel file with these sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(document: Any) -> bytes:
    """The bytes that the document would write."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def replaced(raw: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip `raw` with some of its members replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, words in parts.items():
            new.writestr(name, words)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, words in parts.items():
            container.writestr(name, words)
    return out.getvalue()


def word_xml(body: str, before: str = "") -> bytes:
    """A Word file whose main part is written by hand."""
    xml = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return replaced(word_file([]), {"word/document.xml": xml.encode()})
