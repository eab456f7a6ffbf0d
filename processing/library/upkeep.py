"""The verbs for the library as a whole: backups, putting one back, checking, giving everything out, deleting it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping

from processing.journal import Entry
from processing.library.backups import Backup, Why, back_up, backups_of, check_backup, delete_files
from processing.library.database import Database
from processing.library.notes import Notes
from processing.library.store import Store, check_ours


class Upkeep(Notes):
    """The verbs that touch everything at once."""

    def back_up(self, why: Why = Why.ASKED_FOR) -> Backup:
        """A new whole copy of the library beside it. Of each kind of reason the three newest are kept."""
        with self._store.telling():
            return back_up(self._store.db.conn, self._store.path, why)

    def backups(self) -> list[Backup]:
        """The copies there are, the newest first."""
        return backups_of(self._store.path)

    def restore(self, backup: Backup) -> Backup:
        """Put a copy in the library's place, whole or not at all; the copy of how it was before is given back.

        Raises `DamagedLibrary` if the copy is not whole, `NewerLibrary` if a later program made it.
        """
        check_backup(backup)
        before = self.back_up(Why.RESTORING)
        with self._store.telling(), contextlib.closing(sqlite3.connect(backup.path)) as copy:
            check_ours(Database(copy, recursive_triggers=False, execute_plugins=False), backup.path)
            copy.backup(self._store.db.conn)
        self._store.settle()
        return before

    def append_to_many(self, entries: Mapping[int, Entry]) -> None:
        """Add one entry to each of several notes' journals, all or none, after a backup: `{note id: entry}`."""
        self.back_up(Why.BULK_CHANGE)
        with self._store.writing():
            for note_id, entry in entries.items():
                self.append(note_id, entry)

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; nothing if it is whole. Takes about a second for 1,000 notes."""
        answers = [row[0] for row in self._store.rows("PRAGMA integrity_check(20)")]
        strays = self._store.rows("PRAGMA foreign_key_check")
        return [answer for answer in answers if answer != "ok"] + [f"stray row in {row[0]}" for row in strays]

    def delete_all(self) -> None:
        """Delete everything that was ever kept: the library, its backups, copies set aside. It is then empty."""
        path, busy_s = self._store.path, self._store.busy_s
        self._store.close()
        delete_files(path)
        self._store = Store(path, busy_s)
        self._store.settle()
