"""The table of readers for text, and the choice among them by what the text holds.

A new format is one more module with `FORMAT`, `likeness(document)` and `read(document)`, and one more row here.
"""

from __future__ import annotations

from typing import Protocol

from processing.readers import (
    captions,
    clova_json,
    clova_text,
    csv_rows,
    kakao,
    label_lines,
    markdown,
    plain_text,
    srt,
    table,
    time_above,
    vtt,
)
from processing.readers.imported import Document
from processing.source import Source


class Reader(Protocol):
    """What a reader's module offers."""

    FORMAT: str

    def likeness(self, document: Document) -> float:
        """How sure it is that the document has this reader's format, 0 to 1."""

    def read(self, document: Document) -> Source:
        """The source in the document; raises UnreadableFile."""


INNER_READERS: tuple[Reader, ...] = (table, time_above, clova_text, kakao, label_lines, markdown, captions, plain_text)
TEXT_READERS: tuple[Reader, ...] = (vtt, clova_json, srt, csv_rows, *INNER_READERS)


def read_text(document: Document, readers: tuple[Reader, ...] = TEXT_READERS) -> Source:
    """The source in a text, read by the reader that is surest of it."""
    return max(readers, key=lambda reader: reader.likeness(document)).read(document)
