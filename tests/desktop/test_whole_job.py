"""The promises that only the whole window can show: few keys from drop to file, nothing lost to kill -9, no freeze."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from conftest import HERE, drop_files, page_of
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.saving.save_sheet import SaveSheet

ROOT = Path(__file__).parents[2]


class Person:
    """Presses keys and clicks with real events, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.actions = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.actions += 1
        target = QApplication.focusWidget()
        assert target is not None
        self._qtbot.keyClick(target, key, held)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget."""
        assert widget.isVisible()
        self.actions += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def click_button(self, parent: QWidget, text: str) -> None:
        """Click the visible button whose label begins so."""
        buttons = [b for b in parent.findChildren(QPushButton) if b.text().startswith(text) and b.isVisible()]
        self.click(buttons[0])


def test_from_drop_to_a_saved_file_in_thirty_actions(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    person = Person(qtbot)
    drop_files(window, [talk_file])
    page = page_of(window, qtbot)
    person.click_button(page.left_bar, "회의록에 나오는 제안")
    for _ in range(10):
        if not page.session.open_proposals():
            break
        person.press(Qt.Key.Key_Return)
    assert not page.session.open_proposals()
    person.click_button(page.left_bar, "확인 필요")
    person.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.left_bar.findChildren(QPushButton)[2].text() == "'확인 필요' 표시 없음"
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (sheet,) = window.findChildren(SaveSheet)
    with qtbot.waitSignal(window.saving.saved) as saved:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
        person.actions += 1
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(saved.args[0])).paragraphs)
    assert "RAG를 먼저 붙여 보겠습니다" in words
    assert person.actions <= 30


@pytest.fixture
def killed(library_folder: Path, talk_file: Path) -> None:
    """A library whose window was killed while a paragraph was being typed."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), HERE, os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, str(Path(HERE) / "victim.py"), str(library_folder), str(talk_file), "쓰다 만 😀 글"]
    victim = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert victim.stdout is not None
    assert victim.stdout.readline().strip() == b"typed"
    victim.kill()
    victim.wait()
    victim.stdout.close()


def test_after_kill_9_the_title_stands_and_the_editor_is_open_again(
    killed: None, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    window.open_note(recent.args[0][0].id)
    page = page_of(window, qtbot)
    assert page.title.text() == "죽기 전의 제목"
    editor = page.transcript_view.editor
    assert editor is not None
    assert editor.toPlainText() == "쓰다 만 😀 글"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.session.turns()[0].paragraphs[0].text == "쓰다 만 😀 글"
    assert not page.session.drafts


def heartbeat(qtbot: QtBot, until: Callable[[], bool]) -> float:
    """The longest time in seconds that the window's thread was busy at one thing until then."""
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(2)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    qtbot.waitUntil(until, timeout=90_000)
    heart.stop()
    return max(later - sooner for sooner, later in pairwise(beats))


def test_cleaning_a_note_never_holds_the_window(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    drop_files(window, [talk_file])
    longest = heartbeat(qtbot, lambda: window.importing._current == "" or window.page is not None)
    assert longest < 0.5


def test_the_note_page_tells_its_parts_to_a_screen_reader(page: NotePage) -> None:
    nameless = [
        widget
        for kind in ("QPushButton", "QLineEdit", "QComboBox", "QAbstractItemView", "QTextEdit")
        for widget in page.findChildren(QWidget)
        if widget.inherits(kind) and not widget.accessibleName() and widget.isVisible() and widget.focusPolicy()
    ]
    assert nameless == []
