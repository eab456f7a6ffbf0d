"""Positions in a text as Python counts them (code points) and as Qt does (UTF-16 units); nowhere else.

An emoji before a span moves it by one in Qt, so whatever goes to or comes from a Qt text passes here.
"""

from __future__ import annotations

LAST_OF_ONE_UNIT = "\uffff"


def utf16_of(text: str, at: int) -> int:
    """The UTF-16 position of code point position `at`, cut to the text.

    >>> utf16_of("가😀나", 2), utf16_of("가나", 1)
    (3, 1)
    """
    head = text[: max(at, 0)]
    return len(head) + sum(ch > LAST_OF_ONE_UNIT for ch in head) if is_wide(head) else len(head)


def code_point_of(text: str, at: int) -> int:
    """The code point position of UTF-16 position `at`; the middle of a pair counts as its beginning.

    >>> code_point_of("가😀나", 3), code_point_of("가😀나", 2), code_point_of("가나", 9)
    (2, 1, 2)
    """
    if not is_wide(text):
        return min(max(at, 0), len(text))
    units = 0
    for i, ch in enumerate(text):
        units += 2 if ch > LAST_OF_ONE_UNIT else 1
        if units > at:
            return i
    return len(text)


def is_wide(text: str) -> bool:
    """Whether some character takes two UTF-16 units."""
    return not text.isascii() and max(text, default="") > LAST_OF_ONE_UNIT
