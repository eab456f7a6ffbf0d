"""A page of HTML as a PDF: A4, text that can be selected and searched, fonts inside the file, page numbers.

It paints on no screen, so it may be called from a thread. What is laid out in one go stays small, since that holds the
window: each stretch of the page is a document of its own that begins where the one before has ended.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.saving.page_breaks import beginning_of, keep_with_next, parted, row_over
from desktop.saving.paper import lay_on_paper
from desktop.words import kept
from processing.export.html_page import FAMILIES, GREY, INK, LINE, page_of

MARGIN_MM = 22.0
DOTS_PER_INCH = 300
POINTS, SMALL_POINTS = 10.5, 8.5
PROBES = (10.0, 20.0)
STRETCH = 12_000  # characters of HTML laid out at once: ten hours of talk are over a million

_LETTERS = re.compile(rb"\[(?:<[0-9A-F]{4,8}> )+\]")
_CONTROL = re.compile(rb"<00[01][0-9A-F]>")


def pdf_of(parts: Iterable[str], title: str, head: tuple[str, str] = ("", "")) -> bytes:
    """The PDF of a page made of these pieces of HTML; `title` is the document's.

    `head` is what stands at the left and at the right above every page but the first.
    """
    _loop = QEventLoop()  # a text document starts timers; in a thread without a loop each would be a warning
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator(kept("말끔"))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    _print(list(_documents(parts, writer)), writer, head)
    data = bytes(buffer.data().data())
    buffer.close()
    return _with_blanks(data)


def _documents(parts: Iterable[str], writer: QPdfWriter) -> Iterator[QTextDocument]:
    """The page as documents, each with a blank as high as what the one before has used of its last page."""
    used, dots, waiting = 0.0, _dots_of_height(writer), deque(parts)
    while waiting:
        document, left = _fitted(_stretch(waiting), used / dots, writer)
        waiting.extendleft(reversed(left))
        pages = document.pageCount()  # has all of it laid out
        last = document.documentLayout().blockBoundingRect(document.lastBlock())
        used = last.bottom() - (pages - 1) * writer.height()
        yield document


def _stretch(waiting: deque[str]) -> list[str]:
    """The next pieces to be laid out in one go, taken from those that wait; a heading goes with what follows."""
    held = [waiting.popleft()]
    while waiting and (sum(map(len, held)) < STRETCH or held[-1].startswith("<h")):
        held.append(waiting.popleft())
    return held


def _fitted(parts: list[str], blank: float, writer: QPdfWriter) -> tuple[QTextDocument, list[str]]:
    """A document of these pieces under a blank, and the pieces left over: the first table that goes over the end of a
    page is parted there, between two rows.
    """
    short = [beginning_of(part) for part in parts]
    document = _laid_out(short, blank, writer)
    over = row_over(document, writer.height())
    if over is not None:
        above, left = parted(parts, *over)
        return _laid_out(above, blank, writer), left
    return document if short == parts else _laid_out(parts, blank, writer), []


def _laid_out(parts: list[str], blank: float, writer: QPdfWriter) -> QTextDocument:
    document = _document(page_of(parts), writer)
    if blank:
        _push_down(document, blank)
    document.setPageSize(QSizeF(writer.width(), writer.height()))  # last: it lays everything out
    keep_with_next(document, writer.height())
    return document


def _document(html: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(writer)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    lay_on_paper(document, html)
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


def _print(documents: list[QTextDocument], writer: QPdfWriter, head: tuple[str, str]) -> None:
    """Paint the documents one after another; each but the first begins on the page on which another ends."""
    pages = sum(document.pageCount() for document in documents) - max(len(documents) - 1, 0)
    painter, number = QPainter(writer), 0
    for document in documents:
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            if page or not number:
                number += 1
                _paint_edges(painter, writer, head if number > 1 else ("", ""), f"{number} / {pages}")
            painter.save()
            painter.translate(0, -page * writer.height())
            # a dot less: a line that begins where the page ends would be told twice, though it shows once
            page_of_it = QRectF(0, page * writer.height(), writer.width(), writer.height() - 1)
            _draw(document, painter, page_of_it)
            painter.restore()
    painter.end()


def _draw(document: QTextDocument, painter: QPainter, part: QRectF) -> None:
    """Draw a part in the colours of paper, whatever those of the window are."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part
    paper = QPalette(QColor(INK))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        paper.setColor(role, QColor(INK))
    paper.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.WindowText, QColor(LINE))  # lines under headings
    context.palette = paper
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)


def _paint_edges(painter: QPainter, writer: QPdfWriter, head: tuple[str, str], foot: str) -> None:
    margin = MARGIN_MM / 25.4 * DOTS_PER_INCH
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(SMALL_POINTS)
    painter.setFont(font)
    painter.setPen(QColor(GREY))
    above = QRectF(0, -margin * 2 / 3, writer.width(), margin / 2)
    below = QRectF(0, writer.height() + margin / 3, writer.width(), margin / 2)
    left, right, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
    for place, side, words in ((above, left, head[0]), (above, right, head[1]), (below, middle, foot)):
        whole = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(writer.width() * 2 / 3))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignTop, whole)


def _with_blanks(pdf: bytes) -> bytes:
    """The file with every blank told as one.

    Qt tells a glyph's letter by the first code that has it. In fonts whose blank serves control characters too (Nanum)
    that is U+0001, and words copied out of the file, or looked for in it, would stick together. Same length, so the
    file's own offsets hold.
    """
    return _LETTERS.sub(lambda found: _CONTROL.sub(b"<0020>", found[0]), pdf)
