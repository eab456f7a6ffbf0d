"""What the program would change: offered to a person, or applied because it is certain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from processing.note import Change, Edit, EditKind, Key, State, change_of, differing, invert, still_stands
from processing.particles import agreeing
from processing.phonetics import spoken
from processing.source import Place

APPLY, PROPOSE = "apply", "propose"
MISHEARD_FROM = 0.2  # a proposal of less says little about whether the word was misheard

HELD, IGNORED = "held", "ignored"  # a person's verdicts; taking a proposal leaves none

BRIDGES = (EditKind.WRAP, EditKind.JOIN, EditKind.SPACING)  # a correction may run over these; taking it absorbs them


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
    edits = _Standing(edit for edit in state.edits.values() if edit.kind not in BRIDGES)
    ordered = sorted(proposals, key=lambda proposal: proposal.edit.start)
    return [p for p in ordered if p.id not in state.verdicts and not _blocked(p, edits)]


def held(proposals: Iterable[Proposal], state: State) -> list[Proposal]:
    """The proposals that a person has put off and that could still be taken."""
    edits = _Standing(edit for edit in state.edits.values() if edit.kind not in BRIDGES)
    ordered = sorted(proposals, key=lambda proposal: proposal.edit.start)
    return [p for p in ordered if state.verdicts.get(p.id) == HELD and not _blocked(p, edits)]


def held_turns(proposals: Iterable[TurnProposal], state: State) -> list[TurnProposal]:
    """The changes of turns that a person has put off and that still fit the state."""
    fitting = _Fitting(state)
    return [p for p in proposals if state.verdicts.get(p.id) == HELD and fitting(p.change)]


def still_open_turns(proposals: Iterable[TurnProposal], state: State) -> list[TurnProposal]:
    """The changes of turns that nobody has judged and that still fit the state.

    One fits while its old values stand, its edits overlap no active one, and no cut comes to lie inside an edit: a turn
    that began in the middle of what a person has typed would show none of it.
    """
    fitting = _Fitting(state)
    return [p for p in proposals if p.id not in state.verdicts and fitting(p.change)]


class Offers:
    """The proposals made for a note; tells which are open, one state after another, and looks only where edits changed."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self.all = tuple(sorted(proposals, key=lambda proposal: proposal.edit.start))
        self.ids = [proposal.id for proposal in self.all]
        self._starts = [proposal.edit.start for proposal in self.all]
        self._longest = max((proposal.edit.end - proposal.edit.start for proposal in self.all), default=0)
        self._blocked = [False] * len(self.all)
        self._state = State()

    def still_open(self, state: State) -> list[Proposal]:
        """What the function of that name tells of these."""
        self._follow(state)
        rows = zip(self.all, self.ids, self._blocked, strict=True)
        return [proposal for proposal, id_, is_blocked in rows if not is_blocked and id_ not in state.verdicts]

    def held(self, state: State) -> list[Proposal]:
        """What the function of that name tells of these."""
        self._follow(state)
        rows = zip(self.all, self.ids, self._blocked, strict=True)
        return [proposal for proposal, id_, is_blocked in rows if not is_blocked and state.verdicts.get(id_) == HELD]

    def _follow(self, state: State) -> None:
        old, self._state = self._state, state
        ids = differing(old.edits, state.edits)
        edits = [edit for id_ in ids for edit in (old.edits.get(id_), state.edits.get(id_)) if edit is not None]
        if edits:
            standing = _Standing(edit for edit in state.edits.values() if edit.kind not in BRIDGES)
            for i in {i for edit in edits for i in self._near(edit)}:
                self._blocked[i] = _blocked(self.all[i], standing)

    def _near(self, edit: Edit) -> range:
        """The proposals that an edit may meet, or stand right beside."""
        first = bisect_left(self._starts, edit.start - self._longest)
        return range(first, bisect_right(self._starts, edit.end))


class _Fitting:
    """Whether a change of turns can still be taken in a state; the state is put in order once for all of them."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def _edits(self) -> _Standing:
        return _Standing(self._state.edits.values())

    @cached_property
    def _cuts(self) -> list[int]:
        return sorted(self._state.cuts)

    def __call__(self, change: Change) -> bool:
        return bool(change) and still_stands(self._state, invert(change)) and self._is_whole(change)

    def _is_whole(self, change: Change) -> bool:
        """Whether no two edits would overlap and no turn would begin inside an edit."""
        new: dict[str, Edit] = {key: step.new for (name, key), step in change.steps.items() if name == "edits"}
        cuts = {key: step.new for (name, key), step in change.steps.items() if name == "cuts"}
        added = [edit for edit in new.values() if edit is not None]
        if any(met.id not in new for edit in added for met in self._edits.meeting(edit.start, edit.end)):
            return False
        began = [cut for cut, speaker in cuts.items() if speaker is not None]
        left = [(cut, e) for cut in began for e in self._edits.meeting(cut, cut + 1) if e.id not in new]
        pairs = left + [(cut, edit) for edit in added for cut in [*began, *self._cuts_in(edit, cuts)]]
        return not any(edit.start < cut < edit.end for cut, edit in pairs)

    def _cuts_in(self, edit: Edit, changed: Container[int]) -> list[int]:
        found = self._cuts[bisect_left(self._cuts, edit.start) : bisect_left(self._cuts, edit.end)]
        return [cut for cut in found if cut not in changed]


class _Standing:
    """Edits in order, for finding those that a place meets without looking at all of them."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._ends = [edit.end for edit in self._edits]  # ascending too, since active edits never overlap

    def meeting(self, start: int, end: int) -> list[Edit]:
        """The edits that share a code point with [start, end), and insertions inside it."""
        return [edit for edit in self._touching(start, end) if edit.end > start and edit.start < end]

    def in_words_of(self, start: int, end: int) -> list[Edit]:
        """Those that meet it, and letters put in right before or after it: 점주님 that reads 가맹점주님 has been changed."""
        joined = [edit for edit in self._touching(start, end) if _joins(edit, end)]
        return sorted({*self.meeting(start, end), *joined}, key=lambda edit: (edit.start, edit.end))

    def _touching(self, start: int, end: int) -> Iterator[Edit]:
        for edit in self._edits[bisect_left(self._ends, start) :]:
            if edit.start > end:
                break
            yield edit


