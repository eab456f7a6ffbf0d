"""What is no file on a disk is refused at once: a pipe that nobody writes to must not hold up what comes behind it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_holds_nothing_up(window: MainWindow, tmp_path: Path, talk_file: Path, qtbot: QtBot) -> None:
    pipe = tmp_path / "관.txt"
    os.mkfifo(pipe)
    refused: list[str] = []
    window.importing.refused.connect(lambda name, _error: refused.append(name))
    drop_files(window, [pipe, talk_file])
    try:
        page_of(window, qtbot)
    finally:
        descriptor = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)  # lets a reader go that should not be there
        os.write(descriptor, b"x")
        os.close(descriptor)
    assert refused == ["관.txt"]
