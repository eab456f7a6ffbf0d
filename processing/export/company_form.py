"""A company's own form: its label cells and placeholders recognised, the minutes put in, all else as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from processing.errors import UnreadableFile
from processing.export.form_cells import Cell, can_be_filled, fill_cell, list_styles, rows_of
from processing.export.form_labels import Labels
from processing.export.form_lines import LabelledLine, labelled_line
from processing.export.form_lists import ListTable, heads_programme, list_tables
from processing.export.form_placeholders import fill_placeholders, names_in, repeat_rows, task_row_placeholders
from processing.export.form_values import PEOPLE, TASKS, FormLine, entries_of, field_values, task_rows
from processing.export.word import saved
from processing.minutes import Minutes
from processing.readers.containers import check_parts

LARGEST_FORM = 30 * 2**20  # bytes
TASK_TABLE = f"{TASKS} 표"
IN_THE_TABLE = f"{TASKS} 표 참조"  # in a cell for the tasks of a form that has a row for each as well

_LONG_FIELDS = frozenset({"안건", "회의 내용", "결정 사항", "할 일", "미결·확인 필요"})
_PARTS_OF = {"날짜": "일시", "시간": "일시"}  # fields that tell a part of another


@dataclass(frozen=True)
class FieldMatch:
    """A field of the form that was found: what stands there now and what will; `how` says where it is (Korean)."""

    field: str
    how: str
    old: str
    new: str


@dataclass(frozen=True)
class _Target:
    """A cell for a field. `name` tells a second place of 참석자 (사내, 사외) apart, which is emptied."""

    field: str
    how: str
    cell: Cell
    name: str = ""


class CompanyForm:
    """An opened form. Raises `UnreadableFile` with a Korean sentence for what is no Word file."""

    def __init__(self, raw: bytes, name: str = "") -> None:
        self._document = _opened(raw, name)
        self._labels = Labels()

    def matches(self, minutes: Minutes) -> tuple[FieldMatch, ...]:
        """The fields found, in the order of the form, for a person to look over before saving."""
        values = self._values(minutes)
        found = [
            FieldMatch(name, target.how, target.cell.text.strip(), _told(values[name]))
            for name, target in self._targets.items()
        ]
        for table in self._lists:
            old = f"{len(table.rows)}줄"
            found.append(FieldMatch(table.name, "표", old, f"{len(_entries(table, minutes))}{_unit(table)}"))
        found += [
            FieldMatch(line.field, "같은 줄", line.old, "; ".join(_told(values[line.field]).split("\n")))
            for line in self._lines
        ]
        return (*found, *self._placeholder_matches(values, minutes))

    def _placeholder_matches(self, values: Mapping[str, Sequence[FormLine]], minutes: Minutes) -> Iterator[FieldMatch]:
        in_rows = [
            name for root in self._roots() for row in task_row_placeholders(root, self._labels.columns) for name in row
        ]
        if in_rows:
            yield FieldMatch(TASK_TABLE, "자리 표시", _marks(in_rows), f"{len(task_rows(minutes))}줄")
        for name in dict.fromkeys(name for root in self._roots() for name in names_in(root)):
            field = self._labels.field(name)
            if field and name not in in_rows:
                yield FieldMatch(field, "자리 표시", _marks([name]), _told(values[field]))

    def missing(self, minutes: Minutes) -> tuple[str, ...]:
        """The fields that have something to say but no place in the form."""
        found = {match.field for match in self.matches(minutes)} | {table.kind for table in self._lists}
        found |= {TASKS} if TASK_TABLE in found else set()
        found |= {_PARTS_OF[field] for field in found & _PARTS_OF.keys()}
        values = field_values(minutes)
        return tuple(field for field in values if values[field] and field not in found | _PARTS_OF.keys())

    def filled(self, minutes: Minutes, skipped: frozenset[str] = frozenset()) -> bytes:
        """The form with the minutes in it; the fields in `skipped` stay as they are. Call it once."""
        values = {name: lines for name, lines in self._values(minutes, skipped).items() if name not in skipped}
        lines, targets = self._lines, self._targets  # found before anything is changed
        tables = [table for table in self._lists if table.name not in skipped]
        for name, target in targets.items():
            if name in values:
                fill_cell(target.cell.element, values[name], list_styles(self._document))
        for line in lines:
            if line.field in values:
                line.fill("; ".join(_told(values[line.field]).split("\n")))
        for table in tables:
            table.fill(_entries(table, minutes))
        self._fill_placeholders(values, minutes, TASK_TABLE in skipped)
        return saved(self._document)

    def _fill_placeholders(
        self, values: Mapping[str, Sequence[FormLine]], minutes: Minutes, leaves_tasks: bool
    ) -> None:
        by_key = {key: values[field] for key, field in self._labels.fields.items() if field in values}
        for root in self._roots():
            if not leaves_tasks:
                repeat_rows(root, task_rows(minutes), self._labels.columns)
            fill_placeholders(root, by_key, list_styles(self._document))

    def _values(self, minutes: Minutes, skipped: frozenset[str] = frozenset()) -> dict[str, list[FormLine]]:
        """The lines for each place: the date alone where the form asks for the time apart, a second 참석자 empty.

        Tasks that have a row each stand there only.
        """
        values = field_values(minutes)
        if minutes.actions and self._has_task_rows and TASK_TABLE not in skipped:
            values[TASKS] = [("", IN_THE_TABLE)]
        marked = {self._labels.field(name) for root in self._roots() for name in names_in(root)}
        if "시간" not in {*self._targets, *marked, *(line.field for line in self._lines)}:
            values["날짜"] = values["일시"]
        return {**{name: [] for name in self._targets}, **values}

    def _roots(self) -> Iterator[Any]:
        return _roots_of(self._document)

    @property
    def _has_task_rows(self) -> bool:
        in_rows = (task_row_placeholders(root, self._labels.columns) for root in self._roots())
        return any(table.kind == TASKS for table in self._lists) or any(any(rows) for rows in in_rows)

    @cached_property
    def _lists(self) -> list[ListTable]:
        return [found for rows in self._tables for found in list_tables(rows, self._labels)]

    @cached_property
    def _targets(self) -> dict[str, _Target]:
        """The cells to be filled, by the field, of a second place by its own label."""
        headers = {id(table.header) for table in self._lists}
        found: dict[str, _Target] = {}
        for rows in self._tables:
            for i, (row, cells) in enumerate(rows):
                for target in self._in_row(rows, i, cells) if id(row) not in headers else ():
                    is_second = target.field in found and target.field in ("참석자", "불참자")
                    found.setdefault(target.name if is_second else target.field, target)
        return found

    @cached_property
    def _lines(self) -> list[LabelledLine]:
        """Lines such as "장소: 3층" for fields that have no cell of their own."""
        taken = self._targets.keys()
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
        if heads_programme(cells, self._labels):
            return
        for cell, beside in zip(cells, [*cells[1:], None], strict=True):
            field = self._labels.field(cell.text)
            if field is None or cell.is_continued:
                continue
            if field in _LONG_FIELDS and len(cells) > 2 and beside is not None and beside.text.strip():
                continue  # more likely a heading over a column than a label beside its value
            name = " ".join(cell.text.split())
            if beside is not None and self._takes(beside):
                yield _Target(field, "옆 칸", beside, name)
            elif beside is None or self._labels.is_label(beside.text):
                below = _below(rows, i, cell)
                if below is not None and self._takes(below):
                    yield _Target(field, "아래 칸", below, name)

    def _takes(self, cell: Cell) -> bool:
        """Whether words can go into a cell: no label of its own, no column of a list of people, words alone."""
        return can_be_filled(cell) and not self._labels.is_label(cell.text)


def _opened(raw: bytes, name: str) -> Any:
    if len(raw) > LARGEST_FORM:
        raise UnreadableFile("양식 파일이 너무 큽니다. 그림을 뺀 .docx 파일로 다시 골라 주세요.", name)
    try:
        check_parts(raw, name)
        document = Document(BytesIO(raw))
        list_styles(document)  # a part that is missing is told now, not while the form is filled
        list(_roots_of(document))
    except (
        UnreadableFile,
        OpcError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        BadZipFile,
        SyntaxError,
    ) as error:
        sentence = "이 파일은 Word 양식으로 열지 못합니다. Word에서 '.docx'로 저장한 파일을 골라 주세요."
        raise UnreadableFile(sentence, name) from error
    return document


def _roots_of(document: Any) -> Iterator[Any]:
    """The body, and every header and footer once."""
    yield document.element.body
    seen = set()
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not part.is_linked_to_previous and part._element not in seen:
                seen.add(part._element)
                yield part._element


def _below(rows: list[tuple[Any, list[Cell]]], i: int, cell: Cell) -> Cell | None:
    if i + 1 == len(rows):
        return None
    return next((other for other in rows[i + 1][1] if other.column == cell.column), None)


def _unit(table: ListTable) -> str:
    return "명" if table.kind == PEOPLE else "줄"


def _entries(table: ListTable, minutes: Minutes) -> list[dict[str, str]]:
    return entries_of(table.kind, minutes, [column[0] for column in table.columns if column])


def _marks(names: Sequence[str]) -> str:
    return " ".join(f"{{{{{name}}}}}" for name in names)


def _told(lines: Sequence[FormLine]) -> str:
    return "\n".join(mark + text for mark, text in lines)
