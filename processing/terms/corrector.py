"""All that speaks for a correction, together: the glossaries, the person's own terms, what they corrected before, names.

What a person teaches comes as one `Memory`, which may change at any time: the words are then looked up anew, without
loading anything. Only the analyser's own dictionary waits for its next start.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from processing.analysis import Analysis, Morpheme
from processing.note import Edit, State
from processing.phonetics import spoken
from processing.proposals import Proposal
from processing.terms.context import RightForms
from processing.terms.glossary import USER, Term, built_in_terms, merged, pack_names, squeezed
from processing.terms.learning import learned_proposals, meeting, place_of, with_learned
from processing.terms.lessons import Lesson, Teacher
from processing.terms.lexicon import right_words
from processing.terms.memory import Memory
from processing.terms.one_spelling import chosen_forms, respelt
from processing.terms.reading_guess import guessed
from processing.terms.search import TermSearch
from processing.terms.speaker_names import name_proposals, names_of, people_of
from processing.terms.spread import spread


@dataclass(frozen=True)
class Taught:
    """What edits by hand taught: `lessons` by edit id, and the other places of the note that should read so too."""

    lessons: dict[str, Lesson]
    proposals: tuple[Proposal, ...]


class Corrector:
    """Finds what should read otherwise. `loaded` are the terms of glossary files, `morphemes` analyses one word."""

    def __init__(
        self,
        loaded: Iterable[Term],
        morphemes: Callable[[str], Sequence[Morpheme]],
        *,
        has_built_in: bool = True,
        memory: Memory | None = None,
    ) -> None:
        self._loaded, self._morphemes, self._has_built_in = tuple(loaded), morphemes, has_built_in
        self._words = right_words()
        self.memory = memory or Memory()
        self._take_terms()

    def _take_terms(self) -> None:
        self.terms = self._terms_of(self.memory)
        self._search = TermSearch(self.terms, self._words)
        self._right = RightForms(self.terms, self._words)
        self._teacher = Teacher(self._morphemes, self._right.term_of)
        self._chosen = chosen_forms(self.terms)

    def _terms_of(self, memory: Memory) -> tuple[Term, ...]:
        packs = [name for name in pack_names() if name not in memory.off_packs] if self._has_built_in else []
        built_in = built_in_terms(packs)
        off = set(memory.off_terms)
        own = [_with_reading(term) for term in memory.terms]
        return tuple(with_own([*own, *self._loaded], [term for term in built_in if term.term not in off]))

    def remember(self, memory: Memory) -> None:
        """Go on with another memory; the index is made anew only if its terms differ."""
        was, self.memory = self.memory, memory
        if replace(was, learned=(), note="") != replace(memory, learned=(), note=""):
            self._take_terms()

    def proposals(
        self, analysis: Analysis, state: State | None = None, owner: str | None = None, note: str = ""
    ) -> list[Proposal]:
        """What these sentences should read otherwise, each decided.

        `state` tells the labels and the names that were given, `owner` who the file says recorded it, `note` the hash
        of the file.
        """
        found = self._search.proposals(analysis, people_of(state, owner) if state is not None else ())
        pairs = self.memory.pairs_for(note)
        if pairs:
            learned = learned_proposals(analysis, pairs, self._right.is_listed, self._said)
            found = with_learned(found, learned, pairs)
        names = name_proposals(analysis, names_of(state)) if state is not None else []
        free = [one for one in names if not meeting(one, found)]
        found = sorted([*found, *free], key=place_of) if free else found
        again = respelt(state, self._chosen) if state is not None else []
        return sorted([*(one for one in found if not meeting(one, again)), *again], key=place_of) if again else found

    def taught(self, analysis: Analysis, state: State, edits: Iterable[Edit]) -> Taught:
        """What a person's `edits` teach; `analysis` is of the note without them, `state` with them."""
        lessons = self._teacher.lessons(analysis, edits)
        places: list[Proposal] = []
        for lesson in dict.fromkeys(lessons.values()):
            found = [
                *respelt(state, self._other_spelling_than(lesson.meant)),
                *spread(analysis, state, self._teacher.corrected(lesson), self._right.is_listed),
            ]
            for one in found:
                if not meeting(one, places):
                    insort(places, one, key=place_of)
        return Taught(lessons, tuple(places))

    def _other_spelling_than(self, meant: str) -> Callable[[str], Term | None]:
        """Which other spellings of the term there are that a person has just written as `meant`."""
        term = self._right.term_of(meant)
        return chosen_forms([_spelt(term, meant)]) if term is not None else lambda _form: None

    def is_known(self, word: str) -> bool:
        """Whether a word is a form of a term, or right although it is none."""
        return self._right.is_listed(word)

    def term_of(self, form: str) -> Term | None:
        """The term whose right form this is."""
        return self._right.term_of(form)

    def _said(self, form: str) -> str:
        term = self._right.term_of(form)
        readings = term.readings if term is not None else guessed(form).readings
        return readings[0] if readings else spoken(form)


def _with_reading(term: Term) -> Term:
    return term if term.readings else replace(term, readings=guessed(term.term).readings)


def _spelt(term: Term, form: str) -> Term:
    """A term as a person would have put it down who writes it so."""
    return Term(form, term.readings, term.domains, tuple(one for one in term.forms if one != form), USER)


def with_own(own: Iterable[Term], built_in: Iterable[Term]) -> list[Term]:
    """The person's terms before ours; a term of ours that has their form among its own spellings gives way to theirs.

    >>> ours = Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT",))
    >>> [(term.term, term.aliases) for term in with_own([Term("챗GPT", (), ("ai",), (), "user")], [ours])]
    [('챗GPT', ('ChatGPT',))]
    """
    mine = merged(own)
    by_form = {squeezed(term.term): i for i, term in enumerate(mine)}
    rest = []
    for term in built_in:
        at = next((by_form[key] for form in term.forms if (key := squeezed(form)) in by_form), None)
        if at is None:
            rest.append(term)
        else:
            mine[at] = _taking_over(mine[at], term)
    return merged([*mine, *rest])


def _taking_over(mine: Term, ours: Term) -> Term:
    forms = dict.fromkeys([*mine.aliases, *ours.forms])
    forms.pop(mine.term, None)
    return Term(
        mine.term,
        tuple(dict.fromkeys([*mine.readings, *ours.readings])),
        tuple(dict.fromkeys([*mine.domains, *ours.domains])),
        tuple(forms),
        mine.origin,
    )
