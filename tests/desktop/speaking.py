"""Has the interface speak English for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.settings.speech import speak


@contextmanager
def spoken_english(app: QApplication) -> Iterator[QTranslator]:
    """The interface and Qt speak English inside; gives the translator of the program's own words."""
    locale = QLocale()
    translators = speak(app, "en")
    yield translators[-1]
    for translator in translators:
        app.removeTranslator(translator)
    QLocale.setDefault(locale)
