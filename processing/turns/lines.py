"""The lines of a note's blocks and the seams between them: which end as sentences do, and the edit that joins two."""

from __future__ import annotations

import re
from collections.abc import Callable

from processing.note import Edit, EditKind
from processing.source import Block, Place, Source

PUNCTUATED_SHARE = 0.6  # of a note's lines must end as sentences before an open end means anything
SEAM_CONTEXT = 16  # code points on each side of a seam that the joiner sees; more decides no better and costs more

_ENDED = re.compile(r"""[.?!…,:;~][\"'”’)\]」』]*$""")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")

Joiner = Callable[[str, str], bool]


def is_punctuated(source: Source) -> bool:
    """Whether lines of this note end as sentences do, so that an open end is a cut."""
    ends = [is_ended(source.slice(line)) for block in source.blocks for line in line_places(source, block)]
    return bool(ends) and sum(ends) >= PUNCTUATED_SHARE * len(ends)


def is_ended(line: str) -> bool:
    """Whether a line ends in a mark that ends a sentence or a part of one."""
    return _ENDED.search(line) is not None


def line_places(source: Source, block: Block) -> list[Place]:
    """The places of a block's lines, those without a word left out."""
    return [Place(*match.span()) for match in _LINE.finditer(source.text, block.text.start, block.text.end)]


def holds_words(source: Source, gap: Place, block: Block) -> bool:
    """Whether anything but the block's header stands in a gap: a line not understood is not to be bridged."""
    header = block.header or Place(gap.end, gap.end)
    return bool(source.text[gap.start : header.start].strip() or source.text[header.end : gap.end].strip())


def seam_edit(source: Source, gap: Place, kind: EditKind, reason: str, joiner: Joiner) -> Edit:
    """The edit that puts a blank, or nothing, for the gap between two halves of a sentence."""
    left = source.text[max(gap.start - SEAM_CONTEXT, 0) : gap.start].rpartition("\n")[2]
    right = source.text[gap.end : gap.end + SEAM_CONTEXT].partition("\n")[0]
    blank = " " if joiner(left, right) else ""
    return Edit(gap.start, gap.end, source.slice(gap), blank, kind, "sound", 1.0, reason)
