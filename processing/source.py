"""The source: an imported file's text, which is never written again, and places in it.

Everything in the program refers to `Source.text` by code points. Line and column are computed, never stored.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from processing.errors import Bug


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A half-open span of code points in `Source.text`.

    >>> Place(3, 5).overlaps(Place(4, 9)), Place(3, 5).overlaps(Place(5, 9))
    (True, False)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise Bug(f"a place from {self.start} to {self.end}")

    def overlaps(self, other: Place) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Place) -> bool:
        """Whether `other` lies wholly inside this place."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


def united(places: Iterable[Place]) -> list[Place]:
    """The code points that these places hold, in order: places that overlap or touch made one.

    >>> united([Place(5, 9), Place(0, 3), Place(3, 4), Place(7, 12)])
    [Place(start=0, end=4), Place(start=5, end=12)]
    """
    found: list[Place] = []
    for place in sorted(places):
        if found and place.start <= found[-1].end:
            found[-1] = Place(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found


class SpanKind(StrEnum):
    """What a stretch of the source is; every non-blank character lies in exactly one span."""

    HEADER_FIELD = "header"
    TURN_HEADER = "turn header"
    TURN_TEXT = "turn text"
    NOT_UNDERSTOOD = "not understood"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Span:
    """A place and what it is."""

    place: Place
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Block:
    """One turn as the file has it: its header if there is one, and its text.

    `text` may be empty; it begins at the first and ends after the last non-blank character. `label` is None where
    the file names no speaker, `start_s` (seconds) None where it tells no time.
    """

    text: Place
    header: Place | None = None
    label: str | None = None
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of itself before the first turn; None where it is silent."""

    title: str | None = None
    recorded_at: datetime | None = None
    duration_s: float | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Source:
    """An imported file: raw bytes, decoded text, and what each part of the text is.

    `text` is NFC with ``\\n`` line ends, no BOM and no lone surrogate. `spans` and `blocks` are in order and do not
    overlap. `format` is the reader's name, `encoding` how the bytes were decoded.
    """

    raw: bytes
    text: str
    spans: tuple[Span, ...]
    blocks: tuple[Block, ...]
    header: Header = field(default_factory=Header)
    format: str = "text"
    encoding: str = "utf-8"
    name: str = ""

    @cached_property
    def sha256(self) -> str:
        """The hash of the raw bytes, by which the same file is known again."""
        return hashlib.sha256(self.raw).hexdigest()

    @cached_property
    def anchors(self) -> Mapping[int, float]:
        """`{offset: seconds}`: the times that the file tells, at the first character each of them holds for."""
        return {block.text.start: block.start_s for block in self.blocks if block.start_s is not None}

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self._line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The 0-based column of an offset in its line, in code points."""
        return offset - self._line_starts[self.line_of(offset) - 1]

    def slice(self, place: Place) -> str:
        """The source's words at a place."""
        return self.text[place.start : place.end]

    def block_at(self, offset: int) -> int:
        """The index of the block whose text holds `offset` or began last before it; -1 before the first."""
        return bisect_right(self._block_starts, offset) - 1

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.text.start for block in self.blocks]

    def of_kind(self, kind: SpanKind) -> Iterator[Place]:
        """The places of one kind, in order."""
        return iter(self._places.get(kind, ()))

    @cached_property
    def _places(self) -> Mapping[SpanKind, list[Place]]:
        places: dict[SpanKind, list[Place]] = {}
        for span in self.spans:
            places.setdefault(span.kind, []).append(span.place)
        return places


def check_source(source: Source) -> None:
    """Raise `Bug` unless every non-blank character lies in exactly one span and blocks lie in turn spans."""
    at = 0
    for span in source.spans:
        if span.place.start < at or source.text[at : span.place.start].strip():
            raise Bug(f"spans overlap or leave words out before {span.place.start}")
        at = span.place.end
    if at > len(source.text) or source.text[at:].strip():
        raise Bug("words after the last span")
    turn_texts = {span.place for span in source.spans if span.kind is SpanKind.TURN_TEXT}
    last = 0
    for block in source.blocks:
        if block.text.start < last:
            raise Bug(f"blocks out of order at {block.text.start}")
        if len(block.text) and block.text not in turn_texts:
            raise Bug(f"a block at {block.text.start} that no span holds")
        last = block.text.end
