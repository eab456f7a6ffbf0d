"""The entry point `malkkeum`: the command line without Qt, or the window.

The language process imports this module again when it is spawned, so nothing heavy stands at its top.
"""

from __future__ import annotations

import os
import sys

COMMANDS = ("clean",)
USAGE, REFUSED, INTERRUPTED = 2, 3, 130


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
    from desktop.screen import what_is_missing

    missing = what_is_missing(sys.platform, os.environ)
    if missing:
        return _told(missing, REFUSED)
    from desktop.application import run

    return run(words)


def is_mistyped(word: str) -> bool:
    """Whether a word is meant as a command rather than as a file: no such file, no ending, no folder before it."""
    return not os.path.exists(word) and not os.path.splitext(word)[1] and os.path.basename(word) == word


def _told(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
