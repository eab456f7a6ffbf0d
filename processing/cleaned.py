"""What the language work gives back for a note. A file of its own: the window reads it and needs no Kiwi for that."""

from __future__ import annotations

from dataclasses import dataclass

from processing.note import Change, State
from processing.proposals import Proposal, TurnProposal
from processing.source import Source


@dataclass(frozen=True)
class Cleaned:
    """What the language work gives back: the program's changes in order and what it proposes.

    `steps` are (what it was in Korean, change) from `first_state(source)` to `state`; `template` is what the note looks
    like: "minutes" or "lecture".
    """

    source: Source
    steps: tuple[tuple[str, Change], ...]
    state: State
    proposals: tuple[Proposal, ...] = ()
    turn_proposals: tuple[TurnProposal, ...] = ()
    warnings: tuple[str, ...] = ()
    template: str = "minutes"
