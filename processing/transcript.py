"""The transcript as people read it: turns, each of a few paragraphs with their times, computed from source and state.

A turn runs from its cut to the next one. Inside it the blocks of the file follow each other; a `join` edit bridges the
header between two of them. A stretch is text without a header inside, so one `Shown` holds it; a paragraph is a run of
about five sentences of one stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from processing.note import NO_SPEAKER, Change, Edit, Speaker, State
from processing.shown import Shown, edit_over
from processing.source import Place, Source

_STRETCHES_A_BLOCK = 4  # kept at the most, of states before this one too
SENTENCES_A_PARAGRAPH = 6  # at the most; a block of seven becomes four and three

_UNIT = re.compile(r"[^\s](?:[^\n]*?[.?!…][\"'”’)\]]*(?=\s)|[^\n]*)")
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Paragraph:
    """A few sentences of one turn; `start_s` (seconds) is its block's time, `exact` if the block begins with it.

    `parts` are ranges of `shown.text`; the white space between them, line breaks too, reads as one blank.
    """

    shown: Shown
    parts: tuple[tuple[int, int], ...]
    start_s: float | None
    exact: bool

    @cached_property
    def text(self) -> str:
        """The words as shown."""
        return " ".join(self.shown.text[start:end] for start, end in self.parts)

    @cached_property
    def place(self) -> Place:
        """The place of the source that the paragraph stands for."""
        return self.shown.place_of(self.parts[0][0], self.parts[-1][1])

    @cached_property
    def _ats(self) -> list[int]:
        ats, at = [], 0
        for start, end in self.parts:
            ats.append(at)
            at += end - start + 1
        return ats

    def shown_offset(self, at: int) -> int:
        """The position in `shown.text` of position `at` in the paragraph's text."""
        i = max(bisect_right(self._ats, at) - 1, 0)
        start, end = self.parts[i]
        return min(start + at - self._ats[i], end)

    def place_of(self, start: int, end: int) -> Place:
        """The place of the paragraph's [start, end)."""
        return self.shown.place_of(self.shown_offset(start), self.shown_offset(end))

    def range_of(self, place: Place) -> tuple[int, int] | None:
        """Where `place` shows in the paragraph's text, cut at its ends; None where it does not."""
        if not place.overlaps(self.place):
            return None
        low, high = self.shown.range_of(Place(max(place.start, self.shown.place.start), place.end))
        return self._at_of(low), self._at_of(high)

    def _at_of(self, offset: int) -> int:
        i = max(bisect_right([start for start, _ in self.parts], offset) - 1, 0)
        start, end = self.parts[i]
        return self._ats[i] + min(max(offset - start, 0), end - start)

    def change(self, state: State, start: int, end: int, new: str, about: Edit | None = None) -> Change:
        """The change after which the paragraph's [start, end) reads `new`."""
        return edit_over(self.shown, state, self.shown_offset(start), self.shown_offset(end), new, about)


def words_at(paragraph: Paragraph, place: Place) -> str:
    """The paragraph's words that stand at `place`; "" where it does not reach."""
    found = paragraph.range_of(place)
    return paragraph.text[found[0] : found[1]].strip() if found is not None else ""


_Times = list[float | None]
_Stretches = dict[Place, tuple[Sequence[Edit], tuple[Paragraph, ...]]]


@dataclass(frozen=True)
class Turn:
    """What one speaker says in one go: from `cut` to the next turn; times in seconds."""

    cut: int
    place: Place
    speaker_id: str
    speaker: Speaker | None
    paragraphs: tuple[Paragraph, ...]
    start_s: float | None
    end_s: float | None

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


_Entry = tuple[Sequence[Edit], Turn]  # a turn with the edits in it


def transcript(source: Source, state: State) -> list[Turn]:
    """The turns of a note in order; a turn without a word is left out unless the file has it so."""
    return TurnsMade(source).of(state)


