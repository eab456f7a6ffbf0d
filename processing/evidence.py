"""Turns as they are exported, and the way from a place of the source to the turn and paragraph that say it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from processing.note import State
from processing.source import Place, Source
from processing.transcript import Paragraph, Turn, transcript


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a line's words stand: place, turn, paragraph, time.

    `start_s` (seconds) is the paragraph's; `exact` says whether the paragraph begins with it. `source_line` is
    1-based, `source_column` 0-based in code points.
    """

    place: Place
    source_line: int
    source_column: int
    turn_id: str | None = None
    paragraph_id: str | None = None
    start_s: float | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class MinutesParagraph:
    """A paragraph of a turn without what is withheld in it; `id` is unique in the note."""

    id: str
    text: str
    place: Place
    start_s: float | None
    exact: bool


class MinutesTurn(NamedTuple):
    """A turn as it is exported; `number` counts from 1 over the turns that are shown.

    A tuple, since a split early in ten hours gives thousands of them new numbers.
    """

    number: int
    cut: int
    place: Place
    speaker_id: str
    label: str | None
    shown_name: str
    start_s: float | None
    end_s: float | None
    source_line: int
    paragraphs: tuple[MinutesParagraph, ...]

    @property
    def id(self) -> str:
        """The id that the JSON and the evidence use."""
        return f"t{self.number}"

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


def turns_of(source: Source, state: State, hidden: Sequence[Place] = ()) -> tuple[MinutesTurn, ...]:
    """The turns in order without what is `hidden`; a turn goes when all of its words are."""
    return TurnsWritten(source).of(transcript(source, state), hidden)


MOST_A_TURN = 4  # turns kept as they were written once, for each that there is


class TurnsWritten:
    """Writes a note's turns as they are exported; a turn that is the very one of the call before is not written again.

    Ten hours' turns take 20 ms to write; with one of them changed, one.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._hidden: Sequence[Place] = ()
        self._known: dict[int, tuple[Turn, int, MinutesTurn | None]] = {}
        self._once: dict[Place, tuple[tuple[Turn, MinutesTurn], ...]] = {}  # the last two of a place: for an undo

    def of(self, turns: Sequence[Turn], hidden: Sequence[Place] = ()) -> tuple[MinutesTurn, ...]:
        """The turns without what is `hidden`; a turn goes when all of its words are."""
        known, changed = self._known, set(hidden) ^ set(self._hidden)
        self._hidden, self._known = hidden, {}
        if changed or len(self._once) > MOST_A_TURN * len(turns):
            self._once = {}
        shown: list[MinutesTurn] = []
        for turn in turns:
            entry = known.get(turn.cut)
            number = len(shown) + 1
            if entry is None or (changed and any(place.overlaps(turn.place) for place in changed)):
                entry = turn, number, self._written(turn, number)
            elif entry[0] is not turn:
                entry = turn, number, self._renewed(entry, turn, number)
            elif entry[1] != number:
                entry = turn, number, entry[2] and _numbered(entry[2], number)
            self._known[turn.cut] = entry
            if entry[2] is not None:
                shown.append(entry[2])
        return tuple(shown)

    def _renewed(self, entry: tuple[Turn, int, MinutesTurn | None], turn: Turn, number: int) -> MinutesTurn | None:
        """The turn written again, its words only where they are not the very ones of before."""
        if entry[2] is None or entry[0].paragraphs is not turn.paragraphs:
            return self._written(turn, number)
        return self._kept(turn, _retold(entry[2], turn, number))

    def _written(self, turn: Turn, number: int) -> MinutesTurn | None:
        for i, (known, written) in enumerate(self._once.get(turn.place, ())):
            if known is turn:
                return _numbered(self._kept(turn, written) if i else written, number)
        paragraphs = tuple(_paragraphs(turn, self._hidden))
        if turn.paragraphs and not paragraphs:
            return None
        return self._kept(turn, _turn(self._source, turn, number, paragraphs))

    def _kept(self, turn: Turn, written: MinutesTurn) -> MinutesTurn:
        self._once[turn.place] = (turn, written), *self._once.get(turn.place, ())[:1]
        return written


def _retold(old: MinutesTurn, turn: Turn, number: int) -> MinutesTurn:
    """A turn whose words are written, with who speaks and until when."""
    named = _named(turn)
    return old._replace(
        number=number, speaker_id=turn.speaker_id, label=named[0], shown_name=named[1], end_s=turn.end_s
    )


def _turn(source: Source, turn: Turn, number: int, paragraphs: tuple[MinutesParagraph, ...]) -> MinutesTurn:
    return MinutesTurn(
        number,
        turn.cut,
        turn.place,
        turn.speaker_id,
        *_named(turn),
        turn.start_s,
        turn.end_s,
        source.line_of(turn.cut),
        paragraphs,
    )


def _numbered(turn: MinutesTurn, number: int) -> MinutesTurn:
    """The turn with another number; for thousands at once, where `_replace` takes four times as long."""
    return tuple.__new__(MinutesTurn, (number, *turn[1:]))


def _named(turn: Turn) -> tuple[str | None, str]:
    """The label of a turn, and the name it is shown by."""
    speaker = turn.speaker
    return ((speaker.label or speaker.shown or None), speaker.shown) if speaker else (None, "")


def _paragraphs(turn: Turn, hidden: Sequence[Place]) -> Iterator[MinutesParagraph]:
    kept = 0
    for paragraph in turn.paragraphs:
        text = visible_text(paragraph, hidden)
        if text:
            kept += 1
            yield MinutesParagraph(f"{turn.cut}-{kept}", text, paragraph.place, paragraph.start_s, paragraph.exact)


def visible_text(paragraph: Paragraph, hidden: Sequence[Place]) -> str:
    """The paragraph's words without those that are withheld; an edit that touches them goes whole."""
    if not hidden:
        return paragraph.text
    ranges = sorted(r for place in hidden if (r := paragraph.range_of(place)) is not None)
    if not ranges:
        return paragraph.text
    kept, at = [], 0
    for start, end in ranges:
        kept.append(paragraph.text[at:start])
        at = max(at, end)
    kept.append(paragraph.text[at:])
    return " ".join(part.strip() for part in kept if part.strip())


class TurnIndex:
    """Finds the turn and the paragraph of a place."""

    def __init__(self, source: Source, turns: Sequence[MinutesTurn]) -> None:
        self._source = source
        self._turns = turns
        self._cuts = [turn.place.start for turn in turns]

    def turn_at(self, offset: int) -> MinutesTurn | None:
        """The shown turn that holds an offset of the source; None where it is withheld or before the first."""
        i = bisect_right(self._cuts, offset) - 1
        if i < 0 or offset >= max(self._turns[i].place.end, self._turns[i].place.start + 1):
            return None
        return self._turns[i]

    def evidence(self, place: Place) -> Evidence:
        """Where `place` stands in the turns."""
        line, column = self._source.line_of(place.start), self._source.column_of(place.start)
        turn = self.turn_at(place.start)
        if turn is None:
            return Evidence(place, line, column)
        paragraph = _paragraph_at(turn, place)
        if paragraph is None:
            return Evidence(place, line, column, turn.id, None, turn.start_s)
        return Evidence(place, line, column, turn.id, paragraph.id, paragraph.start_s, paragraph.exact)


def _paragraph_at(turn: MinutesTurn, place: Place) -> MinutesParagraph | None:
    starts = [paragraph.place.start for paragraph in turn.paragraphs]
    i = bisect_right(starts, place.start) - 1
    return turn.paragraphs[max(i, 0)] if starts else None
