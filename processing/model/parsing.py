"""What a model said, read tolerantly: JSON in a code fence or amid prose, numbers as words, an item gone wrong.

A whole that cannot be read is an error; a single item that cannot is left out and counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from processing.model.failure import Reason, failed
from processing.note import LineKind

LONGEST_NUMBER = 9  # digits; no transcript has more lines, and Python refuses to read thousands of digits

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(rf"\s*\[?(\d{{1,{LONGEST_NUMBER}}})\]?\s*[-~–]\s*\[?(\d{{1,{LONGEST_NUMBER}}})\]?\s*")
_REFUSAL = re.compile(
    r"죄송|미안하지만|도와드릴 수 없|답변(?:을 드릴|할) 수 없|\b(?:sorry|I can(?:no|')t|unable to (?:help|assist))\b",
    re.IGNORECASE,
)
_SAID = re.compile(r'"(?:text|title|task|question)"\s*:\s*("(?:[^"\\]|\\.)*")')
_READ = re.compile(r'"before"\s*:\s*("(?:[^"\\]|\\.)*")\s*,\s*"after"\s*:\s*("(?:[^"\\]|\\.)*")')
_HEARD = re.compile(r'"words"\s*:\s*("(?:[^"\\]|\\.)*")')
MOST_NUMBERS = 12  # of lines that one line of the minutes may cite
LONGEST_RANGE = 30
MOST_OPENINGS = 60  # brackets that are tried as the beginning of a value


@dataclass(frozen=True)
class SaidLine:
    """A line of the minutes as the model said it; `lines` are numbers it cites, `topic` the index of a bullet's topic.

    `answer` and `answer_lines` are a question's, `owner` and `due` a task's, in the model's words.
    """

    kind: LineKind
    text: str
    lines: tuple[int, ...]
    topic: int | None = None
    owner: str = ""
    due: str = ""
    answer: str = ""
    answer_lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class SaidEdit:
    """A word that the model would read otherwise: `before` is its echo of what stands in line number `line`."""

    line: int
    before: str
    after: str
    is_term: bool


@dataclass(frozen=True)
class Lines:
    """The lines of an answer, and how many items of it could not be read."""

    said: tuple[SaidLine, ...]
    unreadable: int = 0


@dataclass(frozen=True)
class Edits:
    """The edits of an answer, and how many items of it could not be read."""

    said: tuple[SaidEdit, ...]
    unreadable: int = 0


def values_in(text: str) -> list[Any]:
    """The JSON values of an answer, several where several answers were pasted one after another.

    Raises `ModelFailed`: the answer is empty, a refusal, or no JSON.
    """
    plain = _THOUGHT.sub("", text.removeprefix("\ufeff")).strip()
    if not plain:
        raise failed(Reason.EMPTY)
    found = list(_values(plain))
    if not found:
        is_refusal = "{" not in plain and _REFUSAL.search(plain) is not None
        raise failed(Reason.REFUSED if is_refusal else Reason.BAD_JSON)
    return found


def _values(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False, parse_int=_whole)  # models write line breaks into strings
    at = 0
    for _ in range(MOST_OPENINGS):  # an answer of brackets only must not be read for ever
        if (start := _opening(text, at)) < 0:
            return
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            value, end = _mended(decoder, text, start)
        if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value)):
            yield value
        at = end


def _whole(written: str) -> int | None:
    """A whole number; None for one so long that it is no line's, so that only its own item is lost."""
    return int(written) if len(written) <= LONGEST_NUMBER else None


def _opening(text: str, at: int) -> int:
    return min((i for i in (text.find("{", at), text.find("[", at)) if i >= 0), default=-1)


def _mended(decoder: json.JSONDecoder, text: str, start: int) -> tuple[Any, int]:
    """The value at `start` without commas before a closing bracket; none, one on, if that does not help either."""
    rest = _TRAILING_COMMA.sub("", text[start:])
    if len(rest) < len(text) - start:
        try:
            value, end = decoder.raw_decode(rest)
        except (ValueError, RecursionError):
            return None, start + 1 if text[start] == "[" else len(text)
        return value, len(text) - (len(rest) - end)
    # the inside of a broken object is no answer of its own
    return None, start + 1 if text[start] == "[" else len(text)


def rows_of(text: str, key: str) -> list[Any]:
    """The items of an answer that is a list of them, or an object that holds one under `key`. Raises `ModelFailed`."""
    rows: list[Any] = []
    for value in values_in(text):
        if isinstance(value, dict) and not isinstance(value.get(key), list):
            raise failed(Reason.WRONG_FORM)
        rows.extend(value[key] if isinstance(value, dict) else value)
    return rows


def said_number(value: Any) -> int | None:
    """The one line number of a value; None if it holds none or several."""
    numbers = _numbers(value)
    return numbers[0] if len(numbers) == 1 else None


def said_edits(text: str) -> Edits:
    """The edits of an answer. Raises `ModelFailed`."""
    read = [_edit(row) for row in rows_of(text, "edits")]
    kept = tuple(edit for edit in read if edit is not None)
    return Edits(kept, len(read) - len(kept))


def _edit(row: Any) -> SaidEdit | None:
    if not isinstance(row, dict):
        return None
    number, before, after = said_number(row.get("line")), row.get("before"), row.get("after")
    if number is None or not isinstance(before, str) or not isinstance(after, str):
        return None
    return SaidEdit(number, before, after, row.get("kind") != "word")


