"""Tables of a company's form that have a row for each of something: tasks, numbered decisions, people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from processing.export.form_cells import Cell, fill_cell, text_of
from processing.export.form_labels import Labels
from processing.export.form_placeholders import names_in
from processing.export.form_values import PEOPLE, TASKS

Row = tuple[Any, list[Cell]]
_WHEN_AND_WHERE = frozenset({"일시", "날짜", "장소"})
_LISTED = ("안건", "회의 내용", "결정 사항", "할 일", "미결·확인 필요")

Column = tuple[str, int]  # what the column holds, and of which of the entries that share a row


@dataclass(frozen=True)
class ListTable:
    """A header row, what each of its columns is (None: nothing of ours), and the rows under it.

    `kind` is `TASKS`, `PEOPLE` or the field whose lines stand there.
    """

    kind: str
    header: Any
    columns: tuple[Column | None, ...]
    rows: tuple[Any, ...]

    @property
    def name(self) -> str:
        """What the table is called to the person."""
        return {PEOPLE: "참석자 명단"}.get(self.kind, f"{self.kind} 표")

    @property
    def per_row(self) -> int:
        """How many entries stand side by side."""
        return 1 + max((column[1] for column in self.columns if column), default=0)

    def fill(self, entries: Sequence[Mapping[str, str]]) -> None:
        """A place for each entry: the form's own rows, then copies of its last; rows left over are emptied."""
        rows = list(self.rows) or [_emptied(self.header)]
        if not self.rows:
            self.header.addnext(rows[0])
        model = deepcopy(rows[-1])  # not the first: a label that is merged downwards begins there
        while len(rows) * self.per_row < len(entries):
            rows[-1].addnext(deepcopy(model))
            rows.append(rows[-1].getnext())
        for number, row in enumerate(rows):
            self._fill_row(row, entries[number * self.per_row : (number + 1) * self.per_row])

    def _fill_row(self, row: Any, entries: Sequence[Mapping[str, str]]) -> None:
        for element, column in zip(row.findall(qn("w:tc")), self.columns, strict=True):
            if column is not None:
                name, beside = column
                value = entries[beside].get(name, "") if beside < len(entries) else ""
                fill_cell(element, [("", value)] if value else [])
            elif text_of(element).strip() and self.kind != PEOPLE:  # 구분 of last year's task; a list's own 내부/외부
                fill_cell(element, [])


def list_tables(rows: Sequence[Row], labels: Labels) -> Iterator[ListTable]:
    """The tables of this kind in a table's rows."""
    for i, (row, cells) in enumerate(rows):
        if i + 1 < len(rows) and list(names_in(rows[i + 1][0])):
            continue  # a row with placeholders says itself what it holds
        if heads_programme(cells, labels):
            continue
        found = _tasks(cells, labels) or _people(cells, labels) or _numbered(cells, labels)
        if found is not None:
            kind, columns = found
            yield ListTable(kind, row, columns, tuple(_under(rows[i + 1 :], cells, labels)))


def heads_programme(cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether a row heads a programme (시간, 순서, 발표), whose times are not when the meeting was held."""
    fields = [labels.field(cell.text) for cell in cells]
    is_alone = len(cells) == 2 and fields[0] == "시간" and not labels.is_label(cells[1].text)
    return "시간" in fields and not is_alone and not _WHEN_AND_WHERE & set(fields)


def _tasks(cells: Sequence[Cell], labels: Labels) -> tuple[str, tuple[Column | None, ...]] | None:
    columns = labels.task_columns([cell.text for cell in cells])
    if "내용" not in columns or not {"담당자", "기한"} & set(columns):
        return None
    return TASKS, tuple((column, 0) if column else None for column in columns)


def _people(cells: Sequence[Cell], labels: Labels) -> tuple[str, tuple[Column | None, ...]] | None:
    """성명 with 소속 or the like beside it, also twice in a row."""
    kinds = [labels.person(cell.text) for cell in cells]
    if "성명" not in kinds or len(set(kinds) - {None, "번호"}) < 2:
        return None
    columns: list[Column | None] = []
    for kind in kinds:
        beside = max((column[1] for column in columns if column), default=0)
        is_next = (kind, beside) in columns
        columns.append((kind, beside + is_next) if kind else None)
    return PEOPLE, tuple(columns)


def _numbered(cells: Sequence[Cell], labels: Labels) -> tuple[str, tuple[Column | None, ...]] | None:
    """A column of numbers, and beside it one whose heading is a field of lines (결정 사항, 안건 …)."""
    columns = [labels.column(cell.text) for cell in cells]
    if "번호" not in columns:
        return None
    for i, cell in enumerate(cells):
        field = labels.field(cell.text)
        if field in _LISTED:
            columns[i] = "내용"
            return field, tuple((column, 0) if column else None for column in columns)
    return None


def _under(rows: Sequence[Row], header: Sequence[Cell], labels: Labels) -> Iterator[Any]:
    shape = [(cell.column, cell.span) for cell in header]
    for row, cells in rows:
        is_other = [(cell.column, cell.span) for cell in cells] != shape
        if is_other or any(labels.field(cell.text) for cell in cells) or list(names_in(row)):
            return
        yield row


def _emptied(header: Any) -> Any:
    """A copy of the header row without its shade and its repetition, for a table that has no row of its own."""
    row = deepcopy(header)
    for element in list(row.iter(qn("w:tblHeader"), qn("w:shd"), qn("w:b"))):
        element.getparent().remove(element)
    return row
