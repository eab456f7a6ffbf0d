"""Placeholders such as {{회의명}} in a Word file, also where Word has cut them into several runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from processing.export.form_cells import label_key, paragraphs_like, replace_words, text_of
from processing.export.form_values import FormLine

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}\n]{1,30}?)\s*\}\}")


def names_in(root: Any) -> Iterator[str]:
    """The names of the placeholders under an element, as they are written."""
    for paragraph in root.iter(qn("w:p")):
        yield from _PLACEHOLDER.findall(text_of(paragraph))


def fill_placeholders(root: Any, values: Mapping[str, Sequence[FormLine]], lists: frozenset[str] = frozenset()) -> None:
    """Put the lines of `values` (by `label_key`) where their placeholders stand; others stay as they are."""
    for paragraph in list(root.iter(qn("w:p"))):
        text = text_of(paragraph)
        alone = _PLACEHOLDER.fullmatch(text.strip())
        if alone and label_key(alone[1]) in values:
            lines = values[label_key(alone[1])]
            for made in paragraphs_like(paragraph, lines, lists):
                paragraph.addprevious(made)
            paragraph.getparent().remove(paragraph)
            continue
        for found in reversed(list(_PLACEHOLDER.finditer(text))):
            if label_key(found[1]) in values:
                lines = values[label_key(found[1])]
                replace_words(paragraph, found.start(), found.end(), "; ".join(mark + said for mark, said in lines))


def repeat_rows(root: Any, tasks: Sequence[Mapping[str, str]], columns: Mapping[str, str]) -> None:
    """Repeat each table row that has placeholders of a task (담당자, 기한) once a task; `columns` maps keys to names.

    With no task the row stays once, blank.
    """
    for row in [row for row in root.iter(qn("w:tr")) if _is_task_row(row, columns)]:
        for task in tasks or [dict.fromkeys(columns.values(), "")]:
            made = deepcopy(row)
            row.addprevious(made)
            fill_placeholders(made, {key: [("", task[name])] for key, name in columns.items()})
        row.getparent().remove(row)


def task_row_placeholders(root: Any, columns: Mapping[str, str]) -> Iterator[list[str]]:
    """The placeholders of each table row that `repeat_rows` repeats."""
    yield from (list(names_in(row)) for row in root.iter(qn("w:tr")) if _is_task_row(row, columns))


def _is_task_row(row: Any, columns: Mapping[str, str]) -> bool:
    return any(columns.get(label_key(name)) in ("담당자", "기한") for name in names_in(row))
