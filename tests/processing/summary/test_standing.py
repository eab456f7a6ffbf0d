"""Which decisions stand at the end of a meeting: the last value of each matter, and what the chair sums up."""

from __future__ import annotations

import pytest
from summary_notes import talk

from processing.korean import Korean
from processing.note import LineKind

CASES = [
    (
        "a value changed later takes the place of the first",
        ("가: 첫 물량은 삼천 개로 할게요.", "나: 네.", "가: 그럼 바꿉시다. 첫 물량은 오천 개로 할게요.", "나: 네."),
        ["첫 물량은 오천 개로 함"],
        [],
    ),
    (
        "of two matters the one that is not changed stays",
        (
            "가: 온라인은 십팔일로 하고 마트는 이십일일 그대로 가는 걸로 할게요.",
            "나: 잠시만요 마트는 그러면 안 돼요.",
            "가: 그러면 마트는 일월 둘째 주로 미룹시다.",
            "나: 네.",
        ),
        ["온라인은 십팔일로 함", "마트는 일월 둘째 주로 미룸"],
        [],
    ),
    (
        "a day of nothing named gives way to the day that follows it at once",
        (
            "가: 그럼 25일로 미룹시다.",
            "나: 25일은 점검이랑 겹치는데요.",
            "가: 그럼 시험 생산은 26일로 하겠습니다.",
            "나: 네.",
        ),
        ["시험 생산은 26일로 함"],
        [],
    ),
    (
        "another aspect of the same matter changes nothing",
        ("가: 체육 대회는 9월 20일로 할게요.", "나: 네.", "가: 체육 대회는 예산 이백만 원으로 할게요.", "나: 네."),
        ["체육 대회는 9월 20일로 함", "체육 대회는 예산 이백만 원으로 함"],
        [],
    ),
    (
        "what is summed up is decided, and what is yet to decide is open",
        (
            "가: 판매가는 구천구백 원으로 확정하죠.",
            "나: 네.",
            "가: 그럼 정리할게요. 온라인은 십이월 십팔일, 첫 물량 오천 개, 판매가 구천구백 원. 포장은 다음 주 화요일에 결정.",
            "나: 네 맞습니다.",
        ),
        ["온라인은 십이월 십팔일", "첫 물량 오천 개", "판매가 구천구백 원"],
        ["포장은 다음 주 화요일에 결정"],
    ),
    ("one who will tidy up sums nothing up", ("가: 책상은 제가 정리할게요. 의자는 스무 개.", "나: 네."), [], []),
    ("a list without its opening is none", ("가: 온라인은 십팔일, 마트는 이십일일.", "나: 네."), [], []),
    ("a question about a recap is none", ("가: 정리할까요? 온라인은 십팔일, 마트는 이십일일?", "나: 네."), [], []),
    ("that nothing is decided is no decision", ("가: 오늘은 결정 안 하는 걸로.", "나: 네."), [], []),
    ("what a thing is is no decision", ("가: 연수 합계법은 내용 연수의 합을 분모로 합니다.", "나: 네."), [], []),
    (
        "an hour moved for the next meeting is the next meeting's",
        (
            "가: 다음 회의는 다음 주 화요일 오후 두 시에 합시다.",
            "나: 화요일 두 시는 미팅인데 세 시로 하면 안 될까요?",
            "가: 그럼 세 시로 하죠.",
            "나: 네 좋습니다.",
        ),
        [],
        [],
    ),
]


@pytest.mark.parametrize(("turns", "decided", "still_open"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_last_word_on_each_matter_stands(
    turns: tuple[str, ...], decided: list[str], still_open: list[str], korean: Korean
) -> None:
    lines = talk(korean, *turns).lines().values()
    assert [line.text for line in lines if line.kind is LineKind.DECISION] == decided
    assert [line.text for line in lines if line.kind is LineKind.OPEN_POINT] == still_open
