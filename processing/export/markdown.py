"""Minutes as Markdown: without front matter for Notion, with it for a blog or Obsidian."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from processing.evidence import MinutesTurn
from processing.export import blocks as b
from processing.export.page import blocks_of
from processing.export.text import printable
from processing.export.wording import clock
from processing.minutes import Minutes

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_AT_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|=|-)")
_MARKS = {"bullet": "- ", "check": "- [ ] "}


def markdown(minutes: Minutes, choices: b.Choices) -> str:
    """The minutes as CommonMark with pipe tables and task lists."""
    body = "\n\n".join(part for block in blocks_of(minutes, choices) for part in _block(block))
    front = _front_matter(minutes) if choices.front_matter else ""
    return f"{front}{body}\n"


def inline(text: str) -> str:
    """`text` on one line, so that nothing inside a line reads as markup."""
    escaped_text = _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))
    # two tildes may strike out what stands between them; one, as in 14:00~15:00, says "to"
    return escaped_text.replace("~", "\\~") if escaped_text.count("~") > 1 else escaped_text


def escaped(text: str) -> str:
    """`text` so that it can begin a line without becoming a list or a heading.

    >>> escaped("a*b"), escaped("1. 하나"), escaped("- 둘")
    ('a\\\\*b', '1\\\\. 하나', '\\\\- 둘')
    """
    flat = inline(text)
    return _AT_LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", flat)


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Title():
            yield f"# {escaped(block.text)}"
            if block.subtitle:
                yield escaped(block.subtitle)
        case b.Heading():
            yield f"{'#' * (block.level + 1)} {_heading(block.item)}"
        case b.Form():
            yield _pipes(("항목", "내용"), ((label, value) for row in block.rows for label, value in row.pairs))
        case b.Text() | b.Note():
            yield _text(block)
        case b.Items():
            yield "\n".join(_listed(block))
        case b.Table():
            yield _table(block)
        case b.QuestionAnswer():
            answer = escaped(block.answer) if block.answer else "(답변 없음)"
            yield f"**Q. {escaped(block.question.text)}**{_tail(block.question)}\n\nA. {answer}"
        case b.Turns():
            yield from (part for turn in block.turns for part in _turn(turn))


def _text(block: b.Text | b.Note) -> str:
    if isinstance(block, b.Note):
        return escaped(block.text)
    return f"**{escaped(block.item.text)}**{_tail(block.item)}" if block.is_lead else _item(block.item)


def _heading(item: b.Item) -> str:
    return inline(item.text) + _tail(item)


def _item(item: b.Item) -> str:
    return escaped(item.text) + _tail(item)


def _tail(item: b.Item) -> str:
    times = "".join(f" ({clock(found.start_s)})" for found in item.evidence if found.start_s is not None)
    return times + (f" *{item.remark}*" if item.remark else "")


def _listed(block: b.Items) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{_MARKS.get(block.style) or f'{number}. '}{_item(item)}"


def _table(block: b.Table) -> str:
    return _pipes(block.header, ([item.text + _tail(item) for item in row] for row in block.rows))


def _pipes(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(header)
    lines = [names, ["---"] * len(names), *([inline(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _turn(turn: MinutesTurn) -> Iterator[str]:
    time = f" {clock(turn.start_s)}" if turn.start_s is not None else ""
    if turn.shown_name or time:
        yield f"**{escaped(turn.shown_name)}**{time}" if turn.shown_name else f"**{time.strip()}**"
    for said in turn.paragraphs:
        yield escaped(said.text)


def _front_matter(minutes: Minutes) -> str:
    """YAML that every reader takes: JSON strings are YAML strings."""
    info = minutes.info
    values: dict[str, str | list[str]] = {
        "title": info.title or "회의록",
        "date": info.date,
        "attendees": list(info.attendees),
        "tags": [" ".join(printable(line.text).split()) for line in minutes.keywords],
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])
