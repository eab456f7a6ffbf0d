"""When the library cannot be opened: what happened, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.library.shelf import Shelf
from desktop.parts.error_dialog import show_error
from desktop.parts.widgets import widen
from desktop.retold import retold
from desktop.tasks import Job
from desktop.words import tr
from processing.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from processing.library import Backup


class Rescue:
    """Shows the trouble once, with the newest backup to go back to; `on_saved` is called when the library opens."""

    def __init__(self, shelf: Shelf, window: QWidget, on_saved: Callable[[], object]) -> None:
        self._shelf, self._window, self._on_saved = shelf, window, on_saved

    def show(self, error: Exception) -> None:
        """Tell why the library does not open; a damaged one can be restored or begun anew."""
        from processing.library import DamagedLibrary

        if isinstance(error, DamagedLibrary):
            self._shelf.backups().then(self._window, lambda backups: self._offer(error, backups))
        else:
            show_error(self._window, error, tr("보관함을 열지 못했습니다."))

    def _offer(self, error: UserError, backups: list[Backup]) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Warning, tr("말끔"), tr("보관함을 열지 못했습니다."), parent=self._window)
        box.setInformativeText(retold(error.sentence))
        box.setTextFormat(Qt.TextFormat.PlainText)
        if backups:
            newest = backups[0]
            when = newest.time.astimezone()
            restore = box.addButton(
                tr("{month}월 {day}일 {when:%H:%M} 백업에서 되살리기").format(
                    month=when.month, day=when.day, when=when
                ),
                QMessageBox.ButtonRole.AcceptRole,
            )
            restore.clicked.connect(lambda: self._do(self._shelf.restore(newest)))
        anew = box.addButton(tr("새 보관함으로 시작"), QMessageBox.ButtonRole.DestructiveRole)
        anew.clicked.connect(lambda: self._do(self._shelf.start_anew()))
        box.setEscapeButton(box.addButton(tr("닫기"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        widen(box).open()
        return box

    def _do(self, job: Job) -> None:
        job.then(
            self._window,
            lambda _none: self._on_saved(),
            lambda error: show_error(self._window, error, tr("되살리지 못했습니다.")),
        )
