"""All that speaks for a correction together: own terms, learned pairs, names, and what one correction brings."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest
from marked_notes import Note, analysed, marked

from processing.korean import Korean
from processing.note import Edit, EditKind, Speaker, State, apply, change_of
from processing.pipeline import Workshop
from processing.proposals import APPLY, PROPOSE, Proposal, accepted, still_open
from processing.source import Place, Source
from processing.terms.corrector import Corrector
from processing.terms.glossary import USER, Term
from processing.terms.learning import ALWAYS, NEVER, LearnedPair, joined, without
from processing.terms.memory import Memory

MINE = Memory(
    terms=(
        Term("가온트리움", ("가온트리움",), (), (), USER),
        Term("Verdaco", (), (), (), USER),
        Term("챗GPT", (), (), (), USER),
    )
)
CASES = Path(__file__).parents[2] / "cases"
TALK = """회의

참석자 1 00:00
오늘은 버다코를 봅니다. 가온트림이 같이합니다. 버다코가 후원하고 버다 코어는 현수막만 답니다.

참석자 2 00:40
버다코아에 고맙다고 전해 주세요. 현주 씨가 말했습니다. 챗GPT를 씁니다.
"""


@pytest.fixture
def corrector(workshop_without_summary: Workshop) -> Corrector:
    """One that was taught nothing."""
    return copy(workshop_without_summary.corrector)


@pytest.fixture(scope="module")
def learner(workshop_without_summary: Workshop) -> Corrector:
    """One to be taught terms, which takes the better part of a second unless it knows just these."""
    return copy(workshop_without_summary.corrector)


@pytest.fixture(scope="module")
def note(korean: Korean) -> Note:
    return analysed(TALK.encode(), "note.txt", korean)


def read_so(proposals: list[Proposal]) -> dict[str, str]:
    return {p.edit.before: p.edit.after for p in proposals}


def test_an_own_term_is_found_as_soon_as_it_is_known(learner: Corrector, note: Note) -> None:
    assert "가온트리움" not in str(read_so(learner.proposals(note.analysis)))
    learner.remember(MINE)
    assert read_so(learner.proposals(note.analysis))["가온트림"] == "가온트리움"


def test_an_own_term_without_a_reading_gets_a_guessed_one(learner: Corrector) -> None:
    learner.remember(MINE)
    term = learner.term_of("verdaco")
    assert term is not None
    assert term.readings


def test_packs_and_terms_are_switched_off(corrector: Corrector) -> None:
    assert corrector.term_of("파인튜닝") is not None
    many = len(corrector.terms)
    corrector.remember(Memory(off_terms=("파인튜닝",), off_packs=("english", "office")))
    assert corrector.term_of("파인튜닝") is None
    assert corrector.term_of("RAG") is not None
    assert len(corrector.terms) < many - 500


def test_the_person_s_spelling_takes_over_ours(learner: Corrector) -> None:
    learner.remember(MINE)
    term = learner.term_of("ChatGPT")
    assert term is not None
    assert term.term == "챗GPT"
    assert "ChatGPT" in term.aliases


def test_a_learned_pair_is_offered_applied_or_kept_back(corrector: Corrector, learner: Corrector, note: Note) -> None:
    for pair, decision in (
        (LearnedPair("버다코", "버다코어"), PROPOSE),
        (LearnedPair("버다코", "버다코어", 1, 0, 1, ALWAYS), APPLY),
    ):
        corrector.remember(Memory(learned=(pair,)))
        learned = [p for p in corrector.proposals(note.analysis) if p.edit.source == "learned"]
        assert [(p.edit.after, p.decision) for p in learned] == [("버다코어", decision)] * 2
    learner.remember(replace(MINE, learned=(LearnedPair("가온트림", "가온트리움", rule=NEVER),)))
    assert "가온트림" not in read_so(learner.proposals(note.analysis))


def test_a_speaker_s_name_is_offered_only(corrector: Corrector, note: Note) -> None:
    named = replace(note.state, speakers={**note.state.speakers, "s1": Speaker("참석자 1", "박현준")})
    (found,) = [p for p in corrector.proposals(note.analysis, named) if p.term == "현준"]
    assert (found.edit.before, found.edit.after, found.decision) == ("현주", "현준", PROPOSE)
    assert not [p for p in corrector.proposals(note.analysis, note.state) if p.term == "현준"]


def typed(source: Source, before: str, after: str) -> Edit:
    start = source.text.index(before)
    return Edit(start, start + len(before), before, after, by="person")


def test_one_correction_brings_the_others_into_one_cluster(corrector: Corrector, note: Note) -> None:
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


def test_the_workshop_uses_what_was_taught_and_keeps_its_analysis(
    korean: Korean, workshop_without_summary: Workshop, note: Note
) -> None:
    workshop = Workshop(korean, summarises=False)
    workshop.remember(Memory(learned=(LearnedPair("버다코", "버다코어", 2, 0, 2),)))
    cleaned = workshop.clean(note.source)
    assert {e.after for e in cleaned.state.edits.values() if e.source == "learned"} == {"버다코어"}
    kept = [s.text for s in workshop.analysis_of(note.source, cleaned.state).sentences]
    anew = workshop_without_summary.analysis_of(note.source, cleaned.state)
    assert [s.text for s in anew.sentences] == kept


def test_what_the_program_applied_wrongly_gives_way_to_what_a_person_taught(
    corrector: Corrector, korean: Korean
) -> None:
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


SPELT = """회의

