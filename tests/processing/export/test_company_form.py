"""Company forms of three builds: what is recognised, what is filled, and that all else stays."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import canonicalize

import docx
import pytest

from processing.errors import UnreadableFile
from processing.export.company_form import TASK_TABLE, CompanyForm
from processing.minutes import Minutes, minutes_of
from processing.note import Line, LineKind
from tests.builders import source_of, state_of
from tests.processing.export.forms import labels_above, labels_beside, placeholders, saved_form
from tests.processing.export.more_forms import MORE_FORMS
from tests.processing.export.samples import meeting
from tests.processing.readers.containers import replaced


def filled(raw: bytes, minutes: Minutes, skipped: frozenset[str] = frozenset()) -> Any:
    return docx.Document(BytesIO(CompanyForm(raw).filled(minutes, skipped)))


def texts(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_labels_beside_their_cells_are_found_and_filled() -> None:
    form = CompanyForm(labels_beside())
    told = {match.field: (match.how, match.old) for match in form.matches(meeting())}
    assert told == {
        "회의명": ("옆 칸", "작년 회의"),
        "작성자": ("옆 칸", "옛사람"),
        "일시": ("옆 칸", "2025. 1. 2."),
        "장소": ("옆 칸", "본관"),
        "참석자": ("옆 칸", "옛 참석자"),
        "회의 내용": ("옆 칸", "옛 내용\n둘째 줄"),
        "결정 사항": ("옆 칸", "옛 결정"),
        TASK_TABLE: ("표", "2줄"),
    }
    assert form.missing(meeting()) == ("불참자", "안건", "미결·확인 필요", "차기 회의")
    head, tasks = filled(labels_beside(), meeting()).tables
    assert texts(head)[0] == ["회 의 명", "상담 자동화 주간 회의", "작 성 자", "이서연"]
    assert head.cell(3, 1).text == "1. 도입 범위\n- 고객 상담에 먼저 씀\n- 「한 달에 삼백만 원이 듭니다」"
    assert texts(tasks)[1:] == [
        ["1", "보고서 작성", "김민수", "이번 주 금요일(5/1)"],
        ["2", "=cmd|'/c calc'!A1 점검", "", ""],
    ]


def test_all_else_stays_as_it_was() -> None:
    document = filled(labels_beside(), meeting())
    assert [p.text for p in document.paragraphs] == [p.text for p in docx.Document(BytesIO(labels_beside())).paragraphs]
    assert len(document.inline_shapes) == 1
    assert texts(document.tables[0])[5][:2] == ["결재", "홍길동(인)"]
    run = document.tables[0].cell(0, 1).paragraphs[0].runs[0]
    assert (run.bold, run.font.name) == (True, "바탕")


def test_no_part_but_the_words_is_another_one() -> None:
    before, after = parts_of(labels_beside()), parts_of(CompanyForm(labels_beside()).filled(meeting()))
    assert before.keys() == after.keys()
    assert [name for name in before if same(before[name]) != same(after[name])] == ["word/document.xml"]


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def same(part: bytes) -> str | bytes:
    """XML in its canonical form, anything else as it is."""
    return canonicalize(part.decode()) if part.startswith(b"<?xml") else part


def test_last_year_s_words_do_not_stay_where_nothing_is_known() -> None:
    source = source_of(("참석자 1", 0, "말."))
    document = filled(labels_beside(), minutes_of(source, state_of(source)))
    words = "\n".join(cell for table in document.tables for row in texts(table) for cell in row)
    assert "옛" not in words
    assert "작년" not in words
    assert len(document.tables[1].rows) == 3  # the form's own rows, emptied


@pytest.mark.parametrize("rows", [0, 1, 2, 5])
def test_rows_are_added_to_the_task_table_as_needed(rows: int) -> None:
    source = source_of(("참석자 1", 0, "말."))
    lines = [Line(LineKind.ACTION, f"일 {i}", "person", order=i, owner="김") for i in range(4)]
    table = filled(labels_beside(rows), minutes_of(source, state_of(source, *lines))).tables[1]
    assert [row[1] for row in texts(table)[1:5]] == ["일 0", "일 1", "일 2", "일 3"]
    assert len(table.rows) == 1 + max(rows, 4)


def plans_and_tasks() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "향후 계획", "작년 계획"
    tasks = document.add_table(rows=2, cols=3)
    for column, text in enumerate(("할 일", "담당", "기한")):
        tasks.cell(0, column).text = text
    return saved_form(document)


@pytest.mark.parametrize(
    ("skipped", "cell", "rows"),
    [
        (frozenset(), "할 일 표 참조", ["보고서 작성", "=cmd|'/c calc'!A1 점검"]),
        (frozenset({TASK_TABLE}), "1. 보고서 작성 –", [""]),
    ],
    ids=["both wanted", "table skipped"],
)
def test_tasks_stand_in_a_form_once(skipped: frozenset[str], cell: str, rows: list[str]) -> None:
    tables = filled(plans_and_tasks(), meeting(), skipped).tables
    assert tables[0].cell(0, 1).text.startswith(cell)
    assert [row[0] for row in texts(tables[1])[1:]] == rows


def test_a_skipped_field_stays() -> None:
    document = filled(labels_beside(), meeting(), frozenset({"회의명", TASK_TABLE}))
    assert document.tables[0].cell(0, 1).text == "작년 회의"
    assert document.tables[1].cell(1, 1).text == "작년 할 일"


def test_labels_above_their_cells_and_lines_with_a_colon() -> None:
    document = filled(labels_above(), meeting())
    assert [p.text for p in document.paragraphs] == [
        "1. 회의명 : 상담 자동화 주간 회의",
        "2. 일시 : 2026. 4. 28.(화) 20:02~21:04",
    ]
    table = document.tables[0]
    assert texts(table)[1] == ["3층 회의실", "이서연", "김민수 팀장, 박지훈, 이서연"]
    assert table.cell(3, 0).text == "1. RAG 도입\n2. 비용"
    assert (
        table.cell(5, 0).text == "도입 범위\n고객 상담에 먼저 씀\n「한 달에 삼백만 원이 듭니다」"
    )  # the form's own bullets
    assert {p.style.name for p in table.cell(5, 0).paragraphs} == {"List Bullet"}
    assert table.cell(7, 0).text.startswith("1. 보고서 작성 – 김민수, 이번 주 금요일(5/1)")
    assert document.sections[0].header.paragraphs[0].text == "사업본부 양식 제3호"


def test_placeholders_in_pieces_in_the_header_and_in_a_row_for_each_task() -> None:
    document = filled(placeholders(), meeting())
    assert document.sections[0].header.paragraphs[0].text == "상담 자동화 주간 회의"
    assert [p.text for p in document.paragraphs] == [
        "제목: 상담 자동화 주간 회의 (2026. 4. 28.(화) 20:02~21:04)",
        "1. 도입 범위",
        "- 고객 상담에 먼저 씀",
        "- 「한 달에 삼백만 원이 듭니다」",
        "결정: 1. 4월까지 시험으로만 운영함; 2. 정식 도입은 임원 회의에서 정함 끝. {{모르는 것}}",
    ]
    assert texts(document.tables[0]) == [
        ["할 일", "누가", "언제까지"],
        ["보고서 작성", "김민수", "~이번 주 금요일(5/1)"],
        ["=cmd|'/c calc'!A1 점검", "", "~"],
    ]


def test_a_heading_over_unknown_columns_is_left_alone() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for column, text in enumerate(("할 일", "어느 팀", "우선순위")):
        table.cell(0, column).text = text
    file = BytesIO()
    document.save(file)
    assert CompanyForm(file.getvalue()).matches(meeting()) == ()
    assert texts(filled(file.getvalue(), meeting()).tables[0]) == texts(table)


def test_what_is_withheld_reaches_no_form() -> None:
    for form in (labels_beside(), labels_above(), placeholders(), *(build() for build in MORE_FORMS)):
        assert "비밀번호".encode() not in b"".join(parts_of(CompanyForm(form).filled(meeting())).values())


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_word_file_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(UnreadableFile, match="docx"):
        CompanyForm(raw, "양식.hwp")


def without(form: bytes, part: str, words: bytes) -> bytes:
    """A form of whose parts one has been damaged: some of its words are gone."""
    whole = parts_of(form)[part]
    assert words in whole
    return replaced(form, {part: whole.replace(words, b"")})


DAMAGED = {
    "relations that are none": lambda: replaced(labels_beside(), {"_rels/.rels": b"<a/>"}),
    "a relation to nothing": lambda: without(labels_beside(), "_rels/.rels", b'Target="word/document.xml"'),
    "styles of another kind": lambda: without(
        labels_beside(),
        "[Content_Types].xml",
        b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"',
    ),
    "a header that is not there": lambda: without(
        MORE_FORMS[0](), "word/_rels/document.xml.rels", b'Target="header1.xml"'
    ),
    "entities": lambda: replaced(labels_beside(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "parts without end": lambda: replaced(labels_beside(), {"word/x.xml": b"<a>" + b"<b/>" * 400_000 + b"</a>"}),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_form_is_refused_before_it_is_filled(name: str) -> None:
    with pytest.raises(UnreadableFile, match="docx"):
        CompanyForm(DAMAGED[name](), "양식.docx")
