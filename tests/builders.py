"""Notes for tests, built by hand: a source in CLOVA's shape, and a state with lines, names and edits on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from processing.note import Edit, EditKind, Line, LineKind, State, first_state
from processing.source import Block, Header, Place, Source, Span, SpanKind

Said = tuple[str | None, float | None, str]  # label, seconds, words


def source_of(*said: Said, title: str = "주간 회의", recorded_at: datetime | None = None) -> Source:
    """A source with a title line and a block for each (label, seconds, words)."""
    text, spans, blocks = f"{title}\n\n", [Span(Place(0, len(title)), SpanKind.HEADER_FIELD)], []
    for label, start_s, words in said:
        head = " ".join(part for part in (label, _clock(start_s)) if part)
        header = Place(len(text), len(text) + len(head)) if head else None
        if header:
            spans.append(Span(header, SpanKind.TURN_HEADER))
            text += head + "\n"
        place = Place(len(text), len(text) + len(words))
        spans.append(Span(place, SpanKind.TURN_TEXT))
        blocks.append(Block(place, header, label, start_s))
        text += words + "\n\n"
    header_fields = Header(title, recorded_at or datetime(2026, 4, 28, 20, 2), _duration(said))
    return Source(text.encode(), text, tuple(spans), tuple(blocks), header_fields, "clova-txt", name="note.txt")


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return ""
    whole = int(seconds)
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{whole // 60 % 60:02}:{whole % 60:02}"


def _duration(said: Iterable[Said]) -> float | None:
    times = [start_s for _, start_s, _ in said if start_s is not None]
    return max(times) + 10 if times else None


def place_of(source: Source, words: str, nth: int = 0) -> Place:
    """Where `words` stand in the source for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    return Place(start, start + len(words))


def edit_of(note: Source, before: str, after: str, nth: int = 0, **about: Any) -> Edit:
    """The edit of a note that makes the nth `before` read `after`; a term from the glossary unless `about` says otherwise."""
    place = place_of(note, before, nth)
    given = {"kind": EditKind.TERM, "source": "glossary", "confidence": 0.9, "reason": "용어집에 있는 말", **about}
    return Edit(place.start, place.end, before, after, **given)


def line_of(source: Source, kind: LineKind, text: str, *said: str, **about: Any) -> Line:
    """A line of the minutes that rests on the words `said`."""
    return Line(kind, text, places=tuple(place_of(source, words) for words in said), **about)


def state_of(source: Source, *parts: Edit | Line, **maps: Any) -> State:
    """The file's own state with these edits and lines (ids l1, l2 …) and these maps put in."""
    first = first_state(source)
    edits = {part.id: part for part in parts if isinstance(part, Edit)}
    lines = {f"l{n}": part for n, part in enumerate((p for p in parts if isinstance(p, Line)), 1)}
    return replace(first, edits=edits, lines=lines, **maps)
