"""The whole window: the start page or the page of one note, notices below, the menus above; it connects them.

Files, text and drops go to `importing`; what has `arrived` becomes a note's page. The page's session tells of every
change, and the desks of `desktop.window` follow it: they learn, index, save, ask models. `keeping` and `rescue` speak up
where the library fails. What the menus do is in `desktop.menus`, in terms of `Window` alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.incoming.downloads import found_exports, usual_folder
from desktop.incoming.importing import Arrival, Importing
from desktop.incoming.told_of_files import ToldOfFiles
from desktop.keeping import KEPT, Keeping
from desktop.language.language_process import LanguageProcess
from desktop.library.rescue import Rescue
from desktop.library.shelf import OpenedNote, Shelf
from desktop.menus import window_menus
from desktop.parts.error_dialog import show_error
from desktop.parts.menus import Menus
from desktop.parts.notice_bar import ProgressNotice
from desktop.preferences import Preferences
from desktop.retold import retold
from desktop.sound.sound import is_recording
from desktop.start_page import StartPage
from desktop.window import Again, Window
from desktop.words import kept, marked, tr
from processing.errors import UserError

if TYPE_CHECKING:
    from desktop.note_page import NotePage
    from processing.source import Place

OPENABLE = marked("녹취록 (*.txt *.md *.docx *.srt *.vtt *.csv *.xlsx);;모든 파일 (*)")


FRAME = 40  # pixels that a title bar takes of a screen


class MainWindow(Window):
    """One window, one note at a time.

    What only a note needs is imported when there is one: all views take longer to load than the window.
    """

    def __init__(self, shelf: Shelf, language: LanguageProcess, preferences: Preferences, folder: Path) -> None:
        super().__init__(shelf, language, preferences, folder)
        self.start_page = StartPage()
        self._is_closed = False
        self.progress = ProgressNotice()
        self.importing = Importing(shelf, language, self)
        self.keeping = Keeping(shelf, self)
        self.rescue = Rescue(shelf, self, self.show_start)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self.setCentralWidget(self._centre())
        handlers = {**window_menus.handlers(self, lambda: self.menus), **self._handlers()}
        self.menus = Menus(self.menuBar(), window_menus.TABLE, handlers)
        self.setAcceptDrops(True)
        self.setWindowTitle(tr("말끔"))
        self._connect()
        self._restore_layout()
        self._stack.setCurrentWidget(self.start_page)
        self._show_note_open(False)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What the menus' actions do that only this window can do."""
        return {
            "open": self.choose_files,
            "paste": self.paste,
            "start": self.show_start,
            "earlier": self.choose_earlier,
            "quit": self.close,
        }

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.imported)
        column.addWidget(self.progress)
        return centre

    def _connect(self) -> None:
        self.start_page.open_wanted.connect(self.choose_files)
        self.start_page.paste_wanted.connect(self.paste)
        self.start_page.example_wanted.connect(self.open_example)
        self.start_page.file_wanted.connect(lambda path: self.open_files([path]))
        self.start_page.note_wanted.connect(self.open_note)
        self.start_page.privacy.sent_wanted.connect(lambda: self.menus.action("show_sent").trigger())
        self.progress.cancel_wanted.connect(self.importing.cancel)
        self.importing.arrived.connect(self._take_in)
        if sys.platform != "darwin":  # there it hides the program; elsewhere whoever writes knows it for replacing
            self.menus.add_keys("replace", "Ctrl+H")
        templates = self.menus.named(window_menus.TEMPLATE_MENU)
        templates.aboutToShow.connect(lambda: window_menus.list_templates(self.menus, self))
        self.note_wanted.connect(self.open_note)
        self.start_wanted.connect(self.show_start)
        self._connect_keeping()
        told = ToldOfFiles(self.importing, self.progress, self.imported, self)
        told.notes_wanted.connect(self.menus.action("library").trigger)
        told.many_came.connect(self._take_stock)

    def _connect_keeping(self) -> None:
        self.keeping.stands.connect(lambda how: self.page.show_kept(how) if self.page is not None else None)
        self.keeping.said.connect(lambda sentence: self.page.say(sentence) if self.page is not None else None)
        self.keeping.close_wanted.connect(self.close)

    @property
    def can_reopen(self) -> bool:
        """Whether closing would give up nothing that is under way, files on their way in too."""
        is_kept = self.page is None or self.shown_id is not None
        return is_kept and not self.importing.is_busy and super().can_reopen

    def resume(self, again: Again) -> None:
        """Go on where the window before has stood."""
        if again.note_id is not None:
            job = self.shelf.load(again.note_id)
            job.then(self, lambda note: self._resume_at(note, again.tab), lambda error: show_error(self, error))

    def _resume_at(self, note: OpenedNote, tab: int) -> None:
        self.show_note(note)
        if self.page is not None:
            self.page.tabs.setCurrentIndex(tab)

    def _take_stock(self) -> None:
        """Have new notes found by the search and listed on the start page."""
        self.indexing.soon()
        if self.page is None:
            self.begin()

    # Ways in

    def open_files(self, paths: Iterable[Path]) -> None:
        """Bring files in; one is opened, of many the first if no note is open."""
        self.importing.take_files(paths, shows_first=self.page is None)

    def come_forward(self, files: Iterable[Path]) -> None:
        """Come to the front and take in the files of another start."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        self.open_files(files)

    def choose_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("파일 열기"), str(usual_folder()), tr(OPENABLE))
        self.open_files(Path(name) for name in names)

    def paste(self) -> None:
        """Bring in what is on the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def _take_mime(self, mime: QMimeData | None) -> None:
        urls = mime.urls() if mime is not None else []
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if self.page is not None and len(files) == 1 and is_recording(files[0]):
            self._attach(files[0])
        elif files:
            self.open_files(files)
        elif mime is not None and mime.text().strip():
            self.importing.take_text(mime.text())
        else:
            show_error(
                self, UserError(tr("붙여넣을 글이 없습니다. 클로바노트에서 글을 복사한 뒤 다시 붙여넣어 주세요."))
            )

    def _attach(self, recording: Path) -> None:
        if self.listening is not None:
            self.listening.attach(recording)

    def open_example(self) -> None:
        """Open the example that ships with the program."""
        from processing.data_files import asset

        self.importing.take_text(asset("examples").joinpath("example.txt").read_text("utf-8"), kept("예시 노트.txt"))

    def open_note(self, note_id: int, place: Place | None = None) -> None:
        """Open a note of the library, at a place of it if one is given."""
        if self.page is not None:
            self.page.session.flush()  # before the note is read, which may be this one
        job = self.shelf.load(note_id)
        job.then(
            self,
            lambda note: self._show_at(note, place),
            lambda error: show_error(self, error, tr("노트를 열지 못했습니다.")),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.start_page.light_up(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start_page.light_up(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start_page.light_up(False)
        event.acceptProposedAction()
        self._take_mime(event.mimeData())

    # Notes

    def _take_in(self, arrival: Arrival) -> None:
        from desktop.incoming.earlier_meeting import offer_earlier
        from desktop.incoming.welcome import tell_of_arrival

        if not arrival.is_awaited:
            return
        self.show_note(arrival.note)
        if self.page is not None and arrival.was_known:
            self.page.notice.say(tr("전에 가져온 파일입니다. 그때의 노트를 그대로 열었습니다."))
        elif self.page is not None:
            tell_of_arrival(self.page, arrival)
            offer_earlier(self.page, self.shelf, arrival.note.id, self.learning.refresh_and_search)

    def choose_earlier(self) -> None:
        """Have the person choose the meeting before this one, and bring in what it has left to do."""
        from desktop.incoming.earlier_meeting import choose_earlier

        if self.page is not None:
            choose_earlier(self.page, self.shelf, self.shown_id, self.learning.refresh_and_search)

    def show_note(self, note: OpenedNote) -> None:
        """Open the page of a note; the one before is finished and closed. The page of the note itself stays."""
        if self.page is not None and note.id == self.shown_id and note.has_become(self.page.session):
            return
        self._close_page()
        if note.id is not None and self.shelf.is_behind(note.id, note.entries):
            self.open_note(note.id)  # read before its last change was kept: its journal would go on with ids in use
        else:
            self._make_page(note)

    def _make_page(self, note: OpenedNote) -> None:
        from desktop.incoming.earlier_meeting import follow_series, recall_people
        from desktop.note.note_session import NoteSession, clear_earlier_note
        from desktop.note_page import NotePage

        store = self.shelf.store_of(note.id) if note.id is not None else None
        QTimer.singleShot(0, clear_earlier_note)
        session = NoteSession(note.source, note.entries, *note.offered, store, note.drafts, making=note.making)
        self.page, self.shown_id = NotePage(session, templates=self.preferences.templates), note.id
        session.setParent(self.page)
        self._follow(self.page)
        self._learn_from(self.page, note.id)
        recall_people(self.page, self.shelf, note.id)
        follow_series(self.page, self.shelf, note.id, self.learning.refresh_and_search)
        self.consulting.watch(self.page.privacy, note.id)
        if store is not None:
            session.changed.connect(partial(store.follow_title, session))
        self.page.show_kept(tr(KEPT) if store is not None else tr("저장되지 않는 노트"))
        self._bring_forward(self.page)

    def _follow(self, page: NotePage) -> None:
        """Do what the page asks of the window, and whatever its changes call for."""
        from desktop.menus.note_verbs import edit_info

        page.renewal.language = self.language
        page.save_wanted.connect(self.menus.action("save").trigger)
        page.info_wanted.connect(partial(edit_info, page))
        page.privacy.sent_wanted.connect(self.menus.action("show_sent").trigger)
        page.session.changed.connect(self._show_what_can_be_done)
        page.session.changed.connect(self.indexing.soon)
        self.indexing.soon()

    def _bring_forward(self, page: NotePage) -> None:
        self._restore_halves()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_note_open(True)
        self._show_what_can_be_done()
        page.begin()

    def _show_at(self, note: OpenedNote, place: Place | None) -> None:
        self.show_note(note)
        if place is not None and self.page is not None:
            self.page.jump(place)

    def _learn_from(self, page: NotePage, note_id: int | None) -> None:
        """Have what the person corrects in the page remembered."""
        self.learning.watch(page.session, note_id)
        page.review_panel.always_wanted.connect(self.learning.always)
        page.review_panel.never_wanted.connect(self.learning.never)

    def show_start(self) -> None:
        """Go to the start page, with what is recent."""
        self._close_page()
        self._stack.setCurrentWidget(self.start_page)
        self._show_note_open(False)
        self.begin()

    def begin(self) -> None:
        """Look for files and recent notes; called when the window is there, so that it need not wait for them."""
        self.learning.refresh()
        self.start_page.show_found(found_exports() if self.preferences.looks_in_downloads else [])
        self.shelf.recent().then(self, self.start_page.show_recent, self.rescue.show)
        self.shelf.do(lambda library: library.sent()).then(self, self.start_page.privacy.show_sent)

    def _show_note_open(self, is_open: bool) -> None:
        """Offer what can be done; beside a note, Ctrl+V alone might be meant for a line that is no longer open."""
        self.menus.show_note_open(is_open)
        self.menus.set_keys("paste", *(() if is_open else ("Ctrl+V",)), "Ctrl+Shift+V")

    def _close_page(self) -> None:
        if self.page is not None:
            self.page.session.flush()
            self.learning.rest()
            self.consulting.stop()
            self._keep_halves()
            self._stack.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = self.shown_id = None

    def _show_what_can_be_done(self) -> None:
        session = self.page.session if self.page is not None else None
        doable = {"undo": session.can_undo, "redo": session.can_redo} if session else {"undo": "", "redo": ""}
        for name, what in doable.items():
            action = self.menus.action(name)
            action.setEnabled(bool(what))
            action.setText(f"{window_menus.label_of(name)}: {retold(what)}" if what else window_menus.label_of(name))
        if self.page is not None:
            window_menus.tick_template(self.menus, str(self.page.template.currentData()))

    # Layout and closing

    def _restore_layout(self) -> None:
        geometry = self.preferences.layout("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1280, room.width()), min(820, room.height() - FRAME))

    def _restore_halves(self) -> None:
        state = self.preferences.layout("halves")
        if state is not None and self.page is not None:
            self.page.halves.restoreState(state)

    def _keep_halves(self) -> None:
        if self.page is not None:
            self.preferences.keep_layout("halves", self.page.halves.saveState())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closed:  # the system may ask again while the program ends
            event.accept()
            return
        if self.page is not None:
            self.page.session.flush()
        if not self.keeping.may_close():
            event.ignore()
            return
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.preferences.keep_layout("geometry", self.saveGeometry())
        self._close_page()
        self.importing.close()
        self.language.close()
        self.close_desks()
        self.shelf.close()
        self.preferences.write()
        self._is_closed = True
        event.accept()
