"""Any other text: the words of one speaker whom the file does not name."""

from __future__ import annotations

from processing.readers.imported import Document
from processing.readers.layout import Layout
from processing.source import Header, Source

FORMAT = "text"


def likeness(document: Document) -> float:
    """Nearly nothing: taken where no other reader knows better."""
    return 0.01


def read(document: Document) -> Source:
    """One turn without speaker or time."""
    layout = Layout(document.text)
    layout.turn(None, 0, len(document.text))
    return Source(
        document.raw,
        document.text,
        layout.spans(),
        tuple(layout.blocks),
        Header(),
        FORMAT,
        document.encoding,
        document.name,
    )
