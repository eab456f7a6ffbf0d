"""Writing results: the one room that puts bytes on a disk for people, wholly or not at all, and that names the file.

A result is written to a temporary file in the same folder, flushed to the disk and moved over the target, so that a
failed export leaves the old file whole.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from processing.errors import UnwritableResult

LONGEST_NAME = 80  # code points of a name without its ending
LONGEST_NAME_BYTES = 180  # in UTF-8: Linux allows 255 with ending, lock files and " (2)"

STALE_S = 3600  # seconds after which nobody is at a half-written file any more

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?=\.|$)")

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM)


@dataclass(frozen=True)
class Stamp:
    """How a file was when it was last seen: size in bytes and time of change in nanoseconds."""

    size: int
    changed_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """How `path` is now, None if there is no such file: who asks before overwriting compares two of these."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return Stamp(seen.st_size, seen.st_mtime_ns)


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target` in one step: afterwards the old file or the new one is there, never a part.

    A link is followed, the permissions of an existing file are kept. Raises `UnwritableResult` with the reason.
    """
    try:
        path = _followed(target)
        _refuse_if_special(path)
        _refuse_if_open(path)
        _replace(path, data)
    except OSError as error:
        raise UnwritableResult(_sentence(error, target), str(target)) from error


def _followed(target: Path) -> Path:
    """Where a link leads. Raises `OSError` for one that leads back to itself, in whose place no file belongs."""
    path = Path(os.path.realpath(target))
    if path.is_symlink():
        raise OSError(errno.ELOOP, "link to itself")
    return path


def _replace(path: Path, data: bytes) -> None:
    kept_mode = _mode_of(path)
    sweep(path.parent, ".malkkeum-*.tmp")
    name = path.parent / f".malkkeum-{secrets.token_hex(6)}.tmp"
    # not mkstemp: its files are for the owner alone, and the mode of a new file is known only by asking for it
    handle = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if kept_mode is not None:
            os.chmod(name, kept_mode)
        os.replace(name, path)
    except BaseException:  # an interrupt too must leave nothing behind
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def sweep(folder: Path, pattern: str) -> None:
    """Delete what programs that were killed have left half-written; what another one writes now is younger."""
    for left in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE_S:
                left.unlink()


def _mode_of(path: Path) -> int | None:
    """The permissions of the file that is replaced, None if there is none."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & stat.S_IWUSR:  # replacing would get round the mark
        raise OSError(errno.EROFS, "read-only file")
    return mode


def _sync_folder(folder: Path) -> None:
    """Flush the folder's entry where the system can (Windows has no such call)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_if_special(path: Path) -> None:
    """A device or a pipe is no place for a result: replacing it would take it away from the system."""
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        raise UnwritableResult(
            f"'{path.name}'은(는) 보통 파일이 아니라서 저장하지 못했습니다. 다른 이름으로 저장해 주세요.", str(path)
        )


def _refuse_if_open(path: Path) -> None:
    """Word and LibreOffice leave a lock file beside an open document; only Windows itself refuses to replace it."""
    # Word puts "~$" for the first two letters of a name, for one or none of a short one
    for lock in (*(f"~${path.name[n:]}" for n in (2, 1, 0)), f".~lock.{path.name}#"):
        if os.path.exists(path.parent / lock):  # false where a lock's longer name cannot be
            raise UnwritableResult(
                f"'{path.name}'이(가) 다른 프로그램에서 열려 있어 저장하지 못했습니다. 그 파일을 닫고 다시 저장하거나"
                f" 다른 이름으로 저장해 주세요. 이미 닫았다면 같은 폴더의 '{lock}' 파일을 지우면 됩니다.",
                str(path),
            )


def _sentence(error: OSError, target: Path) -> str:
    name, folder = target.name, target.parent
    if error.errno in _FULL:
        return (
            f"디스크에 남은 공간이 없어 '{name}'을(를) 저장하지 못했습니다. 공간을 비우거나 다른 폴더에 저장해 주세요."
        )
    if error.errno == errno.ENAMETOOLONG:
        return f"파일 이름 '{name[:30]}…'이 너무 길어 저장하지 못했습니다. 이름을 줄여 주세요."
    if error.errno == errno.ELOOP:
        return f"'{name}'은(는) 자기 자신으로 되돌아오는 링크라서 저장하지 못했습니다. 다른 이름으로 저장해 주세요."
    if error.errno == errno.EROFS:
        return f"'{name}'은(는) 읽기 전용이라 저장하지 못했습니다. 다른 이름이나 다른 폴더로 저장해 주세요."
    if error.errno in _REFUSED and os.path.isfile(target):
        return f"'{name}'을(를) 바꾸지 못했습니다. Word 등에서 열려 있으면 닫고, 아니면 다른 폴더에 저장해 주세요."
    if error.errno in _REFUSED:
        return f"'{folder}' 폴더에 저장할 권한이 없습니다. 다른 폴더를 골라 주세요."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"'{folder}' 폴더를 찾지 못해 저장하지 못했습니다. 있는 폴더를 골라 주세요."
    if error.errno == errno.EISDIR or os.path.isdir(target):
        return f"'{name}'은(는) 폴더라서 저장하지 못했습니다. 파일 이름을 정해 주세요."
    return f"'{name}'을(를) 저장하지 못했습니다({error.strerror}). 다른 폴더에 저장해 주세요."


def safe_name(title: str, fallback: str = "제목 없음") -> str:
    """`title` as a file name without ending that Windows, macOS and Linux all take; `fallback` if nothing is left.

    >>> safe_name("1/4분기: 실적? 점검"), safe_name("con"), safe_name(" ../.. ")
    ('1 4분기 실적 점검', '_con', '제목 없음')
    """
    kept = "".join(ch for ch in unicodedata.normalize("NFC", title) if not _is_unprintable(ch) or ch.isspace())
    words = " ".join(_FORBIDDEN.sub(" ", kept).split())
    name = _shortened(words.strip(". ")).strip(". ")
    if not name:
        return fallback
    return f"_{name}" if _RESERVED.match(name) else name


def _is_unprintable(ch: str) -> bool:
    """Control characters, lone surrogates, and marks that turn the reading order round; a joiner in an emoji stays."""
    return unicodedata.category(ch) in ("Cc", "Cs", "Co", "Cf", "Zl", "Zp") and ch not in "\u200c\u200d"


def _shortened(name: str) -> str:
    name = name[:LONGEST_NAME]
    while len(name.encode()) > LONGEST_NAME_BYTES:
        name = name[:-1]
    return name


def result_name(title: str, date: str, ending: str, what: str = "회의록") -> str:
    """The proposed file name, `회의록_{회의명}_{YYYYMMDD}.docx`; unknown parts are left out.

    `date` is YYYY-MM-DD or "", `ending` without its dot.

    >>> result_name("주간 회의", "2026-04-28", "docx"), result_name("", "", "md")
    ('회의록_주간 회의_20260428.docx', '회의록.md')
    """
    parts = [what, safe_name(title, ""), date.replace("-", "")]
    return f"{'_'.join(part for part in parts if part)}.{ending}"
