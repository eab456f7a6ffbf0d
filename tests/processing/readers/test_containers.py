"""Word and Excel files: CLOVA's shape inside them, line N is paragraph or row N, and nothing said is left out."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import openpyxl
import pytest
from clova_rows import BODY, BODY_TURNS, FOOT, HEAD, Turn
from containers import excel_file, replaced, saved, word_file, word_table, word_xml

from processing import readers
from processing.errors import UnreadableFile
from processing.source import Source, SpanKind, check_source


def _read(raw: bytes, form: str) -> Source:
    imported = readers.read(raw, "note")
    check_source(imported.source)
    assert imported.report.format == imported.source.format == form
    assert imported.source.raw == raw
    return imported.source


def _turns(source: Source) -> tuple[Turn, ...]:
    return tuple((block.label, block.start_s, source.slice(block.text)) for block in source.blocks)


def test_word_paragraphs_as_clova_writes_lines() -> None:
    paragraphs = (HEAD + BODY + FOOT).split("\n")
    source = _read(word_file(paragraphs), "docx")
    assert _turns(source) == BODY_TURNS
    assert source.text.split("\n") == paragraphs
    assert (source.header.title, source.header.owner) == ("주간 회의", "홍길동")


def test_header_and_words_in_one_paragraph() -> None:
    source = _read(word_file(["참석자 1 00:00\n안녕하세요.\n시작하죠.", "", "참석자 2 00:05\n네."]), "docx")
    assert _turns(source) == (("참석자 1", 0, "안녕하세요. 시작하죠."), ("참석자 2", 5, "네."))
    first, second = source.blocks
    assert (source.line_of(first.text.start), source.column_of(first.text.start)) == (1, 12)
    assert (source.line_of(second.text.start), source.column_of(second.text.start)) == (3, 12)


def test_a_table_in_word() -> None:
    rows = [("시간", "참석자", "내용"), ("00:00", "참석자 1", "시작하죠."), ("00:03", "참석자 2", "네.")]
    source = _read(word_table(rows), "docx")
    assert _turns(source) == (("참석자 1", 0, "시작하죠."), ("참석자 2", 3, "네."))
    assert source.line_of(source.blocks[0].text.start) == 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<w:p><w:ins w:id="1"><w:r><w:t>넣은 말</w:t></w:r></w:ins></w:p>', "넣은 말"),
        ('<w:p><w:del w:id="1"><w:r><w:delText>지운 말</w:delText></w:r></w:del><w:r><w:t>남은 말</w:t></w:r></w:p>', "남은 말"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>틀 안의 말</w:t></w:r></w:p></w:sdtContent></w:sdt>", "틀 안의 말"),
        ("<w:p><w:hyperlink><w:r><w:t>이어진 말</w:t></w:r></w:hyperlink></w:p>", "이어진 말"),
        ("<w:p><w:r><w:t>앞</w:t><w:tab/><w:t>뒤</w:t></w:r></w:p>", "앞\t뒤"),
        (
            "<w:p><w:r><w:t>밖</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>글상자</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></w:r></w:p>",
            "밖\n글상자",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>바깥</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>안쪽</w:t></w:r></w:p>"
            "</w:tc></w:tr></w:tbl></w:tc><w:tc><w:p><w:r><w:t>옆</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "바깥 안쪽\t옆",
        ),
    ],
    ids=["inserted", "deleted", "content control", "hyperlink", "tab", "text box", "nested table"],
)  # fmt: skip
def test_word_leaves_nothing_out(body: str, words: str) -> None:
    assert _read(word_xml(body), "docx").text == words


def test_excel_columns_by_their_headings() -> None:
    rows = [
        ("주간 회의",),
        ("2026.04.28 화 오후 8:02 ・ 75분 53초",),
        ("홍길동",),
        (),
        ("번호", "시간", "참석자", "내용", "비고"),
        (1, "00:00", "참석자 1", "시작하죠.\n첫 안건입니다.", "중요"),
        (2, time(0, 1, 3), "참석자 2", "네.", None),
        (3, timedelta(minutes=2), None, "이어서요.", None),
    ]
    source = _read(excel_file(rows), "xlsx")
    assert _turns(source) == (
        ("참석자 1", 0, "시작하죠. 첫 안건입니다."),
        ("참석자 2", 63, "네."),
        ("참석자 2", 120, "이어서요."),
    )
    assert [source.slice(place) for place in source.of_kind(SpanKind.NOT_UNDERSTOOD)] == ["중요"]
    assert [source.line_of(block.text.start) for block in source.blocks] == [6, 7, 8]
    assert source.header.recorded_at == datetime(2026, 4, 28, 20, 2)
    assert source.header.owner == "홍길동"


def test_times_that_excel_took_for_hours_are_read_as_it_shows_them() -> None:
    book = openpyxl.Workbook()
    rows = [
        (time(0, 0), "네."),
        (time(0, 21), "예."),
        (time(1, 5), "그럼요."),
        (timedelta(hours=75, minutes=53), "끝."),
    ]
    for i, row in enumerate([("시간", "내용"), *rows], start=1):
        book.active.append(row)
        book.active.cell(i, 1).number_format = "h:mm" if i < 5 else "[h]:mm:ss"
    assert [start_s for _, start_s, _ in _turns(_read(saved(book), "xlsx"))] == [0, 21, 65, 4553]


@pytest.mark.parametrize(
    "rows",
    [
        [("Time", "Speaker", "Text"), ("00:00", "Jane", "Shall we?"), ("00:03", "Tom", "Yes.")],
        [("Text", "Start Time", "Speaker"), ("Shall we?", "00:00", "Jane"), ("Yes.", "00:03", "Tom")],
        [("00:00", "Jane", "Shall we?"), ("00:03", "Tom", "Yes."), ("00:05", "Jane", "Fine."), ("00:09", "Tom", "Ok.")],
    ],
    ids=["English", "another order", "no headings"],
)
def test_excel_columns_by_what_they_hold(rows: list[tuple[str, ...]]) -> None:
    assert _turns(_read(excel_file(rows), "xlsx"))[:2] == (("Jane", 0, "Shall we?"), ("Tom", 3, "Yes."))


CELLS = (
    ("시간", "참석자", "내용"),
    ("00:00", "참석자 1", '"네, 그럼; 그래요."'),
    ("00:05", "참석자 2", '"예 ""좋습니다""\n다음 줄"'),
    (),
    ("00:09", "", "이어서"),
)


def rows_with(delimiter: str) -> str:
    return "".join(f"{delimiter.join(row)}\n" for row in CELLS)


COMMAS = rows_with(",")
COMMA_TURNS = (
    ("참석자 1", 0, "네, 그럼; 그래요."),
    ("참석자 2", 5, '예 "좋습니다" 다음 줄'),
    ("참석자 2", 9, "이어서"),
)


@pytest.mark.parametrize(
    "raw",
    [
        COMMAS.encode(),
        COMMAS.replace("\n", "\r\n").encode("utf-8-sig"),
        COMMAS.encode("cp949"),
        ("주간 회의,,\n" + COMMAS).encode(),
        rows_with(";").encode(),
    ],
    ids=["UTF-8", "as Excel saves it", "CP949", "under a title", "semicolons"],
)
def test_rows_with_commas_under_headings(raw: bytes) -> None:
    assert _turns(_read(raw, "csv")) == COMMA_TURNS


@pytest.mark.parametrize(
    "text",
    [
        "이름, 내용\n오늘은 이름, 내용, 시간을 어떻게 적을지 정하겠습니다.\n그다음은 예산입니다.\n",
        "시간, 내용\n그걸 다 적어야 하나요?\n네.\n",
        "시간,참석자,내용\n",
    ],
)
def test_words_with_commas_are_no_rows(text: str) -> None:
    imported = readers.read(text.encode(), "회의.txt")
    assert imported.report.format != "csv"
    assert imported.source.text == text


def test_a_quote_that_is_never_closed_loses_no_word() -> None:
    source = readers.read(COMMAS.replace('그래요."', "그래요.").encode(), "회의.csv").source
    assert all(word in source.text for word in ("그럼; 그래요", "좋습니다", "다음 줄", "이어서"))
    with pytest.raises(UnreadableFile, match="깨져"):
        readers.read((COMMAS + '00:10,참석자 1,"네' + "가나다 " * 50_000).encode(), "회의.csv")


def test_clova_text_pasted_in_one_column() -> None:
    source = _read(excel_file([(line,) if line else () for line in (HEAD + BODY).split("\n")]), "xlsx")
    assert _turns(source) == (
        ("참석자 1", 0, "예산안을 먼저 보겠습니다.\n다음 줄도 같은 발화입니다."),
        ("참석자 2", 3, "네."),
    )


def test_the_second_sheet_is_read_too() -> None:
    heading, row = ("시간", "참석자", "내용"), ("00:00", "참석자 1", "첫 장입니다.")
    source = _read(excel_file([heading, row], [("00:09", "참석자 2", "둘째 장입니다.")]), "xlsx")
    assert _turns(source) == (("참석자 1", 0, "첫 장입니다."), ("참석자 2", 9, "둘째 장입니다."))


def test_words_in_a_far_column_are_kept() -> None:
    rows = [("시간", "참석자", "내용"), ("00:00", "참석자 1", "네, 그럼요."), ("00:05", *[None] * 100, "멀리 적은 말")]
    source = _read(excel_file(rows), "xlsx")
    (unread,) = source.of_kind(SpanKind.NOT_UNDERSTOOD)
    assert [cell for cell in source.slice(unread).split("\t") if cell] == ["00:05", "멀리 적은 말"]


def test_rows_left_empty_keep_their_numbers() -> None:
    heading, row = ("시간", "참석자", "내용"), ("00:00", "참석자 1", "네.")
    source = _read(excel_file([heading, (), (), row]), "xlsx")
    assert source.line_of(source.blocks[0].text.start) == 4


def test_a_broken_workbook_says_nothing_where_results_stand(capsys: pytest.CaptureFixture[str]) -> None:
    names = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellStyles><cellStyle name="Normal" xfId="0"/></cellStyles></styleSheet>'
    )
    raw = replaced(excel_file([("참석자 1 00:00",), ("네, 그럼요.",)]), {"xl/styles.xml": names.encode()})
    with pytest.raises(UnreadableFile):
        readers.read(raw, "note.xlsx")
    assert capsys.readouterr().out == ""
