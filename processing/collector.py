"""Python's collector of cycles, kept out of the way where thousands of values are made and none is in a cycle; and what
is free given back to the system.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No collection of cycles meanwhile; what no one holds any more is freed by its count all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def give_back() -> None:
    """Hand free memory back to the system where the C library keeps it: 50 MB of Kiwi's loading, more of a long note."""
    import ctypes  # once something is to be given back: the window's start need not wait for it

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
