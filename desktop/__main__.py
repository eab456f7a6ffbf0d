"""The entry point `malkkeum`: the command line without Qt, or the window.

The language process imports this module again when it is spawned, so nothing heavy stands at its top.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

COMMANDS = ("clean",)
USAGE, REFUSED, INTERRUPTED = 2, 3, 130
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # where X11, Wayland or the caller tell of one
NO_SCREEN = "화면이 없어 창을 열지 못했습니다. 화면이 있는 곳에서 다시 열거나, 창 없이 'malkkeum clean 파일 -o 결과.docx'로 다듬어 주세요."


def main() -> int:
    """Run the program by `sys.argv`: a command or an option goes to the command line, files open in the window."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line or the window is there to tell it
        print("중단했습니다.", file=sys.stderr)
        return INTERRUPTED


def _run(words: list[str]) -> int:
    if getattr(sys, "frozen", False):  # a bundle's child starts as the bundle itself
        import multiprocessing

        multiprocessing.freeze_support()
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from processing.cli import main as command_line

        return int(command_line() or 0)
    if words and is_mistyped(words[0]):
        return _told(
            f"'{words[0]}': 그런 명령이나 파일은 없습니다. 쓰는 법은 'malkkeum --help'로 볼 수 있습니다.", USAGE
        )
    if not has_screen(sys.platform, os.environ):
        return _told(NO_SCREEN, REFUSED)
    from desktop.application import run

    return run(words)


def is_mistyped(word: str) -> bool:
    """Whether a word is meant as a command rather than as a file: no such file, no ending, no folder before it."""
    return not os.path.exists(word) and not os.path.splitext(word)[1] and os.path.basename(word) == word


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; without a screen Qt would end the program in the middle, in English."""
    is_told = any(environment.get(name) for name in SCREENS)
    return is_told or platform in ("win32", "darwin")


def _told(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
