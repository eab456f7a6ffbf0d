"""Notes of many domains and the real talk, annotated: what is applied is right, and a correction reaches the other places.

All is measured on one search of each note: a note's own glossary wants an index of its own.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from annotated_notes import Searched, searched, summed

from processing.korean import Korean
from processing.phonetics import distance, sounds, spoken
from processing.proposals import APPLY
from processing.terms.context import RightForms
from processing.terms.glossary import Term, merged, read_glossary, squeezed
from processing.terms.lexicon import right_words
from processing.terms.search import TermSearch
from processing.terms.spread import Corrected, spread

NOTES = sorted((Path(__file__).parents[2] / "cases" / "terms").glob("*.txt"))
NEAR = 0.1  # of all sounds: what counts as a near variant in notes that were not marked for it


@pytest.fixture(scope="module")
def real_talk(evaluation: Path, korean: Korean, built_in: list[Term], search: TermSearch) -> Searched:
    return searched(evaluation / "mentoring-talk.part1.txt", korean, built_in, search)


@pytest.fixture(scope="module")
def notes(korean: Korean, built_in: list[Term], search: TermSearch) -> list[Searched]:
    """Each searched for the terms of the glossary beside it too."""
    results = []
    for path in NOTES:
        glossary = path.with_suffix(".glossary.csv")
        terms = merged([*read_glossary(glossary), *built_in]) if glossary.exists() else built_in
        own = TermSearch(terms, right_words()) if glossary.exists() else search
        results.append(searched(path, korean, terms, own))
    return results


def test_what_is_applied_to_the_real_talk_is_nearly_always_right(scorer: ModuleType, real_talk: Searched) -> None:
    applied = real_talk.figures(scorer, with_proposals=False)
    assert applied["precision"] >= 0.90
    assert applied["recall"] >= 0.35
    with_proposals = real_talk.figures(scorer, with_proposals=True)
    assert with_proposals["precision"] >= 0.50
    assert with_proposals["recall"] >= 0.50


def test_no_trap_of_the_real_talk_is_touched(real_talk: Searched) -> None:
    rows = real_talk.path.with_suffix(".traps.tsv").read_text("utf-8").splitlines()[1:]
    traps = [(int(line), word) for line, word, _ in (row.split("\t") for row in rows)]
    lines = real_talk.note.source.text.split("\n")
    for edit in (e for e in real_talk.edits() if e["decision"] == APPLY):
        for line, word in traps:
            at = lines[line - 1].find(word)
            while at >= 0:
                assert not (edit["line"] == line and edit["col"] < at + len(word) and at < edit["end"]), (word, edit)
                at = lines[line - 1].find(word, at + 1)


def test_what_is_applied_to_notes_of_many_domains_is_nearly_always_right(
    scorer: ModuleType, notes: list[Searched]
) -> None:
    precision, recall = summed(note.figures(scorer, with_proposals=False) for note in notes)
    assert precision >= 0.90
    assert recall >= 0.30
    precision, recall = summed(note.figures(scorer, with_proposals=True) for note in notes)
    assert precision >= 0.55
    assert recall >= 0.50


def test_every_edit_repeats_the_source_and_none_overlap(notes: list[Searched]) -> None:
    for one in notes:
        end = 0
        for proposal in one.proposals:
            edit = proposal.edit
            assert one.note.source.slice(edit.place) == edit.before
            assert edit.start >= end
            end = edit.end


def test_an_ordinary_word_is_never_replaced_by_itself(notes: list[Searched]) -> None:
    ordinary = {"커리", "모션", "조커", "공짜", "팩스", "박스", "해파리", "엔트로피", "스트라이크"}
    applied = {p.heard for one in notes for p in one.proposals if p.decision == APPLY}
    assert not ordinary & applied


def reached_in(one: Searched) -> tuple[int, int]:
    """How many other places of a term with the same or a near variant there are, and how many are reached."""
    known = {squeezed(form): term for term in reversed(one.terms) for form in term.forms}
    note, right = one.note, RightForms(one.terms, right_words())
    total, reached = 0, 0
    for meant, places in one.annotated():
        term = known.get(squeezed(meant), Term(meant, (), ()))
        about = (term.readings, term.forms) if squeezed(meant) in known else ()
        pair = Corrected(note.source.slice(places[0]), meant, *about)
        found = spread(note.analysis, note.state, pair, right.is_listed)
        found += [p for p in one.proposals if known.get(squeezed(p.term), Term(p.term, (), ())).term == term.term]
        for place in (p for p in places[1:] if is_near(note.source.slice(p), pair)):
            total += 1
            reached += any(place.overlaps(p.edit.place) for p in found)
    return total, reached


def is_near(heard: str, pair: Corrected) -> bool:
    said = sounds(spoken(heard))
    others = [sounds(spoken(one)) for one in (pair.heard, *(pair.readings or (pair.meant,)))]
    return any(distance(said, other) <= NEAR * max(len(said), len(other)) for other in others)


def test_one_correction_reaches_nearly_all_other_places(real_talk: Searched, notes: list[Searched]) -> None:
    counts = [reached_in(one) for one in (real_talk, *notes)]
    total, reached = (sum(column) for column in zip(*counts, strict=True))
    assert total >= 15
    assert reached / total >= 0.95, (total, reached)
