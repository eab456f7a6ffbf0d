"""노트 목록: all notes, and the words in them, found as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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

from desktop.language.language_process import LanguageProcess
from desktop.library.note_names import days_of
from desktop.library.note_rows import DAY, NoteRowDelegate, listed
from desktop.library.shelf import Shelf
from desktop.parts.find_field import FindField
from desktop.parts.notice_bar import NoticeBar
from desktop.parts.theme import colours_of
from desktop.parts.widgets import button, label, widen
from desktop.retold import retold
from desktop.words import marked, tr
from processing.export.wording import clock, day

if TYPE_CHECKING:
    from desktop.library.over_notes_sheet import Scope
    from processing.library import Found, Hit, NoteRow, Query

PERIODS = {marked("전체 기간"): 0, marked("최근 7일"): 7, marked("최근 30일"): 30, marked("최근 1년"): 365}
WAIT_MS = 60  # between a key and the search for it
NOTE, PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class LibraryWindow(QDialog):
    """`chosen` brings a note's id and the place in it, None for the whole note; `replacing_wanted` the sets of notes in
    which words may be replaced, and what was searched for; `deleted` the ids of notes that are no more.
    """

    chosen = Signal(int, object)
    replacing_wanted = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._number = 0
        self._asked: Query | None = None
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
        self.list.setItemDelegate(NoteRowDelegate(self.list))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.notice = NoticeBar()
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
        self.replace_button = button(tr("여러 노트에서 바꾸기…"), self.replace_over)
        self.replace_button.setToolTip("Ctrl+Shift+G")
        self.delete_button = button(tr("노트 지우기…"), self._ask_to_delete)
        self.open_button = button(tr("열기"), self._open, "primary")
        bottom.addWidget(self.replace_button)
        bottom.addWidget(self.delete_button)
        bottom.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice)
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
        QShortcut(QKeySequence("Ctrl+Shift+G"), self, self.replace_over)

    def refresh(self) -> None:
        """Show notes and speakers as they now are."""
        self._shelf.do(lambda library: library.speakers()).then(self, self._show_speakers)
        self.search()

    def done(self, result: int) -> None:
        """Close, and ask the library nothing more: it may be closed before this window is gone."""
        self._wait.stop()
        self._number += 1
        super().done(result)

    def search(self) -> None:
        """Show what fits what is typed: at once by the words themselves, then by what they mean in a sentence."""
        self._number += 1
        number, text = self._number, self.words.text()
        if not text.strip():
            speaker, since = self.speaker.currentData(), self._since()
            self._shelf.do(lambda library: listed(library, speaker, since)).then(
                self, lambda rows: self._show(number, rows)
            )
            return
        self._look(number, text, ())
        asked = self._language.ask("contents", text.split())
        asked.then(self, lambda found: self._look(number, text, [words.split() for words in found]))

    def _look(self, number: int, text: str, contents: Sequence[Sequence[str]]) -> None:
        if number != self._number:
            return
        self._asked = query = self._query(text, contents)
        self._shelf.do(lambda library: library.search(query)).then(self, lambda found: self._show(number, found))

    def _query(self, text: str, contents: Sequence[Sequence[str]] = ()) -> Query:
        from processing.library import Query

        return Query(text, contents, self.speaker.currentData(), self._since())

    def _since(self) -> date | None:
        days = self.period.currentData()
        return date.today() - timedelta(days=days) if days else None

    def _show(self, number: int, found: Found | list[NoteRow]) -> None:
        if number != self._number:
            return
        self.list.clear()
        if isinstance(found, list):
            days = days_of(found)
            for row in found:
                self._add_note(row, days[row.id])
            self.answer.setText(tr("노트 %n개", "", len(found)))
        else:
            for hit in found.hits:
                self._add_hit(hit)
            more = tr(" 더 있습니다. 낱말을 더 적어 보세요.") if found.is_cut else ""
            self.answer.setText(
                tr("%n곳을 찾았습니다.", "", len(found.hits)) + more if found.hits else tr("찾은 곳이 없습니다.")
            )
        self.list.setCurrentRow(0)

    def _add_note(self, row: NoteRow, day_told: str) -> None:
        item = QListWidgetItem(row.title, self.list)
        item.setData(NOTE, row.id)
        item.setData(DAY, day_told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {day_told}")
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

    def tell(self, sentence: str, links: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say what was done in several notes, and show them as they now are."""
        self.notice.say(sentence, links)
        self.search()

    def replace_over(self) -> None:
        """Ask for words to be replaced in the chosen notes, in all that were found, or in all there are."""
        self.words.flush()
        text, chosen = self.words.text(), self._chosen_notes()
        query = self._asked if self._asked is not None and self._asked.text == text else self._query(text)

        def work(library: Any) -> tuple[list[int], list[int]]:
            return library.notes_found(query), [row.id for row in library.all_notes()]

        self._shelf.do(work).then(self, lambda known: self.replacing_wanted.emit(_scopes(chosen, *known), text))

    def _chosen_notes(self) -> list[int]:
        return list(dict.fromkeys(item.data(NOTE) for item in self.list.selectedItems()))

    def _ask_to_delete(self) -> None:
        notes = self._chosen_notes()
        if not notes:
            return
        question = tr("이 노트를 지울까요?") if len(notes) == 1 else tr("고른 노트 %n개를 지울까요?", "", len(notes))
        box = QMessageBox(QMessageBox.Icon.Warning, tr("노트 지우기"), question, parent=self)
        box.setInformativeText(
            tr("원문과 고친 내용이 모두 지워지며, 되돌릴 수 없습니다. 저장해 둔 Word 파일은 남습니다.")
        )
        delete = box.addButton(tr("지우기"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("취소"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(lambda: self._delete(notes))
        widen(box).open()

    def _delete(self, notes: list[int]) -> None:
        def work(library: Any) -> None:
            for note_id in notes:
                library.delete_note(note_id)

        self._shelf.do(work).then(self, lambda _none: self._tell_deleted(notes))

    def _tell_deleted(self, notes: list[int]) -> None:
        self.deleted.emit(notes)
        self.search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.words.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        else:
            super().keyPressEvent(event)


def _scopes(chosen: list[int], found: list[int], all_notes: list[int]) -> list[Scope]:
    """The sets of notes to replace in, the likeliest first."""
    from desktop.library.over_notes_sheet import Scope

    sets = [
        (tr("고른 노트 %n개", "", len(chosen)), chosen if len(chosen) > 1 else []),
        (tr("찾은 노트 %n개", "", len(found)), found),
        (tr("모든 노트 %n개", "", len(all_notes)), all_notes),
    ]
    return [Scope(name, tuple(notes)) for name, notes in sets if notes]
