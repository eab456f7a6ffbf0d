"""What models say instead of plain JSON, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.model.failure import ModelFailed, Reason
from processing.model.parsing import SaidEdit, SaidLine, lines_so_far, said_edits, said_lines
from processing.note import LineKind

EDIT = {"line": 3, "before": "레그를", "after": "RAG를", "kind": "term"}
PLAIN = json.dumps({"edits": [EDIT]}, ensure_ascii=False)
SAID = (SaidEdit(3, "레그를", "RAG를", True),)

TOLERATED = [
    ("plain", PLAIN),
    ("in a fence", f"```json\n{PLAIN}\n```"),
    ("amid prose", f"네, 찾은 결과입니다.\n\n{PLAIN}\n\n더 도와드릴까요?"),
    ("after a thought", f"<think>{{'edits': 레그?}} 음…</think>{PLAIN}"),
    ("with a mark at its head", "\ufeff" + PLAIN),
    ("commas too many", '{"edits": [{"line": 3, "before": "레그를", "after": "RAG를", "kind": "term",},],}'),
    ("a bare list", json.dumps([EDIT], ensure_ascii=False)),
    ("numbers in brackets before", f"[1] 참고\n{PLAIN}"),
    ("line as a word", PLAIN.replace("3", '"3|"')),
    ("no kind", PLAIN.replace(', "kind": "term"', "")),
    ("more than asked", PLAIN.replace('"kind"', '"reason": "소리", "kind"')),
]


@pytest.mark.parametrize("text", [row[1] for row in TOLERATED], ids=[row[0] for row in TOLERATED])
def test_an_answer_is_read_however_it_is_wrapped(text: str) -> None:
    assert said_edits(text).said == SAID


def test_several_pasted_answers_are_read_together() -> None:
    assert said_edits(f"{PLAIN}\n\n---\n\n```\n{PLAIN}\n```").said == SAID * 2


UNREADABLE = [
    ("", Reason.EMPTY),
    ("  \n", Reason.EMPTY),
    ("<think>생각만 하고", Reason.EMPTY),
    ("죄송하지만 그 요청은 도와드릴 수 없습니다.", Reason.REFUSED),
    ("I'm sorry, but I can't assist with that.", Reason.REFUSED),
    ("고칠 곳이 없습니다.", Reason.BAD_JSON),
    (PLAIN[:-12], Reason.BAD_JSON),
    ('{"edits": [{"line": 3, "before": ', Reason.BAD_JSON),
    ("{'edits': []}", Reason.BAD_JSON),
    ('{"answer": "RAG"}', Reason.WRONG_FORM),
    ('{"edits": "없음"}', Reason.WRONG_FORM),
    ('{"error": {"message": "overloaded"}}', Reason.WRONG_FORM),
    ("[" * 200_000, Reason.BAD_JSON),
    ("{" * 200_000, Reason.BAD_JSON),
]


@pytest.mark.parametrize(("text", "reason"), UNREADABLE, ids=[row[0][:20] for row in UNREADABLE])
def test_what_cannot_be_read_is_an_error(text: str, reason: Reason) -> None:
    with pytest.raises(ModelFailed) as caught:
        said_edits(text)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    "bad", [3, None, "레그", {"line": 1}, {**EDIT, "line": None}, {**EDIT, "after": 7}, {**EDIT, "line": [1, 2]}]
)
def test_an_item_gone_wrong_is_left_out_and_counted(bad: Any) -> None:
    edits = said_edits(json.dumps({"edits": [bad, EDIT]}))
    assert (edits.said, edits.unreadable) == (SAID, 1)


SUMMARY: dict[str, Any] = {
    "headline": {"text": "예산을 정함", "lines": [1]},
    "summary": [{"text": "한 줄", "lines": "2-4"}, "근거 없는 줄"],
    "topics": [{"title": "예산", "lines": [1], "bullets": [{"text": "3천만 원으로 함", "lines": ["2"]}]}],
    "decisions": [{"text": "확정함", "lines": [5.0, True, None]}],
    "action_items": [{"task": "보고서 작성", "owner": "참석자 1", "due": "내일", "lines": [6]}],
    "questions": [{"question": "언제?", "question_lines": [7], "answer": "내일", "answer_lines": [8]}],
    "open_points": None,
    "suggestions": {"text": "써 보기", "lines": [9]},
}


def test_every_section_is_read() -> None:
    read = said_lines(json.dumps(SUMMARY))
    assert read.unreadable == 1
    assert list(read.said) == [
        SaidLine(LineKind.HEADLINE, "예산을 정함", (1,)),
        SaidLine(LineKind.SUMMARY, "한 줄", (2, 3, 4)),
        SaidLine(LineKind.DECISION, "확정함", (5,)),
        SaidLine(LineKind.SUGGESTION, "써 보기", (9,)),
        SaidLine(LineKind.TOPIC, "예산", (1, 2), 0),
        SaidLine(LineKind.BULLET, "3천만 원으로 함", (2,), 0),
        SaidLine(LineKind.ACTION, "보고서 작성", (6,), owner="참석자 1", due="내일"),
        SaidLine(LineKind.QUESTION, "언제?", (7,), answer="내일", answer_lines=(8,)),
    ]


_LONG = "9" * 5000
HOSTILE_NUMBERS = [
    f'"{_LONG}-1"',
    _LONG,
    f"-{_LONG}",
    f'"{_LONG}"',
    "-3",
    "1e400",
    "1e300",
    "2.5",
    "true",
]


@pytest.mark.parametrize("number", HOSTILE_NUMBERS, ids=lambda number: number[:8])
def test_a_number_that_is_no_lines_is_left_out_alone(number: str) -> None:
    read = said_lines(f'{{"summary": [{{"text": "한 줄", "lines": [{number}, 2]}}]}}')
    assert list(read.said) == [SaidLine(LineKind.SUMMARY, "한 줄", (2,))]
    edits = said_edits(PLAIN[:-2] + f', {{"line": {number}, "before": "레그를", "after": "RAG를"}}]}}')
    assert (edits.said, edits.unreadable) == (SAID, 1)


@pytest.mark.parametrize("text", ["[1, 2, 3]", '{"edits": []}', '{"minutes": []}', "[{}]"])
def test_an_answer_of_another_form_is_told(text: str) -> None:
    with pytest.raises(ModelFailed) as caught:
        said_lines(text)
    assert caught.value.reason in (Reason.WRONG_FORM, Reason.BAD_JSON)


def test_a_half_answer_shows_the_lines_that_are_whole() -> None:
    text = json.dumps(SUMMARY, ensure_ascii=False)
    seen = [lines_so_far(text[:end]) for end in range(len(text))]
    assert seen[-1] == ["예산을 정함", "한 줄", "예산", "3천만 원으로 함", "확정함", "보고서 작성", "언제?", "써 보기"]
    assert all(later[: len(earlier)] == earlier for earlier, later in pairwise(seen))


keys = st.sampled_from([*SUMMARY, "text", "lines", "bullets", "edits", "line", "before", "after"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)


def reason_of(read: Callable[[str], object], text: str) -> Reason | None:
    try:
        read(text)
    except ModelFailed as failure:
        return failure.reason
    return None


@given(values)
def test_no_value_breaks_the_reader(value: Any) -> None:
    for read in (said_edits, said_lines):
        told = reason_of(read, json.dumps(value))
        assert told in (None, Reason.WRONG_FORM, Reason.BAD_JSON, Reason.EMPTY, Reason.REFUSED)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for read in (said_edits, said_lines, lines_so_far):
        assert reason_of(read, text) in (None, Reason.WRONG_FORM, Reason.BAD_JSON, Reason.EMPTY, Reason.REFUSED)
