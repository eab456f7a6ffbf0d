"""Minutes as the HTML of a printed page: for the preview before saving and for PDF.

Qt's rich text knows a part of HTML and CSS; only that part is used: tables with widths and borders of cells, lists,
sizes in points. Everything is written in place, since there is no style sheet for a page that is printed.
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

FAMILIES = ("Malgun Gothic", "맑은 고딕", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic")
INK, GREY, LINE, LABEL = "#000000", "#767676", "#a6a6a6", "#f2f2f2"
_CELL = f"border:1px solid {LINE};padding:3px 6px"
_CHECKED = "☐ "


def html_page(minutes: Minutes, choices: b.Choices) -> str:
    """The minutes as a page of HTML."""
    return page_of(html_parts(minutes, choices))


def html_parts(minutes: Minutes, choices: b.Choices) -> Iterator[str]:
    """The minutes as pieces of HTML in order, none of them longer than a paragraph, a list or a table."""
    return (part for block in blocks_of(minutes, choices) for part in _block(block))


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


def html_table(header: tuple[str, ...], rows: Iterable[Iterable[str]], widths: tuple[int, ...] = ()) -> str:
    """A table of pieces of HTML whose header row comes again on every page; `widths` in parts of a hundred."""
    shares = [f' width="{width}%"' for width in widths] or [""] * len(header)
    head = "".join(
        f'<th{share} bgcolor="{LABEL}" style="{_CELL}">{words(name)}</th>'
        for name, share in zip(header, shares, strict=True)
    )
    lines = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in rows)
    return f"{_table_start()}<thead><tr>{head}</tr></thead>{lines}</table>{_gap()}"


def _table_start() -> str:
    return '<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;font-size:10pt">'


def _cell(value: str, more: str = "") -> str:
    return f'<td{more} style="{_CELL}">{value}</td>'


def _gap() -> str:
    return '<p style="font-size:4pt;margin:0">&nbsp;</p>'


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Title():
            yield _paragraph(words(block.text), "font-size:18pt;font-weight:700;margin:0 0 12px 0", "center")
            if block.subtitle:
                yield _paragraph(words(block.subtitle), f"color:{GREY};margin:0 0 8px 0", "center")
        case b.Heading():
            yield _heading(block)
        case b.Form():
            yield _form(block)
        case b.Text():
            style = "font-weight:700;margin:2px 0 4px 0" if block.is_lead else "margin:2px 0 4px 0"
            yield _paragraph(_item(block.item), style)
        case b.Items():
            yield _list(block)
        case b.Table():
            yield _table(block)
        case b.QuestionAnswer():
            yield _paragraph(f"Q. {_item(block.question)}", "font-weight:700;margin:6px 0 0 0")
            yield _paragraph(f"A. {words(block.answer) or '(답변 없음)'}", "margin:1px 0 4px 14px")
        case b.Turns():
            yield from (part for turn in block.turns for part in _turn(turn))


def _paragraph(content: str, style: str, align: str = "left") -> str:
    return f'<p align="{align}" style="{style}">{content}</p>'


def _heading(block: b.Heading) -> str:
    page = "page-break-before:always;" if block.starts_page else ""
    size, above = ("12.5pt", 14) if block.level == 1 else ("11pt", 8)
    tag = f"h{block.level + 1}"
    return f'<{tag} style="{page}font-size:{size};font-weight:700;margin:{above}px 0 4px 0">{_item(block.item)}</{tag}>'


def _form(block: b.Form) -> str:
    rows = []
    for row in block.rows:
        cells = [
            f'<td width="13%" align="center" bgcolor="{LABEL}" style="{_CELL}">{words(label)}</td>'
            + _cell(words(value), ' colspan="3"' if len(row.pairs) == 1 else ' width="37%"')
            for label, value in row.pairs
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"{_table_start()}{''.join(rows)}</table>{_gap()}"


def _list(block: b.Items) -> str:
    if block.style == "check":
        return "".join(_paragraph(_CHECKED + _item(item), "margin:1px 0 2px 6px") for item in block.items)
    tag = "ol" if block.style == "number" else "ul"
    items = "".join(f'<li style="margin:1px 0 2px 0">{_item(item)}</li>' for item in block.items)
    return f'<{tag} style="margin:0 0 4px 0;-qt-list-indent:1">{items}</{tag}>'


def _table(block: b.Table) -> str:
    rows = ([_item(item) for item in row] for row in block.rows)
    return html_table(block.header, rows, block.widths)


def _item(item: b.Item) -> str:
    times = "".join(f"&nbsp;({clock(found.start_s)})" for found in item.evidence if found.start_s is not None)
    remark = f" [{words(item.remark)}]" if item.remark else ""
    return words(item.text) + (_small(times + remark) if times or remark else "")


def _small(content: str) -> str:
    return f'<span style="font-size:8.5pt;font-weight:400;color:{GREY}">{content}</span>'


def _turn(turn: MinutesTurn) -> Iterator[str]:
    time = _small(f"&nbsp; {clock(turn.start_s)}") if turn.start_s is not None else ""
    if turn.shown_name or time:
        yield _paragraph(f"<b>{words(turn.shown_name)}</b>{time}", "margin:8px 0 1px 0")
    for i, said in enumerate(turn.paragraphs):
        begins = _small(f"{clock(said.start_s)}&nbsp; ") if i and said.exact else ""
        yield _paragraph(begins + words(said.text), "margin:0 0 3px 0")
