"""The rows of the minutes page as plain values: the blocks that every export writes, one row a line; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from processing.export.blocks import (
    NONE_SAID,
    Choices,
    Form,
    Heading,
    Item,
    Items,
    QuestionAnswer,
    Section,
    Table,
    Text,
    Title,
)
from processing.export.layout import COUNT, Layout, Shape
from processing.export.page import blocks_of
from processing.export.wording import due
from processing.minutes import Minutes, all_lines
from processing.minutes_lines import MinutesLine
from processing.note import LineKind


class RowKind(Enum):
    """How a row looks."""

    TITLE = auto()
    FORM = auto()
    HEADING = auto()
    TOPIC = auto()
    LEAD = auto()
    ITEM = auto()
    QUESTION = auto()
    TASK_HEAD = auto()
    TASK = auto()
    PLAIN = auto()
    NOTHING = auto()  # 없음
    NEW = auto()  # a line that is being written and is not in the note yet


@dataclass(frozen=True)
class Row:
    """One row of the page. `adds` is the kind of line that a new one below it would be, `topic` its topic.

    `bullet` stands before the words; `cells` are a task's owner, due date and remark, a question's answer, or a form's
    labels and values in turn. `entry` names what of the meeting's form the row prints, in `Info`; empty where nothing.
    """

    kind: RowKind
    text: str = ""
    line: MinutesLine | None = None
    bullet: str = ""
    cells: tuple[str, ...] = ()
    adds: LineKind | None = None
    topic: str | None = None
    entry: str = ""

    @property
    def id(self) -> str:
        """The id of the line in the state; empty where the row is none."""
        return self.line.id if self.line is not None else ""

    @property
    def is_stop(self) -> bool:
        """Whether the arrows stop here."""
        nowhere = (RowKind.TITLE, RowKind.HEADING, RowKind.TASK_HEAD, RowKind.PLAIN)
        return self.kind not in nowhere or (self.kind is RowKind.PLAIN and self.entry != "")

    @property
    def wants_look(self) -> bool:
        """Whether a person should look at the line before it is sent."""
        return self.line is not None and (self.line.line.needs_check or self.line.is_changed)


@dataclass(frozen=True)
class NewLine:
    """A line that a person is about to write: its kind, the line it goes after ("" for the end), its topic."""

    kind: LineKind
    after: str = ""
    topic: str | None = None


_ADDS = {
    Section.FOLLOW_UPS: LineKind.FOLLOW_UP,
    Section.SUMMARY: LineKind.SUMMARY,
    Section.TOPICS: LineKind.TOPIC,
    Section.DECISIONS: LineKind.DECISION,
    Section.ACTIONS: LineKind.ACTION,
    Section.OPEN_POINTS: LineKind.OPEN_POINT,
    Section.QUESTIONS: LineKind.QUESTION,
    Section.SUGGESTIONS: LineKind.SUGGESTION,
    Section.TOOLS: LineKind.TOOL,
}

_ENTRIES = {Section.AGENDA: "agenda", Section.NEXT: "next_meeting"}
_OF_FORM = {
    "회의명": "title",
    "일시": "date",
    "장소": "place",
    "작성자": "author",
    "참석자": "attendees",
    "불참자": "absentees",
}

HEADINGS = {
    LineKind.HEADLINE: "한 줄 요약",
    LineKind.SUMMARY: "요약",
    LineKind.TOPIC: "회의 내용",
    LineKind.BULLET: "회의 내용",
    LineKind.DECISION: "결정 사항",
    LineKind.ACTION: "할 일",
    LineKind.FOLLOW_UP: "지난 할 일 점검",
    LineKind.OPEN_POINT: "미결·확인 필요",
    LineKind.QUESTION: "질문과 답변",
    LineKind.SUGGESTION: "권유 사항",
    LineKind.TOOL: "언급된 도구·자료",
}


def rows_of(minutes: Minutes, choices: Choices, new: NewLine | None = None) -> list[Row]:
    """The rows of the page in the chosen template; `new` has its row where it will stand."""
    lines = {line.id: line for line in all_lines(minutes)}
    kinds, entries = _kinds_by_heading(choices.layout, minutes), _entries_by_heading(choices.layout)
    rows = list(_Builder(lines, kinds, entries, minutes.info.date).rows(minutes, choices))
    return rows if new is None else _with_new(rows, new)


def _kinds_by_heading(layout: Layout, minutes: Minutes) -> dict[str, LineKind]:
    """Which kind of line is added under each heading of a template, as the page prints it."""
    return {
        part.heading.replace(COUNT, str(len(minutes.summary))): kind
        for part in layout.parts
        if (kind := LineKind.HEADLINE if part.shape is Shape.HEADLINE else _ADDS.get(part.section)) is not None
    }


def _entries_by_heading(layout: Layout) -> dict[str, str]:
    """What of the meeting's form is printed under each heading of a template."""
    return {part.heading: _ENTRIES[part.section] for part in layout.parts if part.section in _ENTRIES}


