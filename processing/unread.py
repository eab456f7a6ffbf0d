"""The lines of a file that no reader understood, and what a person does with one: put it to a turn, or leave it out.

A line's words stay where the file has them. Putting it to the turn above or below is one change of two values: an
insertion, like any that a person types, at the end of the block before the line or at the start of the one after it;
and a verdict on the line, which says on which side. So the words are shown, searched and exported as the turn's, the
insertion's reason tells which line of the file they are, one undo takes both back, and a line whose insertion has gone
by any other way (the turn given back as the file has it) is unread again by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from processing.errors import Bug
from processing.note import Change, Edit, EditKind, State, apply, change_of, then
from processing.paragraphs import stretches
from processing.shown import Shown, edit_over
from processing.source import Block, Place, Source, SpanKind


class Side(StrEnum):
    """Which turn a line is put to: the one whose words stand before it in the file, or the one after."""

    BEFORE = "before"
    AFTER = "after"


LEFT_OUT = "ignored"  # the verdict on a line that is no speech


@dataclass(frozen=True)
class UnreadLine:
    """A line that was not understood: its place, its 1-based line of the file, its words."""

    place: Place
    number: int
    text: str

    @property
    def id(self) -> str:
        """The key of `State.verdicts` under which is kept what a person did with it."""
        return f"line-{self.place.start}-{self.place.end}"


def lines_not_understood(source: Source) -> tuple[UnreadLine, ...]:
    """Every such line of the file, in order."""
    places = source.of_kind(SpanKind.NOT_UNDERSTOOD)
    return tuple(UnreadLine(place, source.line_of(place.start), source.slice(place)) for place in places)


def unread(source: Source, state: State) -> tuple[UnreadLine, ...]:
    """The lines that nobody has put to a turn or left out, in order."""
    lines = lines_not_understood(source)
    if not state.verdicts:
        return lines
    grown = _Grown(state)
    return tuple(line for line in lines if not _is_done(source, state, grown, line))


def neighbour(source: Source, line: UnreadLine, side: Side) -> Block | None:
    """The block that the line would be put to; None before the first and after the last."""
    i = source.block_at(line.place.start) + (1 if side is Side.AFTER else 0)
    return source.blocks[i] if 0 <= i < len(source.blocks) else None


def put_to(source: Source, state: State, lines: Iterable[UnreadLine], side: Side) -> Change:
    """The change after which the lines are read as words of the turn on that side of each, in the order of the file.

    Lines without a neighbour there are left as they are; those already put to a turn too.
    """
    whole, beside = Change(), _beside(source, side)
    for line in sorted(lines, key=lambda line: line.place):
        block = neighbour(source, line, side)
        if block is not None and not _is_done(source, state, _Grown(state), line):
            one = _put(source, state, line, block, side, beside[block.text.start])
            state, whole = apply(state, one), then(whole, one)
    return whole


def left_out(state: State, lines: Iterable[UnreadLine]) -> Change:
    """The change after which nobody is asked about these lines any more; the file keeps them."""
    return change_of(state, {("verdicts", line.id): LEFT_OUT for line in lines})


def _is_done(source: Source, state: State, grown: _Grown, line: UnreadLine) -> bool:
    verdict = state.verdicts.get(line.id)
    if verdict not in (Side.BEFORE, Side.AFTER):
        return verdict == LEFT_OUT
    block = neighbour(source, line, Side(verdict))
    return block is not None and grown.at(_anchor(block, Side(verdict)))


def _anchor(block: Block, side: Side) -> int:
    return block.text.end if side is Side.BEFORE else block.text.start


class _Grown:
    """Where a person has made the text longer."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def _edits(self) -> list[Edit]:
        edits = self._state.edits.values()
        grown = [edit for edit in edits if edit.kind is EditKind.MANUAL and len(edit.after) > len(edit.before)]
        return sorted(grown, key=lambda edit: (edit.start, edit.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [edit.start for edit in self._edits]

    def at(self, offset: int) -> bool:
        """Whether words were put in at an offset, or over it."""
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and self._edits[i].end >= offset


def _beside(source: Source, side: Side) -> dict[int, list[UnreadLine]]:
    """The lines on the other side of each block, by the block's start."""
    found: dict[int, list[UnreadLine]] = {}
    for line in lines_not_understood(source):
        block = neighbour(source, line, side)
        if block is not None:
            found.setdefault(block.text.start, []).append(line)
    return found


def _put(
    source: Source, state: State, line: UnreadLine, block: Block, side: Side, beside: Sequence[UnreadLine]
) -> Change:
    shown = _stretch_of(source, state, block, side)
    there = [other for other in beside if state.verdicts.get(other.id) == side]
    low, high = shown.range_of(Place(_anchor(block, side), _anchor(block, side)))
    if side is Side.BEFORE:
        at = _before_words(shown.text, high, [other.text for other in there if other.place > line.place])
    else:
        at = _after_words(shown.text, low, [other.text for other in there if other.place < line.place])
    words = f"{_blank_beside(shown.text[at - 1 : at])}{line.text}{_blank_beside(shown.text[at : at + 1])}"
    insertion = edit_over(shown, state, at, at, words, Edit(0, 0, "", "", reason=_reason([*there, line]), by="person"))
    return then(insertion, change_of(state, {("verdicts", line.id): side.value}))


def _reason(lines: Iterable[UnreadLine]) -> str:
    """Where in the file the words stand: the insertion itself stands where the turn's words end or begin."""
    return f"파일의 {', '.join(str(number) for number in sorted(line.number for line in lines))}번째 줄을 붙였습니다."


def _blank_beside(letter: str) -> str:
    return " " if letter.strip() else ""


def _before_words(text: str, at: int, later: Sequence[str]) -> int:
    """The position before these lines' words, where they stand before `at` in their order."""
    for words in reversed(later):
        if text[:at].endswith(words):
            at = len(text[: at - len(words)].rstrip())
    return at


def _after_words(text: str, at: int, earlier: Sequence[str]) -> int:
    """The position after these lines' words, where they stand after `at` in their order."""
    for words in earlier:
        if text.startswith(words, at):
            at += len(words)
            at += len(text[at:]) - len(text[at:].lstrip())
    return at


def _stretch_of(source: Source, state: State, block: Block, side: Side) -> Shown:
    """The shown text in which the block's end (or start) lies."""
    inside = max(block.text.end - 1, block.text.start) if side is Side.BEFORE else block.text.start
    cuts = sorted(state.cuts)
    i = max(bisect_right(cuts, inside) - 1, 0)
    turn = Place(cuts[i], cuts[i + 1] if i + 1 < len(cuts) else len(source.text))
    edits = sorted((e for e in state.edits.values() if turn.covers(e.place)), key=lambda e: (e.start, e.end))
    for shown in stretches(source, turn, edits):
        if shown.place.start <= inside <= shown.place.end:
            return shown
    raise Bug(f"no text at {inside}")
