"""Names and terms in the lines of the minutes: a name given or a term put right later changes the lines at once.

The stored line keeps the words it was made with; what is shown is computed, so undo gives the old words back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from processing.following import follows
from processing.note import OWNER, Line, LineKind, Speaker, State
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken
from processing.summary.addressees import speaker_called


class Names:
    """Puts the names and terms of a state of a note into the words of its lines."""

    def __init__(self, first: State, state: State) -> None:
        """The names of a state; `first` is the one that the note began with."""
        heirs = _heirs(first, state)
        borne = {one.label: one.shown for one in state.speakers.values()}
        called = {label: heir.shown for label, heir in heirs.values()} | borne
        self._speakers = {id_: heir for id_, (_, heir) in heirs.items()} | dict(state.speakers)
        self._present = state.speakers
        self._called = {label: shown for label, shown in called.items() if label and shown != label}
        self._of_labels = _Named(self._called)

    def says_as(self, other: Names) -> bool:
        """Whether the people are called in both alike."""
        mine, theirs = ((one._called, one._speakers, one._present) for one in (self, other))
        return mine == theirs

    def into(self, line: Line, spelt: Line) -> Line:
        """The line with names for labels; `spelt` is the same with its words as its evidence has them now."""
        if (
            line.kind is LineKind.FOLLOW_UP
        ):  # its people are those of another meeting, whoever bears a label in this one
            return line
        named = _with_names(self._renamed(spelt) if follows(line) else spelt, self._of_labels)
        return self._with_one_owner(named)

    def _with_one_owner(self, line: Line) -> Line:
        """준호 대리 and 지훈 become the speakers who bear these names: one person is one owner, whatever the talk calls them."""
        if line.kind is not LineKind.ACTION or not line.owner or line.author == "person" or OWNER in line.by_hand:
            return line
        speaker = speaker_called(line.owner, self._present)
        return replace(line, owner=speaker.shown) if speaker is not None and speaker.name else line

    def _renamed(self, line: Line) -> Line:
        """The line with today's names for those that were borne when it was made."""
        then = line.made_of.names if line.made_of is not None else ()
        now = {shown: self._speakers[id_].shown for id_, shown in then if id_ in self._speakers}
        changed = {old: new for old, new in now.items() if new and new != old}
        return _with_names(line, _Named(changed), has_owner=OWNER not in line.by_hand) if changed else line


def _heirs(first: State, state: State) -> dict[str, tuple[str | None, Speaker]]:
    """Of each speaker of the file who is no more, the label and the one who says now all that they said, if one does."""
    gone = first.speakers.keys() - state.speakers.keys()
    found: dict[str, set[str | None]] = {id_: set() for id_ in gone}
    cuts = sorted(state.cuts) if gone else []
    for at, id_ in first.cuts.items() if cuts else ():
        if id_ in found:
            found[id_].add(state.cuts[cuts[max(bisect_right(cuts, at) - 1, 0)]])
    one_each = {id_: next(iter(ids)) for id_, ids in found.items() if len(ids) == 1}
    return {
        id_: (first.speakers[id_].label, state.speakers[heir])
        for id_, heir in sorted(one_each.items(), key=lambda item: item[0])
        if heir is not None and heir in state.speakers
    }


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
