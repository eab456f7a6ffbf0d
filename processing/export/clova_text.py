"""The cleaned transcript in the shape of CLOVA Note's own text export, which our reader reads back to the same note.

Where the time changes a block begins, as in CLOVA's files; the other paragraphs are lines of the block. A sentence
joined over two blocks stands whole in the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from processing.evidence import MinutesParagraph, MinutesTurn
from processing.export.text import printable
from processing.export.wording import clock
from processing.minutes import Minutes

_WEEKDAYS = "월화수목금토일"


def clova_text(minutes: Minutes) -> str:
    """Header, blocks and footer as CLOVA writes them in its Korean layout, with the names that were given."""
    head = []
    if minutes.recorded_at:  # without a date line a title would be read back as speech
        head.append(minutes.info.title or minutes.title or "새로운 노트")
        head.append(_recorded(minutes.recorded_at, minutes.duration_s))
        if minutes.owner:
            head.append(minutes.owner)
    blocks = [block for turn in minutes.turns for block in _blocks(turn)]
    # words without any name or time are read as they stand, a footer too
    is_marked = bool(head) or any(turn.shown_name or turn.start_s is not None for turn in minutes.turns)
    foot = ["", "", "clovanote.naver.com"] if is_marked else []
    return "\n".join([*map(_one_line, head), "", "", "\n\n".join(blocks), *foot, ""])


def _recorded(at: datetime, duration_s: float | None) -> str:
    """The date line: `2026.04.28 화 오후 8:02 ・ 75분 53초`."""
    half, hour = "오전" if at.hour < 12 else "오후", at.hour % 12 or 12
    line = f"{at.year}.{at.month:02}.{at.day:02} {_WEEKDAYS[at.weekday()]} {half} {hour}:{at.minute:02}"
    if duration_s is None:
        return line
    minutes, seconds = divmod(round(duration_s), 60)
    return f"{line} ・ {minutes}분 {seconds}초"


def _blocks(turn: MinutesTurn) -> Iterator[str]:
    """The turn as blocks; a later time begins a new one under the same name."""
    parts: list[tuple[float | None, list[MinutesParagraph]]] = [(turn.start_s, [])]
    for said in turn.paragraphs:
        if said.start_s != parts[-1][0] and parts[-1][1]:
            parts.append((said.start_s, []))
        parts[-1][1].append(said)
    for start_s, paragraphs in parts:
        head = " ".join(part for part in (_one_line(turn.shown_name), clock(start_s)) if part)
        yield "\n".join([*([head] if head else []), *(_one_line(said.text) for said in paragraphs)])


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
