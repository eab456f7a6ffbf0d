"""All that the program keeps, brought to another folder: copied, compared, and only then used.

The old folder stays as it is. Nobody may have the library open meanwhile. What was copied goes again where it fails;
where the program was ended in the middle, a file tells so, and the same move goes on there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from processing.errors import UserError
from processing.library.backups import FILES
from processing.library.database import Database
from processing.library.store import check_ours
from processing.library.troubles import DamagedLibrary, DiskFull, is_damage, trouble_of, trouble_of_os

LIBRARY = "library.sqlite"
OF_ITS_OWN = "malkkeum"  # the folder made where the one that was chosen holds other files
HALF = LIBRARY + ".half"
UNFINISHED = "moving.txt"  # tells from where, until the library itself is there
LEFT_BEHIND = frozenset({"window.lock", "logs", "data_folder.txt", UNFINISHED, *(LIBRARY + end for end in FILES)})
MARGIN = 50_000_000  # bytes that should be left on the disk


class FolderRefused(UserError):
    """A folder to which the data cannot go, whatever is done about it."""


@dataclass(frozen=True)
class Move:
    """From where to where. Where `has_library`, the one that is there is used as it stands, and nothing is copied."""

    old: Path
    new: Path
    has_library: bool = False


def planned(old: Path, chosen: Path) -> Move:
    """What choosing a folder for the data comes to; nothing is written yet.

    Raises `FolderRefused` for the folder in use and what lies in it, and `LibraryTrouble` where there is no room, no
    permission, or a library of a later program.
    """
    new = _place_in(old.resolve(), chosen.resolve())
    if _has_library(new):
        _check_library(new / LIBRARY)
        return Move(old, new, has_library=True)
    try:
        _check_writable(new)
        needed, free = sum(path.stat().st_size for path in _all_files(old)), shutil.disk_usage(_standing(new)).free
    except OSError as error:
        raise trouble_of_os(error, new / LIBRARY) from error
    if free < needed + MARGIN:
        raise DiskFull(
            f"옮길 자료가 {_megabytes(needed)}인데 그 디스크에는 {_megabytes(free)}만 남아 있습니다. "
            "공간을 만들거나 다른 폴더를 골라 주세요.",
            new / LIBRARY,
        )
    return Move(old, new)


def carry_out(move: Move, then: Callable[[Path], object] = Path) -> None:
    """Copy everything and compare it, and tell `then` the new folder, which is now whole; else it is as it was before.

    Raises `LibraryTrouble`: a full disk, a missing permission, a library that is damaged or held by another program;
    and the `UserError` that `then` raises.
    """
    made: list[Path] = []
    try:
        if not move.has_library:
            _copy_all(move, made)
        then(move.new)
    except sqlite3.Error as error:
        _take_away(made)
        if is_damage(error):
            raise DamagedLibrary(move.old / LIBRARY, None, str(error)) from error
        raise trouble_of(error, move.new / LIBRARY) from error
    except OSError as error:
        _take_away(made)
        raise trouble_of_os(error, move.new / LIBRARY) from error
    except UserError:
        _take_away(made)
        raise


def _copy_all(move: Move, made: list[Path]) -> None:
    for folder in reversed([move.new, *_missing(move.new.parent)]):
        if not folder.exists():
            folder.mkdir(mode=0o700)
            made.append(folder)
    mark = move.new / UNFINISHED
    if not mark.exists():
        made.append(mark)
        mark.write_bytes(os.fsencode(move.old))
    for path in _others(move.old):
        _copy(path, move.new / path.relative_to(move.old), made)
    if (move.old / LIBRARY).exists():
        _copy_library(move.old / LIBRARY, move.new / HALF, made)
    mark.unlink()
    if (move.new / HALF).exists():
        made.append(move.new / LIBRARY)
        os.replace(move.new / HALF, move.new / LIBRARY)


def _place_in(old: Path, chosen: Path) -> Path:
    """The folder to use: the chosen one if it is empty or holds a library, else one of the program's own in it."""
    if chosen == old:
        raise FolderRefused("지금 쓰고 있는 폴더입니다. 다른 폴더를 골라 주세요.")
    if old in chosen.parents:
        raise FolderRefused("지금 쓰는 자료 폴더 안으로는 옮길 수 없습니다. 다른 폴더를 골라 주세요.")
    if not _holds_others(chosen, old):
        return chosen
    own = chosen / OF_ITS_OWN
    if own == old:
        raise FolderRefused("지금 쓰고 있는 폴더입니다. 다른 폴더를 골라 주세요.")
    if _holds_others(own, old):
        raise FolderRefused(f"'{own}' 폴더에 다른 파일이 있습니다. 빈 폴더를 골라 주세요.")
    return own


