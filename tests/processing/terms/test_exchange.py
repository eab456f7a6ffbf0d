"""Glossaries in and out."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from processing.terms.exchange import Standing, compare, csv_of
from processing.terms.glossary import USER, Term, merged, parse_glossary

CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="|"), max_size=12).map(str.strip)
CELLS = st.lists(CELL.filter(bool), max_size=3, unique=True).map(tuple)


@given(st.lists(st.builds(Term, CELL.filter(bool), CELLS, CELLS, CELLS, st.just(USER)), max_size=5))
def test_what_is_written_is_read_back(terms: list[Term]) -> None:
    def plain(term: Term) -> Term:
        lists = (
            tuple(dict.fromkeys(unicodedata.normalize("NFC", value).strip() for value in values))
            for values in (term.readings, term.domains, term.aliases)
        )
        return Term(unicodedata.normalize("NFC", term.term).strip(), *lists, term.origin)

    assert parse_glossary(csv_of(terms), USER, "내 용어.csv") == merged(map(plain, terms))


def test_a_known_term_gains_what_the_file_adds() -> None:
    own = [Term("RAG", ("래그",), ("ai",), (), USER)]
    (one,) = compare(own, [Term("rag", ("알에이지",), (), ("검색 증강 생성",), USER)])
    assert one.standing is Standing.MORE
    assert one.is_taken
    assert one.result == Term("RAG", ("래그", "알에이지"), ("ai",), ("검색 증강 생성",), USER)


def test_a_form_of_another_term_is_a_clash_that_waits_for_the_person() -> None:
    own = [Term("챗GPT", ("챗지피티",), (), ("ChatGPT",), USER)]
    (one,) = compare(own, [Term("ChatGPT", (), (), (), USER)])
    assert (one.standing, one.met, one.is_taken) == (Standing.CLASH, "챗GPT", False)


def test_an_other_spelling_that_is_an_own_terms_right_form_is_a_clash() -> None:
    own = [Term("ChatGPT", ("챗지피티",), (), (), USER)]
    (one,) = compare(own, [Term("챗GPT", (), (), ("ChatGPT",), USER)])
    assert (one.standing, one.met, one.is_taken) == (Standing.CLASH, "ChatGPT", False)


def test_rows_of_one_file_are_compared_with_each_other() -> None:
    file = [
        Term("MES", ("엠이에스", "메스"), (), (), USER),
        Term("메스", ("메스",), (), (), USER),
        Term("제조실행시스템", (), (), ("MES",), USER),
        Term("mes", ("엠이에스",), ("제조",), (), USER),
    ]
    found = compare([], file)
    assert [(one.standing, one.met) for one in found] == [
        (Standing.NEW, ""),
        (Standing.SOUND, "MES"),
        (Standing.CLASH, "MES"),
        (Standing.MORE, "MES"),
    ]
    assert found[3].result == Term("MES", ("엠이에스", "메스"), ("제조",), (), USER)


def test_terms_that_are_said_alike_are_told_and_taken() -> None:
    own = [Term("RAG", ("래그",), (), (), USER)]
    (one,) = compare(own, [Term("LAG", ("래그",), (), (), USER)])
    assert (one.standing, one.met, one.is_taken) == (Standing.SOUND, "RAG", True)
