"""The rows of the transcript as plain values, and what is marked in them; pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import chain

from desktop.note.review_rows import UNFOLDED_FROM
from processing.note import Edit, State
from processing.paragraphs import Paragraph
from processing.proposals import BRIDGES, Proposal
from processing.source import Place
from processing.transcript import Turn


@dataclass(frozen=True)
class Row:
    """A paragraph with its turn. `is_first` if the turn begins with it; times in seconds."""

    paragraph: Paragraph = field(compare=False, repr=False)
    text: str
    cut: int
    speaker_id: str
    speaker: str
    start_s: float | None
    exact: bool
    is_first: bool

    @property
    def place(self) -> Place:
        """The paragraph's place in the source."""
        return self.paragraph.place


def rows_of(turns: Sequence[Turn]) -> list[Row]:
    """One row a paragraph, in order; turns without a word have none."""
    return [row for turn in turns for row in _rows(turn)]


MOST_A_TURN = 3  # turns whose rows are kept, for each that there is: those of before are an undo's


class RowsWritten:
    """Rows as `rows_of` gives them; those of a turn that is the very one of a call before are the same rows."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Turn, list[Row]]] = {}  # by `id` of the turn, which is kept beside

    def of(self, turns: Sequence[Turn]) -> list[Row]:
        """One row a paragraph, in order."""
        if len(self._known) > MOST_A_TURN * len(turns):
            self._known = {id(turn): self._known[id(turn)] for turn in turns if id(turn) in self._known}
        entries = map(self._known.get, map(id, turns))
        written = [
            self._written(turn) if entry is None else entry[1] for turn, entry in zip(turns, entries, strict=True)
        ]
        return list(chain.from_iterable(written))

    def _written(self, turn: Turn) -> list[Row]:
        rows = _rows(turn)
        self._known[id(turn)] = turn, rows
        return rows


def _rows(turn: Turn) -> list[Row]:
    return [
        Row(
            paragraph,
            paragraph.text,
            turn.cut,
            turn.speaker_id,
            turn.speaker.shown if turn.speaker else "",
            paragraph.start_s,
            paragraph.exact,
            i == 0,
        )
        for i, paragraph in enumerate(turn.paragraphs)
    ]


class MarkKind(Enum):
    """Why a stretch of a row is marked."""

    AUTOMATIC = auto()  # 자동 적용
    BY_PERSON = auto()  # 적용함, 직접 고침
    PROPOSED = auto()
    WITHHELD = auto()


@dataclass(frozen=True)
class Marked:
    """[start, end) of a row's text; `id` is the edit's or the proposal's."""

    start: int
    end: int
    kind: MarkKind
    id: str = ""


class Marker:
    """Finds what is marked in a row; made anew when the state or the proposals change."""

    def __init__(self, state: State, open_proposals: Sequence[Proposal]) -> None:
        self._proposals = [one for one in open_proposals if one.edit.confidence >= UNFOLDED_FROM]  # as the review shows
        self._starts = [proposal.edit.start for proposal in self._proposals]
        self._withheld = sorted(state.withheld.values())

    def marks(self, row: Row) -> tuple[Marked, ...]:
        """The marks of one row."""
        return (*self._edits(row), *self._proposed(row), *self._off_record(row))

    def _edits(self, row: Row) -> Iterator[Marked]:
        edits = row.paragraph.shown.edits
        place = row.place
        first = bisect_left(edits, place.start, key=lambda edit: edit.start)
        for edit in edits[first : bisect_right(edits, place.end, key=lambda edit: edit.start)]:
            if edit.kind not in BRIDGES:
                yield from _marked(row, edit.place, _kind_of(edit), edit.id)

    def _proposed(self, row: Row) -> Iterator[Marked]:
        place = row.place
        for proposal in self._proposals[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]:
            yield from _marked(row, proposal.edit.place, MarkKind.PROPOSED, proposal.id)

    def _off_record(self, row: Row) -> Iterator[Marked]:
        for place in self._withheld:
            yield from _marked(row, place, MarkKind.WITHHELD, "")


def _kind_of(edit: Edit) -> MarkKind:
    return MarkKind.BY_PERSON if edit.by == "person" else MarkKind.AUTOMATIC


def _marked(row: Row, place: Place, kind: MarkKind, id_: str) -> Iterator[Marked]:
    found = row.paragraph.range_of(place)
    if found is not None and found[0] < found[1]:
        yield Marked(*found, kind, id_)


def row_at(rows: Sequence[Row], offset: int) -> int:
    """The row that holds an offset of the source or began last before it; -1 if there are none."""
    return max(bisect_right(rows, offset, key=lambda row: row.place.start) - 1, 0) if rows else -1
