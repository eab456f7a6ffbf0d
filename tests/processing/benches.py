"""Benches for the tests of the command line's processes: they know no Korean and fail in every way a worker can."""

from __future__ import annotations

import os
import time
from typing import Any

from processing.order import Order
from processing.readers.imported import Imported
from processing.workbench import Workbench


class _Made:
    failure = None

    def __init__(self, data: bytes) -> None:
        self._data = data

    def result(self, format_: str, choices: object) -> bytes:
        return self._data


class PlainBench(Workbench):
    """Gives the file's text back with the number of the process; what a file's name says happens to it."""

    def __init__(self, order: Order) -> None:
        pass

    def make(self, imported: Imported, progress: Any) -> Any:
        name = imported.source.name
        if "죽음" in name:
            os._exit(9)
        if "오류" in name:
            raise KeyError(imported.source.text)
        time.sleep(1.0 if "느린" in name else 0.0)
        return _Made(f"{os.getpid()}\n{imported.source.text}".encode())


class Stillborn(Workbench):
    """Dies while it loads."""

    def __init__(self, order: Order) -> None:
        os._exit(9)
