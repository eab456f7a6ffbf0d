"""The lines of the minutes as they are shown: names and terms as they now read, with their evidence.

Whoever follows a note keeps one `LinesMade`: a line is made again only when an action has touched what it rests on.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from processing.basis import Bases
from processing.evidence import Evidence, MinutesTurn, TurnIndex
from processing.following import Following, Spelt
from processing.names import Names
from processing.note import Edit, Line, LineKind, State, differing, first_state
from processing.source import Place, Source, united
from processing.support import says_most_of
from processing.withheld import Discretion


@dataclass(frozen=True)
class MinutesLine:
    """A line of the minutes: its id in the state, the line with names and terms as they now read, its evidence.

    `is_changed` says that the evidence has changed in what was said or by whom since the line was made; `is_said` is
    False for words of a person's own that the evidence of the words before them does not say.
    """

    id: str
    line: Line
    evidence: tuple[Evidence, ...] = ()
    is_changed: bool = False
    is_said: bool = True

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The evidence that a reader elsewhere is told of: none for words that it does not say."""
        return self.evidence if self.is_said else ()

    @property
    def text(self) -> str:
        """The words; speech shown as it was said stands in 「」."""
        return quoted(self.line.text) if self.line.is_quoted else self.line.text

    @property
    def start_s(self) -> float | None:
        """When the first words that say it begin, in seconds."""
        return self.evidence[0].start_s if self.evidence else None


def quoted(text: str) -> str:
    """`text` as a quotation, once.

    >>> quoted("그래서 이제 하죠"), quoted("「하죠」")
    ('「그래서 이제 하죠」', '「하죠」')
    """
    return text if text.startswith("「") and text.endswith("」") else f"「{text}」"


class _Reading(NamedTuple):
    """What a line of the state reads now: without withheld evidence, and `whole` as if nothing were withheld.

    `spelt` is the whole line before names were put in it.
    """

    stored: Line
    spelt: Line
    shown: Line
    whole: Line
    is_changed: bool
    is_said: bool


MOST_SPELT = 4000  # lines, each as it was spelt in some state


class LinesMade:
    """Makes a note's lines, one state after another; those that nothing has touched are not made again."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._first = first_state(source)
        self._of_file = Bases(source, self._first)
        self._state, self._hidden = self._first, tuple[Place, ...]()
        self._names: Names | None = None
        self._spelt: dict[Spelt, tuple[Line, bool]] = {}
        self._readings: dict[str, _Reading | None] = {}  # None where nothing of a line may be seen
        self._lines: dict[str, tuple[_Reading, tuple[MinutesTurn | None, ...], MinutesLine]] = {}

    def of(
        self, state: State, hidden: Sequence[Place], turns: Sequence[MinutesTurn], discretion: Discretion
    ) -> dict[LineKind, tuple[MinutesLine, ...]]:
        """The lines of each kind in order, without those that tell what is `hidden`."""
        readings, index = self._read(state, tuple(hidden)), TurnIndex(self._source, turns)
        found: dict[LineKind, list[MinutesLine]] = {kind: [] for kind in LineKind}
        lines = {}
        for id_, reading in readings.items():
            if reading is not None and not discretion.line(reading.whole):
                entry = lines[id_] = self._line(id_, reading, index)
                found[reading.stored.kind].append(entry[2])
        self._lines = lines
        return {kind: tuple(of_kind) for kind, of_kind in found.items()}

    def _line(
        self, id_: str, reading: _Reading, index: TurnIndex
    ) -> tuple[_Reading, tuple[MinutesTurn | None, ...], MinutesLine]:
        places = reading.shown.places
        turns = tuple(index.turn_at(place.start) for place in places)
        known = self._lines.get(id_)
        if known is not None and known[0] is reading and all(a is b for a, b in zip(known[1], turns, strict=True)):
            return known
        evidence = tuple(index.evidence(place) for place in places)
        return reading, turns, MinutesLine(id_, reading.shown, evidence, reading.is_changed, reading.is_said)

    def _read(self, state: State, hidden: tuple[Place, ...]) -> dict[str, _Reading | None]:
        if len(self._spelt) > MOST_SPELT:
            self._spelt = {}
        following = Following(self._source, state, self._spelt)
        bases = Bases(self._source, state, self._of_file)
        makes = _Reader(hidden, Names(self._first, state), following, bases)
        has_other_names = self._names is None or not makes.names.says_as(self._names)
        touched = _Touched(*_changed_places(self._state, state))
        known = self._readings if hidden == self._hidden else {}
        readings: dict[str, _Reading | None] = {}
        for id_ in self._order(state):
            line, old = state.lines[id_], known.get(id_)
            if old is None or old.stored is not line or touched.reaches(line):
                old = makes.reading(line)
            elif has_other_names:
                old = makes.renamed(old)
            readings[id_] = old
        self._state, self._hidden, self._names, self._readings = state, hidden, makes.names, readings
        return readings

    def preparing(self, state: State) -> Iterator[None]:
        """Spell the lines of a state that is to come, a few a step; `of` then has little left to do."""
        following, touched = Following(self._source, state, self._spelt), _Touched(*_changed_places(self._state, state))
        for line in state.lines.values():
            if touched.reaches(line):
                following.renewed(line)
                yield

    def _order(self, state: State) -> Sequence[str]:
        if state.lines is self._state.lines and self._readings:
            return list(self._readings)
        return [id_ for id_, _line in sorted(state.lines.items(), key=lambda item: (item[1].order, item[0]))]


class _Reader:
    """Reads lines in one state of a note."""

    def __init__(self, hidden: Sequence[Place], names: Names, following: Following, bases: Bases) -> None:
        self.names = names
        self._hidden = hidden
        self._following, self._bases = following, bases

    def reading(self, line: Line) -> _Reading | None:
        """How a line reads; None where nothing of it may be seen."""
        visible = _visible(line, self._hidden)
        if visible is None:
            return None
        spelt = self._following.renewed(visible)
        shown = whole = self.names.into(visible, spelt)
        if visible is not line:
            spelt = self._following.renewed(replace(visible, places=line.places))
            whole = self.names.into(visible, spelt)
        is_behind = shown is not visible and self._following.is_behind(line)
        is_said = not _is_worded_by_hand(line) or says_most_of(shown.text, self._following.told(visible.places))
        return _Reading(line, spelt, shown, whole, self._bases.is_changed(line) or is_behind, is_said)

    def renamed(self, old: _Reading) -> _Reading | None:
        """The reading with today's names, the very one where it tells none."""
        if old.whole is old.shown and not _is_worded_by_hand(old.stored):
            return old if self.names.into(old.stored, old.spelt) == old.shown else self.reading(old.stored)
        return self.reading(old.stored)


