"""Files on the disk as imported notes: the one reader's file that touches the disk."""

from __future__ import annotations

import errno
import stat
import unicodedata
from pathlib import Path

from processing.readers import Imported, read
from processing.readers.refusals import MAX_BYTES, refusal


def read_file(path: Path) -> Imported:
    """The note in the file at `path`, which is only read.

    Raises UnreadableFile where it is missing, a folder, locked, too large or not to be understood.
    """
    return read(bytes_of(path), _name(path))


def _name(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name)


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file; a pipe or a device, which may never end, is not opened. Raises as `read_file`."""
    name = _name(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refusal("folder", name)
        if not stat.S_ISREG(found.st_mode):
            raise refusal("device", name)
        if found.st_size >= MAX_BYTES:
            raise refusal("large", name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except FileNotFoundError:
        raise refusal("missing", name) from None
    except PermissionError:
        raise refusal("forbidden", name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        is_nowhere = getattr(error, "errno", None) in (errno.ENAMETOOLONG, errno.ELOOP)
        raise refusal("missing" if is_nowhere else "disk", name) from None
