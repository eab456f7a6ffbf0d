"""Generated documents opened by LibreOffice: about thirty odd notes, converted in one call, their text read back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from processing.export.blocks import LECTURE, Choices, Section
from processing.export.company_form import CompanyForm
from processing.export.tracked_changes import tracked_changes
from processing.export.word import word_document
from processing.minutes import Minutes, minutes_of
from processing.note import Line, LineKind
from tests.builders import source_of, state_of
from tests.processing.export.forms import labels_above, labels_beside, placeholders
from tests.processing.export.more_forms import MORE_FORMS
from tests.processing.export.samples import MEETING, meeting, meeting_state

pytestmark = pytest.mark.office

ALL = Choices(sections=frozenset(Section), transcript=True, corrections=True)
LONG = "아주 긴 문단입니다. " * 900  # 10,000 characters

ODD_TITLES = [
    "1/4분기 <실적> & \"점검\" 'A|B'",
    "👨‍👩‍👧‍👦 가족 회의 🎉🇰🇷",
    "اجتماع الفريق الأسبوعي",
    "פגישת צוות שבועית 회의",
    "\u1112\u116c\u110b\u1174 NFD 제목",
    "보이지\u200b않는\ufeff글자",
    "줄\n바꿈\t탭",
    "제어\x00문자\x0b\x1f끝",
    "가" * 400,
    "Supercalifragilisticexpialidocious" * 8,
    "=SUM(A1:A9)",
    "{{회의명}}",
    "한자 會議錄 日本語 ไทย",
    "",
]


def of_title(title: str) -> Minutes:
    source = source_of(("참석자 1", 0, "여기까지 읽힙니다."))
    line = Line(LineKind.DECISION, f"결정 {title}", "person")
    return minutes_of(source, state_of(source, line, info={"title": title, "attendees": (title, "김")}))


def of_words(words: str, count: int = 1) -> Minutes:
    source = source_of(("참석자 1", 0, f"{words} 여기까지 읽힙니다."))
    lines = [Line(kind, words, "person", order=i) for kind in LineKind for i in range(count)]
    return minutes_of(source, state_of(source, *lines))


def hours(count: int) -> Minutes:
    said = [(f"참석자 {i % 4 + 1}", 30.0 * i, "회의를 길게 이어 갑니다. " * 8) for i in range(120 * count)]
    source = source_of(*said, ("참석자 1", 3600.0 * count, "여기까지 읽힙니다."))
    return minutes_of(source, state_of(source))


def documents() -> Iterator[tuple[bytes, str]]:
    """Each document with words that must be readable in it."""
    for title in ODD_TITLES:
        yield word_document(of_title(title), ALL), "여기까지 읽힙니다."
    for template in ("minutes", LECTURE):
        for minutes in (of_words(LONG), of_words("짧음", 60), of_words("끊기지않는말" * 300), hours(1)):
            yield word_document(minutes, Choices(template, frozenset(Section), transcript=True)), "여기까지 읽힙니다."
        empty = source_of(("참석자 1", 0, "여기까지 읽힙니다."))
        nothing = minutes_of(empty, state_of(empty))
        yield word_document(nothing, Choices(template, transcript=True)), "여기까지 읽힙니다."
        yield word_document(meeting(), Choices(template)), "정식 도입은 임원 회의에서 정함"
    for form in (labels_beside(), labels_above(), placeholders()):
        yield CompanyForm(form).filled(meeting()), "상담 자동화 주간 회의"
    for build in MORE_FORMS:
        yield CompanyForm(build()).filled(meeting()), "정식 도입은 임원 회의에서 정함"
    yield tracked_changes(MEETING, meeting_state(), "표시"), "랭체인 문서를 읽어 보세요."


@pytest.fixture(scope="module")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """The text that LibreOffice reads in each document, with the words expected."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    made = list(documents())
    paths = [folder / f"{number:02}.docx" for number in range(len(made))]
    for path, (raw, _) in zip(paths, made, strict=True):
        path.write_bytes(raw)
    convert(office, folder, paths)
    texts = [path.with_suffix(".txt").read_text(encoding="utf-8-sig") for path in paths]
    return [(text, expected) for text, (_, expected) in zip(texts, made, strict=True)]


def convert(office: str, folder: Path, paths: list[Path]) -> None:
    """One call for all: LibreOffice takes longer to start than to read."""
    command = [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def test_every_document_opens_and_reads_to_its_end(read_back: list[tuple[str, str]]) -> None:
    assert len(read_back) >= 30
    missing = [number for number, (text, expected) in enumerate(read_back) if expected not in text]
    assert missing == []


def test_odd_titles_come_through(read_back: list[tuple[str, str]]) -> None:
    text = "\n".join(text for text, _ in read_back)
    for title in (
        "<실적> & \"점검\" 'A|B'",
        "👨‍👩‍👧‍👦 가족 회의 🎉🇰🇷",
        "اجتماع الفريق الأسبوعي",
        "제어문자끝",
        "=SUM(A1:A9)",
    ):
        assert title in text


def test_long_paragraphs_lose_nothing(read_back: list[tuple[str, str]]) -> None:
    longest = max((text for text, _ in read_back), key=lambda text: text.count("아주 긴 문단입니다."))
    assert longest.count("아주 긴 문단입니다.") >= 900 * 5
