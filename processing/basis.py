"""What a line of the minutes rests on, and whether that has changed in what was said or by whom.

A new name, an applied term, a word spelt otherwise, a joined line break and a comma change nothing that was said: the
first three flow into the line by themselves (`Following`). Other words that a person typed into the transcript, and
another speaker, do change it. The source never changes, so a basis needs to tell no more than the speakers, and the
words only where a person has typed some.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from processing.following import Following
from processing.note import (
    Change,
    Edit,
    EditKind,
    Line,
    LineKind,
    State,
    Step,
    apply,
    change_of,
    first_state,
    then,
)
from processing.respelling import respells
from processing.shown import Shown
from processing.source import Place, Source

_WORD = re.compile(r"\w{2,}")
_TYPED = (EditKind.MANUAL, EditKind.WORD)


class Bases:
    """The bases of lines in one state of a note."""

    def __init__(self, source: Source, state: State, of_file: Bases | None = None) -> None:
        """The bases in `state`; `of_file` are those of the file as it came, where the caller has them."""
        self._source = source
        self._state = state
        self._given = of_file

    @cached_property
    def _typed(self) -> list[Edit]:
        """Edits of the kinds that a person types, spelling and all."""
        typed = (edit for edit in self._state.edits.values() if edit.kind in _TYPED)
        return sorted(typed, key=lambda edit: (edit.start, edit.end))

    @cached_property
    def _ends(self) -> list[int]:
        return [edit.end for edit in self._typed]

    @cached_property
    def _cuts(self) -> list[int]:
        return sorted(self._state.cuts)

    def of(self, line: Line) -> str:
        """What a line rests on now; equal for two states in which the same was said by the same people.

        A topic begins with the place where it begins; what says it comes after. Its title rests on its own words, as
        long as any of them stand there: what else was said there is for its lines to tell.
        """
        if line.kind is not LineKind.TOPIC:
            return ";".join(self._of_place(place) for place in line.places)
        saying = line.places[1:] or line.places
        by = ";".join(",".join(self._speakers(place)) for place in saying)
        return by + self._title_lost(line)

    def _title_lost(self, line: Line) -> str:
        """A mark of the title's words that a person has typed over; empty if all are told still.

        Where the title is in other words than the talk, a mark of all that stands there.
        """
        whole = [self._with_typed(place) for place in line.places]
        if not any(whole):
            return ""
        edits = self._state.edits.values()
        before, now = [], []
        for place in (found or place for found, place in zip(whole, line.places, strict=True)):
            others = [edit for edit in edits if place.covers(edit.place) and not self._says_otherwise(edit)]
            before.append(Shown(self._source.text, others, place).text)
            now.append(Shown(self._source.text, edits, place).text)
        told = [word for word in _WORD.findall(line.text) if word in "\n".join(before)]
        lost = [word for word in told if word not in "\n".join(now)]
        if told:
            return f"#{_mark(''.join(lost))}" if lost else ""
        return "".join(self._words(place) for place in line.places)

    def is_changed(self, line: Line) -> bool:
        """Whether what a line of the program's or a model's rests on is not what it was made from.

        A line without a basis was made from the file as it came.
        """
        if line.author == "person" or not line.places:
            return False
        made_from = self._of_file.of(line) if line.basis is None else line.basis
        return made_from != self.of(line)

    @cached_property
    def _of_file(self) -> Bases:
        return self._given or Bases(self._source, first_state(self._source))

    def _of_place(self, place: Place) -> str:
        return f"{','.join(self._speakers(place))}{self._words(place)}"

    def _speakers(self, place: Place) -> Iterable[str]:
        """Who speaks in a place, in turn."""
        first = max(bisect_right(self._cuts, place.start) - 1, 0)
        ids = [self._state.cuts[cut] or "" for cut in self._cuts[first : bisect_left(self._cuts, place.end)]]
        return [id_ for i, id_ in enumerate(ids) if not i or ids[i - 1] != id_]

    def _words(self, place: Place) -> str:
        """A short mark of the words that stand there since a person typed; empty where the letters are the file's."""
        whole = self._with_typed(place)
        if whole is None:
            return ""
        said = _letters(Shown(self._source.text, self._typed_in(place), whole).text)
        return "" if said == _letters(self._source.slice(whole)) else f"#{_mark(said)}"

    def _with_typed(self, place: Place) -> Place | None:
        """A place and all that the edits cover that a person has typed there; None if there are none."""
        typed = self._typed_in(place)
        return Place(min(place.start, typed[0].start), max(place.end, typed[-1].end)) if typed else None

    def _typed_in(self, place: Place) -> list[Edit]:
        found = []
        for edit in self._typed[bisect_left(self._ends, place.start) :]:
            if edit.start > place.end:
                break
            is_inside = edit.start < place.end and (edit.end > place.start or edit.start == edit.end)
            if is_inside and self._says_otherwise(edit):
                found.append(edit)
        return found

    def _says_otherwise(self, edit: Edit) -> bool:
        """Whether a person has typed an edit and it is more than another spelling."""
        return edit.kind in _TYPED and not respells(self._source.text, edit)


