"""Names and terms in the lines of the minutes: a name given or a term put right later changes the lines at once.

The stored line keeps the words it was made with; what is shown is computed, so undo gives the old words back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from processing.following import Following, follows
from processing.note import OWNER, Line, LineKind, State
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken


class Names:
    """Puts the names and terms of a state into the words of its lines."""

    def __init__(self, following: Following, state: State) -> None:
        self._speakers = state.speakers
        self._of_labels = _Named({s.label: s.shown for s in state.speakers.values() if s.label and s.shown != s.label})
        self._following = following

    def renew(self, line: Line) -> Line:
        """The line with names for labels, its words spelt as its evidence is now, where they are not a person's own."""
        if (
            line.kind is LineKind.FOLLOW_UP
        ):  # its people are those of another meeting, whoever bears a label in this one
            return line
        renewed = self._following.renewed(line)
        if follows(line):
            renewed = self._renamed(renewed)
        return _with_names(renewed, self._of_labels)

    def _renamed(self, line: Line) -> Line:
        """The line with today's names for those that were borne when it was made."""
        then = line.made_of.names if line.made_of is not None else ()
        now = {shown: self._speakers[id_].shown for id_, shown in then if id_ in self._speakers}
        changed = {old: new for old, new in now.items() if new and new != old}
        return _with_names(line, _Named(changed), has_owner=OWNER not in line.by_hand) if changed else line


class _Named:
    """Puts names in place of what people were called, where that stands as a word of its own."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)({called})(?!\d)([가-힣]*)") if called else None

    def into(self, text: str) -> str:
        """The text with the names; a longer word, or the name itself, is left alone."""
        return self._pattern.sub(self._named, text) if self._pattern is not None else text

    def _named(self, found: re.Match[str]) -> str:
        shown, particle = self._names[found[1]], found[2]
        is_named = found.string.startswith(shown, found.start())
        if is_named or (particle and particle not in SUFFIXES):
            return found[0]
        return shown + agreeing(particle, spoken(shown))


def _with_names(line: Line, names: _Named, has_owner: bool = True) -> Line:
    text, answer = names.into(line.text), names.into(line.answer) if line.answer else line.answer
    owner = names.into(line.owner) if line.owner and has_owner else line.owner
    if (text, answer, owner) == (line.text, line.answer, line.owner):
        return line
    return replace(line, text=text, answer=answer, owner=owner)
