"""A real window over a library in a folder of the test's own, with a child process that knows no Korean."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from children import begin_children_ready_made
from keyring.backends.fail import Keyring as NoKeyring
from patience import PatientBot
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.collecting import collect_if_due
from processing.secret import VARIABLES

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.note_page import NotePage
    from tests.processing.model.server import ModelServer

HERE = str(Path(__file__).parent)

TALK = """\
주간 회의
2026.04.28 화 오후 2:00 ・ 5분 12초
김민수

참석자 1 00:00
이번 주에는 레그를 먼저 붙여 보겠습니다. 챗지피티도 같이 보겠습니다.

참석자 2 00:31
좋습니다. 레그는 제가 금요일까지 정리하겠습니다.

참석자 3 01:05
예산은 지난달과 같이 가기로 하겠습니다. 😀 그렇게 정했습니다.

참석자 4 02:10
다음 회의는 월요일에 하겠습니다. 자료를 미리 보내 주세요.

참석자 5 03:20
저는 디자인을 맡겠습니다. 챗지피티로 초안을 만들겠습니다.
"""


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """A bot that waits long where a machine is busy."""
    return PatientBot(request)


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """The folder that the window keeps its data in."""
    folder = tmp_path / "자료"
    folder.mkdir()
    return folder


@pytest.fixture
def make_window(
    library_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[], MainWindow]]:
    """Opens a window over the folder, as a start of the program does; a second call is a restart."""
    from desktop.language.language_process import LanguageProcess
    from desktop.library.shelf import Shelf
    from desktop.main_window import MainWindow  # here, so that the tests of single views load no more than they need
    from desktop.preferences import Preferences

    monkeypatch.syspath_prepend(HERE)
    begin_children_ready_made(monkeypatch)
    monkeypatch.setattr("desktop.incoming.downloads.QStandardPaths.writableLocation", lambda _kind: str(tmp_path))
    monkeypatch.setattr("desktop.minutes.template_box.show_in_files", lambda _folder: None)
    monkeypatch.setattr("desktop.note.note_session.spare_the_collector", lambda: None)  # all tests' objects are many
    monkeypatch.setattr("processing.model.addresses.LOCAL_SERVERS", ())  # a server of the machine that runs the tests
    monkeypatch.setattr("processing.secret.keyring.get_keyring", NoKeyring)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    opened: list[MainWindow] = []

    def open_one() -> MainWindow:
        for one in opened:
            one.close()
        language = LanguageProcess("fake_workshop", "FakeDesk", {})
        language.start()
        preferences = Preferences(library_folder)
        preferences.save_folder = str(tmp_path)
        window = MainWindow(Shelf(library_folder / "library.sqlite"), language, preferences, library_folder)
        qtbot.addWidget(window)
        window.show()
        window.begin()
        opened.append(window)
        return window

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """The program as it starts for the first time."""
    return make_window()


@pytest.fixture
def talk_file(tmp_path: Path) -> Path:
    """A CLOVA Note export of five speakers."""
    file = tmp_path / "주간 회의.txt"
    file.write_text(TALK, encoding="utf-8")
    return file


@pytest.fixture
def page(window: MainWindow, talk_file: Path, qtbot: QtBot) -> NotePage:
    """The page of the talk, just dropped on the window."""
    drop_files(window, [talk_file])
    return page_of(window, qtbot)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A server of models that answers well until a test says otherwise."""
    from models import as_asked

    from tests.processing.model.server import serving

    with serving(as_asked) as running:
        yield running


def page_of(window: MainWindow, qtbot: QtBot) -> NotePage:
    """The page that the window shows, as soon as there is one."""
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page is not None
    return window.page


def drop_files(window: MainWindow, files: list[Path]) -> None:
    """Drag files over the window and let them go, with real events."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    drop(window, mime)


def drop(target: QWidget, mime: QMimeData) -> None:
    """Send the two events of a drop on the middle of a widget."""
    at, copy = target.rect().center(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(at, copy, mime, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, mime, left, none))


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Every test of the window has an application: a note's session keeps a timer."""


@pytest.fixture(autouse=True)
def _collector_on_this_thread() -> Iterator[None]:
    """As in the program (`desktop.collecting`): no thread but this one takes widgets down, here between two tests."""
    gc.disable()
    yield
    gc.enable()
    collect_if_due()
