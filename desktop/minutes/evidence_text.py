"""The words that say a line, with what stands around them, as they are shown under it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.note.transcript_rows import Row, row_at
from processing.source import Place

AROUND = 1  # sentences before and after


@dataclass(frozen=True)
class EvidenceText:
    """A few sentences of one paragraph; `spans` are the ranges of `text` that say the line, `start_s` in seconds."""

    speaker: str
    start_s: float | None
    exact: bool
    text: str
    spans: tuple[tuple[int, int], ...]
    place: Place


def evidence_texts(rows: Sequence[Row], places: Sequence[Place]) -> list[EvidenceText]:
    """One text for each paragraph that the places touch, in order."""
    found: dict[int, list[Place]] = {}
    for place in places:
        at = row_at(rows, place.start)
        while 0 <= at < len(rows) and rows[at].place.start < max(place.end, place.start + 1):
            if rows[at].place.overlaps(place):
                found.setdefault(at, []).append(place)
            at += 1
    return [_text_of(rows[at], found[at]) for at in sorted(found)]


def _text_of(row: Row, places: Sequence[Place]) -> EvidenceText:
    spans = [span for place in places if (span := row.paragraph.range_of(place)) is not None]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    start, end = _around(row, low, high)
    before, after = "… " if start > 0 else "", " …" if end < len(row.text) else ""
    shift = len(before) - start
    moved = tuple(sorted((a + shift, b + shift) for a, b in spans))
    text = before + row.text[start:end] + after
    return EvidenceText(row.speaker, row.start_s, row.exact, text, moved, places[0])


def _around(row: Row, low: int, high: int) -> tuple[int, int]:
    """The range of whole sentences from one before to one after [low, high) of the paragraph's text."""
    ranges, at = [], 0
    for start, end in row.paragraph.parts:
        ranges.append((at, at + end - start))
        at += end - start + 1
    touched = [i for i, (start, end) in enumerate(ranges) if start < max(high, low + 1) and low < end]
    if not touched:
        return 0, len(row.text)
    first, last = max(touched[0] - AROUND, 0), min(touched[-1] + AROUND, len(ranges) - 1)
    return ranges[first][0], ranges[last][1]
