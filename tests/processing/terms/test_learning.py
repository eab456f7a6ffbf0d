"""Pairs learned in other notes: they propose first, apply when confirmed or told to, and never what was refused."""

from __future__ import annotations

import time

import pytest
from marked_notes import Note, analysed

from processing.korean import Korean
from processing.note import Edit, EditKind
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.context import RightForms
from processing.terms.learning import ALWAYS, NEVER, LearnedPair, joined, learned_proposals, with_learned


def note_of(text: str, korean: Korean) -> Note:
    return analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)


def offered(text: str, pairs: list[LearnedPair], korean: Korean, right: RightForms) -> list[Proposal]:
    return learned_proposals(note_of(text, korean).analysis, pairs, right.is_listed)


def test_a_pair_of_one_note_proposes_with_its_particle(korean: Korean, right: RightForms) -> None:
    found = offered(
        "버다코를 소개합니다. 버다코가 후원하고 버다코랑 갑니다.", [LearnedPair("버다코", "버다콤")], korean, right
    )
    assert [p.edit.after for p in found] == ["버다콤을", "버다콤이", "버다콤이랑"]
    assert {(p.decision, p.edit.source, p.term, p.heard) for p in found} == {(PROPOSE, "learned", "버다콤", "버다코")}


@pytest.mark.parametrize(
    ("notes", "reason"), [(1, "다른 노트 1개에서 이렇게 고치셨음"), (0, "이 노트에서 이렇게 고치셨음")]
)
def test_the_reason_tells_where_it_was_corrected(notes: int, reason: str, korean: Korean, right: RightForms) -> None:
    (found,) = offered("버다코를 소개합니다.", [LearnedPair("버다코", "버다콤", notes=notes)], korean, right)
    assert found.edit.reason == reason


def test_a_pair_confirmed_in_a_second_note_is_applied(korean: Korean, right: RightForms) -> None:
    (found,) = offered("버다코를 소개합니다.", [LearnedPair("버다코", "버다코어", 2, 0, 2)], korean, right)
    assert found.decision == APPLY


def test_an_ordinary_word_is_applied_only_if_told_to(korean: Korean, right: RightForms) -> None:
    text = "고서를 하나 냅니다."
    (found,) = offered(text, [LearnedPair("고서", "보고서", 5, 0, 4)], korean, right)
    assert found.decision == PROPOSE
    (found,) = offered(text, [LearnedPair("고서", "보고서", 1, 0, 1, ALWAYS)], korean, right)
    assert found.decision == APPLY


@pytest.mark.parametrize(
    "pair", [LearnedPair("버다코", "버다코어", 1, 1), LearnedPair("버다코", "버다코어", 3, 0, 2, NEVER)]
)
def test_what_was_refused_is_not_offered(pair: LearnedPair, korean: Korean, right: RightForms) -> None:
    assert offered("버다코를 소개합니다.", [pair], korean, right) == []


def test_two_meanings_of_one_word_are_offered_never_applied(korean: Korean, right: RightForms) -> None:
    pairs = [LearnedPair("버다코", "버다코어", 3, 0, 3), LearnedPair("버다코", "버디코", 2, 0, 2)]
    (found,) = offered("버다코를 봅니다.", pairs, korean, right)
    assert (found.decision, found.edit.after, found.alternatives) == (PROPOSE, "버다코어", ("버디코",))


def test_a_longer_word_that_begins_so_is_left_alone(korean: Korean, right: RightForms) -> None:
    pairs = [LearnedPair("랩", "RAG", 3, 0, 3)]
    assert offered("랩터를 보고 랩탑을 샀습니다. 스크랩도 했어요.", pairs, korean, right) == []


def test_what_was_learned_comes_before_what_was_found() -> None:
    def proposal(start: int, before: str, after: str, term: str, decision: str = PROPOSE) -> Proposal:
        edit = Edit(start, start + len(before), before, after, EditKind.TERM, "sound", 0.5)
        return Proposal(edit, decision, term, before)

    found = [
        proposal(0, "레그", "로그", "로그"),
        proposal(5, "커리", "쿼리", "쿼리"),
        proposal(9, "랩", "RAG", "RAG", APPLY),
        proposal(12, "버트", "BERT", "BERT"),
    ]
    learned = [
        proposal(0, "레그", "RAG", "RAG"),
        proposal(9, "랩", "RAG", "RAG"),
        proposal(12, "버트", "BERT", "BERT"),
    ]
    pairs = [LearnedPair("커리", "쿼리", rule=NEVER)]
    result = with_learned(found, learned, pairs)
    assert [(p.edit.after, p.decision, p.alternatives) for p in result] == [
        ("RAG", PROPOSE, ("로그",)),
        ("RAG", APPLY, ()),
        ("BERT", PROPOSE, ()),
    ]


def test_without_pairs_nothing_changes(korean: Korean, right: RightForms) -> None:
    assert offered("버다코를 봅니다.", [], korean, right) == []


def test_a_word_corrected_in_thousands_of_places_is_joined_in_no_time() -> None:
    """Ten hours may say it so often, and the window waits for the list."""

    def offers(after: str) -> list[Proposal]:
        edits = [Edit(at, at + 2, "레그", after, EditKind.TERM) for at in range(0, 60_000, 10)]
        return [Proposal(edit, PROPOSE, after, "레그") for edit in edits]

    standing, taught = offers("랙"), offers("RAG")
    start = time.process_time()
    found = joined(standing, taught)
    assert time.process_time() - start < 3  # each against each takes a dozen seconds
    assert [(one.edit.after, one.alternatives) for one in found] == [("RAG", ("랙",))] * len(taught)
