"""What a person searches for, as FTS5 takes it, and where in a hit the words stand. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from processing.library.columns import whole

AROUND = 60  # code points of context on each side of the first word found


@dataclass(frozen=True)
class Query:
    """`text` as typed: all its words must be there, the last one may be unfinished.

    `contents` are the content morphemes of each word of `text.split()`, where the caller knows them: 회의를 then
    finds 회의는 too. `speaker` is a name as shown; `since` and `until` (both included) are dates of the recording.
    """

    text: str
    contents: Sequence[Sequence[str]] = ()
    speaker: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def words(self) -> list[str]:
        """The words typed, composed; those without a letter or digit are left out."""
        return [word for word in self._typed if any(ch.isalnum() for ch in word)]

    @property
    def contents_by_word(self) -> dict[str, Sequence[str]]:
        """The content morphemes by the word that they belong to."""
        known = dict(zip(self._typed, self.contents, strict=False))
        return {word: [form for form in map(_composed, forms) if form.strip()] for word, forms in known.items()}

    @property
    def _typed(self) -> list[str]:
        return [_composed(word) for word in self.text.split()]


def match_of(query: Query) -> str:
    """The query in FTS5's language, "" where it has no word.

    A word is found as it is shown or as one of the content morphemes; quoting makes an operator of it impossible.

    >>> match_of(Query("회의를 진행", [["회의"], ["진행"]]))
    '("회의를" OR "회의") AND ("진행"* OR "진행")'
    """
    words = query.words
    known = query.contents_by_word
    return " AND ".join(
        _word_match(word, known.get(word, ()), is_last=i == len(words) - 1) for i, word in enumerate(words)
    )


def ranges_of(query: Query, text: str) -> list[tuple[int, int]]:
    """Where in `text` the words of the query stand, in order, merged where they touch; code points.

    >>> ranges_of(Query("회의"), "주간회의를 시작")
    [(2, 4)]
    """
    known = query.contents_by_word
    spans: list[tuple[int, int]] = []
    for word in query.words:
        for form in (word, *known.get(word, ())):
            found = [match.span() for match in _form(form).finditer(text)]
            if found:
                spans.extend(found)
                break
    return _merged(sorted(spans))


def excerpt(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the first range and the ranges in them; an ellipsis stands where words are left out."""
    first = ranges[0][0] if ranges else 0
    start, end = _from_blank(text, first - AROUND), min(len(text), first + 2 * AROUND)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((low + shift, min(high, end) + shift) for low, high in ranges if start <= low < end)
    return before + text[start:end] + after, inside


def _composed(text: str) -> str:
    return whole(unicodedata.normalize("NFC", text))


def _word_match(word: str, contents: Sequence[str], is_last: bool) -> str:
    surface = _quoted(word) + ("*" if is_last else "")
    if not contents:
        return surface
    inside = " AND ".join(_quoted(content) for content in contents)
    return f"({surface} OR {f'({inside})' if len(contents) > 1 else inside})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _form(form: str) -> re.Pattern[str]:
    """Hangul is found inside a word too (회의 in 주간회의), Latin only where a word begins (not AI in said)."""
    return re.compile((r"(?<![0-9A-Za-z])" if form[0].isascii() else "") + re.escape(form), re.IGNORECASE)


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _from_blank(text: str, at: int) -> int:
    """The start of the first whole word from `at` on."""
    if at <= 0:
        return 0
    blank = text.find(" ", at, at + AROUND)
    return blank + 1 if blank >= 0 else at
