"""Finding words in a transcript as it is shown, and replacing them with the particles after them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from processing.note import Change, State, apply, then
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from processing.transcript import Paragraph, Turn

_WORD = re.compile(r"\w+")


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

    The hits must have been found in this state.
    """
    total, now = Change(), state
    for _, of_one in groupby(hits, key=lambda hit: hit.paragraph.shown.place):
        for hit in sorted(of_one, key=_shown_start, reverse=True):
            place = hit.paragraph.shown.place
            shown = Shown(source.text, now.edits.values(), place)
            end = hit.paragraph.shown_offset(hit.end) + len(hit.suffix)
            suffix = agreeing(hit.suffix, spoken(new)) if hit.suffix else ""
            change = edit_over(shown, now, _shown_start(hit), end, new + suffix)
            now, total = apply(now, change), then(total, change)
    return total


def _shown_start(hit: Hit) -> int:
    return hit.paragraph.shown_offset(hit.start)
