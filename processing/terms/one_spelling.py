"""The spelling that a person has chosen for a term, at the places where the program has put another one already.

A term is spelt one way over the whole note. What a search offers covers the words of the file; where the program has
applied 챗GPT and the person writes ChatGPT, the place is offered again, beside the other spellings of the term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from processing.note import Edit, EditKind, State
from processing.particles import agreeing, stems
from processing.phonetics import spoken
from processing.proposals import PROPOSE, Proposal
from processing.terms.glossary import USER, Term
from processing.terms.style import SAME_TERM, is_same_name

CONFIDENCE = 0.9
_SPELT = (EditKind.TERM, EditKind.STYLE)


def chosen_forms(terms: Iterable[Term]) -> Callable[[str], Term | None]:
    """Which of a person's own terms a spelling belongs to that is not the one they chose.

    >>> of = chosen_forms([Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT", "오픈AI 챗봇"), USER)])
    >>> [term.term if (term := of(form)) else None for form in ("챗GPT", "ChatGPT", "오픈AI 챗봇")]
    ['ChatGPT', None, None]
    """
    by_form = {
        form: term
        for term in terms
        if term.origin == USER
        for form in term.aliases
        if form != term.term and is_same_name(form, term.term, term)
    }
    return by_form.get


def respelt(state: State, chosen: Callable[[str], Term | None]) -> list[Proposal]:
    """The places where the program's own corrections should have the chosen spelling, in order.

    `chosen` gives the term whose right form stands for a spelling; the particle after it agrees with the new form.
    """
    edits = (edit for edit in state.edits.values() if edit.by == "program" and edit.kind in _SPELT)
    return [found for edit in sorted(edits, key=_place) for found in _respelt(edit, chosen)]


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _respelt(edit: Edit, chosen: Callable[[str], Term | None]) -> Iterator[Proposal]:
    head = edit.after[: len(edit.after) - len(edit.after.rsplit(" ", 1)[-1])]
    last = edit.after[len(head) :]
    for end in stems(last):
        term = chosen(head + last[:end])
        if term is not None:
            said = term.readings[0] if term.readings else spoken(term.term)
            after = term.term + agreeing(last[end:], said)
            better = Edit(edit.start, edit.end, edit.before, after, EditKind.STYLE, "learned", CONFIDENCE, SAME_TERM)
            yield Proposal(better, PROPOSE, term.term, head + last[:end])
            return
