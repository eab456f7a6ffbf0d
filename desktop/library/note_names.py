"""What a note is called in lists: its title and day, and more where two would be called alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.retold import retold
from desktop.words import tr
from processing.export.wording import day

if TYPE_CHECKING:
    from processing.library import NoteRow


def days_of(rows: Iterable[NoteRow]) -> dict[int, str]:
    """The day of each note by its id; with the time of day, then with the moment of the import, where title and day are alike."""
    known = list(rows)
    told = {row.id: _day(row) for row in known}
    for more in (_time, _import):
        alike = Counter((row.title, told[row.id]) for row in known)
        told |= {row.id: more(row, told[row.id]) for row in known if alike[(row.title, told[row.id])] > 1}
    return told


def _day(row: NoteRow) -> str:
    return retold(day(held(row).date().isoformat()))


def _time(row: NoteRow, told: str) -> str:
    return f"{told} {held(row):%H:%M}"


def _import(row: NoteRow, told: str) -> str:
    when = row.imported_at.astimezone()
    return tr("{day} · {month}. {date}. {time}에 가져옴").format(
        day=told, month=when.month, date=when.day, time=f"{when:%H:%M:%S}"
    )


def held(row: NoteRow) -> datetime:
    """When the meeting was, else when its file was imported."""
    return row.recorded_at or row.imported_at.astimezone()
