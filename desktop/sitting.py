"""One window from its opening to its closing, over one data folder; and what is settled before the next one opens."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget

from desktop.data_place import choose, usual_folder
from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from desktop.main_window import MainWindow
from desktop.parts.error_dialog import catch_everything, show_error
from desktop.parts.theme import choose_scheme
from desktop.parts.widgets import widen
from desktop.preferences import Preferences
from desktop.settings.speech import speak
from desktop.single_start import SingleStart
from desktop.speech_offer import offer_english
from desktop.tasks import Threads
from desktop.window import Again
from desktop.words import tr
from processing.data_files import asset
from processing.errors import UserError

if TYPE_CHECKING:
    from processing.library.moving import Move

POLL_MS = 50  # how long one look at what waits may take

Tell = Callable[[MainWindow], object]  # what is said in the next window about what came before it


class Sitting:
    """A window over `folder`, with the process and the lock that belong to it; `window` while it is open."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app, self._folder = app, folder
        self.window: MainWindow | None = None
        self._start = SingleStart(folder)

    def hold(self, files: Sequence[Path], again: Again, tell: Tell) -> tuple[int, Again | None]:
        """Open the window and return when it is closed: the exit code, and how to go on, None for not at all.

        Another program that has the folder open gets the files instead, and nothing is opened.
        """
        if not self._start.is_first() and self._start.hand_over(files):
            return 0, None
        preferences = Preferences(self._folder)
        language = LanguageProcess("desktop.language.language_child", "Desk", preferences.language_options())
        speaking = speak(self._app, preferences.speech)
        choose_scheme(preferences.scheme)
        window = MainWindow(Shelf(self._folder / "library.sqlite"), language, preferences, self._folder)
        self.window = window
        catch_everything(lambda error: show_error(window, error))
        # No thread has work before the views are there: two threads that import one package at once may get half of it.
        bring: list[Callable[[], object]] = [
            partial(window.open_files, files),
            partial(window.resume, again),
            window.begin,
        ]
        watched = self._after_paint(window, [language.start, load_views, *bring, partial(offer_english, window)])
        window.show()
        self._start.asked.connect(window.come_forward)
        tell(window)
        code = self._app.exec()
        self._start.close()
        for translator in speaking:
            self._app.removeTranslator(translator)
        for file in watched:
            if file is not None:
                file.close()
        self.window = None
        window.deleteLater()
        return code, window.again

    def take(self, file: Path) -> None:
        """Bring a file in that comes while the window is open."""
        if self.window is not None:
            self.window.open_files([file])

    def _after_paint(self, window: MainWindow, verbs: Sequence[Callable[[], object]]) -> list[TextIO | None]:
        """Have done what need not keep the window from appearing; the file that a crash is written to."""
        watched: list[TextIO | None] = []
        later: list[Callable[[], object]] = [
            lambda: _keep_log(self._folder),
            lambda: watched.append(_watch(self._folder, window)),
            lambda: self._app.setWindowIcon(_icon()),
            self._start.listen,
        ]
        window.installEventFilter(AfterFirstPaint(window, [*later, *verbs]))
        return watched


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


def settled(app: QApplication, folder: Path, again: Again) -> tuple[Path, Again, Tell]:
    """Bring the data where they were wanted: the folder to go on in, how, and what to say; where that fails, the old."""
    move = again.move
    if move is None:
        return folder, again, lambda _window: None
    ends_with_window = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)
    guard, files = SingleStart(folder), list[Path]()
    guard.asked.connect(files.extend)
    try:
        _keep_others_out(guard, move)
        _wait_for(partial(_moved, move))
    except UserError as error:
        failure = error
        return (
            folder,
            replace(again, move=None),
            lambda window: show_error(
                window, failure, tr("자료를 옮기지 못했습니다. 지금까지의 폴더를 그대로 씁니다.")
            ),
        )
    finally:
        guard.close()
        app.setQuitOnLastWindowClosed(ends_with_window)
    note_id = None if move.has_library else again.note_id
    return move.new, Again(note_id, again.tab), lambda window: _tell_of_move(window, move, files)


def _keep_others_out(guard: SingleStart, move: Move) -> None:
    """Have a start that comes while no window is there hand its files over: it would write to what is being left."""
    from processing.library.troubles import busy

    if not guard.is_first() and guard.hand_over([]):
        raise busy(move.old)
    guard.listen()


def _moved(move: Move) -> None:
    from processing.library.moving import carry_out

    carry_out(move, choose)


def _wait_for(work: Callable[[], None]) -> None:
    """Have `work` done beside the event loop, with a word on it where it takes long. Raises what it raises."""
    dialog = QProgressDialog(tr("자료를 옮기는 중입니다. 끄지 말고 기다려 주세요."), "", 0, 0)
    dialog.setCancelButton(None)
    dialog.setMinimumDuration(300)
    threads, outcomes = Threads("moving"), list[BaseException | None]()
    job = threads.do(work)
    job.done.connect(outcomes.append)
    job.failed.connect(outcomes.append)
    while not outcomes:  # no event loop of its own: a late quit of the window's would end it before the work
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, POLL_MS)
    dialog.close()
    threads.close()
    if outcomes[0] is not None:
        raise outcomes[0]


def _tell_of_move(window: MainWindow, move: Move, files: Sequence[Path]) -> None:
    window.open_files(files)
    said = (
        tr("'{new}' 폴더의 자료를 열었습니다. 그전 자료는 '{old}'에 그대로 있습니다.")
        if move.has_library
        else tr("자료를 '{new}'(으)로 옮겼습니다. 그전 자료도 '{old}'에 그대로 있으니, 확인한 다음 지우셔도 됩니다.")
    )
    links = [(tr("예전 폴더 열기"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(move.old))))]
    window.imported.say(said.format(new=move.new, old=move.old), links)


def ask_for_missing(folder: Path) -> Path | None:
    """The folder to use where the chosen one is not there: itself again, the usual one, None for giving up."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("말끔"), tr("자료 폴더를 찾지 못했습니다."))
    box.setInformativeText(
        tr(
            "{folder}\n\n외장 디스크나 네트워크 드라이브라면 연결한 다음 다시 찾아 주세요. "
            "기본 폴더로 시작하면 그 폴더의 노트는 보이지 않지만 지워지지 않습니다."
        ).format(folder=folder)
    )
    again = box.addButton(tr("다시 찾기"), QMessageBox.ButtonRole.AcceptRole)
    usual = box.addButton(tr("기본 폴더로 시작"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("끝내기"), QMessageBox.ButtonRole.RejectRole)
    widen(box).exec()
    if box.clickedButton() is again:
        return folder
    if box.clickedButton() is not usual:
        return None
    usual_folder().mkdir(parents=True, exist_ok=True)
    return usual_folder()


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
