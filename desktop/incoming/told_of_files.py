"""What the window says while files come in: how far they are, what could not be read, and what has come of many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.parts.error_dialog import show_error
from desktop.words import tr

if TYPE_CHECKING:
    from desktop.incoming.import_run import ImportRun
    from desktop.main_window import MainWindow


class ToldOfFiles(QObject):
    """Listens to the window's import."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.importing.progressed.connect(self._show_progress)
        window.importing.refused.connect(self._tell_refusal)
        window.importing.ended.connect(self._tell_end)

    def _show_progress(self, name: str, what: str, share: float) -> None:
        run = self._window.importing.run
        self._window.imported.hide()
        self._window.progress.tell(name, what, share, run.done, run.total)

    def _tell_refusal(self, name: str, error: Exception) -> None:
        """Say why a file that came alone is no note; of many it is said when they are all through."""
        if not self._window.importing.run.is_many:
            told = f"{name}: " if name not in str(getattr(error, "sentence", name)) else ""
            show_error(self._window, error, told + tr("파일을 가져오지 못했습니다."))

    def _tell_end(self) -> None:
        self._window.progress.hide()
        run = self._window.importing.run
        if not run.is_many:
            return
        links: list[tuple[str, Callable[[], object]]] = [(tr("노트 목록"), self._window.show_library)]
        if run.refused or run.remarks:
            links.insert(0, (tr("자세히 보기"), partial(self._show_import_list, run)))
        self._window.imported.say(run.sentence, links)
        self._window.indexing.soon()
        if self._window.page is None:
            self._window.begin()

    def _show_import_list(self, run: ImportRun) -> None:
        from desktop.incoming.import_list import ImportList

        ImportList(run, self._window).open()
