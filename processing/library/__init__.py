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

from processing.library.backups import Backup, Why, backups_of, move_aside, put_in_place
from processing.library.columns import utc_now
from processing.library.export import export_all
from processing.library.notes import NoteRow
from processing.library.passages import Passage, PassageKind, passages_of
from processing.library.query import Query
from processing.library.search import Found, Hit, Search
from processing.library.sent import Sending, Sent
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
from processing.library.upkeep import Upkeep
from processing.library.words import Learned, OwnTerm, Rule, Words

__all__ = [
    "Backup",
    "DamagedLibrary",
    "DiskFull",
    "Found",
    "Hit",
    "Learned",
    "Library",
    "LibraryBusy",
    "LibraryReadOnly",
    "LibraryTrouble",
    "NewerLibrary",
    "NoteRow",
    "OwnTerm",
    "Passage",
    "PassageKind",
    "Query",
    "Rule",
    "Sending",
    "Why",
    "backups_of",
    "passages_of",
]


class Library(Upkeep, Words, Search, Sent, Settings):
    """An open library. Every verb may raise `LibraryTrouble`, whose sentence says what to do."""

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now, busy_s: float = BUSY_S) -> None:
        """Open the file at `path`, made where there is none; `busy_s` seconds are waited for a lock."""
        super().__init__(Store(Path(path), busy_s), now)
        try:
            if self._store.is_behind:
                if self._store.version:
                    self.back_up(Why.MIGRATION)
                self._store.settle()
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

    @classmethod
    def restored(cls, path: Path, backup: Backup) -> Self:
        """The library from a backup, where the one at `path` cannot be opened; its files are moved aside."""
        move_aside(Path(path))
        put_in_place(backup, Path(path))
        return cls(path)

    @classmethod
    def started_anew(cls, path: Path) -> Self:
        """An empty library, where the one at `path` cannot be opened; its files are moved aside."""
        move_aside(Path(path))
        return cls(path)

    def export_all(self, target: Path) -> None:
        """Write everything that is kept to the zip `target`; see `processing.library.export`."""
        export_all(self, target)

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
