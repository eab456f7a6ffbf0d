"""Lines of a form such as "장소: 3층 회의실", where label and value share a paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from processing.export.form_cells import label_key, replace_words, run_like, text_of

_LABELLED = re.compile(r"^(\s*[^:：\n{}]{1,20})[:：][ \t]*([^\n]*)$")

# Fields of one line: what was said at a meeting does not fit behind a colon.
_SHORT = frozenset({"회의명", "일시", "날짜", "시간", "장소", "작성자", "참석자", "불참자", "안건", "차기 회의"})


@dataclass(frozen=True)
class LabelledLine:
    """A paragraph whose words from `start` on are the value of `field`."""

    field: str
    paragraph: Any
    start: int
    old: str

    def fill(self, value: str) -> None:
        """Put `value` behind the label in the look that stands there."""
        if self.old:
            replace_words(self.paragraph, self.start, self.start + len(self.old), value)
        elif value:
            runs = self.paragraph.findall(qn("w:r"))
            look = runs[-1].find(qn("w:rPr")) if runs else None
            is_tight = not text_of(self.paragraph).endswith((" ", "\t"))
            self.paragraph.append(run_like(look, f" {value}" if is_tight else value))


def labelled_line(paragraph: Any, fields: Mapping[str, str]) -> LabelledLine | None:
    """The labelled line that a paragraph is, None if it is none; `fields` by `label_key`."""
    found = _LABELLED.match(text_of(paragraph))
    field = fields.get(label_key(found[1])) if found else None
    if found is None or field not in _SHORT or "{{" in found[2]:
        return None
    return LabelledLine(field, paragraph, found.start(2), found[2].rstrip())
