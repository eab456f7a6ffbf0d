"""자료와 개인정보 in the settings: where the notes lie, backups, everything given out, everything deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QGroupBox, QInputDialog, QMessageBox, QVBoxLayout, QWidget

from desktop.data_place import DATA_FOLDER, is_set_outside
from desktop.library.shelf import Shelf
from desktop.parts.error_dialog import show_error
from desktop.parts.widgets import button, label, widen
from desktop.words import kept, marked, tr
from processing.errors import UserError

if TYPE_CHECKING:
    from processing.library import Backup

DELETE_WARNING = marked(
    "모든 노트와 원문, 고친 내용, 백업이 지워지며 되돌릴 수 없습니다. "
    "저장해 둔 Word 파일과, 자료 폴더를 바꾸기 전의 폴더는 남습니다."
)

MOVE = marked(
    "노트와 백업, 설정, 양식을 모두 아래 폴더로 복사하고 확인한 다음 그 폴더를 씁니다. 그동안 창이 닫혔다가 다시 열립니다.\n\n"
    "{new}\n\n지금 폴더의 자료는 지우지 않습니다."
)
TAKE_OVER = marked(
    "아래 폴더에는 이미 말끔의 자료가 있습니다. 그 자료를 그대로 엽니다. 창이 닫혔다가 다시 열립니다.\n\n"
    "{new}\n\n지금 자료는 합치지 않고 '{old}'에 그대로 둡니다."
)


class DataBox(QGroupBox):
    """`library_replaced` when another library than before is there: a backup's, or an empty one. `move_wanted` brings
    the `Move` after which all data lie in another folder.
    """

    library_replaced = Signal()
    move_wanted = Signal(object)

    def __init__(self, shelf: Shelf, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("자료와 개인정보"), parent)
        self._shelf, self._folder = shelf, folder
        column = QVBoxLayout(self)
        column.addWidget(
            label(tr("노트는 이 PC의 아래 폴더에만 저장합니다. 시키지 않으면 아무것도 밖으로 보내지 않습니다."))
        )
        where = label(str(folder), "faint")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setWordWrap(True)
        column.addWidget(where)
        column.addLayout(self._buttons())
        self.answer = label("", "faint")
        self.answer.setWordWrap(True)
        column.addWidget(self.answer)

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        verbs = (
            (tr("폴더 열기"), self.open_folder),
            (tr("폴더 바꾸기…"), self._choose_folder),
            (tr("지금 백업"), self.back_up),
            (tr("백업에서 되살리기…"), self._choose_backup),
            (tr("모든 자료 내보내기…"), self._choose_target),
            (tr("모든 자료 지우기…"), self._ask_to_delete),
        )
        for i, (text, verb) in enumerate(verbs):
            grid.addWidget(button(text, verb), i // 3, i % 3)
        return grid

    def open_folder(self) -> None:
        """Show the folder in the system's file manager, or say that there is none."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.answer.setText(tr("폴더를 열지 못했습니다. 위의 주소를 파일 관리자에 붙여 넣어 주세요."))

    def _choose_folder(self) -> None:
        if is_set_outside():
            self.answer.setText(
                tr("환경 변수 {name}(으)로 정한 폴더라 여기서 바꿀 수 없습니다.").format(name=DATA_FOLDER)
            )
            return
        path = QFileDialog.getExistingDirectory(self, tr("자료를 둘 폴더"), str(self._folder.parent))
        if path:
            self.plan_move(Path(path))

    def plan_move(self, folder: Path) -> None:
        """Say what choosing a folder comes to, and have it done if the person agrees."""
        from processing.library.moving import planned

        try:
            move = planned(self._folder, folder)
        except UserError as error:
            show_error(self, error)
            return
        question = TAKE_OVER if move.has_library else MOVE
        box = QMessageBox(QMessageBox.Icon.Question, tr("자료 폴더 바꾸기"), tr("이 폴더를 쓸까요?"), parent=self)
        box.setInformativeText(tr(question).format(new=move.new, old=move.old))
        yes = box.addButton(tr("이 폴더 쓰기"), QMessageBox.ButtonRole.AcceptRole)
        yes.clicked.connect(lambda: self.move_wanted.emit(move))
        box.setDefaultButton(box.addButton(tr("취소"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        widen(box).open()

    def back_up(self) -> None:
        """Make a backup now."""
        self._shelf.do(lambda library: library.back_up()).then(self, self._tell_backup, self._tell_error)

    def _tell_backup(self, backup: Backup) -> None:
        self.answer.setText(tr("백업했습니다: {name}").format(name=_told(backup)))

    def _choose_backup(self) -> None:
        self._shelf.backups().then(self, self._offer, self._tell_error)

    def _offer(self, backups: list[Backup]) -> None:
        if not backups:
            self.answer.setText(tr("아직 백업이 없습니다. '지금 백업'을 누르면 만듭니다."))
            return
        names = [_told(backup) for backup in backups]
        name, is_chosen = QInputDialog.getItem(
            self, tr("백업에서 되살리기"), tr("되살릴 백업 (지금 상태도 백업해 둡니다)"), names, 0, False
        )
        if is_chosen:
            self.restore(backups[names.index(name)])

    def restore(self, backup: Backup) -> None:
        """Put a backup in the library's place; how it was before becomes a backup itself."""
        self._shelf.do(lambda library: library.restore(backup)).then(self, self._tell_replaced, self._tell_error)

    def _tell_replaced(self, _outcome: object) -> None:
        self.answer.setText(tr("마쳤습니다."))
        self.library_replaced.emit()

    def _choose_target(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("모든 자료 내보내기"), kept("말끔_모든 자료.zip"), tr("압축 파일 (*.zip)")
        )
        if path:
            self.export_all(Path(path))

    def export_all(self, target: Path) -> None:
        """Write everything that is kept to a zip."""
        job = self._shelf.do(lambda library: library.export_all(target))
        job.then(
            self,
            lambda _none: self.answer.setText(tr("내보냈습니다: {name}").format(name=target.name)),
            self._tell_error,
        )

    def _ask_to_delete(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, tr("모든 자료 지우기"), tr("모든 자료를 지울까요?"), parent=self)
        box.setInformativeText(tr(DELETE_WARNING))
        delete = box.addButton(tr("모두 지우기"), QMessageBox.ButtonRole.DestructiveRole)
        delete.clicked.connect(self.delete_all)
        box.setDefaultButton(box.addButton(tr("취소"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        widen(box).open()

    def delete_all(self) -> None:
        """Delete everything that was ever kept."""
        self._shelf.do(lambda library: library.delete_all()).then(self, self._tell_replaced, self._tell_error)

    def _tell_error(self, error: Exception) -> None:
        show_error(self, error)


WHY = {
    "migration": marked("새 판으로 올리기 전"),
    "bulk": marked("여러 노트를 바꾸기 전"),
    "restoring": marked("백업에서 되살리기 전"),
    "asked": marked("직접 백업함"),
}


def _told(backup: Backup) -> str:
    """A copy as a person knows it: when it was made, before what, how big it is."""
    size = f"{max(backup.size // 1024, 1):,} KB"
    return f"{backup.time.astimezone():%Y-%m-%d %H:%M:%S} · {tr(WHY[backup.why.value])} · {size}"
