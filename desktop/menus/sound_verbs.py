"""What the menu 녹음 does with the recording of the open note."""

from __future__ import annotations

from desktop.window import Window


def play(window: Window) -> None:
    """Play the chosen place, or stop."""
    if (listening := window.listening) is not None:
        listening.play()


def attach_recording(window: Window) -> None:
    """Ask for the recording of the open note."""
    if (listening := window.listening) is not None:
        listening.choose()


def loop(window: Window) -> None:
    """Hear the paragraph again and again, or no longer."""
    if (listening := window.listening) is not None:
        listening.bar.loop.toggle()
