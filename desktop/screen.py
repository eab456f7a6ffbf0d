"""Whether a window can be shown at all; without a screen Qt would end the program in the middle, in English, with a core.

No Qt here: that is the point.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from pathlib import Path

X11, WAYLAND, CHOSEN = "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"
WITH_SCREENS = ("win32", "darwin")  # there a screen is never told of in the environment
INSTEAD = "화면이 있는 곳에서 다시 열거나, 창 없이 'malkkeum clean 파일 -o 결과.docx'로 다듬어 주세요."
NO_SCREEN = f"화면이 없어 창을 열지 못했습니다. {INSTEAD}"
NO_ANSWER = "'{display}' 화면이 답하지 않아 창을 열지 못했습니다. {instead}"


def what_is_missing(platform: str, environment: Mapping[str, str], answers: Callable[[str], bool] | None = None) -> str:
    """Why no window can be shown here, in a sentence; "" where one can, and where it cannot be known.

    `answers` tells whether the X server of a display does, `x_answers` if it is not given.
    """
    if platform in WITH_SCREENS or environment.get(CHOSEN):
        return ""
    display = environment.get(X11, "")
    if _has_wayland(environment) or (display and (answers or x_answers)(display)):
        return ""
    return NO_ANSWER.format(display=display, instead=INSTEAD) if display else NO_SCREEN


def _has_wayland(environment: Mapping[str, str]) -> bool:
    """Whether the compositor's socket is there: a name in the user's own folder, or a whole path."""
    name = environment.get(WAYLAND, "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "")) / name).exists()


def x_answers(display: str) -> bool:
    """Whether an X server takes a connection for this display; True where there is no libxcb to ask with."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)  # never NULL: a failed one says so
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
