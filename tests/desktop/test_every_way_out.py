"""What is on the screen is what leaves: the edited note through every file of the save sheet and every copy."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial

import pytest

from desktop.saving.save_preview import preview_html
from desktop.saving.saving import COPIES
from desktop.saving.ways_out import FORM, PDF, WAYS, WITH_CHOICES, ChosenForm, Sent, file_of
from processing.export.blocks import LECTURE, MINUTES, Choices, Section
from tests.processing.export.more_forms import people_in_a_grid
from tests.processing.export.reading import SECRETS, words_in
from tests.processing.export.samples import MEETING, meeting, meeting_state

PAGES = frozenset({*WITH_CHOICES, FORM, "json"})
TASKS = frozenset({"xlsx", "csv"})
EVERYTHING = {
    template: Choices(template, frozenset(Section), transcript=True, corrections=True)
    for template in (MINUTES, LECTURE)
}


def words_of_file(format_: str, template: str) -> str:
    """The words of the file as its reader sees them."""
    sent = Sent(MEETING, meeting_state(), meeting())
    raw = file_of(sent, format_, EVERYTHING[template], ChosenForm(people_in_a_grid(), "양식.docx"))
    return words_in_pdf(raw) if format_ == PDF else words_in(raw)


def words_in_pdf(raw: bytes) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not on this machine")
    return subprocess.run([tool, "-raw", "-", "-"], input=raw, check=True, capture_output=True).stdout.decode()


def words_of_copy(kind: str, template: str) -> str:
    copied = COPIES[kind](meeting(), Choices(template))
    return "\n".join((copied.subject, copied.plain, copied.html))


FILES: dict[str, Callable[[str], str]] = {key: partial(words_of_file, key) for key in WAYS}
COPIED: dict[str, Callable[[str], str]] = {f"copy {key}": partial(words_of_copy, key) for key in COPIES}
PREVIEWS: dict[str, Callable[[str], str]] = {
    f"preview {key}": lambda template, key=key: preview_html(meeting(), key, EVERYTHING[template])  # type: ignore[misc]
    for key in WAYS
    if key != FORM
}
EVERY_WAY = {**FILES, **COPIED, **PREVIEWS}


def kind_of(way: str) -> str:
    """Whether minutes, tasks or a transcript go this way."""
    key = way.removeprefix("preview ")
    if key in TASKS:
        return "tasks"
    return "minutes" if key in PAGES or way in COPIED else "transcript"


@pytest.mark.parametrize("template", [MINUTES, LECTURE])
@pytest.mark.parametrize("way", EVERY_WAY)
def test_the_edited_note_leaves_as_it_is_seen(qapp: object, way: str, template: str) -> None:
    words = EVERY_WAY[way](template)
    assert [secret for secret in SECRETS if secret in words] == []
    if way != "preview tracked":  # tells of corrections only
        assert "김민수" in words  # the name that was given
    if kind_of(way) == "minutes":
        assert "정식 도입은 임원 회의에서 정함" in words  # written by hand
        assert "4월까지 시험으로만 운영함" in words
    if kind_of(way) == "tasks":
        assert "보고서 작성" in words
        assert "calc'!A1 점검" in words  # written by hand
    if kind_of(way) == "transcript":
        assert "RAG" in words
        assert "4월까지는" in words


@pytest.mark.parametrize("way", [way for way in EVERY_WAY if not way.endswith(("tracked", "json"))])
def test_no_label_is_left_where_a_name_was_given(qapp: object, way: str) -> None:
    words = EVERY_WAY[way](MINUTES)
    assert "참석자 1" not in words
    assert "참석자 2" not in words
