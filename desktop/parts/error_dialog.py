"""The one place where an error becomes words on the screen.

A `UserError` brings its own sentence. Anything else is a bug of ours: the person is told that their work is kept and
may save a report, which holds program lines and versions, never a word of a transcript.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.language.language_child import where
from desktop.parts.widgets import widen
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import Bug, UserError

BUG_SAID = marked("말끔에 문제가 생겨 방금 하던 일을 마치지 못했습니다.")
BUG_KEPT = marked("노트는 저장되어 있습니다.")
BUG_ADVICE = marked("같은 일이 되풀이되면 보고서를 보내 주세요. 보고서에 회의 내용은 없습니다.")

logger = logging.getLogger("malkkeum")


def show_error(parent: QWidget | None, error: BaseException, about: str = "") -> QMessageBox:
    """Open the dialog for an error and go on; `about` is what it is about, for instance a file's name."""
    return _user_error(parent, error, about) if isinstance(error, UserError) else _bug(parent, error, about)


def sentence_of(error: BaseException) -> str:
    """The sentence for an error that is told in a list with others; a bug is written to the log."""
    if isinstance(error, UserError):
        return retold(error.sentence)
    logger.error("bug\n%s", report_of(error))
    return tr(BUG_SAID)


def _user_error(parent: QWidget | None, error: UserError, about: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, tr("말끔"), about or retold(error.sentence), parent=parent)
    if about:
        box.setInformativeText(retold(error.sentence))
    return _opened(box)


def _bug(parent: QWidget | None, error: BaseException, about: str) -> QMessageBox:
    report = report_of(error)
    logger.error("bug\n%s", report)
    box = QMessageBox(QMessageBox.Icon.Critical, tr("말끔"), tr(BUG_SAID), parent=parent)
    box.setInformativeText(f"{about or tr(BUG_KEPT)} {tr(BUG_ADVICE)}")
    save = box.addButton(tr("보고서 저장…"), QMessageBox.ButtonRole.ActionRole)
    save.clicked.connect(lambda: save_report(parent, report))
    return _opened(box)


def _opened(box: QMessageBox) -> QMessageBox:
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    close = box.addButton(tr("닫기"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    widen(box).open()
    return box


def report_of(error: BaseException) -> str:
    """Versions and the program's lines that the error came through; a `Bug`'s own words are ours and stand too."""
    words = f"\n{error}" if isinstance(error, Bug) else ""
    return f"{versions()}\n{where(error)}{words}\n"


def versions() -> str:
    """What the program runs on."""
    import platform

    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def save_report(parent: QWidget | None, report: str) -> None:
    """Ask where a report should go, and write it there."""
    path, _ = QFileDialog.getSaveFileName(parent, tr("보고서 저장"), "malkkeum-report.txt", tr("텍스트 (*.txt)"))
    if path:
        try:
            Path(path).write_text(report, encoding="utf-8")
        except OSError:
            show_error(parent, UserError(tr("보고서를 저장하지 못했습니다. 다른 폴더를 골라 주세요.")))


def catch_everything(show: Callable[[BaseException], object]) -> None:
    """Have errors that no other place expects shown by `show`, once each, and the program go on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(error)

    sys.excepthook = hook
