"""The keys that act on the chosen line of the minutes; the module of the page says which is which."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.minutes.line_menu import LineVerbs

NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def held_in(event: QKeyEvent) -> Qt.KeyboardModifier:
    """What is held with a key; that it is one of the number pad counts for nothing."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def action_of(page: LineVerbs, event: QKeyEvent) -> Callable[[], object] | None:
    """What a key does with the chosen line; None for one that does nothing with it."""
    keys = Qt.Key
    verbs: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
        (keys.Key_Space, NONE): page.toggle_evidence,
        (keys.Key_Delete, NONE): page.remove_line,
        (keys.Key_Return, CONTROL): page.add_below,
        (keys.Key_Enter, CONTROL): page.add_below,
        (keys.Key_J, CONTROL): page.jump,
        (keys.Key_B, CONTROL): page.renew_line,
        (keys.Key_B, CONTROL_SHIFT): page.replace_line,
        (keys.Key_Up, ALT): partial(page.move_line, -1),
        (keys.Key_Down, ALT): partial(page.move_line, 1),
    }
    return verbs.get((event.key(), held_in(event)))