참석자 1 00:00
오늘은 챗gpt를 봅니다. 챗gpt가 좋습니다. 채찍 피티를 쓰고 챗gpt랑 비교합니다.
"""


@pytest.fixture
def spelt(korean: Korean) -> tuple[Note, State]:
    """A note in which the program has put 챗GPT for a word misheard, and offers the same for 챗gpt."""
    note = analysed(SPELT.encode(), "note.txt", korean)
    applied = replace(typed(note.source, "채찍 피티를", "챗GPT를"), by="program", kind=EditKind.TERM)
    return note, apply(note.state, change_of(note.state, {("edits", applied.id): applied}))


@pytest.fixture
def few_terms(korean: Korean) -> Corrector:
    return Corrector([Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT",))], korean.morphemes, has_built_in=False)


def test_an_own_terms_spelling_is_offered_where_the_program_has_applied_another(
    few_terms: Corrector, spelt: tuple[Note, State]
) -> None:
    note, state = spelt
    few_terms.remember(Memory(terms=(Term("에이아이 비서", ("에이아이비서",), (), ("ChatGPT", "챗GPT"), USER),)))
    assert [
        p for p in few_terms.proposals(note.analysis, state) if p.edit.before == "채찍 피티를"
    ] == []  # no such name
    few_terms.remember(Memory(terms=(Term("ChatGPT", ("챗지피티",), (), (), USER),)))
    found = still_open(few_terms.proposals(note.analysis, state), state)
    assert [(p.heard, p.edit.after, p.edit.kind) for p in found] == [
        ("챗gpt", "ChatGPT", EditKind.STYLE),
        ("챗gpt", "ChatGPT", EditKind.STYLE),
        ("챗GPT", "ChatGPT를", EditKind.STYLE),
        ("챗gpt", "ChatGPT", EditKind.STYLE),
    ]
    after = apply(state, accepted(state, found))
    assert {e.after for e in after.edits.values()} == {"ChatGPT", "ChatGPT를"}


def test_a_spelling_typed_once_is_offered_where_the_program_has_applied_another(
    few_terms: Corrector, spelt: tuple[Note, State]
) -> None:
    note, state = spelt
    edit = replace(typed(note.source, "챗gpt", "ChatGPT"), kind=EditKind.STYLE, source="user")
    state = apply(state, change_of(state, {("edits", edit.id): edit}))
    places = few_terms.taught(note.analysis, state, [edit]).proposals
    assert [p.edit.after for p in places] == ["ChatGPT", "ChatGPT를", "ChatGPT"]
    assert len(still_open(places, state)) == 3


def test_one_correction_by_hand_of_a_term_in_no_glossary_reaches_nearly_all_of_its_other_places(
    corrector: Corrector, korean: Korean
) -> None:
    total = reached = 0
    for name in ("warehouse", "trial", "game", "festival", "plant"):
        heard = marked(CASES / "spread" / f"{name}.txt", korean)
        for meant, places in heard.places.items():
            assert corrector.term_of(meant) is None
            edit = typed_at(heard.source, places[0], meant)
            state = apply(heard.state, change_of(heard.state, {("edits", edit.id): edit}))
            found = still_open(corrector.taught(heard.analysis, state, [edit]).proposals, state)
            assert {one.term for one in found} <= {meant}
            total += len(places) - 1
            reached += sum(any(reads_so(place, one, meant) for one in found) for place in places[1:])
    assert total > 75
    assert reached / total >= 0.95


def typed_at(source: Source, place: Place, after: str) -> Edit:
    return Edit(place.start, place.end, source.slice(place), after, by="person")


def reads_so(place: Place, proposal: Proposal, meant: str) -> bool:
    edit = proposal.edit
    return edit.start <= place.start and place.end <= edit.end and edit.after.startswith(meant)
