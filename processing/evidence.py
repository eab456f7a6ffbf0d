"""Turns as they are exported, and the way from a place of the source to the turn and paragraph that say it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from processing.note import State
from processing.paragraphs import Paragraph
from processing.source import Place, Source
from processing.transcript import Turn, transcript


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a line's words stand: place, turn (by its cut), paragraph, time.

    `start_s` (seconds) is the paragraph's; `exact` says whether the paragraph begins with it. `source_line` is
    1-based, `source_column` 0-based in code points.
    """

    place: Place
    source_line: int
    source_column: int
    turn_cut: int | None = None
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
    """A turn as it is exported. It does not know its number: a split early in ten hours would change thousands."""

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
    def text(self) -> str:
        """The paragraphs with a blank line between."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


def turns_of(source: Source, state: State, hidden: Sequence[Place] = ()) -> tuple[MinutesTurn, ...]:
    """The turns in order without what is `hidden`; a turn goes when all of its words are."""
    return TurnsWritten(source).of(transcript(source, state), hidden)


MOST_A_TURN = 3  # turns kept as they were written once, for each that there is: those of before are an undo's


class TurnsWritten:
    """Writes a note's turns as they are exported; one that is the very one of a call before is not written again.

    Ten hours' turns take 20 ms to write; with one of them changed, one.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._hidden: Sequence[Place] = ()
        self._known: dict[int, tuple[Turn, MinutesTurn | None]] = {}  # by `id` of the turn, which is kept beside
        self._words: dict[int, tuple[Turn, tuple[MinutesParagraph, ...]]] = {}  # by `id` of the turn's paragraphs

    def of(self, turns: Sequence[Turn], hidden: Sequence[Place] = ()) -> tuple[MinutesTurn, ...]:
        """The turns without what is `hidden`; a turn goes when all of its words are."""
        self._hide(hidden)
        if len(self._known) > MOST_A_TURN * len(turns):
            self._known = {id(turn): self._known[id(turn)] for turn in turns if id(turn) in self._known}
            self._words = {id(turn.paragraphs): self._words[id(turn.paragraphs)] for turn, _ in self._known.values()}
        entries = map(self._known.get, map(id, turns))
        written = [
            self._written(turn) if entry is None else entry[1] for turn, entry in zip(turns, entries, strict=True)
        ]
        return tuple(turn for turn in written if turn is not None)

    def _hide(self, hidden: Sequence[Place]) -> None:
        """Forget the turns of which something is withheld now that was not, or no more."""
        changed = set(hidden) ^ set(self._hidden)
        self._hidden = hidden
        if changed:
            _forget(self._known, changed)
            _forget(self._words, changed)

    def _written(self, turn: Turn) -> MinutesTurn | None:
        entry = self._words.get(id(turn.paragraphs))
        paragraphs = entry[1] if entry is not None else tuple(_paragraphs(turn, self._hidden))
        self._words[id(turn.paragraphs)] = turn, paragraphs
        is_gone = bool(turn.paragraphs) and not paragraphs
        written = None if is_gone else _turn(self._source, turn, paragraphs)
        self._known[id(turn)] = turn, written
        return written


def _forget(kept: dict[int, tuple[Turn, Any]], places: Iterable[Place]) -> None:
    for key in [key for key, (turn, _) in kept.items() if any(place.overlaps(turn.place) for place in places)]:
        del kept[key]


def _turn(source: Source, turn: Turn, paragraphs: tuple[MinutesParagraph, ...]) -> MinutesTurn:
    return MinutesTurn(
        turn.cut,
        turn.place,
        turn.speaker_id,
        *_named(turn),
        turn.start_s,
        turn.end_s,
        source.line_of(turn.cut),
        paragraphs,
    )


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
            return Evidence(place, line, column, turn.cut, None, turn.start_s)
        return Evidence(place, line, column, turn.cut, paragraph.id, paragraph.start_s, paragraph.exact)


def _paragraph_at(turn: MinutesTurn, place: Place) -> MinutesParagraph | None:
    starts = [paragraph.place.start for paragraph in turn.paragraphs]
    i = bisect_right(starts, place.start) - 1
    return turn.paragraphs[max(i, 0)] if starts else None
