"""The data that ships with the program: glossaries, prompts, templates, icons. Found wherever it was installed."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable


def asset(*parts: str) -> Traversable:
    """A file or folder of `assets/`, for instance `asset("glossaries", "ai.csv")`."""
    found = resources.files("assets")
    for part in parts:  # a namespace package's joinpath takes one part at a time before Python 3.12
        found = found.joinpath(part)
    return found
