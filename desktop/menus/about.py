"""말끔에 대하여: what the program is, its version, and whose work it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.parts.widgets import widen
from desktop.words import marked, tr

TEXT = marked(
    "클로바노트 녹취록을 회의록으로 정리합니다. 이 PC에서만 처리합니다.\n\n"
    "말끔은 MIT 라이선스입니다. Qt for Python(LGPL-3.0, Qt {qt})과 Kiwi(Apache-2.0)를 함께 씁니다."
)


def show_about(parent: QWidget) -> QMessageBox:
    """Open the dialog."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, tr("말끔"), tr("말끔 {version}").format(version=_version()), parent=parent
    )
    box.setInformativeText(tr(TEXT).format(qt=qVersion()))
    box.addButton(tr("닫기"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    widen(box).open()
    return box


def _version() -> str:
    try:
        return version("malkkeum")
    except PackageNotFoundError:
        return tr("(설치하지 않은 판)")
