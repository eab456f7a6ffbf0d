"""The open note for the views: its state, undo and redo, and one `changed` signal that every view renders from.

All that a person does to a note goes through `commit`; no view keeps a truth of its own. What is written where is the
store's affair.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.note.note_making import NoteMaking
from desktop.note.review_made import ReviewMade
from desktop.note.review_rows import Chip, Chips, Review
from desktop.note.slices import Slices
from desktop.note.transcript_rows import Row
from desktop.retold import retold
from desktop.words import kept, tr
from processing.basis import with_bases
from processing.collector import collector_paused
from processing.errors import UserError
from processing.journal import (
    PERSON,
    Entry,
    can_undo_alone,
    fold,
    inverse,
    later_change,
    redo_target,
    undo_target,
)
from processing.minutes import Minutes, minutes_of
from processing.note import Change, State, apply, first_state, fits, invert
from processing.proposals import Proposal, TurnProposal
from processing.source import Source
from processing.transcript import Turn


class NoteStore(Protocol):
    """Where one note is kept. Calls return at once and are carried out in their order."""

    def append(self, entry: Entry) -> None:
        """Keep one more journal entry."""

    def save_draft(self, key: str, text: str) -> None:
        """Keep the text of an editor that is still open."""

    def clear_draft(self, key: str) -> None:
        """Forget a draft that was committed or given up."""


class ForgetfulStore:
    """A store that keeps nothing: for the tests of views."""

    def append(self, entry: Entry) -> None:
        """Nothing."""

    def save_draft(self, key: str, text: str) -> None:
        """Nothing."""

    def clear_draft(self, key: str) -> None:
        """Nothing."""


def _now() -> datetime:
    return datetime.now(UTC)


IN_TURNS = {"edits", "cuts", "speakers"}  # the maps that turns are made of

MANY = 200  # values that one action changes; from here on what views show of it is made bit by bit
REST_MS = 400  # after a note was opened or offered anew: its views have been painted by then


def spare_the_collector() -> None:
    """Have Python's garbage collector look no more at what is alive now.

    A note of ten hours is some hundred thousand objects; a full pass over them would hold the window for 100 ms in the
    middle of scrolling. What goes is freed by its count all the same.
    """
    gc.freeze()


def clear_earlier_note() -> None:
    """Free the cycles of a note that was spared and is gone; nothing where none was: a pass is a long one."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


