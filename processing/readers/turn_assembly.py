"""From the lines of a text, its head and its turn headers to a source: the same for every text with turn headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from processing.readers.clova_head import Head
from processing.readers.furniture import furniture, is_footer, is_highlight_mark
from processing.readers.imported import Document
from processing.readers.layout import Layout, TextLine
from processing.readers.turn_headers import TurnHeader
from processing.source import Place, Source, SpanKind

_GLUED_FOOTER = re.compile(r"(?:https?://)?clovanote\.naver\.com/?$", re.IGNORECASE)


def assembled(
    document: Document, lines: Sequence[TextLine], head: Head, headers: Sequence[TurnHeader], form: str
) -> Source:
    """The source of a text whose turns begin at `headers`; one unnamed speaker's where there are none."""
    layout = Layout(document.text)
    for line in head.field_lines(lines, headers[0].line if headers else len(lines)):
        layout.mark(SpanKind.HEADER_FIELD, line.start, line.end)
    _Body(lines, layout, head, headers).read()
    spans, header = layout.spans(), head.header(lines)
    return Source(
        document.raw, document.text, spans, tuple(layout.blocks), header, form, document.encoding, document.name
    )


class _Body:
    """The turns of the file, with page furniture and footers taken out of their words."""

    def __init__(self, lines: Sequence[TextLine], layout: Layout, head: Head, headers: Sequence[TurnHeader]) -> None:
        self._lines, self._layout, self._headers = lines, layout, headers
        headed = {i for header in headers for i in range(header.first_line, header.line + 1)}
        self._furniture = furniture(lines, head.body, head.repeated_lines(lines)) - headed
        self._first = head.free_text_end(lines)
        self._labels: dict[str, str] = {}
        self._footer = _glued_footer(lines[head.body :])

    def read(self) -> None:
        """Put every turn into the layout."""
        for i in self._furniture:
            self._layout.mark(SpanKind.FOOTER, self._lines[i].start, self._lines[i].end)
        if self._footer is not None:
            self._layout.mark(SpanKind.FOOTER, self._footer.start, self._footer.end)
        if not self._headers:
            self._turn(None, self._first, len(self._lines))
        for header, after in zip_longest(self._headers, self._headers[1:]):
            self._turn(header, header.line, after.first_line if after else len(self._lines))

    def _turn(self, header: TurnHeader | None, first: int, after: int) -> None:
        label = self._label(header.label) if header is not None and header.label is not None else None
        pieces = self._pieces(header, first, after)
        if header is not None:
            start, end = pieces[0] if pieces else (header.place.end, header.place.end)
            self._layout.turn(header.place, start, end, label, header.start_s, header.end_s)
        for start, end in pieces[1:] if header is not None else pieces:
            self._layout.turn(None, start, end, label)

    def _label(self, label: str) -> str:
        """The label as the file wrote it first: 참석자1 and 참석자 1 are one person."""
        return self._labels.setdefault(re.sub(r"\s", "", label), label)

    def _pieces(self, header: TurnHeader | None, first: int, after: int) -> list[tuple[int, int]]:
        """The runs of words between one header and the next, parted where something else stands between them."""
        pieces: list[tuple[int, int]] = []
        is_open = False
        for i in range(first, after):
            start, end = self._words(header, i)
            if i in self._furniture or is_highlight_mark(self._lines[i].text):
                is_open = False
            elif start < end and is_open:
                pieces[-1] = (pieces[-1][0], end)
            elif start < end:
                pieces.append((start, end))
                is_open = True
        return pieces

    def _words(self, header: TurnHeader | None, i: int) -> tuple[int, int]:
        start, end = self._lines[i].start, self._lines[i].end
        if header is not None and start < header.place.end:
            start = header.place.end
        if self._footer is not None and end == self._footer.end:
            end = self._footer.start
        return start, end


def ends_in_footer(lines: Sequence[TextLine]) -> bool:
    """Whether CLOVA's footer is the last line, or stands at its end."""
    last = next((line for line in reversed(lines) if not line.is_blank), None)
    return last is not None and (is_footer(last.text) or _glued_footer([last]) is not None)


def _glued_footer(lines: Sequence[TextLine]) -> Place | None:
    """The footer at the end of the last line, if words stand before it there."""
    for line in reversed(lines):
        if not line.is_blank:
            match = _GLUED_FOOTER.search(line.text[-60:])
            start = line.end - len(match[0]) if match else line.end
            return Place(start, line.end) if line.start < start < line.end else None
    return None
