"""Glossaries: the packs that ship, a person's own files, and what is said when one is broken."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from processing.data_files import asset
from processing.errors import BrokenGlossary
from processing.phonetics import is_hangul
from processing.terms.glossary import (
    USER,
    Term,
    built_in_terms,
    merged,
    pack_names,
    parse_glossary,
    read_glossary,
    squeezed,
)
from processing.terms.readings import readings_of
from processing.terms.sound_index import Heard, SoundIndex

HEADER = "term,readings,domain,aliases\n"


def test_the_packs_hold_many_terms_each_with_a_hangul_reading(built_in: list[Term]) -> None:
    assert len(built_in) >= 8000
    assert all(term.readings and all(is_hangul(reading) for reading in term.readings) for term in built_in)


def test_no_term_of_the_packs_stands_twice(built_in: list[Term]) -> None:
    assert len({term.term for term in built_in}) == len(built_in)


HOMOPHONES = [{"Runway", "런웨이"}]  # a product and an ordinary business word


def test_no_reading_of_the_packs_leads_to_two_terms(built_in: list[Term]) -> None:
    terms: dict[str, set[str]] = defaultdict(set)
    for term in built_in:
        for reading in readings_of(term):
            terms[reading.said].add(term.term)
    assert [found for found in terms.values() if len(found) > 1 and found not in HOMOPHONES] == []


def test_spellings_of_the_packs_are_not_parted_by_case_and_blanks_alone(built_in: list[Term]) -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    for term in built_in:
        spellings[squeezed(term.term)].add(term.term)
    assert [found for found in spellings.values() if len(found) > 1] == []


@pytest.mark.parametrize("pack", pack_names())
def test_a_pack_is_clean_text_of_its_own_domain(pack: str) -> None:
    text = asset("glossaries", f"{pack}.csv").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    terms = built_in_terms([pack])
    assert len({term.term for term in terms}) == text.count("\n") - 1
    assert len({term.domains[0] for term in terms}) == 1
    assert [term.term for term in terms if term.term in term.aliases] == []


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


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="wants a device without end")
def test_what_never_ends_is_no_glossary() -> None:
    with pytest.raises(BrokenGlossary, match="너무 큽니다"):
        read_glossary(Path("/dev/zero"))


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
    near, far = Heard("쿠버네티즈", 2, 0.2), Heard("사람들", 2, 0.1)
    found = index.near([near, far])
    assert found[near][0].reading.term.term == "Kubernetes"
    assert far not in found
