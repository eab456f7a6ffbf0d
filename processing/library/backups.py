"""Copies of the library: made before migrations and bulk changes, checked, rotated, put back."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from processing.files import sweep
from processing.library.troubles import DamagedLibrary, is_damage, trouble_of, trouble_of_os

KEPT = 3  # copies of each kind: many bulk changes do not push out the one from before a migration

FILES = ("", "-wal", "-shm")  # what SQLite keeps beside a database


class Why(StrEnum):
    """Before what a copy was made."""

    MIGRATION = "migration"
    BULK_CHANGE = "bulk"
    RESTORING = "restoring"
    ASKED_FOR = "asked"


@dataclass(frozen=True)
class Backup:
    """A whole copy of the library. `number` grows by one with each; `time` is the file's (aware), `size` in bytes."""

    path: Path
    number: int
    why: Why
    time: datetime
    size: int


def backups_of(library: Path) -> list[Backup]:
    """The copies of the library at this path, the newest first; they are there even when the library is damaged."""
    found = [_backup(path) for path in _folder(library).glob("[0-9]*-*.sqlite3")]
    return sorted((backup for backup in found if backup is not None), key=lambda backup: -backup.number)


def _backup(path: Path) -> Backup | None:
    """The copy in a file of ours; None for another's, and for one that another program has just let go."""
    number, _, why = path.stem.partition("-")
    if not number.isdigit() or why not in set(Why):
        return None
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    return Backup(path, int(number), Why(why), datetime.fromtimestamp(seen.st_mtime, UTC), seen.st_size)


def back_up(connection: sqlite3.Connection, library: Path, why: Why) -> Backup:
    """A new copy of the open library, whole and checked, beside it; older ones of its kind are then let go.

    Raises `LibraryTrouble` if there is no room for it; then the copies before are as they were.
    """
    copies = backups_of(library)
    number = 1 + max((copy.number for copy in copies), default=0)
    target = _folder(library) / f"{number:04}-{why.value}.sqlite3"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent, "*.half*")
        seen = _copy_whole(connection, target)
    except sqlite3.Error as error:
        if is_damage(error):  # it is the library's own: whoever holds it open sets it aside
            raise
        raise trouble_of(error, target) from error
    except OSError as error:
        raise trouble_of_os(error, target) from error
    for old in [copy for copy in copies if copy.why is why][KEPT - 1 :]:
        with contextlib.suppress(OSError):  # one that is held open goes the next time
            old.path.unlink()
    return Backup(target, number, why, datetime.fromtimestamp(seen.st_mtime, UTC), seen.st_size)


def check_backup(backup: Backup) -> None:
    """Raise `DamagedLibrary` unless a copy is a whole database."""
    try:
        with contextlib.closing(sqlite3.connect(backup.path)) as copy:
            _check_whole(copy)
    except sqlite3.Error as error:
        if is_damage(error):
            raise DamagedLibrary(backup.path, backup.path, str(error)) from error
        raise trouble_of(error, backup.path) from error


def put_in_place(backup: Backup, library: Path) -> None:
    """Make a copy the library, where the library cannot be opened. Its files must have been moved away before."""
    check_backup(backup)
    half = library.with_name(library.name + ".restoring")
    try:
        shutil.copyfile(backup.path, half)
        _flush(half)
        os.replace(half, library)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise trouble_of_os(error, library) from error


def move_aside(library: Path) -> Path | None:
    """Where the files of a library that cannot be opened were moved; None if there was none. Nothing is deleted."""
    if not library.exists():
        return None
    try:
        target = _aside(library)
        for end in FILES:
            if library.with_name(library.name + end).exists():
                os.replace(library.with_name(library.name + end), target.with_name(target.name + end))
    except OSError as error:
        raise trouble_of_os(error, library) from error
    return target


def copy_aside(library: Path) -> Path | None:
    """Where a copy of the library's files is; None if none could be made. The same damage is copied once."""
    try:
        target = _aside(library)
        last = target.with_name(f"{int(target.name[:4]) - 1:04}-{library.name}")
        if last.exists() and _stamp(last) == _stamp(library):
            return last
        for end in FILES:
            if library.with_name(library.name + end).exists():
                shutil.copy2(library.with_name(library.name + end), target.with_name(target.name + end))
    except OSError:
        return None
    return target


def delete_files(library: Path) -> None:
    """Delete the library's file, its backups and the copies set aside: all that was ever kept."""
    try:
        for end in FILES:
            library.with_name(library.name + end).unlink(missing_ok=True)
        for folder in (_folder(library), library.parent / "damaged"):
            if folder.is_dir():
                shutil.rmtree(folder)
    except OSError as error:
        raise trouble_of_os(error, library) from error


def _folder(library: Path) -> Path:
    return library.parent / "backups"


def _aside(library: Path) -> Path:
    folder = library.parent / "damaged"
    folder.mkdir(exist_ok=True)
    numbers = [int(path.name[:4]) for path in folder.glob("[0-9][0-9][0-9][0-9]-*")]
    return folder / f"{max(numbers, default=0) + 1:04}-{library.name}"


def _stamp(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns


def _copy_whole(connection: sqlite3.Connection, target: Path) -> os.stat_result:
    """Make the copy, and tell how it then is. Two programs that make one at once do not write to one file."""
    half = target.with_suffix(f".{secrets.token_hex(4)}.half")
    try:
        with contextlib.closing(sqlite3.connect(half)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            _check_whole(copy)
        _flush(half)
        seen = half.stat()
        os.replace(half, target)
    except BaseException:  # an interrupt too leaves no half copy
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise
    return seen


def _check_whole(copy: sqlite3.Connection) -> None:
    (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise _damage(answer)


def _damage(answer: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(answer)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    error.sqlite_errorname = "SQLITE_CORRUPT"
    return error


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
