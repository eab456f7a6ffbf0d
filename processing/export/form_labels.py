"""What the labels of company forms mean, from assets/templates/company_form.json."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from processing.data_files import asset
from processing.export.form_cells import label_key

LONGEST_LABEL = 40  # characters

_REMARK = re.compile(r"\([^()]*\)|（[^（）]*）")
# how a column of work to be done is called, the plainest first: 추진 내용, 조치 사항, 담당 업무
_WORK = ("내용", "사항", "업무", "항목", "과제")


class Labels:
    """The labels that forms use, by `label_key`; a remark in brackets (참석자(사내)) does not matter."""

    def __init__(self) -> None:
        known = json.loads(asset("templates").joinpath("company_form.json").read_text(encoding="utf-8"))
        self.fields = _by_key(known["fields"])
        self.columns = _by_key(known["task_columns"])
        self._people = _by_key(known["person_columns"])

    def field(self, text: str) -> str | None:
        """The field that a label names, None if it names none."""
        return _named(text, self.fields)

    def column(self, text: str) -> str | None:
        """The column of a task table that a heading names."""
        return _named(text, self.columns)

    def person(self, text: str) -> str | None:
        """The column of a list of people that a heading names."""
        return _named(text, self._people)

    def is_label(self, text: str) -> bool:
        """Whether a cell's words are a label and no value."""
        return any(_named(text, known) for known in (self.fields, self.columns, self._people))

    def task_columns(self, texts: Sequence[str]) -> tuple[str | None, ...]:
        """What the columns of a task table are. Beside who and when, 추진 내용 and the like is what is to be done."""
        columns = [self.column(text) for text in texts]
        if "내용" not in columns and {"담당자", "기한"} <= set(columns):
            unknown = [i for i, column in enumerate(columns) if column is None]
            works = [i for ending in _WORK for i in unknown if label_key(texts[i]).endswith(ending)]
            if works:
                columns[works[0]] = "내용"
        return tuple(columns)


def _named(text: str, known: Mapping[str, str]) -> str | None:
    if len(text) > LONGEST_LABEL:
        return None
    return known.get(label_key(text)) or known.get(label_key(_REMARK.sub("", text)))


def _by_key(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {label_key(label): name for name, labels in names.items() for label in labels}
