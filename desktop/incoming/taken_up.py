"""What a note takes up from the meeting before: it becomes one of its series, whose terms hold for it from then on.

Undoing the action takes the note out of the series again, doing it again puts it back, also in a note opened anew: the
series that it had before is kept with the settings under the action.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.glossary.rulings import undone_by
from desktop.library.shelf import Shelf
from desktop.note.note_session import NoteSession
from desktop.words import kept
from processing.series import Earlier, series_of

if TYPE_CHECKING:
    from processing.library import Library

BEFORE = "series before:"  # and the action, in the settings


@dataclass(frozen=True)
class Taking:
    """The note to which something is brought in, and `taken`, called once other terms hold for it."""

    session: NoteSession
    shelf: Shelf
    note_id: int
    taken: Callable[[], None]

    def act(self, entry_id: int) -> str:
        """An action's own name among those of all notes."""
        return f"{self.session.source.sha256}:{entry_id}"


def what_of(earlier: Earlier) -> str:
    """The name of the action that takes up what a meeting has left."""
    return _what(earlier.title)


def _what(title: str) -> str:
    return kept(f"'{title}'에서 이어받음")


def join_series(taking: Taking, from_id: int, earlier: Earlier, *, is_act: bool) -> None:
    """Make the note one of the other's series; `is_act` where the last entry of the note is the action that does it."""
    name = series_of(earlier.title) or earlier.title
    act = taking.act(taking.session.entries[-1].id) if is_act else None
    taking.shelf.write(partial(_make_series, from_id, taking.note_id, name, act))
    taking.taken()


def follow(taking: Taking) -> None:
    """Have the series go and come with the action, when that is undone and done again."""
    taking.session.changed.connect(lambda _change: _follow(taking))


def _follow(taking: Taking) -> None:
    entries = taking.session.entries
    first, is_undone = undone_by(entries) if entries else (None, False)
    if first is None or first.id == entries[-1].id or not first.what.endswith(_what("")[1:]):
        return
    taking.shelf.write(partial(_leave if is_undone else _come_back, taking.note_id, taking.act(first.id)))
    taking.taken()


def _make_series(from_id: int, note_id: int, name: str, act: str | None, library: Library) -> None:
    """Have two notes be one series; what the person had put down as a term of the first holds for all of it."""
    if act is not None:
        library.set_setting(BEFORE + act, {"before": library.note(note_id).series, "name": name})
    for one in (from_id, note_id):
        library.set_series(one, name)
    for term in library.own_terms():
        if term.scope == "note" and term.note_id == from_id:
            library.change_term(replace(term, scope="series", series=name, note_id=None))


def _leave(note_id: int, act: str, library: Library) -> None:
    told = library.setting(BEFORE + act)
    if told is not None and library.note(note_id).series == told["name"]:  # else it was put elsewhere since
        library.set_series(note_id, told["before"])


def _come_back(note_id: int, act: str, library: Library) -> None:
    told = library.setting(BEFORE + act)
    if told is not None:
        library.set_series(note_id, told["name"])
