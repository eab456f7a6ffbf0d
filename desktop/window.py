"""What rooms may know of the window: the open note, the library, and the desks, each made when it is first wanted.

A desk does one kind of work for whichever note is open: it learns, asks models, saves, changes several notes. The whole
window (`desktop.main_window`) adds the pages and the menus to this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.language.language_process import LanguageProcess
from desktop.library.indexing import Indexing
from desktop.library.shelf import Shelf
from desktop.parts.error_dialog import show_error
from desktop.parts.notice_bar import NoticeBar
from desktop.preferences import Preferences

if TYPE_CHECKING:
    from desktop.glossary.learning_desk import LearningDesk
    from desktop.library.over_notes import OverNotes
    from desktop.model.consulting import Consulting
    from desktop.note.note_session import NoteSession
    from desktop.note_page import NotePage
    from desktop.saving.saving import Saving
    from desktop.sound.listening import Listening
    from processing.library.moving import Move


@dataclass(frozen=True)
class Again:
    """How the program goes on when this window has closed: with the same note and tab, after `move` if there is one."""

    note_id: int | None = None
    tab: int = 0
    move: Move | None = None


class Window(QMainWindow):
    """`page` is the open note's page or None, `shown_id` the note's id in the library, `folder` where all data lie.

    Signals say what the window is to do: `note_wanted` brings a note's id and a place of it or None, `start_wanted`
    asks for the start page.
    """

    note_wanted = Signal(int, object)
    start_wanted = Signal()

    def __init__(self, shelf: Shelf, language: LanguageProcess, preferences: Preferences, folder: Path) -> None:
        super().__init__()
        self.shelf, self.language = shelf, language
        self.preferences, self.folder = preferences, folder
        self.page: NotePage | None = None
        self.shown_id: int | None = None
        self.again: Again | None = None  # what comes after this window, None for nothing
        self.imported = NoticeBar()
        self.indexing = Indexing(shelf, language, self)

    @cached_property
    def learning(self) -> LearningDesk:
        """Learns from what is corrected by hand; made with the first note or list that wants it."""
        from desktop.glossary.learning_desk import LearningDesk

        desk = LearningDesk(self.shelf, self.language, self)
        desk.found.connect(self._tell_of_more)
        desk.words_known.connect(self.preferences.keep_own_words)
        return desk

    @cached_property
    def consulting(self) -> Consulting:
        """The way to language models; made with the first note or settings that want it."""
        from desktop.model.consulting import Consulting

        return Consulting(self.shelf, self.language, self.preferences, self)

    @cached_property
    def saving(self) -> Saving:
        """Saves and copies; made when it is first wanted."""
        from desktop.saving.saving import Saving

        saving = Saving(self.preferences, self)
        saving.failed.connect(lambda error: show_error(self, error))
        return saving

    @cached_property
    def over_notes(self) -> OverNotes:
        """The way to change several notes; it tells in the window what was done."""
        from desktop.library.over_notes import OverNotes

        desk = OverNotes(self.shelf, self._open_session, self)
        desk.changed.connect(self.indexing.soon)
        desk.told.connect(self.imported.say)
        desk.failed.connect(lambda error, outcome: show_error(self, error, outcome))
        return desk

    @property
    def listening(self) -> Listening | None:
        """The recording of the open note; None where no note is open."""
        from desktop.sound.listening import listening_of

        return listening_of(self.page, self.shelf) if self.page is not None else None

    def export(self, format_: str) -> None:
        """Open the save sheet for a format."""
        if self.page is not None:
            self.saving.open_sheet(self.page, format_)

    def copy(self, kind: str) -> None:
        """Put the minutes on the clipboard for a mail or a messenger."""
        if self.page is not None:
            self.saving.copy(self.page, kind)

    def _tell_of_more(self, term: str, count: int) -> None:
        from desktop.glossary.more_places import MorePlaces

        if self.page is not None:
            MorePlaces(self.page, term, count)

    def _open_session(self) -> NoteSession | None:
        return self.page.session if self.page is not None else None

    @property
    def can_reopen(self) -> bool:
        """Whether closing would give up nothing that is under way."""
        return not any(dialog.isVisible() for dialog in self.findChildren(QDialog))

    def reopen(self, move: Move | None = None) -> bool:
        """Close, and have a window opened in which everything goes on; False where the person must be asked first, and
        where this window is closed already.
        """
        if not self.isVisible():
            return False
        tab = self.page.tabs.currentIndex() if self.page is not None else 0
        self.again = Again(self.shown_id, tab, move)
        if not self.close():
            self.again = None
        return self.again is not None

    def close_desks(self) -> None:
        """Let the desks that were made finish what they are at."""
        self.indexing.close()
        if "saving" in self.__dict__:
            self.saving.close()
        if "consulting" in self.__dict__:
            self.consulting.close()
