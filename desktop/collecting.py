"""Python's collector of cycles, on the window's thread only.

Left to itself it runs on whatever thread happens to make the next object. A widget that goes with a cycle there is taken
down on a thread that is not its own: its timers stay behind, and Qt soon calls an object that is gone.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 300  # between two looks at how much was made since


class Collecting(QObject):
    """Collects when Python's own thresholds say so, between two events of the window, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()


def collect_if_due() -> int | None:
    """The oldest generation (0 to 2) that was due and is now collected; None if none was."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (made, most) in enumerate(counts) if most and made > most]
    if not due:
        return None
    gc.collect(due[-1])
    return due[-1]
