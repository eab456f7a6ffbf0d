"""Notes for the tests of this room: a small parser of the usual text export, and the way from a file to its minutes."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import Line, Speaker, State
from processing.source import Block, Header, Place, Source, Span, SpanKind
from processing.summary.offline import summarise
from processing.transcript import Turn, transcript

HEADER = re.compile(r"^(?P<label>\S.*?) (?:(?P<h>\d+):)?(?P<m>\d\d):(?P<s>\d\d)$", re.M)
DATE = re.compile(r"^(\d{4})\.(\d\d)\.(\d\d) \w", re.M)
MEETINGS = Path(__file__).parents[2] / "cases" / "meetings"


@dataclass(frozen=True)
class Note:
    """A note read and analysed, ready to be summarised."""

    source: Source
    state: State
    turns: list[Turn]
    analysis: Analysis
    date: date | None

    def lines(self, terms: tuple[str, ...] = ()) -> Mapping[str, Line]:
        return summarise(self.analysis, self.turns, self.date, self.state.speakers, terms)


def source_of(text: str) -> Source:
    """The source of a text export with labels and times; whatever stands before the first header is header."""
    text = re.sub(r"clovanote\.naver\.com\s*$", "", text)
    heads = list(HEADER.finditer(text))
    spans, blocks = [], []
    if heads and text[: heads[0].start()].strip():
        spans.append(Span(_stripped(text, 0, heads[0].start()), SpanKind.HEADER_FIELD))
    for head, after in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
        body = _stripped(text, head.end(), after)
        header = Place(head.start(), head.end())
        spans.append(Span(header, SpanKind.TURN_HEADER))
        if len(body):
            spans.append(Span(body, SpanKind.TURN_TEXT))
        seconds = int(head["h"] or 0) * 3600 + int(head["m"]) * 60 + int(head["s"])
        blocks.append(Block(body, header, head["label"], float(seconds)))
    return Source(text.encode(), text, tuple(spans), tuple(blocks), Header())


def _stripped(text: str, start: int, end: int) -> Place:
    body = text[start:end]
    low = start + len(body) - len(body.lstrip())
    return Place(low, max(low, start + len(body.rstrip())))


def note_of(text: str, korean: Korean) -> Note:
    """The note that a text export makes; blocks of one speaker in a row are one turn."""
    source = source_of(text)
    speakers: dict[str, Speaker] = {}
    cuts: dict[int, str | None] = {}
    last = None
    for block in source.blocks:
        speakers.setdefault(block.label or "", Speaker(block.label))
        if block.label != last:
            cuts[block.header.start if block.header else block.text.start] = block.label
        last = block.label
    state = State(cuts=cuts, speakers=speakers)
    turns = transcript(source, state)
    day = DATE.search(text)
    when = date(*map(int, day.groups())) if day else None
    return Note(source, state, turns, korean.analyse(turns), when)


@cache
def korean() -> Korean:
    """One Kiwi for all tests of the room: loading it takes over a second."""
    return Korean()


def real_talk() -> Path | None:
    """The real talk, where it is there."""
    folder = Path(os.environ.get("MALKKEUM_EVALUATION", Path(__file__).parents[3].parent / "shared" / "evaluation"))
    path = folder / "mentoring-talk.part1.txt"
    return path if path.exists() else None
