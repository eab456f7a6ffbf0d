"""A Qt model over rows that are values: from one list of them to the next it goes by what differs, in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import is_not
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole  # the row itself, for who paints it


class RowModel(QAbstractListModel):
    """`rows` as they are shown; rows that are equal before and after stay where they are for the view.

    Which values they are, the model of a view says; each has a `text`.
    """

    rows: list[Any]

    def __init__(self, rows: list[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None

    def spoken(self, row: Any) -> str:
        """A row as a screen reader says it."""
        raise NotImplementedError

    def take(self, rows: list[Any]) -> None:
        """Show these rows instead."""
        first, old_end, new_end = changed_middle(self.rows, rows)
        in_place = min(old_end, new_end)
        if old_end > in_place:
            self.beginRemoveRows(QModelIndex(), in_place, old_end - 1)
            self.rows = [*rows[:in_place], *self.rows[old_end:]]
            self.endRemoveRows()
        elif new_end > in_place:
            self.beginInsertRows(QModelIndex(), in_place, new_end - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        if first < in_place:
            self.dataChanged.emit(self.index(first, 0), self.index(in_place - 1, 0))


def changed_middle(old: Sequence[object], new: Sequence[object]) -> tuple[int, int, int]:
    """(first, end in old, end in new) of what differs; equal rows at both ends are left out.

    >>> changed_middle("가나다라", "가나마바라")
    (2, 3, 4)
    """
    shortest = min(len(old), len(new))
    first = _alike(old, new, shortest)
    last = _alike(old[::-1], new[::-1], shortest - first)
    return first, len(old) - last, len(new) - last


def _alike(old: Sequence[object], new: Sequence[object], most: int) -> int:
    """How many rows are equal from the start on; of ten hours nearly all are the very same."""
    others = compress(range(most), map(is_not, old, new))
    return next((i for i in others if old[i] != new[i]), most)
