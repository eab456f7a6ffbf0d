"""Where all data lie: the folder that the environment names, the one that a person has chosen, else the system's usual.

The choice is one line in a file of the usual folder, so that it is known before anything else is.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from processing.files import write_whole

DATA_FOLDER = "MALKKEUM_DATA"  # the environment's word for another data folder
CHOICE = "data_folder.txt"


def usual_folder() -> Path:
    """`malkkeum` in the system's folder for a user's own data."""
    of_user = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(of_user) / "malkkeum"


def is_set_outside() -> bool:
    """Whether the environment names the folder: then a choice would not hold."""
    return bool(os.environ.get(DATA_FOLDER))


def data_folder() -> Path:
    """The folder for all data. One that was chosen is not made: where it is missing, its disk may be, see `is_missing`."""
    if is_set_outside():
        return _made(Path(os.environ[DATA_FOLDER]))
    chosen = _chosen()
    return chosen if chosen is not None else _made(usual_folder())


def is_missing(folder: Path) -> bool:
    """Whether a folder that was chosen is not there now."""
    return folder == _chosen() and not is_set_outside() and not folder.is_dir()


def choose(folder: Path) -> None:
    """Have all data lie in `folder` from the next start on. Raises `UnwritableResult` or `OSError`."""
    usual = _made(usual_folder())
    if folder.resolve() == usual.resolve():
        (usual / CHOICE).unlink(missing_ok=True)
    else:
        write_whole(usual / CHOICE, os.fsencode(folder.absolute()) + b"\n")


def _chosen() -> Path | None:
    """The folder in the file, as it is named: with the blanks at its ends, and in bytes that are no text too."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        kept = (usual_folder() / CHOICE).read_bytes().rstrip(b"\r\n")
        return Path(os.fsdecode(kept)) if kept.strip() else None
    return None


def _made(folder: Path) -> Path:
    with contextlib.suppress(OSError):  # a folder that cannot be made is told when the library is first wanted
        folder.mkdir(parents=True, exist_ok=True)
    return folder
