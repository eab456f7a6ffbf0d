"""A company's own form: its label cells and placeholders recognised, the minutes put in, all else as it was."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from processing.data_files import asset
from processing.errors import UnreadableFile
from processing.export.form_cells import Cell, can_be_filled, fill_cell, label_key, list_styles, rows_of, text_of
from processing.export.form_lines import LabelledLine, labelled_line
from processing.export.form_placeholders import fill_placeholders, names_in, repeat_rows
from processing.export.form_values import FormLine, field_values, task_rows
from processing.export.word import saved
from processing.minutes import Minutes

LARGEST_FORM = 30 * 2**20  # bytes
TASK_TABLE = "할 일 표"

_LONG_FIELDS = frozenset({"안건", "회의 내용", "결정 사항", "할 일", "미결·확인 필요"})


@dataclass(frozen=True)
class FieldMatch:
    """A field of the form that was found: what stands there now and what will; `how` says where it is (Korean)."""

    field: str
    how: str
    old: str
    new: str


@dataclass(frozen=True)
class _Target:
    field: str
    how: str
    cell: Cell


@dataclass(frozen=True)
class _Tasks:
    """A task table: its header row, what each of its columns is, and the rows under it."""

    header: Any
    columns: tuple[str | None, ...]
    rows: tuple[Any, ...]


class CompanyForm:
    """An opened form. Raises `UnreadableFile` with a Korean sentence for what is no Word file."""

    def __init__(self, raw: bytes, name: str = "") -> None:
        self._document = _opened(raw, name)
        self._labels = _Labels()

    def matches(self, minutes: Minutes) -> tuple[FieldMatch, ...]:
        """The fields found, in the order of the form, for a person to look over before saving."""
        values = field_values(minutes)
        found = [
            FieldMatch(target.field, target.how, target.cell.text.strip(), _told(values[target.field]))
            for target in self._targets
        ]
        tasks = f"{len(task_rows(minutes))}줄"
        found += [FieldMatch(TASK_TABLE, "표", f"{len(table.rows)}줄", tasks) for table in self._task_tables]
        found += [
            FieldMatch(line.field, "같은 줄", line.old, "; ".join(_told(values[line.field]).split("\n")))
            for line in self._lines
        ]
        for name in dict.fromkeys(name for root in self._roots() for name in names_in(root)):
            field = self._labels.field(name)
            if field:
                found.append(FieldMatch(field, "자리 표시", f"{{{{{name}}}}}", _told(values[field])))
        return tuple(found)

    def missing(self, minutes: Minutes) -> tuple[str, ...]:
        """The fields that have something to say but no place in the form."""
        found = {match.field for match in self.matches(minutes)}
        found |= {"할 일"} if TASK_TABLE in found else set()
        return tuple(field for field, lines in field_values(minutes).items() if lines and field not in found)

    def filled(self, minutes: Minutes, skipped: frozenset[str] = frozenset()) -> bytes:
        """The form with the minutes in it; the fields in `skipped` stay as they are. Call it once."""
        values = {field: lines for field, lines in field_values(minutes).items() if field not in skipped}
        tasks = task_rows(minutes)
        lines, targets = self._lines, self._targets  # found before anything is changed
        tables = self._task_tables if TASK_TABLE not in skipped else []
        for target in targets:
            if target.field in values:
                fill_cell(target.cell.element, values[target.field], list_styles(self._document))
        for line in lines:
            if line.field in values:
                line.fill("; ".join(_told(values[line.field]).split("\n")))
        for table in tables:
            _fill_tasks(table, tasks)
        by_key = {key: values[field] for key, field in self._labels.fields.items() if field in values}
        for root in self._roots():
            repeat_rows(root, tasks, self._labels.columns)
            fill_placeholders(root, by_key, list_styles(self._document))
        return saved(self._document)

    def _roots(self) -> Iterator[Any]:
        """The body, and every header and footer once."""
        yield self._document.element.body
        seen = set()
        for section in self._document.sections:
            for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
                if not part.is_linked_to_previous and part._element not in seen:
                    seen.add(part._element)
                    yield part._element

    @cached_property
    def _task_tables(self) -> list[_Tasks]:
        return [tasks for rows in self._tables for tasks in self._tasks_in(rows)]

    @cached_property
    def _targets(self) -> list[_Target]:
        headers = {id(table.header) for table in self._task_tables}
        found: dict[str, _Target] = {}
        for rows in self._tables:
            for i, (row, cells) in enumerate(rows):
                if id(row) not in headers:
                    for target in self._in_row(rows, i, cells):
                        found.setdefault(target.field, target)
        return list(found.values())

    @cached_property
    def _lines(self) -> list[LabelledLine]:
        """Lines such as "장소: 3층" for fields that have no cell of their own."""
        taken = {target.field for target in self._targets}
        found: dict[str, LabelledLine] = {}
        for paragraph in self._document.element.body.iter(qn("w:p")):
            line = labelled_line(paragraph, self._labels.fields)
            if line is not None and line.field not in taken:
                found.setdefault(line.field, line)
        return list(found.values())

    @cached_property
    def _tables(self) -> list[list[tuple[Any, list[Cell]]]]:
        return [rows_of(table) for table in self._document.element.body.iter(qn("w:tbl"))]

    def _in_row(self, rows: list[tuple[Any, list[Cell]]], i: int, cells: Sequence[Cell]) -> Iterator[_Target]:
        for cell, beside in zip(cells, [*cells[1:], None], strict=True):
            field = self._labels.field(cell.text)
            if field is None or cell.is_continued:
                continue
            if field in _LONG_FIELDS and len(cells) > 2 and beside is not None and beside.text.strip():
                continue  # more likely a heading over a column than a label beside its value
            if beside is not None and self._takes(beside):
                yield _Target(field, "옆 칸", beside)
            elif beside is None or self._labels.is_label(beside.text):
                below = _below(rows, i, cell)
                if below is not None and self._takes(below):
                    yield _Target(field, "아래 칸", below)

    def _takes(self, cell: Cell) -> bool:
        """Whether words can go into a cell: no label of its own, no column of a list of people, words alone."""
        return can_be_filled(cell) and not self._labels.is_label(cell.text)

    def _tasks_in(self, rows: list[tuple[Any, list[Cell]]]) -> Iterator[_Tasks]:
        for i, (row, cells) in enumerate(rows):
            columns = tuple(self._labels.column(cell.text) for cell in cells)
            has_placeholders = i + 1 < len(rows) and bool(list(names_in(rows[i + 1][0])))
            if "내용" in columns and {"담당자", "기한"} & set(columns) and not has_placeholders:
                yield _Tasks(row, columns, tuple(self._under(rows[i + 1 :], cells)))

    def _under(self, rows: Sequence[tuple[Any, list[Cell]]], header: Sequence[Cell]) -> Iterator[Any]:
        shape = [(cell.column, cell.span) for cell in header]
        for row, cells in rows:
            is_other = [(cell.column, cell.span) for cell in cells] != shape
            if is_other or any(self._labels.field(cell.text) for cell in cells) or list(names_in(row)):
                return
            yield row


class _Labels:
    """The labels that forms use, from assets/templates/company_form.json, by `label_key`."""

    def __init__(self) -> None:
        known = json.loads(asset("templates").joinpath("company_form.json").read_text(encoding="utf-8"))
        self.fields = _by_key(known["fields"])
        self.columns = _by_key(known["task_columns"])
        self._people = {label_key(name) for name in known["person_columns"]}

    def field(self, text: str) -> str | None:
        """The field that a label names, None if it names none."""
        return self.fields.get(label_key(text)) if len(text) <= 40 else None

    def column(self, text: str) -> str | None:
        """The column of a task table that a heading names."""
        return self.columns.get(label_key(text)) if len(text) <= 40 else None

    def is_label(self, text: str) -> bool:
        """Whether a cell's words are a label and no value."""
        key = label_key(text)
        return bool(key) and (key in self.fields or key in self.columns or key in self._people)


