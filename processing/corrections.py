"""What was changed and what is still offered, as the list of corrections and the JSON tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processing.evidence import TurnIndex
from processing.note import Edit, EditKind, State, first_state
from processing.proposals import APPLY, PROPOSE, Proposal, TurnProposal, still_open, still_open_turns
from processing.source import Place, Source

SAID_OF_CUTS = {
    "merge": "같은 참석자의 이어지는 발언을 합쳤습니다.",
    "split": "발언을 나누었습니다.",
    "reassign": "말한 사람을 바꾸었습니다.",
}

# How the kinds of a turn proposal are told outside; a role names a speaker and changes no turn.
_TOLD_KINDS = {"merge": "merge", "fold": "merge", "join": "join", "split": "split", "reassign": "reassign"}


@dataclass(frozen=True)
class Correction:
    """One place that reads otherwise (`apply`) or is offered to (`propose`), with the cut of its turn and its position.

    `source_line` is 1-based, `source_column` 0-based in code points, where `edit.before` begins.
    """

    edit: Edit
    decision: str
    alternatives: tuple[str, ...]
    turn_cut: int | None
    start_s: float | None
    source_line: int
    source_column: int


@dataclass(frozen=True)
class TurnChange:
    """A change of turns: kind merge, join, split or reassign; `detail` is one Korean sentence."""

    kind: str
    decision: str
    source_line: int
    detail: str


def corrections_of(
    source: Source, state: State, proposals: Iterable[Proposal], hidden: Sequence[Place], index: TurnIndex
) -> tuple[Correction, ...]:
    """The active edits in order, then the open proposals; one a place, none that touches what is withheld.

    Joins are left out: they are told among the turn changes.
    """
    offered = list(proposals)
    rivals = {proposal.id: proposal.alternatives for proposal in offered}
    told = [(edit, APPLY, rivals.get(edit.id, ())) for edit in _in_order(state.edits.values())]
    end = -1
    for proposal in still_open(offered, state):
        if proposal.edit.start >= end:
            told.append((proposal.edit, PROPOSE, proposal.alternatives))
            end = proposal.edit.end
    return tuple(
        _correction(source, index, edit, decision, alternatives)
        for edit, decision, alternatives in told
        if edit.kind is not EditKind.JOIN and not _is_hidden(edit.place, hidden)
    )


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def _correction(
    source: Source, index: TurnIndex, edit: Edit, decision: str, alternatives: tuple[str, ...]
) -> Correction:
    evidence = index.evidence(edit.place)
    return Correction(
        edit,
        decision,
        alternatives,
        evidence.turn_cut,
        evidence.start_s,
        evidence.source_line,
        evidence.source_column,
    )


def _is_hidden(place: Place, hidden: Sequence[Place]) -> bool:
    return any(place.start <= other.end and other.start <= place.end for other in hidden)


def turn_changes_of(
    source: Source, state: State, proposals: Iterable[TurnProposal], hidden: Sequence[Place]
) -> tuple[TurnChange, ...]:
    """What became of the file's turns, then what is still offered; in the order of the file."""
    offered = [p for p in proposals if p.kind in _TOLD_KINDS]
    details = {(_TOLD_KINDS[p.kind], _line_of(source, p)): p.detail for p in offered}
    done = [
        TurnChange(kind, APPLY, line, details.get((kind, line)) or said)
        for kind, place, said in _done(source, state)
        for line in [source.line_of(place.start)]
        if not _is_hidden(place, hidden)
    ]
    still = [
        TurnChange(_TOLD_KINDS[p.kind], PROPOSE, _line_of(source, p), p.detail)
        for p in sorted(still_open_turns(offered, state), key=lambda p: p.place)
        if not _is_hidden(p.place, hidden)
    ]
    return tuple(sorted(done, key=lambda change: change.source_line)) + tuple(still)


def _done(source: Source, state: State) -> Iterator[tuple[str, Place, str]]:
    """The cuts that differ from the file's own, and the sentences joined over a border: kind, place, sentence."""
    first = first_state(source).cuts
    for cut in sorted(first.keys() | state.cuts.keys()):
        old, new = first.get(cut), state.cuts.get(cut)
        kind = "merge" if new is None else "split" if old is None else "reassign" if old != new else None
        if kind is not None:
            yield kind, _place_of_cut(source, cut, kind), SAID_OF_CUTS[kind]
    for edit in _in_order(state.edits.values()):
        if edit.kind is EditKind.JOIN:
            yield "join", edit.place, edit.reason or "두 발언에 걸쳐 끊긴 문장을 이었습니다."


def _line_of(source: Source, proposal: TurnProposal) -> int:
    """Where a proposal is told: a fold is a merge, so at the header of the block that goes."""
    place = proposal.place
    if proposal.kind == "fold":
        place = _place_of_cut(source, place.start, "merge")
    return source.line_of(place.start)


def _place_of_cut(source: Source, cut: int, kind: str) -> Place:
    """A merge is told at the second block's header, the others where the words begin."""
    block = source.blocks[source.block_at(cut)] if source.block_at(cut) >= 0 else None
    if kind == "merge" and block is not None and block.header is not None:
        return block.header
    return Place(cut, cut)
