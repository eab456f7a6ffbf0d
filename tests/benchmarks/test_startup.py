"""How long the window takes from the start of its process to its first paint, against a bare PySide6 window.

Run by `pytest -n 0 -m bench -s`. The starts take turns, so that both feel the same load; the quickest of each
counts. On a machine that is busy with other things it says nothing: then the longer start is disturbed more often.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
ROUNDS = 15
MOST = 2.0

BARE = """\
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, lambda: (print("painted", flush=True), os._exit(0)))
        return False


app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("안녕하세요"))
window.resize(1280, 820)
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""

OURS = """\
import os
import sys

sys.argv = ["malkkeum"]
from desktop import sitting
from desktop.__main__ import main


class Painted(sitting.AfterFirstPaint):
    def __init__(self, window, verbs):
        super().__init__(window, [lambda: (print("painted", flush=True), os._exit(0))])


sitting.AfterFirstPaint = Painted
main()
"""


def seconds_to_paint(script: str, data: Path) -> float:
    """From before the process is made until it says that it has painted."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "XDG_DATA_HOME": str(data),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",  # an installed program is not compiled anew at every start
        "PYTHONPYCACHEPREFIX": str(data / "bytecode"),
    }
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    taken = time.perf_counter() - start
    process.communicate()
    assert said == b"painted"
    return taken


def test_the_window_stands_within_twice_a_bare_one(tmp_path: Path) -> None:
    times: dict[str, list[float]] = {BARE: [], OURS: []}
    for script in (BARE, OURS):
        seconds_to_paint(script, tmp_path)  # warm: files in the system's memory, bytecode written
    for _ in range(ROUNDS):
        for script, taken in times.items():
            taken.append(seconds_to_paint(script, tmp_path))
    bare, ours = min(times[BARE]), min(times[OURS])
    print(f"first paint: bare {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms, {ours / bare:.2f} times")
    assert ours <= MOST * bare
