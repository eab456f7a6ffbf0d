"""Every file that a note can leave as, for the save sheet: its name, its ending, its bytes; no widget."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.words import kept
from processing.errors import Bug
from processing.export.blocks import LECTURE, Choices
from processing.export.formats import FORMATS, export
from processing.files import result_name, safe_name
from processing.minutes import Minutes
from processing.note import State
from processing.source import Source

PDF, FORM, TRACKED = "pdf", "form", "tracked"

# format: ending and what the sheet calls it
WAYS = {
    "docx": FORMATS["docx"],
    PDF: ("pdf", "PDF"),
    FORM: ("docx", kept("우리 회사 양식(Word)")),
    TRACKED: ("docx", kept("고친 곳을 표시한 녹취록(Word)")),
    **{key: way for key, way in FORMATS.items() if key != "docx"},
}
WITH_CHOICES = frozenset({"docx", PDF, "md", "txt"})  # pages of minutes: sections and appendices can be chosen

_CALLED = {
    TRACKED: kept("녹취록"),
    "clova": kept("녹취록"),
    "srt": kept("녹취록"),
    "xlsx": kept("할 일"),
    "csv": kept("할 일"),
}


@dataclass(frozen=True)
class Sent:
    """A note on its way out: what it was made from, and its minutes with what is still offered."""

    source: Source
    state: State
    minutes: Minutes


@dataclass(frozen=True)
class ChosenForm:
    """A company's form: the bytes of the .docx, its name, and the fields that are to stay as they are."""

    raw: bytes
    name: str
    skipped: frozenset[str] = frozenset()


def proposed_name(minutes: Minutes, format_: str, choices: Choices) -> str:
    """The file's name by pattern, beginning with what the page is called: a person's own template by its name.

    The title is the one that a person or the file gave, never a recorder's default.
    """
    date = minutes.info.date or (minutes.recorded_at.date().isoformat() if minutes.recorded_at else "")
    return result_name(minutes.info.title, date, WAYS[format_][0], _CALLED.get(format_) or _called(format_, choices))


def _called(format_: str, choices: Choices) -> str:
    if choices.own is not None and format_ in WITH_CHOICES:
        return safe_name(choices.own.name)
    return kept("노트") if choices.template == LECTURE else kept("회의록")


def file_of(sent: Sent, format_: str, choices: Choices, form: ChosenForm | None = None) -> bytes:
    """The bytes of the file. Raises `UnreadableFile` for a form that is no Word file."""
    match format_:
        case "pdf":
            from desktop.saving.pdf import pdf_of
            from processing.export.html_page import html_parts
            from processing.export.wording import running_head

            head = running_head(sent.minutes, choices.layout.name)
            return pdf_of(html_parts(sent.minutes, choices), sent.minutes.info.title or kept("회의록"), head)
        case "tracked":
            from processing.export.tracked_changes import tracked_changes

            return tracked_changes(sent.source, sent.state, sent.minutes.info.title or kept("녹취록"))
        case "form":
            return _filled(sent.minutes, form)
    return export(sent.minutes, format_, choices)


def _filled(minutes: Minutes, form: ChosenForm | None) -> bytes:
    from processing.export.company_form import CompanyForm

    if form is None:
        raise Bug("a form is to be filled and there is none")
    return CompanyForm(form.raw, form.name).filled(minutes, form.skipped)
