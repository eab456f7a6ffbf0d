"""Markdown, plain text and subtitles."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.errors import UnwritableResult
from processing.export.blocks import LECTURE, Choices, Section
from processing.export.markdown import escaped, markdown
from processing.export.srt import CUE_LENGTH, cues, srt
from processing.export.text import plain_text, printable, transcript_text
from processing.minutes import Info, Minutes, minutes_of
from processing.note import Line, LineKind
from tests.builders import source_of, state_of
from tests.processing.export.samples import MEETING, meeting, meeting_state


def test_markdown_has_headings_lists_tasks_and_tables() -> None:
    text = markdown(meeting(), Choices(sections=frozenset(Section), evidence=False))
    for part in ("# 회의록", "## 결정 사항", "### 1. 도입 범위", "- [ ] 랭체인 문서 읽기", "| 보고서 작성 | 김민수 |"):
        assert part in text.replace("|  |", "| |")


def test_front_matter_only_on_request_and_only_what_is_known() -> None:
    assert not markdown(meeting(), Choices()).startswith("---")
    front = markdown(Minutes(info=Info(title='그는 "네": 했다')), Choices(front_matter=True)).split("---")[1]
    assert front.strip() == 'title: "그는 \\"네\\": 했다"'


@pytest.mark.parametrize(
    "words", ["# 제목", "- 목록", "3) 셋", "2026. 4월", "+ 더하기", "> 인용", "| 칸 |", "---", "==="]
)
def test_words_at_the_head_of_a_line_stay_words(words: str) -> None:
    assert re.match(r"(#|- |\+ |>|\||\d+[.)]\s|---|===)", escaped(words)) is None


@given(st.text())
def test_escaping_keeps_every_printable_character(words: str) -> None:
    kept = printable(" ".join(words.split()))
    assert re.sub(r"\\(.)", r"\1", escaped(kept)).split() == kept.split() or "\\" in kept


def test_a_pipe_in_a_task_does_not_break_its_table() -> None:
    line = next(row for row in markdown(meeting(), Choices()).split("\n") if "calc" in row)
    assert len(re.findall(r"(?<!\\)\|", line)) == 5


def test_plain_text_reads_in_order() -> None:
    text = plain_text(meeting(), Choices(transcript=True))
    order = [
        "회의명: 상담",
        "■ 안건",
        "■ 요약",
        "■ 결정 사항",
        "■ 할 일",
        "담당자 김민수",
        "■ 붙임. 녹취록",
        "김민수 00:00",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_control_characters_leave_the_text() -> None:
    source = source_of(("참석자 1", 0, "말\x07입니다\x1b[31m."))
    line = Line(LineKind.DECISION, "삑\x07", "person")
    minutes = minutes_of(source, state_of(source, line))
    for text in (
        plain_text(minutes, Choices(transcript=True)),
        markdown(minutes, Choices(transcript=True)),
        srt(minutes),
    ):
        assert "\x07" not in text
        assert "\x1b" not in text


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp"])))
def test_only_signs_that_show_nothing_leave_the_text(words: str) -> None:
    left_out = set(words) - set(printable(words))
    assert all(ord(ch) & 0xFFFE == 0xFFFE or "\ufdd0" <= ch <= "\ufdef" for ch in left_out)


@pytest.mark.parametrize("sign", ["\ue000", "\U000f0000", "\U0001fae9", "👩\u200d💻", "\u1112\u119e\u11ab"])
def test_signs_that_python_does_not_know_stay_in_every_text(sign: str) -> None:
    minutes = minutes_of(source := source_of(("참석자 1", 0, f"로고는 {sign}입니다.")), state_of(source))
    choices = Choices(transcript=True)
    for text in (plain_text(minutes, choices), markdown(minutes, choices), srt(minutes)):
        assert f"로고는 {sign}입니다." in text


def test_the_transcript_alone_has_names_and_times() -> None:
    assert transcript_text(meeting()).startswith("김민수 00:00\n안녕하세요.")


def test_cues_follow_each_other_and_end_with_their_turn() -> None:
    found = cues(meeting())
    assert all(cue.start_s < cue.end_s for cue in found)
    assert all(a.end_s <= b.start_s + 1e-6 for a, b in pairwise(found))
    third = next(cue for cue in found if "시험으로만" in cue.text)
    assert third.end_s <= 133  # the withheld turn that follows is nobody's subtitle


def test_a_long_turn_is_shared_out_over_its_time() -> None:
    source = source_of(("참석자 1", 0, "하나 둘 셋 넷 다섯 여섯입니다. " * 40), ("참석자 2", 100, "네."))
    found = [cue for cue in cues(minutes_of(source, state_of(source))) if cue.start_s < 100]
    assert len(found) > 10
    assert all(len(line) <= 36 for cue in found for line in cue.text.split("\n"))
    assert all(cue.text.count("\n") <= 1 for cue in found)


def test_srt_has_the_shape_that_players_read() -> None:
    assert re.fullmatch(
        r"(\d+\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n[^\n]+\n([^\n]+\n)?\n?)+", srt(meeting())
    )


@pytest.mark.parametrize("first", [0, 12])
def test_words_before_the_first_time_have_subtitles_too(first: int) -> None:
    source = source_of(
        ("참석자 1", None, "안녕하세요."), ("참석자 2", first, "네, 시작하죠."), ("참석자 1", 30, "좋아요.")
    )
    found = cues(minutes_of(source, state_of(source)))
    assert [cue.text for cue in found] == ["참석자 1: 안녕하세요.", "참석자 2: 네, 시작하죠.", "참석자 1: 좋아요."]
    assert (found[0].start_s, found[-1].start_s) == (0, 30)
    assert all(a.end_s <= b.start_s + 1e-6 for a, b in pairwise(found))


def test_a_note_without_times_has_no_subtitles() -> None:
    source = source_of(("참석자 1", None, "말."))
    with pytest.raises(UnwritableResult, match="시각이 없어"):
        srt(minutes_of(source, state_of(source)))


def test_the_lecture_has_its_own_order() -> None:
    text = plain_text(meeting(), Choices(template=LECTURE))
    assert text.startswith("상담 자동화 주간 회의\n2026. 4. 28.(화) · 김민수, 박지훈(개발)")


def test_tags_of_the_front_matter_are_the_keywords() -> None:
    front = markdown(meeting(), Choices(front_matter=True)).split("---")[1]
    assert json.loads(re.findall(r"tags: (.*)", front)[0]) == ["RAG", "고객 상담"]


def test_a_note_without_the_person_s_line_has_it_nowhere() -> None:
    state = meeting_state()
    lines = {id_: line for id_, line in state.lines.items() if line.author != "person"}
    assert "임원 회의" not in plain_text(minutes_of(MEETING, replace(state, lines=lines)), Choices())


@pytest.mark.parametrize("length", [61, 70, 90, 119, 121, 200])
def test_a_long_sentence_leaves_no_last_word_alone_on_the_screen(length: int) -> None:
    sentence = ("한마디 두마디 세마디 " * 30)[: length - 1].strip() + "."
    source = source_of(("참석자 1", 0, f"{sentence}"), ("참석자 2", 100, "네."))
    found = [cue.text for cue in cues(minutes_of(source, state_of(source))) if cue.start_s < 100]
    assert " ".join(" ".join(text.split()) for text in found).removeprefix("참석자 1: ") == sentence
    assert min(map(len, found)) >= 20
    assert max(map(len, found)) <= CUE_LENGTH


def test_a_word_without_end_is_cut_and_loses_nothing() -> None:
    source = source_of(("참석자 1", 0, "가나다라마바사" * 40), ("참석자 2", 100, "네."))
    found = [cue.text for cue in cues(minutes_of(source, state_of(source))) if cue.start_s < 100]
    assert "".join("".join(text.split()) for text in found) == "참석자1:" + "가나다라마바사" * 40
