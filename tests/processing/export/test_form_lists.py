"""Company forms with tables of tasks, decisions and people, with tables in tables and labels that part a field."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest

from processing.export.company_form import TASK_TABLE, CompanyForm
from processing.minutes import Minutes
from tests.processing.export.forms import placeholders, saved_form
from tests.processing.export.more_forms import people_in_a_grid, table_for_each_section, tables_in_tables
from tests.processing.export.samples import meeting


def filled(raw: bytes, minutes: Minutes | None = None, skipped: frozenset[str] = frozenset()) -> Any:
    return docx.Document(BytesIO(CompanyForm(raw).filled(minutes or meeting(), skipped)))


def texts(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def form_of(rows: list[tuple[str, ...]]) -> bytes:
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return saved_form(document)


def test_tables_in_tables_are_filled_and_their_frame_and_header_stay() -> None:
    document = filled(tables_in_tables())
    signing, info, body = (table for cell in document.tables[0]._cells for table in cell.tables)
    assert texts(signing)[0][1:] == ["담당", "팀장", "본부장"]
    assert texts(info)[0][1] == "상담 자동화 주간 회의"
    assert texts(info)[1] == [
        "일\u00a0\u00a0\u00a0시",
        "2026. 4. 28.(화) 20:02~21:04",
        "장\u00a0\u00a0\u00a0소",
        "3층 회의실",
    ]
    assert texts(info)[3] == ["작  성  자", "이서연", "배    포", "관련 부서"]
    assert [row[1][:7] for row in texts(body)] == ["1. 도입 범", "1. 4월까지", "2026. 5"]
    header = document.sections[0].header
    assert "사내 한정" in header.paragraphs[0].text
    assert header._element.xpath(".//w:drawing")


def test_a_second_place_for_attendees_does_not_keep_last_year_s_guest() -> None:
    matches = {match.field: match.new for match in CompanyForm(tables_in_tables()).matches(meeting())}
    assert matches["참석자"] == "김민수 팀장, 박지훈, 이서연"
    assert matches["참 석 자 (사외)"] == ""
    info = [table for cell in filled(tables_in_tables()).tables[0]._cells for table in cell.tables][1]
    assert texts(info)[2][1::2] == ["김민수 팀장, 박지훈, 이서연", ""]
    left = filled(tables_in_tables(), skipped=frozenset({"참 석 자 (사외)"}))
    assert texts([table for cell in left.tables[0]._cells for table in cell.tables][1])[2][3] == "손님 1"


def test_numbered_decisions_people_and_plans_get_a_row_each() -> None:
    _, people, _, decisions, plans = (texts(table) for table in filled(table_for_each_section()).tables)
    assert people[1:] == [["", "팀장", "김민수", ""], ["", "", "박지훈", ""], ["", "", "이서연", ""]]
    assert decisions[1:] == [["1", "4월까지 시험으로만 운영함", ""], ["2", "정식 도입은 임원 회의에서 정함", ""]]
    assert plans[1:] == [
        ["", "김민수", "보고서 작성", "이번 주 금요일(5/1)"],
        ["", "", "=cmd|'/c calc'!A1 점검", ""],
    ]


def test_the_tables_are_told_before_saving_and_can_be_left_alone() -> None:
    form = CompanyForm(table_for_each_section())
    told = {match.field: (match.old, match.new) for match in form.matches(meeting()) if match.how == "표"}
    assert told == {"참석자 명단": ("3줄", "3명"), "결정 사항 표": ("2줄", "2줄"), TASK_TABLE: ("1줄", "2줄")}
    assert set(form.missing(meeting())) == {"회의명", "불참자", "미결·확인 필요", "차기 회의"}
    left = filled(table_for_each_section(), skipped=frozenset(told))
    assert texts(left.tables[1])[1][2] == "옛사람"
    assert texts(left.tables[3])[1][1] == "옛 결정 하나"


def test_people_stand_side_by_side_where_the_form_has_them_so() -> None:
    grid = [[text.strip() for text in row] for row in texts(filled(people_in_a_grid()).tables[0])]
    assert grid[4] == ["참석자", "", "김민수 팀장", "", "박지훈"]
    assert grid[5] == ["참석자", "", "이서연", "", ""]
    assert grid[2][1::3] == ["2026. 4. 28.(화)", "20:02~21:04"]
    assert grid[9] == ["추진 계획", "보고서 작성", "보고서 작성", "김민수", "이번 주 금요일(5/1)"]
    assert grid[-1][:2] == ["비고", "작년 비고는 그대로"]
    assert not [text for row in grid[:-1] for text in row if "옛" in text or "작년" in text]


def test_rows_are_added_for_more_people_than_the_list_has() -> None:
    raw = form_of([("참석자", "소속", "성명"), ("", "개발팀", "옛사람")])
    assert texts(filled(raw).tables[0]) == [
        ["참석자", "소속", "성명"],
        ["", "", "김민수 팀장"],
        ["", "", "박지훈"],
        ["", "", "이서연"],
    ]


def test_what_stands_before_people_stays() -> None:
    raw = form_of([("구분", "소속", "이름"), ("사내", "개발팀", "옛사람"), ("사외", "고객사", "옛손님")])
    assert [row[0] for row in texts(filled(raw).tables[0])] == ["구분", "사내", "사외", "사외"]


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (("날짜", "장소"), ("2026. 4. 28.(화) 20:02~21:04", "3층 회의실")),
        (("날짜", "시간"), ("2026. 4. 28.(화)", "20:02~21:04")),
        (("일시", "장소"), ("2026. 4. 28.(화) 20:02~21:04", "3층 회의실")),
    ],
)
def test_date_and_time_go_where_the_form_asks_for_them(labels: tuple[str, str], values: tuple[str, str]) -> None:
    beside = [(labels[0], "작년", labels[1], "작년")]
    assert texts(filled(form_of(beside)).tables[0])[0][1::2] == list(values)
    assert texts(filled(form_of([labels, ("작년", "작년")])).tables[0])[1] == list(values)


@pytest.mark.parametrize("head", [("시간", "순서", "발표"), ("시간", "내용"), ("시간", "내용", "담당자")])
def test_the_times_of_a_programme_are_left_alone(head: tuple[str, ...]) -> None:
    rows = [head, ("14:00", "개회", "사회자")[: len(head)], ("14:10", "보고", "팀장")[: len(head)]]
    assert texts(filled(form_of(rows)).tables[0]) == [list(row) for row in rows]


def test_a_row_of_placeholders_is_told_as_the_task_table() -> None:
    form = CompanyForm(placeholders())
    told = [(match.field, match.old, match.new) for match in form.matches(meeting()) if match.how == "자리 표시"]
    assert told[0] == (TASK_TABLE, "{{내용}} {{담당자}} {{기한}}", "2줄")
    assert len([field for field, _, _ in told if field == "회의 내용"]) == 1
    assert "할 일" not in form.missing(meeting())
    left = filled(placeholders(), skipped=frozenset({TASK_TABLE, "회의 내용"}))
    assert "{{담당자}}" in texts(left.tables[0])[1]
