"""읽지 못한 줄: each with its number in the file, to be put to the turn above or below, or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.note.note_session import NoteSession
from desktop.parts.widgets import button, label
from desktop.words import kept, marked, tr
from processing.export.wording import clock
from processing.note import Change
from processing.source import Block
from processing.unread import Side, UnreadLine, left_out, neighbour, put_to, unread

ADVICE = marked("누가 한 말이면 그 발언에 붙이고, 말이 아니면 무시하세요. 원본 파일은 바뀌지 않습니다.")
NOTHING_LEFT = marked("읽지 못한 줄을 모두 살펴봤습니다.")
MOST_LISTED = 1000  # a file that was understood nowhere has tens of thousands
LONGEST_LINE = 300  # code points
SHOWN_WORDS = 60  # code points of the turns above and below
LINE_ROLE = Qt.ItemDataRole.UserRole
PLACES = {Side.BEFORE: marked("위"), Side.AFTER: marked("아래")}


class UnreadSheet(QDialog):
    """Follows the note: what is done in it leaves the list, what is undone comes back. `place_chosen` brings a turn."""

    place_chosen = Signal(object)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("읽지 못한 줄"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        self.heading = label("", "heading")
        self.lines = self._list()
        self.around = {side: label("", "faint") for side in Side}
        for shown in self.around.values():
            shown.setWordWrap(True)
        column = QVBoxLayout(self)
        for widget in (self.heading, label(tr(ADVICE), "faint"), self.around[Side.BEFORE]):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(self.around[Side.AFTER])
        column.addLayout(self._buttons())
        session.changed.connect(self.renew)
        QShortcut(QKeySequence.StandardKey.Undo, self, session.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, session.redo)
        self.renew()

    def _list(self) -> QListWidget:
        lines = QListWidget()
        lines.setAccessibleName(tr("읽지 못한 줄"))
        lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lines.setWordWrap(True)
        lines.setSpacing(3)
        lines.itemSelectionChanged.connect(self._show_around)
        QShortcut(QKeySequence.StandardKey.Delete, lines, self.leave_out)
        return lines

    def _buttons(self) -> QHBoxLayout:
        self.side_buttons = {
            Side.BEFORE: button(tr("위 발언에 붙이기"), lambda: self.put(Side.BEFORE)),
            Side.AFTER: button(tr("아래 발언에 붙이기"), lambda: self.put(Side.AFTER)),
        }
        self.leave_button = button(tr("무시"), self.leave_out)
        row = QHBoxLayout()
        for one in (*self.side_buttons.values(), self.leave_button):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(button(tr("닫기"), self.close))
        return row

    def renew(self, _change: object = None) -> None:
        """List what is still unread; the choice stays where it was."""
        at = self.lines.currentRow()
        left = unread(self._session.source, self._session.state)
        self.heading.setText(tr("읽지 못한 줄 %n개", "", len(left)) if left else tr(NOTHING_LEFT))
        if len(left) > MOST_LISTED:
            self.heading.setText(
                tr("읽지 못한 줄 {count}개 가운데 앞의 {listed}개").format(count=len(left), listed=MOST_LISTED)
            )
        if [line.id for line in left[:MOST_LISTED]] != [line.id for line in self._listed()]:
            self._list_anew(left[:MOST_LISTED], at)
        self._show_around()

    def _list_anew(self, left: Sequence[UnreadLine], at: int) -> None:
        self.lines.clear()
        for line in left:
            item = QListWidgetItem(
                tr("{number}번째 줄   {text}").format(number=line.number, text=line.text[:LONGEST_LINE])
            )
            item.setData(LINE_ROLE, line)
            self.lines.addItem(item)
        self.lines.setCurrentRow(min(max(at, 0), len(left) - 1))

    def _listed(self) -> list[UnreadLine]:
        return [self.lines.item(i).data(LINE_ROLE) for i in range(self.lines.count())]

    def chosen(self) -> list[UnreadLine]:
        """The chosen lines in the order of the file."""
        return sorted((item.data(LINE_ROLE) for item in self.lines.selectedItems()), key=lambda line: line.place)

    def _show_around(self) -> None:
        chosen = self.chosen()
        self.leave_button.setEnabled(bool(chosen))
        for side, line in ((Side.BEFORE, chosen[:1]), (Side.AFTER, chosen[-1:])):
            block = neighbour(self._session.source, line[0], side) if line else None
            self.around[side].setText(f"{tr(PLACES[side])}: {self._told(block, side)}" if block else "")
            self.side_buttons[side].setEnabled(any(neighbour(self._session.source, x, side) for x in chosen))
            if block and side is Side.BEFORE:
                self.place_chosen.emit(block.text)

    def _told(self, block: Block, side: Side) -> str:
        words = " ".join(self._session.source.slice(block.text).split())
        if len(words) > SHOWN_WORDS:
            words = f"…{words[-SHOWN_WORDS:]}" if side is Side.BEFORE else f"{words[:SHOWN_WORDS]}…"
        return " ".join(part for part in (self._speaker_of(block), clock(block.start_s), words) if part)

    def _speaker_of(self, block: Block) -> str:
        cut = max((cut for cut in self._session.state.cuts if cut <= block.text.start), default=None)
        speaker = self._session.state.speakers.get(self._session.state.cuts[cut] or "") if cut is not None else None
        return speaker.shown if speaker else ""

    def put(self, side: Side) -> None:
        """Put the chosen lines to the turns above or below them."""
        self._do(
            lambda lines: put_to(self._session.source, self._session.state, lines, side),
            kept(f"{PLACES[side]} 발언에 붙임"),
        )

    def leave_out(self) -> None:
        """Ask no more about the chosen lines."""
        self._do(lambda lines: left_out(self._session.state, lines), kept("읽지 못한 줄 무시"))

    def _do(self, change_for: Callable[[Sequence[UnreadLine]], Change], what: str) -> None:
        self._session.flush()
        chosen = self.chosen()
        if chosen:
            many = kept(f" {len(chosen)}개") if len(chosen) > 1 else ""
            self._session.commit(change_for(chosen), what + many)
