"""The tree of what is to be judged: term, variants, places, each with a tick; turn proposals as rows of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from desktop.note.review_rows import Chip, Cluster, Review, Variant
from desktop.note.transcript_rows import Row
from desktop.parts.row_model import Index
from desktop.retold import retold
from desktop.review.review_context import NEW_LINE, Context, TurnContext, context_of, row_of, turn_context_of
from desktop.words import tr
from processing.proposals import Proposal, TurnProposal

NODE_ROLE = Qt.ItemDataRole.UserRole
TERM, HEARD = "term ", " heard "  # in the keys of rows
MOST_CONTEXTS = 5000


@dataclass(eq=False)
class Node:
    """A row of the tree: what it is, what is under it, and the proposals that an action on it is about."""

    what: Cluster | Variant | Proposal | TurnProposal
    parent: Node | None = None
    row: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The places under this row."""
        if isinstance(self.what, Proposal):
            return (self.what,)
        return () if isinstance(self.what, TurnProposal) else self.what.proposals

    @property
    def key(self) -> str:
        """What names the row again after the tree was made anew."""
        if isinstance(self.what, Cluster):
            return f"{TERM}{self.what.term}"
        if isinstance(self.what, Variant):
            return f"{self.parent.key if self.parent else ''}{HEARD}{self.what.heard}"
        return self.what.id


class ReviewModel(QAbstractItemModel):
    """The rows under one chip. `unticked` are the ids of places that an action on their term leaves out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[Node] = []
        self._rows: list[Row] = []
        self._contexts: dict[int, tuple[Proposal, Row | None, Context]] = {}  # by `id` of the proposal
        self.unticked: set[str] = set()

    def shows(self, review: Review, chip: Chip) -> bool:
        """Whether what is under a chip is what is shown."""
        return [node.what for node in self._top] == [*review.clusters[chip], *review.turns.get(chip, ())]

    def take_rows(self, rows: list[Row]) -> None:
        """Take the words around the places from these rows of the transcript."""
        self._rows = rows

    def show(self, review: Review, chip: Chip, rows: list[Row]) -> None:
        """Show what is under a chip; `rows` are the transcript's, for the context."""
        self.beginResetModel()
        self._rows = rows
        self._top = [_node(cluster, None, i) for i, cluster in enumerate(review.clusters[chip])]
        self._top += [Node(turn, None, i) for i, turn in enumerate(review.turns.get(chip, ()), len(self._top))]
        self.endResetModel()

    def node(self, index: Index) -> Node | None:
        """The node of an index."""
        return index.internalPointer() if index.isValid() else None

    def context(self, proposal: Proposal) -> Context:
        """The words around a place."""
        known, row = self._contexts.get(id(proposal)), row_of(self._rows, proposal)
        if known is None or known[1] is not row:
            if len(self._contexts) > MOST_CONTEXTS:
                self._contexts = {}
            known = self._contexts[id(proposal)] = proposal, row, context_of(self._rows, proposal)
        return known[2]

    def turn_context(self, proposal: TurnProposal) -> TurnContext | None:
        """The words that a change of turns is about; None where it is about none."""
        return turn_context_of(self._rows, proposal)

    def ticked(self, node: Node) -> list[Proposal]:
        """The places under a row that are ticked; a place itself counts always."""
        if isinstance(node.what, Proposal):
            return [node.what]
        return [proposal for proposal in node.proposals if proposal.id not in self.unticked]

    def find(self, key: str) -> QModelIndex:
        """The row of a key; an invalid index if it has gone."""
        of_term = key.startswith(TERM) and HEARD not in key
        for node in self._top if of_term else self._walk(self._top):
            if node.key == key:
                return self.createIndex(node.row, 0, node)
        return QModelIndex()

    def places(self) -> list[Node]:
        """The rows that have none under them, in order: single places, and changes of turns."""
        return [node for node in self._walk(self._top) if not node.children]

    def index_of(self, node: Node) -> QModelIndex:
        """A node's index."""
        return self.createIndex(node.row, 0, node)

    def _walk(self, nodes: list[Node]) -> Iterator[Node]:
        for node in nodes:
            yield node
            yield from self._walk(node.children)

    # --- Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._siblings(parent)
        return self.createIndex(row, column, siblings[row]) if 0 <= row < len(siblings) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def _siblings(self, parent: Index) -> list[Node]:
        node = self.node(parent)
        return self._top if node is None else node.children

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._siblings(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(node)
        if role == Qt.ItemDataRole.CheckStateRole and not isinstance(node.what, TurnProposal):
            return self.check_state(node)
        return None

    def check_state(self, node: Node) -> Qt.CheckState:
        """Whether all, some or none of the places under a row are ticked."""
        off = sum(proposal.id in self.unticked for proposal in node.proposals)
        if not off:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if off == len(node.proposals) else Qt.CheckState.PartiallyChecked

    def toggle(self, index: Index) -> None:
        """Tick all the places under a row, or none if all are."""
        node = self.node(index)
        if node is None or isinstance(node.what, TurnProposal):
            return
        ids = {proposal.id for proposal in node.proposals}
        if self.check_state(node) == Qt.CheckState.Checked:
            self.unticked |= ids
        else:
            self.unticked -= ids
        last = self.index(len(self._top) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last)

    def _said(self, node: Node) -> str:
        what = node.what
        if isinstance(what, Cluster):
            return f"{what.term} ← {what.title}"
        if isinstance(what, Variant):
            return tr("{heard} {count}곳").format(heard=what.heard, count=len(what.proposals))
        if isinstance(what, TurnProposal):
            about = self.turn_context(what)
            return f"{retold(what.detail)} {about.text.replace(NEW_LINE, ' ')}" if about else retold(what.detail)
        context = self.context(what)
        return tr("{before} 대신 {after}, {why}, {text}").format(
            before=what.edit.before, after=what.edit.after, why=context.why, text=context.text
        )


def _node(cluster: Cluster, parent: Node | None, row: int) -> Node:
    """A term's row; a single place is shown in it, and a single variant has no row of its own."""
    node = Node(cluster, parent, row)
    if len(cluster.proposals) == 1:
        return node
    if len(cluster.variants) == 1:
        node.children = [Node(proposal, node, i) for i, proposal in enumerate(cluster.proposals)]
        return node
    for i, variant in enumerate(cluster.variants):
        under = Node(variant, node, i)
        under.children = [Node(proposal, under, j) for j, proposal in enumerate(variant.proposals)]
        node.children.append(under)
    return node


def come_back(before: Review, after: Review, chip: Chip) -> str:
    """The key of the first row under a chip that was not there before: of a term whose places are all new, else of one.

    "" where there is none.
    """
    known = {proposal.id for cluster in before.clusters[chip] for proposal in cluster.proposals}
    for cluster in after.clusters[chip]:
        new = [proposal.id for proposal in cluster.proposals if proposal.id not in known]
        if new:
            return f"{TERM}{cluster.term}" if len(new) == len(cluster.proposals) else new[0]
    turns = {turn.id for turn in before.turns.get(chip, ())}
    return next((turn.id for turn in after.turns.get(chip, ()) if turn.id not in turns), "")
