"""The tables, as migrations that are only ever added to. Each runs with its record in one transaction."""

from __future__ import annotations

from processing.library.database import Database, Migrations

APPLICATION_ID = 0x4D414C4B  # "MALK": tells our files from other SQLite files

migrations = Migrations("malkkeum")


@migrations()
def m001_notes(db: Database) -> None:
    """Notes, what they were made from, their journals, drafts and settings."""
    db.executescript(_NOTES)


@migrations()
def m002_offers_and_words(db: Database) -> None:
    """What the last analysis offered, what was learned, the person's own terms, what was sent to a model."""
    db.executescript(_OFFERS_AND_WORDS)


@migrations()
def m003_search(db: Database) -> None:
    """Passages of all notes with an index over their words as shown and their content morphemes."""
    db.executescript(_SEARCH)


@migrations()
def m004_speakers(db: Database) -> None:
    """An index of speakers, so that the list of names does not read every passage."""
    db.execute("CREATE INDEX passages_by_speaker ON passages (speaker) WHERE speaker IS NOT NULL")


@migrations()
def m005_sent_words(db: Database) -> None:
    """The words of what was sent, which go when their note goes."""
    db.execute(
        "CREATE TABLE sent_words ("
        " sent_id INTEGER PRIMARY KEY REFERENCES sent (id) ON DELETE CASCADE,"
        " note_id INTEGER REFERENCES notes (id) ON DELETE CASCADE,"
        " words TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX sent_words_by_note ON sent_words (note_id)")


@migrations()
def m006_every_line_found(db: Database) -> None:
    """Every note is indexed anew: the tasks of the meeting before, the tools and the form were not among its passages."""
    db.execute("DELETE FROM indexed")


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
);
CREATE INDEX notes_by_opening ON notes (opened_order);

CREATE TABLE sources (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    raw BLOB NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL,
    encoding TEXT NOT NULL
);

CREATE TABLE journal (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    time TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    change TEXT NOT NULL,
    undoes INTEGER,
    PRIMARY KEY (note_id, id)
);

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
);

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
"""

_OFFERS_AND_WORDS = """
CREATE TABLE offers (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    value TEXT NOT NULL
);

CREATE TABLE learned (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    heard TEXT NOT NULL,
    meant TEXT NOT NULL,
    rule TEXT NOT NULL DEFAULT 'learned' CHECK (rule IN ('learned', 'always', 'never')),
    enabled INTEGER NOT NULL DEFAULT 1,
    UNIQUE (heard, meant)
);

CREATE TABLE learned_in (
    id INTEGER PRIMARY KEY,
    learned_id INTEGER NOT NULL REFERENCES learned (id) ON DELETE CASCADE,
    note_id INTEGER REFERENCES notes (id) ON DELETE SET NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX learned_in_note ON learned_in (learned_id, note_id);
CREATE INDEX learned_by_note ON learned_in (note_id);

CREATE TABLE own_terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term TEXT NOT NULL,
    readings TEXT NOT NULL,
    domains TEXT NOT NULL,
    aliases TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('user', 'series', 'note')),
    series TEXT,
    note_id INTEGER REFERENCES notes (id) ON DELETE CASCADE,
    enabled INTEGER NOT NULL DEFAULT 1,
    CHECK ((scope = 'series') = (series IS NOT NULL) AND (scope = 'note') = (note_id IS NOT NULL))
);
CREATE INDEX own_terms_by_note ON own_terms (note_id);

CREATE TABLE sent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER REFERENCES notes (id) ON DELETE SET NULL,
    time TEXT NOT NULL,
    host TEXT NOT NULL,
    model TEXT NOT NULL,
    what TEXT NOT NULL,
    characters INTEGER NOT NULL
);
CREATE INDEX sent_by_note ON sent (note_id);
"""

_SEARCH = """
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER,
    end INTEGER,
    start_s REAL,
    speaker TEXT,
    text TEXT NOT NULL,
    morphemes TEXT NOT NULL
);
CREATE INDEX passages_by_note ON passages (note_id);

CREATE TABLE indexed (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    entry_id INTEGER NOT NULL
);

CREATE VIRTUAL TABLE passages_index USING fts5 (
    text, morphemes, content='passages', content_rowid='id', tokenize='unicode61', prefix='1 2'
);

CREATE TRIGGER passages_put_in AFTER INSERT ON passages BEGIN
    INSERT INTO passages_index (rowid, text, morphemes) VALUES (NEW.id, NEW.text, NEW.morphemes);
END;

CREATE TRIGGER passages_taken_out AFTER DELETE ON passages BEGIN
    INSERT INTO passages_index (passages_index, rowid, text, morphemes)
    VALUES ('delete', OLD.id, OLD.text, OLD.morphemes);
END;

CREATE TRIGGER passages_are_replaced_not_changed BEFORE UPDATE OF text, morphemes ON passages
BEGIN SELECT RAISE(ABORT, 'the index would not follow'); END;
"""
