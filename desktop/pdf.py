"""A page of HTML as a PDF: A4, text that can be selected and searched, fonts inside the file, page numbers.

It paints on no screen, so it may be called from a thread. What is laid out in one go stays small, since that holds the
window: each stretch of the page is a document of its own that begins where the one before has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from processing.export.html_page import FAMILIES, GREY, page_of

MARGIN_MM = 22.0
DOTS_PER_INCH = 300
POINTS, SMALL_POINTS = 10.5, 8.5
PROBES = (10.0, 20.0)
STRETCH = 12_000  # characters of HTML laid out at once: ten hours of talk are over a million

_LETTERS = re.compile(rb"\[(?:<[0-9A-F]{4,8}> )+\]")
_CONTROL = re.compile(rb"<00[01][0-9A-F]>")


def pdf_of(parts: Iterable[str], title: str) -> bytes:
    """The PDF of a page made of these pieces of HTML; `title` is the document's."""
    _loop = QEventLoop()  # a text document starts timers; in a thread without a loop each would be a warning
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("말끔")
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    _print(list(_documents(parts, writer)), writer)
    data = bytes(buffer.data().data())
    buffer.close()
    return _with_blanks(data)


def _documents(parts: Iterable[str], writer: QPdfWriter) -> Iterator[QTextDocument]:
    """The page as documents, each with a blank as high as what the one before has used of its last page."""
    used, dots = 0.0, _dots_of_height(writer)
    for html in _stretches(parts):
        document = _document(html, writer)
        if used:
            _push_down(document, used / dots)
        document.setPageSize(QSizeF(writer.width(), writer.height()))  # last: it lays everything out
        pages = document.pageCount()  # has all of it laid out
        last = document.documentLayout().blockBoundingRect(document.lastBlock())
        used = last.bottom() - (pages - 1) * writer.height()
        yield document


def _stretches(parts: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for part in parts:
        held.append(part)
        if sum(map(len, held)) >= STRETCH:
            yield page_of(held)
            held = []
    if held:
        yield page_of(held)


def _document(html: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(writer)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(html)
    return document


def _push_down(document: QTextDocument, height: float) -> None:
    """Begin the document with a blank line of this height."""
    cursor = QTextCursor(document)
    cursor.insertBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.setBlockFormat(_line_of(height))


def _dots_of_height(writer: QPdfWriter) -> float:
    """How many dots a line's height of one takes: Qt counts it in dots of the screen, not of the page."""
    tops = []
    for height in PROBES:
        document = _document("<p></p>", writer)
        _push_down(document, height)
        document.setPageSize(QSizeF(writer.width(), writer.height()))
        tops.append(document.documentLayout().blockBoundingRect(document.lastBlock()).top())
    return float(tops[1] - tops[0]) / (PROBES[1] - PROBES[0])


def _line_of(height: float) -> QTextBlockFormat:
    line = QTextBlockFormat()
    line.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return line


def _print(documents: list[QTextDocument], writer: QPdfWriter) -> None:
    """Paint the documents one after another; each but the first begins on the page on which another ends."""
    pages = sum(document.pageCount() for document in documents) - max(len(documents) - 1, 0)
    painter, number = QPainter(writer), 0
    for document in documents:
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            if page or not number:
                number += 1
                _paint_foot(painter, writer, f"{number} / {pages}")
            painter.save()
            painter.translate(0, -page * writer.height())
            # a dot less: a line that begins where the page ends would be told twice, though it shows once
            page_of_it = QRectF(0, page * writer.height(), writer.width(), writer.height() - 1)
            document.drawContents(painter, page_of_it)
            painter.restore()
    painter.end()


def _paint_foot(painter: QPainter, writer: QPdfWriter, words: str) -> None:
    margin = MARGIN_MM / 25.4 * DOTS_PER_INCH
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(SMALL_POINTS)
    painter.setFont(font)
    painter.setPen(QColor(GREY))
    foot = QRectF(0, writer.height() + margin / 3, writer.width(), margin / 2)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)


def _with_blanks(pdf: bytes) -> bytes:
    """The file with every blank told as one.

    Qt tells a glyph's letter by the first code that has it. In fonts whose blank serves control characters too (Nanum)
    that is U+0001, and words copied out of the file, or looked for in it, would stick together. Same length, so the
    file's own offsets hold.
    """
    return _LETTERS.sub(lambda found: _CONTROL.sub(b"<0020>", found[0]), pdf)
