"""Minutes as a Word document: each kind of block as paragraphs or a table of real styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from processing.evidence import Evidence, MinutesParagraph, MinutesTurn
from processing.export import blocks as b
from processing.export.page import blocks_of
from processing.export.word_styles import (
    BULLETED,
    CHECKED,
    LABEL_GREY,
    NUMBERED,
    TEXT_WIDTH,
    add_header_and_footer,
    describe,
    new_document,
    new_list,
)
from processing.export.wording import clock, running_head
from processing.export.wordml import (
    NAMESPACES,
    bookmark,
    cell,
    link,
    numbering,
    paragraph,
    row,
    run,
    table,
)
from processing.minutes import Minutes

LONGEST_WHOLE_ROW = 1500  # characters; a longer row than a page may split, else LibreOffice cuts it off

_LIST_STYLES = {
    "number": ("ListNumber", NUMBERED),
    "bullet": ("ListBullet", BULLETED),
    "check": ("ListBullet", CHECKED),
}
_FORM_WIDTHS = (13, 47, 12, 28)


def word_document(minutes: Minutes, choices: b.Choices) -> bytes:
    """The minutes as a .docx file."""
    page = blocks_of(minutes, choices)
    document = new_document()
    what = choices.layout.name
    describe(document, minutes.info.title or what, what, minutes.info.author)
    add_header_and_footer(document, *running_head(minutes, what))
    add_body(document, "".join(_Page(document, page).xml()))
    return saved(document)


def add_body(document: Any, xml: str) -> None:
    """Put paragraphs and tables, given as XML, at the end of a document's body."""
    body = document.element.body
    properties = body.find(qn("w:sectPr"))
    for element in list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")):
        properties.addprevious(element)


