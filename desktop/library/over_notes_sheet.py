"""여러 노트에서 바꾸기: what by what, in which notes; every place by note with its tick; then one change a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.library.note_names import days_of
from desktop.library.over_notes import NoteSeen, OverNotes
from desktop.parts.find_field import FindField
from desktop.parts.widgets import button, label
from desktop.words import tr
from processing.over_notes import Sight, Wish

ROW_HEIGHT = 26
MOST_SHOWN = 2000  # places; the rest is replaced with them and said so


@dataclass(frozen=True)
class Scope:
    """Notes to look through: how they are called, and their ids."""

    name: str
    notes: tuple[int, ...]


class OverNotesSheet(QDialog):
    """Looks when asked to, shows what it found, and has it replaced."""

    def __init__(
        self, desk: OverNotes, scopes: Sequence[Scope], words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = Wish("", "")
        self._seen: list[NoteSeen] = []
        self.setWindowTitle(tr("여러 노트에서 바꾸기"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        self.words, self.new, self.scope = FindField(), FindField(), QComboBox()
        self.whole = QCheckBox(tr("낱말만"))
        self.tree = self._make_tree()
        self.answer = label("", "faint")
        self.answer.setWordWrap(True)
        self.progress = QProgressBar()
        self._make_fields(scopes, words)
        self._lay_out()
        self._connect()
        self._show_work(False)
        self._forget()

    def _make_fields(self, scopes: Sequence[Scope], words: str) -> None:
        self.words.setText(words)
        for field, name in ((self.words, tr("찾을 말")), (self.new, tr("바꿀 말"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.scope.setAccessibleName(tr("찾을 노트"))
        for scope in scopes:
            self.scope.addItem(scope.name, scope.notes)
        self.whole.setChecked(True)
        self.whole.setToolTip(tr("조사가 붙은 말은 찾고, 다른 낱말 속의 말은 찾지 않습니다."))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("진행 정도"))

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("바꿀 곳"))
        tree.setHeaderLabels([tr("바꿀 곳"), tr("바꾸면")])
        tree.setUniformRowHeights(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _lay_out(self) -> None:
        self.look_button = button(tr("찾기"), self.look)
        self.cancel_button = button(tr("그만두기"), self.give_up)
        self.replace_button = button(tr("바꾸기"), self.replace, "primary")
        grid = QGridLayout()
        for at, widget in enumerate((self.words, self.new, self.scope)):
            grid.addWidget(widget, 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.whole, 0, 3)
        grid.addWidget(self.look_button, 0, 4)
        foot = QHBoxLayout()
        for widget, stretch in ((self.answer, 2), (self.progress, 1), (self.cancel_button, 0)):
            foot.addWidget(widget, stretch)
        foot.addWidget(button(tr("닫기"), self.reject))
        foot.addWidget(self.replace_button)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.setTabOrder(self.look_button, self.tree)
        for field in (self.words, self.new):
            field.returnPressed.connect(self.look)
            field.textChanged.connect(lambda _text: self._forget())
        self.whole.toggled.connect(lambda _is_on: self._forget())
        self.scope.currentIndexChanged.connect(lambda _at: self._forget())
        self._count = QTimer(self, singleShot=True, interval=0)  # a note's tick changes those of all its places
        self._count.timeout.connect(self._tell)
        self.tree.itemChanged.connect(lambda _item, _column: self._count.start())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.replace)
        self._desk.progressed.connect(self._show_progress)
        self._desk.seen.connect(self._show)
        self._desk.told.connect(self._go)
        self._desk.failed.connect(self._stop)

    def look(self) -> None:
        """Look through the notes that are chosen."""
        self.words.flush()
        self.new.flush()
        self._wish = Wish(self.words.text().strip(), self.new.text(), self.whole.isChecked())
        self._forget()
        if self._wish.words:
            self._show_work(True)
            self._desk.look(self.scope.currentData() or (), self._wish)

    def replace(self) -> None:
        """Replace what is ticked."""
        ticked = {one.row.id: (one.last, self._ticked(at)) for at, one in enumerate(self._seen)}
        chosen = {id_: (last, places) for id_, (last, places) in ticked.items() if places}
        if chosen and self.replace_button.isEnabled():
            self._show_work(True)
            self._desk.replace(self._wish, chosen)

    def give_up(self) -> None:
        """Leave off; nothing has been changed."""
        self._desk.cancel()
        self._show_work(False)
        self.answer.setText(tr("그만두었습니다. 바꾼 것은 없습니다."))

    def reject(self) -> None:
        """Close; what is under way is given up."""
        self._desk.cancel()
        super().reject()

    def _forget(self) -> None:
        """What was found was found for other words."""
        if self._seen or self.tree.topLevelItemCount():
            self._seen = []
            self.tree.clear()
        self.answer.clear()
        self.replace_button.setEnabled(False)

    def _show(self, seen: list[NoteSeen]) -> None:
        self._show_work(False)
        self._seen = seen
        room, days = MOST_SHOWN, days_of(one.row for one in seen)
        self.tree.blockSignals(True)
        for one in seen:
            self.tree.addTopLevelItem(_note_item(one, days[one.row.id], one.sights[: max(room, 0)]))
            room -= len(one.sights)
        self.tree.blockSignals(False)
        if len(seen) <= 3:
            self.tree.expandAll()
        self._tell()
        if seen:
            self.tree.setFocus()
            self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def _tell(self) -> None:
        notes = [len(self._ticked(at)) for at in range(len(self._seen))]
        total, more = sum(notes), sum(len(one.sights) for one in self._seen) - MOST_SHOWN
        told = tr("노트 {notes}개에서 {places}곳을 골랐습니다.").format(notes=sum(map(bool, notes)), places=total)
        self.answer.setText(
            (told if self._seen else tr("찾은 곳이 없습니다."))
            + (tr(" 아래에 없는 %n곳도 함께 바꿉니다.", "", more) if more > 0 else "")
        )
        self.replace_button.setEnabled(total > 0)

    def _ticked(self, at: int) -> frozenset[int]:
        """The places of a note that are to be replaced; those that are not shown go with their note."""
        item, count = self.tree.topLevelItem(at), len(self._seen[at].sights)
        if item is None or item.checkState(0) is Qt.CheckState.Unchecked:
            return frozenset()
        places = enumerate(item.child(i) for i in range(item.childCount()))
        off = {i for i, place in places if place is not None and place.checkState(0) is Qt.CheckState.Unchecked}
        return frozenset(range(count)) - off

    def _go(self, _sentence: str, _links: object) -> None:
        self.accept()

    def _stop(self, _error: object) -> None:
        self._show_work(False)

    def _show_work(self, is_busy: bool) -> None:
        self.progress.setVisible(is_busy)
        self.cancel_button.setVisible(is_busy)
        for widget in (self.words, self.new, self.scope, self.whole, self.look_button, self.tree):
            widget.setEnabled(not is_busy)
        if is_busy:
            self.progress.setValue(0)
            self.replace_button.setEnabled(False)
        elif self._seen:
            self._tell()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)


def _note_item(one: NoteSeen, day: str, shown: Sequence[Sight]) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{one.row.title}   {day}", tr("%n곳", "", len(one.sights))])
    item.setSizeHint(0, QSize(0, ROW_HEIGHT))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
    for sight in shown:
        child = QTreeWidgetItem([f"{sight.left}[{sight.before}]{sight.right}", f"{sight.before} → {sight.after}"])
        child.setSizeHint(0, QSize(0, ROW_HEIGHT))
        child.setFlags(child.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        child.setCheckState(0, Qt.CheckState.Checked)
        item.addChild(child)
    if not shown:
        item.setCheckState(0, Qt.CheckState.Checked)
    return item
