"""Notes with their sources, journals and drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from processing.errors import Bug
from processing.journal import Entry
from processing.library.columns import iso_of, whole
from processing.library.database import Database
from processing.library.store import OnStore
from processing.source import Source
from processing.stored import (
    Offers,
    change_from,
    json_of,
    offers_from,
    source_from,
    value_of,
    value_of_change,
    value_of_layout,
    value_of_offers,
)


@dataclass(frozen=True)
class NoteRow:
    """A note in a list. `recorded_at` is local as the file tells it, the other times are aware."""

    id: int
    title: str
    sha256: str
    name: str
    format: str
    recorded_at: datetime | None
    imported_at: datetime
    opened_at: datetime
    series: str | None


_COLUMNS = "id, title, sha256, name, format, recorded_at, imported_at, opened_at, series"


class Notes(OnStore):
    """The verbs for notes. A note is named by the id that `import_note` gave."""

    def import_note(self, source: Source, title: str = "", series: str | None = None) -> int:
        """The id of the note made from `source`; where the same bytes were imported before, of that one.

        `title` falls back on the file's own title and name.
        """
        with self._store.writing() as db:
            known = self.note_of(source.sha256)
            if known is not None:
                return known
            return self._insert(db, source, title or source.header.title or source.name, series)

    def _insert(self, db: Database, source: Source, title: str, series: str | None) -> int:
        now, recorded = iso_of(self._now()), source.header.recorded_at
        cursor = db.execute(
            "INSERT INTO notes (title, sha256, name, format, recorded_at, imported_at, opened_at, opened_order, series)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(opened_order), 0) + 1 FROM notes), ?)",
            [
                whole(title),
                source.sha256,
                whole(source.name),
                source.format,
                recorded.isoformat() if recorded else None,
                now,
                now,
                whole(series) if series is not None else None,
            ],
        )
        note_id = int(cursor.lastrowid or 0)
        db.execute(
            "INSERT INTO sources (note_id, raw, text, layout, encoding) VALUES (?, ?, ?, ?, ?)",
            [note_id, source.raw, source.text, json_of(value_of_layout(source)), source.encoding],
        )
        return note_id

    def note_of(self, sha256: str) -> int | None:
        """The id of the note made from bytes with this hash, None if there is none."""
        row = self._store.row("SELECT id FROM notes WHERE sha256 = ?", sha256)
        return row[0] if row else None

    def note(self, note_id: int) -> NoteRow:
        """What a list shows of a note. Raises `Bug` if there is none."""
        return _note_row(self._only(f"SELECT {_COLUMNS} FROM notes WHERE id = ?", note_id))

    def recent(self, most: int = 20) -> list[NoteRow]:
        """The notes opened last, the latest first."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY opened_order DESC LIMIT ?", most)
        return [_note_row(row) for row in rows]

    def all_notes(self) -> list[NoteRow]:
        """All notes in the order they were imported."""
        return [_note_row(row) for row in self._store.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY id")]

    def mark_opened(self, note_id: int) -> None:
        """Put a note first among the recent ones."""
        with self._store.writing() as db:
            db.execute(
                "UPDATE notes SET opened_at = ?, opened_order = (SELECT max(opened_order) + 1 FROM notes) WHERE id = ?",
                [iso_of(self._now()), note_id],
            )

    def rename_note(self, note_id: int, title: str) -> None:
        """Give a note another title in lists."""
        with self._store.writing() as db:
            db.execute("UPDATE notes SET title = ? WHERE id = ?", [whole(title), note_id])

    def set_series(self, note_id: int, series: str | None) -> None:
        """Say of which series of meetings a note is, None for none."""
        with self._store.writing() as db:
            db.execute(
                "UPDATE notes SET series = ? WHERE id = ?", [whole(series) if series is not None else None, note_id]
            )

    def delete_note(self, note_id: int) -> None:
        """Delete a note and all that was made from it. Backups made before still hold it."""
        with self._store.writing() as db:
            db.execute("DELETE FROM notes WHERE id = ?", [note_id])

    def append(self, note_id: int, entry: Entry) -> None:
        """Add an entry to a note's journal; when this returns it is on the disk."""
        self.append_all(note_id, [entry])

    def append_all(self, note_id: int, entries: Iterable[Entry]) -> None:
        """Add entries to a note's journal, all or none. Raises `Bug` unless their ids go on from the last."""
        with self._store.writing() as db:
            (last,) = self._only("SELECT coalesce(max(id), 0) FROM journal WHERE note_id = ?", note_id)
            for entry in entries:
                if entry.id <= last or entry.time.tzinfo is None:
                    raise Bug(f"entry {entry.id} after {last}, or a time without a zone")
                db.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)", _journal_row(note_id, entry))
                last = entry.id

    def entries(self, note_id: int) -> list[Entry]:
        """A note's journal in order; the order is the ids', whatever the clock said."""
        rows = self._store.rows(
            "SELECT id, time, by, what, change, undoes FROM journal WHERE note_id = ? ORDER BY id", note_id
        )
        return [_entry(row) for row in rows]

    def notes_with(self, entry: Entry) -> list[int]:
        """The notes whose journals hold an entry of the same action: of the same time, name and doer."""
        rows = self._store.rows(
            "SELECT note_id FROM journal WHERE time = ? AND what = ? AND by = ? AND undoes IS NULL ORDER BY note_id",
            entry.time.isoformat(),
            json_of(entry.what),
            entry.by,
        )
        return [note_id for (note_id,) in rows]

    def source(self, note_id: int) -> Source:
        """What a note was made from, offsets and all as at its import. Raises `Bug` if there is no such note."""
        raw, text, layout, format_, encoding, name = self._only(
            "SELECT raw, text, layout, format, encoding, name FROM sources JOIN notes ON id = note_id WHERE id = ?",
            note_id,
        )
        return source_from(raw, text, value_of(layout), format_, encoding, name)

    def load(self, note_id: int) -> tuple[Source, list[Entry]]:
        """A note's source and journal: `fold(first_state(source), entries)` is the note as it stands."""
        return self.source(note_id), self.entries(note_id)

    def save_offers(self, note_id: int, offers: Offers) -> None:
        """Keep what the last analysis of a note offered, instead of what the one before did."""
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO offers VALUES (?, ?) ON CONFLICT (note_id) DO UPDATE SET value = excluded.value",
                [note_id, json_of(value_of_offers(offers))],
            )

    def offers(self, note_id: int) -> Offers:
        """What the last analysis of a note offered; nothing if there was none."""
        row = self._store.row("SELECT value FROM offers WHERE note_id = ?", note_id)
        return offers_from(value_of(row[0])) if row else Offers()

    def keep_analysis(self, note_id: int, entries: Iterable[Entry], offers: Offers) -> None:
        """Keep what an analysis did and offered, both or neither."""
        with self._store.writing():
            self.append_all(note_id, entries)
            self.save_offers(note_id, offers)

    def import_cleaned(self, source: Source, entries: Iterable[Entry], offers: Offers) -> int:
        """The id of a note made from `source` and what cleaning it did and offered; all of it is kept or nothing."""
        with self._store.writing():
            note_id = self.import_note(source)
            self.keep_analysis(note_id, entries, offers)
        return note_id

    def save_draft(self, note_id: int, key: str, text: str) -> None:
        """Keep the text of an open editor; `key` names the editor."""
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO drafts VALUES (?, ?, ?, ?)"
                " ON CONFLICT (note_id, key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
                [note_id, key, json_of(text), iso_of(self._now())],
            )

    def draft(self, note_id: int, key: str) -> str | None:
        """The text that an editor held, None if there is none."""
        return self.drafts(note_id).get(key)

    def drafts(self, note_id: int) -> dict[str, str]:
        """All drafts of a note by their editors' keys."""
        rows = self._store.rows("SELECT key, text FROM drafts WHERE note_id = ? ORDER BY key", note_id)
        return {key: value_of(text) for key, text in rows}

    def clear_draft(self, note_id: int, key: str) -> None:
        """Forget a draft; nothing happens if there is none."""
        with self._store.writing() as db:
            db.execute("DELETE FROM drafts WHERE note_id = ? AND key = ?", [note_id, key])


def _journal_row(note_id: int, entry: Entry) -> list[Any]:
    change = json_of(value_of_change(entry.change))
    return [note_id, entry.id, entry.time.isoformat(), entry.by, json_of(entry.what), change, entry.undoes]


def _entry(row: tuple[Any, ...]) -> Entry:
    id_, time, by, what, change, undoes = row
    return Entry(id_, datetime.fromisoformat(time), by, value_of(what), change_from(value_of(change)), undoes)


def _note_row(row: tuple[Any, ...]) -> NoteRow:
    id_, title, sha256, name, format_, recorded_at, imported_at, opened_at, series = row
    recorded = datetime.fromisoformat(recorded_at) if recorded_at else None
    imported, opened = datetime.fromisoformat(imported_at), datetime.fromisoformat(opened_at)
    return NoteRow(id_, title, sha256, name, format_, recorded, imported, opened, series)
