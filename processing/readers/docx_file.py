"""Word documents (.docx): one line a paragraph or table row, in which CLOVA's or another text's shape is looked for.

A line break inside a paragraph counts as a line's end for that shape, and is a blank in the source's text, so that
line N is paragraph N.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zipfile import BadZipFile

from processing.readers.containers import check_parts
from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.refusals import refusal, refuse_long
from processing.readers.text_shapes import INNER_READERS, read_text
from processing.source import Source

FORMAT = "docx"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _ROW, _CELL, _TEXT = f"{_W}p", f"{_W}tr", f"{_W}tc", f"{_W}t"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}noBreakHyphen": "-"}
_STRUCK_OUT = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_NOTHING: frozenset[str] = frozenset()
_ONLY_ROWS, _ONLY_CELLS = frozenset({_ROW}), frozenset({_CELL})
_NO_WORDS_INSIDE = frozenset({_PARAGRAPH, _TEXT, f"{_W}pPr", f"{_W}rPr"})
_BLANKS = re.compile(r"\s")
_BREAK = "\n"


def is_docx(names: frozenset[str]) -> bool:
    """Whether a zip with these members is a Word document."""
    return any(name.startswith("word/") and name.endswith(".xml") for name in names)


def read(document: Document) -> Source:
    """The source of a Word document. Raises UnreadableFile for one that is broken or made to do harm."""
    paragraphs = [clean(paragraph)[0] for paragraph in _paragraphs(document)]
    broken_up = "\n".join(paragraphs)
    refuse_long(broken_up, document.name)
    source = read_text(replace(document, text=broken_up), INNER_READERS)
    text = "\n".join(paragraph.replace(_BREAK, " ") for paragraph in paragraphs)
    if source.text != broken_up:  # the inner format rewrote the words, and with them the lines
        return replace(source, format=FORMAT)
    return replace(source, text=text, format=FORMAT)


def _paragraphs(document: Document) -> list[str]:
    check_parts(document.raw, document.name)
    import docx  # takes a fifth of a second, and most files are text
    from docx.opc.exceptions import OpcError

    try:
        body = docx.Document(io.BytesIO(document.raw)).element.body
        return list(_lines(body))
    except (OpcError, SyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError, BadZipFile):
        raise refusal("broken", document.name) from None


def _lines(body: Any) -> Iterator[str]:
    """One string a paragraph or table row, in the order of the document."""
    for element in _walk(body, _ONLY_ROWS):
        if element.tag == _ROW:
            yield "\t".join(_cells(element))
        elif element.tag == _PARAGRAPH:
            yield _words(element)


def _cells(row: Any) -> Iterator[str]:
    """The words of each outermost cell of a row; what is nested in it is part of it."""
    for cell in _walk(row, _ONLY_CELLS):
        if cell.tag == _CELL:
            paragraphs = (_words(one) for one in _walk(cell, _NOTHING) if one.tag == _PARAGRAPH)
            yield " ".join(word for words in paragraphs for word in words.split())


def _words(paragraph: Any) -> str:
    """The words of a paragraph, without those of text boxes in it, which are paragraphs of their own."""
    return "".join(_said(element) for element in _walk(paragraph, _NO_WORDS_INSIDE))


def _said(element: Any) -> str:
    if element.tag == _TEXT:
        return _BLANKS.sub(" ", element.text or "")
    if element.tag in _BREAKS:
        return _BREAK
    return _SIGNS.get(element.tag, "")


def _walk(root: Any, closed: frozenset[str]) -> Iterator[Any]:
    """The elements under `root`, depth first, but for what is struck out and what `closed` elements hold.

    No recursion and no look at ancestors: a file nested as deeply as its parser allows costs no more than a flat one.
    """
    open_elements = [iter(root)]
    while open_elements:
        child = next(open_elements[-1], None)
        if child is None:
            open_elements.pop()
        elif child.tag not in _STRUCK_OUT:
            yield child
            if child.tag not in closed:
                open_elements.append(iter(child))
