"""Every way out by its name: what the command line's `--format` and the save sheet's list offer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from processing.errors import Bug
from processing.export.blocks import Choices
from processing.minutes import Minutes

# format: ending and what the save sheet calls it
FORMATS = {
    "docx": ("docx", "Word 문서"),
    "md": ("md", "마크다운"),
    "txt": ("txt", "텍스트"),
    "clova": ("txt", "클로바노트 형식 녹취록"),
    "srt": ("srt", "자막(SRT)"),
    "xlsx": ("xlsx", "할 일 표(Excel)"),
    "csv": ("csv", "할 일 표(CSV)"),
    "json": ("json", "JSON"),
}


def export(minutes: Minutes, format_: str, choices: Choices | None = None, warnings: Iterable[str] = ()) -> bytes:
    """The bytes of the file in a format of `FORMATS`; text is UTF-8 with ``\\n``. Raises `Bug` for any other format."""
    chosen = choices or Choices()
    # each format's module is loaded when it is wanted: python-docx alone costs a fifth of a second
    match format_:
        case "docx":
            from processing.export.word import word_document

            return word_document(minutes, chosen)
        case "md":
            from processing.export.markdown import markdown

            return _utf8(markdown(minutes, chosen))
        case "txt":
            from processing.export.text import plain_text

            return _utf8(plain_text(minutes, chosen))
        case "clova":
            from processing.export.clova_text import clova_text

            return _utf8(clova_text(minutes))
        case "xlsx":
            from processing.export.task_sheet import tasks_xlsx

            return tasks_xlsx(minutes)
        case "csv":
            from processing.export.task_sheet import tasks_csv

            return _utf8(tasks_csv(minutes))
        case "srt":
            from processing.export.srt import srt

            return _utf8(srt(minutes))
        case "json":
            from processing.schema import note_json_text

            return _utf8(note_json_text(minutes, warnings))
    raise Bug(f"no format {format_!r}")


def for_reading(choices: Choices, format_: str) -> Choices:
    """The choices of the command line: text and Markdown bring the cleaned transcript with them."""
    return replace(choices, transcript=True) if format_ in ("md", "txt") else choices


def _utf8(text: str) -> bytes:
    # a lone surrogate can only come from what a person pasted into a field; the rest of the words must not be lost
    return text.encode("utf-8", "replace")
