"""Many random actions on one note of a real library, with undo, redo and restarts, beside a model that knows no journal.

A small count by default; `MALKKEUM_SOAK=10000 pytest -m slow -s tests/desktop/test_soak.py` is the long run.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hands import Hands, more_offers
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.incoming.importing import entries_of
from desktop.library.shelf import Shelf
from desktop.note.note_session import NoteSession
from desktop.note_page import NotePage
from processing.errors import UserError
from processing.journal import Entry
from processing.note import MAPS, Change, State
from processing.pipeline import load_workshop
from processing.readers import read
from processing.stored import Offers
from tests.conftest import CASES

pytestmark = pytest.mark.slow

COUNT = int(os.environ.get("MALKKEUM_SOAK", "300"))
SEED = int(os.environ.get("MALKKEUM_SEED", "8"))
A_RESTART = 100  # actions between two restarts

Maps = dict[str, dict[Any, Any]]


def maps_of(state: State) -> Maps:
    return {name: dict(getattr(state, name)) for name in MAPS}


class Model:
    """What a person would expect: values, the actions that hold in their order, and those taken back last."""

    def __init__(self, state: State) -> None:
        self.maps = maps_of(state)
        self._held: dict[int, Change] = {}
        self._taken_back: list[int] = []
        self._known: dict[int, Change] = {}

    def did(self, id_: int, change: Change) -> None:
        self._put((key, step.new) for key, step in change.steps.items())
        self._held[id_] = self._known[id_] = change
        self._taken_back = []

    def take_back(self, id_: int) -> None:
        change = self._held.pop(id_)
        self._put((key, step.old) for key, step in change.steps.items())
        self._taken_back.append(id_)

    def undo(self) -> None:
        if self._held:
            self.take_back(max(self._held))

    def redo(self) -> None:
        if self._taken_back:
            id_ = self._taken_back.pop()
            self._held[id_] = self._known[id_]
            self._put((key, step.new) for key, step in self._known[id_].steps.items())

    def holds(self, id_: int) -> bool:
        return id_ in self._held

    def _put(self, values: Iterator[tuple[tuple[str, Any], Any]]) -> None:
        for (name, key), value in values:
            if value is None:
                self.maps[name].pop(key, None)
            else:
                self.maps[name][key] = value


class Desk:
    """The program as far as a note goes: the library in a file, the session, its page; all anew at a restart."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._path, self._qtbot = folder / "library.sqlite", qtbot
        self._shelf = Shelf(self._path)
        self._page: NotePage | None = None

    def _wait(self, job: Any) -> Any:
        with self._qtbot.waitSignal(job.done, timeout=60_000) as done:
            pass
        return done.args[0]

    def take_in(self, file: Path) -> None:
        cleaned = load_workshop().clean(read(file.read_bytes(), file.name).source)
        offered = (*cleaned.proposals, *more_offers(cleaned.source))
        offers = Offers(offered, cleaned.turn_proposals, cleaned.warnings)
        self._wait(self._shelf.keep(cleaned.source, entries_of(cleaned.steps), offers))

    def open(self) -> NoteSession:
        note = self._wait(self._shelf.load(1))
        store = self._shelf.store_of(1)
        session = NoteSession(note.source, note.entries, note.offers.proposals, note.offers.turn_proposals, store)
        self._page = NotePage(session)
        self._page.resize(1280, 820)
        self._page.show()
        self._page.begin()
        QApplication.processEvents()
        return session

    def close(self) -> None:
        if self._page is not None:
            self._page.close()
            self._page.deleteLater()
            self._page = None
        QApplication.processEvents()
        self._shelf.close()

    def restart(self) -> NoteSession:
        self.close()
        self._shelf = Shelf(self._path)
        return self.open()


def act(session: NoteSession, hands: Hands, model: Model, told: Counter[str]) -> None:
    """One action: something new, undo, redo, or one earlier action taken back alone."""
    what = hands.dice.choices(["new", "undo", "redo", "alone"], [10, 3, 2, 1])[0]
    if what == "new":
        name, change = hands.change(session)
        before = len(session.entries)
        session.commit(change, name)
        if len(session.entries) > before:
            model.did(session.entries[-1].id, session.entries[-1].change)
        told[name if change else f"{name} (nothing)"] += 1
    elif what == "alone":
        told[_take_back_alone(session, hands, model)] += 1
    else:
        told[_again(what, session, model)] += 1


def _again(what: str, session: NoteSession, model: Model) -> str:
    try:
        getattr(session, what)()
    except UserError:
        return f"{what} (refused)"
    getattr(model, what)()
    return what


def _take_back_alone(session: NoteSession, hands: Hands, model: Model) -> str:
    recent: list[Entry] = [entry for entry in session.entries[-40:] if model.holds(entry.id)]
    if not recent:
        return "alone (nothing)"
    entry = hands.dice.choice(recent)
    try:
        session.undo_alone(entry)
    except UserError:
        return "alone (refused)"
    model.take_back(entry.id)
    return "alone"


def test_many_actions_end_in_the_state_that_the_model_predicts(tmp_path: Path, qtbot: QtBot) -> None:
    desk, hands, told = Desk(tmp_path, qtbot), Hands(random.Random(SEED)), Counter[str]()
    desk.take_in(CASES / "meetings" / "startup-board.txt")
    session = desk.open()
    model, start = Model(session.state), time.perf_counter()
    for count in range(1, COUNT + 1):
        act(session, hands, model, told)
        assert maps_of(session.state) == model.maps, f"after {count} actions, seed {SEED}"
        if count % A_RESTART == 0:
            session = desk.restart()
            told["restart"] += 1
            assert maps_of(session.state) == model.maps, f"after {count} actions and a restart, seed {SEED}"
    session = desk.restart()
    assert maps_of(session.state) == model.maps
    desk.close()
    print(f"{COUNT} actions in {time.perf_counter() - start:.0f} s, {len(session.entries)} entries: {dict(told)}")
