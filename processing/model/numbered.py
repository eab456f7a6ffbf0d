"""The transcript as a model is given it: short numbered lines, each of which knows its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processing.paragraphs import Paragraph
from processing.source import Place
from processing.transcript import Turn

LONGEST_LINE = 300  # code points; speech without a full stop is cut at a blank
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class SentLine:
    """Line `number` (from 1, over the whole note): `text` as it reads now, at [start, end) of its paragraph."""

    number: int
    text: str
    speaker_id: str
    speaker: str
    paragraph: Paragraph
    start: int
    end: int
    turn_cut: int

    @property
    def place(self) -> Place:
        """The place of the source that says the line."""
        return self.paragraph.place_of(self.start, self.end)

    def place_of(self, start: int, end: int) -> Place:
        """The place of the source that says the line's [start, end)."""
        return self.paragraph.place_of(self.start + start, self.start + end)


def sent_lines(turns: Iterable[Turn], withheld: Iterable[Place] = ()) -> list[SentLine]:
    """The lines of these turns without a word of what is withheld; an edit that touches it goes whole."""
    hidden = sorted(withheld)
    lines: list[SentLine] = []
    for turn in turns:
        speaker = _BLANKS.sub(" ", turn.speaker.shown).strip() if turn.speaker else ""
        for paragraph in turn.paragraphs:
            for start, end in _visible(paragraph, hidden):
                text = paragraph.text[start:end]
                lines.append(SentLine(len(lines) + 1, text, turn.speaker_id, speaker, paragraph, start, end, turn.cut))
    return lines


def _visible(paragraph: Paragraph, hidden: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """The ranges of the paragraph's text to send: its sentences, cut at what is hidden, long ones at blanks."""
    ranges = sorted(r for place in hidden if (r := paragraph.range_of(place)) is not None)
    at = 0
    for start, end in paragraph.parts:
        for low, high in _without(at, at + end - start, ranges):
            yield from _short(paragraph.text, low, high)
        at += end - start + 1


def _without(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for low, high in ranges:
        if low < end and start < high:
            if start < low:
                yield start, low
            start = max(start, high)
    if start < end:
        yield start, end


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        cut = end if end - start <= LONGEST_LINE else text.rfind(" ", start, start + LONGEST_LINE)
        stop = cut if cut > start else min(start + LONGEST_LINE, end)
        bare = text[start:stop].strip()
        if bare:
            low = start + len(text[start:stop]) - len(text[start:stop].lstrip())
            yield low, low + len(bare)
        start = stop


def parts_of(lines: Sequence[SentLine], most: int) -> list[tuple[SentLine, ...]]:
    """The lines in runs of at most `most` code points; a run ends with a turn where that leaves it half full."""
    parts: list[tuple[SentLine, ...]] = []
    first = 0
    while first < len(lines):
        stop = _stop(lines, first, most)
        parts.append(tuple(lines[first:stop]))
        first = stop
    return parts


def _stop(lines: Sequence[SentLine], first: int, most: int) -> int:
    length, at_turn = 0, first
    for i in range(first, len(lines)):
        if i > first and lines[i].turn_cut != lines[i - 1].turn_cut and length >= most / 2:
            at_turn = i
        length += len(lines[i].text)
        if length > most and i > first:
            return at_turn if at_turn > first else i
    return len(lines)


def places_of(lines: Iterable[SentLine]) -> tuple[Place, ...]:
    """The places that these lines stand at, neighbours of one paragraph as one."""
    places: list[Place] = []
    last: SentLine | None = None
    for line in sorted(lines, key=lambda one: one.number):
        place = line.place
        if last is not None and _follow(last, line):
            places[-1] = Place(places[-1].start, max(place.end, places[-1].end))
        else:
            places.append(place)
        last = line
    return tuple(places)


def _follow(one: SentLine, other: SentLine) -> bool:
    """Whether nothing, not even withheld words, stands between two lines of one paragraph."""
    is_next = other.number == one.number + 1 and other.paragraph is one.paragraph
    return is_next and not one.paragraph.text[one.end : other.start].strip()
