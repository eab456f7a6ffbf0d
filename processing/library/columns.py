"""Times as the library keeps them: aware, in UTC, as ISO text."""

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
