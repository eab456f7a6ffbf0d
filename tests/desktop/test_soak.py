"""Many random actions on one note of a real library, with undo, redo and restarts, beside a model that knows no journal.

A small count by default; `MALKKEUM_SOAK=10000 pytest -m slow -s tests/desktop/test_soak.py` is the long run.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.incoming.importing import entries_of
from desktop.library.shelf import Shelf
from desktop.note.note_session import NoteSession
from desktop.note.paragraph_edits import retyped
from desktop.note_page import NotePage
from desktop.transcript.restoring import original_words
from processing.errors import UserError
from processing.journal import Entry
from processing.note import MAPS, Change, Edit, EditKind, State, change_of
from processing.pipeline import load_workshop
from processing.proposals import HELD, IGNORED, PROPOSE, Proposal, accepted, judged
from processing.readers import read
from processing.source import Place, Source
from processing.stored import Offers
from processing.transcript import Paragraph
from processing.turns import by_hand
from tests.conftest import CASES

pytestmark = pytest.mark.slow

COUNT = int(os.environ.get("MALKKEUM_SOAK", "300"))
SEED = int(os.environ.get("MALKKEUM_SEED", "8"))
A_RESTART = 100  # actions between two restarts
WORDS = "레그를 RAG가 회의는 정하기로 😀 했습니다. 가 예산, 3월 A/B ㅋㅋ 금요일까지".split()

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


class Hands:
    """Random actions on a session, each one Change of the same functions that the views call."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.verbs: list[Callable[[NoteSession], Change]] = [
            *[self.retype] * 6,
            *[self.accept] * 3,
            self.judge,
            self.merge,
            self.merge,
            self.split,
            self.split,
            self.border,
            self.reassign,
            self.rename,
            self.merge_speakers,
            self.withhold,
            self.give_back,
            self.restore,
            self.line,
            self.info,
        ]

    def change(self, session: NoteSession) -> tuple[str, Change]:
        verb = self.dice.choice(self.verbs)
        return verb.__name__, verb(session)

    def _paragraph(self, session: NoteSession) -> Paragraph:
        return self.dice.choice([p for turn in session.turns() for p in turn.paragraphs])

    def retype(self, session: NoteSession) -> Change:
        paragraph = self._paragraph(session)
        words = paragraph.text.split()
        for _ in range(self.dice.randint(1, 3)):
            at = self.dice.randint(0, len(words))
            words[at : at + self.dice.randint(0, 2)] = self.dice.sample(WORDS, self.dice.randint(0, 2))
        return retyped(session.state, paragraph, " ".join(words))

    def accept(self, session: NoteSession) -> Change:
        offered = session.open_proposals()
        return accepted(session.state, self.dice.sample(offered, min(len(offered), self.dice.randint(1, 3))))

    def judge(self, session: NoteSession) -> Change:
        ids = [proposal.id for proposal in session.proposals]
        chosen = self.dice.sample(ids, min(2, len(ids)))
        return judged(session.state, chosen, self.dice.choice([HELD, IGNORED, None]))

    def _cut(self, session: NoteSession) -> int:
        return self.dice.choice(sorted(session.state.cuts))

    def merge(self, session: NoteSession) -> Change:
        return by_hand.merge_with_above(session.state, self._cut(session))

    def split(self, session: NoteSession) -> Change:
        paragraph = self._paragraph(session)
        return by_hand.split(session.source, session.state, paragraph, self.dice.randint(0, len(paragraph.text)))

    def border(self, session: NoteSession) -> Change:
        move = self.dice.choice([by_hand.give_to_above, by_hand.give_to_next])
        paragraph = self._paragraph(session)
        return move(session.source, session.state, paragraph, self.dice.randint(0, len(paragraph.text)))

    def _speakers(self, session: NoteSession) -> list[str]:
        return sorted(session.state.speakers)

    def reassign(self, session: NoteSession) -> Change:
        scope = self.dice.choice(list(by_hand.Scope))
        return by_hand.reassign(session.state, self._cut(session), self.dice.choice(self._speakers(session)), scope)

    def rename(self, session: NoteSession) -> Change:
        name = self.dice.choice(["김민수", "이서연", "", "박지훈"])
        return by_hand.rename(session.state, self.dice.choice(self._speakers(session)), name)

    def merge_speakers(self, session: NoteSession) -> Change:
        if len(self._speakers(session)) < 3:
            return by_hand.add_speaker(session.state, self.dice.choice(["최유진", "정하늘"]))[1]
        gone, kept = self.dice.sample(self._speakers(session), 2)
        return by_hand.merge_speakers(session.state, gone, kept)

    def withhold(self, session: NoteSession) -> Change:
        place = self._paragraph(session).place
        start = self.dice.randint(place.start, max(place.start, place.end - 1))
        end = self.dice.randint(start + 1, max(start + 1, place.end))
        return by_hand.withhold(session.state, Place(start, end))

    def give_back(self, session: NoteSession) -> Change:
        hidden = list(session.state.withheld.values())
        return by_hand.give_back(session.state, self.dice.choice(hidden)) if hidden else Change()

    def restore(self, session: NoteSession) -> Change:
        return original_words(session.state, self._paragraph(session).place)

    def line(self, session: NoteSession) -> Change:
        lines = session.state.lines
        if not lines:
            return Change()
        id_ = self.dice.choice(sorted(lines))
        text = f"{lines[id_].text[:40]} {self.dice.choice(WORDS)}"
        return change_of(session.state, {("lines", id_): replace(lines[id_], text=text, is_edited=True)})

    def info(self, session: NoteSession) -> Change:
        return change_of(session.state, {("info", "title"): self.dice.choice([*WORDS, None])})


def more_offers(source: Source) -> list[Proposal]:
    """A correction offered for every tenth word: the talk itself has few, and all would be judged soon."""
    spans = [(block.text.start, source.slice(block.text)) for block in source.blocks]
    words = [(start + w.start(), w[0]) for start, text in spans for w in re.finditer(r"\S+", text)]
    edits = [Edit(at, at + len(w), w, "RAG", EditKind.TERM, "sound", 0.8) for at, w in words[::10]]
    return [Proposal(edit, PROPOSE, "RAG", edit.before) for edit in edits]


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
