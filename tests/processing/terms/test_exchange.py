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
