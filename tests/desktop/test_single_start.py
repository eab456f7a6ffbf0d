"""A second start: its files come to the first window; a first that was killed stands in nobody's way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.single_start import SingleStart

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_start import SingleStart
app = QCoreApplication([])
start = SingleStart(Path(sys.argv[1]))
if start.is_first():
    print("first", flush=True)
    sys.stdin.readline()
else:
    print("handed over" if start.hand_over([Path(name) for name in sys.argv[2:]]) else "no answer", flush=True)
"""

HANDED = """
from PySide6.QtGui import QFileOpenEvent
from desktop.application import Application
app = Application([])
app.file_wanted.connect(lambda file: print(file.name))
Application.sendEvent(app, QFileOpenEvent("/somewhere/회의.txt"))
"""


@pytest.fixture
def first(tmp_path: Path, qapp: object) -> SingleStart:
    start = SingleStart(tmp_path)
    assert start.is_first()
    start.listen()
    return start


def test_the_files_of_a_second_start_come_to_the_first(first: SingleStart, tmp_path: Path, qtbot: QtBot) -> None:
    files = ["/자료/회의 1.txt", "/자료/회의 2.txt"]
    with qtbot.waitSignal(first.asked) as asked:
        second = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path), *files], stdout=subprocess.PIPE)
    assert asked.args == [[Path(file) for file in files]]
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.communicate()[0].strip() == b"handed over"
    first.close()


def test_another_folder_is_another_window(first: SingleStart, tmp_path: Path) -> None:
    other = SingleStart(tmp_path.parent)
    assert other.is_first()
    other.close()
    first.close()


def test_after_closing_the_next_start_is_first(first: SingleStart, tmp_path: Path) -> None:
    assert not SingleStart(tmp_path).is_first()
    first.close()
    again = SingleStart(tmp_path)
    assert again.is_first()
    again.close()


def test_a_killed_window_leaves_the_way_free(tmp_path: Path, qapp: object) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    killed = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path)], **pipes)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == b"first"
    assert not SingleStart(tmp_path).is_first()
    killed.kill()
    killed.communicate()
    again = SingleStart(tmp_path)
    assert again.is_first()
    again.close()


def test_a_file_that_the_system_hands_over_is_taken_in() -> None:
    asked = subprocess.run([sys.executable, "-c", HANDED], capture_output=True, check=True, encoding="utf-8")
    assert asked.stdout.split() == ["회의.txt"]
