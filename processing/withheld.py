"""What words of the program's own would tell of withheld speech: a title, a task or a reason may quote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from processing.note import Line, State
from processing.shown import Shown
from processing.source import Place, Source

_WORD = re.compile(r"\w+")
_NEAR = "가까이에 "  # what a reason's quoted neighbours stand after
_STEM = 2  # code points at a word's head that tell it from others; endings and particles follow


class Discretion:
    """Tells words that only withheld speech holds from those that the visible turns hold too.

    A word stands in a text that holds its first two code points: "보내기" in "보내겠습니다". Of two texts the one that
    holds more of its head is where it was taken from.
    """

    def __init__(self, source: Source, state: State, hidden: Sequence[Place], visible: Iterable[str]) -> None:
        self._source, self._state, self._hidden = source, state, hidden
        self._turns = visible
        self._known: dict[str, tuple[int, int]] = {}

    @cached_property
    def _visible(self) -> str:
        """What may be read, speakers' names too."""
        names = (word for one in self._state.speakers.values() for word in (one.label or "", one.name, one.role))
        return "\n".join((*self._turns, *names)).lower()

    @cached_property
    def _withheld(self) -> str:
        """Withheld words, as in the file and as they read."""
        edits = list(self._state.edits.values())
        shown = (Shown(self._source.text, edits, place).text for place in self._hidden)
        return "\n".join((*shown, *map(self._source.slice, self._hidden))).lower()

    def tells(self, text: str, rests_on_hidden: bool = False) -> bool:
        """Whether a word of `text` comes from withheld speech.

        Of a text that rests on withheld words every word must be found in what is visible; a word that is found
        nowhere (a figure written otherwise than it was said) may be one of them.
        """
        return bool(self._hidden) and any(self._is_told(word, rests_on_hidden) for word in _WORD.findall(text.lower()))

    def _is_told(self, word: str, rests_on_hidden: bool) -> bool:
        seen, withheld = self._held(word)
        enough = min(_STEM, len(word))
        if rests_on_hidden:
            return seen < enough or withheld > seen
        return seen < enough <= withheld

    def _held(self, word: str) -> tuple[int, int]:
        """How many code points of the word's head the visible and the withheld text hold."""
        if word not in self._known:
            self._known[word] = _head_in(word, self._visible), _head_in(word, self._withheld)
        return self._known[word]

    def line(self, line: Line) -> bool:
        """Whether a line of the program's own tells withheld words; what a person has written is theirs to tell."""
        if not self._hidden or line.author == "person" or line.is_edited:
            return False
        words = " ".join(filter(None, (line.text, line.owner, line.due_text, line.answer)))
        return self.tells(words, any(place.overlaps(other) for place in line.places for other in self._hidden))

    def reason(self, reason: str) -> str:
        """The reason without its neighbours ("가까이에 …") if one of them is withheld; the rest is the program's own."""
        parts = reason.split(" · ") if self._hidden else [reason]
        return " · ".join(part for part in parts if not (part.startswith(_NEAR) and self.tells(part[len(_NEAR) :])))


def _head_in(word: str, text: str) -> int:
    return next((length for length in range(len(word), 0, -1) if word[:length] in text), 0)
