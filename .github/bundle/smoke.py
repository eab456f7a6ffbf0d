"""Tries a bundle: `python smoke.py PROGRAM TRANSCRIPT`. It cleans a file, then opens it in a window that keeps the note.

Everything happens in a folder of its own, without a network address, and figures are printed.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE_S = 180


def size_of(folder: Path) -> int:
    """Bytes of all files of a folder, links counted once."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def wait_for(is_so: Callable[[], bool], window: subprocess.Popen[bytes]) -> float:
    """Seconds until it is so; raises if the window ends first or it takes too long."""
    start = time.monotonic()
    while not is_so():
        if window.poll() is not None:
            raise SystemExit(f"the window ended with {window.returncode}")
        if time.monotonic() - start > PATIENCE_S:
            raise SystemExit("it takes too long")
        time.sleep(0.02)
    return time.monotonic() - start


def notes_in(library: Path) -> int:
    """How many notes a library holds; none while it is being made."""
    if not library.is_file():
        return 0
    try:
        with sqlite3.connect(library) as database:
            return int(database.execute("select count(*) from notes").fetchone()[0])
    except sqlite3.Error:
        return 0


def main(program: Path, transcript: Path) -> None:
    """Try the command line, then the window."""
    print(f"size: {size_of(program.parent) / 1e6:.0f} MB")
    command_line = program.with_name("malkkeum-cli.exe")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made, data = Path(folder) / "회의록.docx", Path(folder) / "자료"
        start = time.monotonic()
        words = [command_line if command_line.is_file() else program, "clean", transcript, "-o", made, "--no-progress"]
        subprocess.run([str(word) for word in words], check=True, timeout=PATIENCE_S)
        print(f"clean: {time.monotonic() - start:.1f} s, {made.stat().st_size} bytes of Word")
        environment = os.environ | {"MALKKEUM_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.Popen([str(program), str(transcript)], env=environment)
        library = data / "library.sqlite"
        stands = wait_for(library.is_file, window)
        kept = stands + wait_for(lambda: notes_in(library) == 1, window)
        window.terminate()
        window.wait(PATIENCE_S)
        print(f"window: there within {stands:.1f} s, the note kept after {kept:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute())