class _Builder:
    """Turns blocks into rows; it knows the section that it is in."""

    def __init__(
        self, lines: dict[str, MinutesLine], kinds: dict[str, LineKind], entries: dict[str, str], meeting_date: str
    ) -> None:
        self._lines, self._kinds, self._entries = lines, kinds, entries
        self._date = meeting_date
        self._adds: LineKind | None = None
        self._topic: str | None = None
        self._entry = ""

    def rows(self, minutes: Minutes, choices: Choices) -> Iterator[Row]:
        for block in blocks_of(minutes, choices):
            match block:
                case Title():
                    yield Row(RowKind.TITLE, block.text, cells=(block.subtitle,), entry="title")
                case Form():
                    yield from (self._form(pairs) for pairs in (row.pairs for row in block.rows))
                case Heading():
                    yield self._heading(block)
                case Text():
                    yield self._text(block)
                case Items():
                    yield from self._items(block)
                case Table():
                    yield Row(RowKind.TASK_HEAD, block.header[0], cells=block.header[1:], adds=self._adds)
                    yield from (self._task(row[0]) for row in block.rows)
                case QuestionAnswer():
                    line = self._line(block.question)
                    yield Row(RowKind.QUESTION, block.question.text, line, "Q", (block.answer,), self._adds)

    def _form(self, pairs: Sequence[tuple[str, str]]) -> Row:
        wanted = next((label for label, value in pairs if not value.strip()), pairs[0][0])
        return Row(RowKind.FORM, cells=tuple(word for pair in pairs for word in pair), entry=_OF_FORM.get(wanted, ""))

    def _heading(self, block: Heading) -> Row:
        if block.level == 1:
            self._adds, self._entry = self._kinds.get(block.item.text), self._entries.get(block.item.text, "")
            self._topic = None
            return Row(RowKind.HEADING, block.item.text, adds=self._adds)
        line = self._line(block.item)
        self._adds, self._topic = LineKind.BULLET, line.id if line else None
        number, _, title = block.item.text.partition(" ")
        return Row(RowKind.TOPIC, title, line, number, adds=LineKind.BULLET, topic=self._topic)

    def _text(self, block: Text) -> Row:
        line = self._line(block.item)
        if line is not None:
            return Row(RowKind.LEAD, line.text, line, adds=self._adds)
        if block.item.text == NONE_SAID and self._adds is not None:
            return Row(RowKind.NOTHING, NONE_SAID, adds=self._adds)
        return Row(RowKind.PLAIN, block.item.text, entry=self._entry)

    def _items(self, block: Items) -> Iterator[Row]:
        for number, item in enumerate(block.items, 1):
            bullet = {"number": f"{number}.", "check": "☐"}.get(block.style, "•")
            line = self._line(item)
            kind = RowKind.ITEM if line is not None else RowKind.PLAIN
            entry = self._entry if line is None else ""
            yield Row(kind, item.text, line, bullet, adds=self._adds, topic=self._topic, entry=entry)

    def _task(self, item: Item) -> Row:
        line = self._line(item)
        assert line is not None
        remark = "완료" if line.line.status == "완료" else ""
        cells = (line.line.owner or "", due(line.line, self._date), remark)
        return Row(RowKind.TASK, line.text, line, "", cells, self._adds)

    def _line(self, item: Item) -> MinutesLine | None:
        return self._lines.get(item.line_id) if item.line_id is not None else None


def _with_new(rows: list[Row], new: NewLine) -> list[Row]:
    """The rows with the one being written; under its heading where its section is empty, at the end where it has none."""
    kind = RowKind.TOPIC if new.kind is LineKind.TOPIC else RowKind.NEW
    row = Row(kind, "", None, "•", adds=new.kind, topic=new.topic)
    row = replace(row, kind=RowKind.NEW)
    after = next((i for i, other in enumerate(rows) if new.after and other.id == new.after), None)
    if after is None:
        after = _last_of(rows, new)
    if after is None:
        return [*rows, Row(RowKind.HEADING, HEADINGS.get(new.kind, ""), adds=new.kind), row]
    without = [other for other in rows[after + 1 : after + 2] if other.kind is not RowKind.NOTHING]
    kept = rows[: after + 1] if rows[after].kind is not RowKind.NOTHING else rows[:after]
    return [*kept, row, *without, *rows[after + 2 :]]


def _last_of(rows: list[Row], new: NewLine) -> int | None:
    found = [
        i
        for i, row in enumerate(rows)
        if row.adds is new.kind and (new.topic is None or row.topic in (None, new.topic))
    ]
    return found[-1] if found else None
