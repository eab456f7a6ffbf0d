"""Starts the program: the application, where the data lie, and one window after another until one is closed for good."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.collecting import Collecting
from desktop.data_place import data_folder, is_missing
from desktop.main_window import MainWindow
from desktop.parts.theme import dress
from desktop.sitting import Sitting, Tell, ask_for_missing, settled
from desktop.window import Again
from desktop.words import tr


def run(files: Sequence[str]) -> int:
    """Open the window with `files` on their way in, and return when it is closed for good."""
    app = Application(sys.argv[:1])
    app.setApplicationName("malkkeum")
    app.setApplicationDisplayName(tr("말끔"))
    app.setDesktopFileName("malkkeum")
    dress(app)
    Collecting(app)
    folder = _folder_there()
    return go_on(app, folder, [Path(name).absolute() for name in files]) if folder is not None else 0


def go_on(app: Application, folder: Path, files: Sequence[Path]) -> int:
    """Open windows, each where the one before has left off, until nothing comes after one."""
    again = Again()
    tell: Tell = _nothing
    while True:
        sitting = Sitting(app, folder)
        app.file_wanted.connect(sitting.take)
        code, after = sitting.hold(files, again, tell)
        app.file_wanted.disconnect(sitting.take)
        if after is None:
            return code
        files = []
        folder, again, tell = settled(app, folder, after)


def _nothing(_window: MainWindow) -> None:
    return None


def _folder_there() -> Path | None:
    """The data folder, once it is there or the person takes another; None if they give up."""
    folder = data_folder()
    while is_missing(folder):
        instead = ask_for_missing(folder)
        if instead != folder:
            return instead
    return folder


class Application(QApplication):
    """`file_wanted` brings a file (Path) that macOS hands to a running program: there a click comes as an event."""

    file_wanted = Signal(object)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)
