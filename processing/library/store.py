"""The open database file: pragmas, reading, writing in one transaction, and errors told in Korean.

One thread owns a store; SQLite refuses any other.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from processing.errors import Bug
from processing.library.backups import copy_aside
from processing.library.columns import utc_now
from processing.library.database import Database
from processing.library.schema import APPLICATION_ID, known_version, migrations, unknown_migrations, version_of
from processing.library.troubles import (
    DamagedLibrary,
    LibraryTrouble,
    NewerLibrary,
    is_damage,
    trouble_of,
    trouble_of_os,
)

BUSY_S = 5.0  # how long a statement waits for another program's lock


class Store:
    """One open database. All errors of SQLite and the system leave it as `LibraryTrouble` or `Bug`."""

    def __init__(self, path: Path, busy_s: float = BUSY_S) -> None:
        self.path = path
        self.busy_s = busy_s
        self._lost: DamagedLibrary | None = None
        self._is_telling = False
        with self.telling():
            self.db = _opened(path, busy_s)

    @property
    def version(self) -> int:
        """The version of the file's form; 0 for a file just made."""
        with self.telling():
            return version_of(self.db)

    @property
    def is_behind(self) -> bool:
        """Whether migrations are waiting."""
        return self.version < known_version()

    def settle(self) -> None:
        """Bring the file to the newest form, all of it or nothing, and into WAL mode."""
        with self.telling():
            self.db.enable_wal()
        with self.writing():  # one lock around all: of two programs that start at once the second finds it done
            migrations.apply(self.db)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """Everything inside is committed at its end, on the disk, or not at all. May be nested.

        The write lock is taken first: a transaction that begins by reading could not wait for it.
        """
        with self.telling():
            if self.db.conn.in_transaction:
                with self.db.atomic():
                    yield self.db
                return
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.commit()
            except BaseException:
                self.db.rollback()
                raise

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.telling():
            return self.db.conn.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query, None if there is none."""
        with self.telling():
            row: tuple[Any, ...] | None = self.db.conn.execute(sql, values).fetchone()
            return row

    def close(self) -> None:
        """Let go of the file. Nothing is lost without it: commits are on the disk."""
        if self._lost is None:
            with self.telling():
                self.db.close()

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Errors of SQLite and of the system inside come out as the library's own."""
        if self._lost is not None:
            raise self._lost
        if self._is_telling:  # the outermost tells, when everything has been rolled back
            yield
            return
        self._is_telling = True
        try:
            yield
        except sqlite3.Error as error:
            if is_damage(error):
                self._lost = self._set_aside(error)
                raise self._lost from error
            raise trouble_of(error, self.path) from error
        except OSError as error:
            raise trouble_of_os(error, self.path) from error
        finally:
            self._is_telling = False

    def _set_aside(self, error: sqlite3.Error) -> DamagedLibrary:
        if hasattr(self, "db"):
            with contextlib.suppress(sqlite3.Error):
                self.db.close()  # a copy made beside an open connection would drop its locks
        return DamagedLibrary(self.path, copy_aside(self.path), str(error))


def _opened(path: Path, busy_s: float) -> Database:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what was said there is nobody else's
    connection = sqlite3.connect(path, timeout=busy_s, isolation_level=None)
    try:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        check_ours(db, path)
        db.enable_wal()
        for pragma in ("synchronous=FULL", "fullfsync=ON", "foreign_keys=ON", "secure_delete=ON"):
            db.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return db


def check_ours(db: Database, path: Path) -> None:
    """Raise `NewerLibrary` or `LibraryTrouble` unless a database is one of ours or empty; an empty one is claimed."""
    # one statement, one moment: another program may just be making the file
    application_id, tables = db.execute(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    if application_id == APPLICATION_ID:
        if unknown_migrations(db):
            raise NewerLibrary(path, version_of(db), known_version())
        return
    if application_id or tables:
        raise LibraryTrouble(
            f"'{path}'은 말끔의 보관함이 아닌 다른 데이터베이스입니다. 설정에서 다른 폴더를 골라 주세요.", path
        )
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")


class OnStore:
    """A part of the library: verbs on one store; `now` tells the present moment, aware."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now

    def _only(self, sql: str, *values: Any) -> tuple[Any, ...]:
        row = self._store.row(sql, *values)
        if row is None:
            raise Bug("no such row in the library")
        return row
