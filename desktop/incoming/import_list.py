"""The files that did not come in, each with the reason, and those that came in but should be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop.incoming.import_run import ImportRun
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.words import tr

Told = Sequence[tuple[str, str]]


class ImportList(QDialog):
    """Lists of files with a sentence each; a list can be copied, so that somebody else can be asked for the files."""

    def __init__(self, run: ImportRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("가져온 결과"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 460)
        column = QVBoxLayout(self)
        column.addWidget(label(run.sentence, "heading"))
        self.lists = [
            self._list(column, heading, told)
            for heading, told in ((tr("읽지 못한 파일"), run.refused), (tr("확인할 파일"), run.remarks))
            if told
        ]
        column.addLayout(self._buttons())
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy)

    def _list(self, column: QVBoxLayout, heading: str, told: Told) -> QListWidget:
        column.addWidget(label(tr("{heading} {count}개").format(heading=heading, count=len(told))))
        shown = QListWidget()
        shown.setAccessibleName(heading)
        shown.setWordWrap(True)
        shown.setSpacing(3)
        shown.setAlternatingRowColors(True)
        shown.addItems([_line(name, retold(sentence)) for name, sentence in told])
        column.addWidget(shown, 1)
        return shown

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(tr("목록 복사"), self.copy))
        row.addStretch(1)
        close = button(tr("닫기"), self.accept, "primary")
        close.setDefault(True)
        row.addWidget(close)
        return row

    def copy(self) -> None:
        """Put all lines on the clipboard."""
        lines = [shown.item(i).text() for shown in self.lists for i in range(shown.count())]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _line(name: str, sentence: str) -> str:
    """The file and the sentence; a reader's sentence names the file itself."""
    return sentence if name in sentence else f"{name}: {sentence}"
