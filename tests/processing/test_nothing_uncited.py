"""No line that the program or a model made can be shown without the words that say it: not made, not loaded, not left over."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.basis import with_bases
from processing.data_files import asset
from processing.errors import Bug
from processing.export.blocks import LECTURE, MINUTES, Choices, Heading, Items, QuestionAnswer, Section, Table, items_of
from processing.export.page import blocks_of
from processing.korean import Korean
from processing.minutes import Minutes, shown_minutes
from processing.minutes_lines import MinutesLine
from processing.note import Line, LineKind, State, apply, change_of, first_state
from processing.readers import read
from processing.source import Place, Source
from processing.stored import change_from, json_of, value_of, value_of_change
from processing.summary.offline import summarise
from processing.transcript import transcript

OF_THE_PROGRAM = ["program", "model"]


def lines_in(value: Any) -> Iterator[MinutesLine]:
    """Every line in the minutes, wherever it stands: a new field is looked through as well."""
    if isinstance(value, MinutesLine):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from lines_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from lines_in(getattr(value, field.name))


def uncited(source: Source, minutes: Minutes) -> list[str]:
    """The lines of the program's or a model's that cite no spoken word."""
    speech = [block.text for block in source.blocks]

    def is_said(line: MinutesLine) -> bool:
        places = [one.place for one in line.evidence]
        return bool(places) and all(len(p) and any(p.overlaps(text) for text in speech) for p in places)

    return [line.id for line in lines_in(minutes) if line.line.author != "person" and not is_said(line)]


@pytest.fixture(scope="module")
def made(korean: Korean) -> tuple[Source, State]:
    """The example note with all that the rules make of it."""
    source = read(asset("examples").joinpath("example.txt").read_bytes(), "example.txt").source
    state = first_state(source)
    turns = transcript(source, state)
    found = summarise(korean.analyse(turns), turns, None, state.speakers)
    change = change_of(state, {("lines", id_): line for id_, line in found.items()})
    return source, apply(state, with_bases(source, state, change))


@pytest.mark.parametrize("author", OF_THE_PROGRAM)
@pytest.mark.parametrize("kind", LineKind)
def test_none_can_be_made(kind: LineKind, author: str) -> None:
    with pytest.raises(Bug):
        Line(kind, "예산을 확정함", author)
    with pytest.raises(Bug):
        replace(Line(kind, "예산을 확정함", author, (Place(0, 2),)), places=())


@pytest.mark.parametrize("author", OF_THE_PROGRAM)
def test_none_can_be_loaded(author: str) -> None:
    line = Line(LineKind.DECISION, "예산을 확정함", author, (Place(0, 2),))
    value = value_of_change(change_of(State(), {("lines", "a"): line}))
    value["steps"][0][3]["places"] = []
    with pytest.raises(Bug):
        change_from(value_of(json_of(value)))


def test_all_that_the_rules_make_cites_its_words(made: tuple[Source, State]) -> None:
    source, state = made
    minutes = shown_minutes(source, state)
    assert len(list(lines_in(minutes))) >= len(state.lines)
    assert uncited(source, minutes) == []


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_none_is_left_over_when_its_words_are_withheld(made: tuple[Source, State], data: st.DataObject) -> None:
    source, state = made
    hidden = data.draw(st.lists(st.sampled_from([block.text for block in source.blocks]), unique=True))
    state = replace(state, withheld={str(place.start): place for place in hidden})
    minutes = shown_minutes(source, state)
    assert uncited(source, minutes) == []
    cited = [one.place for line in lines_in(minutes) for one in line.evidence]
    assert not any(place.overlaps(other) for place in cited for other in hidden)


@pytest.mark.parametrize("template", [MINUTES, LECTURE])
def test_every_line_on_the_page_is_one_of_the_note_s(made: tuple[Source, State], template: str) -> None:
    """Nothing is written into the lists and tables of a page that has no line, and so no evidence, behind it."""
    source, state = made
    minutes = shown_minutes(source, state)
    known = {line.id for line in lines_in(minutes)}
    page = blocks_of(minutes, Choices(template, frozenset(Section) - {Section.AGENDA}))
    listed = [block for block in page if isinstance(block, Items | Table | QuestionAnswer)]
    topics = [block for block in page if isinstance(block, Heading) and block.level == 2]
    items = [item for block in (*listed, *topics) for item in items_of(block)]
    assert items
    assert all(item.line_id in known for item in items)


@pytest.mark.parametrize("places", [(), (Place(0, 0),)])
def test_the_check_would_find_one(made: tuple[Source, State], places: tuple[Place, ...]) -> None:
    source, state = made
    id_, line = next(iter(state.lines.items()))
    forged = copy.copy(line)
    object.__setattr__(forged, "places", places)
    assert uncited(source, shown_minutes(source, replace(state, lines={**state.lines, id_: forged}))) == [id_]
