"""A bar with a sentence and links never takes the keys from where a person works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.parts.notice_bar import NoticeBar


class Page(QWidget):
    """A title, a bar and a place to work in, as on a note's page."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.title, self.bar, self.work = QLineEdit(), NoticeBar(), QLineEdit()
        for widget in (self.bar, self.title, self.work):
            column.addWidget(widget)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.bar.say("고칠 곳을 더 찾았습니다.", [("모두 고치기", made.bar.hide)])
    made.work.setFocus()
    return made


def test_a_clicked_link_leaves_the_keys_where_they_were(page: Page, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.bar.link("모두 고치기"), Qt.MouseButton.LeftButton)
    assert not page.bar.isVisible()
    assert page.focusWidget() is page.work


def test_a_link_chosen_by_keys_gives_them_back(page: Page, qtbot: QtBot) -> None:
    page.bar.link("모두 고치기").setFocus(Qt.FocusReason.TabFocusReason)
    assert page.focusWidget() is page.bar.link("모두 고치기")
    qtbot.keyClick(page.bar.link("모두 고치기"), Qt.Key.Key_Space)
    assert page.focusWidget() is page.work


def test_another_sentence_gives_the_keys_of_its_links_back(page: Page) -> None:
    page.bar.link("모두 고치기").setFocus(Qt.FocusReason.TabFocusReason)
    page.bar.say("다른 말")
    assert page.focusWidget() is page.work


def test_a_place_that_is_gone_gets_no_keys(page: Page, qtbot: QtBot) -> None:
    page.bar.link("모두 고치기").setFocus(Qt.FocusReason.TabFocusReason)
    page.work.hide()
    qtbot.keyClick(page.bar.link("모두 고치기"), Qt.Key.Key_Space)
    assert not page.bar.isVisible()
