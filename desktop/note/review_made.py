"""Makes the review of a note, one state after another: each part of it again only when what it is made of has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Generic, TypeVar

from desktop.note.review_rows import TO_JUDGE, Chip, Chips, Cluster, Counts, Review, about_turns, clusters_of
from processing.note import Edit, State
from processing.proposals import (
    BRIDGES,
    PROPOSE,
    Offers,
    Proposal,
    TurnProposal,
    held_turns,
    still_open_turns,
)

T = TypeVar("T")


class _Part(Generic[T]):
    """A value kept with what it was made of: states and their maps are never changed, only replaced."""

    def __init__(self) -> None:
        self._made: tuple[tuple[object, ...], T] | None = None

    def of(self, make: Callable[[], T], *made_of: object) -> T:
        """The value kept if it was made of these very things, else made anew."""
        if self._made is None or not all(a is b for a, b in zip(self._made[0], made_of, strict=True)):
            self._made = made_of, make()
        return self._made[1]


_OfTurns = tuple[tuple[TurnProposal, ...], tuple[TurnProposal, ...]]


class ReviewMade:
    """The review of one note with these offers."""

    def __init__(self, proposals: Iterable[Proposal], turn_proposals: Iterable[TurnProposal]) -> None:
        self._offers = Offers(proposals)
        self._by_id = dict(zip(self._offers.ids, self._offers.all, strict=True))
        self._of_turns = about_turns(turn_proposals)
        self._names_people = any(name == "speakers" for one in self._of_turns for name, _ in one.change.steps)
        self._open = _Part[list[Proposal]]()
        self._by_chip = _Part[dict[Chip, list[Proposal]]]()
        self._last: dict[Chip, list[Proposal]] = {chip: [] for chip in Chip}
        self._turns = _Part[_OfTurns]()
        self._automatic = _Part[list[Proposal]]()
        self._held = _Part[list[Proposal]]()
        self._totals = _Part[Counter[Chip]]()
        self._clusters = {chip: _Part[tuple[Cluster, ...]]() for chip in Chip}

    def still_open(self, state: State) -> list[Proposal]:
        """The proposals that nobody has judged and nothing active overlaps, in the order of the text."""
        return self._open.of(lambda: self._offers.still_open(state), state.edits, state.verdicts)

    def left(self, state: State, chip_of: Chips) -> dict[Chip, int]:
        """How much is left under each chip of `TO_JUDGE`, as the review counts it."""
        groups = self._grouped(state, chip_of)
        found = {chip: len(groups[chip]) for chip in TO_JUDGE}
        return found | {Chip.TURNS: len(self._turns_of(state)[0])}

    def of(self, state: State, chip_of: Chips) -> Review:
        """The review of a state."""
        groups = dict(self._grouped(state, chip_of))
        groups[Chip.HELD] = self._held.of(lambda: self._offers.held(state), state.edits, state.verdicts)
        groups[Chip.AUTOMATIC] = self._automatic.of(lambda: self._automatic_in(state), state.edits)
        totals = self._totals.of(lambda: self._offered(state, chip_of), state.edits, chip_of)
        still, held = self._turns_of(state)
        turns = {Chip.TURNS: still, Chip.HELD: held}
        clusters = {chip: self._clusters[chip].of(partial(clusters_of, group), group) for chip, group in groups.items()}
        left = {chip: len(groups[chip]) + len(turns.get(chip, ())) for chip in Chip}
        counts = {chip: Counts(left[chip], max(totals[chip], left[chip])) for chip in Chip}
        return Review(clusters, turns, counts)

    def _grouped(self, state: State, chip_of: Chips) -> dict[Chip, list[Proposal]]:
        still = self.still_open(state)
        return self._by_chip.of(lambda: self._groups(still, chip_of), still, chip_of)

    def _groups(self, still: Sequence[Proposal], chip_of: Chips) -> dict[Chip, list[Proposal]]:
        """The open ones by their chips; a group with the very same ones in it stays the very same group."""
        groups: dict[Chip, list[Proposal]] = {chip: [] for chip in Chip}
        for proposal in still:
            groups[chip_of(proposal)].append(proposal)
        self._last = {chip: self._last[chip] if self._last[chip] == group else group for chip, group in groups.items()}
        return self._last

    def _turns_of(self, state: State) -> _OfTurns:
        """The changes of turns that are open, and those put off."""

        def made() -> _OfTurns:
            return tuple(still_open_turns(self._of_turns, state)), tuple(held_turns(self._of_turns, state))

        people = state.speakers if self._names_people else None
        return self._turns.of(made, state.edits, state.cuts, state.verdicts, people)

    def _automatic_in(self, state: State) -> list[Proposal]:
        """What the program has applied by itself and nobody has confirmed."""
        edits = [(id_, edit) for id_, edit in state.edits.items() if edit.by == "program" and edit.kind not in BRIDGES]
        in_order = sorted(edits, key=lambda item: item[1].start)
        return [self._by_id.get(id_) or _as_proposal(edit) for id_, edit in in_order]

    def _offered(self, state: State, chip_of: Chips) -> Counter[Chip]:
        """How many were ever offered under each chip."""
        rows = zip(self._offers.all, self._offers.ids, strict=True)
        found = Counter(chip_of(p) for p, id_ in rows if p.decision == PROPOSE or id_ not in state.edits)
        found[Chip.TURNS] = sum(proposal.decision == PROPOSE for proposal in self._of_turns)
        return found


def _as_proposal(edit: Edit) -> Proposal:
    return Proposal(edit, PROPOSE, edit.after, edit.before)
