"""Whatever was taken back alone before: undo goes on to the first state, and redo all the way back."""

from __future__ import annotations

import contextlib
import random

import pytest

from desktop.note.note_session import NoteSession
from processing.errors import UserError
from processing.note import Edit, State, change_of, first_state
from processing.turns.by_hand import reassign
from tests.builders import source_of

TALK = source_of(("참석자 1", 0, "하나입니다."), ("참석자 2", 5, "둘입니다."), ("참석자 3", 9, "셋입니다."))


def some_action(session: NoteSession, chance: random.Random) -> None:
    state: State = session.state
    if chance.random() < 0.5:
        session.commit(reassign(state, chance.choice(sorted(state.cuts)), chance.choice(["s1", "s2", "s3"])), "사람")
        return
    start = min(state.cuts) + chance.randrange(3)
    edit = Edit(start, start + 2, TALK.text[start : start + 2], chance.choice("가나"), by="person")
    gone = {("edits", e.id): None for e in state.edits.values() if e.start < edit.end and start < e.end}
    session.commit(change_of(state, {**gone, ("edits", edit.id): edit}), "글")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(60))
def test_undo_reaches_the_first_state(seed: int) -> None:
    chance = random.Random(seed)
    session = NoteSession(TALK)
    for _ in range(15):
        some_action(session, chance)
        if session.entries and chance.random() < 0.4:
            with contextlib.suppress(UserError):
                session.undo_alone(chance.choice([one for one in session.entries if one.undoes is None]))
    before, steps = session.state, 0
    while session.can_undo:
        session.undo()
        steps += 1
    assert session.state == first_state(TALK)
    for _ in range(steps):
        session.redo()
    assert session.state == before
