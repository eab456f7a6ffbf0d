"""용어집: the person's own terms and the packs that ship with the program, to look through, add to and switch off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.glossary.glossary_files import GlossaryFiles
from desktop.glossary.learning_desk import LearningDesk
from desktop.glossary.more_places import after
from desktop.glossary.term_rows import COLUMNS, TermRow, TermTable, own_rows, pack_name, pack_rows
from desktop.glossary.term_sheet import TermSheet
from desktop.parts.error_dialog import show_error
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.words import tr
from processing.terms.glossary import Term, built_in_terms, pack_names

if TYPE_CHECKING:
    from processing.library import Library, OwnTerm

OWN = ""  # the group of the person's own terms; the others are called as their packs
PACK = Qt.ItemDataRole.UserRole


class GlossaryWindow(QDialog):
    """`changed` after every change that the library has kept. Files dropped on it are a glossary (CSV) or a document."""

    changed = Signal()

    def __init__(self, desk: LearningDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._own: list[OwnTerm] = []
        self.files = GlossaryFiles(desk, self.own_terms, self)
        self._off_packs: list[str] = []
        self._off_terms: list[str] = []
        self._series: str | None = None
        self._packs: dict[str, list[Term]] = {}
        self._deleted: list[OwnTerm] = []
        self._told = ""  # what is to be said of the last change, once it is shown
        self._is_everywhere = False  # whether terms of the packs are shown beside the person's own
        self.setWindowTitle(tr("용어집"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(900, 600)
        self.words = HangulLineEdit()
        self.groups = QListWidget()
        self.table = TermTable(self)
        self.view = QTableView()
        self.answer = label("", "faint")
        self._lay_out()
        self._connect()
        self.refresh()

    # --- parts

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(tr("용어나 읽는 법으로 찾기"))
        self.words.setAccessibleName(tr("용어 찾기"))
        self.groups.setAccessibleName(tr("용어집 묶음"))
        self.groups.setMinimumWidth(170)
        self.groups.setMaximumWidth(240)
        self._dress_table()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)
        halves = QSplitter()
        halves.addWidget(self.groups)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(halves, 1)
        whole.addWidget(self.answer)
        whole.addLayout(self._buttons())

    def _dress_table(self) -> None:
        view = self.view
        view.setModel(self.table)
        view.setAccessibleName(tr("용어"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Interactive)
        view.setColumnWidth(len(COLUMNS) - 1, 130)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.edit_button = button(tr("고치기…"), self.edit)
        self.delete_button = button(tr("지우기"), self.delete)
        row.addWidget(button(tr("용어 추가…"), self.add, "primary"))
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        row.addWidget(button(tr("문서에서 찾기…"), self.files.choose_document))
        row.addWidget(button(tr("CSV 가져오기…"), self.files.choose_csv))
        row.addWidget(button(tr("CSV로 내보내기…"), self.files.choose_target))
        row.addWidget(button(tr("닫기"), self.close))
        return row

    def _connect(self) -> None:
        self.words.textChanged.connect(self._look_for)
        self.files.change_wanted.connect(self._take_in)
        self.files.said.connect(self.answer.setText)
        self.files.settled.connect(self.tell_count)
        self.groups.currentItemChanged.connect(self._show_group)
        self.groups.itemChanged.connect(self._switch_pack)
        self.table.switched.connect(self._switch_term)
        self.view.doubleClicked.connect(lambda _index: self.edit())
        self.view.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        self.table.modelReset.connect(self._show_what_can_be_done)
        for keys, verb in (
            ("Ctrl+N", self.add),
            ("Ctrl+F", self.words.setFocus),
            ("F2", self.edit),
            ("Ctrl+Z", self.undelete),
        ):
            QShortcut(QKeySequence(keys), self, verb)
        QShortcut(QKeySequence("Delete"), self.view, self.delete, context=Qt.ShortcutContext.WidgetShortcut)

    # --- showing

    def refresh(self) -> None:
        """Show what the library has now."""
        note_id = self._desk.note_id

        def work(library: Library) -> tuple[Any, ...]:
            series = library.note(note_id).series if note_id is not None else None
            return library.own_terms(), library.setting("off_packs", []), library.setting("off_terms", []), series

        self._desk.shelf.do(work).then(self, self._show, lambda error: show_error(self, error))

    def _show(self, known: tuple[list[OwnTerm], list[str], list[str], str | None]) -> None:
        self._own, self._off_packs, self._off_terms, self._series = known
        if not self.groups.count():
            self._fill_groups()
        self.groups.item(0).setText(tr("내 용어 {count}").format(count=len(self._own)))
        self._show_group()
        if self._told:
            self.answer.setText(self._told)
            self._told = ""

    def _fill_groups(self) -> None:
        self.groups.blockSignals(True)
        self.groups.addItem(_group(tr("내 용어"), OWN))
        for pack in sorted(pack_names(), key=pack_name):
            item = _group(pack_name(pack), pack)
            item.setCheckState(Qt.CheckState.Unchecked if pack in self._off_packs else Qt.CheckState.Checked)
            self.groups.addItem(item)
        self.groups.setCurrentRow(0)
        self.groups.blockSignals(False)

    @property
    def group(self) -> str:
        """The group that is shown: `OWN` or a pack's name."""
        item = self.groups.currentItem()
        return str(item.data(PACK)) if item is not None else OWN

    def _show_group(self, *_chosen: object) -> None:
        kept = self._chosen()
        self._is_everywhere = self.group == OWN and bool(self.words.text().strip())
        self.table.show(self._rows())
        self._choose(kept.term.term if kept is not None else "")
        self.tell_count()

    def _rows(self) -> list[TermRow]:
        """The terms of the group; what is looked for among the person's own is looked for in the packs too."""
        if self.group != OWN:
            return self._of_pack(self.group)
        own = own_rows(self._own, self._desk.note_id, self._series)
        packs = [pack for pack in pack_names() if pack not in self._off_packs] if self._is_everywhere else []
        return own + [row for pack in packs for row in self._of_pack(pack)]

    def _of_pack(self, pack: str) -> list[TermRow]:
        if pack not in self._packs:
            self._packs[pack] = built_in_terms([pack])
        return pack_rows(self._packs[pack], pack, frozenset(self._off_terms))

    def _choose(self, form: str) -> None:
        rows = [i for i, row in enumerate(self.table.rows) if row.term.term == form] or [0]
        if self.table.rows:
            self.view.setCurrentIndex(self.table.index(rows[0], 0))

    def _look_for(self, text: str) -> None:
        self.table.look_for(text)
        if self.group == OWN and self._is_everywhere != bool(text.strip()):
            self._show_group()
        self._choose("")
        self.tell_count()

    def show_own(self) -> None:
        """Show the person's own terms."""
        self.groups.setCurrentRow(0)

    def tell_count(self) -> None:
        """Say how many terms are shown."""
        if self.group == OWN and not self._own and not self._is_everywhere:
            self.answer.setText(
                tr("아직 내 용어가 없습니다. 회의에서 자주 쓰는 말을 추가하면 잘못 들린 곳을 찾아 드립니다.")
            )
        else:
            self.answer.setText(tr("%n개 · 끄면 제안하지 않습니다.", "", len(self.table.rows)))

    def _chosen(self) -> TermRow | None:
        index = self.view.currentIndex()
        return self.table.rows[index.row()] if index.isValid() and index.row() < len(self.table.rows) else None

    def _show_what_can_be_done(self, _current: QModelIndex | None = None) -> None:
        row = self._chosen()
        self.edit_button.setEnabled(row is not None)
        self.edit_button.setText(tr("고치기…") if row is None or row.own is not None else tr("내 용어로 고치기…"))
        self.delete_button.setEnabled(row is not None and row.own is not None)

    # --- changing

    def add(self, form: str = "") -> None:
        """Ask for a new term; `form` is what it may be."""
        from processing.library import OwnTerm

        self._open(OwnTerm(form, ()), lambda term: self.keep(lambda library: library.add_terms([term])))

    def edit(self) -> None:
        """Change the chosen term; one of a pack becomes an own term, which comes before it."""
        from processing.library import OwnTerm

        row = self._chosen()
        if row is None:
            return
        if row.own is not None:
            self._open(row.own, lambda term: self.keep(lambda library: library.change_term(term)))
            return
        own = OwnTerm(row.term.term, row.term.readings, row.term.domains, row.term.aliases)
        self._open(own, lambda term: self.keep(lambda library: library.add_terms([term])))

    def _open(self, term: OwnTerm, keep: Callable[[OwnTerm], None]) -> None:
        self.sheet = TermSheet(term, self._desk.note_id, self._series, self)
        self.sheet.taken.connect(keep)
        self.sheet.open()

    def delete(self) -> None:
        """Delete the chosen own term; it is told how to have it again."""
        row = self._chosen()
        if row is not None and row.own is not None:
            own = row.own
            self._deleted.append(own)
            said = tr("'{term}'{object} 지웠습니다. Ctrl+Z를 누르면 되살립니다.")
            self._told = said.format(term=own.term, object=after(own.term, "을"))
            self.keep(lambda library: library.delete_term(own.id))

    def undelete(self) -> None:
        """Bring back the term deleted last while the window is open."""
        if self._deleted:
            own = self._deleted.pop()
            self._told = tr("'{term}'{object} 되살렸습니다.").format(term=own.term, object=after(own.term, "을"))
            self.keep(lambda library: library.add_terms([own]))

    def _switch_term(self, row: TermRow, is_on: bool) -> None:
        if row.own is not None:
            changed = replace(row.own, enabled=is_on)
            self.keep(lambda library: library.change_term(changed))
            return
        off = [form for form in self._off_terms if form != row.term.term]
        off += [] if is_on else [row.term.term]
        self.keep(lambda library: library.set_setting("off_terms", off))

    def _switch_pack(self, item: QListWidgetItem) -> None:
        pack = str(item.data(PACK))
        is_on = item.checkState() == Qt.CheckState.Checked
        if pack != OWN and is_on == (pack in self._off_packs):
            off = [name for name in self._off_packs if name != pack] + ([] if is_on else [pack])
            self.keep(lambda library: library.set_setting("off_packs", off))

    # --- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.take(Path(url.toLocalFile()))

    def _take_in(self, verb: Callable[[Library], object]) -> None:
        self.keep(verb)
        self.show_own()

    def own_terms(self) -> list[OwnTerm]:
        """The person's terms as they are kept now."""
        return list(self._own)

    def keep(self, verb: Callable[[Library], object]) -> None:
        """Have the library keep a change, then show it and tell of it."""
        kept = self._desk.shelf.do(verb)
        kept.then(self, self._kept, lambda error: show_error(self, error, tr("용어를 저장하지 못했습니다.")))

    def _kept(self, _result: object) -> None:
        self.refresh()
        self.changed.emit()


def _group(name: str, pack: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(PACK, pack)
    item.setSizeHint(QSize(0, 28))
    return item
