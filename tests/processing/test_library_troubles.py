"""What happens to the library when the world goes wrong: killed, full, locked, read-only, damaged, newer.

Nothing is mocked: processes are killed, limits are set, locks are held, bytes are overwritten.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import library_cases as cases
import pytest

from processing.errors import Bug, UserError
from processing.library import (
    DamagedLibrary,
    DiskFull,
    Library,
    LibraryBusy,
    LibraryReadOnly,
    LibraryTrouble,
    NewerLibrary,
    Why,
    backups_of,
)
from processing.library.schema import known_version
from processing.library.troubles import trouble_of

PAGE = 4096
HERE = Path(__file__).parent

APPENDING = """
import sys
from pathlib import Path
import library_cases as cases
from processing.library import Library
library = Library.open(Path(sys.argv[1]))
note_id = library.import_note(cases.a_source())
for id_ in range(1, 100_000):
    library.save_draft(note_id, "turn:17", f"쓰다 만 글 {id_}")
    library.append(note_id, cases.an_entry(id_))
    print(id_, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "malkkeum.sqlite3"


def a_library(path: Path, entries: int = 3) -> int:
    """A closed library with one note of so many entries; the note's id."""
    with Library.open(path) as library:
        note_id = library.import_note(cases.a_source())
        library.append_all(note_id, [cases.an_entry(n) for n in range(1, entries + 1)])
    return note_id


@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_every_acknowledged_entry_survives_kill_9(path: Path, acknowledged: int) -> None:
    folders = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    environment = {**os.environ, "PYTHONPATH": folders, "PYTHONUTF8": "1"}
    child = subprocess.Popen(
        [sys.executable, "-c", APPENDING, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(acknowledged)]
    child.kill()
    lines += child.stdout.read().splitlines()
    child.stdout.close()
    assert child.wait() != 0
    last = int(lines[-1])
    with Library.open(path) as library:
        (note,) = library.recent()
        entries = library.entries(note.id)
        assert [entry.id for entry in entries] == list(range(1, len(entries) + 1))
        assert last <= len(entries) <= last + 1  # the one after may have been written and not yet told
        assert library.draft(note.id, "turn:17") in (f"쓰다 만 글 {last}", f"쓰다 만 글 {last + 1}")
        assert library.check() == []


def test_a_full_disk_loses_nothing_and_is_told(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path) as library:
        (pages,) = library._store.rows("PRAGMA page_count")[0]
        library._store.rows(f"PRAGMA max_page_count={pages}")
        with pytest.raises(DiskFull) as told:
            library.append_all(note_id, [cases.an_entry(4, "가" * PAGE), cases.an_entry(5, "나" * PAGE)])
        assert "디스크가 가득" in told.value.sentence
        assert len(library.entries(note_id)) == 3
        library._store.rows(f"PRAGMA max_page_count={pages + 100}")
        library.append(note_id, cases.an_entry(4, "가" * PAGE))  # room was made: it goes on
        assert len(library.entries(note_id)) == 4
        assert library.check() == []


@contextlib.contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow over `size` bytes."""
    resource = pytest.importorskip("resource", reason="only POSIX limits a file's size")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN])
@pytest.mark.parametrize(("free", "is_full"), [(0, True), (10**9, False)])
def test_a_library_that_cannot_be_opened_on_a_full_disk_is_told_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, free: int, is_full: bool
) -> None:
    """There SQLite finds no room for the file beside the library, and says that it cannot open it."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("?")
    error.sqlite_errorcode = code
    assert isinstance(trouble_of(error, path), DiskFull) == is_full


def test_a_backup_without_room_leaves_the_copies_before_whole(path: Path) -> None:
    a_library(path)
    with Library.open(path) as library:
        first = library.back_up()
        with files_of_at_most(3 * PAGE), pytest.raises(LibraryTrouble):
            library.back_up()
        assert library.backups() == [first]
        assert [file.name for file in first.path.parent.iterdir()] == [first.path.name]


def test_another_programs_lock_is_told_and_goes_by(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path, busy_s=0.02) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy) as told:
            library.append(note_id, cases.an_entry(4))
        assert "다른 프로그램이" in told.value.sentence
        assert len(library.entries(note_id)) == 3  # reading goes on
        other.execute("ROLLBACK")
        other.close()
        library.append(note_id, cases.an_entry(4))
        assert len(library.entries(note_id)) == 4


def test_a_lock_that_is_let_go_in_time_is_waited_for(path: Path) -> None:
    note_id = a_library(path)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        held.set()
        done.wait(0.1)
        other.execute("ROLLBACK")
        other.close()

    thread = threading.Thread(target=hold)
    with Library.open(path) as library:
        thread.start()
        held.wait()
        library.append(note_id, cases.an_entry(4))
        done.set()
        thread.join()
        assert len(library.entries(note_id)) == 4


def test_programs_that_start_at_once_make_one_library(path: Path) -> None:
    gate, troubles = threading.Barrier(4), []

    def start() -> None:
        gate.wait()
        try:
            with Library.open(path) as library:
                library.import_note(cases.a_source())
        except UserError as error:
            troubles.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    with Library.open(path) as library:
        assert len(library.all_notes()) == 1
        assert library.check() == []


@contextlib.contextmanager
def a_read_only_folder() -> Iterator[Path]:
    """A folder in which this process may not write, whoever runs it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("folders cannot be closed by their mode here")
    folder = Path(tempfile.mkdtemp())  # pytest's own is closed to other users
    with Library.open(folder / "있던.sqlite3") as library:
        library.import_note(cases.a_source())
    folder.chmod(0o555)
    for file in folder.iterdir():
        file.chmod(0o444)
    me = os.geteuid()
    try:
        if me == 0:
            os.seteuid(65534)
        yield folder
    finally:
        if me == 0:
            os.seteuid(0)
        folder.chmod(stat.S_IRWXU)
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


@pytest.mark.parametrize("name", ["없던.sqlite3", "있던.sqlite3", "없던 폴더/malkkeum.sqlite3"])
def test_a_read_only_folder_is_told(name: str) -> None:
    with a_read_only_folder() as folder, pytest.raises(LibraryReadOnly) as told:
        Library.open(folder / name)
    assert "쓸 수 없어" in told.value.sentence
    assert "폴더" in told.value.sentence


def test_a_path_that_cannot_be_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("폴더가 아님")
    with pytest.raises(LibraryReadOnly):
        Library.open(tmp_path / "파일" / "malkkeum.sqlite3")
    with pytest.raises(LibraryReadOnly):
        Library.open(tmp_path)


def test_garbage_instead_of_a_library_is_set_aside_once_and_left_alone(path: Path) -> None:
    path.write_bytes(b"garbage " * 1000)
    for _ in range(2):
        with pytest.raises(DamagedLibrary) as told:
            Library.open(path)
    assert "손상" in told.value.sentence
    assert path.read_bytes() == b"garbage " * 1000
    assert told.value.copy is not None
    assert told.value.copy.read_bytes() == path.read_bytes()
    assert len(list(told.value.copy.parent.iterdir())) == 1


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xee" * PAGE)


def test_damage_met_later_is_told_with_a_copy_and_a_backup_puts_it_right(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path) as library:
        backup = library.back_up()
    spoil(path, "sources")
    with Library.open(path) as library:
        for _ in range(2):  # and stays so: nothing is written into a broken file
            with pytest.raises(DamagedLibrary) as told:
                library.load(note_id)
        with pytest.raises(DamagedLibrary):
            library.append(note_id, cases.an_entry(4))
    assert told.value.copy is not None
    assert told.value.copy.read_bytes() == path.read_bytes()
    damaged = path.read_bytes()
    with Library.restored(path, backup) as library:
        assert len(library.entries(note_id)) == 3
        assert library.check() == []
    assert any(file.read_bytes() == damaged for file in (path.parent / "damaged").iterdir())


def test_a_damaged_library_can_be_left_behind(path: Path) -> None:
    a_library(path)
    path.write_bytes(b"garbage " * 1000)
    with Library.started_anew(path) as library:
        assert library.recent() == []
    assert [file.read_bytes() for file in (path.parent / "damaged").iterdir()] == [b"garbage " * 1000]


def test_a_damaged_library_is_never_copied_over_good_backups(path: Path) -> None:
    a_library(path, entries=50)
    with Library.open(path) as library:
        good = [library.back_up() for _ in range(3)]
    spoil(path, "journal")
    with Library.open(path) as library, pytest.raises(DamagedLibrary):
        library.back_up()
    assert {backup.path for backup in backups_of(path)} == {backup.path for backup in good}


def test_a_damaged_backup_is_refused_and_changes_nothing(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path) as library:
        backup = library.back_up()
        spoil(backup.path, "notes")
        with pytest.raises(DamagedLibrary):
            library.restore(backup)
        assert len(library.entries(note_id)) == 3


def test_a_newer_library_is_refused_with_both_versions(path: Path) -> None:
    a_library(path)
    with sqlite3.connect(path) as later:
        later.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('malkkeum', 'm900_new', '')"
        )
    later.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibrary) as told:
        Library.open(path)
    assert (told.value.found, told.value.known) == (known_version() + 1, known_version())
    assert f"형식 {told.value.found}, 이 프로그램은 {told.value.known}까지" in told.value.sentence
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE photos (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LibraryTrouble, match="다른 데이터베이스"):
        Library.open(path)
    assert path.read_bytes() == before


def test_another_thread_is_a_bug(path: Path) -> None:
    caught: list[Exception] = []

    def read() -> None:
        try:
            library.recent()
        except Bug as error:
            caught.append(error)

    with Library.open(path) as library:
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(caught) == 1


def test_a_failed_write_leaves_no_transaction_open(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path) as library:
        with pytest.raises(Bug), library._store.writing() as db:
            db.execute("INSERT INTO journal VALUES (1, 1, '', '', '', '', NULL)")  # the id is taken
        library.append(note_id, cases.an_entry(4))
    with Library.open(path) as library:
        assert len(library.entries(note_id)) == 4


def test_what_the_person_reads_holds_no_word_of_a_note(path: Path) -> None:
    note_id = a_library(path)
    with Library.open(path) as library:
        (pages,) = library._store.rows("PRAGMA page_count")[0]
        library._store.rows(f"PRAGMA max_page_count={pages}")
        with pytest.raises(DiskFull) as told:
            library.append(note_id, cases.an_entry(4, "비밀 " * PAGE))
    assert "비밀" not in str(told.value) + told.value.cause
    assert Why.ASKED_FOR not in told.value.sentence
