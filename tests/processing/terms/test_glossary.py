"""Glossaries: the packs that ship, a person's own files, and what is said when one is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from processing.errors import BrokenGlossary
from processing.terms.glossary import USER, Term, merged, parse_glossary, read_glossary, squeezed
from processing.terms.sound_index import SoundIndex, is_hangul, readings_of

HEADER = "term,readings,domain,aliases\n"


def test_the_packs_hold_many_terms_each_with_a_hangul_reading(built_in: list[Term]) -> None:
    assert len(built_in) >= 1500
    assert all(term.readings and all(is_hangul(reading) for reading in term.readings) for term in built_in)


def test_no_term_of_the_packs_stands_twice(built_in: list[Term]) -> None:
    assert len({term.term for term in built_in}) == len(built_in)


def test_a_file_with_bom_and_without_aliases_is_read(tmp_path: Path) -> None:
    path = tmp_path / "우리 팀.csv"
    path.write_bytes("\ufeffterm,readings,domain\nMES,엠이에스|메스,factory\n".encode())
    assert read_glossary(path) == [Term("MES", ("엠이에스", "메스"), ("factory",), (), USER)]


BROKEN = [
    ("", 1),
    ("용어,읽기\nMES,메스\n", 1),
    (HEADER + "MES\n", 2),
    (HEADER + "MES,메스,factory\n,메스,factory\n", 3),
    (HEADER + '"MES,메스,factory\n', 2),
]


@pytest.mark.parametrize(("text", "row"), BROKEN)
def test_a_broken_file_is_refused_with_its_row(text: str, row: int) -> None:
    with pytest.raises(BrokenGlossary) as caught:
        parse_glossary(text, USER, "용어집.csv")
    assert caught.value.row == row
    assert "용어집.csv" in caught.value.sentence


def test_a_missing_file_and_another_encoding_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrokenGlossary, match="열지 못했습니다"):
        read_glossary(tmp_path / "없음.csv")
    (tmp_path / "옛것.csv").write_bytes("term,readings,domain\n용어,용어,일\n".encode("cp949"))
    with pytest.raises(BrokenGlossary, match="UTF-8"):
        read_glossary(tmp_path / "옛것.csv")


def test_equal_terms_of_two_packs_become_one() -> None:
    one = Term("SaaS", ("사스",), ("cloud",), ("Saas",))
    other = Term("SaaS", ("싸스", "사스"), ("startup",), ())
    assert merged([one, other]) == [Term("SaaS", ("사스", "싸스"), ("cloud", "startup"), ("Saas",))]


def test_spellings_that_differ_in_case_and_blanks_are_one() -> None:
    assert squeezed("Fine Tuning") == squeezed("fine-tuning") == squeezed("FineTuning")


def test_a_latin_term_without_reading_is_read_by_its_letters_and_marked_so() -> None:
    assert [(reading.said, reading.is_by_rule) for reading in readings_of(Term("ERP", (), ("own",)))] == [
        ("이알피", True)
    ]


def test_a_near_sound_is_found_and_a_far_one_is_not(built_in: list[Term]) -> None:
    index = SoundIndex(built_in)
    assert index.near("쿠버네티즈", 2, 0.2)[0].reading.term.term == "Kubernetes"
    assert index.near("사람들", 2, 0.1) == []
