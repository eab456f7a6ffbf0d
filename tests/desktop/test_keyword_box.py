"""A model for keywords, named in the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.library.shelf import Shelf
from desktop.preferences import Preferences
from desktop.settings.settings_dialog import SettingsDialog


def test_a_model_for_keywords_is_kept_and_handed_to_the_language_process(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path)
    shelf = Shelf(tmp_path / "library.sqlite")
    dialog = SettingsDialog(preferences, shelf, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.keyword_box.model
    field.setFocus()
    field.insert("내 모")
    QApplication.sendEvent(field, QInputMethodEvent("델", []))  # a syllable under way
    with qtbot.waitSignal(dialog.language_changed):
        dialog.accept()
    assert Preferences(tmp_path).language_options()["keyword_model"] == "내 모델"
    shelf.close()
