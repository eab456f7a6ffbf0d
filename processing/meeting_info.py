"""What the meeting form can be filled with from the file itself; what the file does not say stays blank."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from processing.note import Change, State, change_of
from processing.readers.labels import is_standard_label
from processing.source import Header

# names that a recorder or a folder gives, none that a person chose
_DEFAULT_TITLES = frozenset({"새로운 노트", "new note", "無題", "新しいノート", "무제", "제목 없음"})


def is_numbered_label(label: str | None) -> bool:
    """Whether a label names nobody: 참석자 1, Speaker 2, SPEAKER_00."""
    return label is None or is_standard_label(label.strip())


def info_from(header: Header) -> dict[str, Any]:
    """The fields of the meeting form that the header tells; who attended is told by the speakers (`attendees`).

    >>> from datetime import datetime
    >>> info = info_from(Header("주간 회의", datetime(2026, 4, 28, 20, 2), 4553.0, "홍길동"))
    >>> info["date"], info["start"], info["end"]
    ('2026-04-28', '20:02', '21:17')
    """
    info: dict[str, Any] = {}
    if header.title and header.title.strip().casefold() not in _DEFAULT_TITLES:
        info["title"] = header.title
    if header.recorded_at is not None:
        info["date"] = header.recorded_at.strftime("%Y-%m-%d")
        info["start"] = header.recorded_at.strftime("%H:%M")
        if header.duration_s is not None:
            info["end"] = (header.recorded_at + timedelta(seconds=header.duration_s)).strftime("%H:%M")
    if header.owner:
        info["author"] = header.owner
    return info


def filled_form(state: State, header: Header) -> Change:
    """The change that fills the form of a fresh note."""
    return change_of(state, {("info", key): value for key, value in info_from(header).items()})
