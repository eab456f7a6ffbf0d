"""Three company forms of different build, as people make them in Word."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import docx
from docx.shared import Mm, Pt


def labels_beside(rows: int = 2) -> bytes:
    """Last year's minutes: labels left of their cells, merged cells, a logo, a task table with old tasks."""
    document = docx.Document()
    document.add_paragraph("주식회사 한빛 회의록").runs[0].font.size = Pt(18)
    document.add_picture(BytesIO(picture()), Mm(10))
    table = document.add_table(rows=6, cols=4, style="Table Grid")
    for row, texts in enumerate(
        [
            ("회 의 명", "작년 회의", "작 성 자", "옛사람"),
            ("일  시", "2025. 1. 2.", "장  소", "본관"),
            ("참석자", "옛 참석자", "", ""),
        ]
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 3))
    for row, (label, old) in enumerate(
        [("회의 내용", "옛 내용\n둘째 줄"), ("결정사항", "옛 결정"), ("결재", "홍길동(인)")], 3
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = label, old
        table.cell(row, 1).merge(table.cell(row, 3))
    run = table.cell(0, 1).paragraphs[0].runs[0]
    run.bold, run.font.name = True, "바탕"
    document.add_paragraph("※ 이 문서는 대외비입니다.")
    tasks = document.add_table(rows=1 + rows, cols=4, style="Table Grid")
    for column, text in enumerate(("No.", "조치 사항", "담당", "완료 예정일")):
        tasks.cell(0, column).text = text
    for row in range(1, 1 + rows):
        for column, text in enumerate((str(row), "작년 할 일", "옛사람", "2025-02-01")):
            tasks.cell(row, column).text = text
    return saved_form(document)


def labels_above() -> bytes:
    """Labels in a row over their cells, wide headings over big cells, and lines with a colon before the table."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "사업본부 양식 제3호"
    document.add_paragraph("1. 회의명 : 작년 회의")
    document.add_paragraph("2. 일시 :")
    table = document.add_table(rows=8, cols=3, style="Table Grid")
    for column, text in enumerate(("장소", "작성자", "참석자")):
        table.cell(0, column).text = text
    for row, label in ((2, "■ 안건"), (4, "■ 논의 내용"), (6, "■ 후속 조치")):
        table.cell(row, 0).merge(table.cell(row, 2)).text = label
        table.cell(row + 1, 0).merge(table.cell(row + 1, 2))
    table.cell(5, 0).paragraphs[0].style = document.styles["List Bullet"]
    return saved_form(document)


def placeholders() -> bytes:
    """Placeholders in the text, in the header, cut into runs, and a table row to repeat for each task."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{회의명}}"
    title = document.add_paragraph("제목: ")
    for part in ("{{회", "의", "명}} (", "{{ 일시 }})"):
        title.add_run(part).italic = part == "의"
    document.add_paragraph("{{회의 내용}}")
    document.add_paragraph("결정: {{결정 사항}} 끝. {{모르는 것}}")
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    for column, (name, mark) in enumerate((("할 일", "{{내용}}"), ("누가", "{{담당자}}"), ("언제까지", "~{{기한}}"))):
        table.cell(0, column).text, table.cell(1, column).text = name, mark
    return saved_form(document)


def saved_form(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\x20\x60\xc0" * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
