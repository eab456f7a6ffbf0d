"""All that speaks for a correction together: own terms, learned pairs, names, and what one correction brings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_notes import Note, analysed

from processing.korean import Korean
from processing.note import Edit, Speaker, apply, change_of
from processing.pipeline import Workshop
from processing.proposals import APPLY, PROPOSE, Proposal, accepted, still_open
from processing.source import Source
from processing.terms.corrector import Corrector
from processing.terms.glossary import USER, Term
from processing.terms.learning import ALWAYS, NEVER, LearnedPair, joined, without
from processing.terms.memory import Memory

OWN = Term("가온트리움", ("가온트리움",), (), (), USER)
TALK = """회의

참석자 1 00:00
오늘은 버다코를 봅니다. 가온트림이 같이합니다. 버다코가 후원하고 버다 코어는 현수막만 답니다.

참석자 2 00:40
버다코아에 고맙다고 전해 주세요. 현주 씨가 말했습니다. 챗GPT를 씁니다.
"""


@pytest.fixture(scope="module")
def corrector(korean: Korean) -> Corrector:
    return Corrector([], korean.morphemes)


@pytest.fixture(scope="module")
def note(korean: Korean) -> Note:
    return analysed(TALK.encode(), "note.txt", korean)


def read_so(proposals: list[Proposal]) -> dict[str, str]:
    return {p.edit.before: p.edit.after for p in proposals}


def test_an_own_term_is_found_as_soon_as_it_is_known(corrector: Corrector, note: Note) -> None:
    corrector.remember(Memory())
    assert "가온트리움" not in str(read_so(corrector.proposals(note.analysis)))
    corrector.remember(Memory(terms=(OWN,)))
    assert read_so(corrector.proposals(note.analysis))["가온트림"] == "가온트리움"


def test_an_own_term_without_a_reading_gets_a_guessed_one(corrector: Corrector) -> None:
    corrector.remember(Memory(terms=(Term("Verdaco", (), (), (), USER),)))
    term = corrector.term_of("verdaco")
    assert term is not None
    assert term.readings


def test_packs_and_terms_are_switched_off(corrector: Corrector) -> None:
    corrector.remember(Memory())
    assert corrector.term_of("파인튜닝") is not None
    corrector.remember(Memory(off_terms=("파인튜닝",)))
    assert corrector.term_of("파인튜닝") is None
    many = len(corrector.terms)
    corrector.remember(Memory(off_packs=("english", "office")))
    assert len(corrector.terms) < many - 500


def test_the_person_s_spelling_takes_over_ours(corrector: Corrector) -> None:
    corrector.remember(Memory(terms=(Term("챗GPT", (), (), (), USER),)))
    term = corrector.term_of("ChatGPT")
    assert term is not None
    assert term.term == "챗GPT"
    assert "ChatGPT" in term.aliases


def test_a_learned_pair_is_offered_applied_or_kept_back(corrector: Corrector, note: Note) -> None:
    for pair, decision in (
        (LearnedPair("버다코", "버다코어"), PROPOSE),
        (LearnedPair("버다코", "버다코어", 1, 0, 1, ALWAYS), APPLY),
    ):
        corrector.remember(Memory(learned=(pair,)))
        learned = [p for p in corrector.proposals(note.analysis) if p.edit.source == "learned"]
        assert [(p.edit.after, p.decision) for p in learned] == [("버다코어", decision)] * 2
    corrector.remember(Memory(terms=(OWN,), learned=(LearnedPair("가온트림", "가온트리움", rule=NEVER),)))
    assert "가온트림" not in read_so(corrector.proposals(note.analysis))


def test_a_speaker_s_name_is_offered_only(corrector: Corrector, note: Note) -> None:
    corrector.remember(Memory())
    named = replace(note.state, speakers={**note.state.speakers, "s1": Speaker("참석자 1", "박현준")})
    (found,) = [p for p in corrector.proposals(note.analysis, named) if p.term == "현준"]
    assert (found.edit.before, found.edit.after, found.decision) == ("현주", "현준", PROPOSE)
    assert not [p for p in corrector.proposals(note.analysis, note.state) if p.term == "현준"]


def typed(source: Source, before: str, after: str) -> Edit:
    start = source.text.index(before)
    return Edit(start, start + len(before), before, after, by="person")


def test_one_correction_brings_the_others_into_one_cluster(corrector: Corrector, note: Note) -> None:
    corrector.remember(Memory())
    edit = typed(note.source, "버다코", "버다코어")
    state = apply(note.state, change_of(note.state, {("edits", edit.id): edit}))
    taught = corrector.taught(note.analysis, state, [edit])
    assert (taught.lessons[edit.id].heard, taught.lessons[edit.id].meant) == ("버다코", "버다코어")
    assert {p.term for p in taught.proposals} == {"버다코어"}
    assert [p.edit.before for p in taught.proposals] == ["버다코", "버다 코어", "버다코아"]
    offered = joined(corrector.proposals(note.analysis), taught.proposals)
    assert len(still_open(offered, state)) >= 3
    state = apply(state, accepted(state, taught.proposals))
    assert not still_open(taught.proposals, state)


def test_a_taught_place_keeps_what_stood_there_as_its_alternative() -> None:
    def proposal(after: str) -> Proposal:
        return Proposal(Edit(0, 2, "레그", after), PROPOSE, after, "레그")

    (one,) = joined([proposal("로그")], [proposal("RAG")])
    assert (one.term, one.alternatives) == ("RAG", ("로그",))
    assert joined([proposal("RAG")], [proposal("RAG")]) == [proposal("RAG")]
    assert without([proposal("RAG"), proposal("로그")], "레그", "RAG") == [proposal("로그")]


def test_the_workshop_uses_what_was_taught_and_keeps_its_analysis(korean: Korean, note: Note) -> None:
    workshop = Workshop(korean, summarises=False)
    workshop.remember(Memory(learned=(LearnedPair("버다코", "버다코어", 2, 0, 2),)))
    cleaned = workshop.clean(note.source)
    assert {e.after for e in cleaned.state.edits.values() if e.source == "learned"} == {"버다코어"}
    anew = Workshop(korean, summarises=False)
    kept = [s.text for s in workshop.analysis_of(note.source, cleaned.state).sentences]
    assert [s.text for s in anew.analysis_of(note.source, cleaned.state).sentences] == kept


def test_what_the_program_applied_wrongly_gives_way_to_what_a_person_taught(
    corrector: Corrector, korean: Korean
) -> None:
    corrector.remember(Memory())
    note = analysed(
        "회의\n\n참석자 1 00:00\n버다코를 봅니다. 버다코가 좋고 버다코랑 갑니다.\n".encode(), "note.txt", korean
    )
    wrong = [
        replace(typed(note.source, said, after), by="program")
        for said, after in (("버다코가", "버디가"), ("버다코랑", "버디랑"))
    ]
    edit = typed(note.source, "버다코", "버다콤")
    edits = {one.id: one for one in (edit, *wrong)}
    state = apply(note.state, change_of(note.state, {("edits", id_): one for id_, one in edits.items()}))
    places = corrector.taught(note.analysis, state, [edit]).proposals
    assert [p.edit.after for p in places] == ["버다콤이", "버다콤이랑"]
    after = apply(state, accepted(state, places))
    assert {e.after for e in after.edits.values()} == {"버다콤", "버다콤이", "버다콤이랑"}
    by_hand = replace(wrong[0], by="person")
    state = apply(state, change_of(state, {("edits", by_hand.id): by_hand}))
    assert [p.edit.after for p in still_open(places, state)] == ["버다콤이랑"]
