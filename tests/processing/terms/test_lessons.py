"""What a correction by hand teaches, and what it does not."""

from __future__ import annotations

import pytest
from marked_notes import analysed

from processing.korean import Korean
from processing.note import Edit
from processing.terms.context import RightForms
from processing.terms.lessons import Lesson, Teacher


@pytest.fixture(scope="module")
def teacher(korean: Korean, right: RightForms) -> Teacher:
    return Teacher(korean.morphemes, right.term_of)


def taught(
    text: str, before: str, after: str, korean: Korean, teacher: Teacher, *, is_tight: bool = True
) -> list[Lesson]:
    """What typing `after` over `before` teaches; the edit is as small as the transcript's editor makes it."""
    note = analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)
    start = note.source.text.index(before)
    end = start + len(before)
    while is_tight and before and after and before[0] == after[0]:
        before, after, start = before[1:], after[1:], start + 1
    while is_tight and before and after and before[-1] == after[-1]:
        before, after, end = before[:-1], after[:-1], end - 1
    return list(teacher.lessons(note.analysis, [Edit(start, end, before, after)]).values())


@pytest.mark.parametrize("is_tight", [True, False])
@pytest.mark.parametrize(
    ("text", "before", "after", "heard", "meant"),
    [
        ("오늘은 레그를 봅니다.", "레그를", "RAG를", "레그", "RAG"),
        ("프로포트가 길면 답이 나빠요.", "프로포트가", "프롬프트가", "프로포트", "프롬프트"),
        ("랩이 낫죠.", "랩이", "RAG가", "랩", "RAG"),
        ("채찍 피티로 해요.", "채찍 피티로", "ChatGPT로", "채찍 피티", "ChatGPT"),
        ("이번 재미나이는 싸요.", "재미나이는", "제미나이는", "재미나이", "제미나이"),
        ("요약 고서를 냅니다.", "고서를", "보고서를", "고서", "보고서"),
        ("현주 씨가 말했습니다.", "현주", "현준", "현주", "현준"),
        ("자회사 처리입니다.", "자회사", "자연어", "자회사", "자연어"),
        ("그건 (버틀랙), 큰 문제입니다.", "버틀랙", "보틀넥", "버틀랙", "보틀넥"),
        ("회식은 헛집에서 해요.", "헛집에서", "횟집에서", "헛집", "횟집"),
        ("하나에 메몰이 돼 있었어요.", "메몰이", "매몰이", "메몰", "매몰"),
    ],
)  # fmt: skip
def test_a_whole_term_teaches_itself_without_its_particle(
    text: str, before: str, after: str, heard: str, meant: str, is_tight: bool, korean: Korean, teacher: Teacher
) -> None:
    assert taught(text, before, after, korean, teacher, is_tight=is_tight) == [Lesson(heard, meant, True)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("말이 참 많아요.", "참 ", ""),
        ("우리가 갔습니다.", "갔습니다", "가겠습니다"),
        ("작업이 필요합니다.", "작업이", "작업을"),
        ("3월에 합니다.", "3월에", "4월에"),
        ("그게 저는 좋아요.", "저는", "저도"),
        ("우리 진짜 가요.", "진짜 ", "정말로 "),
        ("그럼 합시다.", "그럼", "그다음에"),
        ("회의를 봅니다.", "회의를", "회의록을"),
        ("버다코가 왔어요.", "버다코가", "가"),
        ("버다코를 봅니다.", "버다코를", "을"),
        ("저는 밥을 먹고 학교에 갔어요.", "저는 밥을 먹고 학교에 갔어요.", "저는 어제 늦게 일어났습니다."),
    ],
)
def test_other_changes_teach_nothing(text: str, before: str, after: str, korean: Korean, teacher: Teacher) -> None:
    assert taught(text, before, after, korean, teacher) == []


def test_a_word_that_sounds_otherwise_is_for_this_note_only(korean: Korean, teacher: Teacher) -> None:
    assert taught("스몰 토크를 씁니다.", "스몰 토크를", "포스트모템을", korean, teacher) == [
        Lesson("스몰 토크", "포스트모템", False)
    ]


def test_a_known_term_brings_its_readings(teacher: Teacher) -> None:
    assert "래그" in "".join(teacher.corrected(Lesson("레그", "RAG", True)).readings)
    assert teacher.corrected(Lesson("버다코", "버다코어", True)).readings == ("버다코어",)
