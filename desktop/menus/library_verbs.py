"""노트 목록 and what is done from it with notes that are not open: it is opened, its notes are replaced in, deleted."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject

from desktop.library.history_window import HistoryWindow
from desktop.library.library_window import LibraryWindow
from desktop.library.over_notes_sheet import OverNotesSheet
from desktop.window import Window


def show_library(window: Window) -> LibraryWindow:
    """Open the list of all notes, in which words are found as one types."""
    if window.page is not None:
        window.page.session.flush()
    window.indexing.catch_up()
    library = LibraryWindow(window.shelf, window.language, window)
    desk = window.over_notes
    desk.told.connect(library.tell)
    library.chosen.connect(window.note_wanted)
    library.replacing_wanted.connect(lambda scopes, words: OverNotesSheet(desk, scopes, words, library).open())
    library.deleted.connect(partial(_leave, window))
    settled = window.indexing.settled.connect(library.refresh)
    library.finished.connect(lambda _result: QObject.disconnect(settled))
    library.show()
    return library


def replace_over(window: Window) -> None:
    """Open the list of all notes and ask there what is to be replaced."""
    show_library(window).replace_over()


def show_history(window: Window) -> None:
    """Open the list of all changes of the open note."""
    if window.page is not None:
        window.page.session.flush()
        history = HistoryWindow(window.page.session, window.page)
        history.everywhere_wanted.connect(window.over_notes.take_back)
        history.show()


def _leave(window: Window, deleted: Collection[int]) -> None:
    """The page of a note that is no more is closed: nothing that is done in it could be kept."""
    if window.shown_id in deleted:
        window.start_wanted.emit()
