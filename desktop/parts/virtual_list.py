"""A list whose rows have heights of their own, measured only when they come into sight.

Qt's own list view asks the height of every row first: over a second for ten hours of talk. Here a row not yet seen has
an estimated height; what is seen is measured, and the view stays where it is when an estimate was wrong.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from desktop.parts.row_model import Index


class RowMeasure(Protocol):
    """What a delegate must know for the list."""

    def row_height(self, index: Index, width: int) -> int:
        """The height of a row in pixels, exactly."""

    def guessed_heights(self, first: int, last: int, width: int) -> list[int]:
        """About the heights of rows first to last, without laying out any text."""


class VirtualList(QListView):
    """A list over a model of one column; its delegate paints rows and is a `RowMeasure`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: list[int] = []
        self._is_measured: list[bool] = []
        self._tops: list[int] | None = None
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._guess_all)
            model.rowsInserted.connect(self._rows_came)
            model.rowsRemoved.connect(self._rows_went)
            model.dataChanged.connect(self._rows_changed)
        self._guess_all()

    # --- heights

    def measure(self, row: int) -> int:
        """The exact height of a row."""
        return self._delegate().row_height(self.model().index(row, 0), self.viewport().width())

    def _delegate(self) -> RowMeasure:
        return self.itemDelegate()  # type: ignore[return-value]

    def _guessed(self, first: int, last: int) -> list[int]:
        return self._delegate().guessed_heights(first, last, self.viewport().width())

    def _row_count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _guess_all(self) -> None:
        if not hasattr(self._delegate(), "guessed_heights"):
            return
        self._heights = self._guessed(0, self._row_count() - 1)
        self._is_measured = [False] * len(self._heights)
        self._laid_out_anew()

    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights[first:first] = self._guessed(first, last)
        self._is_measured[first:first] = [False] * (last + 1 - first)
        self._laid_out_anew()

    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._heights[first : last + 1]
        del self._is_measured[first : last + 1]
        self._laid_out_anew()

    def _rows_changed(self, first: QModelIndex, last: QModelIndex, _roles: object = None) -> None:
        self.forget_heights(first.row(), last.row())

    def forget_heights(self, first: int, last: int) -> None:
        """Measure these rows again when they are next seen."""
        for row in range(first, min(last + 1, len(self._is_measured))):
            self._is_measured[row] = False
        self._laid_out_anew()

    def _laid_out_anew(self) -> None:
        self._tops = None
        self._settle()
        self.viewport().update()

    def _top(self, row: int) -> int:
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops[row]

    def _row_at(self, y: int) -> int:
        """The row at a height of the whole list; -1 below the last."""
        self._top(0)
        assert self._tops is not None
        row = bisect_right(self._tops, y) - 1
        return row if 0 <= row < len(self._heights) else -1

    def _seen(self) -> range:
        if not self._heights:
            return range(0)
        top = self.verticalScrollBar().value()
        first, last = max(self._row_at(top), 0), self._row_at(top + self.viewport().height())
        return range(first, (last if last >= 0 else len(self._heights) - 1) + 1)

    def _settle(self) -> None:
        """Measure what is in sight; the first row in sight that was measured already does not move."""
        for _ in range(8):
            seen = self._seen()
            anchor = next((row for row in seen if self._is_measured[row]), seen.start)
            kept = self._top(anchor) - self.verticalScrollBar().value() if seen else 0
            is_changed = [self._measure_once(row) for row in seen]
            if any(is_changed):
                self._tops = None
            self._fit_scroll_bar(self._top(anchor) - kept if seen and any(is_changed) else None)
            if not any(is_changed):
                return

    def _measure_once(self, row: int) -> bool:
        if self._is_measured[row]:
            return False
        height, self._is_measured[row] = self.measure(row), True
        was, self._heights[row] = self._heights[row], height
        return was != height

    def _fit_scroll_bar(self, value: int | None) -> None:
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        page = self.viewport().height()
        bar.setRange(0, max(self._top(len(self._heights)) - page, 0))
        bar.setPageStep(page)
        bar.setSingleStep(max(self.fontMetrics().height() * 2, 1))
        if value is not None:
            bar.setValue(value)
        bar.blockSignals(False)

    def _scrolled(self, _value: int) -> None:
        self._settle()
        self.place_children()
        self.viewport().update()

    def place_children(self) -> None:
        """Put an open editor where its row is; for those that have one."""

    # --- what Qt's views ask

    def doItemsLayout(self) -> None:
        self._laid_out_anew()

    def updateGeometries(self) -> None:
        self._settle()
        self.place_children()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        if event.oldSize().width() != event.size().width():
            self._rewrap()
        else:
            self._settle()
        self.place_children()

    def _rewrap(self) -> None:
        """New width: all heights are guessed again, and the row on top stays on top."""
        row = self._row_at(self.verticalScrollBar().value()) if self._heights else -1
        self._heights = self._guessed(0, self._row_count() - 1)
        self._is_measured = [False] * len(self._heights)
        self._tops = None
        if row > 0:
            self._fit_scroll_bar(self._top(row))
        self._laid_out_anew()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        pass  # `_scrolled` does it

    def verticalOffset(self) -> int:
        return int(self.verticalScrollBar().value())

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights[index.row()])

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset()) if point.y() + self.verticalOffset() >= 0 else -1
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint | None = None) -> None:
        """Bring a row into sight; nothing moves if it is."""
        if not index.isValid():
            return
        for _ in range(2):  # what is measured on arrival may move it once
            self._measure_around(index.row())
            value = self._value_for(index, hint or QAbstractItemView.ScrollHint.EnsureVisible)
            if value == self.verticalOffset():
                return
            self.verticalScrollBar().setValue(value)

    def _measure_around(self, row: int) -> None:
        if self._measure_once(row):
            self._tops = None
            self._fit_scroll_bar(None)

    def _value_for(self, index: Index, hint: QAbstractItemView.ScrollHint) -> int:
        top, height = self._top(index.row()), self._heights[index.row()]
        page, now = self.viewport().height(), self.verticalOffset()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            return max(top - max(page - height, 0) // 3, 0)
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or top < now or height > page:
            return top if not now <= top < now + page or height <= page else now
        return top + height - page if top + height > now + page else now

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        row, count = self.currentIndex().row(), self._row_count()
        page = max(len(self._seen()) - 1, 1)
        steps = {
            moves.MoveUp: -1, moves.MovePrevious: -1, moves.MoveDown: 1, moves.MoveNext: 1,
            moves.MovePageUp: -page, moves.MovePageDown: page, moves.MoveHome: -count, moves.MoveEnd: count,
        }  # fmt: skip
        if action == moves.MoveHome:  # above the first row that is stopped at there may be others
            self.verticalScrollBar().setValue(0)
        return self.next_index(row, steps.get(action, 0), count)

    def next_index(self, row: int, step: int, count: int) -> QModelIndex:
        """Where a step leads from a row; for lists with rows that are not stopped at."""
        return self.model().index(min(max(row + step, 0), count - 1), 0) if count else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center() if rect.height() > 1 else rect.topLeft())
        self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        self.paint_ground(painter)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row in self._seen():
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if option.rect.intersects(event.rect()):
                option.state = self._state_of(index)
                self.itemDelegate().paint(painter, option, index)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """What is seen where there are no rows; for lists with a ground of their own."""

    def _state_of(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if index == self.currentIndex():
            state |= QStyle.StateFlag.State_Selected
            if self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
        return state
