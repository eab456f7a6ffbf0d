"""YouTube's captions copied as text: one long paragraph, `>>` where the speaker changes, no names and no times."""

from __future__ import annotations

import html
import re

from processing.readers.decoding import clean
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.layout import Layout
from processing.source import Header, Place, Source

FORMAT = "captions"

_CHANGE = re.compile(r">>+")
_QUOTED_MAIL = re.compile(r"^> ?[^>\s]", re.MULTILINE)


def likeness(document: Document) -> float:
    """How sure it is that `>>` parts speakers here, 0 to 1; in a quoted mail it does not."""
    sample = html.unescape(document.text[:SAMPLE_CHARACTERS])
    return 0.6 if _CHANGE.search(sample) and not _QUOTED_MAIL.search(sample) else 0.0


def read(document: Document) -> Source:
    """One turn for each change of speaker; the words before the first are a turn too."""
    text = "\n".join(_unescaped(line) for line in document.text.split("\n"))
    layout, at = Layout(text), 0
    header: Place | None = None
    for change in _CHANGE.finditer(text):
        if header is not None or text[at : change.start()].strip():
            layout.turn(header, at, change.start())
        header, at = Place(change.start(), change.end()), change.end()
    layout.turn(header, at, len(text))
    spans = layout.spans()
    return Source(document.raw, text, spans, tuple(layout.blocks), Header(), FORMAT, document.encoding, document.name)


def _unescaped(line: str) -> str:
    return clean(re.sub(r"\s", " ", html.unescape(line)))[0] if "&" in line else line
