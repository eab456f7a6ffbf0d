"""Python's collector runs on the window's thread only."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.collecting import EVERY_MS, Collecting, collect_if_due


class Knot:
    """Something that only the collector of cycles frees; it remembers on which thread."""

    def __init__(self, freed_on: list[str]) -> None:
        self._freed_on, self.itself = freed_on, self

    def __del__(self) -> None:
        self._freed_on.append(threading.current_thread().name)


def test_cycles_are_freed_on_the_window_s_thread_however_much_another_one_makes(qtbot: QtBot) -> None:
    owner, freed_on = QObject(), list[str]()
    gc.enable()
    Collecting(owner)
    Knot(freed_on)
    made: list[list[int]] = []
    worker = threading.Thread(target=lambda: made.extend([number] for number in range(50_000)), name="worker")
    worker.start()
    worker.join()
    assert freed_on == []
    qtbot.waitUntil(lambda: freed_on == ["MainThread"], timeout=20 * EVERY_MS)
    owner.deleteLater()


def test_nothing_is_collected_where_little_was_made() -> None:
    gc.collect()
    assert collect_if_due() is None
    made = [[number] for number in range(gc.get_threshold()[0] + 100)]
    assert collect_if_due() == 0
    assert made
