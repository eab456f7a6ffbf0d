"""What was sent to a model: when, where, what kind of content, how much, and the very words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from processing.library.columns import iso_of, whole
from processing.library.store import OnStore
from processing.stored import json_of, value_of


@dataclass(frozen=True)
class Sending:
    """One sending to a model. `host` is where, without path and query; `what` says in Korean what it held.

    `characters` are the code points sent; the words are asked for apart (`sent_words`). No key is kept.
    """

    id: int
    note_id: int | None
    time: datetime
    host: str
    model: str
    what: str
    characters: int


class Sent(OnStore):
    """The verbs for what left the machine."""

    def record_sent(
        self, note_id: int | None, base_url: str, model: str, what: str, characters: int, words: str = ""
    ) -> int:
        """Keep that something is sent, and its words as they leave (masked); write it before sending.

        Of `base_url` only the host and port are kept. The words go with their note; that they were sent stays.
        """
        with self._store.writing() as db:
            cursor = db.execute(
                "INSERT INTO sent (note_id, time, host, model, what, characters) VALUES (?, ?, ?, ?, ?, ?)",
                [note_id, iso_of(self._now()), host_of(base_url), whole(model), what, characters],
            )
            sent_id = int(cursor.lastrowid or 0)
            if words:
                db.execute("INSERT INTO sent_words VALUES (?, ?, ?)", [sent_id, note_id, json_of(words)])
            return sent_id

    def forget_sent(self, sent_id: int) -> None:
        """Take a sending off the record that never reached a server: nothing of it has left the machine."""
        with self._store.writing() as db:
            db.execute("DELETE FROM sent_words WHERE sent_id = ?", [sent_id])
            db.execute("DELETE FROM sent WHERE id = ?", [sent_id])

    def sent_words(self, sent_id: int) -> str | None:
        """The words of one sending as they left; None where they went with their note."""
        row = self._store.row("SELECT words FROM sent_words WHERE sent_id = ?", sent_id)
        return str(value_of(row[0])) if row else None

    def sent(self, note_id: int | None = None) -> list[Sending]:
        """All that was sent, of one note or of all, in order."""
        rows = self._store.rows(
            "SELECT id, note_id, time, host, model, what, characters FROM sent"
            " WHERE ?1 IS NULL OR note_id = ?1 ORDER BY id",
            note_id,
        )
        return [Sending(row[0], row[1], datetime.fromisoformat(row[2]).astimezone(UTC), *row[3:]) for row in rows]


def host_of(base_url: str) -> str:
    """Host and port of an address: user, password, path and query, where keys hide, are left out.

    >>> host_of("https://user:secret@api.example.com:8443/v1?key=secret"), host_of("localhost:11434/v1")
    ('api.example.com:8443', 'localhost:11434')
    """
    address = urlsplit(base_url if "//" in base_url else f"//{base_url}")
    return address.netloc.rpartition("@")[2]
