"""The tree view of the review: its keys, and the field in which the right form of a term is typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QTreeView, QWidget

from desktop.note.review_rows import Cluster, Variant
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.row_model import Index
from desktop.review.review_delegate import ReviewDelegate
from desktop.review.review_model import Node, ReviewModel
from desktop.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RightFormField(HangulLineEdit):
    """The field for a right form; its keys stay in it. `ended` when Enter or Esc closes it."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_over = event.key() in (*_ENTER, Qt.Key.Key_Escape) and not self._composed
        super().keyPressEvent(event)
        event.accept()
        if is_over:
            self.ended.emit()


class ReviewTree(QTreeView):
    """Signals say what the person decided about the chosen row; `retyped` carries a right form typed by hand."""

    applied = Signal()
    applied_all = Signal()
    ignored = Signal()
    held = Signal()
    retyped = Signal(object, str)
    menu_wanted = Signal(object)

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ReviewDelegate(model, self))
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("고칠 제안"))
        self.setUniformRowHeights(False)
        self.setIndentation(16)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field: RightFormField | None = None
        self.expanded.connect(self._height_changed)
        self.collapsed.connect(self._height_changed)

    def _height_changed(self, index: QModelIndex) -> None:
        """An opened term shows its place below, no longer in its own row."""
        self.itemDelegate().sizeHintChanged.emit(index)

    def words_changed(self) -> None:
        """Show the same rows with the words around them as they are now."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def current_node(self) -> Node | None:
        """The chosen row."""
        return self._model.node(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER:
            (self.applied_all if control else self.applied).emit()
        elif key == Qt.Key.Key_Delete:
            self.ignored.emit()
        elif key == Qt.Key.Key_D and control:
            self.held.emit()
        elif key == Qt.Key.Key_Space:
            self._model.toggle(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self.edit_right_form()
        elif key == Qt.Key.Key_Right and self._is_open_or_leaf():
            self._go_inside()
        else:
            super().keyPressEvent(event)

    def step_place(self, step: int) -> bool:
        """Choose the next place (1) or the one before (-1), the rows above it opened; False where there is none."""
        places, here = self._model.places(), self.current_node()
        inside = [i for i, place in enumerate(places) if here is not None and here in _line_of(place)]
        at = inside[0] if inside else -1
        if step < 0 or not inside or places[at] is here:
            at += step
        if not 0 <= at < len(places):
            return False
        for node in _line_of(places[at])[1:]:
            self.setExpanded(self._model.index_of(node), True)
        self.setCurrentIndex(self._model.index_of(places[at]))
        return True

    def _is_open_or_leaf(self) -> bool:
        return self.isExpanded(self.currentIndex()) or not self._model.rowCount(self.currentIndex())

    def _go_inside(self) -> None:
        inside = self._model.index(0, 0, self.currentIndex())
        if inside.isValid():
            self.setCurrentIndex(inside)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_right_form()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
        corner = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft())
        self.menu_wanted.emit(event.globalPos() if by_mouse else corner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # contexts wrap anew

    def edit_right_form(self) -> None:
        """Type another right form for the chosen row; the rival readings of a place are offered."""
        node = self.current_node()
        if node is None or not node.proposals or self._field is not None:
            return
        field = RightFormField(self.viewport())
        field.setAccessibleName(tr("바른 표기"))
        self._offer(field, node)
        field.setGeometry(self._on_row(node, field.sizeHint().height()))
        field.show_value(right_form(node))
        field.selectAll()
        field.entered.connect(lambda text: self.retyped.emit(node, text.strip()))
        field.ended.connect(self.close_field)
        field.editingFinished.connect(self.close_field)
        self._field = field
        field.show()
        field.setFocus()

    def _on_row(self, node: Node, height: int) -> QRect:
        """Where the field goes: over the right form of a term, over the reason of a place; the words stay in sight."""
        row = self.visualRect(self.currentIndex())
        is_title = isinstance(node.what, (Cluster, Variant))
        top = row.top() if is_title else row.bottom() + 1 - height
        top = max(min(top, self.viewport().height() - height), 0)
        return QRect(row.left() + 26, top, max(row.width() - 34, 120), height)

    def _offer(self, field: RightFormField, node: Node) -> None:
        rivals = [rival for proposal in node.proposals for rival in proposal.alternatives]
        if rivals and not isinstance(node.what, (Cluster, Variant)):
            completer = QCompleter(list(dict.fromkeys(rivals)), field)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            field.setCompleter(completer)

    def close_field(self) -> None:
        """Close the field; what was typed has been told."""
        field, self._field = self._field, None
        if field is not None:
            field.hide()
            field.deleteLater()
            self.setFocus()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)


def right_form(node: Node) -> str:
    """What the field for a row begins with: a term for a term or variant, the whole word for one place."""
    if isinstance(node.what, (Cluster, Variant)):
        return node.proposals[0].term
    return node.proposals[0].edit.after


def _line_of(node: Node) -> list[Node]:
    """A row and those it stands under, from inside out."""
    above = node.parent
    return [node] if above is None else [node, *_line_of(above)]
