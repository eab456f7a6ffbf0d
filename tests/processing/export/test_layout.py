"""Templates in plain text: what a person may write, what is told of a slip, and that every export follows."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from processing.data_files import asset
from processing.errors import Bug
from processing.export import copies
from processing.export.blocks import ALWAYS, LECTURE, MINUTES, Choices, Section
from processing.export.formats import export
from processing.export.html_page import html_parts
from processing.export.layout import NAMES, PARTS, BrokenTemplate, Layout, built_in, layout_from
from processing.export.layout_files import EXAMPLE, LARGEST, OwnTemplates, furnish, own_templates, read_layout
from processing.minutes import Info, Minutes
from tests.processing.export.samples import meeting

OWN = """\
# 주간 회의 양식
회의 정보
결정 사항 = 이번 주에 정한 것
할 일 = 다음 주까지 할 일
요약
회의 내용
미결·확인 필요
"""


def headings(layout: Layout) -> list[str]:
    return [part.heading for part in layout.parts]


def choices(text: str = OWN) -> Choices:
    layout = layout_from(text)
    return Choices(layout.name, own=layout)


# What a file may say


def test_sections_come_in_the_order_and_under_the_headings_of_the_file() -> None:
    layout = layout_from(OWN)
    assert layout.name == layout.title == "주간 회의 양식"
    assert headings(layout) == [
        "회의 정보",
        "이번 주에 정한 것",
        "다음 주까지 할 일",
        "요약",
        "회의 내용",
        "미결·확인 필요",
    ]
    assert layout.shown == layout.sections


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + OWN,
        OWN.replace("\n", "\r\n"),
        OWN.replace("\n", "\r"),
        OWN.replace("\n", " \t \n"),
        "\n\n" + OWN.replace("\n", "\n\n"),
        OWN.replace("# ", "#"),
        OWN.replace(" = ", "="),
        OWN.replace("\n할", "\n// 여기부터는 할 일\n할"),
        OWN.replace("결정 사항", "결정사항").replace("미결·확인 필요", "미결, 확인필요"),
        OWN.rstrip("\n"),
    ],
    ids=["BOM", "CRLF", "CR", "blanks", "blank lines", "no blank", "tight", "remark", "spelling", "no last break"],
)
def test_how_an_editor_or_a_hand_writes_it_does_not_matter(text: str) -> None:
    assert layout_from(text) == layout_from(OWN)


def test_a_section_in_brackets_is_printed_only_where_it_is_asked_for() -> None:
    layout = layout_from("# 짧게\n할 일\n(핵심어 = 열쇠말)\n（안건）")
    assert headings(layout) == ["할 일", "열쇠말", "안건"]
    assert layout.shown == {Section.ACTIONS}
    assert layout.sections == {Section.ACTIONS, Section.KEYWORDS, Section.AGENDA}


@pytest.mark.parametrize(
    ("line", "meeting_name", "title"),
    [
        ("", "주간", "보고"),
        ("제목 = 팀 회의록", "주간", "팀 회의록"),
        ("제목 = {회의명}", "주간", "주간"),
        ("제목 = {회의명}", "", "보고"),
        ("제목 = {회의명} 회의록", "", "회의록"),
    ],
)
def test_the_title_is_the_name_or_what_the_file_says(line: str, meeting_name: str, title: str) -> None:
    assert layout_from(f"# 보고\n{line}\n할 일").title_of(meeting_name) == title


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 0, "'#'과 양식 이름"),
        ("회의 정보\n할 일", 1, "'#'과 양식 이름"),
        ("#\n할 일", 1, "'#'과 양식 이름"),
        ("# 보고", 0, "항목이 없습니다"),
        ("# 보고\n\n결제 사항", 3, "3번째 줄: '결제 사항'은(는) 없는 항목입니다. 쓸 수 있는 항목: 회의 정보, 안건"),
        ("# 보고\r\n할 일\r\n## 요약", 3, "3번째 줄: '#'은"),
        ("# 보고\n할 일 =", 2, "2번째 줄: '=' 뒤에"),
        ("# 보고\n할 일\n요약\n할 일 = 숙제", 4, "4번째 줄: '할 일'에 드는 항목이 위에 이미"),
        ("# 보고\n요약\n한 줄 요약", 3, "3번째 줄: '요약'에 드는 항목이"),
        ("# 보고\n할 일 = " + "가" * 61, 2, "2번째 줄: 이름과 제목은 60자까지"),
        ("# 보고\n()", 2, "없는 항목"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(BrokenTemplate) as refused:
        layout_from(text)
    assert said in refused.value.sentence
    assert refused.value.line == line


LINES = st.one_of(st.sampled_from([*PARTS, "제목", "제목 = {회의명}", "빈 항목은 빼기", "//", "# 이름"]), st.text())


@given(
    st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map(lambda made: "# 가\n" + "\n".join(made)))
)
@example("# 가\n(")
@example("# 가\n=")
def test_any_text_is_a_template_or_told_to_be_none(text: str) -> None:
    try:
        layout = layout_from(text)
    except BrokenTemplate as error:
        refused = error
    else:
        assert layout.name.strip()
        assert all(part.heading.strip() for part in layout.parts)
        assert export(meeting(), "md", Choices(layout.name, own=layout)).decode().startswith("# ")
        return
    assert 0 <= refused.line <= text.count("\n") + text.count("\r") + 1
    assert refused.sentence


# The templates that ship


@pytest.mark.parametrize("key", [MINUTES, LECTURE])
def test_the_templates_that_ship_are_files_of_the_same_kind(key: str) -> None:
    assert built_in(key).name == NAMES[key]
    assert layout_from(asset("templates").joinpath(f"{key}.txt").read_text("utf-8")) == Choices(key).layout


def test_what_the_templates_that_ship_print_unless_asked() -> None:
    assert set(Section) - built_in(MINUTES).shown == {
        Section.QUESTIONS,
        Section.SUGGESTIONS,
        Section.TOOLS,
        Section.KEYWORDS,
    }
    assert set(Section) - built_in(LECTURE).sections == {Section.AGENDA, Section.FOLLOW_UPS, Section.NEXT}
    assert built_in(MINUTES).sections == set(Section)


def test_a_template_of_no_name_is_our_mistake() -> None:
    with pytest.raises(Bug):
        assert Choices("없는 양식").layout


# What is printed

ORDER = ["이번 주에 정한 것", "다음 주까지 할 일", "요약", "회의 내용", "미결·확인 필요"]


def test_word_follows_the_template() -> None:
    document = docx.Document(io.BytesIO(export(meeting(), "docx", choices())))
    found = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert found == ORDER
    assert document.sections[0].header.paragraphs[0].text.startswith("주간 회의 양식") or any(
        "주간 회의 양식" in p.text for p in document.paragraphs
    )


def test_markdown_follows_the_template() -> None:
    lines = export(meeting(), "md", choices()).decode().split("\n")
    assert lines[0] == "# 주간 회의 양식"
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == ORDER


def test_plain_text_follows_the_template() -> None:
    lines = export(meeting(), "txt", choices()).decode().split("\n")
    assert [line.removeprefix("■ ") for line in lines if line.startswith("■ ")] == ORDER


def test_the_page_of_pdf_and_preview_follows_the_template() -> None:
    page = "".join(html_parts(meeting(), choices()))
    places = [page.index(f">{heading}<") for heading in ORDER]
    assert places == sorted(places)


def test_copies_for_sending_have_its_headings_and_not_what_it_leaves_out() -> None:
    for way in (copies.mail, copies.slack, copies.kakaotalk):
        copied = way(meeting(), choices())
        assert "이번 주에 정한 것" in copied.plain
        assert "다음 주까지 할 일" in copied.plain
        assert "할 일" not in way(meeting(), choices("# 결정만\n결정 사항")).plain.replace("지난 할 일", "")


def test_an_empty_section_that_matters_says_so_unless_the_template_leaves_it_out() -> None:
    nothing = Minutes(info=Info(title="회의"))
    assert export(nothing, "txt", choices("# 보고\n할 일")).decode().endswith("■ 할 일\n없음\n")
    assert "할 일" not in export(nothing, "txt", choices("# 보고\n빈 항목은 빼기\n할 일")).decode()
    assert {Section.SUMMARY, Section.DECISIONS, Section.ACTIONS} == ALWAYS


def test_a_heading_of_its_own_stands_above_the_form() -> None:
    assert "■ 개요" in export(meeting(), "txt", choices("# 보고\n회의 정보 = 개요")).decode()
    assert "■" not in export(Minutes(), "txt", choices("# 보고\n회의 정보")).decode()


def test_what_a_heading_says_is_words_and_no_markup() -> None:
    text = export(meeting(), "md", choices("# 보고\n할 일 = <b>*중요*")).decode()
    assert r"## \<b\>\*중요\*" in text
    assert "&lt;b&gt;" in "".join(html_parts(meeting(), choices("# 보고\n할 일 = <b>*중요*")))
    assert "<b>*중요" not in copies.mail(meeting(), choices("# 보고\n할 일 = <b>*중요*")).html


# Files


def test_a_file_is_read_and_its_slip_told_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "보고.txt"
    file.write_bytes(("\ufeff" + OWN.replace("\n", "\r\n")).encode())
    assert read_layout(file) == layout_from(OWN)
    file.write_text("# 보고\n결제", "utf-8")
    with pytest.raises(BrokenTemplate, match=r"양식 파일 '보고\.txt': 2번째 줄") as refused:
        read_layout(file)
    assert refused.value.line == 2


@pytest.mark.parametrize("raw", ["# 보고\n할 일".encode("cp949"), b"\xff\xfe\x00", b"# a\n" * LARGEST, b"PK\x03\x04"])
def test_what_is_no_plain_text_is_refused(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    with pytest.raises(BrokenTemplate):
        read_layout(tmp_path / "a.txt")


def test_a_file_that_is_none_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("# 하나\n할 일", "utf-8")
    (tmp_path / "2.txt").write_text("# 하나\n요약", "utf-8")
    (tmp_path / "3.txt").write_text("# 회의록\n요약", "utf-8")
    (tmp_path / "4.txt").write_text("아무 글", "utf-8")
    (tmp_path / "5.md").write_text("# 다섯\n요약", "utf-8")
    (tmp_path / "회사.docx").write_bytes(b"PK")
    found = own_templates(tmp_path)
    assert [layout.name for layout in found.layouts] == ["하나", "다섯"]
    assert [refusal.sentence.split("'")[1] for refusal in found.refusals] == ["2.txt", "3.txt", "4.txt"]


def test_no_folder_holds_no_templates_and_a_new_one_an_example(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    assert own_templates(folder) == OwnTemplates((), ())
    furnish(folder)
    assert [layout.name for layout in own_templates(folder).layouts] == ["주간 회의록"]
    (folder / EXAMPLE).unlink()
    furnish(folder)
    assert own_templates(folder).layouts == ()  # what was thrown away does not come back
