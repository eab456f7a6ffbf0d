"""The transcript as a Word document with tracked changes, for a colleague to accept or reject one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from docx.oxml import parse_xml

from processing.export.revisions import DELETED, INSERTED, KEPT, Marked, MarkedLine, marked_lines
from processing.export.word import add_body, saved
from processing.export.word_styles import add_header_and_footer, describe, new_document
from processing.export.wordml import NAMESPACES, paragraph, run, words
from processing.note import State
from processing.source import Source

AUTHOR = "Malkkeum"
_HOW_TO = "Word의 [검토] 탭에서 고친 곳을 하나씩 적용하거나 되돌릴 수 있습니다."


def tracked_changes(source: Source, state: State, title: str = "") -> bytes:
    """The .docx: accepting all gives the cleaned transcript, rejecting all the file's own lines."""
    document = new_document()
    name = title or source.header.title or "녹취록"
    describe(document, name, "녹취록(고친 곳 표시)", "")
    add_header_and_footer(document, f"녹취록 · {name}", "")
    head = paragraph(run(name), "Title") + paragraph(run(_HOW_TO), "Subtitle")
    page = _Page()
    add_body(document, head + "".join(page.line(line) for line in marked_lines(source, state)))
    _add_comments(document, page.comments, page.date)
    return saved(document)


class _Page:
    """Writes lines; every change gets a number, every reason a comment."""

    def __init__(self) -> None:
        self.date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.comments: list[str] = []
        self._numbers = count(1)

    def line(self, line: MarkedLine) -> str:
        """A line as a paragraph; what became of its end is marked on the paragraph's mark."""
        mark = "" if line.end == KEPT else f"<w:rPr><w:{_tag(line.end)} {self._by()}/></w:rPr>"
        return paragraph("".join(self._parts(line.parts)), "Speaker" if line.is_header else "Speech", mark)

    def _parts(self, parts: list[Marked]) -> Iterator[str]:
        i = 0
        while i < len(parts):
            group = [parts[i]]
            while parts[i].reason and i + 1 < len(parts) and parts[i + 1].reason and _belong(parts[i], parts[i + 1]):
                i += 1
                group.append(parts[i])
            content = "".join(self._part(part) for part in group)
            yield self._commented(content, group[0].reason) if group[0].reason else content
            i += 1

    def _part(self, part: Marked) -> str:
        if part.kind == KEPT:
            return run(part.text)
        if part.kind == INSERTED:
            return f"<w:ins {self._by()}>{run(part.text)}</w:ins>"
        deleted = words(part.text).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:del {self._by()}><w:r>{deleted}</w:r></w:del>"

    def _commented(self, content: str, reason: str) -> str:
        number = len(self.comments)
        self.comments.append(reason)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def _by(self) -> str:
        return f'w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{self.date}"'


def _tag(kind: str) -> str:
    return "del" if kind == DELETED else "ins"


def _belong(one: Marked, other: Marked) -> bool:
    """Whether two parts are the two halves of one change."""
    return one.kind == DELETED and other.kind == INSERTED and one.reason == other.reason


def _add_comments(document: Any, reasons: list[str], date: str) -> None:
    if not reasons:
        return
    root = document.part._comments_part.element  # python-docx opens the part for itself alone
    for number, reason in enumerate(reasons):
        root.append(
            parse_xml(
                f'<w:comment {NAMESPACES} w:id="{number}" w:author="{AUTHOR}" w:initials="M" w:date="{date}">'
                f"{paragraph(run(reason))}</w:comment>"
            )
        )