def _joins(edit: Edit, end: int) -> bool:
    """Whether an insertion at the edge of a place grows together with its words; `end` is the place's."""
    edge = edit.after[:1] if edit.start == end else edit.after[-1:]
    return edit.start == edit.end and edge.isalnum()


def _blocked(proposal: Proposal, edits: _Standing) -> bool:
    """Whether an active edit stands in the way; one of the program's own gives way to what a person has taught."""
    return any(
        not _gives_way(edit, proposal.edit) for edit in edits.in_words_of(proposal.edit.start, proposal.edit.end)
    )


def _gives_way(standing: Edit, taught: Edit) -> bool:
    if taught.source != "learned" or standing.by != "program" or not taught.place.covers(standing.place):
        return False
    at, end = standing.start - taught.start, standing.end - taught.start
    return taught.before[:at] + standing.after + taught.before[end:] != taught.after


def accepted(state: State, proposals: Iterable[Proposal]) -> Change:
    """The change that applies these proposals as a person's choice; what cannot be applied any more is left out.

    A bridge (a line break or header joined over) that a proposal covers or cuts goes into its edit. A verdict on an
    applied proposal goes.
    """
    bridges = _Standing(edit for edit in state.edits.values() if edit.kind in BRIDGES)
    others = _Standing(edit for edit in state.edits.values() if edit.kind not in BRIDGES)
    values: dict[Key, object] = {}
    end = -1
    for proposal in sorted(proposals, key=lambda p: (p.edit.start, p.edit.end)):
        met = bridges.meeting(proposal.edit.start, proposal.edit.end)
        edit = _over(proposal.edit, met)
        if edit.start < end or _blocked(replace(proposal, edit=edit), others):
            continue
        values.update({("edits", one.id): None for one in [*met, *others.in_words_of(edit.start, edit.end)]})
        values[("edits", edit.id)] = edit
        values[("verdicts", proposal.id)] = None
        end = edit.end
    return change_of(state, values)


def may_be_misheard(proposals: Iterable[Proposal], state: State) -> list[Place]:
    """Where a proposal that is open and not unlikely would have another word, not only another spelling."""
    return [
        p.edit.place
        for p in still_open(proposals, state)
        if p.edit.confidence >= MISHEARD_FROM and _letters(p.edit.before) != _letters(p.edit.after)
    ]


def _letters(text: str) -> str:
    return "".join(text.split()).lower()


def applied(state: State, proposals: Iterable[Proposal]) -> Change:
    """The change that applies those of the proposals that the program is sure of; a bridge inside one goes into it."""
    bridges = _Standing(edit for edit in state.edits.values() if edit.kind in BRIDGES)
    edits = [proposal.edit for proposal in proposals if proposal.decision == APPLY]
    values: dict[Key, object] = {
        ("edits", bridge.id): None for edit in edits for bridge in bridges.meeting(edit.start, edit.end)
    }
    return change_of(state, {**values, **{("edits", edit.id): edit for edit in edits}})


def _over(edit: Edit, bridges: Sequence[Edit]) -> Edit:
    """`edit` as a person's, widened over bridges that it only cuts into: their words outside it stay as they read."""
    first, last = (bridges[0], bridges[-1]) if bridges else (edit, edit)
    left = first.before[: max(edit.start - first.start, 0)]
    right = last.before[len(last.before) - max(last.end - edit.end, 0) :]
    after = (first.after if left else "") + edit.after + (last.after if right else "")
    return replace(
        edit,
        start=edit.start - len(left),
        end=edit.end + len(right),
        before=left + edit.before + right,
        after=after,
        by="person",
    )


def judged(state: State, ids: Iterable[str], verdict: str | None) -> Change:
    """The change that holds or ignores proposals of either sort by their ids; None opens them again."""
    return change_of(state, {("verdicts", id_): verdict for id_ in ids})


def renamed(proposal: Proposal, term: str) -> Proposal:
    """The same place corrected to another right form, with the particle that fits it.

    >>> edit = Edit(0, 3, "레그를", "RAG를")
    >>> renamed(Proposal(edit, PROPOSE, "RAG", "레그"), "검색증강").edit.after
    '검색증강을'
    """
    rest = proposal.edit.after.removeprefix(proposal.term)
    has_term = proposal.edit.after.startswith(proposal.term)
    after = term + agreeing(rest, spoken(term)) if has_term else term
    return replace(proposal, edit=replace(proposal.edit, after=after, source="user"), term=term)
