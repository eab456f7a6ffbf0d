"""The transcript as people read it: turns, each of a few paragraphs with their times, computed from source and state.

A turn runs from its cut to the next one. Inside it the blocks of the file follow each other; a `join` edit bridges the
header between two of them. A stretch is text without a header inside, so one `Shown` holds it; a paragraph is a run of
about five sentences of one stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from processing.note import NO_SPEAKER, Change, Edit, Speaker, State, differing
from processing.sentence_ends import units_of
from processing.shown import Shown, edit_over
from processing.source import Place, Source

_STRETCHES_A_BLOCK = 4  # kept at the most, of states before this one too
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

    Whoever follows a note keeps one of these: one action then costs the turns that it touches, not ten hours of them.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._state: State | None = None
        self._turns: dict[int, _Entry] = {}  # by their cuts
        self._stretches: _Stretches = {}
        self._once: dict[Place, tuple[_Entry, ...]] = {}  # the last two of a place: what an undo brings back is known
        self._cuts: list[int] = []
        self._starts: dict[int, float | None] = {}
        self._timed: list[int] = []  # the cuts of turns that begin at a known time
        self._edits: list[Edit] = []
        self._edit_starts: list[int] = []

    def of(self, state: State) -> list[Turn]:
        """The turns in order, as `transcript` gives them."""
        old, self._state = self._state or State(), state
        cuts = differing(old.cuts, state.cuts)
        edits = [edit for id_ in differing(old.edits, state.edits) for edit in _both(old, state, id_)]
        if cuts:
            self._take_cuts(state, cuts)
        if edits:
            self._edits = sorted(state.edits.values(), key=_POSITION)
            self._edit_starts = [edit.start for edit in self._edits]
        touched = {*self._beside(cuts), *self._holding(edits)}
        for cut in touched:
            self._turns[cut] = self._entry(cut, state)
        for cut in self._of_people(differing(old.speakers, state.speakers), state):
            if cut not in touched:
                self._turns[cut] = self._with_speaker(self._turns[cut], state)
        self._forget_what_is_long_gone()
        return [entry[1] for entry in map(self._turns.__getitem__, self._cuts)]

    def preparing(self, state: State) -> Iterator[None]:
        """Cut up the words of a state that is to come, a turn a step; `of` then has little left to do."""
        old = self._state or State()
        cuts, edits = sorted(state.cuts), sorted(state.edits.values(), key=_POSITION)
        starts = [edit.start for edit in edits]
        changed = [edit for id_ in differing(old.edits, state.edits) for edit in _both(old, state, id_)]
        offsets = {*(edit.start for edit in changed), *differing(old.cuts, state.cuts)}
        for i in sorted({max(bisect_right(cuts, offset + by) - 1, 0) for offset in offsets for by in (-1, 0)}):
            place = Place(cuts[i], cuts[i + 1] if i + 1 < len(cuts) else len(self._source.text))
            inside = edits[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
            for paragraph in _paragraphs_of(self._source, place, inside, self._stretches):
                _ = paragraph.text, paragraph.place  # kept with it
            yield

    def _of_people(self, ids: Iterable[str], state: State) -> list[int]:
        """The cuts of the turns in which one of these speaks."""
        people = set(ids)
        return [cut for cut in self._cuts if (state.cuts[cut] or NO_SPEAKER) in people] if people else []

    def _with_speaker(self, entry: _Entry, state: State) -> _Entry:
        """The turn with its speaker as named now, the very one of before where it was so."""
        inside, turn = entry
        speaker, known = state.speakers.get(turn.speaker_id), self._once.get(turn.place, ())
        for other in known:
            if other[1].paragraphs is turn.paragraphs and _is_same(
                other[1], turn.place, turn.speaker_id, speaker, turn.end_s
            ):
                return other
        found = inside, replace(turn, speaker=speaker)
        self._once[turn.place] = found, *known[:1]
        return found

    def _take_cuts(self, state: State, changed: Iterable[int]) -> None:
        self._cuts = sorted(state.cuts)
        for cut in changed:
            if cut not in state.cuts:
                del self._turns[cut], self._starts[cut]
            elif cut not in self._starts:
                self._starts[cut] = _time_at(self._source, cut)
        self._timed = [cut for cut in self._cuts if self._starts[cut] is not None]

    def _beside(self, changed: Iterable[int]) -> Iterator[int]:
        """The turns that begin at changed cuts, and those before that end there or whose time does."""
        walked: set[int] = set()
        for cut in sorted(changed):
            i = bisect_left(self._cuts, cut)
            if self._cuts[i : i + 1] == [cut]:
                yield cut
            for before in reversed(self._cuts[self._first_ending_at(i) : i]):
                if before in walked:
                    break
                walked.add(before)
                yield before

    def _first_ending_at(self, i: int) -> int:
        """The first of the turns before turn `i` that end where it begins: without a time of its own a turn ends later."""
        if i == 0 or not self._timed:
            return max(i - 1, 0)
        timed = bisect_left(self._timed, self._cuts[i - 1] + 1) - 1
        return bisect_left(self._cuts, self._timed[timed]) if timed >= 0 else 0

    def _holding(self, edits: Iterable[Edit]) -> Iterator[int]:
        """The turns in which these edits begin."""
        for edit in edits:
            i = bisect_right(self._cuts, edit.start) - 1
            if i >= 0:
                yield self._cuts[i]

    def _entry(self, cut: int, state: State) -> _Entry:
        """The turn at a cut as it is now, the very one of before if it is as it was."""
        i = bisect_left(self._cuts, cut)
        place = Place(cut, self._cuts[i + 1] if i + 1 < len(self._cuts) else len(self._source.text))
        inside = self._edits[bisect_left(self._edit_starts, cut) : bisect_left(self._edit_starts, place.end)]
        id_, end_s = state.cuts[cut] or NO_SPEAKER, self._end_of(i)
        speaker, old = state.speakers.get(id_), self._turns.get(cut)
        if i + 1 == len(self._cuts):
            inside = self._edits[bisect_left(self._edit_starts, cut) :]
        known = self._once.get(place, ())
        entries = known if old is None else (old, *known)
        found = next((e for e in entries if e[0] == inside and _is_same(e[1], place, id_, speaker, end_s)), None)
        if found is None:
            paragraphs = self._paragraphs(place, inside, entries)
            found = inside, Turn(cut, place, id_, speaker, paragraphs, self._starts[cut], end_s)
        if not known or found is not known[0]:
            self._once[place] = found, *known[:1]
        return found

    def _paragraphs(self, place: Place, inside: Sequence[Edit], known: Iterable[_Entry]) -> tuple[Paragraph, ...]:
        """Those of a `known` turn where only who speaks has changed, or when the turn ends."""
        for edits, turn in known:
            if edits == inside and turn.place == place:
                return turn.paragraphs
        return tuple(_paragraphs_of(self._source, place, inside, self._stretches))

    def _end_of(self, i: int) -> float | None:
        """When a turn ends: where the next one with a time begins, the last one where the file ends; never before it."""
        later = bisect_right(self._timed, self._cuts[i])
        end = self._starts[self._timed[later]] if later < len(self._timed) else self._end_of_file
        start = self._starts[self._cuts[i]]
        return end if end is None or start is None else max(end, start)

    @property
    def _end_of_file(self) -> float | None:
        blocks = self._source.blocks
        if blocks and blocks[-1].end_s is not None:
            return blocks[-1].end_s
        return self._source.header.duration_s

    def _forget_what_is_long_gone(self) -> None:
        """Forget stretches and turns of earlier states when there are too many."""
        most = _STRETCHES_A_BLOCK * len(self._source.blocks)
        if len(self._stretches) > most:
            self._stretches = {}
        if len(self._once) > most:
            self._once = {}


def _both(old: State, new: State, id_: str) -> Iterator[Edit]:
    return (edit for edit in (old.edits.get(id_), new.edits.get(id_)) if edit is not None)


def _is_same(turn: Turn, place: Place, speaker_id: str, speaker: Speaker | None, end_s: float | None) -> bool:
    return (
        turn.place == place
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


_POSITION = attrgetter("start", "end")


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
    return Paragraph(shown, parts, _time_at(source, start), start in source.anchors)


def _without_blanks(text: str, unit: tuple[int, int]) -> tuple[int, int]:
    start, end = unit
    return start, start + len(text[start:end].rstrip())


def _evenly(units: list[tuple[int, int]], most: int) -> Iterator[list[tuple[int, int]]]:
    parts = max(-(-len(units) // most), -(-(units[-1][1] - units[0][0]) // LONGEST_PARAGRAPH))
    parts = min(parts, len(units))
    for i in range(parts):
        yield units[len(units) * i // parts : len(units) * (i + 1) // parts]


def _time_at(source: Source, offset: int) -> float | None:
    i = source.block_at(offset)
    return source.blocks[i].start_s if i >= 0 else None
