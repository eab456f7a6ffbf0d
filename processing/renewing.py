"""One line of the minutes made again: from what its evidence says now, or from the next best sentence of its topic.

The window hands over a `Passage`, no more of the note than that takes; so a line of ten hours' talk costs what one of
a short talk does. A line that a person has rewritten is not made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from processing.analysis import Analysis
from processing.note import DUE, OWNER, Line, LineKind, Speaker, State
from processing.source import Place
from processing.summary.offline import next_best, summarise
from processing.summary.phrases import Terms, named_in
from processing.summary.titles import titles
from processing.summary.utterance import Utterance, utterances
from processing.summary.written_style import quotation, statement
from processing.transcript import Paragraph, Turn

AROUND = 4  # paragraphs before and after the evidence: an answer or an agreement may stand there
OF_SENTENCES = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET)  # another sentence can take the place of these
OWN = ""  # the line's id among those of its passage


class Reader(Protocol):
    """Who can take sentences apart."""

    def analyse(self, turns: Iterable[Turn]) -> Analysis:
        """The sentences of these turns with their morphemes."""
        ...


@dataclass(frozen=True)
class Passage:
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


def evidence_passage(state: State, turns: Sequence[Turn], id_: str) -> Passage:
    """What a line's evidence and its neighbourhood say; for a topic's title the topic, for a headline all of the note."""
    line = state.lines[id_]
    if line.kind in (LineKind.HEADLINE, LineKind.TOPIC):
        return topic_passage(state, turns, id_)
    places = [p.place for turn in turns for p in turn.paragraphs]
    touched = [i for i, place in enumerate(places) if any(place.overlaps(said) for said in line.places)]
    near = {j for i in touched for j in range(i - AROUND, i + AROUND + 1)}
    return _passage(state, turns, id_, [places[j] for j in sorted(near) if 0 <= j < len(places)])


def topic_passage(state: State, turns: Sequence[Turn], id_: str) -> Passage:
    """What is said in the topic that a line stands in; for a headline, or without topics, all of the note."""
    line = state.lines[id_]
    starts = sorted(other.places[0].start for other in state.lines.values() if _begins_topic(other))
    at = line.places[0].start
    after = [start for start in starts if start > at]
    whole = not starts or line.kind is LineKind.HEADLINE
    low = 0 if whole else max((start for start in starts if start <= at), default=0)
    high = min(after) if after and not whole else turns[-1].place.end if turns else 0
    return _passage(state, turns, id_, [Place(low, max(low, high))])


def _begins_topic(line: Line) -> bool:
    return line.kind is LineKind.TOPIC and bool(line.places)


def _passage(state: State, turns: Sequence[Turn], id_: str, wanted: Sequence[Place]) -> Passage:
    kept = [replace(turn, paragraphs=inside) for turn in turns if (inside := tuple(_inside(state, turn, wanted)))]
    whole = Place(kept[0].paragraphs[0].place.start, kept[-1].paragraphs[-1].place.end) if kept else Place(0, 0)
    others = {
        key: line
        for key, line in state.lines.items()
        if key != id_ and any(place.overlaps(whole) for place in line.places)
    }
    return Passage(state.lines[id_], tuple(kept), dict(state.speakers), _day(state), others)


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


def made_again(reader: Reader, passage: Passage, terms: Iterable[str] = ()) -> Line | None:
    """The line as its evidence now says it; None where nothing of its kind is said there any more.

    What a person has filled in (owner, due date, done or not) stays.
    """
    analysis = reader.analyse(passage.turns)
    said = utterances(analysis.sentences)
    line = passage.line
    if line.kind is LineKind.TOPIC:
        return _titled(line, said, terms)
    if line.kind in OF_SENTENCES and line.kind is not LineKind.HEADLINE:
        return _stated(line, _said_in(said, line.places))
    found = summarise(analysis, passage.turns, passage.day, passage.speakers, terms).values()
    of_kind = [other for other in found if other.kind is line.kind and _is_about(other, line)]
    if not of_kind:
        return None
    return _in_place_of(line, max(of_kind, key=lambda other: _shared(other, line)))


def _is_about(other: Line, line: Line) -> bool:
    return line.kind is LineKind.HEADLINE or _shared(other, line) > 0


def _shared(one: Line, other: Line) -> int:
    """How many code points of evidence two lines share."""
    pairs = ((a, b) for a in one.places for b in other.places)
    return sum(max(min(a.end, b.end) - max(a.start, b.start), 0) for a, b in pairs)


def _in_place_of(old: Line, new: Line) -> Line:
    """`new` where `old` stood, with what a person has filled in."""
    kept = replace(
        new, order=old.order, topic=old.topic, status=old.status, by_hand=old.by_hand, basis=None, made_of=None
    )
    if OWNER in old.by_hand:
        kept = replace(kept, owner=old.owner)
    if DUE in old.by_hand:
        kept = replace(kept, due_text=old.due_text, due_date=old.due_date)
    return kept


def _titled(line: Line, said: Sequence[Utterance], terms: Iterable[str]) -> Line | None:
    title = titles(named_in(said, Terms(terms)), [0])[0] if said else None
    if title is None:
        return None
    first = line.places[0]
    places = (first, *(u.place for u in title.said if not first.covers(u.place)))
    return _rewritten(line, title.text, places, is_quoted=False)


def _stated(line: Line, said: Sequence[Utterance]) -> Line | None:
    """The first sentence that can be written as a statement; the speech itself where none can."""
    for utterance in said:
        written = statement(utterance)
        if written is not None:
            return _rewritten(line, written.text, (utterance.place,), is_quoted=False)
    if not said:
        return None
    return _rewritten(line, quotation(said[0]).text, (said[0].place,), is_quoted=True)


def _rewritten(line: Line, text: str, places: tuple[Place, ...], *, is_quoted: bool) -> Line:
    renewed = replace(line, text=text, places=places, is_quoted=is_quoted, author="program", needs_check=False)
    return replace(renewed, basis=None, made_of=None)


def _said_in(said: Sequence[Utterance], places: Sequence[Place]) -> list[Utterance]:
    return [utterance for utterance in said if any(utterance.place.overlaps(place) for place in places)]


def another_sentence(reader: Reader, passage: Passage, seen: Iterable[Place] = ()) -> Line | None:
    """The line with the next best sentence of its topic in its place; None where there is no other.

    What another line says already, or `seen` has shown, is left out.
    """
    anywhere = replace(passage.line, kind=LineKind.SUMMARY)  # the passage holds nothing but the line's own topic
    lines = {**passage.others, OWN: anywhere}
    found = next_best(reader.analyse(passage.turns), passage.turns, lines, OWN, seen)
    return _rewritten(passage.line, found.text, found.places, is_quoted=found.is_quoted) if found is not None else None
