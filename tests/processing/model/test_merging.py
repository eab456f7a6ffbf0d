"""Parts on their way to one result: as data for a merge, in groups that fit, or one behind the other."""

from __future__ import annotations

from processing.model.line_rails import JudgedLines
from processing.model.merging import draft_of, groups_of, one_after_another
from processing.model.parsing import SaidLine
from processing.note import LineKind


def part(*said: SaidLine) -> JudgedLines:
    return JudgedLines({}, said, 0, 0)


def bullet(text: str, topic: int) -> SaidLine:
    return SaidLine(LineKind.BULLET, text, (1,), topic=topic)


def topic(text: str, number: int) -> SaidLine:
    return SaidLine(LineKind.TOPIC, text, (1,), topic=number)


def test_a_draft_holds_each_line_under_its_heading() -> None:
    draft = draft_of(
        [
            topic("예산", 0),
            bullet("삼천만 원", 0),
            bullet("주제 없는 줄", 7),
            SaidLine(LineKind.DECISION, "3천만 원으로 함", (2,)),
            SaidLine(LineKind.ACTION, "보고서 작성", (3,), owner="참석자 1", due="금요일"),
            SaidLine(LineKind.QUESTION, "언제인지", (4,), answer="3일", answer_lines=(5,)),
        ]
    )
    assert draft["topics"] == [{"title": "예산", "lines": [1], "bullets": [{"text": "삼천만 원", "lines": [1]}]}]
    assert draft["summary"] == [{"text": "주제 없는 줄", "lines": [1]}]  # kept, though nothing holds it
    assert draft["decisions"] == [{"text": "3천만 원으로 함", "lines": [2]}]
    assert draft["action_items"] == [{"task": "보고서 작성", "owner": "참석자 1", "due": "금요일", "lines": [3]}]
    assert draft["questions"] == [{"question": "언제인지", "question_lines": [4], "answer": "3일", "answer_lines": [5]}]


def test_groups_fit_and_none_has_a_single_part() -> None:
    parts = [part(bullet("가" * 60, 0)) for _ in range(5)]
    assert [len(group) for group in groups_of(parts, 200)] == [2, 3]
    assert [len(group) for group in groups_of(parts, 10_000)] == [5]
    assert [len(group) for group in groups_of(parts, 1)] == [2, 3]


def test_the_topics_of_several_parts_are_numbered_through() -> None:
    first = part(topic("예산", 0), bullet("삼천만 원", 0), topic("일정", 1))
    second = part(topic("배포", 0), SaidLine(LineKind.DECISION, "확정", (2,)))
    lines = list(one_after_another([first, second]))
    assert [(line.text, line.topic) for line in lines if line.kind is LineKind.TOPIC] == [
        ("예산", 0),
        ("일정", 1),
        ("배포", 2),
    ]
