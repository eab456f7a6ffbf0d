"""What can go wrong with the library's file, told in Korean: the only place that reads SQLite's error codes."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from pathlib import Path

from processing.errors import Bug, UserError


class LibraryTrouble(UserError):
    """The library's file could not be used; `path` is the file, `cause` the code or words of the system."""

    def __init__(self, sentence: str, path: Path, cause: str = "") -> None:
        super().__init__(sentence)
        self.path = path
        self.cause = cause


class LibraryBusy(LibraryTrouble):
    """Another program holds the file's lock."""


class LibraryReadOnly(LibraryTrouble):
    """The file or its folder may not be written."""


class DiskFull(LibraryTrouble):
    """No room for what should be written."""


class NewerLibrary(LibraryTrouble):
    """A later program wrote the library: `found` and `known` are the versions of its form."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"보관함이 더 새로운 말끔에서 만들어졌습니다(보관함 형식 {found}, 이 프로그램은 {known}까지). "
            "말끔을 새 버전으로 바꾼 뒤 다시 열어 주세요. 보관함은 그대로 두었습니다.",
            path,
        )
        self.found = found
        self.known = known


class DamagedLibrary(LibraryTrouble):
    """The file is no whole database; `copy` is where it was set aside, None where even that failed."""

    def __init__(self, path: Path, copy: Path | None, cause: str = "") -> None:
        kept = f"손상된 파일은 '{copy}'에 따로 두었습니다" if copy is not None else "손상된 파일은 그대로 두었습니다"
        super().__init__(
            f"보관함 파일이 손상되어 읽지 못했습니다. {kept}. 백업에서 복원하거나 새 보관함으로 시작해 주세요.",
            path,
            cause,
        )
        self.copy = copy


_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NOT_ALLOWED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_ALSO_OF_NO_ROOM = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_BESIDE = 65_536  # bytes: SQLite puts a file of half this size beside a library that it opens


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file is no whole database."""
    return _primary_code(error) in _DAMAGED


def trouble_of(error: sqlite3.Error, path: Path) -> Exception:
    """The error that says in Korean what SQLite's `error` means; a `Bug` where nobody else is to blame.

    Damage is not told here: whoever owns the file sets a copy aside first.
    """
    code, cause = _primary_code(error), getattr(error, "sqlite_errorname", "")
    if code in _BUSY:
        return busy(path, cause)
    if code == sqlite3.SQLITE_FULL or (code in _ALSO_OF_NO_ROOM and _has_no_room(path)):
        return _full(path, cause)
    if code in _NOT_ALLOWED:
        return _not_allowed(path, cause)
    if code == sqlite3.SQLITE_IOERR:
        return _unreachable(path, cause)
    return Bug(f"the library: {type(error).__name__} {cause}")


def trouble_of_os(error: OSError, path: Path) -> LibraryTrouble:
    """The error that says in Korean what the system's `error` means."""
    cause = errno.errorcode.get(error.errno or 0, "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _full(path, cause)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return _not_allowed(path, cause)
    return _unreachable(path, cause)


def busy(path: Path, cause: str = "") -> LibraryTrouble:
    """The error that another program uses the library."""
    return LibraryBusy(
        "다른 프로그램이 보관함을 쓰고 있어 저장하지 못했습니다. "
        "말끔의 다른 창이나 동기화 프로그램을 닫고 다시 해 주세요.",
        path,
        cause,
    )


def _has_no_room(path: Path) -> bool:
    """Whether the disk is as good as full: SQLite then says no more than that it cannot open or write a file."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(path.parent).free < _BESIDE
    return False


def _primary_code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _not_allowed(path: Path, cause: str) -> LibraryTrouble:
    return LibraryReadOnly(
        f"'{path.parent}' 폴더에 쓸 수 없어 저장하지 못했습니다. "
        "폴더의 쓰기 권한을 확인하거나 설정에서 다른 폴더를 골라 주세요.",
        path,
        cause,
    )


def _full(path: Path, cause: str) -> LibraryTrouble:
    return DiskFull(
        "디스크가 가득 차서 저장하지 못했습니다. 필요 없는 파일을 지워 공간을 만든 뒤 다시 해 주세요.", path, cause
    )


def _unreachable(path: Path, cause: str) -> LibraryTrouble:
    return LibraryTrouble(
        f"보관함 파일 '{path}'에 닿지 못했습니다. "
        "디스크나 네트워크 드라이브가 연결되어 있는지 확인한 뒤 다시 해 주세요.",
        path,
        cause,
    )
