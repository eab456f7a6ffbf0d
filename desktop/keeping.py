"""What the person sees when the library cannot take their work: told once, tried again, asked about before closing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.library.shelf import Shelf
from desktop.parts.error_dialog import show_error
from desktop.parts.widgets import widen
from desktop.words import marked, tr

KEPT = marked("이 PC에 저장됨")
NOT_KEPT = marked("바꾼 내용을 보관함에 저장하지 못했습니다. 창을 닫지 마세요. 계속 다시 시도합니다.")


class Keeping(QObject):
    """Watches over a shelf's writes for one window.

    `stands` brings how it is with the open note's changes, in few words; `said` a sentence; `close_wanted` comes when
    the person wants the window closed whatever is lost.
    """

    stands = Signal(str)
    said = Signal(str)
    close_wanted = Signal()

    def __init__(self, shelf: Shelf, window: QWidget) -> None:
        super().__init__(window)
        self._shelf, self._window = shelf, window
        self._may_lose = False
        shelf.failed.connect(self._tell_trouble)
        shelf.recovered.connect(self._tell_recovery)

    def _tell_trouble(self, error: Exception) -> None:
        show_error(self._window, error, tr(NOT_KEPT))
        self.stands.emit(tr("저장하지 못함 · 다시 시도하는 중"))

    def _tell_recovery(self) -> None:
        self.stands.emit(tr(KEPT))
        self.said.emit(tr("저장하지 못했던 내용을 모두 저장했습니다."))

    def may_close(self) -> bool:
        """Whether nothing would be lost by closing; if something would, the person is asked, and may close after."""
        if not self._shelf.unwritten or self._may_lose:
            return True
        self._shelf.try_again()
        self._ask()
        return False

    def _ask(self) -> None:
        question = tr("저장하지 못한 변경이 %n개 있습니다.", "", self._shelf.unwritten)
        box = QMessageBox(QMessageBox.Icon.Warning, tr("말끔"), question, parent=self._window)
        box.setInformativeText(tr("디스크 공간과 폴더 권한을 확인해 주세요. 그대로 닫으면 이 변경은 사라집니다."))
        lose = box.addButton(tr("저장하지 않고 닫기"), QMessageBox.ButtonRole.DestructiveRole)
        lose.clicked.connect(self._close_anyway)
        box.setDefaultButton(box.addButton(tr("닫지 않기"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        widen(box).open()

    def _close_anyway(self) -> None:
        self._may_lose = True
        self.close_wanted.emit()
