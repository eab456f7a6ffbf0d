"""Names and terms in the lines of the minutes: a name given or a term applied later changes the lines at once.

The stored line keeps the words it was made with; what is shown is computed, so undo gives the old words back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from processing.note import Edit, EditKind, Line, LineKind, State
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken


class Names:
    """Puts the names and terms of a state into the words of its lines."""

    def __init__(self, state: State) -> None:
        self._shown = {s.label: s.shown for s in state.speakers.values() if s.label and s.shown != s.label}
        labels = "|".join(re.escape(label) for label in sorted(self._shown, key=len, reverse=True))
        self._label = re.compile(rf"(?<!\w)({labels})(?!\d)([가-힣]*)") if labels else None
        kinds = (EditKind.TERM, EditKind.WORD)
        edits = sorted((e for e in state.edits.values() if e.kind in kinds), key=lambda e: e.start)
        self._edits, self._starts = edits, [edit.start for edit in edits]

    def renew(self, line: Line) -> Line:
        """The line with names for labels; a line of the program's own takes the terms applied in its evidence too."""
        if (
            line.kind is LineKind.FOLLOW_UP
        ):  # its people are those of another meeting, whoever bears a label in this one
            return line
        owner = self._with_names(line.owner) if line.owner else line.owner
        text, answer = self._with_names(line.text), self._with_names(line.answer or "") or line.answer
        if line.author != "person" and not line.is_edited:
            pairs = list(_pairs(self._edits_in(line)))
            text = _replaced(text, pairs)
            answer = _replaced(answer, pairs) if answer else answer
        if (text, answer, owner) == (line.text, line.answer, line.owner):
            return line
        return replace(line, text=text, answer=answer, owner=owner)

    def _with_names(self, text: str) -> str:
        return self._label.sub(self._named, text) if self._label is not None else text

    def _named(self, found: re.Match[str]) -> str:
        """The name for a label that stands as a word of its own; a longer word, or the name itself, is left alone."""
        shown, particle = self._shown[found[1]], found[2]
        is_named = found.string.startswith(shown, found.start())
        if is_named or (particle and particle not in SUFFIXES):
            return found[0]
        return shown + agreeing(particle, spoken(shown))

    def _edits_in(self, line: Line) -> Iterator[Edit]:
        for place in line.places:
            yield from self._edits[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]


def _pairs(edits: Iterable[Edit]) -> Iterator[tuple[str, str]]:
    """What was heard and what was meant, less the ending both share, so that another particle may follow.

    Words of one syllable are left alone: they are parts of too many others.
    """
    for edit in edits:
        before, after = edit.before, edit.after
        while before and after and before[-1] == after[-1]:
            before, after = before[:-1], after[:-1]
        if len(before) >= 2 and after and "\n" not in before:
            yield before, after


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for before, after in pairs:
        if not before.startswith(after) and not after.startswith(before):
            text = after.join(re.split(rf"(?<!\w){re.escape(before)}", text))
    return text
