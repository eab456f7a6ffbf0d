"""Times and texts as columns hold them."""

from __future__ import annotations

from datetime import UTC, datetime

from processing.errors import Bug


def utc_now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)


def iso_of(time: datetime) -> str:
    """The moment in UTC as ISO text. Raises `Bug` on a time without a zone."""
    if time.tzinfo is None:
        raise Bug("a time without a zone")
    return time.astimezone(UTC).isoformat()


def whole(text: str) -> str:
    """The text with a question mark for each half character (a lone surrogate) and nothing for a NUL.

    UTF-8 cannot hold the one, SQLite's functions end at the other.
    """
    return text.replace("\0", "").encode("utf-8", "replace").decode()