def _holds_others(folder: Path, old: Path) -> bool:
    """Whether there is something in a folder, no library, and nothing that tells of a move from `old` that was cut off."""
    try:
        if not folder.exists() or _has_library(folder) or not any(folder.iterdir()):
            return False
        mark = folder / UNFINISHED
        return not (mark.is_file() and mark.read_bytes() == os.fsencode(old))
    except NotADirectoryError as error:
        raise FolderRefused(f"'{folder}'은(는) 폴더가 아닙니다. 폴더를 골라 주세요.") from error
    except OSError as error:
        raise trouble_of_os(error, folder / LIBRARY) from error


def _has_library(folder: Path) -> bool:
    library = folder / LIBRARY
    return library.is_file() and library.stat().st_size > 0


def _check_library(path: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as opened:
            check_ours(Database(opened, recursive_triggers=False, execute_plugins=False), path)
    except sqlite3.Error as error:
        if is_damage(error):
            raise DamagedLibrary(path, None, str(error)) from error
        raise trouble_of(error, path) from error


def _check_writable(new: Path) -> None:
    """Write something where the data shall go: permissions tell too little on some systems."""
    with tempfile.TemporaryFile(dir=_standing(new)) as file:
        file.write(b"?")


def _standing(folder: Path) -> Path:
    """The nearest folder above that exists, or the folder itself."""
    return next(one for one in (folder, *folder.parents) if one.exists())


def _missing(folder: Path) -> list[Path]:
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _others(old: Path) -> Iterator[Path]:
    """All files but the library's own and those of the running program."""
    for path in sorted(old.rglob("*")):
        if path.is_file() and path.relative_to(old).parts[0] not in LEFT_BEHIND:
            yield path


def _all_files(old: Path) -> Iterator[Path]:
    yield from _others(old)
    yield from (path for end in FILES if (path := old / (LIBRARY + end)).exists())


def _copy(source: Path, target: Path, made: list[Path]) -> None:
    for folder in reversed(_missing(target.parent)):
        folder.mkdir()
        made.append(folder)
    made.append(target)
    shutil.copy2(source, target)
    _flush(target)
    if _digest(source) != _digest(target):
        raise OSError(f"{target.name} differs from what was copied")


def _copy_library(source: Path, half: Path, made: list[Path]) -> None:
    """Copy the library to `half`; SQLite leaves a journal beside it where the disk is full."""
    half.unlink(missing_ok=True)
    made += [half, half.with_name(half.name + "-journal")]
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(half)) as new:
        old.execute("BEGIN")
        old.execute(
            "SELECT count(*) FROM sqlite_master"
        ).fetchone()  # raises where it is locked: `backup` would wait on
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        (answer,) = new.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok" or _counts(old) != _counts(new):
            raise OSError(f"the copied library is not the same: {answer}")
    _flush(half)


def _counts(library: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has; the index of the search is made of others."""
    names = library.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'passages_index%'")
    return {name: library.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()}


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _digest(path: Path) -> bytes:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


def _take_away(made: list[Path]) -> None:
    """Remove what was made, the last first; nothing else stands in these folders."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def _megabytes(size: int) -> str:
    return f"{max(round(size / 1_000_000), 1):,}MB"