def _is_worded_by_hand(line: Line) -> bool:
    return line.is_edited or (line.author == "person" and not line.is_quoted)


def _visible(line: Line, hidden: Sequence[Place]) -> Line | None:
    """The line without withheld evidence; None if it rests on nothing else. Its words are `Discretion`'s affair.

    An answer goes with its words; the bullets of a topic that goes stand under "기타".
    """
    places = tuple(place for place in line.places if not reaches_hidden(place, hidden))
    if len(places) == len(line.places):
        return line
    if line.kind is LineKind.QUESTION and places and places[0] == line.places[0]:
        return replace(line, places=places[:1], answer=None)
    if line.kind is LineKind.QUESTION:
        return None
    return replace(line, places=places) if places else None


def reaches_hidden(place: Place, hidden: Sequence[Place]) -> bool:
    """Whether a place holds anything that is withheld."""
    return any(place.overlaps(other) for other in hidden)


def _changed_places(old: State, new: State) -> tuple[list[Place], list[Place]]:
    """Where the words of two states may differ, and where the speakers."""
    edits = [edit for id_ in differing(old.edits, new.edits) for edit in _both(old, new, id_)]
    return list(_with_neighbours(edits, new)), list(_stretches_of(differing(old.cuts, new.cuts), new))


def _both(old: State, new: State, id_: str) -> Iterator[Edit]:
    yield from (edit for edit in (old.edits.get(id_), new.edits.get(id_)) if edit is not None)


def _with_neighbours(edits: Sequence[Edit], state: State) -> Iterator[Place]:
    """The places of edits, each with the edits that it touches: what a line rests on ends where these end."""
    if not edits:
        return
    standing = sorted((edit.start, edit.end) for edit in state.edits.values())
    ends = [end for _, end in standing]
    for edit in edits:
        start, end = edit.start, edit.end
        for at, stop in standing[bisect_left(ends, start) :]:
            if at > edit.end:
                break
            start, end = min(start, at), max(end, stop)
        yield Place(start, end)


def _stretches_of(cuts: Sequence[int], state: State) -> Iterator[Place]:
    """From each of these cuts to where the next turn begins that was there before and is there now."""
    if cuts:
        changed = set(cuts)
        still = sorted(cut for cut in state.cuts if cut not in changed)
        for cut in cuts:
            i = bisect_left(still, cut)
            yield Place(cut, still[i] if i < len(still) else sys.maxsize)  # the last turn goes on to the end


class _Touched:
    """Places that were touched, for asking of many lines."""

    def __init__(self, words: Sequence[Place], speakers: Sequence[Place]) -> None:
        self._places = united([*words, *speakers])
        self._ends = [place.end for place in self._places]

    def reaches(self, line: Line) -> bool:
        """Whether one of them meets the evidence of a line, or lies right beside it."""
        return bool(self._ends) and any(map(self._meets, line.places))

    def _meets(self, place: Place) -> bool:
        i = bisect_left(self._ends, place.start)
        return i < len(self._ends) and self._places[i].start <= place.end
