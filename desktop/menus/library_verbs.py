"""노트 목록 and what is done from it with notes that are not open: it is opened, its notes are replaced in, deleted."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.library.library_window import LibraryWindow
from desktop.library.over_notes import over_notes_of
from desktop.library.over_notes_sheet import OverNotesSheet

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def show_library(window: MainWindow) -> LibraryWindow:
    """Open the list of all notes, in which words are found as one types."""
    if window.page is not None:
        window.page.session.flush()
    window.indexing.catch_up()
    library = LibraryWindow(window.shelf, window.language, window)
    desk = over_notes_of(window)
    desk.told.connect(library.tell)
    library.chosen.connect(window.open_note)
    library.replacing_wanted.connect(lambda scopes, words: OverNotesSheet(desk, scopes, words, library).open())
    library.deleted.connect(partial(_leave, window))
    settled = window.indexing.settled.connect(library.refresh)
    library.finished.connect(lambda _result: QObject.disconnect(settled))
    library.show()
    return library


def _leave(window: MainWindow, deleted: Collection[int]) -> None:
    """The page of a note that is no more is closed: nothing that is done in it could be kept."""
    if window.shown_id in deleted:
        window.show_start()
