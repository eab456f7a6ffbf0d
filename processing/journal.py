"""The journal: every change of a note in order, never rewritten; the state is its fold.

Undo appends the inverse of an entry, redo the inverse of that undo.

One rule keeps undo from getting stuck: an entry goes back alone only if no later one that holds touches its keys or has
laid an edit over what it took away, even where a value has come back to what the entry set. The state is then always
the fold of the entries that hold, and the latest of them always fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from processing.note import Change, Edit, State, apply_all, fits, invert

PERSON, PROGRAM = "person", "program"


@dataclass(frozen=True)
class Entry:
    """One change: when (aware datetime), by whom (person or program), what it was in a few Korean words.

    `undoes` is the id of the entry whose change this one takes back, if it does.
    """

    id: int
    time: datetime
    by: str
    what: str
    change: Change
    undoes: int | None = None


def fold(start: State, entries: Iterable[Entry]) -> State:
    """The state that `entries` lead to from `start`."""
    return apply_all(start, (entry.change for entry in entries))


def undo_target(entries: Sequence[Entry]) -> Entry | None:
    """The person's latest entry that still holds and can be undone next; None if there is none."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.id in undone:
            continue
        if entry.undoes is not None:
            undone.add(entry.undoes)
        elif entry.by == PERSON:
            return entry
    return None


def redo_target(entries: Sequence[Entry]) -> Entry | None:
    """The latest undo that nothing new has followed: undoing it redoes. None if there is none."""
    by_id = {entry.id: entry for entry in entries}
    redone: set[int] = set()
    for entry in reversed(entries):
        if entry.id in redone:
            continue
        if entry.undoes is None:
            if entry.by == PERSON:
                return None
        elif by_id[entry.undoes].undoes is not None:
            redone.add(entry.undoes)
        else:
            return entry
    return None


def can_undo_alone(state: State, entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether `entry` alone can be taken back: nothing later rests on it, and what it had replaced still fits."""
    return fits(state, invert(entry.change)) and later_change(entries, entry) is None


def later_change(entries: Sequence[Entry], entry: Entry) -> Entry | None:
    """The first entry after `entry` that holds and changed something it had set; it is what stands in the way of undoing.

    An edit that lies over one which `entry` had taken away stands in the way too.
    """
    keys, gone = entry.change.steps.keys(), _edits(entry.change, "old")
    later = (one for one in _holding(entries) if one.id > entry.id)
    return next((e for e in later if e.change.steps.keys() & keys or _meet(_edits(e.change, "new"), gone)), None)


def holds(entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether nothing has taken `entry` back."""
    return any(one.id == entry.id for one in _holding(entries))


def _holding(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that nothing takes back, oldest first, without those that only take back."""
    undone: set[int] = set()
    held = []
    for entry in reversed(entries):
        if entry.id in undone:
            continue
        if entry.undoes is not None:
            undone.add(entry.undoes)
        else:
            held.append(entry)
    return held[::-1]


def _edits(change: Change, which: str) -> list[Edit]:
    values = (getattr(step, which) for (name, _), step in change.steps.items() if name == "edits")
    return [edit for edit in values if edit is not None]


def _meet(edits: list[Edit], others: list[Edit]) -> bool:
    return any((a.start < b.end and b.start < a.end) or a.start == b.start for a in edits for b in others)


def inverse(entry: Entry, id_: int, time: datetime, by: str = PERSON) -> Entry:
    """The entry that takes `entry` back."""
    return Entry(id_, time, by, f"되돌림: {entry.what}", invert(entry.change), undoes=entry.id)
