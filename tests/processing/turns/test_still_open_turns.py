"""Changes of turns are offered only while they fit what a person has done to the same words since."""

from __future__ import annotations

import pytest
from talks import CASES, talk_of

from processing.note import Edit, EditKind, State, apply, change_of
from processing.proposals import HELD, PROPOSE, TurnProposal, held_turns, still_open_turns
from processing.source import Place
from processing.turns.likely import likely_turns

STATE = State(cuts={0: "s1", 20: "s2", 40: "s1"})


def split() -> TurnProposal:
    return TurnProposal("split", PROPOSE, Place(10, 18), "나눔", change_of(STATE, {("cuts", 10): "s2"}))


def fold() -> TurnProposal:
    """The turn at 20 read as a word thrown in between 0 and 40."""
    edits = (
        Edit(15, 20, " " * 5, " ", EditKind.JOIN),
        Edit(20, 30, "네" * 10, "", EditKind.FILLER),
        Edit(30, 40, " " * 10, " ", EditKind.JOIN),
    )
    values = {("cuts", 20): None, ("cuts", 40): None, **{("edits", edit.id): edit for edit in edits}}
    return TurnProposal("fold", PROPOSE, Place(20, 30), "합침", change_of(STATE, values))


def with_edit(start: int, end: int) -> State:
    edit = Edit(start, end, "가" * (end - start), "새로 쓴 말", by="person")
    return apply(STATE, change_of(STATE, {("edits", edit.id): edit}))


@pytest.mark.parametrize(("start", "end", "fits"), [(5, 15, False), (5, 10, True), (10, 15, True), (2, 4, True)])
def test_no_split_inside_what_was_typed(start: int, end: int, fits: bool) -> None:
    state = with_edit(start, end)
    assert bool(still_open_turns([split()], state)) == fits


@pytest.mark.parametrize(("start", "end", "fits"), [(22, 24, False), (18, 21, False), (5, 10, True), (41, 44, True)])
def test_no_fold_over_what_was_typed(start: int, end: int, fits: bool) -> None:
    assert bool(still_open_turns([fold()], with_edit(start, end))) == fits


@pytest.mark.parametrize(("cut", "fits"), [(25, False), (35, False), (30, True), (5, True)])
def test_no_fold_over_a_turn_begun_since(cut: int, fits: bool) -> None:
    state = apply(STATE, change_of(STATE, {("cuts", cut): "s3"}))
    assert bool(still_open_turns([fold()], state)) == fits


def test_what_was_put_off_must_fit_too() -> None:
    held = {("verdicts", one.id): HELD for one in (split(), fold())}
    for state, kinds in ((STATE, ["split", "fold"]), (with_edit(5, 25), [])):
        put_off = apply(state, change_of(state, held))
        assert [one.kind for one in held_turns([split(), fold()], put_off)] == kinds


@pytest.mark.parametrize("name", ["03-sales-call", "02-standup"])
def test_all_that_is_found_is_offered(name: str) -> None:
    talk = talk_of(CASES / "turns" / f"{name}.txt")
    found = likely_turns(talk.source, talk.state, talk.analysis)
    assert found
    assert still_open_turns(found, talk.state) == [one for one in found if one.change]
