"""What `malkkeum` does before there is a window: a mistyped command, no screen, an interrupt at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as entry
from desktop import screen

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def test_a_mistyped_command_opens_no_window(start: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    start.setattr(sys, "argv", ["malkkeum", "claen", "회의.txt"])
    assert entry.main() == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "'claen': 그런 명령이나 파일은 없습니다. 쓰는 법은 'malkkeum --help'로 볼 수 있습니다.\n"


@pytest.mark.parametrize("word", ["회의.txt", "없는 폴더/회의", "있는 파일"])
def test_a_file_is_no_mistyped_command(start: pytest.MonkeyPatch, tmp_path: Path, word: str) -> None:
    (tmp_path / "있는 파일").write_text("네.", encoding="utf-8")
    assert not entry.is_mistyped(word)


@pytest.mark.parametrize(
    ("platform", "environment", "missing"),
    [
        ("linux", {}, screen.NO_SCREEN),
        ("linux", {"DISPLAY": ""}, screen.NO_SCREEN),
        ("linux", {"DISPLAY": ":0"}, ""),
        ("linux", {"DISPLAY": ":9"}, screen.NO_ANSWER.format(display=":9", instead=screen.INSTEAD)),
        ("linux", {"DISPLAY": ":9", "QT_QPA_PLATFORM": "xcb"}, ""),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"}, screen.NO_SCREEN),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, ""),
        ("win32", {}, ""),
        ("darwin", {}, ""),
    ],
)
def test_a_screen_is_looked_for_where_one_may_be_missing(
    platform: str, environment: dict[str, str], missing: str
) -> None:
    assert screen.what_is_missing(platform, environment, answers=lambda display: display == ":0") == missing


def test_a_wayland_screen_is_there_with_its_socket(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert screen.what_is_missing("linux", environment) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("display", "sentence"),
    [({}, screen.NO_SCREEN), ({"DISPLAY": ":7654"}, screen.NO_ANSWER.format(display=":7654", instead=screen.INSTEAD))],
)
def test_without_a_screen_the_start_ends_in_one_sentence(display: dict[str, str], sentence: str) -> None:
    told_of = (screen.X11, screen.WAYLAND, screen.CHOSEN)
    environment = {name: value for name, value in os.environ.items() if name not in told_of} | display
    started = subprocess.run(
        [sys.executable, "-m", "desktop"], cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
    )
    assert started.returncode == 3
    assert started.stderr.decode("utf-8") == f"{sentence}\n"
    assert started.stdout == b""


def test_an_interrupt_at_once_is_told_without_a_traceback(
    start: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_words: list[str]) -> int:
        raise KeyboardInterrupt

    start.setattr(entry, "_run", interrupted)
    assert entry.main() == 130
    assert capsys.readouterr().err == "중단했습니다.\n"
