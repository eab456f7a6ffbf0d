"""Finding and replacing as a person does: the keyboard, the preview, one undo, a place kept while the note changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.replace_sheet import ReplaceSheet

CONTROL = Qt.KeyboardModifier.ControlModifier


def find(page: NotePage, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert page.find_bar.words.hasFocus()
    type_hangul(page.find_bar.words, words)


def test_hits_are_counted_and_gone_through_with_enter(page: NotePage, qtbot: QtBot) -> None:
    find(page, "챗", qtbot)
    assert page.find_bar.count.text() == "없음"
    page.find_bar.words.clear()
    type_hangul(page.find_bar.words, "레그")
    assert page.find_bar.count.text() == "1/2"
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "2/2"
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "1/2"


def test_enter_while_composing_does_not_go_on(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    compose(page.find_bar.words, "를")
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "1/2"


def test_one_is_replaced_with_its_particle_and_the_next_is_shown(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    qtbot.mouseClick(page.find_bar.replace_button, Qt.MouseButton.LeftButton)
    assert "이번 주에는 모델을 먼저" in page.session.turns()[0].text
    assert page.find_bar.count.text() == "1/1"
    current = page.find_bar.current
    assert current is not None
    assert current.place.start > page.session.turns()[1].cut - 1


def test_all_are_previewed_and_are_one_undo(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    before = page.session.state
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    qtbot.mouseClick(page.find_bar.all_button, Qt.MouseButton.LeftButton)
    (sheet,) = page.findChildren(ReplaceSheet)
    assert [tick.accessibleName() for tick in sheet.ticks] == ["레그를 → 모델을", "레그는 → 모델은"]
    assert page.session.state == before
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert "모델은 제가" in page.session.turns()[1].text
    window.menus.action("undo").trigger()
    assert page.session.state == before


def test_what_is_not_ticked_stays(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    page.find_bar._want_all()
    (sheet,) = page.findChildren(ReplaceSheet)
    sheet.ticks[0].setChecked(False)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert "레그를" in page.session.turns()[0].text
    assert "모델은" in page.session.turns()[1].text


def test_escape_puts_the_bar_away(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
