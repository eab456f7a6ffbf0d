"""노트 목록: all notes, and the words in them, found as one types."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from desktop.find_bar import FindField
from desktop.retold import retold
from desktop.shelf import Shelf
from desktop.tasks import LanguageProcess
from desktop.theme import colours_of
from desktop.widgets import button, label
from desktop.words import marked, tr
from processing.export.wording import clock, day

if TYPE_CHECKING:
    from processing.library import Found, Hit, NoteRow

PERIODS = {marked("전체 기간"): 0, marked("최근 7일"): 7, marked("최근 30일"): 30, marked("최근 1년"): 365}
WAIT_MS = 60  # between a key and the search for it
NOTE, PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class LibraryWindow(QDialog):
    """`chosen` brings a note's id and the place in it, None for the whole note."""

    chosen = Signal(int, object)

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._number = 0
        self.setWindowTitle(tr("노트 목록"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self.words = FindField()
        self.words.setAccessibleName(tr("모든 노트에서 찾기"))
        self.words.setPlaceholderText(tr("모든 노트에서 찾기"))
        self.speaker, self.period = QComboBox(), QComboBox()
        self.speaker.setAccessibleName(tr("말한 사람"))
        self.speaker.addItem(tr("모든 참석자"), None)
        self.period.setAccessibleName(tr("기간"))
        for name, days in PERIODS.items():
            self.period.addItem(tr(name), days)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("찾은 노트"))
        self.list.setWordWrap(True)
        self.answer = label("", "faint")
        self._lay_out()
        self._connect()
        self.refresh()
        self.words.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.speaker)
        top.addWidget(self.period)
        bottom = QHBoxLayout()
        bottom.addWidget(self.answer, 1)
        self.delete_button = button(tr("노트 지우기…"), self._ask_to_delete)
        self.open_button = button(tr("열기"), self._open, "primary")
        bottom.addWidget(self.delete_button)
        bottom.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.search)
        self.words.textChanged.connect(lambda _text: self._wait.start())
        self.words.returnPressed.connect(self._open)
        self.speaker.activated.connect(lambda _index: self.search())
        self.period.activated.connect(lambda _index: self.search())
        self.list.itemActivated.connect(lambda _item: self._open())

    def refresh(self) -> None:
        """Show notes and speakers as they now are."""
        self._shelf.do(lambda library: library.speakers()).then(self, self._show_speakers)
        self.search()

    def search(self) -> None:
        """Show what fits what is typed: at once by the words themselves, then by what they mean in a sentence."""
        self._number += 1
        number, text = self._number, self.words.text()
        if not text.strip():
            self._shelf.do(lambda library: library.recent(500)).then(self, lambda rows: self._show(number, rows))
            return
        self._look(number, text, ())
        asked = self._language.ask("contents", text.split())
        asked.then(self, lambda found: self._look(number, text, [words.split() for words in found]))

    def _look(self, number: int, text: str, contents: Sequence[Sequence[str]]) -> None:
        if number != self._number:
            return
        speaker, days = self.speaker.currentData(), self.period.currentData()
        since = date.today() - timedelta(days=days) if days else None

        def work(library: Any) -> Found:
            from processing.library import Query

            found: Found = library.search(Query(text, contents, speaker, since))
            return found

        self._shelf.do(work).then(self, lambda found: self._show(number, found))

    def _show(self, number: int, found: Found | list[NoteRow]) -> None:
        if number != self._number:
            return
        self.list.clear()
        if isinstance(found, list):
            for row in found:
                self._add_note(row)
            self.answer.setText(tr("노트 %n개", "", len(found)))
        else:
            for hit in found.hits:
                self._add_hit(hit)
            more = tr(" 더 있습니다. 낱말을 더 적어 보세요.") if found.is_cut else ""
            self.answer.setText(
                tr("%n곳을 찾았습니다.", "", len(found.hits)) + more if found.hits else tr("찾은 곳이 없습니다.")
            )
        self.list.setCurrentRow(0)

    def _add_note(self, row: NoteRow) -> None:
        held = row.recorded_at or row.imported_at
        told = f"{row.title}   {retold(day(held.date().isoformat()))}"
        item = QListWidgetItem(told, self.list)
        item.setData(NOTE, row.id)
        item.setSizeHint(QSize(0, 34))

    def _add_hit(self, hit: Hit) -> None:
        item = QListWidgetItem(self.list)
        item.setData(NOTE, hit.note_id)
        item.setData(PLACE, hit.place)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}: {hit.text}")
        shown = QLabel(self._told(hit))
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setWordWrap(True)
        shown.setContentsMargins(10, 6, 10, 6)
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        item.setSizeHint(QSize(0, shown.heightForWidth(self.list.viewport().width() - 8) + 6))
        self.list.setItemWidget(item, shown)

    def _told(self, hit: Hit) -> str:
        colours, parts, at = colours_of(self.palette()), [], 0
        for start, end in hit.ranges:
            marked = f'<span style="background-color:{colours.evidence}">{escape(hit.text[start:end])}</span>'
            parts += [escape(hit.text[at:start]), marked]
            at = end
        parts.append(escape(hit.text[at:]))
        held = retold(day(hit.recorded_at.date().isoformat())) if hit.recorded_at is not None else ""
        about = " · ".join(part for part in (held, hit.speaker or "", clock(hit.start_s)) if part)
        head = f'<b>{escape(hit.title)}</b> <span style="color:{colours.faint}">{escape(about)}</span>'
        return f"{head}<br>{''.join(parts)}"

    def _show_speakers(self, speakers: list[str]) -> None:
        for speaker in speakers:
            if self.speaker.findData(speaker) < 0:
                self.speaker.addItem(speaker, speaker)

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(NOTE), item.data(PLACE))
            self.accept()

    def _ask_to_delete(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        note_id = item.data(NOTE)
        box = QMessageBox(QMessageBox.Icon.Warning, tr("노트 지우기"), tr("이 노트를 지울까요?"), parent=self)
        box.setInformativeText(
            tr("원문과 고친 내용이 모두 지워지며, 되돌릴 수 없습니다. 저장해 둔 Word 파일은 남습니다.")
        )
        delete = box.addButton(tr("지우기"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("취소"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(lambda: self._delete(note_id))
        box.open()

    def _delete(self, note_id: int) -> None:
        self._shelf.do(lambda library: library.delete_note(note_id)).then(self, lambda _none: self.search())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.words.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        else:
            super().keyPressEvent(event)
