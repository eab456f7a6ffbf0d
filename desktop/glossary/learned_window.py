"""학습한 교정: what was learned from corrections, how often it was said, and what follows; all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.library.shelf import Shelf
from desktop.parts.error_dialog import show_error
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.words import marked, tr

if TYPE_CHECKING:
    from processing.library import Learned, Library

HEADS = (marked("들린 말 → 고친 말"), marked("고친 횟수"), marked("무시한 횟수"), marked("노트"), marked("다음에는"))
RULES = {"learned": marked("제안하기"), "always": marked("항상 이렇게 고치기"), "never": marked("제안하지 않기")}
SURE_NOTES = 2  # as `learning.NOTES_TO_APPLY`: confirmed in so many notes, a pair is applied
EMPTY = marked("아직 학습한 교정이 없습니다. 제안을 적용하거나 용어를 직접 고치면 여기에 쌓입니다.")
TOLD = marked("끄면 제안하지 않습니다. 두 노트에서 고친 말은 다음부터 자동으로 고칩니다.")
PAIR = Qt.ItemDataRole.UserRole


class LearnedWindow(QDialog):
    """`changed` after every change that the library has kept."""

    changed = Signal()

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._pairs: list[Learned] = []
        self.setWindowTitle(tr("학습한 교정"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.words = HangulLineEdit()
        self.words.setPlaceholderText(tr("들린 말이나 고친 말로 찾기"))
        self.words.setAccessibleName(tr("학습한 교정 찾기"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("학습한 교정"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([tr(head) for head in HEADS])
        self.rule = QComboBox()
        self.rule.setAccessibleName(tr("다음에는"))
        for rule, name in RULES.items():
            self.rule.addItem(tr(name), rule)
        self.answer = label("", "faint")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        row = QHBoxLayout()
        row.addWidget(label(tr("고른 교정은 다음에")))
        row.addWidget(self.rule)
        row.addStretch(1)
        self.forget_button = button(tr("잊기"), self.forget)
        row.addWidget(self.forget_button)
        row.addWidget(button(tr("닫기"), self.close))
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.answer)
        column.addLayout(row)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._fill())
        self.list.itemChanged.connect(self._switch)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_what_can_be_done())
        self.rule.activated.connect(lambda _index: self._set_rule())
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)
        QShortcut(QKeySequence("Delete"), self.list, self.forget, context=Qt.ShortcutContext.WidgetShortcut)

    # --- showing

    def refresh(self) -> None:
        """Show what the library has now."""
        read = self._shelf.do(lambda library: library.learned())
        read.then(self, self._show, lambda error: show_error(self, error))

    def _show(self, pairs: list[Learned]) -> None:
        self._pairs = pairs
        self._fill()

    def _fill(self) -> None:
        chosen, wanted = self.chosen(), self.words.text().strip()
        self.list.blockSignals(True)
        self.list.clear()
        for pair in reversed(self._pairs):  # the newest first
            if wanted in pair.heard or wanted in pair.meant:
                self.list.addTopLevelItem(_item(pair))
        self.list.blockSignals(False)
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None and (i == 0 or (chosen is not None and item.data(0, PAIR) == chosen.id)):
                self.list.setCurrentItem(item)
        self.answer.setText(tr(TOLD) if self._pairs else tr(EMPTY))
        self._show_what_can_be_done()

    def chosen(self) -> Learned | None:
        """The pair that is chosen in the list."""
        item = self.list.currentItem()
        return self._of(item) if item is not None else None

    def _of(self, item: QTreeWidgetItem) -> Learned | None:
        return next((pair for pair in self._pairs if pair.id == item.data(0, PAIR)), None)

    def _show_what_can_be_done(self) -> None:
        pair = self.chosen()
        self.forget_button.setEnabled(pair is not None)
        self.rule.setEnabled(pair is not None)
        if pair is not None:
            self.rule.setCurrentIndex(self.rule.findData(pair.rule.value))

    # --- changing

    def _do(self, verb: Any) -> None:
        self._shelf.do(verb).then(self, self._kept, lambda error: show_error(self, error))

    def _kept(self, _result: object) -> None:
        self.refresh()
        self.changed.emit()

    def _switch(self, item: QTreeWidgetItem) -> None:
        pair = self._of(item)
        is_on = item.checkState(0) == Qt.CheckState.Checked
        if pair is not None and pair.enabled != is_on:
            self._do(lambda library: library.enable_learned(pair.id, is_on))

    def _set_rule(self) -> None:
        pair, rule = self.chosen(), str(self.rule.currentData())

        def work(library: Library) -> None:
            from processing.library import Rule

            if pair is not None:
                library.set_rule(pair.heard, pair.meant, Rule(rule))

        if pair is not None and pair.rule.value != rule:
            self._do(work)

    def forget(self) -> None:
        """Forget the chosen pair with its counts."""
        pair = self.chosen()
        if pair is not None:
            self._do(lambda library: library.forget_learned(pair.id))


def _item(pair: Learned) -> QTreeWidgetItem:
    cells = [
        f"{pair.heard} → {pair.meant}",
        str(pair.confirmed),
        str(pair.refused),
        str(pair.note_count),
        _follows(pair),
    ]
    item = QTreeWidgetItem(cells)
    item.setData(0, PAIR, pair.id)
    item.setSizeHint(0, QSize(0, 28))
    item.setCheckState(0, Qt.CheckState.Checked if pair.enabled else Qt.CheckState.Unchecked)
    return item


def _follows(pair: Learned) -> str:
    """What will be done with the pair in the next note."""
    if not pair.enabled:
        return tr("꺼짐")
    if pair.rule.value != "learned":
        return tr(RULES[pair.rule.value])
    if not pair.confirmed:
        return tr("다시 나오면 제안하기")  # to ignore holds for its note: nothing was learned
    if pair.confirmed <= pair.refused:
        return tr("제안하지 않음")
    return tr("자동으로 고치기") if pair.note_count >= SURE_NOTES else tr(RULES["learned"])
