"""Learns from what a person corrects, in this note at once and for others: nothing of it on the window's thread.

A correction by hand brings the other places of the note into one row of the review; an accepted row or a corrected
term is counted in the library, and uncounted when it is undone. What was learned goes to the language process as one
`Memory` whenever it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.glossary.rulings import Ruling, rule, ruling_of, undone_by, unrule
from desktop.glossary.taught_edits import Acts, Pair, acts_in, is_applied, pairs_of, pairs_refused, spelt_as_chosen
from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from processing.note import Change
from processing.proposals import IGNORED, Proposal, accepted, judged, still_open
from processing.terms.learning import ALWAYS, NEVER, joined, meeting

if TYPE_CHECKING:
    from desktop.note.note_session import NoteSession
    from processing.library import Library
    from processing.terms.memory import Memory

NAMES = ("speakers", "info")  # what a change of names touches
SOON_MS = 700


@dataclass(frozen=True)
class Brought:
    """What one correction by hand brought into the review, and what it pushed out."""

    ids: frozenset[str]
    displaced: tuple[Proposal, ...]


class LearningDesk(QObject):
    """Watches one note at a time, `note_id` (None for one that is not kept).

    `found` tells of which term a correction by hand has other places and how many; `learned` that counts have changed,
    `words_known` the words that the analyser should know when it starts next.
    """

    found = Signal(str, int)
    learned = Signal()
    words_known = Signal(list)

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf, self.language = shelf, language
        self._session: NoteSession | None = None
        self.note_id: int | None = None
        self._memory: Memory | None = None
        self._brought: dict[str, Brought] = {}
        self._spread: set[Pair] = set()  # whose other places are offered
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON_MS)
        self._later.timeout.connect(self.search_again)

    # --- which note

    def watch(self, session: NoteSession, note_id: int | None) -> None:
        """Learn from what is done to this note; it is forgotten with its page."""
        self._session, self.note_id = session, note_id
        self._brought, self._spread = {}, set()
        session.changed.connect(lambda change: self._changed(session, change))
        self.refresh()

    def rest(self) -> None:
        """No note is open any more."""
        self._session, self.note_id = None, None
        self._later.stop()

    def refresh(self, *, is_new: bool = False) -> None:
        """Tell the language process what the library knows now; with `is_new` the note is searched again."""
        note_id = self.note_id
        read = self.shelf.do(lambda library: memory_of(library, note_id))
        read.then(self, lambda memory: self._remember(memory, is_new))  # a broken library is told elsewhere

    def refresh_and_search(self) -> None:
        """Own terms or rules were changed: let the open note know."""
        self.refresh(is_new=True)

    def _remember(self, memory: Memory, is_new: bool) -> None:
        from processing.terms.lexicon import kiwi_words

        if memory != self._memory:
            self._memory = memory
            self.language.teach("remember", memory)
            self.words_known.emit(kiwi_words(memory.terms))
        if is_new:
            self.search_again()

    # --- what a person does

    def _changed(self, session: NoteSession, change: Change) -> None:
        if session is not self._session:
            return
        acts = acts_in(change)
        if any(name in NAMES for name, _ in change.steps):
            self._later.start()
        if acts:
            offered = {proposal.id: proposal for proposal in session.proposals}
            self._rule_anew(session)
            self._count_refusals(acts)
            self._take_back(session, [edit.id for edit in acts.undone])
            self._count_rows(session, acts, offered)

    def _count_rows(self, session: NoteSession, acts: Acts, offered: dict[str, Proposal]) -> None:
        """Count rows whose other places are offered already; what the rest teaches the language process tells."""
        pair_of = {id_: (row.heard, row.term) for id_, row in offered.items()}
        self._spread -= {pair_of[edit.id] for edit in acts.undone if edit.id in pair_of}
        known = [edit for edit in acts.made if pair_of.get(edit.id) in self._spread]
        unmade = [edit for edit in acts.undone if edit.id in pair_of]
        self._count("confirm", pairs_of(known, offered, {}))
        self._count("take_back_confirmation", pairs_of(unmade, offered, {}))
        rest = replace(
            acts,
            made=tuple(edit for edit in acts.made if edit not in known),
            undone=tuple(edit for edit in acts.undone if edit not in unmade),
        )
        if rest.made or rest.undone:
            self._spread |= {pair_of[edit.id] for edit in rest.made if edit.id in pair_of}
            asked = self.language.ask("taught", session.source, session.state, (*rest.made, *rest.undone))
            asked.then(self, lambda taught: self._take(session, rest, offered, taught))

    def _take(self, session: NoteSession, acts: Acts, offered: dict[str, Proposal], taught: Any) -> None:
        """Count what was taught, and offer the other places."""
        lessons = {id_: (one.heard, one.meant) for id_, one in taught.lessons.items() if one.is_worth_keeping}
        self._count("confirm", pairs_of(acts.made, offered, lessons))
        self._count("take_back_confirmation", pairs_of(acts.undone, offered, lessons))
        if session is not self._session:
            return
        standing = [edit.id for edit in acts.made if edit.id in session.state.edits]
        meant = {taught.lessons[id_].meant for id_ in standing if id_ in taught.lessons}
        places = [one for one in still_open(taught.proposals, session.state) if one.term in meant]
        forms = {id_: lesson.meant for id_, lesson in taught.lessons.items()}
        same = spelt_as_chosen(acts.made, forms, session.proposals, session.open_proposals())
        places += [one for one in same if not meeting(one, places)]
        if places:
            self._offer(session, standing, places)

    def _offer(self, session: NoteSession, edit_ids: Iterable[str], places: list[Proposal]) -> None:
        old = {proposal.id: proposal for proposal in session.proposals}
        result = joined(old.values(), places)
        ids = frozenset(one.id for one in result)
        brought = Brought(ids - old.keys(), tuple(one for id_, one in old.items() if id_ not in ids))
        self._brought.update(dict.fromkeys(edit_ids, brought))
        self._set(session, result)
        if brought.ids:
            self.found.emit(places[0].term, len(places))

    def _take_back(self, session: NoteSession, undone: Iterable[str]) -> None:
        """Withdraw what a correction brought that is no longer there."""
        popped = [self._brought.pop(id_) for id_ in undone if id_ in self._brought]
        if not popped:
            return
        gone = {id(one): one for one in popped}.values()  # one correction of many places brought the same for each
        edits = session.state.edits
        ids = {id_ for one in gone for id_ in one.ids if id_ not in edits}
        back = {one.id: one for brought in gone for one in brought.displaced}
        kept = [one for one in session.proposals if one.id not in ids and one.id not in back]
        self._set(session, [*kept, *back.values()])

    def _set(self, session: NoteSession, proposals: Iterable[Proposal]) -> None:
        ordered = tuple(sorted(proposals, key=lambda one: (one.edit.start, one.edit.end)))
        if ordered == session.proposals:
            return
        session.set_proposals(ordered, session.turn_proposals)
        note_id = self.note_id
        if note_id is not None:
            self.shelf.write(lambda library: _keep_proposals(library, note_id, ordered))

    # --- counting

    def _count(self, verb: str, pairs: dict[Pair, int]) -> None:
        note_id = self.note_id
        if not pairs or note_id is None:
            return

        def work(library: Library) -> None:
            for (heard, meant), times in pairs.items():
                getattr(library, verb)(heard, meant, note_id, times)

        self.shelf.write(work)
        self.refresh()
        self.learned.emit()

    def _count_refusals(self, acts: Acts) -> None:
        if self._session is not None and (acts.refused or acts.forgiven):
            offered = {proposal.id: proposal for proposal in self._session.proposals}
            self._count("refuse", pairs_refused(acts.refused, offered))
            self._count("take_back_refusal", pairs_refused(acts.forgiven, offered))

    # --- 항상, 앞으로 … 않기

    def always(self, heard: str, meant: str) -> None:
        """Correct this pair here and, without asking, in every note from now on; undoing takes the rule back too.

        Where nothing is left to correct here there is no action to undo: the rule is made alone.
        """
        self._rule(Ruling(heard, meant, ALWAYS), accepted)

    def never(self, heard: str, meant: str) -> None:
        """Ignore this pair here and offer it in no note any more; undoing takes the rule back too."""

        def ignored(state: Any, rows: list[Proposal]) -> Change:
            return judged(state, [row.id for row in rows], IGNORED)

        self._rule(Ruling(heard, meant, NEVER), ignored)

    def _rule(self, ruling: Ruling, change_of: Callable[[Any, list[Proposal]], Change]) -> None:
        session = self._session
        if session is None:
            return
        rows = [one for one in session.open_proposals() if (one.heard, one.term) == (ruling.heard, ruling.meant)]
        change = change_of(session.state, rows)
        session.commit(change, ruling.what)
        act = self._act(session, session.entries[-1].id) if change else None
        self._write_rule(partial(rule, ruling=ruling, act=act))

    def _rule_anew(self, session: NoteSession) -> None:
        """Take a rule back with the action that made it, or make it again with that; also in a note opened anew."""
        first, is_undone = undone_by(session.entries)
        ruling = ruling_of(first.what) if first.id != session.entries[-1].id else None
        if ruling is not None:
            self._write_rule(partial(unrule if is_undone else rule, ruling=ruling, act=self._act(session, first.id)))

    def _act(self, session: NoteSession, entry_id: int) -> str:
        return f"{session.source.sha256}:{entry_id}"

    def _write_rule(self, verb: Callable[[Library], None]) -> None:
        self.shelf.write(verb)
        self.refresh()
        self.learned.emit()

    # --- searching again

    def search_again(self) -> None:
        """Offer what the note should read by what is known now; what was judged or brought by hand stays."""
        session = self._session
        if session is not None:
            asked = self.language.ask("proposals", session.source, session.state)
            asked.then(self, lambda found: self._offer_anew(session, found))

    def _offer_anew(self, session: NoteSession, found: list[Proposal]) -> None:
        if session is not self._session:
            return
        state = session.state
        brought = {id_ for one in self._brought.values() for id_ in one.ids}
        kept = [
            one
            for one in session.proposals
            if one.id in state.edits or one.id in state.verdicts or one.id in brought or one.edit.source == "model"
        ]
        again = [
            one for one in still_open(found, state) if one.edit.source == "learned" and is_applied(one, kept, state)
        ]
        self._set(session, joined(joined(found, kept), again))


def memory_of(library: Library, note_id: int | None) -> Memory:
    """All that a person has taught for a note; for one that is not kept, what holds for all."""
    from processing.terms.glossary import USER, Term
    from processing.terms.learning import LearnedPair
    from processing.terms.memory import Memory

    own = library.terms_for(note_id) if note_id is not None else _for_all(library)
    return Memory(
        tuple(Term(term.term, term.readings, term.domains, term.aliases, USER) for term in own),
        tuple(
            LearnedPair(
                one.heard,
                one.meant,
                one.confirmed,
                one.refused,
                one.note_count,
                one.rule.value,
                is_of_note=note_id in one.notes,
            )
            for one in library.learned()
            if one.enabled
        ),
        tuple(library.setting("off_packs", [])),
        tuple(library.setting("off_terms", [])),
        library.note(note_id).sha256 if note_id is not None else "",
    )


def _for_all(library: Library) -> list[Any]:
    return [term for term in library.own_terms() if term.enabled and term.scope == "user"]


def _keep_proposals(library: Library, note_id: int, proposals: tuple[Proposal, ...]) -> None:
    library.save_offers(note_id, replace(library.offers(note_id), proposals=proposals))
