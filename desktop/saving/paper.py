"""A page of minutes as a text document: what Qt's rich text cannot say in HTML is set here, for screen and PDF alike."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextLength

from processing.export.html_page import RULED

LIST_INDENT = 22.0  # in dots of the screen: about what Word's lists have


def lay_on_paper(document: QTextDocument, html: str) -> None:
    """Put a page of HTML into a document: a line under each section's heading, words as large as the page says."""
    document.setIndentWidth(LIST_INDENT)
    document.setHtml(html)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            _dress(block)
        block = block.next()


def _dress(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    if block.blockFormat().headingLevel() == RULED:
        shape = block.blockFormat()
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        shape.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
        cursor.setBlockFormat(shape)
    for start, length in _stretches(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        words = cursor.charFormat()
        words.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # a heading's, on top of the size that is given
        cursor.setCharFormat(words)


def _stretches(block: QTextBlock) -> list[tuple[int, int]]:
    """Where the block's stretches of one look begin and how long they are."""
    places, found = block.begin(), []
    while not places.atEnd():
        fragment = places.fragment()
        found.append((fragment.position(), fragment.length()))
        places += 1
    return found
