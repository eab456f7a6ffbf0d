"""The interface speaks Korean, Qt's own words with it, unless the person chose otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from speaking import spoken_english

from desktop.main_window import MainWindow
from desktop.menus.settings_verbs import open_settings
from desktop.preferences import Preferences
from desktop.settings.speech import speak, spoken
from desktop.speech_offer import OFFER, offer_english
from desktop.window import Again


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
        ("QFileDialog", "&Look in:", "찾는 위치(&L):"),
        ("QFileDialog", "Files of &type:", "파일 형식(&T):"),
        ("QFileDialog", "&Open", "열기(&O)"),
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


@pytest.mark.parametrize(
    ("of_system", "is_offered"), [("en_US", True), ("de_DE", True), ("ko_KR", False), ("C", False)]
)
def test_english_is_offered_once_where_the_system_has_no_korean(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, of_system: str, is_offered: bool
) -> None:
    locale = QLocale(of_system)
    monkeypatch.setattr(QLocale, "system", lambda: locale)
    offer_english(window)
    assert (window.imported.sentence == OFFER) == is_offered
    assert window.preferences.was_asked_for_speech == is_offered
    assert window.preferences.speech == "ko"
    window.imported.hide()
    offer_english(window)
    assert window.imported.isHidden()


def test_the_offer_is_taken_with_one_click(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> None:
    english = QLocale("en_US")
    monkeypatch.setattr(QLocale, "system", lambda: english)
    offer_english(window)
    window.imported.link("English").click()
    assert window.preferences.speech == "en"
    assert window.again == Again()
    assert not window.isVisible()


def test_the_language_is_chosen_in_the_settings_and_has_the_window_opened_anew(
    app: QApplication, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make_window()
    dialog = open_settings(window)
    assert [dialog.speech.itemText(i) for i in range(dialog.speech.count())] == [
        "한국어",
        "English",
        "시스템 설정을 따름",
    ]
    assert dialog.speech.currentText() == "한국어"
    dialog.speech.setCurrentIndex(1)
    dialog.speech.activated.emit(1)
    assert dialog.next_start.isVisible()
    dialog.accept()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.again == Again()
    with spoken_english(app):
        again = open_settings(make_window())
        assert again.windowTitle() == "Settings"
        assert again.speech.currentText() == "English"
        assert not again.next_start.isVisible()
        again.accept()
