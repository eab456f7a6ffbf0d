"""Migrations from older files, backups and their rotation, restoring, export and deletion of everything."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import library_cases as cases
import pytest
from sqlite_utils import Database

from processing.errors import Bug, UnwritableResult, UserError
from processing.journal import fold
from processing.library import Library, NewerLibrary, OwnTerm, Query, Why, backups_of
from processing.library.backups import check_backup
from processing.library.schema import known_version, migrations, version_of
from processing.note import first_state
from processing.stored import Offers, entry_from

VERSION_1 = Path(__file__).parents[1] / "cases" / "library" / "version1.sql"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "malkkeum.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def old(path: Path) -> Path:
    """A library as version 1 wrote it."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.executescript(VERSION_1.read_text("utf-8"))
    return path


def test_a_library_of_version_1_is_brought_up_with_all_it_holds(old: Path) -> None:
    with Library.open(old) as library:
        first, second = library.all_notes()
        assert (first.title, first.series, second.title) == ("주간 회의", "주간", "메모.txt")
        source, entries = library.load(first.id)
        assert source == cases.a_source()
        assert [entry.undoes for entry in entries] == [None, None, 2]
        state = fold(first_state(source), entries)
        assert [edit.after for edit in state.edits.values()] == ["RAG"]
        assert library.draft(first.id, "info:place") == "3층 회"
        assert library.setting("language") == "ko"
        library.save_offers(first.id, Offers(warnings=("새 표",)))
        assert library.notes_to_index() == [first.id, second.id]
        assert library.check() == []


def test_a_backup_is_made_before_a_migration_and_none_for_a_new_file(old: Path, tmp_path: Path) -> None:
    Library.open(old).close()
    (backup,) = backups_of(old)
    assert backup.why is Why.MIGRATION
    with contextlib.closing(sqlite3.connect(backup.path)) as copy:
        assert version_of(Database(copy)) == 1
        assert copy.execute("SELECT count(*) FROM journal").fetchone() == (3,)
    Library.open(old).close()
    assert len(backups_of(old)) == 1
    fresh = tmp_path / "새것" / "malkkeum.sqlite3"
    Library.open(fresh).close()
    assert backups_of(fresh) == []


def test_a_migration_that_fails_leaves_the_old_library_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(db: Database) -> None:
        db.execute("CREATE TABLE half_done (id)")
        db.execute("INSERT INTO no_such_table VALUES (1)")

    before = [*migrations._migrations]
    monkeypatch.setattr(migrations, "_migrations", [*before, type(before[0])("m999_broken", broken)])
    with pytest.raises(Bug):
        Library.open(old)
    monkeypatch.undo()
    with contextlib.closing(sqlite3.connect(old)) as database:
        assert version_of(Database(database)) == 1
        assert not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'half_done'").fetchall()
    with Library.open(old) as library:
        assert len(library.all_notes()) == 2


def test_every_version_can_be_brought_up(path: Path) -> None:
    for name in [migration.name for migration in migrations._migrations]:
        file = path.with_name(f"{name}.sqlite3")
        with contextlib.closing(sqlite3.connect(file)) as database:
            db = Database(database)
            migrations.apply(db, stop_before=name)
            db.execute("PRAGMA application_id=1296125003")
        with Library.open(file) as library:
            assert library._store.version == known_version()
            assert library.check() == []


def test_notes_of_a_library_that_knew_fewer_passages_are_indexed_anew(path: Path) -> None:
    with Library.open(path) as library:
        note_id = library.import_note(cases.a_source())
        library.index_note(note_id, [])
        assert library.notes_to_index() == []
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("DELETE FROM _sqlite_migrations WHERE name = 'm006_every_line_found'")
        database.commit()
    with Library.open(path) as library:
        assert library.notes_to_index() == [note_id]


def test_the_three_newest_copies_of_each_kind_are_kept(library: Library) -> None:
    first = library.back_up(Why.BULK_CHANGE)
    made = [library.back_up() for _ in range(5)]
    assert library.backups() == [*reversed(made[2:]), first]
    assert [backup.number for backup in library.backups()] == [6, 5, 4, 1]
    assert {file.suffix for file in first.path.parent.iterdir()} == {".sqlite3"}  # nothing half, no -wal


