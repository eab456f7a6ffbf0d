"""What a change of the note teaches about spelling: the form that a person typed, and nothing that was only unified."""

from __future__ import annotations

from dataclasses import replace

from desktop.glossary.taught_edits import acts_in, is_applied, spelt_as_chosen
from processing.note import Change, Edit, EditKind, State, Step
from processing.proposals import PROPOSE, Proposal


def offer(start: int, before: str, after: str, term: str, kind: EditKind = EditKind.STYLE) -> Proposal:
    return Proposal(Edit(start, start + len(before), before, after, kind, "glossary"), PROPOSE, term, before)


UNIFIED = offer(0, "챗gpt", "챗GPT", "챗GPT")
OPEN = offer(10, "채집 피티를", "챗GPT를", "챗GPT", EditKind.TERM)
OTHER = offer(30, "a2a", "A2A", "A2A")
TYPED = replace(UNIFIED.edit, after="ChatGPT", by="person", source="user")


def made(edit: Edit) -> Change:
    return Change({("edits", edit.id): Step(None, edit)})


def test_a_spelling_that_was_typed_teaches_and_one_that_was_only_taken_does_not() -> None:
    assert acts_in(made(TYPED)).made == (TYPED,)
    assert not acts_in(made(replace(UNIFIED.edit, by="person")))


def test_all_that_is_offered_of_a_term_follows_the_spelling_that_was_typed() -> None:
    offered = (UNIFIED, OPEN, OTHER)
    found = spelt_as_chosen([TYPED], {TYPED.id: "ChatGPT"}, offered, [OPEN, OTHER])
    assert [(one.edit.after, one.term) for one in found] == [("ChatGPT를", "ChatGPT")]


def test_a_term_corrected_by_hand_respells_no_other_offer() -> None:
    by_hand = replace(TYPED, kind=EditKind.MANUAL)
    assert spelt_as_chosen([by_hand], {by_hand.id: "ChatGPT"}, (UNIFIED, OPEN), [OPEN]) == []


def test_only_what_the_program_applied_unjudged_gives_way() -> None:
    again = offer(10, "채집 피티를", "ChatGPT를", "ChatGPT")
    applied = State(edits={OPEN.id: OPEN.edit})
    assert is_applied(again, [OPEN, OTHER], applied)
    assert not is_applied(again, [OPEN], replace(applied, verdicts={OPEN.id: "ignored"}))
    assert not is_applied(again, [OPEN], State())
    assert not is_applied(again, [OTHER], applied)
