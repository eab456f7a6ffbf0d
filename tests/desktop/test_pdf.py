"""PDF: the page's words can be selected and searched, blanks and all; fonts are inside; pages are numbered."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.saving.pdf import STRETCH, pdf_of
from processing.export.blocks import LECTURE, Choices, Section
from processing.export.html_page import html_parts, html_table
from tests.processing.export.reading import SECRETS
from tests.processing.export.samples import meeting

EVERYTHING = Choices(sections=frozenset(Section), transcript=True, corrections=True)


@pytest.fixture
def made(qapp: object) -> bytes:
    return pdf_of(html_parts(meeting(), EVERYTHING), "주간 회의")


def letters_of(pdf: bytes) -> set[str]:
    """Every letter that the file's glyphs stand for."""
    maps = re.findall(rb"begincmap.*?endcmap", pdf, re.S)
    codes = [code for table in maps for row in re.findall(rb"\[(.*?)\]", table, re.S) for code in row.split()]
    return {chr(int(code.strip(b"<>")[:4], 16)) for code in codes}


def text_of(pdf: bytes, folder: Path) -> str:
    """The words as a reader gives them when all is selected."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not on this machine")
    (folder / "a.pdf").write_bytes(pdf)
    return subprocess.run(
        [tool, "-raw", str(folder / "a.pdf"), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def test_hangul_is_text_in_fonts_that_are_inside(made: bytes) -> None:
    assert set("회의록결정사항상담자동화 ") <= letters_of(made)
    assert not any(ord(letter) < 0x20 for letter in letters_of(made))
    assert b"/FontFile2" in made or b"/FontFile3" in made
    assert made.startswith(b"%PDF-")
    assert pages_of(made) == 4


def test_offsets_of_the_file_hold_after_blanks_were_put_right(made: bytes) -> None:
    start = int(re.findall(rb"startxref\s+(\d+)", made)[-1])
    assert made[start : start + 4] == b"xref"
    table = made[start:].split(b"trailer")[0].splitlines()[2:]
    for number, row in enumerate(table):
        offset, _, kind = row.split()[:3]
        if kind == b"n":
            assert made[int(offset) :].startswith(b"%d 0 obj" % number)


def test_the_words_of_the_page_come_out_and_no_withheld_one(made: bytes, tmp_path: Path) -> None:
    words = text_of(made, tmp_path)
    for said in (
        "정식 도입은 임원 회의에서 정함",
        "상담 자동화 주간 회의",
        "이번 주 금요일(5/1)",
        "붙임 1. 녹취록",
        "1 / 4",
    ):
        assert said in words
    assert not [secret for secret in SECRETS if secret in words]


def test_a_lecture_is_printed_too(qapp: object, tmp_path: Path) -> None:
    words = text_of(pdf_of(html_parts(meeting(), Choices(LECTURE)), "강의"), tmp_path)
    assert "멘토가 권한 것" in words
    assert "☐" in words or "랭체인 문서 읽기" in words


def test_long_pages_lose_and_repeat_nothing(qapp: object, tmp_path: Path) -> None:
    said = [f"{i:04d}번째 문장은 여기에 있습니다." for i in range(900)]
    parts = [f'<p style="margin:2px 0 6px 0">{sentence}</p>' for sentence in said]
    assert sum(map(len, parts)) > 4 * STRETCH
    pdf = pdf_of(parts, "긴 글")
    found = re.findall(r"\d{4}번째 문장은 여기에 있습니다\.", text_of(pdf, tmp_path))
    assert found == said
    whole = pages_of(pdf_of(["".join(parts)], "긴 글"))
    assert abs(pages_of(pdf) - whole) <= 1


def test_an_empty_page_and_odd_letters_are_printed(qapp: object) -> None:
    assert pages_of(pdf_of([], "")) == 1
    assert pages_of(pdf_of(["<p>😀 a\u0301 שלום &lt;b&gt;</p>"], "홀")) == 1


def test_it_is_made_in_a_thread_without_a_warning(qapp: object) -> None:
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(pdf_of(html_parts(meeting(), EVERYTHING), "주간 회의")))
    thread.start()
    thread.join()
    assert pages_of(made[0]) == 4


def pages_in(pdf: bytes, folder: Path) -> list[str]:
    """The words of each page."""
    return text_of(pdf, folder).split("\f")[:-1]


@pytest.mark.parametrize("above", range(40, 56))
def test_no_heading_stands_alone_at_the_foot_of_a_page(qapp: object, tmp_path: Path, above: int) -> None:
    lines = [f'<p style="margin:0">{number}번째 줄</p>' for number in range(above)]
    parts = [*lines, "<h2>결정 사항</h2>", "<h3>1. 예산</h3>", "<p>예산을 정함</p>"]
    pages = pages_in(pdf_of(parts, "회의"), tmp_path)
    together = [page for page in pages if "결정 사항" in page]
    assert len(together) == 1
    assert "예산을 정함" in together[0]


@pytest.mark.parametrize("above", range(32, 56, 2))
def test_a_short_table_is_on_one_page_with_its_heading(qapp: object, tmp_path: Path, above: int) -> None:
    lines = [f'<p style="margin:0">{number}번째 줄</p>' for number in range(above)]
    table = html_table(("내용", "담당자"), [[f"할 일 {number}.", "김민수"] for number in range(6)], (70, 30))
    pages = pages_in(pdf_of([*lines, "<h2>할 일 표</h2>", table], "회의"), tmp_path)
    (page,) = (page for page in pages if "할 일 표" in page)
    assert "할 일 0." in page
    assert "할 일 5." in page


@pytest.mark.parametrize("above", range(46, 56))
def test_a_heading_that_ends_a_stretch_goes_on_with_its_words(qapp: object, tmp_path: Path, above: int) -> None:
    lines = [f'<p style="margin:0">{number}번째 줄</p>' for number in range(above)]
    heading = "<h2>결정 사항</h2>"
    filling = f'<p style="margin:0" title="{"x" * (STRETCH - sum(map(len, lines)) - 50)}">앞의 말</p>'
    assert STRETCH - len(heading) <= sum(map(len, lines)) + len(filling) < STRETCH
    pages = pages_in(pdf_of([*lines, filling, heading, "<p>예산을 정함</p>"], "회의"), tmp_path)
    (page,) = (page for page in pages if "결정 사항" in page)
    assert "예산을 정함" in page


def test_a_dark_window_does_not_make_pale_pages(qapp: QApplication) -> None:
    before = qapp.palette()
    light = pdf_of(html_parts(meeting(), EVERYTHING), "주간 회의")
    qapp.setPalette(QPalette(QColor("#202020")))
    try:
        dark = pdf_of(html_parts(meeting(), EVERYTHING), "주간 회의")
    finally:
        qapp.setPalette(before)
    assert drawn(light) == drawn(dark)


def drawn(pdf: bytes) -> list[bytes]:
    """What is drawn on the pages: the contents of the file less its dates and names."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    return [stream for stream in streams if b"xmp" not in stream]


