"""Starts the window: where the data lies, the language process, the style, and what happens to unexpected errors."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.library.shelf import Shelf
from desktop.main_window import MainWindow
from desktop.parts.error_dialog import catch_everything, show_error
from desktop.parts.theme import choose_scheme, dress
from desktop.preferences import Preferences
from desktop.settings.speech import speak
from desktop.single_start import SingleStart
from desktop.speech_offer import offer_english
from desktop.tasks import LanguageProcess
from desktop.words import tr
from processing.data_files import asset

DATA_FOLDER = "MALKKEUM_DATA"  # the environment's word for another data folder


def data_folder() -> Path:
    """Where the library and the window's layout are kept: `malkkeum` in the system's folder for a user's own data."""
    chosen = os.environ.get(DATA_FOLDER)
    of_user = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    folder = Path(chosen) if chosen else Path(of_user) / "malkkeum"
    with contextlib.suppress(OSError):  # a folder that cannot be made is told when the library is first wanted
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(files: Sequence[str]) -> int:
    """Open the window with `files` on their way in, and return when it is closed."""
    app = Application(sys.argv[:1])
    app.setApplicationName("malkkeum")
    app.setApplicationDisplayName(tr("말끔"))
    app.setDesktopFileName("malkkeum")
    folder, wanted = data_folder(), [Path(name).absolute() for name in files]
    start = SingleStart(folder)
    if not start.is_first() and start.hand_over(wanted):
        return 0
    preferences = Preferences(folder)
    language = LanguageProcess("desktop.language_child", "Desk", preferences.language_options())
    speak(app, preferences.speech)
    dress(app)
    choose_scheme(preferences.scheme)
    window = MainWindow(Shelf(folder / "library.sqlite"), language, preferences, folder)
    catch_everything(lambda error: show_error(window, error))
    watched: list[TextIO | None] = []  # open as long as the program
    later = [
        lambda: _keep_log(folder),
        lambda: watched.append(_watch(folder, window)),
        lambda: app.setWindowIcon(_icon()),
        start.listen,
    ]
    after_paint = AfterFirstPaint(
        window, [*later, language.start, window.begin, load_views, partial(offer_english, window)]
    )
    window.installEventFilter(after_paint)
    app.file_wanted.connect(lambda file: window.open_files([file]))
    window.show()
    start.asked.connect(window.come_forward)
    window.open_files(wanted)
    code = app.exec()
    start.close()
    return code


class AfterFirstPaint(QObject):
    """Does things when the window has been painted for the first time, so that nothing keeps it from appearing."""

    def __init__(self, window: QWidget, verbs: Sequence[Callable[[], object]]) -> None:
        super().__init__(window)
        self._verbs = verbs

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            watched.removeEventFilter(self)
            for verb in self._verbs:
                QTimer.singleShot(0, verb)
        return False


class Application(QApplication):
    """`file_wanted` brings a file (Path) that macOS hands to a running program: there a click comes as an event."""

    file_wanted = Signal(object)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def load_views() -> None:
    """Import what the first note will need, so that it need not wait for it."""
    importlib.import_module("desktop.menus.note_verbs")
    importlib.import_module("desktop.incoming.welcome")


def _keep_log(folder: Path) -> None:
    from desktop.logbook import keep_log  # its handlers import sockets and queues

    keep_log(folder)


def _watch(folder: Path, window: MainWindow) -> TextIO | None:
    from desktop.crashes import tell_last_crash

    return tell_last_crash(folder, window.imported, window)


def _icon() -> QIcon:
    file = asset("icons").joinpath("malkkeum.png")
    pixmap = QPixmap()
    if file.is_file():
        pixmap.loadFromData(file.read_bytes())
    return QIcon(pixmap)
