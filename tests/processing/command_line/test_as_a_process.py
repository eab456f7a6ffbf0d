"""The command line as a process: UTF-8 whatever the console, interrupts, a pipe that is closed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processing.command_line.calls import names_in

ROOT = Path(__file__).parents[3]


def process(code: str, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


ENTRY = "import sys; from desktop.__main__ import main; code = main(); "


def test_output_is_utf8_and_neither_qt_nor_a_database_is_loaded(note: Path) -> None:
    code = ENTRY + "print(sorted({'PySide6', 'sqlite3'} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    with process(code, "clean", note, LC_ALL="C") as running:
        out, error = running.communicate(timeout=60)
    assert running.returncode == 0, error.decode()
    assert "배포는 5월 11일에 하기로 했습니다." in out.decode("utf-8")
    told = error.decode("utf-8").splitlines()
    assert "[  0%] 발언 정리" in told
    assert told[-1] == "[]"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_an_interrupted_process_ends_with_130_and_leaves_no_file(note: Path) -> None:
    talk = "".join(
        f"참석자 {n % 3} {n // 60:02}:{n % 60:02}\n\n예산은 {n}만 원으로 하고 보고서를 씁니다.\n\n" for n in range(3000)
    )
    note.write_text(talk, encoding="utf-8")
    target = note.parent / "a.docx"
    with process(ENTRY + "sys.exit(code)", "clean", note, "-o", target) as running:
        assert running.stderr is not None
        assert running.stderr.readline().decode("utf-8").startswith("발언 3000개")
        assert "발언 정리" in running.stderr.readline().decode("utf-8")
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error.decode("utf-8").strip().splitlines()[-1] == "중단했습니다."
    assert names_in(note.parent) == {note.name}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is told otherwise on Windows")
def test_a_reader_that_leaves_early_is_told_and_no_traceback_follows(note: Path) -> None:
    with process(ENTRY + "sys.exit(code)", "clean", note, "--no-progress", "--summary", "none") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        error = running.stderr.read().decode("utf-8")
    assert running.returncode == 3
    assert error.startswith("결과를 화면에 다 쓰지 못했습니다.")
    assert "Traceback" not in error
    assert "Exception" not in error
