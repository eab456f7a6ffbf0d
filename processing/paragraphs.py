"""Paragraphs: some five sentences of a turn, with the time and the place of the source that they stand for.

A stretch is text without a turn header inside, so one `Shown` holds it; a `join` edit bridges the header between two of
them. A paragraph is a run of sentences of one stretch, and begins anew where a block of the file does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from processing.note import Change, Edit, State
from processing.sentence_ends import units_of
from processing.shown import Shown, edit_over
from processing.source import Place, Source

SENTENCES_A_PARAGRAPH = 6  # at the most; a block of seven becomes four and three
LONGEST_PARAGRAPH = 500  # code points, where there are several sentences to part

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
        """Where `place` shows in the paragraph's text, cut at its ends; None where it does not.

        An empty place shows where words were put in, at the paragraph's ends too.
        """
        is_point = place.start == place.end and self.place.start <= place.start <= self.place.end
        if not is_point and not place.overlaps(self.place):
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


Stretches = dict[Place, tuple[Sequence[Edit], tuple[Paragraph, ...]]]  # what was made of a place with these edits


def paragraphs_of(source: Source, place: Place, edits: Sequence[Edit], known: Stretches) -> Iterator[Paragraph]:
    """The paragraphs of a turn; a stretch that is not `known` with these edits is made and kept there."""
    for run, own in _runs(source, place, edits):
        entry = known.get(run)
        if entry is None or entry[0] != own:
            entry = own, tuple(_paragraphs(source, Shown(source.text, own, run)))
            known[run] = entry
        yield from entry[1]


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
    groups: list[list[tuple[int, int]]] = []
    last_block, end = None, 0
    for unit in units_of(shown.text):
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
    return Paragraph(shown, parts, time_at(source, start), start in source.anchors)


def _without_blanks(text: str, unit: tuple[int, int]) -> tuple[int, int]:
    start, end = unit
    return start, start + len(text[start:end].rstrip())


def _evenly(units: list[tuple[int, int]], most: int) -> Iterator[list[tuple[int, int]]]:
    parts = max(-(-len(units) // most), -(-(units[-1][1] - units[0][0]) // LONGEST_PARAGRAPH))
    parts = min(parts, len(units))
    for i in range(parts):
        yield units[len(units) * i // parts : len(units) * (i + 1) // parts]


def time_at(source: Source, offset: int) -> float | None:
    """When the block begins that a source offset lies in, in seconds; None without a time."""
    i = source.block_at(offset)
    return source.blocks[i].start_s if i >= 0 else None
