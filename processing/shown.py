"""The shown text: a stretch of the source with its edits applied, and the positions of both.

Every change of shown text goes through `edit_over`. Nothing outside this file counts offsets in changed text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from processing.errors import Bug
from processing.note import Change, Edit, EditKind, State, change_of
from processing.source import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text [at, at + len(text)) and the source [start, end) that it stands for."""

    at: int
    text: str
    start: int
    end: int
    edit: Edit | None = None

    @property
    def stop(self) -> int:
        """Where the piece ends in the shown text."""
        return self.at + len(self.text)


class Shown:
    """`text`: the source at `place` with the `edits` that lie inside it applied. Raises `Bug` for one of other words.

    >>> shown = Shown("레그를 쓴다", [Edit(0, 3, "레그를", "RAG를")])
    >>> shown.text, shown.place_of(0, 4), shown.range_of(Place(4, 6))
    ('RAG를 쓴다', Place(start=0, end=3), (5, 7))
    """

    def __init__(self, source_text: str, edits: Iterable[Edit] = (), place: Place | None = None) -> None:
        self.source_text = source_text
        self.place = place if place is not None else Place(0, len(source_text))
        inside = [edit for edit in edits if self.place.covers(edit.place)]
        self.edits = tuple(sorted(inside, key=lambda edit: (edit.start, edit.end)))
        self.pieces = tuple(self._cut_up())
        self.text = "".join(piece.text for piece in self.pieces)

    def _cut_up(self) -> Iterable[Piece]:
        at, source_at = 0, self.place.start
        for edit in self.edits:
            if self.source_text[edit.start : edit.end] != edit.before:
                raise Bug(f"an edit at {edit.start} of words that do not stand there")
            if source_at < edit.start:
                yield Piece(at, self.source_text[source_at : edit.start], source_at, edit.start)
                at += edit.start - source_at
            yield Piece(at, edit.after, edit.start, edit.end, edit)
            at, source_at = at + len(edit.after), edit.end
        if source_at < self.place.end:
            yield Piece(at, self.source_text[source_at : self.place.end], source_at, self.place.end)

    @cached_property
    def _ats(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    def place_of(self, start: int, end: int) -> Place:
        """The smallest place of the source that shown [start, end) stands for; an edit is taken whole."""
        first, last = self._source_start(start), self._source_end(end)
        return Place(first, max(first, last))

    def _source_start(self, at: int) -> int:
        i = bisect_right(self._ats, at) - 1
        if i < 0:
            return self.place.start
        piece = self.pieces[i]
        if at >= piece.stop:
            return piece.end
        return piece.start if piece.edit else piece.start + at - piece.at

    def _source_end(self, at: int) -> int:
        i = bisect_left(self._ats, at) - 1
        if i < 0:
            return self.place.start
        piece = self.pieces[i]
        if piece.edit or at > piece.stop:
            return piece.end
        return piece.start + at - piece.at

    def range_of(self, place: Place) -> tuple[int, int]:
        """The shown [start, end) of a place; a border inside an edit, or at an insertion, takes the whole of it in."""
        start = self._shown_start(place.start)
        return start, max(start, self._shown_end(place.end))

    def _shown_start(self, offset: int) -> int:
        i = bisect_left(self._ends, offset)
        if i == len(self.pieces):
            return len(self.text)
        piece = self.pieces[i]
        if piece.edit is None:
            return piece.at + max(offset - piece.start, 0)
        return piece.stop if piece.start < offset == piece.end else piece.at

    def _shown_end(self, offset: int) -> int:
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return 0
        piece = self.pieces[i]
        if piece.edit is None:
            return piece.at + min(offset - piece.start, len(piece.text))
        return piece.at if offset == piece.start < piece.end else piece.stop

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _ends(self) -> list[int]:
        return [piece.end for piece in self.pieces]

    def edits_touching(self, start: int, end: int) -> list[Edit]:
        """The active edits that shown [start, end) overlaps, or meets where one of the two is empty."""
        return [
            piece.edit
            for piece in self.pieces
            if piece.edit is not None and _touches(piece.at, piece.stop, start, end, piece.start == piece.end)
        ]


def _touches(at: int, stop: int, start: int, end: int, is_insertion: bool) -> bool:
    """Whether the edit shown at [at, stop) must go into a change of [start, end).

    Insertions and deletions are taken in as soon as they are met: two insertions at one offset are one edit.
    """
    if is_insertion or at == stop:
        return at <= end and start <= stop
    return (at < end and start < stop) or at < start == end < stop


def edit_over(shown: Shown, state: State, start: int, end: int, new: str, about: Edit | None = None) -> Change:
    """The change after which shown [start, end) reads `new`.

    What is equal at both ends is trimmed, the edits that are touched are absorbed, and if the source's own words come
    out no edit is left. `about` gives the new edit's kind, source, reason and the like; the default is a person's.
    """
    if (undone := _edits_undone_by(shown, start, end, new)) is not None:
        return change_of(state, {("edits", edit.id): None for edit in undone})
    start, end, new = _trimmed(shown.text, start, end, new)
    if start == end and not new:
        return Change()
    absorbed = shown.edits_touching(start, end)
    place = shown.place_of(start, end) if start < end else _point(shown, start, absorbed)
    low = min([place.start, *(edit.start for edit in absorbed)])
    high = max([place.end, *(edit.end for edit in absorbed)])
    border = shown.place.end if shown.place.end in state.cuts else None
    low = _off_the_border(shown, low, high, border)
    left, right = shown.range_of(Place(low, high))
    absorbed = [edit for edit in shown.edits if low <= edit.start and edit.end <= high]  # insertions at the ends too
    after = shown.text[left:start] + new + shown.text[end:right] if left <= start and end <= right else new
    values: dict[tuple[str, object], object] = {("edits", edit.id): None for edit in absorbed}
    edit = _tightened(shown.source_text, low, high, after, about or Edit(0, 0, "", "", by="person"), border)
    if edit is not None:
        values[("edits", edit.id)] = edit
    return change_of(state, values)


def _edits_undone_by(shown: Shown, start: int, end: int, new: str) -> list[Edit] | None:
    """The edits inside shown [start, end) if `new` is just what the source says there; None if it is not.

    Looked at before anything is trimmed: of two equal letters it does not matter which one was deleted.
    """
    touched, plain = shown.edits_touching(start, end), shown.place_of(start, end)
    place = Place(min([plain.start, *(e.start for e in touched)]), max([plain.end, *(e.end for e in touched)]))
    if not len(place) or shown.range_of(place) != (start, end) or shown.source_text[place.start : place.end] != new:
        return None
    return [edit for edit in shown.edits if place.covers(edit.place)]


def _off_the_border(shown: Shown, low: int, high: int, border: int | None) -> int:
    """Where the edit must begin: an insertion at the next turn's cut would be read there, so it takes along what is
    before it.
    """
    if low == high == border and shown.place.start < high:
        return min([high - 1, *(edit.start for edit in shown.edits if edit.end == high)])
    return low


def _point(shown: Shown, at: int, absorbed: list[Edit]) -> Place:
    if absorbed:
        return absorbed[0].place
    offset = shown.place_of(at, at).start
    return Place(offset, offset)


def _trimmed(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _tightened(text: str, start: int, end: int, after: str, about: Edit, border: int | None) -> Edit | None:
    """The edit over [start, end) without the ends that the source already has; None if nothing differs.

    A term keeps its whole word, since that is what a person judges; only a manual edit is made as small as it can be.
    """
    if text[start:end] == after:
        return None
    if about.kind is EditKind.MANUAL:
        first = start
        start, end, after = _trimmed(text, start, end, after)
        if first < start == end == border:
            start, after = start - 1, text[start - 1] + after
    return replace(about, start=start, end=end, before=text[start:end], after=after)