def test_programs_that_make_copies_at_once_each_make_whole_ones(path: Path) -> None:
    Library.open(path).close()
    gate, made, troubles = threading.Barrier(3), [], []

    def copy() -> None:
        with Library.open(path) as library:
            gate.wait()
            for _ in range(8):
                try:
                    made.append(library.back_up())
                    assert all(backup.size for backup in library.backups())
                except (UserError, OSError) as error:
                    troubles.append(error)

    threads = [threading.Thread(target=copy) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (troubles, len(made)) == ([], 24)
    kept = backups_of(path)
    assert kept
    for backup in kept:
        check_backup(backup)
    assert {file.suffix for file in kept[0].path.parent.iterdir()} == {".sqlite3"}


def test_what_a_killed_program_left_of_a_copy_goes_with_the_next(library: Library) -> None:
    folder = library.back_up().path.parent
    left, journal, young = (folder / f"0002-asked.{end}" for end in ("ab.half", "ab.half-journal", "cd.half"))
    for file in (left, journal, young):
        file.write_bytes(b"half")
    for file in (left, journal):
        os.utime(file, (0, 0))
    library.back_up()
    assert sorted(file.name for file in folder.iterdir()) == [
        "0001-asked.sqlite3",
        "0002-asked.cd.half",
        "0002-asked.sqlite3",
    ]


def test_restoring_brings_a_moment_back_and_can_be_taken_back(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    library.append(note_id, cases.an_entry(1))
    backup = library.back_up()
    library.append(note_id, cases.an_entry(2))
    before = library.restore(backup)
    assert len(library.entries(note_id)) == 1
    library.append(note_id, cases.an_entry(2, "다른 제목"))
    library.restore(before)
    assert library.entries(note_id) == [cases.an_entry(1), cases.an_entry(2)]
    assert library._store.row("PRAGMA journal_mode") == ("wal",)
    library.close()
    with Library.open(library.path) as again:
        assert len(again.entries(note_id)) == 2
        assert again.check() == []


def test_an_older_backup_is_brought_up_when_it_is_restored(old: Path) -> None:
    with Library.open(old) as library:
        (backup,) = library.backups()
        library.delete_note(1)
        library.restore(backup)
        assert len(library.all_notes()) == 2
        assert library._store.version == known_version()
        library.save_offers(1, Offers())


def test_a_backup_from_a_later_program_is_refused(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    backup = library.back_up()
    with contextlib.closing(sqlite3.connect(backup.path)) as copy, copy:
        copy.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('malkkeum', 'm900_new', '')"
        )
    with pytest.raises(NewerLibrary):
        library.restore(backup)
    assert library.note(note_id)


def test_a_change_of_many_notes_is_backed_up_and_goes_in_whole(library: Library) -> None:
    ids = [library.import_note(cases.a_source(text)) for text in ("하나", "둘")]
    library.append_to_many({id_: cases.an_entry(1) for id_ in ids})
    assert [backup.why for backup in library.backups()] == [Why.BULK_CHANGE]
    with pytest.raises(Bug):
        library.append_to_many({ids[0]: cases.an_entry(2), ids[1]: cases.an_entry(1)})
    assert [len(library.entries(id_)) for id_ in ids] == [1, 1]


def test_everything_can_be_taken_along(library: Library, tmp_path: Path) -> None:
    source = cases.a_source(name="주간: 회의?.txt")
    note_id = library.import_note(source)
    library.append(note_id, cases.an_entry())
    library.save_draft(note_id, "info:place", "3층")
    library.set_setting("language", "ko")
    library.confirm("레그", "RAG", note_id)
    library.add_terms([OwnTerm("쿠버네티스", ("쿠버네티스",))])
    library.record_sent(note_id, "https://api.example.com/v1", "model-1", "문장 12개", 340)
    target = tmp_path / "말끔 자료.zip"
    library.export_all(target)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    note = json.loads(files["notes/0001 주간 회의/note.json"])
    assert files["notes/0001 주간 회의/original 주간 회의.txt"] == source.raw
    assert [entry_from(value) for value in note["journal"]] == [cases.an_entry()]
    assert note["drafts"] == {"info:place": "3층"}
    assert json.loads(files["learned.json"])[0]["meant"] == "RAG"
    assert json.loads(files["terms.json"])[0]["term"] == "쿠버네티스"
    assert json.loads(files["sent.json"])[0]["characters"] == 340
    assert json.loads(files["settings.json"]) == {"language": "ko"}


def test_an_export_that_cannot_be_written_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnwritableResult):
        library.export_all(tmp_path / "없는 폴더" / "자료.zip")


def test_deleting_everything_leaves_no_word_anywhere(library: Library) -> None:
    note_id = library.import_note(cases.a_source("비밀스러운 이야기"))
    library.index_note(note_id, [])
    library.back_up()
    library.delete_all()
    assert library.all_notes() == []
    assert library.search(Query("비밀스러운")).hits == ()
    left = [file for file in library.path.parent.rglob("*") if file.is_file()]
    assert left
    assert not any("비밀스러운".encode() in file.read_bytes() for file in left)
    assert library.import_note(cases.a_source()) == 1


def test_what_was_sent_is_kept_without_a_key(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    library.record_sent(
        note_id, "https://me:sk-secret@api.example.com:8443/v1?key=sk-secret", "model-1", "문장 3개", 90
    )
    library.record_sent(None, "localhost:11434/v1", "gemma", "용어 5개", 20)
    first, second = library.sent()
    assert (first.host, first.model, first.what, first.characters) == (
        "api.example.com:8443",
        "model-1",
        "문장 3개",
        90,
    )
    assert abs((datetime.now(UTC) - first.time).total_seconds()) < 60
    assert second.host == "localhost:11434"
    assert library.sent(note_id) == [first]
    library.delete_note(note_id)
    assert [one.note_id for one in library.sent()] == [None, None]  # that it was sent stays true
    library.close()
    assert b"sk-secret" not in library.path.read_bytes()


def test_the_words_that_were_sent_can_be_read_again_until_their_note_goes(library: Library) -> None:
    note_id = library.import_note(cases.a_source())
    kept = library.record_sent(note_id, "https://api.example.com/v1", "m", "회의록 1/2", 9, "[전화번호#1] \ud83d 말")
    bare = library.record_sent(note_id, "https://api.example.com/v1", "m", "회의록 2/2", 9)
    assert library.sent_words(kept) == "[전화번호#1] \ud83d 말"
    assert library.sent_words(bare) is None
    library.delete_note(note_id)
    assert library.sent_words(kept) is None
    assert len(library.sent()) == 2
