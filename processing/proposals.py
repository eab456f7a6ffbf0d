"""What the program would change: offered to a person, or applied because it is certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from processing.note import Change, Edit, EditKind, State
from processing.source import Place

APPLY, PROPOSE = "apply", "propose"

BRIDGES = (EditKind.WRAP, EditKind.JOIN)  # a correction may run over these; taking it absorbs them


@dataclass(frozen=True)
class Proposal:
    """One place where `edit.before` should read `edit.after`.

    `term` is the right form that the places of one cluster share (RAG), `heard` the misheard word less its particle
    (레그). `alternatives` are rival readings of the whole `before`, best first, without `edit.after`.
    """

    edit: Edit
    decision: str
    term: str
    heard: str
    alternatives: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The key under which a person's verdict (held, ignored) is kept."""
        return self.edit.id


@dataclass(frozen=True)
class TurnProposal:
    """A change of cuts, speakers or joins. `kind` is merge, join, split, reassign, fold or role.

    `place` is the words it is about; for a merge the second block's header. `detail` is one Korean sentence that gives
    the reason; `change` is what taking it does.
    """

    kind: str
    decision: str
    place: Place
    detail: str
    change: Change

    @property
    def id(self) -> str:
        """The key under which a person's verdict is kept."""
        return f"{self.kind}-{self.place.start}-{self.place.end}"


def still_open(proposals: Iterable[Proposal], state: State) -> list[Proposal]:
    """The proposals that no active edit overlaps and that nobody has ignored or put off."""
    edits = sorted((e.start, e.end) for e in state.edits.values() if e.kind not in BRIDGES)
    open_ones = []
    for proposal in sorted(proposals, key=lambda p: p.edit.start):
        start, end = proposal.edit.start, proposal.edit.end
        if proposal.id not in state.verdicts and not any(_meets(start, end, a, b) for a, b in edits):
            open_ones.append(proposal)
    return open_ones


def _meets(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end
