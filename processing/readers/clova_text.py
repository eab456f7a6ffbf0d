"""CLOVA Note's text export (.txt, 2021 to 2026, Korean, English and Japanese interface) and copies of it."""

from __future__ import annotations

from collections import Counter

from processing.readers.clova_head import head_of
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.labels import is_standard_label
from processing.readers.layout import text_lines
from processing.readers.turn_assembly import assembled, ends_in_footer
from processing.readers.turn_headers import turn_headers
from processing.source import Source

FORMAT = "clova_text"
LONGEST_END = 1000  # characters in which a footer stands at the end of a text


def likeness(document: Document) -> float:
    """How sure it is that this is CLOVA's text, 0 to 1."""
    lines = text_lines(document.text[:SAMPLE_CHARACTERS])
    head = head_of(lines)
    headers = turn_headers(lines, range(head.body, len(lines)))
    if head.date_line is not None:
        return 0.95 if headers else 0.9
    counts = Counter(header.label for header in headers)
    is_sure = any(is_standard_label(label or "") or n > 1 for label, n in counts.items())
    if is_sure:
        return 0.8
    return 0.3 if headers or ends_in_footer(text_lines(document.text[-LONGEST_END:])) else 0.0


def read(document: Document) -> Source:
    """The source of a CLOVA text export."""
    lines = text_lines(document.text)
    head = head_of(lines)
    return assembled(document, lines, head, turn_headers(lines, range(head.body, len(lines))), FORMAT)
