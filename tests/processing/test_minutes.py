"""The minutes as a view: names and terms renewed, withheld words out, evidence found again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from processing.export.blocks import LECTURE, MINUTES, Choices
from processing.export.markdown import markdown
from processing.minutes import minutes_of, shown_minutes
from processing.minutes_lines import LinesMade
from processing.note import NO_SPEAKER, EditKind, Line, LineKind, Speaker, change_of
from processing.proposals import APPLY, PROPOSE, Proposal, TurnProposal
from tests.builders import edit_of, line_of, place_of, source_of, state_of

TALK = source_of(
    ("참석자 1", 0, "첫째 말입니다. 둘째 말입니다."),
    ("참석자 1", 60, "셋째 말입니다."),
    ("참석자 2", 75, "넷째 말입니다."),
)


def test_turns_carry_times_and_lines() -> None:
    minutes = minutes_of(TALK, state_of(TALK))
    assert [(t.label, t.start_s, t.end_s, t.source_line) for t in minutes.turns] == [
        ("참석자 1", 0, 60, 4),
        ("참석자 1", 60, 75, 7),
        ("참석자 2", 75, 85, 10),
    ]
    assert [(s.label, s.turns, s.seconds) for s in minutes.speakers] == [("참석자 1", 2, 75), ("참석자 2", 1, 10)]


def test_a_withheld_turn_is_gone_with_the_lines_that_rest_on_it() -> None:
    state = state_of(
        TALK,
        line_of(TALK, LineKind.SUMMARY, "셋째만", "셋째"),
        line_of(TALK, LineKind.SUMMARY, "첫째 말", "첫째", "셋째"),
        line_of(TALK, LineKind.SUMMARY, "첫째와 셋째", "첫째", "셋째"),
        withheld={"w": place_of(TALK, "셋째 말입니다.")},
    )
    minutes = minutes_of(TALK, state)
    assert [turn.text for turn in minutes.turns] == ["첫째 말입니다. 둘째 말입니다.", "넷째 말입니다."]
    assert [line.text for line in minutes.summary] == ["첫째 말"]
    assert minutes.summary[0].evidence[0].turn_cut == minutes.turns[0].cut
    assert len(minutes.summary[0].evidence) == 1


def test_a_withheld_selection_leaves_the_rest_of_its_paragraph() -> None:
    minutes = minutes_of(TALK, state_of(TALK, withheld={"w": place_of(TALK, "첫째 말입니다.")}))
    assert minutes.turns[0].text == "둘째 말입니다."


def test_an_edit_that_reaches_into_withheld_words_is_not_told() -> None:
    edit = edit_of(TALK, "둘째 말", "둘째 얘기")
    minutes = minutes_of(TALK, state_of(TALK, edit, withheld={"w": place_of(TALK, "말입니다.", 1)}))
    assert minutes.corrections == ()
    assert minutes.turns[0].text == "첫째 말입니다."


def test_an_answer_goes_with_its_words_and_a_question_stays() -> None:
    line = line_of(TALK, LineKind.QUESTION, "첫째?", "첫째", "넷째", answer="넷째!")
    minutes = minutes_of(TALK, state_of(TALK, line, withheld={"w": place_of(TALK, "넷째 말입니다.")}))
    assert [(line.text, line.line.answer) for line in minutes.questions] == [("첫째?", None)]
    assert not minutes_of(TALK, state_of(TALK, line, withheld={"w": place_of(TALK, "첫째 말입니다.")})).questions


def test_bullets_outlive_their_withheld_topic() -> None:
    lines = [
        line_of(TALK, LineKind.TOPIC, "비밀 주제", "넷째"),
        line_of(TALK, LineKind.BULLET, "첫째임", "첫째", topic="l1"),
    ]
    minutes = minutes_of(TALK, state_of(TALK, *lines, withheld={"w": place_of(TALK, "넷째 말입니다.")}))
    assert [(topic.title, [b.text for b in topic.bullets]) for topic in minutes.topics] == [("기타", ["첫째임"])]


def test_a_name_takes_the_place_of_the_label_with_its_particle() -> None:
    source = source_of(("참석자 1", 0, "말."), ("참석자 12", 5, "답."))
    line = line_of(source, LineKind.ACTION, "참석자 1이 참석자 12와 씀", "말", owner="참석자 1")
    state = state_of(source, line)
    state = replace(state, speakers={**state.speakers, "s1": Speaker("참석자 1", "김철수")})
    action = minutes_of(source, state).actions[0]
    assert (action.text, action.line.owner) == ("김철수가 참석자 12와 씀", "김철수")


@pytest.mark.parametrize(
    ("label", "name", "words", "shown"),
    [
        ("이사", "김이사", "이사회에서 이사가 말함", "이사회에서 김이사가 말함"),
        ("김민수", "김민수 팀장", "김민수 팀장이 씀, 김민수는 봄", "김민수 팀장이 씀, 김민수 팀장은 봄"),
        ("참석자 1", "박", "참석자 10과 참석자 1과", "참석자 10과 박과"),
    ],
)
def test_only_a_label_that_stands_alone_becomes_the_name(label: str, name: str, words: str, shown: str) -> None:
    source = source_of((label, 0, "말."))
    state = state_of(source, Line(LineKind.SUMMARY, words, "person"))
    named = replace(state, speakers={"s1": Speaker(label, name)})
    assert minutes_of(source, named).summary[0].text == shown


def test_a_term_applied_later_renews_the_program_s_line_but_not_a_person_s() -> None:
    source = source_of(("참석자 1", 0, "레그를 씁니다."))
    lines = [
        line_of(source, LineKind.SUMMARY, "레그 도입", "레그를 씁니다."),
        line_of(source, LineKind.SUMMARY, "레그 도입", "레그를 씁니다.", author="person", order=1),
        line_of(source, LineKind.SUMMARY, "브레그 도입", "레그를 씁니다.", order=2),
    ]
    minutes = minutes_of(source, state_of(source, edit_of(source, "레그를", "RAG를"), *lines))
    assert [line.text for line in minutes.summary] == ["RAG 도입", "레그 도입", "브레그 도입"]


def test_evidence_tells_turn_paragraph_time_and_column() -> None:
    minutes = minutes_of(TALK, state_of(TALK, line_of(TALK, LineKind.SUMMARY, "둘째", "둘째")))
    evidence = minutes.summary[0].evidence[0]
    assert (evidence.turn_cut, evidence.start_s) == (minutes.turns[0].cut, 0)
    assert (evidence.source_line, evidence.source_column) == (4, 9)


def test_open_proposals_follow_the_edits_one_a_place() -> None:
    applied, offered = edit_of(TALK, "첫째", "일째"), edit_of(TALK, "셋째", "삼째")
    rival = edit_of(TALK, "셋째", "세 번째")
    ignored = edit_of(TALK, "넷째", "사째")
    proposals = [
        Proposal(applied, APPLY, "일째", "첫째", ("한째",)),
        *(Proposal(edit, PROPOSE, edit.after, edit.before) for edit in (offered, rival, ignored)),
    ]
    state = state_of(TALK, applied, verdicts={ignored.id: "ignored"})
    told = [(c.edit.before, c.decision, c.alternatives) for c in minutes_of(TALK, state, proposals).corrections]
    assert told == [("첫째", "apply", ("한째",)), ("셋째", "propose", ())]


def test_turn_changes_tell_merges_joins_and_what_is_offered() -> None:
    state = state_of(TALK)
    second, third = (block.text.start for block in TALK.blocks[1:])
    header = TALK.blocks[1].header
    assert header is not None
    merge = TurnProposal("merge", APPLY, header, "이어지는 말", change_of(state, {("cuts", second): None}))
    other = change_of(state, {("cuts", third): "s1"})
    offered = TurnProposal("reassign", PROPOSE, TALK.blocks[2].text, "한 사람인 듯합니다.", other)
    merged = replace(state, cuts={offset: id_ for offset, id_ in state.cuts.items() if offset != second})
    changes = minutes_of(TALK, merged, (), [merge, offered]).turn_changes
    assert [(c.kind, c.decision, c.source_line, c.detail) for c in changes] == [
        ("merge", "apply", 6, "이어지는 말"),
        ("reassign", "propose", 10, "한 사람인 듯합니다."),
    ]


def test_a_join_is_a_turn_change_and_no_correction() -> None:
    torn = source_of(("참석자 1", 0, "첫째 말을 둘로"), ("참석자 1", 60, "나누었습니다."))
    first, second = torn.blocks
    join = edit_of(torn, torn.text[first.text.end : second.text.start], " ", kind=EditKind.JOIN, reason="문장이 이어짐")
    minutes = minutes_of(torn, replace(state_of(torn, join), cuts={first.text.start: "s1"}))
    assert minutes.corrections == ()
    assert [(c.kind, c.source_line) for c in minutes.turn_changes] == [("join", 4), ("merge", 6)]
    assert minutes.turns[0].text == "첫째 말을 둘로 나누었습니다."


def test_a_turn_of_nobody_has_no_label() -> None:
    source = source_of((None, None, "말."))
    minutes = minutes_of(source, replace(state_of(source), cuts={source.blocks[0].text.start: NO_SPEAKER}))
    assert (minutes.turns[0].label, minutes.turns[0].start_s, minutes.speakers) == (None, None, ())


@pytest.mark.parametrize(("given", "taken"), [("안건 하나", ("안건 하나",)), (("가", "나"), ("가", "나")), ("", ())])
def test_the_form_takes_a_list_or_one_entry(given: object, taken: tuple[str, ...]) -> None:
    assert minutes_of(TALK, state_of(TALK, info={"agenda": given, "title": "회의"})).info.agenda == taken


def test_a_quotation_stands_in_corner_brackets() -> None:
    line = Line(LineKind.SUMMARY, "그래서 이제 하죠", "person", is_quoted=True)
    assert minutes_of(TALK, state_of(TALK, line)).summary[0].text == "「그래서 이제 하죠」"


REWRITTEN = [
    ("첫째 말을 먼저 함", True),
    ("첫째 말 뒤에 둘째 말", True),
    ("이전 일정 확정", False),
    ("첫째 말을 30일까지 함", False),
]


@pytest.mark.parametrize(("text", "is_said"), REWRITTEN)
@pytest.mark.parametrize("by_hand", [{"is_edited": True}, {"author": "person"}], ids=["rewritten", "written"])
def test_a_person_s_own_words_bear_a_time_only_where_it_is_theirs(
    text: str, is_said: bool, by_hand: dict[str, Any]
) -> None:
    line = line_of(TALK, LineKind.HEADLINE, text, "첫째 말입니다. 둘째 말입니다.", **by_hand)
    minutes = minutes_of(TALK, state_of(TALK, line))
    assert minutes.headline is not None
    assert (minutes.headline.is_said, bool(minutes.headline.cited)) == (is_said, is_said)
    assert minutes.headline.evidence, "the window still shows what the line was made of"
    for template in (MINUTES, LECTURE):
        assert ("(00:00)" in markdown(minutes, Choices(template))) is is_said


@pytest.mark.parametrize("said", ["첫째", "둘째 말입니다", "셋째", "말입니다"])
def test_a_line_said_by_another_is_marked_whichever_turn_it_is_of(said: str) -> None:
    """The last turn ends where the text does, and what is made after an action is what is made anew."""
    talk = source_of(("참석자 1", 0, "첫째입니다."), ("참석자 2", 60, "이제 셋째 말입니다, 아니 둘째 말입니다."))
    before = state_of(talk, line_of(talk, LineKind.SUMMARY, "요약", said))
    after = replace(before, cuts=dict(zip(before.cuts, reversed(before.cuts.values()), strict=True)))
    making = LinesMade(talk)
    assert not shown_minutes(talk, before, making=making).summary[0].is_changed
    assert shown_minutes(talk, after, making=making).summary == shown_minutes(talk, after).summary
    assert shown_minutes(talk, after).summary[0].is_changed
