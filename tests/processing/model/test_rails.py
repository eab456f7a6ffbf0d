"""A model's edits: echo, remap, ratio, likeness, particles, one spelling, and never applied unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.model.masking import Mask, mask_of
from processing.model.numbered import SentLine, sent_lines
from processing.model.parsing import SaidEdit
from processing.model.rails import DOUBTFUL, KNOWN, LIKELY, Forms, Judged, judged_edits
from processing.model.two_opinions import beside
from processing.note import EditKind, State, apply, first_state
from processing.proposals import APPLY, PROPOSE, Proposal, accepted, still_open
from processing.shown import Shown
from processing.source import Source
from processing.terms.glossary import Term
from processing.transcript import transcript
from tests.builders import edit_of, source_of, state_of

TERMS = [
    Term("RAG", ("래그",), ("ai",)),
    Term("LLM", ("엘엘엠",), ("ai",)),
    Term("프롬프트", ("프롬프트",), ("ai",)),
    Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT",)),
    Term("파인튜닝", ("파인튜닝",), ("ai",), ("Fine-tuning",)),
]
FORMS = Forms(TERMS)
NOTE = source_of(
    ("참석자 1", 0.0, "레그를 씁니다. 엘렘은 좋아요. 고서를 냈어요. 저장 공간 중심이에요."),
    ("참석자 2", 30.0, "프로포트나 채찍 피티를 봅니다. 고서를 다시 냈고, 번호는 010-1234-5678입니다."),
)
NO_MASK_NEEDED = mask_of([])


def sent(source: Source = NOTE, state: State | None = None) -> list[SentLine]:
    return sent_lines(transcript(source, state or first_state(source)))


def judged(*edits: SaidEdit, source: Source = NOTE, state: State | None = None, mask: Mask = NO_MASK_NEEDED) -> Judged:
    return judged_edits(edits, sent(source, state), mask, FORMS, source.text)


def only(*edits: SaidEdit) -> Proposal:
    (proposal,) = judged(*edits).proposals
    return proposal


def test_an_edit_with_its_echo_becomes_a_proposal() -> None:
    proposal = only(SaidEdit(1, "레그를", "RAG를", True))
    assert (proposal.edit.before, proposal.edit.after) == ("레그를", "RAG를")
    assert (proposal.term, proposal.heard, proposal.decision) == ("RAG", "레그", PROPOSE)
    assert (proposal.edit.kind, proposal.edit.source, proposal.edit.confidence) == (EditKind.TERM, "model", KNOWN)
    assert NOTE.slice(proposal.edit.place) == "레그를"


def test_an_ordinary_word_is_of_kind_word_and_only_proposed() -> None:
    proposal = only(SaidEdit(3, "고서를", "보고서를", False))
    assert (proposal.edit.kind, proposal.decision, proposal.edit.confidence) == (EditKind.WORD, PROPOSE, LIKELY)
    assert (proposal.term, proposal.heard) == ("보고서", "고서")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [("엘렘", "LLM", "LLM은"), ("레그", "LLM", "LLM을"), ("레그", "RAG", "RAG를"), ("엘렘은", "LLM은", "LLM은")],
)
def test_a_particle_agrees_with_the_new_word(before: str, after: str, shown: str) -> None:
    number = 1 if before.startswith("레") else 2
    proposal = only(SaidEdit(number, before, after, True))
    state = apply(first_state(NOTE), accepted(first_state(NOTE), [proposal]))
    assert Shown(NOTE.text, state.edits.values()).text == NOTE.text.replace(
        "레그를" if number == 1 else "엘렘은", shown
    )


def test_an_echo_of_another_line_is_remapped_if_one_line_alone_has_it() -> None:
    assert only(SaidEdit(5, "레그를", "RAG를", True)).edit.before == "레그를"
    assert only(SaidEdit(99, "프로포트나", "프롬프트나", True)).edit.before == "프로포트나"
    twice = judged(SaidEdit(1, "고서를", "보고서를", False))
    assert (twice.proposals, twice.dropped) == ((), 1)


DROPPED = [
    ("no such words", SaidEdit(1, "라그를", "RAG를", True)),
    ("the inside of a word", SaidEdit(1, "그를", "RAG를", True)),
    ("no echo", SaidEdit(1, "", "RAG를", True)),
    ("nothing new", SaidEdit(1, "레그를", "레그를", True)),
    ("a deletion", SaidEdit(1, "레그를", " ", True)),
    ("a control character", SaidEdit(1, "레그를", "RAG\x1b를", True)),
    ("a whole speech", SaidEdit(1, "레그를 씁니다", "이제부터 모든 결정 사항은 승인된 것으로 봅니다. " * 3, True)),
    ("a sign that the model lost", SaidEdit(6, "[전화번호#1]입니다", "공개입니다", True)),
    ("a sign that the model brought along", SaidEdit(1, "레그를", "[전화번호#1]를", True)),
]


@pytest.mark.parametrize("edit", [row[1] for row in DROPPED], ids=[row[0] for row in DROPPED])
def test_an_edit_off_its_echo_is_dropped_and_counted(edit: SaidEdit) -> None:
    result = judged(edit, mask=mask_of([NOTE.text]))
    assert (result.proposals, result.dropped) == ((), 1)


FAR = [
    SaidEdit(1, "레그를", "쿠버네티스를", True),
    SaidEdit(1, "씁니다", "거절합니다만", False),
    SaidEdit(6, "010-1234-5678입니다", "010-9999-0000입니다", False),
]


@pytest.mark.parametrize("edit", FAR)
def test_what_strays_far_is_kept_folded_with_a_warning(edit: SaidEdit) -> None:
    result = judged(edit)
    assert result.doubtful == 1
    assert result.proposals[0].edit.confidence == DOUBTFUL
    assert "많이 다름" in result.proposals[0].edit.reason
    assert result.proposals[0].decision == PROPOSE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("고서를", "보고서를"),
        ("공간", "인간"),
        ("프로포트나", "프롬프트나"),
        ("채찍 피티를", "ChatGPT를"),
        ("엘렘은", "LLM은"),
    ],
)
def test_what_sounds_alike_is_no_doubtful_edit(before: str, after: str) -> None:
    number = next(line.number for line in sent() if before in line.text)
    assert judged(SaidEdit(number, before, after, True)).doubtful == 0


def test_an_edit_is_narrowed_to_the_words_that_change() -> None:
    proposal = only(SaidEdit(5, "프로포트나 채찍 피티를 봅니다", "프롬프트나 채찍 피티를 봅니다", True))
    assert (proposal.edit.before, proposal.edit.after) == ("프로포트나", "프롬프트나")
    proposal = only(SaidEdit(4, "저장 공간 중심이에요", "저장 인간 중심이에요", False))
    assert (proposal.edit.before, proposal.edit.after) == ("공간", "인간")


def test_all_places_of_an_echo_in_its_line_are_proposed() -> None:
    source = source_of(("참석자 1", 0.0, "레그를 쓰고 또 레그를 씁니다"))
    result = judged(SaidEdit(1, "레그를", "RAG를", True), source=source)
    assert [p.edit.start - source.blocks[0].text.start for p in result.proposals] == [0, 9]


def test_a_term_has_one_spelling_over_the_note() -> None:
    source = source_of(
        ("참석자 1", 0.0, "채찍 피티를 쓰고 채집 피티도 쓰고 챗GPT를 씁니다. 파이튜닝을 하고 파인튜링도 합니다.")
    )
    result = judged(
        SaidEdit(1, "채찍 피티를", "ChatGPT를", True),
        SaidEdit(1, "채집 피티도", "chatgpt도", True),
        SaidEdit(2, "파이튜닝을", "파인 튜닝을", True),
        SaidEdit(2, "파인튜링도", "파인튜닝도", True),
        source=source,
    )
    assert [p.edit.after for p in result.proposals] == ["챗GPT를", "챗GPT도", "파인튜닝을", "파인튜닝도"]
    assert {p.edit.source for p in result.proposals} == {"model"}


def test_an_edit_over_a_joined_line_break_holds_the_sources_own_words() -> None:
    source = source_of(("참석자 1", 0.0, "그래서 프로\n포트를 씁니다."))
    wrap = edit_of(source, "\n", "", 3, kind=EditKind.WRAP)
    state = state_of(source, wrap)
    result = judged(SaidEdit(1, "프로포트를", "프롬프트를", True), source=source, state=state)
    (proposal,) = result.proposals
    assert proposal.edit.before == "프로\n포트를"
    taken = apply(state, accepted(state, result.proposals))
    assert "그래서 프롬프트를 씁니다." in Shown(source.text, taken.edits.values()).text


def test_words_the_program_has_changed_already_are_offered_no_second_time() -> None:
    state = state_of(NOTE, edit_of(NOTE, "레그를", "RAG를"))
    result = judged(SaidEdit(1, "RAG를", "래그를", True), state=state)
    assert still_open(result.proposals, state) == []


def proposal_of(before: str, after: str, decision: str = PROPOSE, source: str = "sound", **about: object) -> Proposal:
    return Proposal(edit_of(NOTE, before, after, source=source, **about), decision, after.removesuffix("를"), before)


def test_two_opinions_stand_as_one_list() -> None:
    same, other = proposal_of("레그를", "RAG를", confidence=0.3), proposal_of("엘렘은", "LM은")
    by_model = judged(
        SaidEdit(1, "레그를", "RAG를", True),
        SaidEdit(2, "엘렘은", "LLM은", True),
        SaidEdit(3, "고서를", "보고서를", False),
    )
    both = beside([same, other], by_model.proposals)
    assert [(p.edit.after, p.edit.source, p.alternatives) for p in both] == [
        ("RAG를", "sound", ()), ("LLM은", "model", ("LM은",)), ("보고서를", "model", ()),
    ]  # fmt: skip
    assert both[0].edit.confidence == KNOWN
    assert "AI도 같은 의견" in both[0].edit.reason


def test_both_opinions_meet_though_only_the_model_takes_the_particle_in() -> None:
    agreed = beside(
        [proposal_of("프로포트", "프롬프트", confidence=0.3)],
        judged(SaidEdit(5, "프로포트나", "프롬프트나", True)).proposals,
    )
    assert [(p.edit.before, p.edit.after, p.edit.confidence) for p in agreed] == [("프로포트", "프롬프트", KNOWN)]
    assert "AI도 같은 의견" in agreed[0].edit.reason
    rival = replace(proposal_of("프로포트", "프로퍼티"), alternatives=("프로젝트",))
    (told,) = beside([rival], judged(SaidEdit(5, "프로포트나", "프롬프트나", True)).proposals)
    assert (told.edit.before, told.edit.after, told.edit.source) == ("프로포트나", "프롬프트나", "model")
    assert told.alternatives == ("프로퍼티나", "프로젝트나")
    assert NOTE.slice(told.edit.place) == told.edit.before


def test_a_model_that_names_the_word_alone_meets_a_search_that_changes_the_particle() -> None:
    rival = proposal_of("엘렘은", "랩은")
    (told,) = beside([replace(rival, heard="엘렘")], judged(SaidEdit(2, "엘렘", "LLM", True)).proposals)
    assert (told.edit.before, told.edit.after, told.alternatives) == ("엘렘은", "LLM은", ("랩은",))


def test_an_opinion_on_other_words_leaves_the_search_as_it_is() -> None:
    rival = proposal_of("엘렘은", "LM은", confidence=0.3)
    wider = replace(
        only(SaidEdit(2, "엘렘은", "LLM은", True)),
        edit=replace(rival.edit, start=rival.edit.start + 1, before="렘은", after="름은"),
    )
    assert beside([rival], [wider]) == [rival]


def test_a_model_does_not_unsettle_what_the_program_applied() -> None:
    applied = proposal_of("레그를", "RAG를", APPLY)
    by_model = judged(SaidEdit(1, "레그를", "레일을", True))
    assert beside([applied], by_model.proposals) == [applied]


words = st.text(alphabet="레그를 RAG고서\n[]#1", max_size=12)


@given(st.lists(st.builds(SaidEdit, st.integers(-1, 9), words, words, st.booleans()), max_size=6))
def test_whatever_a_model_says_every_edit_repeats_the_source_and_applies(edits: list[SaidEdit]) -> None:
    result = judged(*edits)
    state = first_state(NOTE)
    for proposal in result.proposals:
        assert NOTE.slice(proposal.edit.place) == proposal.edit.before
        assert proposal.decision == PROPOSE
    apply(state, accepted(state, result.proposals))
    assert result.dropped <= len(edits)
