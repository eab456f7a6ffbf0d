"""설정: opened over the window, what is chosen there done at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.parts.error_dialog import show_error
from desktop.parts.theme import choose_scheme
from desktop.settings.settings_dialog import SettingsDialog
from desktop.window import Window
from desktop.words import marked, tr
from processing.errors import UserError

if TYPE_CHECKING:
    from processing.library.moving import Move


NEXT_TIME = marked("언어는 다음에 시작할 때 바뀝니다. 지금은 하던 일이 있어 창을 닫지 않았습니다.")
NOT_NOW = marked("가져오는 파일이나 열린 창이 있습니다. 끝난 다음에 자료 폴더를 바꿔 주세요.")


def speak_now(window: Window) -> None:
    """Open the window anew in the language that is chosen, unless something is under way."""
    if not window.can_reopen:
        window.imported.say(tr(NEXT_TIME))
    else:
        window.reopen()


def _move(window: Window, dialog: SettingsDialog, move: Move) -> None:
    dialog.accept()
    if not window.can_reopen:
        show_error(window, UserError(tr(NOT_NOW)))
    else:
        window.reopen(move)


def open_settings(window: Window) -> SettingsDialog:
    """Open the settings."""
    if window.page is not None:
        window.page.session.flush()  # a backup and an export hold what is being typed
    preferences = window.preferences
    dialog = SettingsDialog(preferences, window.shelf, window.folder, window, window.consulting)
    dialog.language_changed.connect(lambda: window.language.restart(preferences.language_options()))
    dialog.scheme_changed.connect(choose_scheme)
    dialog.data_box.library_replaced.connect(window.start_wanted)
    dialog.speech_changed.connect(lambda: QTimer.singleShot(0, window, lambda: speak_now(window)))
    dialog.data_box.move_wanted.connect(lambda move: QTimer.singleShot(0, window, lambda: _move(window, dialog, move)))
    dialog.open()
    return dialog
