"""Workshops for the tests of the language process: they know no Korean and answer at once, late or badly."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from processing.errors import UnreadableFile


class FakeWorkshop:
    """Answers a few questions; `options` come back as they were given."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def echo(self, value: Any, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> Any:
        """The value and the options, after one word of progress."""
        progress("되돌려 주는 중", 0.5)
        return value, self.options

    def refuse(self, progress: Any, is_cancelled: Any) -> None:
        """As for a file that cannot be read."""
        raise UnreadableFile("읽지 못했습니다.", "가.hwp")

    def stumble(self, secret: str, progress: Any, is_cancelled: Any) -> None:
        """A bug whose message holds the transcript's words."""
        raise ValueError(secret)

    def die(self, progress: Any, is_cancelled: Any) -> None:
        """The process ends in mid-work."""
        os._exit(3)

    def wait_for_cancel(self, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> str:
        """Works until it is told to stop."""
        progress("기다리는 중", 0.1)
        while not is_cancelled():
            time.sleep(0.01)
        return "stopped"

    def never_listen(self, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> None:
        """Works on whatever it is told."""
        progress("듣지 않는 중", 0.1)
        while True:
            time.sleep(0.01)


class Stillborn:
    """Cannot be made at all."""

    def __init__(self) -> None:
        raise RuntimeError
