"""Search over all notes: an FTS5 index of the words as shown beside their content morphemes.

FTS5's own trigram index finds no word of two syllables; here 회의 finds 회의를 as a prefix while it is the last
word typed, and 주간회의를 through the morphemes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from processing.library.columns import whole
from processing.library.database import Database
from processing.library.passages import Passage, PassageKind
from processing.library.query import Query, excerpt, match_of, ranges_of
from processing.library.store import OnStore
from processing.source import Place


@dataclass(frozen=True)
class Hit:
    """A passage that was found: the words around it and where in them (`ranges`) the searched ones stand.

    `place` leads into the note's source, None for a title or a line without evidence. `start_s` is in seconds.
    """

    note_id: int
    title: str
    recorded_at: datetime | None
    kind: PassageKind
    text: str
    ranges: tuple[tuple[int, int], ...]
    place: Place | None
    start_s: float | None
    speaker: str | None


@dataclass(frozen=True)
class Found:
    """The best hits, best first; `is_cut` where there are more."""

    hits: tuple[Hit, ...] = ()
    is_cut: bool = False


_HIT = "note_id, title, recorded_at, kind, passages.text, start, end, start_s, speaker"
_ORDER = "ORDER BY rank, passages_index.rowid DESC"  # the later indexed first among equals
_UNCONDITIONAL = (
    "WITH best AS (SELECT rowid AS at, rank AS score FROM passages_index WHERE passages_index MATCH ?"
    f" {_ORDER} LIMIT ?)"
    f" SELECT {_HIT} FROM best JOIN passages ON passages.id = at JOIN notes ON notes.id = note_id"
    " ORDER BY score, at DESC"
)
_CONDITIONAL = (  # CROSS: the words first; a speaker's passages are most of a library
    f"SELECT {_HIT} FROM passages_index CROSS JOIN passages ON passages.id = passages_index.rowid"
    " JOIN notes ON notes.id = note_id WHERE passages_index MATCH ?"
)

_OF_NOTES = (
    "SELECT DISTINCT note_id FROM passages_index CROSS JOIN passages ON passages.id = passages_index.rowid"
    " JOIN notes ON notes.id = note_id WHERE passages_index MATCH ?"
)


class Search(OnStore):
    """The verbs for finding things again."""

    def search(self, query: Query, most: int = 30) -> Found:
        """The passages with all words of the query, at the most `most`; nothing for a query without a word."""
        match = match_of(query)
        if not match:
            return Found()
        sql, values = _sql_of(query, match, most + 1)
        rows = self._store.rows(sql, *values)
        return Found(tuple(_hit(query, row) for row in rows[:most]), len(rows) > most)

    def notes_found(self, query: Query) -> list[int]:
        """All notes with a passage that has all words of the query; none for a query without a word."""
        match = match_of(query)
        if not match:
            return []
        conditions, values = _conditions(query)
        sql = " AND ".join([_OF_NOTES, *conditions])
        return [note_id for (note_id,) in self._store.rows(f"{sql} ORDER BY note_id", match, *values)]

    def notes_spoken_by(self, speaker: str) -> set[int]:
        """The ids of the notes in which a speaker of this name, as shown, says something."""
        rows = self._store.rows("SELECT DISTINCT note_id FROM passages WHERE speaker = ?", whole(speaker))
        return {note_id for (note_id,) in rows}

    def speakers(self) -> list[str]:
        """All names of speakers that a search can be held to."""
        rows = self._store.rows("SELECT DISTINCT speaker FROM passages WHERE speaker IS NOT NULL ORDER BY speaker")
        return [speaker for (speaker,) in rows]

    def index_note(self, note_id: int, passages: Iterable[Passage], entry_id: int = 0) -> None:
        """Make a note found by these passages; those that did not change are left as they are.

        `entry_id` is the journal's last entry when the passages were made, 0 for an empty journal.
        """
        wanted = dict.fromkeys(_passage_row(passage) for passage in passages)
        with self._store.writing() as db:
            for id_, *old in self._store.rows(f"SELECT id, {_COLUMNS} FROM passages WHERE note_id = ?", note_id):
                if tuple(old) in wanted:
                    del wanted[tuple(old)]
                else:
                    db.execute("DELETE FROM passages WHERE id = ?", [id_])
            _put_in(db, note_id, wanted)
            db.execute(
                "INSERT INTO indexed VALUES (?, ?) ON CONFLICT (note_id) DO UPDATE SET entry_id = excluded.entry_id",
                [note_id, entry_id],
            )

    def contents_of(self, note_id: int) -> dict[str, str]:
        """The content morphemes of a note's passages by their texts, as they were indexed."""
        return dict(self._store.rows("SELECT text, morphemes FROM passages WHERE note_id = ?", note_id))

    def notes_to_index(self) -> list[int]:
        """The notes whose journal has gone on since they were indexed, or that never were."""
        rows = self._store.rows(
            "SELECT notes.id FROM notes LEFT JOIN indexed ON indexed.note_id = notes.id WHERE entry_id IS NULL"
            " OR entry_id < (SELECT coalesce(max(journal.id), 0) FROM journal WHERE journal.note_id = notes.id)"
            " ORDER BY notes.id"
        )
        return [note_id for (note_id,) in rows]


_COLUMNS = "kind, start, end, start_s, speaker, text, morphemes"


def _put_in(db: Database, note_id: int, rows: Iterable[tuple[Any, ...]]) -> None:
    sql = f"INSERT INTO passages (note_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    db.conn.executemany(sql, ([note_id, *row] for row in rows))


def _sql_of(query: Query, match: str, most: int) -> tuple[str, list[Any]]:
    conditions, values = _conditions(query)
    if not conditions:  # the index ranks alone; only the best rows are looked up
        return _UNCONDITIONAL, [match, most]
    return f"{_CONDITIONAL} AND {' AND '.join(conditions)} {_ORDER} LIMIT ?", [match, *values, most]


def _conditions(query: Query) -> tuple[list[str], list[Any]]:
    """What beside the words is asked for. A note whose file tells no date has that of its import."""
    conditions, values = [], []
    if query.speaker is not None:
        conditions.append("speaker = ?")
        values.append(whole(query.speaker))
    if query.since is not None:
        conditions.append("coalesce(recorded_at, imported_at) >= ?")
        values.append(query.since.isoformat())
    if query.until is not None:
        conditions.append("coalesce(recorded_at, imported_at) < ?")
        values.append((query.until + timedelta(days=1)).isoformat())
    return conditions, values


def _passage_row(passage: Passage) -> tuple[Any, ...]:
    start, end = (passage.place.start, passage.place.end) if passage.place is not None else (None, None)
    speaker = whole(passage.speaker) if passage.speaker is not None else None
    return (passage.kind.value, start, end, passage.start_s, speaker, whole(passage.text), whole(passage.morphemes))


def _hit(query: Query, row: tuple[Any, ...]) -> Hit:
    note_id, title, recorded_at, kind, text, start, end, start_s, speaker = row
    recorded = datetime.fromisoformat(recorded_at) if recorded_at else None
    place = Place(start, end) if start is not None else None
    words, ranges = excerpt(text, ranges_of(query, text))
    return Hit(note_id, title, recorded, PassageKind(kind), words, ranges, place, start_s, speaker)
