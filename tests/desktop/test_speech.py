"""The interface speaks Korean, Qt's own words with it, unless the person chose otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.preferences import Preferences
from desktop.speech import speak, spoken


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application; what was installed to speak is taken away afterwards."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield qapp
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("context", "english", "korean"),
    [
        ("QPlatformTheme", "OK", "확인"),
        ("QPlatformTheme", "Cancel", "취소"),
        ("QLineEdit", "&Undo", "실행 취소(&U)"),
        ("QWidgetTextControl", "Cu&t", "잘라내기(&T)"),
        ("QFileDialog", "Look in:", "다음에서 찾기:"),
    ],
)
def test_qts_own_words_are_korean(app: QApplication, context: str, english: str, korean: str) -> None:
    speak(app, "ko")
    assert QCoreApplication.translate(context, english) == korean


def test_a_fields_menu_is_korean(app: QApplication, qtbot: QtBot) -> None:
    speak(app, "ko")
    field = QLineEdit("글")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert menu is not None
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "복사" in words
    assert "Copy" not in words


@pytest.mark.parametrize(
    ("of_system", "language"), [(["ko-KR"], "ko"), (["en-US", "ko-KR"], "ko"), (["de-DE", "en"], "en"), (["C"], "en")]
)
def test_the_system_is_followed_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, of_system: list[str], language: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: of_system)
    assert spoken("system") == language
    assert spoken("ko") == "ko"
    assert spoken("en") == "en"


def test_korean_is_spoken_until_another_language_is_chosen(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    assert preferences.speech == "ko"
    assert not preferences.was_asked_for_speech
    preferences.speech = "en"
    preferences.write()
    assert Preferences(tmp_path).speech == "en"
