"""Corrections to judge: terms, their variants, their places. One key decides, and the next row is there.

Enter applies and goes on, Ctrl+Enter takes the whole term, Delete ignores (for this note only), Ctrl+D puts off, Space
ticks, F2 types another right form. Each is one change of the note.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop.note.note_session import NoteSession
from desktop.note.review_rows import TO_JUDGE, Chip, Cluster, Review, Variant
from desktop.parts.widgets import button, label
from desktop.review.review_chips import ChipRow, end_sentence
from desktop.review.review_decisions import Decision, put_off, refused, retyped, taken, taken_turn
from desktop.review.review_foot import ReviewFoot
from desktop.review.review_model import Node, ReviewModel, come_back
from desktop.review.review_tree import ReviewTree
from desktop.words import marked, tr
from processing.note import EditKind
from processing.proposals import Proposal, TurnProposal

NOTHING_CHOSEN = marked("제안 탭에서 용어를 먼저 골라 주세요.")


class ReviewPanel(QWidget):
    """The review of the open note.

    `place_chosen` tells the place of the chosen row, `minutes_wanted` that the person is done and wants the minutes,
    `said` a short sentence for the status line. `always_wanted` and `never_wanted` tell what was heard and the term that a
    person wants corrected from now on without asking, or never offered again.
    """

    place_chosen = Signal(object)
    minutes_wanted = Signal()
    always_wanted = Signal(str, str)
    never_wanted = Signal(str, str)
    said = Signal(str)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAccessibleName(tr("제안 검토"))
        self.chip = Chip.MINUTES
        self._is_stale, self._is_filled = False, False
        self._applied_before = self._applied()
        self._model = ReviewModel(self)
        self.tree = ReviewTree(self._model)
        self.chips = ChipRow()
        self.foot = ReviewFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.chips)
        column.addLayout(self._middle(), 1)
        column.addWidget(self.foot)
        self._connect()

    # --- parts

    def _middle(self) -> QStackedLayout:
        self._end = label("", "heading")
        self._end.setWordWrap(True)
        self._to_minutes = button(tr("회의록으로"), self.minutes_wanted.emit, "primary")
        done = QWidget()
        column = QVBoxLayout(done)
        column.addStretch(1)
        column.addWidget(self._end)
        row = QHBoxLayout()
        row.addWidget(self._to_minutes)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.tree.setParent(self)  # a stack without a parent shows its first widget at once, as a window of its own
        self._stack = QStackedLayout()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(done)
        return self._stack

    def _connect(self) -> None:
        self.chips.chosen.connect(self.show_chip)
        for decides in (self.tree, self.foot):
            decides.applied.connect(self.apply)
            decides.applied_all.connect(self.apply_all)
            decides.ignored.connect(self.ignore)
            decides.held.connect(self.hold)
        self.foot.undo_wanted.connect(self.session.undo)
        self.tree.retyped.connect(self._retype)
        self.tree.menu_wanted.connect(lambda where: self.row_menu().exec(where))
        self.tree.selectionModel().currentChanged.connect(self._tell_place)
        self.session.changed.connect(self._changed)
        self.session.proposals_changed.connect(self._offered_anew)
        self.session.flush_wanted.connect(self.tree.close_field)
        self.setFocusProxy(self.tree)

    # --- showing

    def show_chip(self, chip: Chip) -> None:
        """Show what is under a chip."""
        self._catch_up()
        self.chip = chip
        self._fill()
        self._choose(0)
        self._take_focus()

    def _take_focus(self) -> None:
        (self.tree if self._model.rowCount() else self._to_minutes).setFocus()

    def show_proposal(self, id_: str) -> None:
        """Show one offered correction, opened up to its place."""
        self._catch_up()
        for chip, clusters in self._review.clusters.items():
            if any(proposal.id == id_ for cluster in clusters for proposal in cluster.proposals):
                self.show_chip(chip)
                index = self._model.find(id_)
                index = index if index.isValid() else self._model.find(f"term {self._term_of(id_)}")
                self.tree.setExpanded(index.parent().parent(), True)
                self.tree.setExpanded(index.parent(), True)
                self.tree.setCurrentIndex(index)
                return

    def step_place(self, step: int) -> None:
        """Go to the next place under the chip (1) or to the one before (-1); where there is none, it is said."""
        self._catch_up()
        if not self.tree.step_place(step):
            self.said.emit(tr("이 묶음의 마지막 곳입니다.") if step > 0 else tr("이 묶음의 첫 곳입니다."))

    def _term_of(self, id_: str) -> str:
        return next((proposal.term for proposal in self.session.proposals if proposal.id == id_), "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        """Show the note as it is: most notes are opened at the transcript, and ten hours' offers take a while."""
        if not self._is_filled:
            self._is_filled, self._is_stale, self._review = True, False, self.session.review()
            with QSignalBlocker(self):
                self._choose_first_chip()
        elif self._is_stale:
            self.refresh()

    def _changed(self, _change: object = None) -> None:
        self._is_stale = True
        if self.isVisible():  # a hidden panel follows when it is looked at
            self.refresh()

    def refresh(self) -> None:
        """Follow the note: applied rows leave, the one after the chosen row is chosen.

        No place is told of it: a person who works in the transcript must not lose theirs.
        """
        self._is_stale, had_focus = False, self.tree.hasFocus()
        with QSignalBlocker(self):
            self._follow_note()
        if had_focus:
            self._take_focus()

    def _follow_note(self) -> None:
        was, self._review = self._review, self.session.review()
        if self._model.shows(self._review, self.chip):
            self._model.take_rows(self.session.rows())
            self.tree.words_changed()
            self._show_counts()
            return
        top, kept, opened = self._current_top(), self._current_key(), self._opened()
        self._fill()
        for key in opened:
            self.tree.setExpanded(self._model.find(key), True)
        kept = self._taken_back(was) or kept
        again = self._model.find(kept) if kept else QModelIndex()
        if again.isValid():
            self.tree.setCurrentIndex(again)
        else:
            self._choose(top)

    def _taken_back(self, was: Review) -> str:
        """The key of the row that an undo has brought back: the next key is meant for it. "" where none has come."""
        entries = self.session.entries
        return come_back(was, self._review, self.chip) if entries and entries[-1].undoes is not None else ""

    def _offered_anew(self) -> None:
        """Other proposals: the chosen row stays chosen, also where it now stands among more."""
        if self._model.rowCount():
            self.refresh()
        elif self._is_filled:
            self._review = self.session.review()
            with QSignalBlocker(self):
                self._choose_first_chip()

    def _choose_first_chip(self) -> None:
        self.chip = next((chip for chip in TO_JUDGE if self._review.counts[chip].left), Chip.MINUTES)
        self._fill()
        self._choose(0)

    def _fill(self) -> None:
        self._model.show(self._review, self.chip, self.session.rows())
        self._show_counts()

    def _show_counts(self) -> None:
        self.chips.show_counts(self._review, self.chip)
        is_empty = self._model.rowCount() == 0
        self._end.setText(end_sentence(self._review, self.chip))
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.foot.enable(not is_empty)
        self.foot.name_for(self.chip)
        self.foot.count(self._applied() - self._applied_before)

    def _applied(self) -> int:
        """How many corrections a person has taken in this note."""
        edits = self.session.state.edits.values()
        return sum(edit.by == "person" and edit.kind not in (EditKind.MANUAL, EditKind.FILLER) for edit in edits)

    def _current_key(self) -> str:
        node = self.tree.current_node()
        return node.key if node is not None else ""

    def _current_top(self) -> int:
        index = self.tree.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        return max(index.row(), 0)

    def _opened(self) -> list[str]:
        tops = self._opened_under(QModelIndex())
        return [node.key for top in tops for node in (top, *self._opened_under(self._model.index_of(top)))]

    def _opened_under(self, parent: QModelIndex) -> list[Node]:
        children = [self._model.index(i, 0, parent) for i in range(self._model.rowCount(parent))]
        nodes = [self._model.node(index) for index in children if self.tree.isExpanded(index)]
        return [node for node in nodes if node is not None]

    def _choose(self, row: int) -> None:
        count = self._model.rowCount()
        if count:
            self.tree.setCurrentIndex(self._model.index(min(row, count - 1), 0))
        elif self._review.left == 0 or self.chip not in TO_JUDGE:
            return
        else:
            self._go_to_next_chip()

    def _go_to_next_chip(self) -> None:
        following = next((chip for chip in TO_JUDGE if self._review.counts[chip].left), None)
        if following is not None and following is not self.chip:
            self.show_chip(following)

    def _tell_place(self, current: QModelIndex) -> None:
        node = self._model.node(current)
        if node is not None:
            what = node.what
            self.place_chosen.emit(what.place if isinstance(what, TurnProposal) else node.proposals[0].edit.place)

    def row_menu(self) -> QMenu:
        """What can be done with the chosen row."""
        menu, node = QMenu(self), self.tree.current_node()
        is_applied = self.chip is Chip.AUTOMATIC
        menu.addAction(tr("그대로 두기\tEnter") if is_applied else tr("적용\tEnter"), self.apply)
        if not is_applied:
            menu.addAction(tr("이 용어 모두 적용\tCtrl+Enter"), self.apply_all)
            again = self.chip is Chip.HELD
            menu.addAction(tr("다시 제안으로\tCtrl+D") if again else tr("보류\tCtrl+D"), self.hold)
        menu.addAction(tr("되돌리기\tDelete") if is_applied else tr("무시\tDelete"), self.ignore)
        menu.addAction(tr("고쳐 쓰기\tF2"), self.tree.edit_right_form)
        if node is not None and len(node.proposals) == 1 and node.proposals[0].alternatives:
            menu.addSeparator()
            for rival in node.proposals[0].alternatives[:5]:
                decision = retyped(self.session.state, self.chip, node.proposals, rival, is_term=False)
                menu.addAction(tr("적용: {rival}").format(rival=rival), partial(self._decide, node, decision))
        if node is not None and node.proposals:
            menu.addSeparator()
            one = node.proposals[0]
            menu.addAction(tr("항상 이렇게 고치기"), lambda: self.always_wanted.emit(one.heard, one.term))
            menu.addAction(tr("앞으로 제안하지 않기"), lambda: self.never_wanted.emit(one.heard, one.term))
        return menu

    # --- deciding

    def _chosen(self) -> Node | None:
        """The chosen row of the note as it stands: a system's own menu or a screen reader asks without key or click.

        None while the review is hidden behind another tab: nobody decides on what they do not see.
        """
        self.session.settle()
        if not self.isVisible():
            self.said.emit(tr(NOTHING_CHOSEN))
            return None
        return self.tree.current_node()

    def apply(self) -> None:
        """Apply the ticked places of the chosen row and go on; under 자동 적용, keep them as the person's own."""
        node = self._chosen()
        if node is not None:
            self._apply(node, self._model.ticked(node))

    def apply_all(self) -> None:
        """Apply every place of the chosen row's term, and where the same was heard under other chips, folded or not."""
        node = self._chosen()
        while node is not None and node.parent is not None:
            node = node.parent
        if node is not None:
            self._apply(node, [*node.proposals, *self._review.heard_elsewhere(self.chip, node.proposals)])

    def _apply(self, node: Node, proposals: Sequence[Proposal]) -> None:
        if isinstance(node.what, TurnProposal):
            self._decide(node, taken_turn(node.what))
        elif not proposals:
            self.said.emit(tr("선택한 곳이 없습니다. Space로 고른 뒤 다시 눌러 주세요."))
        else:
            self._decide(node, taken(self.session.state, self.chip, proposals))

    def ignore(self) -> None:
        """Ignore the chosen row in this note; under 자동 적용, take the correction back."""
        node = self._chosen()
        if node is not None:
            self._decide(node, refused(self.session.state, self.chip, self._ids(node), _name(node)))
            if self.chip is not Chip.AUTOMATIC:
                self.said.emit(tr("이 노트에서만 무시했습니다."))

    def hold(self) -> None:
        """Put the chosen row off; under 보류, offer it again."""
        node = self._chosen()
        if node is not None and self.chip is not Chip.AUTOMATIC:
            self._decide(node, put_off(self.session.state, self.chip, self._ids(node), _name(node)))

    def _ids(self, node: Node) -> list[str]:
        if isinstance(node.what, TurnProposal):
            return [node.what.id]
        return [proposal.id for proposal in self._model.ticked(node)]

    def _retype(self, node: Node, text: str) -> None:
        """Apply the ticked places of a row with another right form."""
        chosen = self._model.ticked(node)
        if text and chosen:
            is_term = isinstance(node.what, (Cluster, Variant))
            self._decide(node, retyped(self.session.state, self.chip, chosen, text, is_term=is_term))

    def _decide(self, node: Node, decision: Decision) -> None:
        if not decision.change:
            self.said.emit(tr("이미 고친 곳과 겹쳐 바꾸지 못했습니다. 녹취록에서 직접 고쳐 주세요."))
            return
        self._select_following(node)
        self.session.commit_soon(*decision)
        self._take_focus()

    def _select_following(self, node: Node) -> None:
        """Choose what stays when this row leaves: its next sibling, else its parent's."""
        at: Node | None = node
        while at is not None:
            index = self._model.index_of(at)
            below = self._model.index(at.row + 1, 0, index.parent())
            if below.isValid():
                self.tree.setCurrentIndex(below)
                return
            at = at.parent


def _name(node: Node) -> str:
    if isinstance(node.what, TurnProposal):
        return node.what.detail
    return f"{node.proposals[0].heard} → {node.proposals[0].term}"
