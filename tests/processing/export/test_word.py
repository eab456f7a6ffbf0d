"""Word documents as XML: styles, tables, lists, links, fonts, and nothing that Word would refuse."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.export.blocks import LECTURE, MOST_ROWS_TOGETHER, Choices, Section
from processing.export.word import word_document
from processing.export.word_styles import FONT
from processing.minutes import Info, Minutes, minutes_of
from processing.note import Line, LineKind
from tests.builders import line_of, source_of, state_of
from tests.processing.export.samples import meeting

ALL = Choices(transcript=True, corrections=True)


def opened(minutes: Minutes, choices: Choices = ALL) -> Any:
    return docx.Document(BytesIO(word_document(minutes, choices)))


def headings(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]


def test_the_sections_stand_in_the_order_of_korean_minutes() -> None:
    assert [re.sub(r"\s*\(.*", "", text) for text in headings(opened(meeting()))] == [
        *("안건", "요약", "회의 내용", "결정 사항", "할 일", "미결·확인 필요", "차기 회의"),
        *("붙임 1. 녹취록", "붙임 2. 고친 목록"),
    ]


def test_an_empty_note_says_none_where_a_reader_would_wonder() -> None:
    source = source_of(("참석자 1", 0, "말."))
    document = opened(minutes_of(source, state_of(source)), Choices())
    assert headings(document) == ["요약", "결정 사항", "할 일"]
    assert [p.text for p in document.paragraphs].count("없음") == 3
    assert document.tables[0].cell(0, 0).text == "회의명"


def test_a_lecture_leaves_empty_sections_out() -> None:
    source = source_of(("참석자 1", 0, "말."))
    assert headings(opened(minutes_of(source, state_of(source)), Choices(template=LECTURE))) == []
    assert headings(opened(meeting(), Choices(template=LECTURE))) == [
        *(
            "한 줄 요약",
            "핵심 2줄",
            "질문과 답변",
            "주제별 정리",
            "멘토가 권한 것",
            "언급된 도구·자료",
            "결정 사항",
            "할 일",
        ),
    ]


def test_sections_and_evidence_follow_the_choices() -> None:
    document = opened(meeting(), Choices(sections=frozenset({Section.DECISIONS}), evidence=False))
    assert headings(document) == ["결정 사항"]
    assert not document.tables
    assert "(01:35)" not in "".join(p.text for p in document.paragraphs)


def test_tables_repeat_their_header_and_keep_rows_whole() -> None:
    tasks = opened(meeting()).tables[1]._tbl
    rows = tasks.findall(qn("w:tr"))
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


def test_a_row_longer_than_a_page_may_split() -> None:
    source = source_of(("참석자 1", 0, "말."))
    line = Line(LineKind.ACTION, "가" * 10_000, "person")
    tasks = opened(minutes_of(source, state_of(source, line))).tables[1]._tbl
    assert tasks.findall(qn("w:tr"))[1].find(qn("w:trPr")) is None


def test_every_evidence_time_leads_to_its_paragraph() -> None:
    body = opened(meeting()).element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors
    assert set(anchors) == set(marks)
    assert len(marks) == len(set(marks))


def test_without_the_transcript_times_stand_without_links() -> None:
    document = opened(meeting(), Choices())
    assert not list(document.element.body.iter(qn("w:hyperlink")))
    assert "(01:35)" in "".join(p.text for p in document.paragraphs)


def test_numbered_lists_begin_at_one_each() -> None:
    document = opened(meeting())
    numbered = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert len(set(numbered)) == 2  # the agenda and the decisions
    for number in set(numbered):
        num = next(
            n for n in document.part.numbering_part.element.findall(qn("w:num")) if n.get(qn("w:numId")) == str(number)
        )
        assert next(num.iter(qn("w:startOverride"))).get(qn("w:val")) == "1"


def test_every_style_in_use_names_the_font_for_hangul_and_latin() -> None:
    document = opened(meeting())
    for name in {p.style.name for p in document.paragraphs}:
        style = document.styles[name]
        fonts = style.element.rPr.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia")} == {FONT}, name
        assert not [attribute for attribute in fonts.attrib if "Theme" in attribute]


def test_the_page_is_a4_with_page_numbers_and_properties() -> None:
    document = opened(meeting())
    section, properties = document.sections[0], document.core_properties
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.page_height - Mm(297)) < Mm(0.1)
    assert (properties.title, properties.author) == ("상담 자동화 주간 회의", "이서연")
    assert "python-docx" not in f"{properties.comments}{properties.last_modified_by}"
    fields = [f.get(qn("w:instr")).strip() for f in section.first_page_footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "상담 자동화 주간 회의" in section.header.paragraphs[0].text


def test_an_unknown_author_stays_blank() -> None:
    source = source_of(("참석자 1", 0, "말."))
    assert opened(minutes_of(source, state_of(source))).core_properties.author == ""


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(st.characters(blacklist_categories=()), max_size=60))
def test_whatever_people_type_word_can_open_it(title: str, words: str) -> None:
    source = source_of(("참석자 1", 0, "말."))
    line = Line(LineKind.DECISION, f"앞{words}뒤", "person")
    minutes = minutes_of(source, state_of(source, line, info={"title": title, "attendees": (words,)}))
    document = opened(minutes)
    told = next(p.text for p in document.paragraphs if p.style.name == "List Number")
    assert told.startswith("앞")
    assert "뒤" in told


@pytest.mark.parametrize("words", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb"])
def test_what_xml_cannot_hold_is_dropped(words: str) -> None:
    info = Info(title=words)
    assert opened(Minutes(info=info)).tables[0].cell(0, 1).text == "ab"


@pytest.mark.parametrize("template", ["minutes", LECTURE])
def test_the_program_s_own_name_for_a_file_is_no_title(template: str) -> None:
    source = source_of(("참석자 1", 0, "말."), title="새로운 노트")
    document = opened(minutes_of(source, state_of(source)), Choices(template))
    words = [p.text for p in document.paragraphs] + [document.core_properties.title]
    assert "새로운 노트" not in "".join(words)


def test_a_short_table_is_not_torn_and_a_long_one_may_be() -> None:
    source = source_of(("참석자 1", 0, "말."))

    def held(count: int) -> list[bool]:
        lines = [Line(LineKind.ACTION, f"할 일 {i}", "person", order=i) for i in range(count)]
        tasks = opened(minutes_of(source, state_of(source, *lines)), Choices()).tables[1]
        return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next is True for row in tasks.rows]

    assert held(3) == [True, True, True, False]
    assert held(MOST_ROWS_TOGETHER + 1) == [True] + [False] * (MOST_ROWS_TOGETHER + 1)


@pytest.mark.parametrize(("evidence", "told"), [(True, 1), (False, 0)])
def test_what_the_times_are_is_told_where_there_are_times(evidence: bool, told: int) -> None:
    paragraphs = opened(meeting(), Choices(evidence=evidence)).paragraphs
    assert sum("괄호 안의 시각은 녹음에서" in p.text for p in paragraphs) == told


def test_what_the_times_are_is_not_told_of_a_note_without_times() -> None:
    source = source_of(("참석자 1", None, "예산을 먼저 정합니다. 일정은 그다음입니다."))
    topic = line_of(source, LineKind.TOPIC, "예산", "예산을 먼저 정합니다.")
    decision = line_of(source, LineKind.DECISION, "예산을 먼저 정함", "예산을 먼저 정합니다.")
    document = opened(minutes_of(source, state_of(source, topic, decision)), Choices())
    assert not any("괄호 안의 시각" in p.text for p in document.paragraphs)


def test_a_line_to_be_checked_says_so_in_the_words_of_a_reader() -> None:
    words = "\n".join(p.text for p in opened(meeting(), Choices()).paragraphs)
    assert "[확인 필요]" in words
    assert "근거가 바뀜" not in words
