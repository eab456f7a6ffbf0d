"""The journal: every change of a note in order, never rewritten; the state is its fold.

Undo appends the inverse of an entry, redo the inverse of that undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from processing.note import Change, State, apply_all, invert, still_stands

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


def can_undo_alone(state: State, entry: Entry) -> bool:
    """Whether what `entry` set still stands, so that it alone can be taken back."""
    return still_stands(state, entry.change)


def later_change(entries: Sequence[Entry], entry: Entry) -> Entry | None:
    """The first entry after `entry` that changed something it had set; it is what stands in the way of undoing."""
    keys = entry.change.steps.keys()
    return next((e for e in entries if e.id > entry.id and e.change.steps.keys() & keys), None)


def inverse(entry: Entry, id_: int, time: datetime, by: str = PERSON) -> Entry:
    """The entry that takes `entry` back."""
    return Entry(id_, time, by, f"되돌림: {entry.what}", invert(entry.change), undoes=entry.id)
