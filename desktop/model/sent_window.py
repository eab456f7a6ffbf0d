"""보낸 내용: when, where, which model, what, and the very words as they left. A key is in none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.model.consulting import Consulting
from desktop.model.sent_words import said_of, where_of
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.words import marked, tr

if TYPE_CHECKING:
    from processing.library import Sending

TIME_WIDTH = 150  # pixels
SENDING = Qt.ItemDataRole.UserRole
WORDS_GONE = marked("보낸 글은 노트를 지울 때 함께 지웠습니다.")
ADVICE = marked("보낸 그대로입니다. 가린 번호는 표시로 나갔고, API 키는 기록하지 않습니다.")


class SentWindow(QDialog):
    """Of the open note, or of all notes; the newest first."""

    def __init__(self, consulting: Consulting, parent: QWidget | None = None, *, of_all: bool = False) -> None:
        super().__init__(parent)
        self._consulting, self._of_all = consulting, of_all
        self.setWindowTitle(tr("보낸 내용"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 600)
        self.said = label("", "heading")
        self.list = self._tree()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("보낸 글"))
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(self.words)
        halves.setSizes([200, 340])
        halves.setHandleWidth(8)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(halves, 1)
        column.addLayout(self._foot())
        consulting.recorded.connect(self.refresh)
        self.refresh()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("보낸 기록"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([tr("언제"), tr("어디로"), tr("모델"), tr("무엇을"), tr("글자")])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        tree.currentItemChanged.connect(lambda *_: self._show_words())
        return tree

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(tr(ADVICE), "faint"), 1)
        row.addWidget(button(tr("닫기"), self.close))
        return row

    def refresh(self) -> None:
        """Show the record as it stands."""
        self._consulting.sent(of_all=self._of_all).then(self, self._show)

    def _show(self, sendings: list[Sending]) -> None:
        self.said.setText(said_of(sendings))
        chosen = self.chosen()
        self.list.clear()
        for sending in reversed(sendings):
            item = _item(sending)
            self.list.addTopLevelItem(item)
            if chosen is not None and chosen.id == sending.id:
                self.list.setCurrentItem(item)
        newest = self.list.topLevelItem(0)
        if self.list.currentItem() is None and newest is not None:
            self.list.setCurrentItem(newest)

    def chosen(self) -> Sending | None:
        """The sending that is looked at."""
        item = self.list.currentItem()
        return cast("Sending", item.data(0, SENDING)) if item is not None else None

    def _show_words(self) -> None:
        sending = self.chosen()
        if sending is not None:
            self._consulting.sent_words(sending).then(self, lambda words: self._show_those(sending.id, words))

    def _show_those(self, id_: int, words: str | None) -> None:
        chosen = self.chosen()
        if chosen is not None and chosen.id == id_:
            self.words.setPlainText(words if words is not None else tr(WORDS_GONE))


def _item(sending: Sending) -> QTreeWidgetItem:
    when = sending.time.astimezone()
    cells = [f"{when.year}. {when.month}. {when.day}. {when:%H:%M:%S}", where_of(sending)]
    item = QTreeWidgetItem([*cells, sending.model or "–", retold(sending.what), f"{sending.characters:,}"])
    item.setData(0, SENDING, sending)
    item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setSizeHint(0, QSize(TIME_WIDTH, 28))
    return item
