"""One line of the minutes made again: from what its evidence says now, or from the next best sentence of its topic.

It takes a `Neighbourhood` of the note, so a line of ten hours' talk costs what one of a short talk does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from processing.analysis import Analysis
from processing.neighbourhood import OF_SENTENCES, Neighbourhood
from processing.note import DUE, OWNER, Line, LineKind
from processing.source import Place
from processing.summary.another import next_best
from processing.summary.offline import summarise
from processing.summary.phrases import Terms, named_in
from processing.summary.titles import titles
from processing.summary.utterance import Utterance, utterances
from processing.summary.written_style import quotation, statement
from processing.transcript import Turn

OWN = ""  # the line's id among those of its neighbourhood


class Reader(Protocol):
    """Who can take sentences apart."""

    def analyse(self, turns: Iterable[Turn]) -> Analysis:
        """The sentences of these turns with their morphemes."""
        ...


def made_again(reader: Reader, neighbourhood: Neighbourhood, terms: Iterable[str] = ()) -> Line | None:
    """The line as its evidence now says it; None where nothing of its kind is said there any more.

    What a person has filled in (owner, due date, done or not) stays.
    """
    analysis = reader.analyse(neighbourhood.turns)
    said = utterances(analysis.sentences)
    line = neighbourhood.line
    if line.kind is LineKind.TOPIC:
        return _titled(line, said, terms)
    if line.kind in OF_SENTENCES and line.kind is not LineKind.HEADLINE:
        return _stated(line, _said_in(said, line.places))
    found = summarise(analysis, neighbourhood.turns, neighbourhood.day, neighbourhood.speakers, terms).values()
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


def another_sentence(reader: Reader, neighbourhood: Neighbourhood, seen: Iterable[Place] = ()) -> Line | None:
    """The line with the next best sentence of its topic in its place; None where there is no other.

    What another line says already, or `seen` has shown, is left out.
    """
    line, turns = neighbourhood.line, neighbourhood.turns
    anywhere = replace(line, kind=LineKind.SUMMARY)  # the neighbourhood holds nothing but the line's own topic
    found = next_best(reader.analyse(turns), turns, {**neighbourhood.others, OWN: anywhere}, OWN, seen)
    return _rewritten(line, found.text, found.places, is_quoted=found.is_quoted) if found is not None else None
