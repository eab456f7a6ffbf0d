"""Another folder for all data: everything arrives and is the same, the old folder stays, and what fails leaves nothing."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import library_cases as cases
import pytest

from processing.errors import UserError
from processing.library import Library, moving
from processing.library.moving import LIBRARY, FolderRefused, Move, carry_out, planned
from processing.library.troubles import DamagedLibrary, DiskFull, LibraryBusy, LibraryReadOnly, LibraryTrouble


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a note, a backup, a template, settings, and what belongs to the running program."""
    folder = tmp_path / "예전"
    folder.mkdir()
    with Library.open(folder / LIBRARY) as library:
        note_id = library.import_note(cases.a_source())
        library.append(note_id, cases.an_entry(1))
        library.back_up()
    (folder / "settings.ini").write_text("[General]\nscheme=dark\n", "utf-8")
    (folder / "templates").mkdir()
    (folder / "templates" / "우리 팀.txt").write_text("# 우리 팀\n할 일\n", "utf-8")
    (folder / "logs").mkdir()
    (folder / "logs" / "malkkeum.log").write_text("…", "utf-8")
    (folder / "window.lock").write_text("1", "utf-8")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file; the two that SQLite keeps beside an open library come and go."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


@pytest.mark.parametrize("where", ["새 폴더", "아직/없는/폴더"])
def test_everything_is_copied_and_the_old_folder_stays(old: Path, tmp_path: Path, where: str) -> None:
    before = files_of(old)
    carry_out(planned(old, tmp_path / where))
    assert files_of(old) == before
    there = files_of(tmp_path / where)
    assert there.keys() == {
        "backups/0001-asked.sqlite3",
        LIBRARY,
        "settings.ini",
        "templates/우리 팀.txt",
    }
    assert all(there[name] == before[name] for name in there if name != LIBRARY)
    with Library.open(tmp_path / where / LIBRARY) as library:
        assert library.check() == []
        (row,) = library.all_notes()
        assert library.load(row.id) == (cases.a_source(), [cases.an_entry(1)])
        assert len(library.backups()) == 1


def test_what_was_written_last_and_stands_beside_the_library_comes_along(old: Path, tmp_path: Path) -> None:
    writer = sqlite3.connect(old / LIBRARY)
    writer.execute("INSERT INTO settings VALUES ('late', '1')")
    writer.commit()  # in the write-ahead log until somebody closes the library
    carry_out(planned(old, tmp_path / "새"))
    writer.close()
    with Library.open(tmp_path / "새" / LIBRARY) as library:
        assert library.setting("late") == 1


def test_beside_other_files_the_data_get_a_folder_of_their_own(old: Path, tmp_path: Path) -> None:
    (tmp_path / "문서").mkdir()
    (tmp_path / "문서" / "메모.txt").write_text("내 글", "utf-8")
    move = planned(old, tmp_path / "문서")
    carry_out(move)
    assert move.new == tmp_path / "문서" / "malkkeum"
    assert (move.new / LIBRARY).is_file()
    assert (tmp_path / "문서" / "메모.txt").read_text("utf-8") == "내 글"


