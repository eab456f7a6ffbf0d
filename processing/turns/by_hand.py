"""What a person does to turns and speakers: each a pure function that gives one `Change` back.

A change that would alter nothing is empty. Cuts and speakers are named by their keys in the state; a caret is a
position in a paragraph's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from processing.note import Change, Key, Speaker, State, change_of
from processing.source import Place
from processing.turns.borders import (
    first_sentence_to_above,
    give_to_above,
    give_to_next,
    last_sentence_to_next,
    merge_with_above,
    split,
    split_at,
)

__all__ = [
    "Scope",
    "add_speaker",
    "cuts_in",
    "first_sentence_to_above",
    "give_back",
    "give_role",
    "give_to_above",
    "give_to_next",
    "is_withheld",
    "last_sentence_to_next",
    "merge_speakers",
    "merge_with_above",
    "new_speaker_id",
    "reassign",
    "rename",
    "split",
    "split_at",
    "withhold",
]


class Scope(StrEnum):
    """How far a change of speaker reaches."""

    THIS = "this"
    FROM_HERE = "from here"
    ALL = "all"


def cuts_in(state: State, cut: int, scope: Scope) -> list[int]:
    """The turns, by their cuts, that a reassignment from the turn at `cut` reaches: the count to show first."""
    if scope is Scope.THIS:
        return [cut]
    speaker = state.cuts[cut]
    first = cut if scope is Scope.FROM_HERE else 0
    return sorted(c for c, s in state.cuts.items() if s == speaker and c >= first)


def reassign(state: State, cut: int, speaker_id: str, scope: Scope = Scope.THIS) -> Change:
    """The turn at `cut`, or those of its speaker from there on, or all of them, given to another speaker."""
    return change_of(state, {("cuts", c): speaker_id for c in cuts_in(state, cut, scope)})


def rename(state: State, speaker_id: str, name: str | None = None, role: str | None = None) -> Change:
    """The speaker with another name or role; None leaves it as it is, an empty one takes it away."""
    speaker = state.speakers[speaker_id]
    new = replace(
        speaker,
        name=speaker.name if name is None else name.strip(),
        role=speaker.role if role is None else role.strip(),
    )
    return change_of(state, {("speakers", speaker_id): new})


def give_role(state: State, speaker_ids: Iterable[str], role: str) -> Change:
    """One role for several speakers at once."""
    values: dict[Key, Any] = {("speakers", id_): replace(state.speakers[id_], role=role.strip()) for id_ in speaker_ids}
    return change_of(state, values)


def new_speaker_id(state: State) -> str:
    """An id that no speaker and no turn of the state has."""
    taken = {*state.speakers, *state.cuts.values()}
    n = len(state.speakers) + 1
    while f"s{n}" in taken:
        n += 1
    return f"s{n}"


def add_speaker(state: State, name: str, role: str = "") -> tuple[str, Change]:
    """The id of a speaker whom the file does not name, and the change that adds them."""
    id_ = new_speaker_id(state)
    return id_, change_of(state, {("speakers", id_): Speaker(None, name.strip(), role.strip())})


def merge_speakers(state: State, gone: str, kept: str) -> Change:
    """All that `gone` says given to `kept`, who takes what name or role was missing; neighbours become one turn."""
    if gone == kept:
        return Change()
    values: dict[Key, Any] = {}
    last = None
    for cut in sorted(state.cuts):
        speaker = state.cuts[cut]
        if speaker == gone:
            values[("cuts", cut)] = kept
        if {speaker, last} == {gone, kept}:
            values[("cuts", cut)] = None
        last = speaker
    values[("speakers", gone)] = None
    values[("speakers", kept)] = _filled(state.speakers[kept], state.speakers.get(gone))
    return change_of(state, values)


def _filled(kept: Speaker, gone: Speaker | None) -> Speaker:
    if gone is None:
        return kept
    return replace(kept, name=kept.name or gone.name, role=kept.role or gone.role)


def withhold(state: State, place: Place) -> Change:
    """The words at `place` kept out of all that leaves the program; what is withheld beside or under it joins them."""
    met = {id_: p for id_, p in state.withheld.items() if p.start <= place.end and place.start <= p.end}
    whole = Place(
        min([place.start, *(p.start for p in met.values())]), max([place.end, *(p.end for p in met.values())])
    )
    values: dict[Key, Any] = {("withheld", id_): None for id_ in met}
    values[("withheld", _id_of(whole))] = whole
    return change_of(state, values)


def give_back(state: State, place: Place) -> Change:
    """The words at `place` withheld no longer; what is withheld before and after them stays so."""
    values: dict[Key, Any] = {}
    for id_, hidden in state.withheld.items():
        if hidden.overlaps(place):
            values[("withheld", id_)] = None
            values.update({("withheld", _id_of(rest)): rest for rest in _without(hidden, place)})
    return change_of(state, values)


def is_withheld(state: State, place: Place) -> bool:
    """Whether all of `place` is withheld."""
    return any(hidden.covers(place) for hidden in state.withheld.values())


def _id_of(place: Place) -> str:
    return f"{place.start}-{place.end}"


def _without(hidden: Place, place: Place) -> Iterator[Place]:
    if hidden.start < place.start:
        yield Place(hidden.start, place.start)
    if place.end < hidden.end:
        yield Place(place.end, hidden.end)
