"""Signs that a program wrote in letters: `&amp;` and `&#39;` in captions, a backslash before a sign in Markdown.

The source keeps them as the file has them, so that places are the file's own lines and columns; an edit shows the sign.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from processing.note import Edit, EditKind
from processing.source import Source

# What programs escape in text: XML's five signs and figures of code points, escaped more than once too (&amp;#39;).
_ENTITY = re.compile(r"&(?:amp;)*(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP = re.compile(r"</?[a-z][^<>\n]{0,200}>", re.IGNORECASE)
_AS_THE_FILE = (
    "captions",
    "text",
    "label_lines",
    "clova_text",
    "time_above",
    "markdown",
)  # other readers write text anew


def escape_edits(source: Source) -> list[Edit]:
    """An edit for every sign that stands in letters in the words of a text file; none where it is about markup."""
    if source.format not in _AS_THE_FILE or ("&" not in source.text and "\\" not in source.text):
        return []
    if source.format != "captions" and _MARKUP.search(source.text):
        return []
    return [edit for block in source.blocks for edit in _in_words(source, block.text.start, block.text.end)]


def _in_words(source: Source, start: int, end: int) -> Iterator[Edit]:
    is_markdown = source.format == "markdown"
    for match in _ENTITY.finditer(source.text, start, end):
        is_literal = is_markdown and source.text[match.start() - 1 : match.start()] == "\\"
        if not is_literal and (sign := unescaped(match[0])) != match[0]:
            yield _edit(match, sign, "글자로 적힌 기호")
    for match in _BACKSLASH.finditer(source.text, start, end) if is_markdown else ():
        yield _edit(match, match[1], "마크다운의 역빗금")


def unescaped(entity: str) -> str:
    """The sign of an entity; the entity itself where it tells nothing that can be shown.

    >>> unescaped("&amp;#39;"), unescaped("&nbsp;"), unescaped("&#8238;")
    ("'", ' ', '&#8238;')
    """
    sign = entity
    while sign != (sign := html.unescape(sign)):
        pass
    return " " if sign.isspace() else sign if sign.isprintable() and "\ufffd" not in sign else entity


def _edit(match: re.Match[str], sign: str, reason: str) -> Edit:
    return Edit(match.start(), match.end(), match[0], sign, EditKind.SPACING, "sound", 1.0, reason)
