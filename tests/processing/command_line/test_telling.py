"""What is told on the way is told to whoever listens: a stream that is closed or full neither stops the work nor mixes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from processing.cli_words import tell
from tests.processing.command_line.calls import names_in

ROOT = Path(__file__).parents[3]
FULL = Path("/dev/full")


def test_nothing_is_told_on_standard_output(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("발언 4개")
    monkeypatch.setattr(sys, "stderr", None)
    tell("발언 4개")
    monkeypatch.undo()
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "발언 4개\n")


def shell(words: str, note: Path) -> subprocess.CompletedProcess[bytes]:
    command = f'"{sys.executable}" -m desktop clean "$NOTE" {words}'
    return subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env={**os.environ, "NOTE": str(note)}, stdout=subprocess.PIPE, check=False
    )


@pytest.mark.skipif(not FULL.exists(), reason="wants a device that is always full")
@pytest.mark.parametrize("words", ["2>/dev/full", "2>&-", ">&- 2>&-"])
def test_a_refusal_that_nobody_hears_is_one(note: Path, words: str) -> None:
    assert shell(words, note.parent / "none.txt").returncode == 3


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="wants a device that is always full")
@pytest.mark.parametrize("words", ["2>/dev/full", "2>&-"])
def test_the_work_is_done_though_nobody_hears_of_it(note: Path, words: str) -> None:
    told = shell(f"-o '{note.parent}/a.md' --json - {words}", note)
    assert told.returncode == 0
    assert json.loads(told.stdout)["note"]["title"] == "주간 회의"
    assert names_in(note.parent) == {note.name, "a.md"}
