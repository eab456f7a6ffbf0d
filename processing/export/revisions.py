"""The transcript as the file's own lines with every change marked: kept, deleted, inserted words and line ends.

Taking all changes gives the cleaned words, refusing all gives the file's; line ends inside a turn that nothing
changed stay as they are, so that a reader sees corrections and not the program's paragraphs. Withheld words are out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from processing.evidence import MinutesTurn, turns_of
from processing.export.wording import clock
from processing.note import EditKind, State
from processing.source import Block, Place, Source
from processing.withheld import Discretion

KEPT, DELETED, INSERTED = "kept", "deleted", "inserted"

_UNEXPLAINED = (EditKind.WRAP, EditKind.JOIN, EditKind.SPACING)  # what they do can be seen


@dataclass(frozen=True)
class Marked:
    """A stretch of words and what became of it; `reason` is why, told once for each change."""

    kind: str
    text: str
    reason: str = ""


@dataclass
class MarkedLine:
    """A line, and what became of its end. `is_header` for a line that names the speaker."""

    is_header: bool = False
    parts: list[Marked] = field(default_factory=list)
    end: str = KEPT


@dataclass(frozen=True)
class _Change:
    start: int
    end: int
    after: str
    reason: str = ""
    is_header: bool = False


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    is_header: bool


def marked_lines(source: Source, state: State) -> list[MarkedLine]:
    """The transcript's lines in order with every change marked."""
    hidden = _hidden(state)
    turns = {turn.cut: turn for turn in turns_of(source, state, hidden)}
    edited = [edit.place for edit in state.edits.values()]
    lines = [line for block in source.blocks for line in _lines(source, block, hidden, edited)]
    changes = sorted(_changes(source, state, hidden, turns), key=lambda c: (c.start, c.end, not c.is_header))
    return _Writer(source, lines, changes).write()


def _hidden(state: State) -> list[Place]:
    """What is withheld, with the edits that reach into it whole."""
    places = list(state.withheld.values())
    touched = [edit.place for edit in state.edits.values() if any(edit.place.overlaps(place) for place in places)]
    return sorted([*places, *touched])


def _lines(source: Source, block: Block, hidden: Sequence[Place], edited: Sequence[Place]) -> Iterator[_Line]:
    texts = list(_text_lines(source, block.text, hidden, edited))
    if block.header is not None and (texts or not len(block.text)):
        yield _Line(block.header.start, block.header.end, True)
    yield from texts


def _text_lines(source: Source, text: Place, hidden: Sequence[Place], edited: Sequence[Place]) -> Iterator[_Line]:
    """The lines with words, and blank ones in which something was typed or deleted."""
    for match in re.finditer(r"[^\n]+", source.slice(text)):
        start, end = text.start + match.start(), text.start + match.end()
        for left, right in _without(start, end, hidden):
            if source.text[left:right].strip() or any(e.start <= right and left <= e.end for e in edited):
                yield _Line(left, right, False)


def _without(start: int, end: int, hidden: Sequence[Place]) -> Iterator[tuple[int, int]]:
    for place in hidden:
        if place.start < end and start < place.end:
            if start < place.start:
                yield start, place.start
            start = min(max(start, place.end), end)
    if start < end:
        yield start, end


def _changes(source: Source, state: State, hidden: Sequence[Place], turns: dict[int, MinutesTurn]) -> Iterator[_Change]:
    edits = [edit for edit in state.edits.values() if not any(edit.place.overlaps(place) for place in hidden)]
    discretion = Discretion(source, state, hidden, (turn.text for turn in turns.values()))
    for edit in edits:
        reason = "" if edit.kind in _UNEXPLAINED else discretion.reason(edit.reason)
        yield _Change(edit.start, edit.end, edit.after, reason)
    joined = [edit.place for edit in edits if edit.kind is EditKind.JOIN]
    starts = {block.text.start for block in source.blocks}
    for block in source.blocks:
        if block.text.start in turns:
            yield from _renamed(source, block, turns[block.text.start])
        elif block.text.start not in state.cuts and block.header and not _is_covered(block.header, joined):
            yield _Change(block.header.start, block.text.start, "", "", True)
    for cut in turns.keys() - starts:
        yield _Change(cut, cut, f"\n{_head(turns[cut])}\n", "", True)


