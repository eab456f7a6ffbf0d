"""The tables, as migrations that are only ever added to. Each runs with its record in one transaction."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x4D414C4B  # "MALK": tells our files from other SQLite files

migrations = Migrations("malkkeum")


@migrations()
def m001_notes(db: Database) -> None:
    """Notes, what they were made from, their journals, drafts and settings."""
    db.executescript(_NOTES)


def version_of(db: Database) -> int:
    """The version of the form that a database has: how many migrations it has seen; 0 for an empty file."""
    return len(migrations.applied(db))


def known_version() -> int:
    """The version of the form that this program writes."""
    return len(_known_names())


def unknown_migrations(db: Database) -> list[str]:
    """The names of migrations that a later program applied."""
    known = _known_names()
    return [applied.name for applied in migrations.applied(db) if applied.name not in known]


def _known_names() -> set[str]:
    return {migration.name for migration in migrations._migrations}  # no public list of all in 4.2


# Order is told by ids and counters everywhere, never by a clock, which may go backwards.
_NOTES = """
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    recorded_at TEXT,
    imported_at TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_order INTEGER NOT NULL,
    series TEXT
) STRICT;
CREATE INDEX notes_by_opening ON notes (opened_order);

CREATE TABLE sources (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    raw BLOB NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL,
    encoding TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    time TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    change TEXT NOT NULL,
    undoes INTEGER,
    PRIMARY KEY (note_id, id)
) STRICT;

CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_goes_only_with_its_note BEFORE DELETE ON journal
WHEN EXISTS (SELECT 1 FROM notes WHERE id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER sources_are_never_rewritten BEFORE UPDATE ON sources
BEGIN SELECT RAISE(ABORT, 'a source is never written again'); END;

CREATE TABLE drafts (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (note_id, key)
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
"""
