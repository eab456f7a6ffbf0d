"""With English chosen, no window shows a Korean word of its own: what is Korean there is the note's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QWidget,
)
from speaking import spoken_english

from desktop.main_window import MainWindow
from desktop.menus.window_menus import TABLE
from desktop.note_page import NotePage
from desktop.parts.menus import items_of

WORD = re.compile("[가-힣]+")
# Korean that stays: roles and file names are data of Korean documents, CLOVA Note's button and examples are quoted
STAYS = (
    "진행 발표자 멘토 멘티 질문자 강사 서기 참석자 회의록 녹취록 노트 할 일 한국어 언어 없음 오후 시 "
    "음성 기록 다운로드 김민수 과장 엘엘엠 예시"
)
OWN_WINDOW = (
    "quit",
    "start",
    "open",
    "reassign",
    "reassign_from_here",
    "reassign_all",
    "attach_recording",
    "play",
)  # these close the page, or wait for an answer


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[None]:
    """English, before any window of the test is made."""
    with spoken_english(qapp):
        yield


@pytest.fixture
def english_window(speaking: None, window: MainWindow) -> MainWindow:
    """The window, made while English is spoken."""
    return window


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget and those in it say or are called."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.windowTitle(), one.toolTip(), one.accessibleName())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QGroupBox):
            yield one.title()
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(i) for i in range(one.count()))
        elif isinstance(one, QTabWidget):
            yield from (one.tabText(i) for i in range(one.count()))
        elif isinstance(one, QMenu):
            yield from (action.text() for action in one.actions())
        elif isinstance(one, QTreeWidget):
            yield from (one.headerItem().text(i) for i in range(one.columnCount()))
        elif isinstance(one, QHeaderView) and one.model() is not None:
            sections = range(one.count())
            yield from (
                str(one.model().headerData(i, one.orientation(), Qt.ItemDataRole.DisplayRole)) for i in sections
            )


def korean_words(widget: QWidget, of_note: str) -> set[str]:
    """Korean words of the widget that are not the note's."""
    said = {word for text in texts_of(widget) for word in WORD.findall(text)}
    return {word for word in said if word not in of_note and word not in STAYS}


def words_of(page: NotePage) -> str:
    minutes = page.session.minutes()
    return " ".join((page.session.source.text, str(minutes), page.title.text()))


def test_the_first_window_is_english(english_window: MainWindow) -> None:
    assert not korean_words(english_window, "")


def test_the_page_and_its_tabs_are_english(speaking: None, window: MainWindow, page: NotePage) -> None:
    for name in ("show_transcript", "show_proposals", "show_people", "find", "replace"):
        window.menus.action(name).trigger()
        assert not korean_words(window, words_of(page))
    assert not korean_words(page.transcript_view.turn_menu(), words_of(page))


def test_every_dialog_of_the_menus_is_english(speaking: None, window: MainWindow, page: NotePage) -> None:
    QApplication.clipboard().clear()  # what another test has left there would come in
    opened = 0
    for name in (item.name for item in items_of(TABLE) if item.name not in OWN_WINDOW):
        window.menus.action(name).trigger()
        for dialog in window.findChildren(QDialog):
            opened += dialog.isVisible()
            assert not korean_words(dialog, words_of(page)), name
            dialog.close()
        assert not korean_words(window, words_of(page)), name
    assert opened > 12


def test_a_window_that_speaks_korean_would_be_told(window: MainWindow, page: NotePage) -> None:
    assert {"파일", "찾기", "제안"} <= korean_words(window, "")
