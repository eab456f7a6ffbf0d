"""sqlite_utils as the library uses it, without numpy.

sqlite_utils knows the types of numpy and pandas where they are installed, and imports them to ask. Nothing of theirs is
kept here, and numpy alone takes 12 MB, in a window whose language process has a numpy of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def _left_out(*names: str) -> Iterator[None]:
    """Modules that are not imported yet cannot be meanwhile; whoever wants them later has them."""
    modules: dict[str, Any] = sys.modules
    left = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(left))  # None: an import raises ImportError
    try:
        yield
    finally:
        for name in left:
            del modules[name]


with _left_out("numpy", "pandas"):
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
