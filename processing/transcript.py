"""The transcript as people read it: turns, each of a few paragraphs with their times, computed from source and state.

A turn runs from its cut to the next one. Inside it the blocks of the file follow each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from processing.note import NO_SPEAKER, Edit, Speaker, State, differing
from processing.paragraphs import Paragraph, Stretches, paragraphs_of, time_at
from processing.source import Place, Source

_STRETCHES_A_BLOCK = 4  # kept at the most, of states before this one too
_POSITION = attrgetter("start", "end")


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
        self._stretches: Stretches = {}
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
            for paragraph in paragraphs_of(self._source, place, inside, self._stretches):
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
                self._starts[cut] = time_at(self._source, cut)
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
        return tuple(paragraphs_of(self._source, place, inside, self._stretches))

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
