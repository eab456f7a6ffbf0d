"""Glossaries in and out: what a file's terms would do to those that are there, and own terms as a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from processing.terms.glossary import Term, merged, squeezed


class Standing(Enum):
    """What taking a term in does; the value is told to the person."""

    NEW = "새 용어"
    SAME = "이미 있음"
    MORE = "있는 용어에 읽는 법이나 다른 표기를 더함"
    CLASH = "다른 용어의 표기와 겹침"
    SOUND = "다른 용어와 읽는 법이 같아, 들린 곳마다 물어봄"


@dataclass(frozen=True)
class Incoming:
    """A term of a file: `result` is what would be kept, `met` the right form of the term that it meets, if any."""

    term: Term
    standing: Standing
    result: Term
    met: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether it should be taken in unless the person says otherwise."""
        return self.standing in (Standing.NEW, Standing.MORE, Standing.SOUND)


class _Known:
    """The terms so far by their right forms, their other forms and their readings."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_form: dict[str, Term] = {}
        self._by_alias: dict[str, Term] = {}
        self._by_reading: dict[str, Term] = {}
        for term in terms:
            self.add(term)

    def add(self, term: Term) -> None:
        """Know one more; the first of two that share a form or a reading stays known by it."""
        self._by_form[squeezed(term.term)] = term
        for form in term.aliases:
            self._by_alias.setdefault(squeezed(form), term)
        for reading in term.readings:
            self._by_reading.setdefault(squeezed(reading), term)

    def same(self, term: Term) -> Term | None:
        """The term of the same right form."""
        return self._by_form.get(squeezed(term.term))

    def spelt_alike(self, term: Term) -> Term | None:
        """Another term that has one of its forms."""
        found = (self._by_form.get(key) or self._by_alias.get(key) for key in map(squeezed, term.forms))
        return next((one for one in found if one is not None and not _is_same(one, term)), None)

    def said_alike(self, term: Term) -> Term | None:
        """Another term that is said the same."""
        found = (self._by_reading.get(squeezed(reading)) for reading in term.readings)
        return next((one for one in found if one is not None and not _is_same(one, term)), None)


def _is_same(one: Term, other: Term) -> bool:
    return squeezed(one.term) == squeezed(other.term)


def compare(own: Sequence[Term], incoming: Iterable[Term]) -> list[Incoming]:
    """What each term of a file would do to the person's own and to the rows before it, in the file's order.

    >>> own = [Term("RAG", ("래그",), ()), Term("챗GPT", (), (), ("ChatGPT",))]
    >>> file = [Term("RAG", ("래그",), ()), Term("RAG ", ("알에이지",), ()), Term("ChatGPT", (), ()), Term("MCP", (), ())]
    >>> [one.standing.name for one in compare(own, file)]
    ['SAME', 'MORE', 'CLASH', 'NEW']
    """
    known, found = _Known(own), []
    for term in incoming:
        one = _compared(term, known)
        found.append(one)
        if one.is_taken:
            known.add(one.result)
    return found


def _compared(term: Term, known: _Known) -> Incoming:
    same, alike = known.same(term), known.spelt_alike(term)
    if alike is not None:
        return Incoming(term, Standing.CLASH, term if same is None else _with(same, term), alike.term)
    if same is not None:
        result = _with(same, term)
        return Incoming(term, Standing.SAME if result == same else Standing.MORE, result, same.term)
    said = known.said_alike(term)
    return Incoming(term, Standing.NEW if said is None else Standing.SOUND, term, said.term if said is not None else "")


def _with(same: Term, term: Term) -> Term:
    """A term with what another of the same right form adds."""
    (result,) = merged([same, replace(term, term=same.term)])
    return result


def csv_of(terms: Iterable[Term]) -> str:
    """The terms as a glossary's CSV, as `parse_glossary` reads it.

    >>> print(csv_of([Term("RAG", ("래그", "알에이지"), ("ai",), ("검색 증강 생성",))]), end="")
    term,readings,domain,aliases
    RAG,래그|알에이지,ai,검색 증강 생성
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["term", "readings", "domain", "aliases"])
    for term in terms:
        rows.writerow([term.term, *("|".join(values) for values in (term.readings, term.domains, term.aliases))])
    return text.getvalue()
