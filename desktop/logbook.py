"""The program's log: a few rotating files beside the library, with where things failed and never a word of a note."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

BIGGEST, KEPT = 200_000, 3  # bytes of one file, how many older ones


def keep_log(folder: Path) -> None:
    """Have the program's messages written to `folder`/logs; where that cannot be, to nowhere."""
    logger = logging.getLogger("malkkeum")
    logger.propagate = False
    for before in logger.handlers[:]:  # of a window in another folder
        logger.removeHandler(before)
        before.close()
    try:
        (folder / "logs").mkdir(exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "logs" / "malkkeum.log", maxBytes=BIGGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