def _mark(said: str) -> str:
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum()).casefold()


def resting(source: Source, state: State, lines: Mapping[str, Line]) -> dict[str, Line]:
    """The lines, each with the basis that it has in `state`; those of a person need none.

    One that had none was made in `state`, and what it is made of is kept with it.
    """
    bases = Bases(source, state)
    following = Following(source, state)
    return {id_: _made(bases, following, line) for id_, line in lines.items()}


def _made(bases: Bases, following: Following, line: Line) -> Line:
    based = _on(bases, line)
    if based is line or line.basis is not None or line.is_edited:
        return based
    return replace(based, made_of=following.made_of(line))


def _on(bases: Bases, line: Line) -> Line:
    return replace(line, basis=bases.of(line)) if line.places and line.author != "person" else line


def with_bases(source: Source, state: State, change: Change) -> Change:
    """The change with a basis in every line that it brings without one: what the line rests on after the change.

    Speech that a person has put among the lines as it is needs none, but follows the words that it was taken from.
    """
    steps = {key: step for key, step in change.steps.items() if key[0] == "lines"}
    made = {key[1]: step.new for key, step in steps.items() if _wants_one(step)}
    quoted = {key[1]: step.new for key, step in steps.items() if _is_quoted_now(step)}
    if not made and not quoted:
        return change
    after = apply(state, change)
    following = Following(source, after)
    new = resting(source, after, made)
    new.update({id_: replace(line, made_of=following.made_of(line)) for id_, line in quoted.items()})
    return Change(
        {**change.steps, **{("lines", id_): Step(steps["lines", id_].old, line) for id_, line in new.items()}}
    )


def _wants_one(step: Step) -> bool:
    """Whether a line is new, or comes in the place of another; an old note's line without a basis is neither."""
    if step.new is None or step.new.basis is not None:
        return False
    return step.old is None or step.old.basis is not None or step.old.places != step.new.places


def _is_quoted_now(step: Step) -> bool:
    line = step.new
    return step.old is None and line.author == "person" and line.is_quoted and line.places and line.made_of is None


def rested(source: Source, state: State, ids: Iterable[str]) -> Change:
    """The change after which these lines rest on what stands there now."""
    bases = Bases(source, state)
    return change_of(state, {("lines", id_): _on(bases, state.lines[id_]) for id_ in ids})


def kept_at_rest(source: Source, state: State, change: Change) -> Change:
    """The change with every line that it would only seem to change resting on what comes out of it.

    Two labels that turn out to be one person's are such a change: nobody else has spoken.
    """
    before, after = Bases(source, state), apply(state, change)
    steady = [id_ for id_, line in state.lines.items() if id_ in after.lines and not before.is_changed(line)]
    return then(change, rested(source, after, steady))
