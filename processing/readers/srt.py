"""SubRip subtitles (.srt): numbered cues, `00:00:01,000 --> 00:00:04,000`, perhaps with `이름: 본문`."""

from __future__ import annotations

from processing.readers.cues import TIME_LINE, cues_of, source_of
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.source import Source

FORMAT = "srt"


def likeness(document: Document) -> float:
    """How sure it is that these are subtitles, 0 to 1."""
    lines = document.text[:SAMPLE_CHARACTERS].split("\n")
    return 0.98 if any("-->" in line and TIME_LINE.match(line.strip()[:200]) for line in lines) else 0.0


def read(document: Document) -> Source:
    """The source with one line a cue."""
    cues, before = cues_of(document.text.split("\n"))
    return source_of(document, cues, before, FORMAT)