def saved(document: Any) -> bytes:
    """The bytes of a document's file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Page:
    """Writes blocks; knows which paragraphs of the transcript are linked to."""

    def __init__(self, document: Any, page: Sequence[b.Block]) -> None:
        self._document = document
        self._page = page
        has_turns = any(isinstance(block, b.Turns) for block in page)
        cited = (found.paragraph_id for block in page for item in b.items_of(block) for found in item.evidence)
        self._anchors = {id_: number for number, id_ in enumerate(dict.fromkeys(cited), 1) if id_ and has_turns}

    def xml(self) -> Iterator[str]:
        """The blocks in order."""
        for block in self._page:
            yield from self._block(block)

    def _block(self, block: b.Block) -> Iterator[str]:
        match block:
            case b.Title():
                yield from _title(block)
            case b.Heading():
                yield self._heading(block)
            case b.Form():
                yield _form(block)
                yield _gap()
            case b.Text() | b.Note():
                yield self._text(block)
            case b.Items():
                yield from self._list(block)
            case b.Table():
                yield self._table(block)
                yield _gap()
            case b.QuestionAnswer():
                yield paragraph(run("Q. ") + self._item(block.question), "Question")
                yield paragraph(run(f"A. {block.answer}" if block.answer else "A. (답변 없음)"), "Answer")
            case b.Turns():
                for turn in block.turns:
                    yield from self._turn(turn)

    def _text(self, block: b.Text | b.Note) -> str:
        if isinstance(block, b.Note):
            return paragraph(run(block.text), "Note")
        return paragraph(self._item(block.item), "Lead" if block.is_lead else "")

    def _item(self, item: b.Item) -> str:
        remark = run(f" [{item.remark}]", "EvidenceTime") if item.remark else ""
        return run(item.text) + self._times(item.evidence) + remark

    def _times(self, evidence: Iterable[Evidence]) -> str:
        return "".join(self._time(found) for found in evidence if found.start_s is not None)

    def _time(self, found: Evidence) -> str:
        words = run(f"\u00a0({clock(found.start_s)})", "EvidenceTime")
        return link(_anchor(found.paragraph_id), words) if found.paragraph_id in self._anchors else words

    def _heading(self, block: b.Heading) -> str:
        page_break = "<w:pageBreakBefore/>" if block.starts_page else ""
        return paragraph(self._item(block.item), f"Heading{block.level}", page_break)

    def _list(self, block: b.Items) -> Iterator[str]:
        style, kind = _LIST_STYLES[block.style]
        number = numbering(new_list(self._document, kind) if kind == NUMBERED else kind)
        for item in block.items:
            yield paragraph(self._item(item), style, number)

    def _table(self, block: b.Table) -> str:
        widths = _columns(block.widths)
        head = row(
            [
                cell(paragraph(run(name), "CellLabel", "<w:keepNext/>"), width, shade=LABEL_GREY)
                for name, width in _with(block, widths)
            ],
            is_header=True,
        )
        holds = len(block.rows) <= b.MOST_ROWS_TOGETHER
        rows = [self._row(block, items, widths, holds and items is not block.rows[-1]) for items in block.rows]
        return table([head, *rows], widths)

    def _row(self, block: b.Table, items: Sequence[b.Item], widths: Sequence[int], holds_next: bool) -> str:
        held, centred = "<w:keepNext/>" if holds_next else "", '<w:jc w:val="center"/>'
        cells = [
            cell(paragraph(self._item(item), "Cell", held + (centred if i in block.narrow else "")), width)
            for i, (item, width) in enumerate(zip(items, widths, strict=True))
        ]
        return row(cells, may_split=_is_long(item.text for item in items))

    def _turn(self, turn: MinutesTurn) -> Iterator[str]:
        time = run(f"  {clock(turn.start_s)}", "EvidenceTime") if turn.start_s is not None else ""
        if turn.shown_name or time:
            yield paragraph((run(turn.shown_name) if turn.shown_name else "") + time, "Speaker")
        for i, said in enumerate(turn.paragraphs):
            yield self._speech(said, shows_time=i > 0 and said.exact)

    def _speech(self, said: MinutesParagraph, shows_time: bool) -> str:
        time = run(f"{clock(said.start_s)}  ", "EvidenceTime") if shows_time else ""
        content = time + run(said.text)
        if said.id in self._anchors:
            content = bookmark(self._anchors[said.id], _anchor(said.id), content)
        return paragraph(content, "Speech")


def _anchor(paragraph_id: str | None) -> str:
    return f"said_{paragraph_id or ''}".replace("-", "_")  # a bookmark's name has no hyphen


def _title(block: b.Title) -> Iterator[str]:
    spaced = '<w:spacing w:val="120"/>' if len(block.text) <= b.SHORT_TITLE else ""
    yield paragraph(run(block.text, properties=spaced), "Title")
    if block.subtitle:
        yield paragraph(run(block.subtitle), "Subtitle")


def _form(block: b.Form) -> str:
    widths = _columns(_FORM_WIDTHS)
    return table([_form_row(form_row, widths) for form_row in block.rows], widths)


def _form_row(form_row: b.FormRow, widths: Sequence[int]) -> str:
    cells = []
    for i, (label, value) in enumerate(form_row.pairs):
        is_wide = len(form_row.pairs) == 1
        label_width, width = widths[2 * i], sum(widths[1:]) if is_wide else widths[2 * i + 1]
        cells.append(cell(paragraph(run(label), "CellLabel"), label_width, shade=LABEL_GREY))
        cells.append(cell(paragraph(run(value), "Cell"), width, span=3 if is_wide else 1))
    return row(cells, may_split=_is_long(value for _, value in form_row.pairs))


def _columns(parts: Sequence[int]) -> list[int]:
    return [TEXT_WIDTH * part // sum(parts) for part in parts]


def _with(block: b.Table, widths: Sequence[int]) -> Iterator[tuple[str, int]]:
    return zip(block.header, widths, strict=True)


def _is_long(texts: Iterable[str]) -> bool:
    return max((len(text) for text in texts), default=0) > LONGEST_WHOLE_ROW


def _gap() -> str:
    """A small paragraph after a table: Word joins tables that touch, and a body must not end in one."""
    return paragraph("", properties='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>')
