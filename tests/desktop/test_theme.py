"""Light and dark: what the person chooses holds, whatever the system says or does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from desktop.parts.theme import DARK, LIGHT, choose_scheme, colours_of, dress


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application with its style; as it was afterwards."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    dress(qapp)
    yield qapp
    choose_scheme("system")
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.mark.parametrize(("chosen", "colours"), [("dark", DARK), ("light", LIGHT)])
def test_a_chosen_scheme_is_painted_where_the_system_tells_of_none(
    dressed: QApplication, qtbot: QtBot, chosen: str, colours: object
) -> None:
    shown = QLabel("글")
    qtbot.addWidget(shown)
    choose_scheme("light" if chosen == "dark" else "dark")
    choose_scheme(chosen)
    assert colours_of(shown.palette()) is colours
    assert shown.palette().color(QPalette.ColorRole.Window).name() in dressed.styleSheet()


def test_a_chosen_scheme_stands_when_the_system_turns(dressed: QApplication) -> None:
    choose_scheme("dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours_of(dressed.palette()) is DARK


def test_following_the_system_again_is_light_where_it_says_nothing(dressed: QApplication) -> None:
    choose_scheme("dark")
    choose_scheme("system")
    wanted = DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    assert colours_of(dressed.palette()) is wanted


def test_what_is_typed_into_a_list_of_choices_is_shown_whole(dressed: QApplication, qtbot: QtBot) -> None:
    box, field = QComboBox(), QLineEdit()
    qtbot.addWidget(box)
    box.setEditable(True)
    box.setLineEdit(field)
    box.show()
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    assert room.height() >= field.fontMetrics().height()


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_every_picture_that_the_style_names_is_there(dressed: QApplication, chosen: str) -> None:
    choose_scheme(chosen)
    named = re.findall(r'url\("([^"]+)"\)', dressed.styleSheet())
    assert {Path(name).stem for name in named} == {f"check-{chosen}", f"arrow-{chosen}"}
    assert not [name for name in named if QPixmap(name).isNull()]
