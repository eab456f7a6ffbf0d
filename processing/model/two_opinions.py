"""The search's opinion and a model's on the same words, as one list with one proposal a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from processing.model.rails import DOUBTFUL, KNOWN
from processing.proposals import PROPOSE, Proposal
from processing.terms.glossary import squeezed


def beside(offline: Iterable[Proposal], by_model: Iterable[Proposal]) -> list[Proposal]:
    """Both opinions as one list in order, one proposal a place; neither list overlaps itself.

    Where both say the same the search's own stands, surer than before; where they differ over the same words the
    model's stands and the other is its alternative. What the program has applied by itself stays as it is.
    """
    own = sorted(offline, key=_start)
    ends = [proposal.edit.end for proposal in own]
    result = {proposal.id: proposal for proposal in own}
    for proposal in by_model:
        first = bisect_right(ends, proposal.edit.start)
        rivals = list(takewhile(lambda rival, end=proposal.edit.end: rival.edit.start < end, own[first:]))  # type: ignore[misc]
        if not rivals:
            result[proposal.id] = proposal
        elif len(rivals) == 1 and rivals[0].decision == PROPOSE:
            one = _one_of(result.pop(rivals[0].id), proposal)
            result[one.id] = one
    return sorted(result.values(), key=_start)


def _one_of(rival: Proposal, proposal: Proposal) -> Proposal:
    if not _is_of_same_words(rival, proposal):
        return rival
    one, other = _over_same_words(rival, proposal)
    if one.edit.after == other.edit.after:
        surer = max(rival.edit.confidence, KNOWN)
        return replace(
            rival, edit=replace(rival.edit, confidence=surer, reason=f"{rival.edit.reason} · AI도 같은 의견")
        )
    if proposal.edit.confidence <= DOUBTFUL:
        return rival
    others = dict.fromkeys(a for a in (one.edit.after, *one.alternatives) if a != other.edit.after)
    return replace(other, alternatives=tuple(others))


def _is_of_same_words(rival: Proposal, proposal: Proposal) -> bool:
    """Whether both read the same word otherwise: a model takes the particle in, the search only one that changes."""
    if rival.edit.place == proposal.edit.place:
        return True
    return rival.edit.start == proposal.edit.start and squeezed(rival.heard) == squeezed(proposal.heard)


def _over_same_words(rival: Proposal, proposal: Proposal) -> tuple[Proposal, Proposal]:
    """Both over the longer of their places; what the shorter left out, a particle that fits, stays as it is."""
    longest = max(rival.edit.before, proposal.edit.before, key=len)
    return _with_rest(rival, longest), _with_rest(proposal, longest)


def _with_rest(one: Proposal, whole: str) -> Proposal:
    rest = whole[len(one.edit.before) :]
    edit = replace(one.edit, end=one.edit.end + len(rest), before=whole, after=one.edit.after + rest)
    return replace(one, edit=edit, alternatives=tuple(reading + rest for reading in one.alternatives))


def _start(proposal: Proposal) -> int:
    return proposal.edit.start
