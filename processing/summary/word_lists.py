"""The word lists of `assets/summary/`: data that rules of this room read, one entry a line, `#` for what a list is."""

from __future__ import annotations

from functools import cache

from processing.data_files import asset


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `assets/summary/<name>.txt`."""
    lines = (asset("summary") / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
