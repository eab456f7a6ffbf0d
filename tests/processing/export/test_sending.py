"""The table of tasks for a spreadsheet, and the copies for mail, Slack and KakaoTalk."""

from __future__ import annotations

import csv
from datetime import datetime
from io import BytesIO, StringIO

import openpyxl
import pytest

from processing.export.blocks import LECTURE, Choices
from processing.export.cells import harmless
from processing.export.copies import LONGEST_MESSAGE, kakaotalk, mail, notion, slack
from processing.export.task_sheet import HEADER, tasks_csv, tasks_xlsx
from processing.minutes import minutes_of
from processing.note import Line, LineKind
from tests.builders import source_of, state_of
from tests.processing.export.samples import meeting


def test_the_csv_is_read_by_excel_and_runs_nothing() -> None:
    text = tasks_csv(meeting())
    assert text.startswith("\ufeff")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == list(HEADER)
    assert rows[1] == ["1", "보고서 작성", "김민수", "이번 주 금요일", "2026-05-01", "할 일", "01:35"]
    assert rows[2][1] == "'=cmd|'/c calc'!A1 점검"


@pytest.mark.parametrize("start", [*"=+-@＝＋－＠", "\t=", "\r=", "\n="])
def test_what_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}1+1").startswith("'")


def test_the_excel_sheet_holds_text_dates_and_no_formula() -> None:
    sheet = openpyxl.load_workbook(BytesIO(tasks_xlsx(meeting()))).active
    assert [cell.value for cell in sheet[1]] == list(HEADER)
    assert sheet["E2"].value == datetime(2026, 5, 1)
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=cmd|'/c calc'!A1 점검", "s")
    assert sheet["B3"].quotePrefix
    assert sheet.freeze_panes == "A2"


def test_control_characters_do_not_stop_the_excel_sheet() -> None:
    source = source_of(("참석자 1", 0, "말."))
    line = Line(LineKind.ACTION, "가\x00\x0b나\ud800" + "다" * 40_000, "person", owner="\x1b")
    sheet = openpyxl.load_workbook(BytesIO(tasks_xlsx(minutes_of(source, state_of(source, line))))).active
    assert sheet["B2"].value.startswith("가 나다")


def test_a_mail_has_a_subject_five_lines_and_the_tasks_as_a_table() -> None:
    copy = mail(meeting())
    assert copy.subject == "[회의록] 상담 자동화 주간 회의 (2026. 4. 28.(화))"
    assert "1. 보고서 작성 (김민수, 이번 주 금요일(5/1))" in copy.plain
    assert copy.html.count("<tr>") == 3
    assert "이번 주 금요일(5/1)</td>" in copy.html


def test_rich_text_is_escaped() -> None:
    source = source_of(("참석자 1", 0, "말."))
    line = Line(LineKind.ACTION, "<script>alert(1)</script>", "person")
    copy = mail(minutes_of(source, state_of(source, line)))
    assert "<script>" not in copy.html
    assert "없음" in copy.html  # no summary


def test_slack_gets_its_own_markup_and_escapes() -> None:
    source = source_of(("참석자 1", 0, "말."))
    line = Line(LineKind.DECISION, "A & B <here>", "person")
    text = slack(minutes_of(source, state_of(source, line, info={"title": "회의"}))).plain
    assert text.startswith("*회의록 · 회의*")
    assert "A &amp; B &lt;here&gt;" in text


def test_kakaotalk_stays_short_and_says_what_is_missing() -> None:
    source = source_of(("참석자 1", 0, "말."))
    lines = [Line(LineKind.DECISION, f"결정 {i} " + "가" * 80, "person", order=i) for i in range(40)]
    text = kakaotalk(minutes_of(source, state_of(source, *lines))).plain
    assert len(text) <= LONGEST_MESSAGE + 40
    assert "줄은 회의록을 봐 주세요." in text


def test_notion_gets_markdown_without_front_matter() -> None:
    assert notion(meeting()).plain.startswith("# 회의록")


def test_a_lecture_goes_with_its_advice_and_without_empty_tasks() -> None:
    source = source_of(("참석자 1", 0, "문서를 읽어 보세요."))
    lines = [
        Line(LineKind.SUMMARY, "자동화를 설명함", "person"),
        Line(LineKind.SUGGESTION, "문서 읽기", "person"),
    ]
    minutes = minutes_of(source, state_of(source, *lines, info={"title": "특강"}))
    copied = mail(minutes, Choices(LECTURE))
    assert copied.subject == "[강의·멘토링 노트] 특강"
    assert copied.plain == "■ 요약\n- 자동화를 설명함\n\n■ 멘토가 권한 것\n- 문서 읽기"
    assert "할 일" not in copied.html
    assert kakaotalk(minutes, Choices(LECTURE)).plain == (
        "[강의·멘토링 노트 · 특강]\n• 자동화를 설명함\n\n[멘토가 권한 것]\n• 문서 읽기"
    )
    assert "할 일\n없음" in mail(minutes).plain  # a meeting says that nothing was to be done


def test_a_short_message_has_its_parts_apart() -> None:
    assert slack(meeting()).plain.split("\n\n")[1].startswith("*결정 사항*\n• 4월까지 시험으로만 운영함")
