"""Everything that is stored comes back exactly, through JSON text."""

from __future__ import annotations

import library_cases as cases
import pytest
from hypothesis import given

from processing.errors import Bug
from processing.journal import Entry
from processing.note import Change, Line, LineKind, State, change_of
from processing.source import Place, Source
from processing.stored import (
    Offers,
    change_from,
    entry_from,
    json_of,
    offers_from,
    source_from,
    value_of,
    value_of_change,
    value_of_entry,
    value_of_layout,
    value_of_offers,
)


@given(cases.changes())
def test_a_change_comes_back_exactly(change: Change) -> None:
    back = change_from(value_of(json_of(value_of_change(change))))
    assert back == change
    assert list(back.steps) == list(change.steps)


def test_a_line_kept_before_lines_had_a_basis_still_loads() -> None:
    line = Line(LineKind.ACTION, "레그 정리", places=(Place(3, 9),), owner="참석자 1")
    change = change_of(State(), {("lines", "a"): line})
    value = value_of_change(change)
    for name in ("basis", "by_hand", "made_of"):
        del value["steps"][0][3][name]
    assert change_from(value) == change


@given(cases.entries)
def test_an_entry_comes_back_with_its_time_zone(entry: Entry) -> None:
    back = entry_from(value_of(json_of(value_of_entry(entry))))
    assert back == entry
    assert back.time.utcoffset() == entry.time.utcoffset()


@given(cases.offers)
def test_offers_come_back_exactly(offers: Offers) -> None:
    assert offers_from(value_of(json_of(value_of_offers(offers)))) == offers


@pytest.mark.parametrize("source", [cases.a_source(), cases.a_source("말 한 줄")])
def test_a_source_comes_back_without_its_reader(source: Source) -> None:
    layout = value_of(json_of(value_of_layout(source)))
    back = source_from(source.raw, source.text, layout, source.format, source.encoding, source.name)
    assert back == source
    assert back.anchors == source.anchors


def test_a_tuple_of_people_stays_a_tuple_and_a_text_a_text() -> None:
    change = change_of(State(), {("info", "attendees"): ("김하늘", "이바다"), ("info", "place"): "3층"})
    back = change_from(value_of(json_of(value_of_change(change))))
    assert back.steps[("info", "attendees")].new == ("김하늘", "이바다")
    assert back.steps[("info", "place")].new == "3층"


@pytest.mark.parametrize("value", [{"v": 2, "steps": []}, {"steps": []}, [], None])
def test_a_value_of_another_version_is_refused(value: object) -> None:
    with pytest.raises(Bug, match="version"):
        change_from(value)


def test_hangul_is_stored_as_it_reads_and_half_an_emoji_is_escaped() -> None:
    assert json_of("회의") == '"회의"'
    assert value_of(json_of("회의 \ud83d")) == "회의 \ud83d"
    assert json_of("회의 \ud83d").isascii()


def test_text_that_is_not_json_is_a_bug() -> None:
    with pytest.raises(Bug, match="JSON"):
        value_of("{")
