"""Work done bit by bit while the window goes on: a slice whenever it has nothing else to do.

As soon as the person touches a key or the mouse, or anything of the kind, the rest is done first: nobody acts on what
is not yet shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from processing.collector import collector_paused

SLICE_S = 0.008
BY_PERSON = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
    QEvent.Type.Wheel,
    QEvent.Type.Drop,
    QEvent.Type.Close,
}


class Slices(QObject):
    """One piece of work at a time; `finish` does the rest of it at once, for whoever cannot wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: tuple[Iterator[None], Callable[[], None]] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def is_busy(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def begin(self, steps: Iterator[None], then: Callable[[], None]) -> None:
        """Take these steps, then call `then`; what was begun before is finished first."""
        self.finish()
        self._work = steps, then
        self._timer.start()
        self._watched().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in BY_PERSON:
            self.finish()
        return False

    def _watched(self) -> QCoreApplication:
        app = QCoreApplication.instance()
        assert app is not None
        return app

    def finish(self) -> None:
        """Take the steps that are left."""
        if self._work is not None:
            with collector_paused():
                for _ in self._work[0]:
                    pass
                self._end()

    def _slice(self) -> None:
        if self._work is None:
            return
        until = time.perf_counter() + SLICE_S
        with collector_paused():
            for _ in self._work[0]:
                if time.perf_counter() >= until:
                    return
            if time.perf_counter() < until:
                self._end()

    def _end(self) -> None:
        assert self._work is not None
        then, self._work = self._work[1], None
        self._timer.stop()
        self._watched().removeEventFilter(self)
        then()
