"""Rows of cells parted by tabs: a spreadsheet, a table in Word, or either of them pasted.

The columns are found by their headings (시간 / 참석자 / 내용, Time / Speaker / Text), else by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from processing.readers.clocks import LOOSE_CLOCK, seconds
from processing.readers.clova_head import head_of
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.labels import is_name, is_standard_label
from processing.readers.layout import Layout, TextLine, text_lines
from processing.source import Place, Source, SpanKind

FORMAT = "table"

HEADING_ROWS = 30  # a heading stands within so many rows, after a title and the like
SAMPLE_ROWS = 300
TIME, END, SPEAKER, WORDS, NUMBER = "time", "end", "speaker", "words", "number"

_HEADINGS: Mapping[str, str] = {
    TIME: "시간|시각|시작|시작시간|시작시각|타임스탬프|발화시간|시간기록|time|start|starttime|timestamp|時間",
    END: "종료|종료시간|종료시각|끝|end|endtime|길이|duration|終了",
    SPEAKER: "참석자|참가자|참여자|화자|발화자|발언자|발표자|이름|speaker|attendees?|participants?|name|話者|参加者",
    WORDS: "내용|본문|텍스트|발화|발화내용|발언|발언내용|대화|대화내용|음성기록|스크립트"
    "|text|content|transcript|utterance|script|内容",
    NUMBER: "번호|순번|no\\.?|#|index|id",
}
_CLOCK = re.compile(rf"({LOOSE_CLOCK})(?:[.,]\d{{1,3}})?(?:\s?[-~–]\s?{LOOSE_CLOCK}(?:[.,]\d{{1,3}})?)?$")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what, and the row of the headings, -1 without them."""

    kinds: Mapping[int, str]
    heading: int = -1

    @property
    def are_enough(self) -> bool:
        """Whether there are words, and a time or a speaker to them."""
        kinds = set(self.kinds.values())
        return WORDS in kinds and bool(kinds & {TIME, SPEAKER})


def likeness(document: Document) -> float:
    """How sure it is that these are rows of a table with words and times or speakers, 0 to 1."""
    lines = document.text[:SAMPLE_CHARACTERS].split("\n")
    if sum("\t" in line for line in lines) < 0.5 * sum(bool(line.strip()) for line in lines):
        return 0.0
    columns = _columns(lines)
    return 0.96 if columns.heading >= 0 else 0.9 if columns.are_enough else 0.0


def read(document: Document) -> Source:
    """The source with one turn a row."""
    raw_lines = document.text.split("\n")
    columns = _columns(raw_lines)
    lines = text_lines(document.text)
    layout = Layout(document.text)
    head = head_of(lines[: max(columns.heading, 0)])
    for line in head.field_lines(lines, max(columns.heading, 0)):
        layout.mark(SpanKind.HEADER_FIELD, line.start, line.end)
    _read_rows(layout, raw_lines, lines, columns)
    spans, blocks, header = layout.spans(), tuple(layout.blocks), head.header(lines)
    return Source(document.raw, document.text, spans, blocks, header, FORMAT, document.encoding, document.name)


def is_heading(cells: Sequence[str]) -> bool:
    """Whether these cells head columns of words and of times or speakers."""
    return _Columns(_by_heading(cells)).are_enough


def _read_rows(layout: Layout, raw_lines: Sequence[str], lines: Sequence[TextLine], columns: _Columns) -> None:
    at, speaker = 0, None
    for i, line in enumerate(raw_lines):
        if i == columns.heading:
            layout.mark(SpanKind.HEADER_FIELD, lines[i].start, lines[i].end)
        elif i > columns.heading:
            speaker = _row(layout, list(_cells(line, at)), columns, speaker)
        at += len(line) + 1


def _cells(line: str, at: int) -> Iterator[Place]:
    for cell in line.split("\t"):
        yield Place(at, at + len(cell))
        at += len(cell) + 1


def _row(layout: Layout, cells: Sequence[Place], columns: _Columns, speaker: str | None) -> str | None:
    """Put one row into the layout; give the speaker who holds for the next, since merged cells are empty below."""
    by_kind = {columns.kinds[i]: cell for i, cell in enumerate(cells) if i in columns.kinds}
    said = {kind: layout.text[cell.start : cell.end].strip() for kind, cell in by_kind.items()}
    if not said.get(WORDS):
        return speaker
    speaker = said.get(SPEAKER) or speaker
    header = next((by_kind[kind] for kind in (TIME, SPEAKER) if said.get(kind)), None)
    for i, cell in enumerate(cells):
        if columns.kinds.get(i, WORDS) != WORDS and cell != header:
            layout.mark(SpanKind.TURN_HEADER, cell.start, cell.end)
    words, start_s, end_s = by_kind[WORDS], _seconds(said.get(TIME)), _seconds(said.get(END))
    layout.turn(header, words.start, words.end, speaker, start_s, end_s)
    return speaker


def _seconds(words: str | None) -> float | None:
    match = _CLOCK.match(words or "")
    return seconds(match[1]) if match else None


def _columns(lines: Sequence[str]) -> _Columns:
    for i, line in enumerate(lines[:HEADING_ROWS]):
        columns = _Columns(_by_heading(line.split("\t")), i)
        if columns.are_enough:
            return columns
    rows = [line.split("\t") for line in lines[:SAMPLE_ROWS] if "\t" in line]
    return _Columns(_by_content(rows))


def _by_heading(cells: Sequence[str]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for i, cell in enumerate(cells):
        words = re.sub(r"[\s()_:]", "", cell).lower() if len(cell) < 30 else ""
        kind = next((kind for kind, names in _HEADINGS.items() if re.fullmatch(names, words)), None)
        if kind is not None and kind not in kinds.values():
            kinds[i] = kind
    return kinds


def _by_content(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    width = max((len(row) for row in rows), default=0)
    columns = {i: [row[i].strip() for row in rows if i < len(row) and row[i].strip()] for i in range(min(width, 64))}
    kinds: dict[int, str] = {}
    for i, cells in columns.items():
        kind = _kind_of(cells)
        if kind is not None and kind not in kinds.values():
            kinds[i] = kind
    rest = {i: mean(map(len, cells)) for i, cells in columns.items() if cells and i not in kinds}
    if rest:
        kinds[max(rest, key=lambda i: rest[i])] = WORDS
    return kinds


def _kind_of(cells: Sequence[str]) -> str | None:
    if not cells:
        return None
    most = 0.8 * len(cells)
    if sum(bool(_CLOCK.match(cell)) for cell in cells) >= most:
        return TIME
    if sum(cell.isdigit() for cell in cells) >= most:
        return NUMBER
    few = len(set(cells)) <= max(len(cells) * 2 // 3, 1)
    if sum(is_standard_label(cell) or (few and is_name(cell)) for cell in cells) >= most:
        return SPEAKER
    return None