def test_a_library_that_is_there_is_used_and_left_as_it_is(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "다른 PC"
    with Library.open(other / LIBRARY):
        pass
    before = files_of(other)
    move = planned(old, other)
    carry_out(move)
    assert move == Move(old, other, has_library=True)
    assert files_of(other) == before


@pytest.mark.parametrize(
    ("choose", "said"),
    [
        (lambda old: old, "지금 쓰고 있는 폴더"),
        (lambda old: old / "templates", "자료 폴더 안으로는"),
        (lambda old: old / "settings.ini", "자료 폴더 안으로는"),
        (lambda old: old.parent / "파일", "폴더가 아닙니다"),
        (lambda old: old.parent / "찬 곳", "다른 파일이 있습니다"),
    ],
)
def test_a_folder_that_cannot_be_is_refused(old: Path, choose: Callable[[Path], Path], said: str) -> None:
    (old.parent / "파일").write_text("", "utf-8")
    (old.parent / "찬 곳" / "malkkeum").mkdir(parents=True)
    (old.parent / "찬 곳" / "malkkeum" / "x").write_text("", "utf-8")
    with pytest.raises(FolderRefused, match=said):
        planned(old, choose(old))


def test_too_little_room_is_told_with_both_figures(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 3_000_000))
    with pytest.raises(DiskFull, match="옮길 자료가 1MB인데 그 디스크에는 3MB만"):
        planned(old, tmp_path / "새")
    assert not (tmp_path / "새").exists()


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.EACCES, LibraryReadOnly), (errno.EROFS, LibraryReadOnly), (errno.EIO, LibraryTrouble)],
)
def test_a_folder_that_takes_nothing_is_told_before_anything_is_copied(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[UserError]
) -> None:
    def refuse(**_where: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(moving.tempfile, "TemporaryFile", refuse)
    with pytest.raises(kind):
        planned(old, tmp_path / "새")


@pytest.mark.parametrize(
    ("step", "code", "kind"),
    [
        ("copy2", errno.ENOSPC, DiskFull),
        ("copy2", errno.EACCES, LibraryReadOnly),
        ("replace", errno.ENOSPC, DiskFull),
        ("_flush", errno.EIO, LibraryTrouble),
    ],
)
def test_what_fails_on_the_way_leaves_both_folders_as_they_were(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, kind: type[UserError]
) -> None:
    before, move = files_of(old), planned(old, tmp_path / "가" / "나")

    def fail(*_paths: object) -> None:
        raise OSError(code, os.strerror(code))

    where = {"copy2": moving.shutil, "replace": moving.os, "_flush": moving}[step]
    monkeypatch.setattr(where, step, fail)
    with pytest.raises(kind):
        carry_out(move)
    monkeypatch.undo()
    assert files_of(old) == before
    assert not (tmp_path / "가").exists()


def test_a_disk_that_fills_up_under_sqlite_leaves_no_journal(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = planned(old, tmp_path / "새")

    def fill_up(_path: Path) -> None:
        (tmp_path / "새" / f"{LIBRARY}.half-journal").write_bytes(b"?")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(moving, "_counts", fill_up)
    with pytest.raises(DiskFull):
        carry_out(move)
    assert not (tmp_path / "새").exists()


class KilledError(BaseException):
    """What nobody catches."""


@pytest.mark.parametrize("name", ["0001-asked.sqlite3", f"{LIBRARY}.half"])
def test_a_move_that_was_cut_off_goes_on_in_the_same_folder(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def kill(path: Path) -> None:
        if path.name == name:
            raise KilledError

    before, move = files_of(old), planned(old, tmp_path / "새")
    monkeypatch.setattr(moving, "_flush", kill)
    with pytest.raises(KilledError):
        carry_out(move)
    monkeypatch.undo()
    again = planned(old, tmp_path / "새")
    assert again == Move(old, tmp_path / "새")
    carry_out(again)
    assert files_of(old) == before
    there = files_of(tmp_path / "새")
    assert there.keys() == {"backups/0001-asked.sqlite3", LIBRARY, "settings.ini", "templates/우리 팀.txt"}
    with Library.open(tmp_path / "새" / LIBRARY) as library:
        assert library.check() == []


def test_what_another_library_s_move_has_left_is_no_empty_folder(old: Path, tmp_path: Path) -> None:
    (tmp_path / "새").mkdir()
    (tmp_path / "새" / moving.UNFINISHED).write_text(str(tmp_path / "남의 것"), "utf-8")
    assert planned(old, tmp_path / "새").new == tmp_path / "새" / moving.OF_ITS_OWN


def test_where_the_new_folder_cannot_be_kept_in_mind_nothing_is_left_there(old: Path, tmp_path: Path) -> None:
    def forget(_new: Path) -> None:
        raise UserError("바꾸지 못했습니다.")

    with pytest.raises(UserError, match="바꾸지 못했습니다"):
        carry_out(planned(old, tmp_path / "새"), forget)
    assert not (tmp_path / "새").exists()


def test_an_empty_file_is_no_library(old: Path, tmp_path: Path) -> None:
    (tmp_path / "새").mkdir()
    (tmp_path / "새" / LIBRARY).touch()
    assert planned(old, tmp_path / "새") == Move(old, tmp_path / "새" / moving.OF_ITS_OWN)


def test_a_copy_that_differs_is_none(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = planned(old, tmp_path / "새")
    monkeypatch.setattr(moving.shutil, "copy2", lambda _source, target: Path(target).write_bytes(b"?"))
    with pytest.raises(LibraryTrouble):
        carry_out(move)
    assert not (tmp_path / "새").exists()


def test_rows_that_are_missing_in_the_copy_are_seen(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move, counts = planned(old, tmp_path / "새"), iter([{"notes": 1}, {"notes": 0}])
    monkeypatch.setattr(moving, "_counts", lambda _library: next(counts))
    with pytest.raises(LibraryTrouble):
        carry_out(move)
    assert not (tmp_path / "새").exists()


def test_a_damaged_library_is_told_and_copied_nowhere(old: Path, tmp_path: Path) -> None:
    (old / LIBRARY).write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with pytest.raises(DamagedLibrary, match="그대로 두었습니다"):
        carry_out(planned(old, tmp_path / "새"))
    assert not (tmp_path / "새").exists()


def test_a_library_that_another_program_holds_is_told(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(moving.sqlite3, "connect", lambda path, **options: connect(path, timeout=0.1, **options))
    holder = connect(old / LIBRARY)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryBusy):
        carry_out(planned(old, tmp_path / "새"))
    holder.close()
    assert not (tmp_path / "새").exists()


def test_a_database_of_another_program_is_not_taken_for_a_library(old: Path, tmp_path: Path) -> None:
    (tmp_path / "남").mkdir()
    other = sqlite3.connect(tmp_path / "남" / LIBRARY)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(LibraryTrouble, match="다른 데이터베이스"):
        planned(old, tmp_path / "남")