def _is_covered(place: Place, others: Iterable[Place]) -> bool:
    return any(other.covers(place) for other in others)


def _renamed(source: Source, block: Block, turn: MinutesTurn) -> Iterator[_Change]:
    """The name for the label in a turn's header; a header of its own where the file has none."""
    if block.header is None:
        if turn.shown_name:
            yield _Change(block.text.start, block.text.start, f"{turn.shown_name}\n", "", True)
        return
    if turn.shown_name == (block.label or ""):
        return
    head = source.slice(block.header)
    at = head.find(block.label) if block.label else -1
    if at < 0:
        yield _Change(block.header.start, block.header.end, _head(turn), "", True)
    else:
        start = block.header.start + at
        yield _Change(start, start + len(block.label or ""), turn.shown_name, "", True)


def _head(turn: MinutesTurn) -> str:
    return " ".join(part for part in (turn.shown_name, clock(turn.start_s)) if part)


class _Writer:
    """Lays changes over lines: an insertion stands in the last line that its change touches."""

    def __init__(self, source: Source, lines: Sequence[_Line], changes: Sequence[_Change]) -> None:
        self._text, self._lines, self._changes = source.text, lines, changes
        self._starts, self._ends = [line.start for line in lines], [line.end for line in lines]
        self._written: list[MarkedLine] = []
        self._current = MarkedLine()
        self._touching: list[list[_Change]] = [[] for _ in lines]
        self._last: dict[_Change, int] = {}
        for change in changes:
            self._place(change)

    def _place(self, change: _Change) -> None:
        last = max(bisect_right(self._starts, change.end) - 1, 0)
        first = bisect_left(self._ends, change.start, hi=last)
        if self._lines:
            self._last[change] = last
            for i in range(min(first, last), last + 1):
                self._touching[i].append(change)

    def write(self) -> list[MarkedLine]:
        """The lines with their changes."""
        for i, line in enumerate(self._lines):
            self._current.is_header = self._current.is_header or line.is_header
            self._write_line(i, line)
            self._end_line(KEPT if not self._is_end_deleted(i) else DELETED)
        return self._written

    def _write_line(self, i: int, line: _Line) -> None:
        at = line.start
        for change in self._touching[i]:
            start, end = max(change.start, line.start), min(change.end, line.end)
            self._add(KEPT, self._text[at : max(start, at)])
            self._add(DELETED, self._text[start:end], change.reason if self._last[change] == i else "")
            at = max(at, end)
            if self._last[change] == i:
                self._insert(change, is_at_start=start == line.start)
        self._add(KEPT, self._text[at : line.end])

    def _insert(self, change: _Change, is_at_start: bool) -> None:
        after = change.after.lstrip("\n") if change.is_header and is_at_start else change.after
        pieces = after.split("\n")
        for number, piece in enumerate(pieces):
            if number:
                self._end_line(INSERTED)
            if change.is_header and len(pieces) > 1 and piece:
                self._current.is_header = True
            self._add(INSERTED, piece, change.reason)

    def _is_end_deleted(self, i: int) -> bool:
        if i + 1 == len(self._lines):
            return False
        start, end = self._lines[i].end, self._lines[i + 1].start
        breaks = [at for at in range(start, end) if self._text[at] == "\n"]
        for change in self._touching[i]:
            if breaks and change.start <= breaks[0] and breaks[-1] < change.end:
                return True
            if not breaks and change.start < start and end <= change.end:
                return True
        return False

    def _add(self, kind: str, text: str, reason: str = "") -> None:
        if text:
            self._current.parts.append(Marked(kind, text, reason))

    def _end_line(self, how: str) -> None:
        self._current.end = how
        self._written.append(self._current)
        self._current = MarkedLine()
