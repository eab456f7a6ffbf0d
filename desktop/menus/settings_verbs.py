"""설정: opened over the window, what is chosen there done at once."""

from __future__ import annotations

from desktop.parts.theme import choose_scheme
from desktop.settings.settings_dialog import SettingsDialog
from desktop.window import Window


def open_settings(window: Window) -> SettingsDialog:
    """Open the settings."""
    if window.page is not None:
        window.page.session.flush()  # a backup and an export hold what is being typed
    preferences = window.preferences
    dialog = SettingsDialog(preferences, window.shelf, window.folder, window, window.consulting)
    dialog.language_changed.connect(lambda: window.language.restart(preferences.language_options()))
    dialog.scheme_changed.connect(choose_scheme)
    dialog.data_box.library_replaced.connect(window.start_wanted)
    dialog.open()
    return dialog
