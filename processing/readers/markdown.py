"""Google Meet's and Gemini's transcripts in Markdown: `### 00:00:40 {#00:00:40}` and `**이름:** 본문`.

The source keeps the backslashes that Markdown needs before its signs; `turns.escapes` shows the signs alone.
"""

from __future__ import annotations

import re

from processing.readers.clocks import LOOSE_CLOCK, seconds
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.layout import Layout, TextLine, text_lines
from processing.source import Header, Place, Source, SpanKind

FORMAT = "markdown"

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*(?:\{#[^{}\s]*\})?$")
_TIME = re.compile(rf"(?:\*\*)?({LOOSE_CLOCK})(?:\*\*)?$")
_NAMED = re.compile(r"\*\*(?P<label>[^*\n:：]{1,60}?)(?:\s?[:：]\s?\*\*|\*\*\s?[:：])")
_END = re.compile(
    r"[*_]?(?:This editable transcript was|Transcription ended after|수정 가능한 이 스크립트는"
    r"|스크립트 작성이 .{0,40} 종료)",
    re.IGNORECASE,
)


def likeness(document: Document) -> float:
    """How sure it is that this is a transcript in Markdown, 0 to 1."""
    lines = text_lines(document.text[:SAMPLE_CHARACTERS])
    named = sum(1 for line in lines if _NAMED.match(line.text[:200]))
    timed = sum(1 for line in lines if _heading_time(line) is not None)
    if named > 1 or (named and timed):
        return 0.97
    return 0.85 if timed > 1 else 0.0


def read(document: Document) -> Source:
    """The source of a transcript in Markdown: a heading's time is that of the first words under it."""
    text = document.text
    reading = _Reading(text)
    reading.read()
    layout = reading.layout
    spans = layout.spans()
    header = Header(title=reading.title)
    return Source(document.raw, text, spans, tuple(layout.blocks), header, FORMAT, document.encoding, document.name)


class _Reading:
    def __init__(self, text: str) -> None:
        self.layout = Layout(text)
        self.title: str | None = None
        self._lines = text_lines(text)
        self._first = next((i for i, line in enumerate(self._lines) if _starts_talk(line)), len(self._lines))

    def read(self) -> None:
        """Put head, turns and footer into the layout."""
        for line in self._lines[: self._first]:
            self._head_line(line)
        i = self._first
        while i < len(self._lines):
            i = self._one(i)

    def _head_line(self, line: TextLine) -> None:
        heading = _HEADING.match(line.text[:300])
        if heading is None:
            return
        self.layout.mark(SpanKind.HEADER_FIELD, line.start, line.end)
        self.title = self.title or _unescaped(heading["words"].strip("* ")) or None

    def _one(self, i: int) -> int:
        """Read the turn, heading or footer that begins on line `i`; give the index of the line after it."""
        line = self._lines[i]
        if line.is_blank:
            return i + 1
        if _END.match(line.text[:200]) or (_HEADING.match(line.text[:300]) and _heading_time(line) is None):
            kind = SpanKind.FOOTER if _END.match(line.text[:200]) else SpanKind.HEADER_FIELD
            self.layout.mark(kind, line.start, line.end)
            return i + 1
        return self._turn(i)

    def _turn(self, i: int) -> int:
        time, start, label = _heading_time(self._lines[i]), self._lines[i].start, None
        end = self._lines[i].end if time is not None else start
        after = i + (time is not None)
        opening = next((n for n in range(after, len(self._lines)) if not self._lines[n].is_blank), None)
        if opening is not None and (named := _NAMED.match(self._lines[opening].text[:200])):
            label, end, after = (
                _unescaped(named["label"].strip()),
                self._lines[opening].start + named.end(),
                opening + 1,
            )
        while after < len(self._lines) and not _begins_part(self._lines[after]):
            after += 1
        place = Place(start, end) if start < end else None
        self.layout.turn(place, end, self._end_before(after), label, time)
        return after

    def _end_before(self, after: int) -> int:
        return self._lines[after - 1].end


def _starts_talk(line: TextLine) -> bool:
    return _heading_time(line) is not None or _NAMED.match(line.text[:200]) is not None


def _begins_part(line: TextLine) -> bool:
    """Whether something else than the present turn's words begins here."""
    text = line.text[:300]
    return bool(_NAMED.match(text) or _HEADING.match(text) or _END.match(text))


def _heading_time(line: TextLine) -> float | None:
    heading = _HEADING.match(line.text) if len(line.text) < 120 else None
    time = _TIME.match(heading["words"]) if heading else None
    return seconds(time[1]) if time else None


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
