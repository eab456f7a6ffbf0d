"""One line made again, by a real Kiwi: as its evidence now says it, or from another sentence of its topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processing.korean import Korean
from processing.neighbourhood import around_evidence, around_topic, can_be_renewed
from processing.note import DUE, OWNER, Line, LineKind, State, apply, change_of, first_state
from processing.renewing import another_sentence, made_again
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from processing.summary.offline import summarise
from processing.transcript import transcript
from processing.turns.by_hand import Scope, reassign, withhold
from tests.builders import source_of

TASK = "비교표는 제가 금요일까지 정리하겠습니다."
SPEED = "검색 서버를 새 데이터베이스로 옮기면 응답 속도가 두 배로 빨라집니다."
COST = "다만 새 데이터베이스로 옮기면 서버 비용이 매달 백만 원 정도 늘어납니다."
BACKUP = "데이터베이스 백업은 밤마다 자동으로 돌고 복구 시험은 분기마다 진행합니다."
HIRE = "채용 공고는 다음 달 초에 대학 게시판에도 올릴 예정입니다."


@pytest.fixture(scope="module")
def source() -> Source:
    return source_of(
        ("참석자 1", 0.0, f"{SPEED} {COST}"),
        ("참석자 2", 30.0, BACKUP),
        ("참석자 1", 60.0, f"그러면 {TASK}"),
        ("참석자 2", 90.0, HIRE),
    )


@pytest.fixture
def state(source: Source) -> State:
    first = first_state(source)
    lines = {
        "t1": line(source, LineKind.TOPIC, SPEED, "검색 서버"),
        "b1": line(
            source, LineKind.BULLET, SPEED, "검색 서버를 옮기면 응답 속도가 두 배로 빨라짐", topic="t1", order=3
        ),
        "a1": line(source, LineKind.ACTION, TASK, "비교표 정리", owner="참석자 1", due_text="금요일", status="완료"),
        "t2": line(source, LineKind.TOPIC, HIRE, "채용 공고", order=1),
    }
    return apply(first, change_of(first, {("lines", id_): one for id_, one in lines.items()}))


def line(source: Source, kind: LineKind, said: str, text: str, **fields: object) -> Line:
    return Line(kind, text, places=(place_of(source, said),), **fields)  # type: ignore[arg-type]


def place_of(source: Source, words: str) -> Place:
    at = source.text.index(words)
    return Place(at, at + len(words))


def typed(source: Source, state: State, words: str, new: str) -> State:
    place = place_of(source, words)
    return apply(state, edit_over(Shown(source.text, state.edits.values()), state, place.start, place.end, new))


def renewed(korean: Korean, source: Source, state: State, id_: str) -> Line | None:
    return made_again(korean, around_evidence(state, transcript(source, state), id_))


def test_a_statement_says_what_was_typed(korean: Korean, source: Source, state: State) -> None:
    after = typed(source, state, "두 배로", "세 배로")
    new = renewed(korean, source, after, "b1")
    assert new is not None
    assert "세 배로 빨라짐" in new.text
    assert (new.topic, new.order, new.places) == ("t1", 3, state.lines["b1"].places)


def test_a_task_goes_to_who_says_it_now_and_keeps_being_done(korean: Korean, source: Source, state: State) -> None:
    cut = source.blocks[2].text.start
    new = renewed(korean, source, apply(state, reassign(state, cut, "s2", Scope.THIS)), "a1")
    assert new is not None
    assert (new.kind, new.owner, new.status) == (LineKind.ACTION, "참석자 2", "완료")
    assert "비교표" in new.text


def test_what_a_person_filled_in_stays(korean: Korean, source: Source, state: State) -> None:
    mine = replace(state.lines["a1"], owner="김민서", due_text="5월 2일", by_hand=(OWNER, DUE))
    new = renewed(korean, source, apply(state, change_of(state, {("lines", "a1"): mine})), "a1")
    assert new is not None
    assert (new.owner, new.due_text) == ("김민서", "5월 2일")


def test_a_task_that_is_none_any_more_is_not_made_up(korean: Korean, source: Source, state: State) -> None:
    after = typed(source, state, TASK, "비교표는 지난주에 이미 정리했습니다.")
    assert renewed(korean, source, after, "a1") is None


def test_withheld_words_are_not_read(korean: Korean, source: Source, state: State) -> None:
    after = apply(state, withhold(state, source.blocks[0].text))
    assert renewed(korean, source, after, "b1") is None


def test_another_sentence_is_of_the_same_topic_and_not_said_yet(korean: Korean, source: Source, state: State) -> None:
    turns = transcript(source, state)
    first = another_sentence(korean, around_topic(state, turns, "b1"))
    assert first is not None
    assert not first.places[0].overlaps(state.lines["b1"].places[0])
    assert first.places[0].end <= place_of(source, HIRE).start
    assert not first.places[0].overlaps(place_of(source, TASK))
    second = another_sentence(korean, around_topic(state, turns, "b1"), first.places)
    assert second is None or second.places != first.places


def test_a_topic_of_one_sentence_has_no_other(korean: Korean, source: Source, state: State) -> None:
    only = line(source, LineKind.BULLET, HIRE, "채용 공고를 올릴 예정임", topic="t2")
    after = apply(state, change_of(state, {("lines", "b2"): only}))
    assert another_sentence(korean, around_topic(after, transcript(source, after), "b2")) is None


def test_a_passage_holds_no_more_than_the_neighbourhood() -> None:
    source = source_of(*((f"참석자 {i % 2 + 1}", 10.0 * i, f"{i}번째 말입니다.") for i in range(100)))
    state = first_state(source)
    bullet = line(source, LineKind.BULLET, "50번째 말입니다.", "쉰 번째 말")
    state = apply(state, change_of(state, {("lines", "b1"): bullet}))
    neighbourhood = around_evidence(state, transcript(source, state), "b1")
    assert [turn.text for turn in neighbourhood.turns] == [f"{i}번째 말입니다." for i in range(46, 55)]


def test_every_line_that_the_program_made_can_be_made_again(korean: Korean, source: Source) -> None:
    state = first_state(source)
    turns = transcript(source, state)
    made = summarise(korean.analyse(turns), turns, None, state.speakers)
    state = apply(state, change_of(state, {("lines", id_): one for id_, one in made.items()}))
    assert made
    for id_, one in made.items():
        if one.kind not in (LineKind.KEYWORD, LineKind.TOOL):
            assert renewed(korean, source, state, id_) is not None, one


def test_a_hand_edited_line_is_not_for_the_program(source: Source) -> None:
    made = line(source, LineKind.BULLET, SPEED, "빨라짐")
    assert can_be_renewed(made)
    assert not can_be_renewed(replace(made, is_edited=True))
    assert not can_be_renewed(replace(made, author="person"))
