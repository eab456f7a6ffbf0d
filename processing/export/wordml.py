"""WordprocessingML as strings: runs, paragraphs, tables. Strings, because a ten-hour transcript has thousands of
paragraphs and python-docx looks up a style for each of them; the whole body is parsed once.

Every word that comes from a note goes through `words`, which escapes it and drops what XML cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# XML 1.0, production 2 (Char): all else makes Word refuse the whole file.
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"(\t|\r\n|[\n\r\u2028\u2029\u0085])")


def xml_safe(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold (control characters, lone surrogates)."""
    return _NOT_XML.sub("", text)


def words(text: str) -> str:
    """The inside of a run: text, with line breaks and tabs as elements.

    >>> words("a<b")
    '<w:t xml:space="preserve">a&lt;b</w:t>'
    """
    clean = xml_safe(text)
    if not _BREAKS.search(clean):
        return f'<w:t xml:space="preserve">{escape(clean, quote=False)}</w:t>' if clean else ""
    return "".join(_part(part) for part in _BREAKS.split(clean) if part)


def _part(part: str) -> str:
    if part == "\t":
        return "<w:tab/>"
    return "<w:br/>" if _BREAKS.fullmatch(part) else words(part)


def run(text: str, style: str = "", properties: str = "") -> str:
    """A run of text in a character style."""
    inner = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:r>{f'<w:rPr>{inner}</w:rPr>' if inner else ''}{words(text)}</w:r>"


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs in a paragraph style."""
    inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{content}</w:p>"


def link(anchor: str, content: str) -> str:
    """Runs that lead to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def bookmark(number: int, name: str, content: str) -> str:
    """Runs that a link can lead to; `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def numbering(number: int) -> str:
    """The paragraph property that makes a paragraph an item of list `number`."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def cell(content: str, width: int, span: int = 1, shade: str = "") -> str:
    """A table cell of one or more paragraphs; `width` in twentieths of a point."""
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{shading}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def row(cells: Iterable[str], is_header: bool = False, may_split: bool = False) -> str:
    """A table row, kept on one page unless it `may_split`; a header row is repeated on every page."""
    properties = ("" if may_split else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_header else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int]) -> str:
    """A table with fixed columns; `widths` in twentieths of a point."""
    columns = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
