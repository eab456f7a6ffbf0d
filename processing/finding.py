"""Finding words in a transcript as it is shown, and replacing them with the particles after them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from processing.note import Change, Edit, EditKind, Key, State, apply, change_of
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from processing.transcript import Paragraph, Turn

_WORD = re.compile(r"\w+")
_REPLACED = Edit(0, 0, "", "", EditKind.WORD, by="person")


@dataclass(frozen=True)
class Hit:
    """Words found at [start, end) of a paragraph; `suffix` is the particle that stands right behind them."""

    paragraph: Paragraph
    start: int
    end: int
    suffix: str = ""

    @property
    def place(self) -> Place:
        """The place of the source that the words stand for."""
        return self.paragraph.place_of(self.start, self.end)


def found(turns: Iterable[Turn], words: str, is_whole: bool = False) -> list[Hit]:
    """Where `words` stand, in order, whatever their case. `is_whole` takes whole words only, particles allowed.

    Nothing is found for blanks alone.
    """
    wanted = unicodedata.normalize("NFC", words).strip()
    if not wanted:
        return []
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    return [
        hit
        for turn in turns
        for paragraph in turn.paragraphs
        for match in pattern.finditer(paragraph.text)
        if (hit := _hit(paragraph, match, is_whole)) is not None
    ]


def _hit(paragraph: Paragraph, match: re.Match[str], is_whole: bool) -> Hit | None:
    text, (start, end) = paragraph.text, match.span()
    rest = _WORD.match(text, end) if re.match(r"\w", text[end - 1]) else None
    suffix = rest[0] if rest is not None else ""
    begins_word = not (start and re.match(r"\w\w", text[start - 1 : start + 1]))
    if is_whole and (not begins_word or (suffix and suffix not in SUFFIXES)):
        return None
    return Hit(paragraph, start, end, suffix if begins_word and suffix in SUFFIXES else "")


def replaced(source: Source, state: State, hits: Sequence[Hit], new: str) -> Change:
    """The one change after which every hit reads `new`, the particle after it in the form that fits.

    These are words that are to be written so, as a corrected term is: lines of the minutes follow them.

    The hits must have been found in this state.
    """
    values: dict[Key, object] = {}
    for _, of_one in groupby(hits, key=lambda hit: hit.paragraph.shown.place):
        values.update(_replaced_in_one(source, state, list(of_one), new))
    return change_of(state, values)


def _replaced_in_one(source: Source, state: State, hits: Sequence[Hit], new: str) -> dict[Key, object]:
    """What becomes of the edits of one stretch of the source; no other edit is looked at for each hit."""
    old = hits[0].paragraph.shown
    here = State(edits={edit.id: edit for edit in old.edits}, cuts=state.cuts)
    for hit in sorted(hits, key=_shown_start, reverse=True):
        shown = Shown(source.text, here.edits.values(), old.place)
        suffix = agreeing(hit.suffix, spoken(new)) if hit.suffix else ""
        end = hit.paragraph.shown_offset(hit.end) + len(hit.suffix)
        here = apply(here, edit_over(shown, here, _shown_start(hit), end, new + suffix, _REPLACED))
    ids = here.edits.keys() | {edit.id for edit in old.edits}
    return {("edits", id_): here.edits.get(id_) for id_ in ids}


def _shown_start(hit: Hit) -> int:
    return hit.paragraph.shown_offset(hit.start)