@pytest.mark.parametrize("rows", [9, 40, 150])
def test_rows_of_a_long_table_are_whole_and_each_page_has_the_head(qapp: object, tmp_path: Path, rows: int) -> None:
    said = [[f"시작{i:03} " + "긴 내용이 이어집니다 " * (i % 7 * 3) + f"끝{i:03}", f"담당{i:03}"] for i in range(rows)]
    parts = ["<h2>할 일</h2>", html_table(("내용", "담당자"), said, (70, 30)), "<p>표 다음의 말</p>"]
    pages = pages_in(pdf_of(parts, "회의"), tmp_path)
    found = [re.findall(r"시작(\d{3})|끝(\d{3})|담당(\d{3})", page) for page in pages]
    for page in found:
        numbers = [max(number) for number in page]
        assert all(numbers.count(number) == 3 for number in numbers)
    assert [max(number) for page in found for number in page if number[0]] == [f"{i:03}" for i in range(rows)]
    assert all("담당자" in page for page, numbers in zip(pages, found, strict=True) if numbers)
    assert "표 다음의 말" in pages[-1]


def test_pages_after_the_first_say_whose_they_are(qapp: object, tmp_path: Path) -> None:
    pdf = pdf_of(html_parts(meeting(), EVERYTHING), "주간 회의", ("회의록 · 상담 자동화", "2026. 4. 28.(화)"))
    first, *others = pages_in(pdf, tmp_path)
    assert "회의록 · 상담 자동화" not in first
    assert others
    assert all("회의록 · 상담 자동화" in page and "2026. 4. 28.(화)" in page for page in others)
