"""What the window says while files come in: how far they are, what could not be read, and what has come of many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.parts.error_dialog import show_error
from desktop.parts.notice_bar import NoticeBar, ProgressNotice
from desktop.words import tr

if TYPE_CHECKING:
    from desktop.incoming.import_run import ImportRun
    from desktop.incoming.importing import Importing


class ToldOfFiles(QObject):
    """Listens to an import and tells of it in the window's two bars.

    `notes_wanted` when the list of notes is to be opened, `many_came` when several files are through.
    """

    notes_wanted = Signal()
    many_came = Signal()

    def __init__(self, importing: Importing, progress: ProgressNotice, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._importing, self._progress, self._notice, self._window = importing, progress, notice, window
        importing.progressed.connect(self._show_progress)
        importing.refused.connect(self._tell_refusal)
        importing.ended.connect(self._tell_end)

    def _show_progress(self, name: str, what: str, share: float) -> None:
        run = self._importing.run
        self._notice.hide()
        self._progress.tell(name, what, share, run.done, run.total)

    def _tell_refusal(self, name: str, error: Exception) -> None:
        """Say why a file that came alone is no note; of many it is said when they are all through."""
        if not self._importing.run.is_many:
            told = f"{name}: " if name not in str(getattr(error, "sentence", name)) else ""
            show_error(self._window, error, told + tr("파일을 가져오지 못했습니다."))

    def _tell_end(self) -> None:
        self._progress.hide()
        run = self._importing.run
        if not run.is_many:
            return
        links: list[tuple[str, Callable[[], object]]] = [(tr("노트 목록"), self.notes_wanted.emit)]
        if run.refused or run.remarks:
            links.insert(0, (tr("자세히 보기"), partial(self._show_import_list, run)))
        self._notice.say(run.sentence, links)
        self.many_came.emit()

    def _show_import_list(self, run: ImportRun) -> None:
        from desktop.incoming.import_list import ImportList

        ImportList(run, self._window).open()
