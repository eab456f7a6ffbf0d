"""What the library learns from corrections, and the person's own terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import library_cases as cases
import pytest
from hypothesis import HealthCheck, given, settings

from processing.errors import Bug
from processing.library import Library, OwnTerm, Rule
from processing.stored import Offers


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "malkkeum.sqlite3") as opened:
        yield opened


@pytest.fixture
def notes(library: Library) -> list[int]:
    return [
        library.import_note(cases.a_source(text), series=series) for text, series in (("하나", "주간"), ("둘", None))
    ]


def test_confirmations_and_refusals_are_counted_by_note(library: Library, notes: list[int]) -> None:
    library.confirm("레그", "RAG", notes[0])
    library.confirm("레그", "RAG", notes[0])
    library.confirm("레그", "RAG", notes[1])
    library.refuse("레그", "leg", notes[0])
    rag, leg = library.learned()
    assert (rag.heard, rag.meant, rag.confirmed, rag.refused) == ("레그", "RAG", 3, 0)
    assert (rag.notes, rag.note_count) == (tuple(notes), 2)
    assert (leg.confirmed, leg.refused, leg.notes, leg.note_count) == (0, 1, (), 0)
    assert rag.rule is Rule.LEARNED
    assert rag.enabled


def test_an_undone_confirmation_is_as_if_it_had_never_been(library: Library, notes: list[int]) -> None:
    library.confirm("레그", "RAG", notes[0])
    library.confirm("레그", "RAG", notes[1])
    library.take_back_confirmation("레그", "RAG", notes[1])
    (rag,) = library.learned()
    assert (rag.confirmed, rag.notes) == (1, (notes[0],))
    library.take_back_confirmation("레그", "RAG", notes[0])
    assert library.learned() == []
    library.take_back_confirmation("레그", "RAG", notes[0])
    library.take_back_refusal("레그", "RAG", notes[0])
    assert library.learned() == []


def test_always_and_never_and_off_stay_without_counts(library: Library, notes: list[int]) -> None:
    library.set_rule("레그", "RAG", Rule.ALWAYS)
    library.set_rule("커브", "curve", Rule.NEVER)
    library.confirm("레그", "RAG", notes[0])
    library.take_back_confirmation("레그", "RAG", notes[0])
    rag, curve = library.learned()
    assert (rag.rule, rag.confirmed, curve.rule) == (Rule.ALWAYS, 0, Rule.NEVER)
    library.enable_learned(rag.id, False)
    assert not library.learned()[0].enabled
    library.forget_learned(rag.id)
    assert [pair.heard for pair in library.learned()] == ["커브"]


def test_what_was_learned_outlives_the_note_it_came_from(library: Library, notes: list[int]) -> None:
    library.confirm("레그", "RAG", notes[0])
    library.confirm("레그", "RAG", notes[1])
    library.delete_note(notes[0])
    (rag,) = library.learned()
    assert (rag.confirmed, rag.note_count, rag.notes) == (2, 2, (notes[1],))


def test_counting_for_a_note_that_is_not_there_is_a_bug(library: Library) -> None:
    with pytest.raises(Bug):
        library.confirm("레그", "RAG", 99)
    assert library.learned() == []


def test_own_terms_hold_for_all_notes_a_series_or_one_note(library: Library, notes: list[int]) -> None:
    kept = library.add_terms(
        [
            OwnTerm("RAG", ("래그", "알에이지"), ("ai",), ("검색 증강",)),
            OwnTerm("주간 지표", ("주간 지표",), scope="series", series="주간"),
            OwnTerm("현준", ("현준",), scope="note", note_id=notes[1]),
        ]
    )
    assert library.own_terms() == kept
    assert [term.term for term in library.terms_for(notes[0])] == ["RAG", "주간 지표"]
    assert [term.term for term in library.terms_for(notes[1])] == ["RAG", "현준"]
    library.change_term(replace(kept[0], enabled=False, readings=("래그",)))
    assert [term.term for term in library.terms_for(notes[0])] == ["주간 지표"]
    assert library.own_terms()[0].readings == ("래그",)
    library.delete_note(notes[1])
    library.delete_term(kept[1].id)
    assert [term.term for term in library.own_terms()] == ["RAG"]


def test_terms_of_a_series_with_half_an_emoji_in_its_name_hold_there(library: Library, notes: list[int]) -> None:
    library.set_series(notes[0], "주간 \ud83d")
    library.add_terms([OwnTerm("RAG", ("래그",), scope="series", series="주간 \ud83d")])
    assert [term.term for term in library.terms_for(notes[0])] == ["RAG"]


def test_terms_go_in_all_or_none_and_only_where_they_belong(library: Library) -> None:
    with pytest.raises(Bug):
        library.add_terms([OwnTerm("RAG", ()), OwnTerm("현준", (), scope="note", note_id=99)])
    assert library.own_terms() == []
    with pytest.raises(Bug):
        OwnTerm("RAG", (), scope="series")
    with pytest.raises(Bug):
        library.change_term(OwnTerm("RAG", (), id=7))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(offers=cases.offers)
def test_the_last_offers_come_back_exactly(library: Library, offers: Offers) -> None:
    note_id = library.import_note(cases.a_source())
    library.save_offers(note_id, offers)
    assert library.offers(note_id) == offers


def test_a_cleaned_note_is_kept_whole_or_not_at_all(library: Library) -> None:
    source = cases.a_source("통째로")
    with pytest.raises(Bug):
        library.import_cleaned(source, [cases.an_entry(2), cases.an_entry(1)], Offers())
    assert library.note_of(source.sha256) is None
    note_id = library.import_cleaned(source, [cases.an_entry(1)], Offers(warnings=("주의",)))
    assert library.note_of(source.sha256) == note_id
    assert library.entries(note_id) == [cases.an_entry(1)]
    assert library.offers(note_id).warnings == ("주의",)


def test_an_analysis_is_kept_whole(library: Library, notes: list[int]) -> None:
    assert library.offers(notes[0]) == Offers()
    with pytest.raises(Bug):
        library.keep_analysis(notes[0], [cases.an_entry(2), cases.an_entry(1)], Offers(warnings=("주의",)))
    assert library.load(notes[0])[1] == []
    library.keep_analysis(notes[0], [cases.an_entry(1)], Offers(warnings=("주의",)))
    assert library.offers(notes[0]).warnings == ("주의",)
    assert library.entries(notes[0]) == [cases.an_entry(1)]
