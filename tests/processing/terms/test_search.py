"""The term search on real and on written notes: what is applied is right, and what is right is left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import State, apply, first_state
from processing.proposals import APPLY, Proposal
from processing.readers import read
from processing.source import Source
from processing.terms.glossary import Term, merged, read_glossary
from processing.terms.lexicon import right_words
from processing.terms.search import TermSearch
from processing.transcript import transcript
from processing.turns import certain_repairs

CASES = Path(__file__).parents[2] / "cases"
OWN_NOTES = sorted((CASES / "terms").glob("*.txt"))
CLEAN_TEXTS = sorted((CASES / "clean").glob("*.txt"))
ORDINARY_TEXTS = sorted((CASES / "ordinary").glob("*.txt"))
SURELY_RIGHT = {("확정일짜", "확정 일자")}
MOST_OFFERED = 3.0  # for 10,000 characters of clean Korean, folded ones counted


@dataclass(frozen=True)
class Searched:
    """A note and what the search says of it."""

    source: Source
    proposals: list[Proposal]

    def edits(self) -> list[dict[str, Any]]:
        """The proposals as the scorer reads edits."""
        return [
            {
                "line": self.source.line_of(p.edit.start),
                "col": self.source.column_of(p.edit.start),
                "end": self.source.column_of(p.edit.start) + len(p.edit.before),
                "before": p.edit.before,
                "after": p.edit.after,
                "decision": p.decision,
            }
            for p in self.proposals
        ]


def analysed(path: Path, korean: Korean) -> tuple[Source, State, Analysis]:
    source = read(path.read_bytes(), path.name).source
    repairs, _ = certain_repairs(source, first_state(source), korean.wants_blank)
    state = apply(first_state(source), repairs)
    return source, state, korean.analyse(transcript(source, state))


def searched(path: Path, korean: Korean, search: TermSearch) -> Searched:
    source, _, analysis = analysed(path, korean)
    return Searched(source, search.proposals(analysis))


@pytest.fixture(scope="module")
def search(built_in: list[Term]) -> TermSearch:
    return TermSearch(built_in, right_words())


@pytest.fixture(scope="module")
def own_results(korean: Korean, built_in: list[Term]) -> dict[str, Searched]:
    results = {}
    for path in OWN_NOTES:
        glossary = path.with_suffix(".glossary.csv")
        own = read_glossary(glossary) if glossary.exists() else []
        results[path.stem] = searched(path, korean, TermSearch(merged([*own, *built_in]), right_words()))
    return results


def figures(
    scorer: ModuleType, edits: list[dict[str, Any]], reference: Path, *, with_proposals: bool
) -> dict[str, Any]:
    chosen = [edit for edit in edits if with_proposals or edit["decision"] == APPLY]
    result, _, _, _ = scorer.score(chosen, scorer.read_reference(str(reference)))
    return dict(result)


def summed(results: Iterable[dict[str, Any]]) -> tuple[float, float]:
    total = {key: 0 for key in ("edits", "right", "terms", "found")}
    for result in results:
        for key in total:
            total[key] += result[key]
    return total["right"] / total["edits"], total["found"] / total["terms"]


def test_what_is_applied_to_the_real_talk_is_nearly_always_right(
    evaluation: Path, scorer: ModuleType, korean: Korean, search: TermSearch
) -> None:
    note = searched(evaluation / "mentoring-talk.part1.txt", korean, search)
    reference = evaluation / "mentoring-talk.part1.terms.tsv"
    applied = figures(scorer, note.edits(), reference, with_proposals=False)
    assert applied["precision"] >= 0.90
    assert applied["recall"] >= 0.35
    with_proposals = figures(scorer, note.edits(), reference, with_proposals=True)
    assert with_proposals["precision"] >= 0.50
    assert with_proposals["recall"] >= 0.50


def test_no_trap_of_the_real_talk_is_touched(evaluation: Path, korean: Korean, search: TermSearch) -> None:
    note = searched(evaluation / "mentoring-talk.part1.txt", korean, search)
    rows = (evaluation / "mentoring-talk.part1.traps.tsv").read_text("utf-8").splitlines()[1:]
    traps = [(int(line), word) for line, word, _ in (row.split("\t") for row in rows)]
    lines = note.source.text.split("\n")
    for edit in (e for e in note.edits() if e["decision"] == APPLY):
        for line, word in traps:
            at = lines[line - 1].find(word)
            while at >= 0:
                assert not (edit["line"] == line and edit["col"] < at + len(word) and at < edit["end"]), (word, edit)
                at = lines[line - 1].find(word, at + 1)


def test_what_is_applied_to_notes_of_many_domains_is_nearly_always_right(
    scorer: ModuleType, own_results: dict[str, Searched]
) -> None:
    def figure(name: str, *, with_proposals: bool) -> dict[str, Any]:
        reference = CASES / "terms" / f"{name}.terms.tsv"
        return figures(scorer, own_results[name].edits(), reference, with_proposals=with_proposals)

    precision, recall = summed(figure(name, with_proposals=False) for name in own_results)
    assert precision >= 0.90
    assert recall >= 0.30
    precision, recall = summed(figure(name, with_proposals=True) for name in own_results)
    assert precision >= 0.55
    assert recall >= 0.50


def test_clean_korean_stays_as_it_is(korean: Korean, search: TermSearch) -> None:
    characters, applied, offered = 0, [], 0
    for path in CLEAN_TEXTS:
        note = searched(path, korean, search)
        characters += len(note.source.text)
        offered += len(note.proposals)
        applied += [(path.stem, p.edit.before, p.edit.after) for p in note.proposals if p.decision == APPLY]
    assert characters >= 95_000
    assert len(applied) <= characters / 20_000, applied
    assert offered <= characters / 10_000 * MOST_OFFERED


@pytest.mark.parametrize("path", ORDINARY_TEXTS, ids=lambda path: path.stem)
def test_misheard_ordinary_words_of_other_subjects_are_left(path: Path, korean: Korean, search: TermSearch) -> None:
    applied = {(p.edit.before, p.edit.after) for p in searched(path, korean, search).proposals if p.decision == APPLY}
    assert applied <= SURELY_RIGHT


def test_every_edit_repeats_the_source_and_none_overlap(own_results: dict[str, Searched]) -> None:
    for note in own_results.values():
        end = 0
        for proposal in note.proposals:
            edit = proposal.edit
            assert note.source.slice(edit.place) == edit.before
            assert edit.start >= end
            end = edit.end


def test_an_ordinary_word_is_never_replaced_by_itself(own_results: dict[str, Searched]) -> None:
    ordinary = {"커리", "모션", "조커", "공짜", "팩스", "박스", "해파리", "엔트로피", "스트라이크"}
    applied = {p.heard for note in own_results.values() for p in note.proposals if p.decision == APPLY}
    assert not ordinary & applied


MADE = "웨이퍼는 세정을 거쳐 식각으로 넘어가고 포토 공정이 뒤에 옵니다. "
RULED = "단체협약에 따라 통상임금과 연차수당을 다시 따집니다. 취업규칙도 고칩니다. "


@pytest.mark.parametrize(
    ("text", "heard", "term"),
    [
        (MADE + "다음 주에 노강기를 들여옵니다.", "노강기", "노광기"),
        (RULED + "이번 평가에서 저성가자를 어떻게 할지요.", "저성가자", "저성과자"),
        (RULED + "대법원은 전원 합의채 판결을 냈습니다.", "전원 합의채", "전원합의체"),
    ],
)
def test_a_misheard_word_that_falls_apart_into_known_syllables_is_offered(
    text: str, heard: str, term: str, korean: Korean, search: TermSearch
) -> None:
    source = read(f"참석자 1 00:00\n{text}\n".encode(), "a.txt").source
    told = search.proposals(korean.analyse(transcript(source, first_state(source))))
    assert (heard, term) in [(one.heard, one.term) for one in told]