class TurnsMade:
    """Makes a note's turns, one state after another; turns and stretches that are as they were are not made again.

    Whoever follows a note keeps one of these: one action then costs one turn, not ten hours of them.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._turns: dict[int, _Entry] = {}  # by their cuts
        self._stretches: _Stretches = {}
        self._once: dict[Place, tuple[_Entry, ...]] = {}  # the last two of a place: what an undo brings back is known
        self._cuts: list[int] = []
        self._starts: dict[int, float | None] = {}
        self._ends: _Times = []

    def of(self, state: State) -> list[Turn]:
        """The turns in order, as `transcript` gives them."""
        edits = sorted(state.edits.values(), key=_position)
        edit_starts = [edit.start for edit in edits]
        self._take_times(sorted(state.cuts))
        cuts = self._cuts
        stops, bounds = (
            [*cuts[1:], len(self._source.text)],
            [*(bisect_left(edit_starts, cut) for cut in cuts), len(edits)],
        )
        turns: dict[int, _Entry] = {}
        for i, (cut, stop, end_s) in enumerate(zip(cuts, stops, self._ends, strict=False)):
            inside, id_ = edits[bounds[i] : bounds[i + 1]], state.cuts[cut] or NO_SPEAKER
            speaker, old = state.speakers.get(id_), self._turns.get(cut)
            if old is not None and old[0] == inside and _is_same(old[1], stop, id_, speaker, end_s):
                turns[cut] = old
                continue
            place = Place(cut, stop)
            known = self._once.get(place, ())
            found = next((e for e in known if e[0] == inside and _is_same(e[1], stop, id_, speaker, end_s)), None)
            if found is None:
                paragraphs = self._paragraphs(place, inside, old, *known)
                found = inside, Turn(cut, place, id_, speaker, paragraphs, self._starts[cut], end_s)
            if not known or found is not known[0]:
                self._once[place] = found, *known[:1]
            turns[cut] = found
        self._keep(turns)
        return [turn for _, turn in turns.values()]

    def _paragraphs(self, place: Place, inside: Sequence[Edit], *known: _Entry | None) -> tuple[Paragraph, ...]:
        """Those of a `known` turn where only who speaks has changed, or when the turn ends."""
        for entry in known:
            if entry is not None and entry[0] == inside and entry[1].place == place:
                return entry[1].paragraphs
        return tuple(_paragraphs_of(self._source, place, inside, self._stretches))

    def _take_times(self, cuts: list[int]) -> None:
        """When the turns that begin at these cuts begin and end; most actions move no cut."""
        if cuts != self._cuts:
            known = self._starts
            self._starts = {cut: known[cut] if cut in known else _time_at(self._source, cut) for cut in cuts}
            self._cuts, self._ends = cuts, _ends(self._source, list(self._starts.values()))

    def _keep(self, turns: dict[int, _Entry]) -> None:
        """Keep these turns; stretches of states long gone are forgotten when there are too many."""
        self._turns = turns
        if len(self._stretches) > _STRETCHES_A_BLOCK * len(self._source.blocks):
            self._stretches = {}
        if len(self._once) > _STRETCHES_A_BLOCK * len(self._source.blocks):
            self._once = {}


def _is_same(turn: Turn, stop: int, speaker_id: str, speaker: Speaker | None, end_s: float | None) -> bool:
    return (
        turn.place.end == stop
        and turn.speaker_id == speaker_id
        and turn.end_s == end_s
        and (turn.speaker is speaker or turn.speaker == speaker)
    )


def _paragraphs_of(source: Source, place: Place, edits: Sequence[Edit], known: _Stretches) -> Iterator[Paragraph]:
    """The paragraphs of a turn; a stretch that is not `known` with these edits is made and kept there."""
    for run, own in _runs(source, place, edits):
        entry = known.get(run)
        if entry is None or entry[0] != own:
            entry = own, tuple(_paragraphs(source, Shown(source.text, own, run)))
            known[run] = entry
        yield from entry[1]


def _position(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _ends(source: Source, starts: Sequence[float | None]) -> list[float | None]:
    """When each turn ends: where the next one with a time begins, the last one where the file ends."""
    end = source.header.duration_s
    if source.blocks and source.blocks[-1].end_s is not None:
        end = source.blocks[-1].end_s
    ends: list[float | None] = []
    for start in reversed(starts):
        if end is not None and start is not None:
            end = max(end, start)
        ends.append(end)
        end = start if start is not None else end
    return ends[::-1]


def stretches(source: Source, place: Place, edits: Sequence[Edit]) -> Iterator[Shown]:
    """The shown text of `place`, one `Shown` for each run of text without a turn header inside.

    `edits` are those inside the place, in order; one that reaches over a header makes both sides one stretch.
    """
    return (Shown(source.text, own, run) for run, own in _runs(source, place, edits))


def _runs(source: Source, place: Place, edits: Sequence[Edit]) -> Iterator[tuple[Place, list[Edit]]]:
    """The runs of text without a header between, and the edits that lie in each."""
    starts = [edit.start for edit in edits]
    run: Place | None = None
    for text in _texts(source, place):
        if run is not None and _is_bridged(edits, starts, run.end, text.start):
            run = Place(run.start, text.end)
            continue
        if run is not None:
            yield run, list(edits[bisect_left(starts, run.start) : bisect_right(starts, run.end)])
        run = text
    if run is not None:
        yield run, list(edits[bisect_left(starts, run.start) : bisect_right(starts, run.end)])


def _is_bridged(edits: Sequence[Edit], starts: Sequence[int], end: int, start: int) -> bool:
    """Whether an edit reaches from the words that end at `end` to those that begin at `start`."""
    i = bisect_right(starts, end) - 1
    return i >= 0 and edits[i].end >= start


def _texts(source: Source, place: Place) -> Iterator[Place]:
    for i in range(max(source.block_at(place.start), 0), len(source.blocks)):
        text = source.blocks[i].text
        if text.start >= place.end and len(place):
            return
        start, end = max(text.start, place.start), min(text.end, place.end)
        if start <= end and text.start < place.end:
            yield Place(start, end)


def _paragraphs(source: Source, shown: Shown) -> Iterator[Paragraph]:
    units = [match.span() for match in _UNIT.finditer(shown.text)]
    groups: list[list[tuple[int, int]]] = []
    last_block, end = None, 0
    for unit in units:
        block = source.block_at(shown.place_of(*unit).start)
        if block != last_block or (_is_bare(source, block) and _BLANK_LINE.search(shown.text, end, unit[0])):
            groups.append([])
        groups[-1].append(_without_blanks(shown.text, unit))
        last_block, end = block, unit[1]
    for group in groups:
        for chunk in _evenly(group, SENTENCES_A_PARAGRAPH):
            yield _paragraph(source, shown, tuple(chunk))


def _is_bare(source: Source, block: int) -> bool:
    """Whether the file says neither who speaks nor when: its blank lines are then all the order that it has."""
    found = source.blocks[block] if block >= 0 else None
    return found is not None and found.header is None and found.label is None and found.start_s is None


def _paragraph(source: Source, shown: Shown, parts: tuple[tuple[int, int], ...]) -> Paragraph:
    start = shown.place_of(*parts[0]).start
    return Paragraph(shown, parts, _time_at(source, start), start in source.anchors)


def _without_blanks(text: str, unit: tuple[int, int]) -> tuple[int, int]:
    start, end = unit
    return start, start + len(text[start:end].rstrip())


def _evenly(units: list[tuple[int, int]], most: int) -> Iterator[list[tuple[int, int]]]:
    parts = -(-len(units) // most)
    for i in range(parts):
        yield units[len(units) * i // parts : len(units) * (i + 1) // parts]


def _time_at(source: Source, offset: int) -> float | None:
    i = source.block_at(offset)
    return source.blocks[i].start_s if i >= 0 else None
