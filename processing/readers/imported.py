"""What a reader gives back: a source, and a report that says plainly how much of the file was understood."""

from __future__ import annotations

from dataclasses import dataclass

from processing.readers.warnings import unread_line_numbers
from processing.source import Place, Source, SpanKind

SAMPLE_CHARACTERS = 50_000  # of a text's beginning, by which its format is told


@dataclass(frozen=True, slots=True)
class Document:
    """A file on its way to a reader: its bytes, its decoded and cleaned text, and how that was done.

    `text` is empty for a container (docx, xlsx), whose reader makes the text itself. `warnings` are Korean sentences.
    """

    raw: bytes
    name: str
    text: str = ""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How a file was read: `turns` as the file has them, `speakers` named in it, and the places not understood.

    `warnings` are Korean sentences for the person; an ordinary file has none. `repeated` is the one of them about words
    that stand again and again. `unread_lines` counts the lines of the places, a table's with two such cells once.
    """

    turns: int
    speakers: int
    not_understood: tuple[Place, ...]
    encoding: str
    format: str
    warnings: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    unread_lines: int = 0

    @property
    def sentence(self) -> str:
        """The counts and, where it is not the usual one, the encoding, in Korean."""
        read_as = "" if self.encoding.startswith("utf-8") else f" · {self.encoding.upper()}로 읽음"
        return counts_told(self.turns, self.speakers, self.unread_lines) + read_as


def counts_told(turns: int, speakers: int, unread: int) -> str:
    """What stands in a file, in a few Korean words.

    >>> counts_told(30, 5, 2), counts_told(1, 0, 0)
    ('발언 30개 · 참석자 5명 · 읽지 못한 줄 2개', '발언 1개 · 참석자 표시 없음')
    """
    people = f"참석자 {speakers}명" if speakers else "참석자 표시 없음"
    return " · ".join([f"발언 {turns}개", people, *([f"읽지 못한 줄 {unread}개"] if unread else [])])


@dataclass(frozen=True, slots=True)
class Imported:
    """A source and the report on it."""

    source: Source
    report: ImportReport


def imported(source: Source, warnings: tuple[str, ...] = (), repeated: tuple[str, ...] = ()) -> Imported:
    """The source with its report; `repeated` are told among the warnings."""
    labels = {block.label for block in source.blocks if block.label is not None}
    not_understood = tuple(source.of_kind(SpanKind.NOT_UNDERSTOOD))
    report = ImportReport(
        len(source.blocks),
        len(labels),
        not_understood,
        source.encoding,
        source.format,
        (*warnings, *repeated),
        repeated,
        len(unread_line_numbers(source)),
    )
    return Imported(source, report)
