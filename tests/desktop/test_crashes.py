"""A crash that nothing can catch leaves where it was, and the next start offers it; no word of a note is in it."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from test_saving import click

from desktop.crashes import SAID, last_crash, tell_last_crash
from desktop.parts.notice_bar import NoticeBar

ROOT = Path(__file__).parents[2]
CRASHING = """
import sys, faulthandler
from pathlib import Path
from desktop.crashes import watch
kept = watch(Path(sys.argv[1]))

def stumble(secret):
    faulthandler._sigsegv()

stumble("비밀 회의 내용")
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The test run's own watch comes back."""
    yield
    faulthandler.enable(sys.__stderr__)


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """The data folder of a program that a fault in a library has ended."""
    code = subprocess.run([sys.executable, "-c", CRASHING, str(tmp_path)], cwd=ROOT, check=False, capture_output=True)
    assert code.returncode != 0
    return tmp_path


def test_a_fault_leaves_its_lines_and_no_word(crashed: Path) -> None:
    told = last_crash(crashed)
    assert "stumble" in told
    assert "비밀" not in told
    assert str(Path.home()) not in told


def test_the_next_start_offers_the_report_once(
    crashed: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, notice = QWidget(), NoticeBar()
    for widget in (window, notice):
        qtbot.addWidget(widget)
    target = tmp_path / "보고서.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    first = tell_last_crash(crashed, notice, window)
    assert notice.sentence == SAID
    click(notice, "보고서 저장…", qtbot)
    assert "stumble" in target.read_text("utf-8")
    assert "Qt" in target.read_text("utf-8")
    notice.hide()
    second = tell_last_crash(crashed, notice, window)
    assert not notice.isVisible()
    for file in (first, second):
        assert file is not None
        file.close()


def test_a_folder_that_cannot_be_written_keeps_no_watch_and_says_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    window, notice = QWidget(), NoticeBar()
    for widget in (window, notice):
        qtbot.addWidget(widget)
    (tmp_path / "logs").write_text("a file where the folder would be", "utf-8")
    assert tell_last_crash(tmp_path, notice, window) is None
    assert not notice.isVisible()
