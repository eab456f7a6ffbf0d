"""Word documents (.docx): one line a paragraph or table row, in which CLOVA's or another text's shape is looked for.

A line break inside a paragraph counts as a line's end for that shape, and is a blank in the source's text, so that
line N is paragraph N.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any
from zipfile import BadZipFile

from processing.readers.containers import check_xml, members
from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.refusals import refusal
from processing.readers.text_shapes import INNER_READERS, read_text
from processing.source import Source

FORMAT = "docx"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _ROW, _CELL, _TEXT = f"{_W}p", f"{_W}tr", f"{_W}tc", f"{_W}t"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}noBreakHyphen": "-"}
_STRUCK_OUT = {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TOLD_ELSEWHERE = frozenset({_ROW, *_STRUCK_OUT})  # a row tells its paragraphs, a newer form what its fallback says
_NO_WORDS = frozenset({_PARAGRAPH, f"{_W}pPr", f"{_W}rPr", *_STRUCK_OUT})
_BLANKS = re.compile(r"\s")
_BREAK = "\n"


def is_docx(names: frozenset[str]) -> bool:
    """Whether a zip with these members is a Word document."""
    return any(name.startswith("word/") and name.endswith(".xml") for name in names)


def read(document: Document) -> Source:
    """The source of a Word document. Raises UnreadableFile for one that is broken or made to do harm."""
    paragraphs = [clean(paragraph)[0] for paragraph in _paragraphs(document)]
    broken_up = "\n".join(paragraphs)
    source = read_text(replace(document, text=broken_up), INNER_READERS)
    text = "\n".join(paragraph.replace(_BREAK, " ") for paragraph in paragraphs)
    if source.text != broken_up:  # the inner format rewrote the words, and with them the lines
        return replace(source, format=FORMAT)
    return replace(source, text=text, format=FORMAT)


def _paragraphs(document: Document) -> list[str]:
    names = members(document.raw, document.name)
    check_xml(document.raw, document.name, [name for name in names if name.endswith((".xml", ".rels"))])
    import docx  # takes a fifth of a second, and most files are text
    from docx.opc.exceptions import OpcError

    try:
        body = docx.Document(io.BytesIO(document.raw)).element.body
        return list(_lines(body))
    except (OpcError, SyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError, BadZipFile):
        raise refusal("broken", document.name) from None


def _lines(body: Any) -> Iterator[str]:
    """One string a paragraph or table row, in the order of the document; no recursion, whatever is nested."""
    for element in body.iter(_PARAGRAPH, _ROW):
        if any(ancestor.tag in _TOLD_ELSEWHERE for ancestor in element.iterancestors()):
            continue
        yield "\t".join(_cells(element)) if element.tag == _ROW else _words(element)


def _cells(row: Any) -> Iterator[str]:
    """The words of each outermost cell of a row; what is nested in it is part of it."""
    texts: dict[Any, list[str]] = {}
    for paragraph in row.iter(_PARAGRAPH):
        inside = list(takewhile(lambda ancestor: ancestor is not row, paragraph.iterancestors()))
        outermost = next((one for one in reversed(inside) if one.tag == _CELL), row)
        texts.setdefault(outermost, []).extend(_words(paragraph).split())
    yield from (" ".join(words) for words in texts.values())


def _words(paragraph: Any) -> str:
    """The words of a paragraph, without those struck out and those of text boxes, which are paragraphs of their own."""
    return "".join(_said(element) for element in _walk(paragraph))


def _said(element: Any) -> str:
    if element.tag == _TEXT:
        return _BLANKS.sub(" ", element.text or "")
    if element.tag in _BREAKS:
        return _BREAK
    return _SIGNS.get(element.tag, "")


def _walk(paragraph: Any) -> Iterator[Any]:
    """The elements under a paragraph, depth first, but for what is struck out and nested paragraphs."""
    open_elements = [iter(paragraph)]
    while open_elements:
        child = next(open_elements[-1], None)
        if child is None:
            open_elements.pop()
        elif child.tag not in _NO_WORDS:
            yield child
            if child.tag != _TEXT:
                open_elements.append(iter(child))
