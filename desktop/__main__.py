"""The entry point `malkkeum`: the command line without Qt, or the window.

The language process imports this module again when it is spawned, so nothing heavy stands at its top.
"""

from __future__ import annotations

import sys

COMMANDS = ("clean",)


def main() -> int:
    """Run the program by `sys.argv`: a command or an option goes to the command line, files open in the window."""
    if getattr(sys, "frozen", False):  # a bundle's child starts as the bundle itself
        import multiprocessing

        multiprocessing.freeze_support()
    words = sys.argv[1:]
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from processing.cli import main as command_line

        return int(command_line() or 0)
    from desktop.application import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
