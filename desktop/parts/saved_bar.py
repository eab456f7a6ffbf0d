"""The bar after saving: where the file is, what can be done with it, and the file itself to drag into a mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileIconProvider, QPushButton, QWidget

from desktop.parts.notice_bar import NoticeBar
from desktop.parts.widgets import set_property
from desktop.words import marked, tr

HINT = marked("메일이나 메신저 창으로 끌어다 놓을 수 있습니다.")


def mime_of(path: Path) -> QMimeData:
    """A file as it is copied and dragged."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


class FileChip(QPushButton):
    """A file's icon and name; it can be dragged out of the window. Pressed, it copies the file: keys cannot drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "class", "file")
        self.setToolTip(tr(HINT))
        self.clicked.connect(self.copy)
        self.path = Path()
        self._pressed: QPoint | None = None

    def show_file(self, path: Path) -> None:
        """Stand for this file."""
        self.path = path
        self.setIcon(QFileIconProvider().icon(QFileInfo(str(path))))
        shown = path.name if len(path.name) <= 40 else f"{path.stem[:34]}…{path.suffix}"
        self.setText(shown)
        self.setAccessibleName(tr("{name} 파일 복사").format(name=path.name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = event.position().toPoint() - self._pressed if self._pressed is not None else QPoint()
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if is_held and moved.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self.drag()

    def copy(self) -> None:
        """Put the file on the clipboard."""
        QGuiApplication.clipboard().setMimeData(mime_of(self.path))

    def drag(self) -> None:
        """Carry the file; it stays where it is."""
        drag = QDrag(self)
        drag.setMimeData(mime_of(self.path))
        drag.setPixmap(self.icon().pixmap(32, 32))
        drag.exec(Qt.DropAction.CopyAction)


class SavedBar(NoticeBar):
    """A notice with the saved file in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = FileChip()
        self._row.insertWidget(self._row.count() - 1, self.file)

    def show_file(self, path: Path) -> None:
        """Tell of this file; its links are given with `say`."""
        self.file.show_file(path)
