"""What the library cannot take at once waits and is told once; closing asks; lists follow titles and their undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_main_window import box_of, retitle

from desktop.keeping import KEPT
from desktop.main_window import MainWindow
from desktop.note.note_session import NoteSession
from desktop.note_page import NotePage
from processing.library import DiskFull, Library


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The disk is full from now on, until the returned function is called."""
    real = Library.append_all

    def refuse(self: Library, note_id: int, entries: object) -> None:
        raise DiskFull("디스크에 남은 공간이 없습니다. 공간을 비워 주세요.", Path("library.sqlite"))

    monkeypatch.setattr(Library, "append_all", refuse)
    return lambda: monkeypatch.setattr(Library, "append_all", real)


def visible_boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_what_was_not_written_is_told_once_and_written_later(
    window: MainWindow, page: NotePage, full_disk: Callable[[], None], qtbot: QtBot
) -> None:
    for title in ("가", "나", "다"):
        retitle(page, title, qtbot)
    qtbot.waitUntil(lambda: window.shelf.unwritten == 3)
    box = box_of(window, qtbot)
    assert "공간을 비워" in box.informativeText()
    assert len(visible_boxes(window)) == 1
    assert "저장하지 못함" in page.kept.text()
    full_disk()
    with qtbot.waitSignal(window.shelf.recovered):
        window.shelf.try_again()
    assert page.kept.text() == KEPT
    note_id = window.shelf.recent()
    with qtbot.waitSignal(note_id.done) as recent:
        pass
    with qtbot.waitSignal(window.shelf.load(recent.args[0][0].id).done) as loaded:
        pass
    note = loaded.args[0]
    assert NoteSession(note.source, note.entries).state == page.session.state


def test_closing_with_unwritten_work_asks(
    window: MainWindow, page: NotePage, full_disk: Callable[[], None], qtbot: QtBot
) -> None:
    retitle(page, "가", qtbot)
    qtbot.waitUntil(lambda: window.shelf.unwritten == 1)
    window.close()
    assert window.isVisible()
    ask = next(box for box in visible_boxes(window) if "1개" in box.text())
    stay = next(button for button in ask.buttons() if button.text() == "닫지 않기")
    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    full_disk()
    with qtbot.waitSignal(window.shelf.recovered):
        window.shelf.try_again()
    window.close()
    assert not window.isVisible()


def test_closing_enters_the_open_editor(make_window: Callable[[], MainWindow], talk_file: Path, qtbot: QtBot) -> None:
    window = make_window()
    drop_files(window, [talk_file])
    view = page_of(window, qtbot).transcript_view
    view.open_editor(view.model().index(0, 0))
    assert view.editor is not None
    view.editor.setPlainText("닫기 직전에 쓴 말")
    window = make_window()
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    window.open_note(recent.args[0][0].id)
    assert page_of(window, qtbot).session.turns()[0].text == "닫기 직전에 쓴 말"


def test_lists_show_the_title_and_its_undo(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    def listed() -> str:
        with qtbot.waitSignal(window.shelf.recent().done) as recent:
            pass
        return str(recent.args[0][0].title)

    retitle(page, "새 제목", qtbot)
    assert listed() == "새 제목"
    window.menus.action("undo").trigger()
    assert listed() == "주간 회의"
