"""Cells and paragraphs of a Word file that somebody else made: what they say, and other words in their own look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from processing.export.form_values import FormLine
from processing.export.wordml import NAMESPACES, words, xml_safe

_NOISE = re.compile(r"[\s:：*※○●■□▶▷◆◇▪•ㅇ·.,\-_()\[\]<>〈〉【】「」]|^[0-9]+[.)]|^[가-하][.)]")


def label_key(text: str) -> str:
    """A label without spaces, numbers and marks, for comparing.

    >>> label_key("1. 회 의 명 :"), label_key("■ 할 일"), label_key("Action Item")
    ('회의명', '할일', 'actionitem')
    """
    return _NOISE.sub("", re.sub(r"^\s*(?:[0-9]+|[가-하])[.)]\s*", "", text)).lower()


@dataclass(frozen=True)
class Cell:
    """A cell of a table at its column in the grid; `is_continued` if it only carries on the cell above."""

    element: Any
    column: int
    span: int
    is_continued: bool

    @property
    def text(self) -> str:
        """The words, paragraphs and line breaks as line breaks."""
        nodes = (qn("w:t"), qn("w:br"), qn("w:p"))
        parts = ((node.text or "") if node.tag == nodes[0] else "\n" for node in self.element.iter(*nodes))
        return "".join(parts).strip("\n")


def rows_of(table: Any) -> list[tuple[Any, list[Cell]]]:
    """The rows of a table with their cells."""
    return [(row, list(_cells(row))) for row in table.findall(qn("w:tr"))]


def _cells(row: Any) -> Iterator[Cell]:
    column = _skipped(row)
    for element in row.findall(qn("w:tc")):
        properties = element.find(qn("w:tcPr"))
        span = _value(properties, "w:gridSpan")
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        is_continued = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        width = int(span) if span and span.isdigit() else 1
        yield Cell(element, column, width, is_continued)
        column += width


def _skipped(row: Any) -> int:
    before = _value(row.find(qn("w:trPr")), "w:gridBefore")
    return int(before) if before and before.isdigit() else 0


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    value: str | None = found.get(qn("w:val")) if found is not None else None
    return value


def text_of(element: Any) -> str:
    """The words in an element, a line a paragraph, without what a tracked change has deleted.

    Positions in it are those that `replace_words` takes.
    """
    paragraphs = element.iter(qn("w:p")) if element.tag != qn("w:p") else [element]
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs)


def can_be_filled(cell: Cell) -> bool:
    """Whether a cell holds nothing but words: one with a table or a picture in it is left as it is."""
    kept = (qn("w:tbl"), qn("w:drawing"), qn("w:pict"), qn("w:object"))
    return not cell.is_continued and next(cell.element.iter(*kept), None) is None


def list_styles(document: Any) -> frozenset[str]:
    """The ids of the paragraph styles that number or bullet by themselves."""
    styles = document.styles.element.findall(qn("w:style"))
    numbered = (style for style in styles if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None)
    return frozenset(style.get(qn("w:styleId")) for style in numbered)


def fill_cell(element: Any, lines: Sequence[FormLine], lists: frozenset[str] = frozenset()) -> None:
    """Put `lines` into a cell in the look of its first paragraph and first words; `lists` as `list_styles` tells."""
    model = next(element.iter(qn("w:p")), None)
    for child in list(element):
        if child.tag != qn("w:tcPr"):
            element.remove(child)
    for paragraph in paragraphs_like(model, lines, lists):
        element.append(paragraph)


def paragraphs_like(model: Any, lines: Sequence[FormLine], lists: frozenset[str] = frozenset()) -> list[Any]:
    """A paragraph for each line (one empty paragraph for none) with the properties of `model`.

    Where these make it a list item, our own "1. " and "- " are left out.
    """
    properties = model.find(qn("w:pPr")) if model is not None else None
    has_own_marks = properties is not None and (
        properties.find(qn("w:numPr")) is not None or _value(properties, "w:pStyle") in lists
    )
    look = _look_of(model)
    made = []
    for mark, text in lines or [("", "")]:
        paragraph = parse_xml(f"<w:p {NAMESPACES}/>")
        if properties is not None:
            paragraph.append(deepcopy(properties))
        said = text if has_own_marks else mark + text
        if said:
            paragraph.append(run_like(look, said))
        made.append(paragraph)
    return made


def _look_of(paragraph: Any) -> Any:
    """The run properties of the first words, else those of the paragraph's mark, which hold for what is typed."""
    if paragraph is None:
        return None
    for run in paragraph.iter(qn("w:r")):
        if run.find(qn("w:rPr")) is not None:
            return run.find(qn("w:rPr"))
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")


def run_like(look: Any, text: str) -> Any:
    """A run of `text` with the properties `look`, which may be None."""
    run = parse_xml(f"<w:r {NAMESPACES}>{words(text)}</w:r>")
    if look is not None:
        copied = deepcopy(look)
        for change in copied.findall(qn("w:ins")) + copied.findall(qn("w:del")):
            copied.remove(change)
        run.insert(0, copied)
    return run


def replace_words(paragraph: Any, start: int, end: int, new: str) -> None:
    """Replace [start, end) of a paragraph's words; the first run that is touched keeps its look for all of `new`."""
    at = 0
    for node in paragraph.iter(qn("w:t")):
        text = node.text or ""
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            node.text = text[:left] + xml_safe(new) + text[right:]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            new = ""
        at += len(text)
