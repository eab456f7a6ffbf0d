"""YouTube's captions copied as text: one long paragraph, `>>` where the speaker changes, no names and no times.

Signs may stand there as entities (`&gt;&gt;`); the source keeps them, and `turns.escapes` shows them as signs.
"""

from __future__ import annotations

import html
import re

from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.layout import Layout
from processing.source import Header, Place, Source

FORMAT = "captions"

_CHANGE = re.compile(r"(?:>|&(?:amp;)*gt;){2,}", re.IGNORECASE)
_QUOTED_MAIL = re.compile(r"^> ?[^>\s]", re.MULTILINE)


def likeness(document: Document) -> float:
    """How sure it is that `>>` parts speakers here, 0 to 1; in a quoted mail it does not."""
    sample = document.text[:SAMPLE_CHARACTERS]
    return 0.6 if _CHANGE.search(sample) and not _QUOTED_MAIL.search(html.unescape(sample)) else 0.0


def read(document: Document) -> Source:
    """One turn for each change of speaker; the words before the first are a turn too."""
    text = document.text
    layout, at = Layout(text), 0
    header: Place | None = None
    for change in _CHANGE.finditer(text):
        if header is not None or text[at : change.start()].strip():
            layout.turn(header, at, change.start())
        header, at = Place(change.start(), change.end()), change.end()
    layout.turn(header, at, len(text))
    spans = layout.spans()
    return Source(document.raw, text, spans, tuple(layout.blocks), Header(), FORMAT, document.encoding, document.name)
