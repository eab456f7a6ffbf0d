"""What one line of the minutes takes to be made again: the words around its evidence, and no more of the note.

The window cuts a `Neighbourhood` out and hands it over; `processing.renewing` makes the line. A line that a person has
rewritten is not made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from processing.note import Line, LineKind, Speaker, State
from processing.paragraphs import Paragraph
from processing.source import Place
from processing.transcript import Turn

AROUND = 4  # paragraphs before and after the evidence: an answer or an agreement may stand there
OF_SENTENCES = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET)  # another sentence can take the place of these


@dataclass(frozen=True)
class Neighbourhood:
    """What making one line again takes: the turns around its evidence with nothing else in them, who speaks, the
    note's day, and the other lines that rest on these turns, by id.
    """

    line: Line
    turns: tuple[Turn, ...]
    speakers: Mapping[str, Speaker]
    day: date | None
    others: Mapping[str, Line]


def can_be_renewed(line: Line) -> bool:
    """Whether the program may make a line again: its own or a model's, and not rewritten by hand."""
    return line.author != "person" and not line.is_edited and bool(line.places)


def can_be_replaced(line: Line) -> bool:
    """Whether another sentence can take a line's place."""
    return can_be_renewed(line) and line.kind in OF_SENTENCES


def around_evidence(state: State, turns: Sequence[Turn], id_: str) -> Neighbourhood:
    """What a line's evidence and its neighbourhood say; for a topic's title the topic, for a headline all of the note."""
    line = state.lines[id_]
    if line.kind in (LineKind.HEADLINE, LineKind.TOPIC):
        return around_topic(state, turns, id_)
    places = [p.place for turn in turns for p in turn.paragraphs]
    touched = [i for i, place in enumerate(places) if any(place.overlaps(said) for said in line.places)]
    near = {j for i in touched for j in range(i - AROUND, i + AROUND + 1)}
    return _neighbourhood(state, turns, id_, [places[j] for j in sorted(near) if 0 <= j < len(places)])


def around_topic(state: State, turns: Sequence[Turn], id_: str) -> Neighbourhood:
    """What is said in the topic that a line stands in; for a headline, or without topics, all of the note."""
    line = state.lines[id_]
    starts = sorted(other.places[0].start for other in state.lines.values() if _begins_topic(other))
    at = line.places[0].start
    after = [start for start in starts if start > at]
    whole = not starts or line.kind is LineKind.HEADLINE
    low = 0 if whole else max((start for start in starts if start <= at), default=0)
    high = min(after) if after and not whole else turns[-1].place.end if turns else 0
    return _neighbourhood(state, turns, id_, [Place(low, max(low, high))])


def _begins_topic(line: Line) -> bool:
    return line.kind is LineKind.TOPIC and bool(line.places)


def _neighbourhood(state: State, turns: Sequence[Turn], id_: str, wanted: Sequence[Place]) -> Neighbourhood:
    kept = [replace(turn, paragraphs=inside) for turn in turns if (inside := tuple(_inside(state, turn, wanted)))]
    whole = Place(kept[0].paragraphs[0].place.start, kept[-1].paragraphs[-1].place.end) if kept else Place(0, 0)
    others = {
        key: line
        for key, line in state.lines.items()
        if key != id_ and any(place.overlaps(whole) for place in line.places)
    }
    return Neighbourhood(state.lines[id_], tuple(kept), dict(state.speakers), _day(state), others)


def _inside(state: State, turn: Turn, wanted: Sequence[Place]) -> Iterator[Paragraph]:
    """The paragraphs of a turn that are wanted and hold nothing withheld."""
    for paragraph in turn.paragraphs:
        place = paragraph.place
        is_wanted = any(place.overlaps(other) for other in wanted)
        if is_wanted and not any(place.overlaps(hidden) for hidden in state.withheld.values()):
            yield paragraph


def _day(state: State) -> date | None:
    try:
        return date.fromisoformat(str(state.info.get("date") or ""))
    except ValueError:
        return None
