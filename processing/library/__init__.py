"""The library: one SQLite file in the user's data folder that keeps notes, their journals, drafts and settings.

The only room that imports sqlite_utils. One thread opens a library and owns it. What returned is on the disk
(WAL, synchronous=FULL): it survives kill -9 and a power cut.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from processing.library.notes import NoteRow, Notes, utc_now
from processing.library.settings import Settings
from processing.library.store import BUSY_S, Store
from processing.library.troubles import (
    DamagedLibrary,
    DiskFull,
    LibraryBusy,
    LibraryReadOnly,
    LibraryTrouble,
    NewerLibrary,
)

__all__ = [
    "DamagedLibrary",
    "DiskFull",
    "Library",
    "LibraryBusy",
    "LibraryReadOnly",
    "LibraryTrouble",
    "NewerLibrary",
    "NoteRow",
]


class Library(Notes, Settings):
    """An open library. Every verb may raise `LibraryTrouble`, whose sentence says what to do."""

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now, busy_s: float = BUSY_S) -> None:
        """Open the file at `path`, made where there is none; `busy_s` seconds are waited for a lock."""
        super().__init__(Store(Path(path), busy_s), now)
        try:
            if self._store.is_behind:
                self._store.migrate()
        except BaseException:
            self._store.close()
            raise

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = utc_now, busy_s: float = BUSY_S) -> Self:
        """The library at `path`, made where there is none.

        Raises `NewerLibrary` if a later program wrote it, `DamagedLibrary` if the file is not whole, and another
        `LibraryTrouble` if it cannot be reached or written.
        """
        return cls(path, now, busy_s)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
