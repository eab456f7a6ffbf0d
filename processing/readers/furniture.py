"""What a page or an export puts between a talk's words: footers, page numbers, repeated titles, marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from processing.readers.layout import TextLine

_FOOTER = re.compile(r"(?:https?://)?clovanote\.naver\.com/?(?:\s+\d{1,4}(?:\s*/\s*\d{1,4})?)?$", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:[-–—]\s?(\d{1,4})\s?[-–—]|(\d{1,4})\s?/\s?\d{1,4}|(?:page|페이지|쪽)\s?(\d{1,4})(?:\s?(?:/|of)\s?\d{1,4})?)$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}$")
_HIGHLIGHT = re.compile(r"\W*(?:하이라이트|highlights?|ハイライト)\W*$", re.IGNORECASE)
_BRANDS = ("CLOVA Note", "클로바노트", "클로바 노트")
REACH = 3  # non-blank lines between a page number and the repeated title of the next page


def furniture(lines: Sequence[TextLine], body: int, titles: set[str]) -> set[int]:
    """The indices of the lines from `body` on that no one has said."""
    words = [i for i in range(body, len(lines)) if not lines[i].is_blank and len(lines[i].text) < 200]
    footers = {i for i in words if is_footer(lines[i].text)}
    pages = _page_numbers(lines, words, titles)
    near = _near(words, footers | pages)
    repeated = {i for i in words if i in near and (lines[i].text in titles or lines[i].text in _BRANDS)}
    return footers | pages | repeated


def is_footer(text: str) -> bool:
    """Whether a line is CLOVA's footer, perhaps with a page number."""
    return len(text) < 60 and bool(_FOOTER.match(text))


def is_highlight_mark(text: str) -> bool:
    """Whether a line only says that a highlight begins or ends; what CLOVA prints there is not known for sure."""
    return len(text) < 30 and bool(_HIGHLIGHT.match(text))


def _page_numbers(lines: Sequence[TextLine], words: Sequence[int], titles: set[str]) -> set[int]:
    marked = {i: int(next(filter(None, m.groups()))) for i in words if (m := _PAGE.match(lines[i].text))}
    bare = {i: int(lines[i].text) for i in words if _BARE_NUMBER.match(lines[i].text)}
    at_title = any(lines[after].text in titles for i, after in pairwise(words) if i in bare)
    return _if_counting(marked, 1) | _if_counting(bare, 2 if at_title else 3)


def _if_counting(numbers: dict[int, int], least: int) -> set[int]:
    """The lines, if their numbers count up page by page and are not fewer than `least`."""
    values = list(numbers.values())
    counts_up = all(b - a == 1 for a, b in pairwise(values))
    return set(numbers) if len(values) >= least and counts_up and values[0] <= 2 else set()


def _near(words: Sequence[int], marks: set[int]) -> set[int]:
    near: set[int] = set()
    for n, i in enumerate(words):
        if i in marks:
            near.update(words[max(n - REACH, 0) : n + REACH + 1])
    return near
