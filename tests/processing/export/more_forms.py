"""Three more company forms, of other builds: tables in tables, a table for each section, lists of people."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from tests.processing.export.forms import picture, saved_form


def tables_in_tables() -> bytes:
    """A frame with tables in it, spread labels, a logo in the header, boxes to sign, two columns of attendees."""
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].add_run().add_picture(BytesIO(picture()), Mm(8))
    header.paragraphs[0].add_run(" ㈜가온전자 | 사내 한정")
    frame = document.add_table(rows=2, cols=1, style="Table Grid")
    top, below = frame.cell(0, 0), frame.cell(1, 0)
    signing = _table(top, [("결\n재", "담당", "팀장", "본부장"), ("", "", "", "")])
    signing.cell(0, 0).merge(signing.cell(1, 0))
    top.add_paragraph("회   의   록")
    info = _table(
        below,
        [
            ("회\u3000의\u3000명", "전사 안전 점검", "", ""),
            ("일\u00a0\u00a0\u00a0시", "2025. 3. 4. 10:00", "장\u00a0\u00a0\u00a0소", "대회의실"),
            ("참  석  자\n(사내)", "옛사람 1, 옛사람 2", "참  석  자\n(사외)", "손님 1"),
            ("작  성  자", "옛사람 1", "배    포", "관련 부서"),
        ],
    )
    info.cell(0, 1).merge(info.cell(0, 3))
    body = _table(below, [("회의내용", "옛 내용"), ("결 정 사 항", "옛 결정"), ("차 기 일 정", "옛 일정")])
    _shade(body.cell(0, 0))
    document.add_paragraph("F-103 (2024.01 개정)")
    return saved_form(document)


def table_for_each_section() -> bytes:
    """A numbered heading, then a table, for each section; labels over cells; plans in a table of another order."""
    document = docx.Document()
    document.add_heading("주간 업무 회의록", 1)
    document.add_paragraph("1. 회의 개요")
    _table(document, [("회의일시", "회의장소", "작성자"), ("2025-01-02 14:00", "301호", "옛사람"), ("", "", "")])
    document.add_paragraph("2. 참석자")
    people = [("소속", "직위", "성명", "서명"), ("개발팀", "팀장", "옛사람", ""), ("영업팀", "대리", "옛손님", "")]
    _table(document, [*people, ("", "", "", "")])
    document.add_paragraph("3. 주요 안건 및 논의 내용")
    _table(document, [("주요 안건",), ("옛 안건",), ("논의 내용",), ("옛 논의",)])
    document.add_paragraph("4. 결정 사항")
    _table(document, [("No", "결정 사항", "비고"), ("1", "옛 결정 하나", "참고"), ("2", "옛 결정 둘", "")])
    document.add_paragraph("5. 향후 계획")
    _table(document, [("구분", "담당자", "세부 내용", "완료 예정일"), ("개발", "옛사람", "옛 일", "1/31")])
    return saved_form(document)


def people_in_a_grid() -> bytes:
    """참석자 down the side of a grid of 소속 and 성명, twice in a row; cells merged in both directions; old remarks."""
    document = docx.Document()
    table = _table(
        document,
        [
            ("회  의  록", "", "", "", ""),
            ("회의 제목", "작년 제목", "", "", ""),
            ("날 짜", "작년", "", "시 간", "14:00 ~ 15:00"),
            ("참석자", "소속", "성명", "소속", "성명"),
            ("", "기획", "옛사람 1", "영업", "옛사람 2"),
            ("", "개발", "옛사람 3", "", ""),
            ("회의 내용", "옛 내용 1\n옛 내용 2", "", "", ""),
            ("결정 사항", "옛 결정", "", "", ""),
            ("추진 계획", "추진 내용", "", "담당", "기한"),
            ("", "옛 추진", "", "옛사람 1", "2/1"),
            ("비고", "작년 비고는 그대로", "", "", ""),
        ],
    )
    table.cell(0, 0).merge(table.cell(0, 4))
    for row in (1, 6, 7, 10):
        table.cell(row, 1).merge(table.cell(row, 4))
    for row in (2, 8, 9):
        table.cell(row, 1).merge(table.cell(row, 2))
    table.cell(3, 0).merge(table.cell(5, 0))
    table.cell(8, 0).merge(table.cell(9, 0))
    return saved_form(document)


def _table(place: Any, rows: list[tuple[str, ...]]) -> Any:
    """A table of these words in a document or a cell."""
    table = place.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def _shade(cell: Any) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="DDEEFF"/>'))


MORE_FORMS = (tables_in_tables, table_for_each_section, people_in_a_grid)
