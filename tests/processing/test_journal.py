"""The algebra of changes and of the journal that keeps them: undo, redo, undo of one alone, over any actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import reduce

import library_cases as cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.errors import Bug
from processing.journal import (
    PERSON,
    PROGRAM,
    Entry,
    can_undo_alone,
    fold,
    holds,
    inverse,
    later_change,
    redo_target,
    undo_target,
)
from processing.note import Change, Edit, Key, State, Step, apply, apply_all, change_of, fits, invert, then
from processing.source import Place

NOW = datetime(2026, 4, 28, 20, 2, tzinfo=UTC)
TEXT = "오늘은 레그를 쓴다"
# two that overlap, one that touches, two insertions at one offset
EDITS = [
    Edit(at, end, TEXT[at:end], after)
    for at, end, after in ((0, 3, "어제는"), (2, 6, "는 RAG"), (6, 7, "을"), (7, 7, "꼭"), (7, 7, "안"))
]
values = st.sampled_from([None, "가", "나"])
keys = st.sampled_from([("info", "title"), ("info", "place"), ("verdicts", "p1"), ("cuts", 3), ("cuts", 7)])


@st.composite
def actions(draw: st.DrawFn, state: State) -> Change:
    """One action of somebody's: some values, some edits in place of those that they would overlap."""
    wanted: dict[Key, object] = dict(draw(st.dictionaries(keys, values, max_size=2)))
    if draw(st.booleans()):
        edit = draw(st.sampled_from(EDITS))
        met = [one for one in state.edits.values() if _meet(one, edit)]
        wanted |= {("edits", one.id): None for one in met}
        wanted[("edits", edit.id)] = edit if edit.id not in state.edits else None
    return change_of(state, wanted)


def _meet(one: Edit, other: Edit) -> bool:
    is_one_point = one.start == one.end == other.start == other.end
    return is_one_point or one.place.overlaps(other.place)


@given(st.data())
def test_changes_in_a_row_are_one_change(data: st.DataObject) -> None:
    states, changes = [State()], []
    for _ in range(data.draw(st.integers(0, 4))):
        changes.append(data.draw(actions(states[-1])))
        states.append(apply(states[-1], changes[-1]))
    assert apply_all(State(), changes) == states[-1]
    whole = reduce(then, changes, Change())
    assert apply(State(), whole) == states[-1]
    assert apply(states[-1], invert(whole)) == State()
    assert invert(whole) == reduce(then, map(invert, reversed(changes)), Change())
    assert all(step.old != step.new for step in whole.steps.values())


@given(cases.changes())
def test_a_change_of_any_map_is_taken_back_whole(change: Change) -> None:
    first = Change({key: Step(None, step.old) for key, step in change.steps.items() if key[0] != "edits"})
    second = Change({key: Step(step.old, step.new) for key, step in change.steps.items() if key[0] != "edits"})
    before = apply(State(), first)
    assert apply(apply(before, second), invert(second)) == before
    stale = [key for key, step in second.steps.items() if step.old != step.new]
    if stale:
        with pytest.raises(Bug):
            apply(apply(before, second), second)


class Work:
    """A note on which somebody works: every action appends to the journal, the state is followed beside it."""

    def __init__(self) -> None:
        self.state = State()
        self.entries: list[Entry] = []

    def do(self, change: Change, by: str = PERSON) -> None:
        if change:
            self._add(Entry(len(self.entries) + 1, NOW, by, "고침", change))

    def take_back(self, entry: Entry) -> None:
        self._add(inverse(entry, len(self.entries) + 1, NOW))

    def _add(self, entry: Entry) -> None:
        self.state = apply(self.state, entry.change)
        self.entries.append(entry)


def held(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.undoes is None and holds(entries, entry)]


@st.composite
def works(draw: st.DrawFn, by: Sequence[str] = (PERSON,)) -> Work:
    """Any work: actions, undo, redo, and entries that are taken back alone where that is allowed."""
    work = Work()
    for what in draw(st.lists(st.sampled_from(["do", "do", "do", "undo", "redo", "alone"]), max_size=14)):
        if what == "do":
            work.do(draw(actions(work.state)), draw(st.sampled_from(by)))
        elif what == "alone":
            may = [entry for entry in held(work.entries) if can_undo_alone(work.state, work.entries, entry)]
            if may:
                work.take_back(draw(st.sampled_from(may)))
        else:
            target = (undo_target if what == "undo" else redo_target)(work.entries)
            if target is not None and (len(by) == 1 or fits(work.state, invert(target.change))):
                work.take_back(target)
    return work


@given(works())
def test_the_state_is_the_fold_of_the_journal_and_of_what_holds_of_it(work: Work) -> None:
    assert fold(State(), work.entries) == work.state
    assert fold(State(), held(work.entries)) == work.state
    assert not any(_meet(a, b) for a in work.state.edits.values() for b in work.state.edits.values() if a is not b)


@given(works())
def test_undoing_all_ends_where_it_began_and_redoing_all_where_it_was(work: Work) -> None:
    was, undone = work.state, 0
    while (target := undo_target(work.entries)) is not None:
        work.take_back(target)
        undone += 1
    assert work.state == State()
    for _ in range(undone):
        target = redo_target(work.entries)
        assert target is not None
        work.take_back(target)
    assert work.state == was


@given(works(by=(PERSON, PROGRAM)), st.data())
def test_one_alone_goes_back_or_a_later_one_is_named(work: Work, data: st.DataObject) -> None:
    if not held(work.entries):
        return
    entry = data.draw(st.sampled_from(held(work.entries)))
    if not can_undo_alone(work.state, work.entries, entry):
        later = later_change(work.entries, entry)
        assert later is not None
        assert later.id > entry.id
        assert holds(work.entries, later)
        return
    others = {key: value for key, value in _values(work.state).items() if key not in entry.change.steps}
    work.take_back(entry)
    assert {key: value for key, value in _values(work.state).items() if key not in entry.change.steps} == others
    assert all(_values(work.state).get(key) == step.old for key, step in entry.change.steps.items())
    assert fold(State(), held(work.entries)) == work.state


def _values(state: State) -> dict[Key, object]:
    names = ("edits", "cuts", "info", "verdicts")
    return {(name, key): value for name in names for key, value in getattr(state, name).items()}


def test_a_place_is_half_open_and_forward() -> None:
    with pytest.raises(Bug):
        Place(5, 4)
    with pytest.raises(Bug):
        Place(-1, 4)
