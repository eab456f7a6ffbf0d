"""A crash that ends the whole program at once: where it happened is kept, and the next start offers it as a report.

What is kept are the program's lines, never a word of a note. Nothing else has to be saved then: every change of a note
is on the disk when it is made, and what is being typed a few times a second.
"""

from __future__ import annotations

import contextlib
import faulthandler
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from desktop.words import marked, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.parts.notice_bar import NoticeBar

SAID = marked("지난번에 말끔이 갑자기 꺼졌습니다. 노트와 쓰던 글은 저장되어 있습니다.")
NAME = "crash.txt"  # beside the log


def tell_last_crash(folder: Path, notice: NoticeBar, window: QWidget) -> TextIO | None:
    """Offer the report of the last run's crash, if there was one, and keep watch from now on.

    The file that is watched with must stay open as long as the program; None where it cannot be written.
    """
    crash = last_crash(folder)
    if crash:
        notice.warn(tr(SAID), [(tr("보고서 저장…"), _saving(window, crash))])
    return watch(folder)


def last_crash(folder: Path) -> str:
    """What the last crash left, without the name of the person's folder; "" where there was none."""
    with contextlib.suppress(OSError):
        return (folder / "logs" / NAME).read_text("utf-8", "replace").replace(str(Path.home()), "~").strip()
    return ""


def watch(folder: Path) -> TextIO | None:
    """Have the lines of a crash written to a file of `folder`/logs, emptied first."""
    with contextlib.suppress(OSError):
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        file = (folder / "logs" / NAME).open("w", encoding="utf-8")
        faulthandler.enable(file)
        return file
    return None


def _saving(window: QWidget, crash: str) -> Callable[[], None]:
    from desktop.parts.error_dialog import save_report, versions

    return lambda: save_report(window, f"{versions()}\n{crash}\n")
