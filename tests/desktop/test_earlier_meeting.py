"""The next meeting of a series: what the last one has left is offered once, taken with one click, undone with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TALK, drop_files
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.earlier_meeting import TAKE
from desktop.main_window import MainWindow
from desktop.minutes_rows import RowKind
from desktop.note_page import NotePage
from processing.note import LineKind, change_of

NEXT = TALK.replace("2026.04.28 화", "2026.05.05 화").replace("이번 주에는", "오늘은")


@pytest.fixture
def next_file(tmp_path: Path) -> Path:
    """The export of the meeting a week later."""
    file = tmp_path / "주간 회의 2.txt"
    file.write_text(NEXT, encoding="utf-8")
    return file


def brought_in(window: MainWindow, file: Path, before: NotePage, qtbot: QtBot) -> NotePage:
    drop_files(window, [file])
    qtbot.waitUntil(lambda: window.page is not None and window.page is not before, timeout=15_000)
    assert window.page is not None
    return window.page


def test_what_is_left_is_offered_taken_and_undone(
    window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot
) -> None:
    (task,) = [line for line in page.session.state.lines.values() if line.kind is LineKind.ACTION]
    page.session.commit(change_of(page.session.state, {("info", "place"): "3층"}), "장소")
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible, timeout=5000)
    assert "'주간 회의'의 끝나지 않은 할 일 1개" in later.earlier_notice.sentence
    qtbot.mouseClick(later.earlier_notice.link(TAKE), Qt.MouseButton.LeftButton)
    assert not later.earlier_notice.isVisible()
    rows = [row for row in later.minutes_page.rows if row.kind is RowKind.TASK]
    assert [row.text for row in rows if row.line.line.kind is LineKind.FOLLOW_UP] == [task.text]
    assert later.session.state.info["place"] == "3층"
    found: list[str | None] = []
    window._shelf.do(lambda library: [row.series for row in library.all_notes()]).then(window, found.extend)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=5000)
    assert found == ["주간회의", "주간회의"]
    later.session.undo()
    assert not [line for line in later.session.state.lines.values() if line.kind is LineKind.FOLLOW_UP]
    assert "place" not in later.session.state.info


def test_it_can_be_left(window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot) -> None:
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible, timeout=5000)
    before = later.session.state
    close = next(b for b in later.earlier_notice.findChildren(QPushButton) if b.text() == "닫기")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not later.earlier_notice.isVisible()
    assert later.session.state is before


def test_a_first_meeting_and_another_one_are_offered_nothing(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "다른 회의.txt"
    file.write_text(NEXT.replace("주간 회의", "채용 면접 정리"), encoding="utf-8")
    qtbot.wait(300)
    assert not page.earlier_notice.sentence
    other = brought_in(window, file, page, qtbot)
    qtbot.wait(300)
    assert not other.earlier_notice.sentence
