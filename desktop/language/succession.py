"""A worn language process is succeeded by a fresh one, so that a window left open does not keep what one long note took.

Cleaning ten hours of talk leaves the child some 300 MB larger than it began: memory in pieces, and libraries that only a
summary needs. A fresh child begins with what the old one was taught and had read, and is there in some seconds.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

REST_MS = 300  # after the last answer: what follows from it, the next file or a search, is asked by then


class Mortal(Protocol):
    """What can be succeeded: `LanguageProcess`."""

    @property
    def is_idle(self) -> bool:
        """Whether it lives and nothing is asked of it."""

    def ask(self, method: str, *args: Any) -> Any:
        """A `Job` that tells what the method returns."""

    def restart(self) -> None:
        """End, then begin anew."""


class Succession(QObject):
    """Sees to the successor of one process: what is asked meanwhile goes before, or waits for the new child."""

    def __init__(self, process: Mortal, parent: QObject) -> None:
        super().__init__(parent)
        self._process = process
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._take_stock)

    def soon(self) -> None:
        """Have the process succeeded when it has rested."""
        self._rest.start()

    def _take_stock(self) -> None:
        if self._process.is_idle:
            self._process.ask("estate").then(self, self._succeed)

    def _succeed(self, estate: Any) -> None:
        """End the old child first: two of them at once would take more than is to be saved."""
        if self._process.is_idle:  # else the child says once more that it is worn
            self._process.restart()
            self._process.ask("inherit", estate)
