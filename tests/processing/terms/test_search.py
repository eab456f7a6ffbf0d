"""The term search on notes without errors and on other subjects: what is right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_notes import analysed

from processing.korean import Korean
from processing.note import first_state
from processing.proposals import APPLY
from processing.readers import read
from processing.terms.glossary import USER, Term
from processing.terms.search import TermSearch
from processing.transcript import transcript

CASES = Path(__file__).parents[2] / "cases"
CLEAN_TEXTS = sorted((CASES / "clean").glob("*.txt"))
ORDINARY_TEXTS = sorted((CASES / "ordinary").glob("*.txt"))
SURELY_RIGHT = {("확정일짜", "확정 일자"), ("해열재", "해열제")}
MOST_OFFERED = 3.0  # for 10,000 characters of clean Korean, folded ones counted


def test_clean_korean_stays_as_it_is(korean: Korean, search: TermSearch) -> None:
    characters, applied, offered = 0, [], 0
    for path in CLEAN_TEXTS:
        note = analysed(path.read_bytes(), path.name, korean)
        proposals = search.proposals(note.analysis)
        characters += len(note.source.text)
        offered += len(proposals)
        applied += [(path.stem, p.edit.before, p.edit.after) for p in proposals if p.decision == APPLY]
    assert characters >= 95_000
    assert len(applied) <= characters / 20_000, applied
    assert offered <= characters / 10_000 * MOST_OFFERED


@pytest.mark.parametrize("path", ORDINARY_TEXTS, ids=lambda path: path.stem)
def test_misheard_ordinary_words_of_other_subjects_are_left(path: Path, korean: Korean, search: TermSearch) -> None:
    found = search.proposals(analysed(path.read_bytes(), path.name, korean).analysis)
    assert {(p.edit.before, p.edit.after) for p in found if p.decision == APPLY} <= SURELY_RIGHT


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


@pytest.mark.parametrize(
    ("terms", "meant"),
    [
        (("다람기표", "나무마침", "다람기포나루마침"), {"다람기포나루마침"}),
        (("다람기표", "나루마딤", "다란기벼나루마침"), {"다람기표", "나루마딤"}),
    ],
)
def test_one_term_for_several_words_stands_before_others_that_are_less_likely_together(
    terms: tuple[str, ...], meant: set[str], korean: Korean
) -> None:
    source = read("참석자 1 00:00\n다람키표 나루마짐을 봅니다.\n".encode(), "a.txt").source
    own = TermSearch([Term(one, (one,), (), (), USER) for one in terms])
    told = own.proposals(korean.analyse(transcript(source, first_state(source))))
    assert {one.term for one in told} == meant


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("매출에 측을 봅니다.", {"매출에 측"}),
        ("이탈에 측이 틀렸습니다.", {"이탈에 측"}),
        ("매출에, 측을 봅니다.", set()),
        ("매출에 힘을 더합니다.", set()),
        ("매출에 축하를 보냅니다.", set()),
        ("매출의 예를 봅니다.", set()),
    ],
)
def test_a_syllable_that_is_hardly_said_there_may_be_the_end_of_the_word_before_it(
    text: str, heard: set[str], korean: Korean
) -> None:
    source = read(f"참석자 1 00:00\n{text}\n".encode(), "a.txt").source
    own = TermSearch([Term(one, (one,), (), (), USER) for one in ("매출 예측", "이탈 예측")])
    told = own.proposals(korean.analyse(transcript(source, first_state(source))))
    assert {one.heard for one in told} == heard
