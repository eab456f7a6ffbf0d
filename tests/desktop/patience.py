"""How long a test of the window waits for what must come: far longer than a busy machine takes, since a wait ends at once
when what it waits for is there. Only a wait that is about how soon something comes has a `timeout` of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

PATIENCE = 30_000  # milliseconds


class PatientBot(QtBot):
    """The bot of pytest-qt, which by itself waits five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """As pytest-qt's."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> SignalBlocker:
        """As pytest-qt's."""
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **how: Any) -> MultiSignalBlocker:
        """As pytest-qt's."""
        return super().waitSignals(signals, timeout=timeout, **how)
