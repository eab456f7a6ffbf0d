"""The child of a test's window, forked from a process that has imported already what every child imports.

A spawned child, as the program's own, takes a quarter of a second to import the readers, and hundreds of windows begin
one each. The language process itself is tested with spawned children (`test_tasks.py`, `test_succession.py`).
"""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing import forkserver
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def begin_children_ready_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the children of this test begin so; where a system cannot fork, they are spawned as ever."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    with monkeypatch.context() as patch:
        paths = [str(HERE.parent.parent), str(HERE), os.environ.get("PYTHONPATH", "")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))  # of the process that they are forked from
        forkserver.set_forkserver_preload(["imported_by_children"])
        forkserver.ensure_running()
    forking = multiprocessing.get_context("forkserver")
    monkeypatch.setattr("multiprocessing.get_context", lambda _method: forking)
    monkeypatch.delattr("__main__.__file__", raising=False)  # a child would run `pytest` again for the names in it
