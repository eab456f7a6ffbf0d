"""What a decision in the review does to the note, and what it is called: one change each; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.note.review_rows import Chip
from desktop.words import kept
from processing.note import Change, Key, State, change_of
from processing.proposals import HELD, IGNORED, Proposal, TurnProposal, accepted, judged, renamed


class Decision(NamedTuple):
    """A change of the note and its name in the list of changes."""

    change: Change
    what: str


def taken(state: State, chip: Chip, proposals: Sequence[Proposal]) -> Decision:
    """These corrections applied; under 자동 적용, kept as the person's own."""
    one = proposals[0]
    if chip is Chip.AUTOMATIC:
        values: dict[Key, object] = {("edits", p.id): replace(state.edits[p.id], by="person") for p in proposals}
        return Decision(change_of(state, values), kept(f"확인함: {one.term}"))
    return Decision(accepted(state, proposals), kept(f"{one.heard} → {one.term} {len(proposals)}곳 적용"))


def taken_turn(proposal: TurnProposal) -> Decision:
    """A change of turns carried out."""
    return Decision(proposal.change, kept(f"발언 정리: {proposal.detail}"))


def retyped(state: State, chip: Chip, proposals: Sequence[Proposal], text: str, *, is_term: bool) -> Decision:
    """These places corrected to a right form typed by hand: a term, with the particles that fit, or whole words.

    Under 자동 적용 it takes the place of what the program put there.
    """
    typed = [renamed(proposal, text) if is_term else read_as(proposal, text) for proposal in proposals]
    what = kept(f"{proposals[0].heard} → {text} {len(typed)}곳 적용")
    if chip is not Chip.AUTOMATIC:
        return Decision(accepted(state, typed), what)
    values: dict[Key, object] = {("edits", proposal.id): None for proposal in proposals}
    edits = [replace(proposal.edit, by="person") for proposal in typed]
    values.update({("edits", edit.id): edit for edit in edits})
    return Decision(change_of(state, values), what)


def read_as(proposal: Proposal, after: str) -> Proposal:
    """The same place with other words, whole."""
    return replace(proposal, edit=replace(proposal.edit, after=after, source="user"))


def refused(state: State, chip: Chip, ids: Sequence[str], name: str) -> Decision:
    """These ignored in this note; under 자동 적용, taken back and not offered again."""
    verdicts = judged(state, ids, IGNORED)
    if chip is not Chip.AUTOMATIC:
        return Decision(verdicts, kept(f"무시함: {name}"))
    values: dict[Key, object] = {("edits", id_): None for id_ in ids}
    values.update({key: step.new for key, step in verdicts.steps.items()})
    return Decision(change_of(state, values), kept(f"되돌림: {name}"))


def put_off(state: State, chip: Chip, ids: Sequence[str], name: str) -> Decision:
    """These put off; under 보류, offered again."""
    if chip is Chip.HELD:
        return Decision(judged(state, ids, None), kept(f"다시 제안으로: {name}"))
    return Decision(judged(state, ids, HELD), kept(f"보류: {name}"))