class NoteSession(QObject):
    """One open note. `changed` tells each commit, undo and redo, once, with its `Change`, after the state has changed.

    `flush_wanted` asks every view to commit the editor it has open; it is emitted before an undo from the menu, before
    saving and closing, and must be answered at once (a direct connection does).
    """

    changed = Signal(object)
    proposals_changed = Signal()
    flush_wanted = Signal()

    def __init__(
        self,
        source: Source,
        entries: Sequence[Entry] = (),
        proposals: Iterable[Proposal] = (),
        turn_proposals: Iterable[TurnProposal] = (),
        store: NoteStore | None = None,
        drafts: Mapping[str, str] | None = None,
        now: Callable[[], datetime] = _now,
        parent: QObject | None = None,
        making: NoteMaking | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._entries = list(entries)
        self._state = fold(first_state(source), self._entries)
        self._proposals = tuple(proposals)
        self._turn_proposals = tuple(turn_proposals)
        self._store = store if store is not None else ForgetfulStore()
        self._drafts = dict(drafts or {})
        self._now = now
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(spare_the_collector)
        self._rest.start()
        self._slices = Slices(self)
        self._turns: list[Turn] | None = None
        self._minutes: Minutes | None = None
        self._reviewing = ReviewMade(self._proposals, self._turn_proposals)
        self._making = making if making is not None else NoteMaking(source)
        self._chips: Chips | None = None
        self._rows: list[Row] | None = None

    @property
    def title(self) -> str:
        """The note's title: the one given, else the file's own, else the file's name."""
        return str(self._state.info.get("title") or self._source.header.title or self._source.name)

    @property
    def source(self) -> Source:
        """The imported file."""
        return self._source

    @property
    def state(self) -> State:
        """The note as it stands."""
        return self._state

    @property
    def entries(self) -> list[Entry]:
        """The journal, oldest first."""
        return list(self._entries)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All that was ever offered for this note, judged or not."""
        return self._proposals

    @property
    def turn_proposals(self) -> tuple[TurnProposal, ...]:
        """All changes of turns that were offered."""
        return self._turn_proposals

    def set_proposals(self, proposals: Iterable[Proposal], turn_proposals: Iterable[TurnProposal]) -> None:
        """Offer these instead of the ones before."""
        self._proposals = tuple(proposals)
        self._turn_proposals = tuple(turn_proposals)
        self._reviewing, self._chips = ReviewMade(self._proposals, self._turn_proposals), None
        self._rest.start()
        self.proposals_changed.emit()

    def open_proposals(self) -> list[Proposal]:
        """The proposals that nobody has judged and nothing active overlaps, in the order of the text."""
        return list(self._reviewing.still_open(self._state))

    def review(self) -> Review:
        """All there is to judge."""
        return self._reviewing.of(self._state, self.chips())

    def left_to_judge(self) -> dict[Chip, int]:
        """How much is left under each chip that is to be judged."""
        return self._reviewing.left(self._state, self.chips())

    def chips(self) -> Chips:
        """Which chip of the review each proposal belongs to; made anew only when the minutes' lines have changed."""
        if self._chips is None or self._chips.lines is not self._state.lines:
            self._chips = Chips(self._state.lines)
        return self._chips

    def turns(self) -> list[Turn]:
        """The turns of the note as it stands."""
        if self._turns is None:
            self._turns = self._making.turns.of(self._state)
        return self._turns

    def rows(self) -> list[Row]:
        """The paragraphs of the note as rows of a list; those that no action has touched stay the same rows."""
        if self._rows is None:
            self._rows = self._making.rows.of(self.turns())
        return self._rows

    def minutes(self) -> Minutes:
        """The minutes as they are shown."""
        if self._minutes is None:
            self._minutes = self._making.minutes(self._state, self.turns())
        return self._minutes

    def minutes_with_offers(self) -> Minutes:
        """The minutes as they are exported: the same, with what is still offered for the list of corrections."""
        turns = self._making.turns_written(self._state, self.turns())
        return minutes_of(self._source, self._state, self._proposals, self._turn_proposals, turns)

    def commit(self, change: Change, what: str, by: str = PERSON) -> None:
        """Carry out and keep one action. `what` names it in a few Korean words; an empty change is refused silently.

        Lines that the program or a model brings are kept with what they rest on. Raises `Bug` if the change does not
        fit the state.
        """
        self.settle()
        if change:
            self._add(self._new_entry(change, what, by))

    def commit_soon(self, change: Change, what: str) -> None:
        """Carry out and keep one action of a person, which may be of so many places that the window would stand still.

        The views are told of such a one a moment later, when what they show of it has been made bit by bit; before the
        person or anybody else does more, they have been told.
        """
        self.settle()
        if change:
            self._add_soon(self._new_entry(change, what, PERSON))

    def settle(self) -> None:
        """Tell the views at once of what is still being made for them."""
        self._slices.finish()

    def _new_entry(self, change: Change, what: str, by: str) -> Entry:
        return Entry(self._next_id(), self._now(), by, what, with_bases(self._source, self._state, change))

    def take_in(self, entry: Entry) -> None:
        """Carry out an entry that goes on from the last one here and is kept by whoever made it."""
        self.settle()
        self._carry_out(entry)
        self.changed.emit(entry.change)

    @property
    def can_undo(self) -> str:
        """What 실행 취소 would take back, in Korean; empty if there is nothing."""
        entry = undo_target(self._entries)
        return entry.what if entry is not None else ""

    @property
    def can_redo(self) -> str:
        """What 다시 실행 would do again, in Korean; empty if there is nothing."""
        entry = redo_target(self._entries)
        return self._entry(entry.undoes).what if entry is not None and entry.undoes is not None else ""

    def undo(self) -> None:
        """Take the person's latest action back; nothing happens if there is none. `UserError` if it does not fit."""
        self.settle()
        entry = undo_target(self._entries)
        if entry is not None:
            self._must_fit(entry)
            self._add_soon(inverse(entry, self._next_id(), self._now()))

    def redo(self) -> None:
        """Do again what was undone last; nothing happens if there is nothing. `UserError` if it does not fit."""
        self.settle()
        entry = redo_target(self._entries)
        if entry is not None:
            self._must_fit(entry)
            what = kept(f"다시 실행: {self.can_redo}")
            self._add_soon(replace(inverse(entry, self._next_id(), self._now()), what=what))

    def undo_alone(self, entry: Entry) -> None:
        """Take one action back and leave all others; `UserError` names the later change that stands in the way."""
        self.settle()
        if not can_undo_alone(self._state, self._entries, entry):
            raise UserError(self._why_not_alone(entry))
        self._add(inverse(entry, self._next_id(), self._now()))

    def _must_fit(self, entry: Entry) -> None:
        if not fits(self._state, invert(entry.change)):  # something before it was taken back alone
            raise UserError(
                tr("'{what}'은(는) 다른 변경과 겹쳐 되돌리지 못했습니다. 변경 기록에서 확인해 주세요.").format(
                    what=retold(entry.what)
                )
            )

    def _why_not_alone(self, entry: Entry) -> str:
        later = later_change(self._entries, entry)
        if later is None:
            return tr("'{what}'만 따로 되돌리지 못했습니다. 먼저 나중에 한 변경을 되돌려 주세요.").format(
                what=retold(entry.what)
            )
        return tr("나중에 한 '{what}'과(와) 겹쳐 따로 되돌리지 못했습니다. 그 변경을 먼저 되돌려 주세요.").format(
            what=retold(later.what)
        )

    def save_draft(self, key: str, text: str) -> None:
        """Keep the text of an open editor, so that it comes back after a crash. `key` names the place that it edits."""
        self._drafts[key] = text
        self._store.save_draft(key, text)

    def draft(self, key: str) -> str | None:
        """The draft kept for a place; None if there is none."""
        return self._drafts.get(key)

    def clear_draft(self, key: str) -> None:
        """Forget a draft."""
        if self._drafts.pop(key, None) is not None:
            self._store.clear_draft(key)

    @property
    def drafts(self) -> Mapping[str, str]:
        """All drafts by key: after a crash, what the person had not finished."""
        return dict(self._drafts)

    def flush(self) -> None:
        """Have every view commit the editor it has open, and show all that was done."""
        self.settle()
        self.flush_wanted.emit()

    def _entry(self, id_: int) -> Entry:
        return next(entry for entry in self._entries if entry.id == id_)

    def _next_id(self) -> int:
        return self._entries[-1].id + 1 if self._entries else 1

    def _add_soon(self, entry: Entry) -> None:
        if len(entry.change.steps) < MANY:
            self._add(entry)
            return
        self._carry_out(entry)
        self._store.append(entry)
        spare_the_collector()  # a full pass among the slices would hold the window longer than any of them
        self._slices.begin(self._preparing(), partial(self.changed.emit, entry.change))
        self._rest.start()

    def _preparing(self) -> Iterator[None]:
        """Make what the views will ask for."""
        yield from self._making.preparing(self._state)
        yield
        self._reviewing.still_open(self._state)
        yield
        self.left_to_judge()
        yield
        self.review()

    def _add(self, entry: Entry) -> None:
        with collector_paused():  # its passes are a quarter of what merging two speakers of ten hours takes
            self._carry_out(entry)
            self._store.append(entry)
            self.changed.emit(entry.change)

    def _carry_out(self, entry: Entry) -> None:
        self._state = apply(self._state, entry.change)
        self._entries.append(entry)
        self._minutes = None
        changed = {name for name, _ in entry.change.steps}
        if IN_TURNS & changed:
            self._turns = self._rows = None