def said_lines(text: str) -> Lines:
    """The lines of an answer. Raises `ModelFailed`."""
    reader = _LineReader()
    for value in values_in(text):
        if not isinstance(value, dict) or not _KEYS & value.keys():
            raise failed(Reason.WRONG_FORM)
        reader.take(value)
    return Lines(tuple(reader.lines), reader.unreadable)


_PLAIN = {
    "headline": LineKind.HEADLINE,
    "summary": LineKind.SUMMARY,
    "decisions": LineKind.DECISION,
    "open_points": LineKind.OPEN_POINT,
    "suggestions": LineKind.SUGGESTION,
}
_KEYS = frozenset({*_PLAIN, "topics", "action_items", "questions"})


class _LineReader:
    """Walks through an answer, keeping the lines that can be read and counting those that cannot."""

    def __init__(self) -> None:
        self.lines: list[SaidLine] = []
        self.unreadable = 0
        self._topics = 0

    def take(self, value: Mapping[str, Any]) -> None:
        for key, kind in _PLAIN.items():
            self._each(value.get(key), lambda item, kind=kind: self._line(kind, item))  # type: ignore[misc]
        self._each(value.get("topics"), self._topic)
        self._each(value.get("action_items"), self._action)
        self._each(value.get("questions"), self._question)

    def _each(self, items: Any, take: Callable[[Mapping[str, Any]], None]) -> None:
        rows = items if isinstance(items, list) else [] if items in (None, "") else [items]
        for row in rows:
            if isinstance(row, dict):
                take(row)
            else:
                self.unreadable += 1

    def _line(self, kind: LineKind, row: Mapping[str, Any], topic: int | None = None) -> None:
        self._add(SaidLine(kind, _words(row.get("text")), _numbers(row.get("lines")), topic))

    def _topic(self, row: Mapping[str, Any]) -> None:
        number, self._topics = self._topics, self._topics + 1
        bullets = row.get("bullets")
        inside = [b.get("lines") for b in bullets if isinstance(b, dict)] if isinstance(bullets, list) else []
        lines = _numbers([row.get("lines"), *inside])  # a topic rests on what stands under it, too
        self._add(SaidLine(LineKind.TOPIC, _words(row.get("title")), lines, number))
        self._each(bullets, lambda item: self._line(LineKind.BULLET, item, number))

    def _action(self, row: Mapping[str, Any]) -> None:
        owner, due = _words(row.get("owner")), _words(row.get("due"))
        lines = _numbers(row.get("lines"))
        self._add(SaidLine(LineKind.ACTION, _words(row.get("task")), lines, owner=owner, due=due))

    def _question(self, row: Mapping[str, Any]) -> None:
        asked, answered = _numbers(row.get("question_lines", row.get("lines"))), _numbers(row.get("answer_lines"))
        answer = _words(row.get("answer"))
        said = _words(row.get("question"))
        self._add(SaidLine(LineKind.QUESTION, said, asked, answer=answer, answer_lines=answered))

    def _add(self, line: SaidLine) -> None:
        if line.text:
            self.lines.append(line)
        elif line.lines or line.answer:
            self.unreadable += 1


def _words(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _numbers(value: Any) -> tuple[int, ...]:
    """The line numbers of a value: 3, "3", "[3]", "3|", "3-5", or a list of these; each once, the first twelve.

    >>> _numbers([3, "4|", "6-8"]), _numbers("[5]"), _numbers(None)
    ((3, 4, 6, 7, 8), (5,), ())
    """
    return tuple(dict.fromkeys(number for item in _flat(value) for number in _numbers_of(item)))[:MOST_NUMBERS]


def _flat(value: Any) -> Iterator[Any]:
    for item in value if isinstance(value, list) else [value]:
        yield from item if isinstance(item, list) else [item]


def _numbers_of(item: Any) -> Iterator[int]:
    if isinstance(item, bool):
        return
    if isinstance(item, (int, float)) and 0 <= item < 10**LONGEST_NUMBER and item == item // 1:
        yield int(item)
    elif isinstance(item, str) and (match := _RANGE.fullmatch(item)):
        low, high = int(match[1]), int(match[2])
        yield from range(low, min(high, low + LONGEST_RANGE) + 1)
    elif isinstance(item, str):
        yield from (int(number) for number in _NUMBER.findall(item[:200]) if len(number) <= LONGEST_NUMBER)


def lines_so_far(text: str) -> list[str]:
    """The lines that stand whole in an answer still coming in: something to look at, not yet judged by the rails.

    >>> lines_so_far('{"headline":{"text":"예산을 논의함","lines":[1]},"summary":[{"text":"일정')
    ['예산을 논의함']
    """
    return [line for match in _SAID.finditer(text) if (line := _string(match[1]))]


def edits_so_far(text: str) -> list[str]:
    """The same for corrections: what was heard and how it would read.

    >>> edits_so_far('{"edits":[{"line":1,"before":"레그를","after":"RAG를","kind":"term"},{"line":2,"bef')
    ['레그를 → RAG를']
    """
    pairs = ((_string(match[1]), _string(match[2])) for match in _READ.finditer(text))
    return [f"{before} → {after}" for before, after in pairs if before and after]


def turns_so_far(text: str) -> list[str]:
    """The same for opinions on turns: the words that each is about."""
    return [words for match in _HEARD.finditer(text) if (words := _string(match[1]))]


def _string(written: str) -> str:
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return ""
