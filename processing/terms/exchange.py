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
        return self.standing in (Standing.NEW, Standing.MORE)


def compare(own: Sequence[Term], incoming: Iterable[Term]) -> list[Incoming]:
    """What each term of a file would do to the person's own, in the file's order.

    >>> own = [Term("RAG", ("래그",), ()), Term("챗GPT", (), (), ("ChatGPT",))]
    >>> file = [Term("RAG", ("래그",), ()), Term("RAG ", ("알에이지",), ()), Term("ChatGPT", (), ()), Term("MCP", (), ())]
    >>> [one.standing.name for one in compare(own, file)]
    ['SAME', 'MORE', 'CLASH', 'NEW']
    """
    by_form = {squeezed(term.term): term for term in own}
    by_alias = {squeezed(form): term for term in own for form in term.aliases}
    return [_compared(term, by_form.get(squeezed(term.term)), by_alias) for term in incoming]


def _compared(term: Term, same: Term | None, by_alias: dict[str, Term]) -> Incoming:
    if same is not None:
        (result,) = merged([same, replace(term, term=same.term)])
        return Incoming(term, Standing.SAME if result == same else Standing.MORE, result, same.term)
    other = next((by_alias[key] for form in term.forms if (key := squeezed(form)) in by_alias), None)
    if other is not None:
        return Incoming(term, Standing.CLASH, term, other.term)
    return Incoming(term, Standing.NEW, term)


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
