"""WebVTT subtitles (.vtt) as Zoom, Teams and browsers write them.

https://www.w3.org/TR/webvtt1/ : a header, then blocks parted by blank lines; NOTE, STYLE and REGION blocks are no words
of the talk, and a comment that a person wrote is kept as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.readers.cues import cues_of, source_of
from processing.readers.imported import Document
from processing.source import Source

FORMAT = "vtt"

_SIGNATURE = re.compile(r"WEBVTT(?:[ \t].*)?(?:\n|$)")
_SIGNATURE_ONLY = re.compile(r"WEBVTT[\s:–—-]*")  # what follows it is a title, or in plain ASCII the program's name
_ASIDE = re.compile(r"(?P<kind>NOTE|STYLE|REGION)(?:\s+(?P<words>.*))?$")
_METADATA = re.compile(r"[A-Za-z][\w-]*\s?[:=][ -~]*$|\d+$")  # Kind: captions, or the first cue's number
_MACHINE_COMMENT = re.compile(r"(?:confidence|duration|language|recognizability)\b.{0,80}$", re.IGNORECASE)


def likeness(document: Document) -> float:
    """1 where the file begins with the signature, else 0."""
    return 1.0 if _SIGNATURE.match(document.text[:200].lstrip()) else 0.0


def read(document: Document) -> Source:
    """The source with one line a cue."""
    lines, comments = _without_asides(document.text.lstrip().split("\n"))
    cues, before = cues_of(lines)
    return source_of(document, cues, [*comments, *before], FORMAT)


def _without_asides(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without header, style and comments; and the comments that a person wrote, words in the header too."""
    kept: list[str] = []
    comments: list[str] = []
    is_header, is_aside, is_comment = True, True, False  # the header runs to the first blank line, as asides do
    for i, line in enumerate(lines):
        words = line.strip()
        if not words or "-->" in words:
            is_header = is_aside = is_comment = False
        elif is_header:
            words, is_comment = _of_header(words, is_first=i == 0), True
        elif not lines[i - 1].strip() and (aside := _ASIDE.match(words)):
            is_aside = True
            words = aside["words"] or ""
            is_comment = aside["kind"] == "NOTE" and not _MACHINE_COMMENT.match(words)
        if is_comment and words:
            comments.append(words)
        if not is_aside:
            kept.append(line)
    return kept, comments


def _of_header(words: str, *, is_first: bool) -> str:
    """What a person wrote on a line of the header; "" for the file's own data."""
    if is_first:
        title = _SIGNATURE_ONLY.sub("", words)
        return "" if title.isascii() else title
    return "" if _METADATA.match(words) else words
