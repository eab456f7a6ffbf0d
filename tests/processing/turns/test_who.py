"""Who a label is: names that people say of themselves, titles they are called by; how long each speaks."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from talks import CASES, korean
from turn_notes import source_of

from processing.analysis import Sentence
from processing.note import Speaker, apply, first_state
from processing.source import Header, Source
from processing.transcript import transcript
from processing.turns import by_hand
from processing.turns.persons import introduced_name
from processing.turns.speaking import speaking
from processing.turns.who import named_speakers, suggestions

A, B, C = "참석자 1", "참석자 2", "참석자 3"


PEOPLE: list[dict[str, Any]] = json.loads((CASES / "turns" / "who.json").read_text(encoding="utf-8"))


def named_in(talk: list[list[str]]) -> set[tuple[str, str, str]]:
    """What is proposed for a talk: (label, "name" or "role", its value); parts in a meeting are not titles."""
    source = source_of([(label, text) for label, text in talk])
    state = first_state(source)
    proposals = named_speakers(source, state, korean().analyse(transcript(source, state)))
    speakers = [step.new for proposal in proposals for step in proposal.change.steps.values()]
    found = {(s.label, kind, getattr(s, kind)) for s in speakers for kind in ("name", "role")}
    return {one for one in found if one[2] not in ("", "진행", "질문자")}


def expected_in(case: dict[str, Any]) -> set[tuple[str, str, str]]:
    pairs = [(label, dict(zip(("name", "role"), both, strict=True))) for label, both in case["expected"].items()]
    return {(label, kind, value) for label, both in pairs for kind, value in both.items() if value}


@pytest.mark.parametrize("case", [c for c in PEOPLE if not c["expected"]], ids=lambda case: case["about"])
def test_nobody_is_named_by_what_is_said_of_others(case: dict[str, Any]) -> None:
    assert named_in(case["talk"]) == set()


@pytest.mark.parametrize("case", [c for c in PEOPLE if c["expected"]], ids=lambda case: case["about"])
def test_those_who_say_who_they_are_or_are_called_are_named(case: dict[str, Any]) -> None:
    assert named_in(case["talk"]) == (set() if case.get("missed") else expected_in(case))


def test_a_label_that_is_a_name_keeps_it() -> None:
    talk = [["오하린", "먼저 보겠습니다."], ["참석자 1", "네 하린 님 감사합니다."]]
    assert named_in(talk) == set()


def sentence(text: str) -> Sentence:
    source = source_of([(A, text)])
    return korean().analyse(transcript(source, first_state(source))).sentences[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("저는 오늘 진행을 맡은 정유진입니다.", "정유진"),
        ("하늘디자인 한지우입니다.", "한지우"),
        ("저는 김철수라고 합니다.", "김철수"),
        ("저는 한지우라고 합니다.", "한지우"),
        ("김서우예요.", "김서우"),
        ("저는 김준이라고 합니다.", None),  # not 김준이
        ("저는 이준이라고 합니다.", None),
        ("저는 오산시입니다.", None),
        ("다음 발표자는 김민수입니다.", None),
        ("그게 가장 큰 문제점입니다.", None),
        ("이번 달 지원금입니다.", None),
        ("정말 전문가예요.", None),
        ("그게 최종본입니다.", None),
    ],
)
def test_a_name_is_what_one_says_of_oneself(text: str, name: str | None) -> None:
    assert introduced_name(sentence(text)) == name


@pytest.fixture
def panel() -> Source:
    return source_of(
        [
            (A, "안녕하세요. 오늘 토론의 진행을 맡은 정유진입니다. 먼저 오 변호사님께서 말씀해 주시죠."),
            (B, "네 법이 작년에 바뀌었습니다. 조회를 할 수 있게 되었어요."),
            (A, "잘 들었습니다. 다른 의견 있으십니까?"),
            (C, "저는 다르게 봅니다."),
        ]
    )


def test_names_and_titles_come_with_the_words_they_rest_on(panel: Source) -> None:
    state = first_state(panel)
    found = suggestions(panel, state, korean().analyse(transcript(panel, state)))
    assert found["s1"][0].name == "정유진"
    assert (found["s2"][0].name, found["s2"][0].role) == ("오 변호사", "")
    assert "s3" not in found
    assert all(s.place is not None and panel.slice(s.place) for some in found.values() for s in some)


def test_words_of_nobody_name_nobody() -> None:
    source = source_of([(None, "안녕하세요. 오늘 토론의 진행을 맡은 정유진입니다."), (None, "네 반갑습니다.")])
    state = first_state(source)
    assert suggestions(source, state, korean().analyse(transcript(source, state))) == {}


def test_the_owner_is_only_a_weak_hint_and_never_proposed(panel: Source) -> None:
    owned = replace(panel, header=Header(owner="이태수"))
    state = first_state(owned)
    analysis = korean().analyse(transcript(owned, state))
    assert suggestions(owned, state, analysis)["s3"][0].name == "이태수"
    assert all(
        step.new.name != "이태수" for p in named_speakers(owned, state, analysis) for step in p.change.steps.values()
    )


def test_an_institution_in_the_owner_line_is_nobody(panel: Source) -> None:
    owned = replace(panel, header=Header(owner="도서관"))
    state = first_state(owned)
    assert "s3" not in suggestions(owned, state, korean().analyse(transcript(owned, state)))


def test_a_proposed_name_is_taken_as_a_change_of_the_speaker(panel: Source) -> None:
    state = first_state(panel)
    proposals = named_speakers(panel, state, korean().analyse(transcript(panel, state)))
    for proposal in proposals:
        state = apply(state, proposal.change)
    assert state.speakers["s1"].name == "정유진"
    assert state.speakers["s2"] == Speaker(B, "오 변호사", "")
    assert {proposal.kind for proposal in proposals} == {"role"}


def test_time_in_a_block_that_two_share_is_divided_by_length() -> None:
    source = source_of([(A, "가나다라마. 바사아자차."), (B, "네.")])
    state = first_state(source)
    paragraph = transcript(source, state)[0].paragraphs[0]
    state = apply(state, by_hand.split(source, state, paragraph, 7, "s2"))
    shares = speaking(replace(source, header=Header(duration_s=20.0)), state)
    assert shares["s1"].seconds == pytest.approx(10 * 7 / 13)
    assert shares["s2"].seconds == pytest.approx(10 * 6 / 13 + 10)
    assert shares["s2"].turns == 2
    assert sum(one.share for one in shares.values()) == pytest.approx(1)


def test_without_times_the_share_is_of_the_words() -> None:
    source = source_of([(A, "가나다."), (B, "가나다라마바사.")])
    bare = replace(source, blocks=tuple(replace(block, start_s=None) for block in source.blocks))
    shares = speaking(bare, first_state(bare))
    assert shares["s1"].seconds is None
    assert shares["s1"].share == pytest.approx(4 / 12)