def _by_key(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {label_key(label): name for name, labels in names.items() for label in labels}


def _opened(raw: bytes, name: str) -> Any:
    if len(raw) > LARGEST_FORM:
        raise UnreadableFile("양식 파일이 너무 큽니다. 그림을 뺀 .docx 파일로 다시 골라 주세요.", name)
    try:
        return Document(BytesIO(raw))
    except (OpcError, ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        sentence = "이 파일은 Word 양식으로 열지 못합니다. Word에서 '.docx'로 저장한 파일을 골라 주세요."
        raise UnreadableFile(sentence, name) from error


def _below(rows: list[tuple[Any, list[Cell]]], i: int, cell: Cell) -> Cell | None:
    if i + 1 == len(rows):
        return None
    return next((other for other in rows[i + 1][1] if other.column == cell.column), None)


def _told(lines: Sequence[FormLine]) -> str:
    return "\n".join(mark + text for mark, text in lines)


def _fill_tasks(table: _Tasks, tasks: Sequence[Mapping[str, str]]) -> None:
    """A row a task: the form's own rows first, then copies of its first; rows left over are emptied, not removed."""
    rows = list(table.rows) or [_emptied(table)]
    if not table.rows:
        table.header.addnext(rows[0])
    model = deepcopy(rows[0])
    while len(rows) < len(tasks):
        rows[-1].addnext(deepcopy(model))
        rows.append(rows[-1].getnext())
    blank = dict.fromkeys(("번호", "내용", "담당자", "기한", "비고"), "")
    for row, task in zip(rows, [*tasks, *[blank] * (len(rows) - len(tasks))], strict=True):
        for element, column in zip(row.findall(qn("w:tc")), table.columns, strict=True):
            if column or text_of(element).strip():
                value = task[column] if column else ""
                fill_cell(element, [("", value)] if value else [])


def _emptied(table: _Tasks) -> Any:
    """A copy of the header row without its shade and its repetition, for a table that has no row of its own."""
    row = deepcopy(table.header)
    for element in list(row.iter(qn("w:tblHeader"), qn("w:shd"), qn("w:b"))):
        element.getparent().remove(element)
    return row
