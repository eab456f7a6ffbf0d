"""All notes and the words in them: found as one types, by speaker and date, opened at the place, deleted when asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from talk import type_hangul
from test_saving import click

from desktop.language.language_process import LanguageProcess
from desktop.library.library_window import LibraryWindow
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.tasks import Job
from processing.note import change_of


@pytest.fixture
def library(window: MainWindow, page: NotePage, qtbot: QtBot) -> LibraryWindow:
    """The list as Ctrl+L opens it, when the note in it can be found."""
    with qtbot.waitSignal(window.indexing.settled):
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    (opened,) = window.findChildren(LibraryWindow)
    qtbot.waitUntil(lambda: opened.list.count() == 1)
    return opened


def told(library: LibraryWindow) -> list[str]:
    items = [library.list.item(i) for i in range(library.list.count())]
    return [item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text() for item in items if item is not None]


def test_all_notes_are_listed_with_their_day(library: LibraryWindow) -> None:
    assert told(library) == ["주간 회의, 2026. 4. 28.(화)"]
    assert library.answer.text() == "노트 1개"


def test_words_are_found_as_one_types(library: LibraryWindow, qtbot: QtBot) -> None:
    type_hangul(library.words, "예산을")
    qtbot.waitUntil(lambda: any("예산은 지난달과" in text for text in told(library)))
    library.words.clear()
    type_hangul(library.words, "없는말")
    qtbot.waitUntil(lambda: library.answer.text() == "찾은 곳이 없습니다.")


def test_a_speaker_narrows_the_search(library: LibraryWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: library.speaker.count() == 6)
    type_hangul(library.words, "챗지피티")
    type_hangul(library.words, "")
    qtbot.waitUntil(lambda: "찾" in library.answer.text())
    library.words.setText("레그")
    library.speaker.setCurrentIndex(library.speaker.findData("참석자 2"))
    library.search()
    qtbot.waitUntil(lambda: bool(told(library)) and all("정리하겠습니다" in text for text in told(library)))


class LateMay(date):
    @classmethod
    def today(cls) -> date:
        return date(2026, 5, 20)


def test_period_and_speaker_narrow_the_list_of_notes_without_a_word(
    library: LibraryWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.library.library_window.date", LateMay)
    qtbot.waitUntil(lambda: library.speaker.count() == 6)
    for period, shown in (("최근 7일", 0), ("최근 30일", 1)):
        library.period.setCurrentText(period)
        library.period.activated.emit(library.period.currentIndex())
        qtbot.waitUntil(lambda shown=shown: library.answer.text() == f"노트 {shown}개")
    library.speaker.addItem("아무도 아닌 사람", "아무도 아닌 사람")
    for speaker, shown in (("아무도 아닌 사람", 0), ("참석자 2", 1)):
        library.speaker.setCurrentText(speaker)
        library.speaker.activated.emit(library.speaker.currentIndex())
        qtbot.waitUntil(lambda shown=shown: library.answer.text() == f"노트 {shown}개")


def test_a_hit_opens_the_note_at_its_place(window: MainWindow, library: LibraryWindow, qtbot: QtBot) -> None:
    library.words.setText("디자인을 맡겠습니다")
    qtbot.waitUntil(lambda: any("디자인" in text for text in told(library)))
    paragraph = next(i for i, text in enumerate(told(library)) if "챗" in text or "ChatGPT" in text)
    library.list.setCurrentRow(paragraph)
    click(library, "열기", qtbot)
    view = page_of(window, qtbot).transcript_view
    qtbot.waitUntil(lambda: (row := view.current_row()) is not None and row.speaker == "참석자 5")


def test_a_note_is_deleted_only_when_asked(library: LibraryWindow, qtbot: QtBot) -> None:
    click(library, "노트 지우기…", qtbot)
    (box,) = library.findChildren(QMessageBox)
    assert "되돌릴 수 없습니다" in box.informativeText()
    click(box, "지우기", qtbot)
    qtbot.waitUntil(lambda: library.answer.text() == "노트 0개")


def test_only_what_was_changed_is_read_again_for_the_search(
    window: MainWindow, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    ask = LanguageProcess.ask

    def listening(language: LanguageProcess, method: str, *args: Any) -> Job:
        if method == "contents":
            asked.append(args[0])
        return ask(language, method, *args)

    monkeypatch.setattr(LanguageProcess, "ask", listening)
    with qtbot.waitSignal(window.indexing.settled):
        window.indexing.catch_up()
    assert sum(map(len, asked)) > 3
    asked.clear()
    state = page.session.state
    page.session.commit(change_of(state, {("info", "title"): "다른 이름"}), "제목")
    with qtbot.waitSignal(window.indexing.settled):
        window.indexing.catch_up()
    assert sum(map(len, asked)) <= 1


def test_a_closed_list_asks_the_library_nothing_more(
    window: MainWindow, library: LibraryWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.words.setText("예산")  # the search waits for more
    asked: list[object] = []
    monkeypatch.setattr(library, "_shelf", None)
    monkeypatch.setattr(library, "search", lambda: asked.append("search"))
    library.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # as while its deletion waits for its turn
    library.close()
    assert not library._wait.isActive()
    window.indexing.settled.emit()
    assert not asked


def test_nobody_is_told_that_all_is_indexed_once_the_window_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    told_: list[bool] = []
    window.indexing.settled.connect(lambda: told_.append(True))
    window.indexing.catch_up()
    window.indexing.close()
    window.shelf.ask(lambda _library: None)
    qtbot.wait(50)
    assert not told_
