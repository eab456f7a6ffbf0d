"""Minutes as the HTML of a printed page: for the preview before saving and for PDF.

Qt's rich text knows a part of HTML and CSS; only that part is used: tables with widths and borders of cells, lists,
sizes in points. Everything is written in place, since there is no style sheet for a page that is printed. What must
not stand alone at a page's foot (a heading, a speaker, a question) is an HTML heading: the PDF keeps it with the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from processing.evidence import MinutesTurn
from processing.export import blocks as b
from processing.export.page import blocks_of
from processing.export.text import printable
from processing.export.wording import clock
from processing.minutes import Minutes

RULED = 2  # the level of headings that have a line under them, which only the program that shows the page can draw
FAMILIES = ("Malgun Gothic", "맑은 고딕", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic")
LEADING = "115%"
INK, GREY, LINE, LABEL = "#000000", "#767676", "#a6a6a6", "#f2f2f2"
_CELL = f"border:1px solid {LINE};padding:3px 6px"
_CHECKED = "☐ "
_FORM_WIDTHS = (13, 47, 12, 28)


def html_page(minutes: Minutes, choices: b.Choices) -> str:
    """The minutes as a page of HTML."""
    return page_of(html_parts(minutes, choices))


def html_parts(minutes: Minutes, choices: b.Choices) -> Iterator[str]:
    """The minutes as pieces of HTML in order, none of them longer than a paragraph, a list or a table."""
    return parts_of(blocks_of(minutes, choices))


def parts_of(blocks: Iterable[b.Block]) -> Iterator[str]:
    """These blocks as pieces of HTML."""
    return (part for block in blocks for part in _block(block))


def page_of(parts: Iterable[str]) -> str:
    """A page made of pieces of HTML, in our fonts."""
    fonts = ",".join(f"'{family}'" for family in FAMILIES)
    body = "".join(parts)
    return f'<html><body style="font-family:{fonts};font-size:10.5pt;color:{INK}">{body}</body></html>'


def words(text: str) -> str:
    """`text` as HTML: nothing in it reads as markup, control characters are left out.

    >>> words("a < b & c")
    'a &lt; b &amp; c'
    """
    return escape(printable(text), quote=False).replace("\n", "<br>")


def html_table(
    header: tuple[str, ...],
    rows: Iterable[Iterable[str]],
    widths: tuple[int, ...] = (),
    narrow: frozenset[int] = frozenset(),
) -> str:
    """A table of pieces of HTML whose header row comes again on every page; `widths` in parts of a hundred.

    The columns in `narrow` are centred.
    """
    shares = [f' width="{width}%"' for width in widths] or [""] * len(header)
    head = "".join(
        f'<th{share} bgcolor="{LABEL}" style="{_CELL}">{words(name)}</th>'
        for name, share in zip(header, shares, strict=True)
    )
    centred = [' align="center"' if column in narrow else "" for column in range(len(header))]
    lines = "".join(f"<tr>{''.join(map(_cell, row, centred))}</tr>" for row in rows)
    return f"{_table_start()}<thead><tr>{head}</tr></thead>{lines}</table>{_gap()}"


def _table_start() -> str:
    return '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:6px;border-collapse:collapse;font-size:10pt">'


def _cell(value: str, more: str = "") -> str:
    return f'<td{more} valign="middle" style="{_CELL}">{value}</td>'


def _gap() -> str:
    return '<p style="font-size:4pt;margin:0">&nbsp;</p>'


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Title():
            spread = "letter-spacing:6px;" if len(block.text) <= b.SHORT_TITLE else ""
            title = f'<span style="{spread}font-size:20pt;font-weight:700">{words(block.text)}</span>'
            yield _paragraph(title, "margin:0 0 10px 0", "center")
            if block.subtitle:
                yield _paragraph(words(block.subtitle), f"color:{GREY};margin:0 0 8px 0", "center")
        case b.Heading():
            yield _heading(block)
        case b.Form():
            yield _form(block)
        case b.Text() | b.Note():
            yield _text(block)
        case b.Items():
            yield _list(block)
        case b.Table():
            yield _table(block)
        case b.QuestionAnswer():
            yield _kept(f"Q. {_item(block.question)}", 4, "10.5pt", "margin:6px 0 0 0")
            yield _paragraph(f"A. {words(block.answer) or '(답변 없음)'}", "margin:1px 0 4px 14px")
        case b.Turns():
            yield from (part for turn in block.turns for part in _turn(turn))


def _paragraph(content: str, style: str, align: str = "left") -> str:
    return f'<p align="{align}" style="line-height:{LEADING};{style}">{content}</p>'


def _text(block: b.Text | b.Note) -> str:
    if isinstance(block, b.Note):
        return _paragraph(_small(words(block.text)), "margin:14px 0 0 0")
    return _paragraph(_item(block.item), f"{'font-weight:700;' if block.is_lead else ''}margin:2px 0 4px 0")


def _heading(block: b.Heading) -> str:
    page = "page-break-before:always;" if block.starts_page else ""
    if block.level > 1:
        return _kept(_item(block.item), 3, "11pt", "margin:8px 0 4px 0")
    return _kept(_item(block.item), RULED, "12.5pt", f"{page}margin:16px 0 6px 0")


def _kept(content: str, level: int, size: str, style: str) -> str:
    """A paragraph in bold that stays on the page of what follows."""
    return f'<h{level} style="font-size:{size};font-weight:700;{style}">{content}</h{level}>'


def _form(block: b.Form) -> str:
    rows = []
    for row in block.rows:
        cells = []
        for i, (label, value) in enumerate(row.pairs):
            label_width, width = _FORM_WIDTHS[2 * i : 2 * i + 2]
            more = f' width="{label_width}%" align="center" bgcolor="{LABEL}"'
            cells.append(_cell(f"<b>{words(label)}</b>", more))
            cells.append(_cell(words(value), ' colspan="3"' if len(row.pairs) == 1 else f' width="{width}%"'))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"{_table_start()}{''.join(rows)}</table>{_gap()}"


def _list(block: b.Items) -> str:
    if block.style == "check":
        return "".join(
            _paragraph(_CHECKED + _item(item), "margin:1px 0 2px 22px;text-indent:-16px") for item in block.items
        )
    tag = "ol" if block.style == "number" else "ul"
    items = "".join(f'<li style="line-height:{LEADING};margin:1px 0 2px 0">{_item(item)}</li>' for item in block.items)
    return f'<{tag} style="margin:0 0 4px 0;-qt-list-indent:1">{items}</{tag}>'


def _table(block: b.Table) -> str:
    rows = ([_item(item) for item in row] for row in block.rows)
    return html_table(block.header, rows, block.widths, block.narrow)


def _item(item: b.Item) -> str:
    times = "".join(f"&nbsp;({clock(found.start_s)})" for found in item.evidence if found.start_s is not None)
    remark = f" [{words(item.remark)}]" if item.remark else ""
    return words(item.text) + (_small(times + remark) if times or remark else "")


def _small(content: str) -> str:
    return f'<span style="font-size:8.5pt;font-weight:400;color:{GREY}">{content}</span>'


def _turn(turn: MinutesTurn) -> Iterator[str]:
    time = _small(f"&nbsp; {clock(turn.start_s)}") if turn.start_s is not None else ""
    if turn.shown_name or time:
        yield _kept(words(turn.shown_name) + time, 5, "10pt", "margin:8px 0 1px 0")
    for i, said in enumerate(turn.paragraphs):
        begins = _small(f"{clock(said.start_s)}&nbsp; ") if i and said.exact else ""
        yield _paragraph(begins + words(said.text), "font-size:9.5pt;margin:0 0 4px 0")
