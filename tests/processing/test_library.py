"""Notes, journals, drafts and settings in a real SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import library_cases as cases
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from processing.errors import Bug
from processing.journal import Entry, fold, inverse, redo_target, undo_target
from processing.library import Library
from processing.note import State, apply, change_of, first_state
from processing.shown import Shown, edit_over
from processing.source import Source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "새 폴더" / "malkkeum.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


def reopened(library: Library) -> Library:
    library.close()
    return Library.open(library.path)


def test_a_note_comes_back_as_its_reader_gave_it(library: Library) -> None:
    source = cases.a_source()
    note_id = library.import_note(source)
    with reopened(library) as again:
        assert again.load(note_id) == (source, [])
        row = again.note(note_id)
    assert (row.title, row.name, row.format) == ("주간 회의", "주간 회의.txt", "clova-text")
    assert row.recorded_at == datetime(2026, 3, 2, 14, 0)
    assert row.sha256 == source.sha256


def test_the_same_bytes_are_the_same_note_under_any_name(library: Library) -> None:
    first = library.import_note(cases.a_source())
    assert library.note_of(cases.a_source().sha256) == first
    assert library.import_note(cases.a_source(name="사본.txt")) == first
    assert library.import_note(cases.a_source("다른 말")) != first
    assert len(library.all_notes()) == 2


def test_a_note_without_a_title_is_called_after_its_file(library: Library) -> None:
    assert library.note(library.import_note(cases.a_source("말", name="녹음 7.txt"))).title == "녹음 7.txt"
    assert library.note(library.import_note(cases.a_source(), title="기획 회의")).title == "기획 회의"


def test_the_journal_comes_back_in_order_and_folds_to_the_same_state(library: Library) -> None:
    source = cases.a_source()
    note_id = library.import_note(source)
    first = Entry(1, datetime.now(UTC), "person", "제목", change_of(first_state(source), {("info", "title"): "회의"}))
    undo = inverse(first, 2, datetime.now(UTC))
    library.append(note_id, first)
    library.append(note_id, undo)
    with reopened(library) as again:
        _, entries = again.load(note_id)
    assert entries == [first, undo]
    assert fold(first_state(source), entries) == first_state(source)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(drawn=st.lists(cases.entries, max_size=5, unique_by=lambda entry: entry.id))
def test_any_journal_comes_back_exactly(library: Library, drawn: list[Entry]) -> None:
    note_id = library.import_note(cases.a_source(str(drawn)))
    entries = sorted(drawn, key=lambda entry: entry.id)
    before = library.entries(note_id)
    if not before:
        library.append_all(note_id, entries)
        assert library.entries(note_id) == entries


def test_entries_go_in_all_or_none(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    with pytest.raises(Bug):
        library.append_all(note_id, [cases.an_entry(1), cases.an_entry(2), cases.an_entry(2)])
    assert library.entries(note_id) == []


@pytest.mark.parametrize("id_", [0, 1, 3])
def test_an_entry_that_does_not_go_on_from_the_last_is_refused(library: Library, id_: int) -> None:
    note_id = library.import_note(cases.a_source())
    library.append_all(note_id, [cases.an_entry(1), cases.an_entry(3)])
    with pytest.raises(Bug):
        library.append(note_id, cases.an_entry(id_))


def test_an_entry_of_no_note_or_without_a_zone_is_refused(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    with pytest.raises(Bug):
        library.append(note_id + 1, cases.an_entry())
    with pytest.raises(Bug):
        library.append(note_id, cases.an_entry(time=datetime(2026, 3, 2)))
    assert library.entries(note_id) == []


def test_a_clock_that_goes_backwards_changes_no_order(path: Path) -> None:
    clock = [datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in range(9, 0, -1)]
    with Library.open(path, now=lambda: clock.pop(0)) as library:
        first = library.import_note(cases.a_source())
        second = library.import_note(cases.a_source("나중 것"))
        assert [note.id for note in library.recent()] == [second, first]
        library.mark_opened(first)
        assert [note.id for note in library.recent(1)] == [first]
        noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
        entries = [cases.an_entry(n, time=noon - timedelta(hours=n)) for n in (1, 2, 3)]
        for entry in entries:
            library.append(first, entry)
        assert library.entries(first) == entries


def test_the_journal_and_the_source_are_never_rewritten(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    library.append(note_id, cases.an_entry())
    with sqlite3.connect(library.path) as other:
        for sql in (
            "UPDATE journal SET what = ''",
            "DELETE FROM journal",
            "UPDATE sources SET raw = x''",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(sql)
    other.close()


def test_deleting_a_note_takes_all_that_was_made_from_it(library: Library) -> None:
    kept, gone = library.import_note(cases.a_source()), library.import_note(cases.a_source("지울 것"))
    for note_id in (kept, gone):
        library.append(note_id, cases.an_entry())
        library.save_draft(note_id, "turn:0", "쓰다 만 글")
    library.delete_note(gone)
    assert [note.id for note in library.all_notes()] == [kept]
    assert library.drafts(gone) == {}
    assert library.entries(gone) == []
    assert len(library.entries(kept)) == 1
    assert library.import_note(cases.a_source("지울 것")) > gone  # an id is never given twice


def test_a_note_that_is_not_there_is_a_bug(library: Library) -> None:
    with pytest.raises(Bug):
        library.load(7)
    with pytest.raises(Bug):
        library.note(7)


def test_titles_and_series_can_be_changed(library: Library) -> None:
    note_id = library.import_note(cases.a_source(), series="주간")
    assert library.note(note_id).series == "주간"
    library.rename_note(note_id, "반 쪽 \ud83d")
    library.set_series(note_id, None)
    assert library.note(note_id).title == "반 쪽 ?"
    assert library.note(note_id).series is None
    library.set_series(note_id, "주간 \ud83d")
    assert library.note(note_id).series == "주간 ?"
    assert library.note(library.import_note(cases.a_source("말"), series="\ud83d")).series == "?"


def test_a_draft_comes_back_as_it_was_last_typed(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    for text in ("회", "회의", "회의 \ud83d"):
        library.save_draft(note_id, "turn:17", text)
    library.save_draft(note_id, "info:title", "")
    with reopened(library) as again:
        assert again.drafts(note_id) == {"info:title": "", "turn:17": "회의 \ud83d"}
        again.clear_draft(note_id, "turn:17")
        again.clear_draft(note_id, "turn:17")
        assert again.draft(note_id, "turn:17") is None


def test_settings_come_back_with_their_types(library: Library) -> None:
    library.set_setting("window", {"width": 1200, "split": [0.4, 0.6]})
    library.set_setting("language", "ko")
    library.set_setting("language", "en")
    with reopened(library) as again:
        assert again.setting("language") == "en"
        assert again.setting("window") == {"width": 1200, "split": [0.4, 0.6]}
        assert again.setting("nothing", default=3) == 3
        assert set(again.settings()) == {"window", "language"}


def test_what_is_written_is_on_the_disk_at_once(library: Library) -> None:
    pragmas = {name: library._store.row(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragmas == {"journal_mode": ("wal",), "synchronous": (2,), "foreign_keys": (1,)}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(state=cases.states)
def test_any_state_is_reached_again_from_the_library(library: Library, state: State) -> None:
    source: Source = cases.a_source(repr(state))
    if library.note_of(source.sha256):
        return
    wanted = {
        (name, key): value
        for name in cases.MAP_VALUES
        if name not in ("edits", "cuts")
        for key, value in getattr(state, name).items()
    }
    note_id = library.import_note(source)
    start = first_state(source)
    entry = Entry(1, datetime.now(UTC), "person", "모두", change_of(start, wanted))
    library.append(note_id, entry)
    kept, entries = library.load(note_id)
    assert fold(first_state(kept), entries) == fold(start, [entry])


ACTIONS = st.lists(st.sampled_from(["회의", "RAG", "", "undo", "redo", "restart"]), max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(actions=ACTIONS, dice=st.randoms(use_true_random=False))
def test_any_work_with_undo_redo_and_restarts_ends_where_memory_says(
    tmp_path_factory: pytest.TempPathFactory, actions: list[str], dice: Random
) -> None:
    source = cases.a_source()
    library = Library.open(tmp_path_factory.mktemp("보관함") / "malkkeum.sqlite3")
    note_id, remembered, state = library.import_note(source), [], first_state(source)
    for action in actions:
        if action == "restart":
            library = reopened(library)
            assert library.load(note_id) == (source, remembered)
            continue
        entry = next_entry(source, state, remembered, action, dice)
        if entry is not None:
            state = apply(state, entry.change)
            remembered.append(entry)
            library.append(note_id, entry)
    with reopened(library) as again:
        assert fold(first_state(source), again.entries(note_id)) == state


def next_entry(source: Source, state: State, entries: list[Entry], action: str, dice: Random) -> Entry | None:
    """What a person does next: an undo, a redo, or typing over some words."""
    id_, now = len(entries) + 1, datetime.now(UTC)
    if action in ("undo", "redo"):
        target = undo_target(entries) if action == "undo" else redo_target(entries)
        return inverse(target, id_, now) if target else None
    shown = Shown(source.text, state.edits.values(), source.blocks[0].text)
    start = dice.randint(0, len(shown.text))
    change = edit_over(shown, state, start, dice.randint(start, len(shown.text)), action)
    return Entry(id_, now, "person", "글 고치기", change) if change else None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes of folders mean nothing here")
def test_the_folder_is_made_for_the_person_alone(library: Library) -> None:
    assert library.path.parent.stat().st_mode & 0o077 == 0
