"""Tells once, where the system speaks no Korean, that the interface speaks English too."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.settings.speech import ENGLISH, KOREAN, SYSTEM, spoken
from desktop.window import Window

OFFER = "The interface can speak English too. You can also change it later in the settings (Ctrl+,)."


def offer_english(window: Window) -> None:
    """Offer English at the first start of a person whose system has no Korean; never again, whatever they answer."""
    preferences = window.preferences
    has_language = QLocale.system().language() != QLocale.Language.C
    if preferences.was_asked_for_speech or not has_language or spoken(SYSTEM) == KOREAN:
        return

    def choose() -> None:
        preferences.speech = ENGLISH
        from desktop.menus.settings_verbs import speak_now  # with all that the settings show

        preferences.write()
        speak_now(window)

    preferences.speech = KOREAN
    window.imported.say(OFFER, [("English", choose)])
