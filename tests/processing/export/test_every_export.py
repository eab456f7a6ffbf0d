"""What is on the screen is what is exported: one edited note, every way out, words that must and must not be there."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

from processing.export.blocks import LECTURE, Choices, Section
from processing.export.company_form import CompanyForm
from processing.export.copies import kakaotalk, mail, notion, slack
from processing.export.formats import FORMATS, export
from processing.export.html_page import html_page
from processing.export.tracked_changes import tracked_changes
from tests.processing.export.forms import labels_beside
from tests.processing.export.more_forms import people_in_a_grid, tables_in_tables
from tests.processing.export.reading import SECRETS, words_in
from tests.processing.export.samples import MEETING, meeting, meeting_state

EVERYTHING = Choices(sections=frozenset(Section), transcript=True, corrections=True, front_matter=True)
LECTURE_NOTE = Choices(LECTURE, transcript=True)


def whole(copy: object) -> bytes:
    return "\n".join(str(getattr(copy, name)) for name in ("subject", "plain", "html")).encode()


def filled(build: Callable[[], bytes]) -> bytes:
    return CompanyForm(build()).filled(meeting())


MINUTES_WAYS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: export(meeting(), "docx", EVERYTHING),
    "docx lecture": lambda: export(meeting(), "docx", LECTURE_NOTE),
    "md": lambda: export(meeting(), "md", EVERYTHING),
    "txt": lambda: export(meeting(), "txt", EVERYTHING),
    "json": lambda: export(meeting(), "json"),
    "page": lambda: html_page(meeting(), EVERYTHING).encode(),
    "page lecture": lambda: html_page(meeting(), LECTURE_NOTE).encode(),
    **{
        f"form {build.__name__}": partial(filled, build)
        for build in (labels_beside, tables_in_tables, people_in_a_grid)
    },
    "mail": lambda: whole(mail(meeting())),
    "notion": lambda: whole(notion(meeting())),
    "slack": lambda: whole(slack(meeting())),
    "kakaotalk": lambda: whole(kakaotalk(meeting())),
}
TASK_WAYS: dict[str, Callable[[], bytes]] = {
    "xlsx": lambda: export(meeting(), "xlsx"),
    "csv": lambda: export(meeting(), "csv"),
}
TRANSCRIPT_WAYS: dict[str, Callable[[], bytes]] = {
    "clova": lambda: export(meeting(), "clova"),
    "srt": lambda: export(meeting(), "srt"),
    "tracked": lambda: tracked_changes(MEETING, meeting_state()),
}
EVERY_WAY = {**MINUTES_WAYS, **TASK_WAYS, **TRANSCRIPT_WAYS}


def test_every_format_is_walked() -> None:
    assert set(FORMATS) <= set(EVERY_WAY)


@pytest.mark.parametrize("way", EVERY_WAY)
def test_nothing_withheld_gets_out(way: str) -> None:
    words = words_in(EVERY_WAY[way]())
    assert not [secret for secret in SECRETS if secret in words]


@pytest.mark.parametrize("way", MINUTES_WAYS)
def test_hand_written_lines_edits_and_names_are_in_the_minutes(way: str) -> None:
    words = words_in(MINUTES_WAYS[way]())
    assert "정식 도입은 임원 회의에서 정함" in words
    assert "4월까지" in words
    assert "김민수" in words
    assert "상담 자동화 주간 회의" in words


@pytest.mark.parametrize("way", [way for way in EVERY_WAY if way not in ("tracked", "json")])
def test_no_label_is_left_where_a_name_was_given(way: str) -> None:
    words = words_in(EVERY_WAY[way]())
    assert "참석자 1" not in words
    assert "참석자 2" not in words


@pytest.mark.parametrize("way", TASK_WAYS)
def test_tasks_have_their_owner_and_their_hand_written_line(way: str) -> None:
    words = words_in(TASK_WAYS[way]())
    assert "김민수" in words
    assert "calc'!A1 점검" in words


@pytest.mark.parametrize("way", TRANSCRIPT_WAYS)
def test_the_transcript_has_names_and_edits(way: str) -> None:
    words = words_in(TRANSCRIPT_WAYS[way]())
    assert "김민수" in words
    assert "RAG" in words
    assert "4월까지는" in words


@pytest.mark.parametrize("way", ["docx", "docx lecture", "md", "txt", "clova", "srt"])
def test_the_misheard_word_stands_only_in_the_list_of_corrections(way: str) -> None:
    words = words_in(EVERY_WAY[way]())
    before_the_list = words.split("고친 목록")[0]
    assert "레그" not in before_the_list


def test_the_json_tells_label_and_name() -> None:
    document = json.loads(export(meeting(), "json"))
    assert [(s["label"], s["name"]) for s in document["note"]["speakers"]] == [
        ("참석자 1", "김민수"),
        ("참석자 2", "박지훈"),
    ]
    assert all(edit["after"] != "고양이7이라고" for edit in document["edits"])
