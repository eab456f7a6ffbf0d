"""Finding and replacing over several notes: what each note holds, and the one journal entry that each of them gets.

Pure: journals in, values and entries out. The entries of one action carry the same time and the same name, by which it
is known again as one when it is to be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from processing.basis import with_bases
from processing.finding import AnyHit, found, found_in_form, found_in_lines, replaced, with_suffix
from processing.journal import PERSON, Entry, can_undo_alone, fold, holds, inverse
from processing.minutes import all_lines, shown_minutes
from processing.note import State, first_state
from processing.source import Source
from processing.transcript import transcript

AROUND = 24  # code points shown on each side of a place


@dataclass(frozen=True)
class Wish:
    """What is to be replaced by what; `is_whole` takes whole words only, particles allowed."""

    words: str
    new: str
    is_whole: bool = True


@dataclass(frozen=True)
class Sight:
    """One place as a preview shows it: the words there before and after, particles included, and what stands around."""

    left: str
    before: str
    after: str
    right: str


class NotTaken(Enum):
    """Why an action is not taken back in a note."""

    GONE_ALREADY = auto()
    IN_THE_WAY = auto()  # something later rests on it


def sights(source: Source, entries: Sequence[Entry], wish: Wish) -> list[Sight]:
    """Every place of a note where the words stand, as the note stands after `entries`; those of the transcript first."""
    return [_sight(hit, wish.new) for hit in _hits(source, _state(source, entries), wish)]


def entry_replacing(
    source: Source, entries: Sequence[Entry], wish: Wish, chosen: Collection[int], what: str, time: datetime
) -> Entry | None:
    """The entry by which the `chosen` of `sights` are replaced; None if that changes nothing.

    `chosen` are positions in the list that `sights` gives for the same `entries`; `time` must be aware.
    """
    state = _state(source, entries)
    hits = [hit for i, hit in enumerate(_hits(source, state, wish)) if i in chosen]
    change = replaced(source, state, hits, wish.new)
    if not change:
        return None
    return Entry(_next_id(entries), time, PERSON, what, with_bases(source, state, change))


def entry_taking_back(source: Source, entries: Sequence[Entry], same: Entry, time: datetime) -> Entry | NotTaken:
    """The entry that takes back what the action that `same` was part of did in this note, or why it cannot be.

    `same` is the action's entry in any note: its time and name are looked for.
    """
    entry = next((one for one in entries if is_of_one_action(one, same)), None)
    if entry is None or not holds(entries, entry):
        return NotTaken.GONE_ALREADY
    if not can_undo_alone(_state(source, entries), entries, entry):
        return NotTaken.IN_THE_WAY
    return inverse(entry, _next_id(entries), time)


def is_of_one_action(one: Entry, other: Entry) -> bool:
    """Whether two entries of two notes were made by one action."""
    return one.undoes is None and (one.time, one.what, one.by) == (other.time, other.what, other.by)


def _hits(source: Source, state: State, wish: Wish) -> list[AnyHit]:
    """A note's title is left alone: it is the name by which lists know the note."""
    minutes = shown_minutes(source, state)
    return [
        *found(transcript(source, state), wish.words, wish.is_whole),
        *found_in_lines(source, state, all_lines(minutes), wish.words, wish.is_whole),
        *found_in_form(replace(minutes.info, title=""), wish.words, wish.is_whole),
    ]


def _sight(hit: AnyHit, new: str) -> Sight:
    end = hit.end + len(hit.suffix)
    return Sight(_left(hit.text, hit.start), hit.text[hit.start : end], with_suffix(hit, new), _right(hit.text, end))


def _left(text: str, start: int) -> str:
    return ("…" if start > AROUND else "") + text[max(start - AROUND, 0) : start]


def _right(text: str, end: int) -> str:
    return text[end : end + AROUND] + ("…" if len(text) > end + AROUND else "")


def _state(source: Source, entries: Sequence[Entry]) -> State:
    return fold(first_state(source), entries)


def _next_id(entries: Sequence[Entry]) -> int:
    return entries[-1].id + 1 if entries else 1
