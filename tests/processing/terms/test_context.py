"""What a note is about: which right terms vouch for a term at a place, and where a term is at home."""

from __future__ import annotations

import pytest

from processing.terms.context import AT_HOME, WINDOW, Occurrence, RightForms, Topic, is_common, is_everyday
from processing.terms.glossary import USER, Term

QUERY, INDEX = Term("쿼리", ("쿼리",), ("data",)), Term("인덱스", ("인덱스",), ("data",))
SERVER, COURT = Term("서버", ("서버",), ("cloud",)), Term("원고", ("원고",), ("law",))
AGENDA, PLAIN = Term("아젠다", ("아젠다",), ("office",)), Term("가나다", ("가나다",), ())
OWN = Term("버다코", ("버다코",), ("law",), (), USER)


def topic(*said: tuple[Term, int]) -> Topic:
    return Topic(Occurrence(term, sentence, 0, len(term.term), term.term) for term, sentence in said)


@pytest.mark.parametrize(
    ("said", "term", "is_so"),
    [
        ((), QUERY, False),
        (((QUERY, 0),), INDEX, True),
        (((SERVER, 0),), INDEX, False),  # one of a kindred domain is not enough
        (((SERVER, 0), (Term("도커", (), ("development",)), 3)), INDEX, True),
        (((QUERY, 0), (INDEX, 1)), COURT, False),
        ((), AGENDA, True),
        ((), PLAIN, True),
        ((), OWN, True),
    ],
)
def test_a_note_speaks_of_a_domain_by_a_term_of_it_or_two_of_its_kin(
    said: tuple[tuple[Term, int], ...], term: Term, is_so: bool
) -> None:
    assert topic(*said).speaks_of(term) == is_so


@pytest.mark.parametrize(("at", "is_near"), [(0, True), (WINDOW, True), (WINDOW + 1, False), (50 - WINDOW, True)])
def test_a_term_vouches_within_the_window(at: int, is_near: bool) -> None:
    told = topic((QUERY, 0), (QUERY, 50))
    assert told.is_near(QUERY, at) == is_near
    assert bool(told.company(INDEX, at).own) == is_near
    assert told.times(QUERY) == 2


def test_a_term_is_no_company_of_its_own_and_kin_is_apart() -> None:
    company = topic((QUERY, 0), (INDEX, 1), (SERVER, 2), (COURT, 3), (AGENDA, 4)).company(QUERY, 2)
    assert (company.own, company.kin) == (("인덱스",), ("서버",))
    assert 1 < company.size < 2


def test_a_note_is_warm_for_what_it_speaks_of_often() -> None:
    words = [Term(f"낱말{n}", (), ("data",)) for n in range(AT_HOME + 2)]
    some, many = topic((QUERY, 0), (INDEX, 1)), topic(*((word, n) for n, word in enumerate(words)))
    assert topic().warmth(QUERY) == topic((QUERY, 0)).warmth(QUERY) == 0
    assert 0 < some.warmth(QUERY) < many.warmth(QUERY) == 1
    assert topic().warmth(OWN) == 1


def test_what_is_said_everywhere_is_of_no_subject_and_what_is_common_of_no_trade() -> None:
    assert [is_everyday(term) for term in (AGENDA, PLAIN, QUERY)] == [True, True, False]
    assert [is_common(term) for term in (AGENDA, PLAIN, QUERY, COURT)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [("쿼리", True), ("쿼 리", True), ("CI/CD", True), ("ci /cd", True), ("커피", True), ("커리", False), ("A", False)],
)
def test_a_form_is_right_whatever_its_blanks_and_case(text: str, is_listed: bool) -> None:
    right = RightForms([QUERY, Term("CI/CD", ("시아이시디",), ("development",)), Term("A", (), ())], ["커피"])
    assert right.is_listed(text) == right.stands_in(text) == is_listed
    assert not is_listed or right.may_begin(text, 0)
    assert (right.term_of(text) is not None) == (is_listed and text != "커피")
