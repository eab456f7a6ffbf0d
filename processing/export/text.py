"""Minutes as plain text that reads well in any window, and the transcript alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processing.evidence import MinutesTurn
from processing.export import blocks as b
from processing.export.page import blocks_of
from processing.export.wording import clock
from processing.minutes import Minutes

_MARKS = {"bullet": "- ", "check": "□ "}
# Control characters and lone surrogates, signs without width but an emoji's joiner, orders to write from right to left
# and what is no character at all. Signs of private use stay, old Hangul and logos among them, and letters younger than
# Python's own tables: nobody would know that they were left out.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    + "".join(chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def plain_text(minutes: Minutes, choices: b.Choices) -> str:
    """The minutes as plain text."""
    parts = [part for block in blocks_of(minutes, choices) for part in _block(block)]
    return "\n".join(parts).strip("\n") + "\n"


def transcript_text(minutes: Minutes) -> str:
    """The cleaned words alone: speaker and time, then the paragraphs, a blank line between turns."""
    return "\n".join(part for turn in minutes.turns if turn.paragraphs for part in _turn(turn)).strip("\n") + "\n"


def printable(text: str) -> str:
    """`text` without control characters, its line breaks kept.

    >>> printable("\\x1b[31m네\\u202e, 좋아요")
    '[31m네, 좋아요'
    """
    return _UNPRINTABLE.sub("", text)


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Title():
            yield from (printable(block.text), *([printable(block.subtitle)] if block.subtitle else []), "")
        case b.Heading():
            yield from (["", f"■ {_item(block.item)}"] if block.level == 1 else [f"{_item(block.item)}"])
        case b.Form():
            yield from (f"{label}: {printable(value)}".rstrip() for row in block.rows for label, value in row.pairs)
        case b.Text() | b.Note():
            yield from ["", block.text] if isinstance(block, b.Note) else [_item(block.item)]
        case b.Items():
            for number, item in enumerate(block.items, 1):
                yield f"{_MARKS.get(block.style) or f'{number}. '}{_item(item)}"
        case b.Table():
            yield from _table(block)
        case b.QuestionAnswer():
            yield f"Q. {_item(block.question)}"
            yield f"A. {printable(block.answer) or '(답변 없음)'}"
        case b.Turns():
            yield from (part for turn in block.turns for part in _turn(turn))


def _item(item: b.Item) -> str:
    times = "".join(f" ({clock(found.start_s)})" for found in item.evidence if found.start_s is not None)
    return printable(item.text) + times + (f" [{item.remark}]" if item.remark else "")


def _table(block: b.Table) -> Iterator[str]:
    """A row a line: the first cell, then the others with their heading; empty cells are left out."""
    for number, row in enumerate(block.rows, 1):
        named = zip(block.header[1:], row[1:], strict=True)
        rest = [f"{name} {printable(item.text)}" for name, item in named if item.text]
        yield f"{number}. {_item(row[0])}" + (f" | {' | '.join(rest)}" if rest else "")


def _turn(turn: MinutesTurn) -> Iterator[str]:
    head = " ".join(part for part in (printable(turn.shown_name), clock(turn.start_s)) if part)
    if head:
        yield head
    yield from (printable(said.text) for said in turn.paragraphs)
    yield ""
