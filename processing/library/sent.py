"""What was sent to a model: when, where, what kind of content, how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from processing.library.columns import iso_of
from processing.library.store import OnStore


@dataclass(frozen=True)
class Sending:
    """One sending to a model. `host` is where, without path and query; `what` says in Korean what it held.

    `characters` are the code points sent. The words themselves are not kept, and no key.
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

    def record_sent(self, note_id: int | None, base_url: str, model: str, what: str, characters: int) -> int:
        """Keep that something was sent; write it before sending. Of `base_url` only the host and port are kept."""
        with self._store.writing() as db:
            cursor = db.execute(
                "INSERT INTO sent (note_id, time, host, model, what, characters) VALUES (?, ?, ?, ?, ?, ?)",
                [note_id, iso_of(self._now()), host_of(base_url), model, what, characters],
            )
            return int(cursor.lastrowid or 0)

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
