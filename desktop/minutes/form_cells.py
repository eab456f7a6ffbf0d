"""The cells of the meeting's form on the page: a label, a value wrapped in the width that is left to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from desktop.minutes.minutes_rows import Row
from desktop.parts.text_layout import LEADING, TextBlock
from desktop.words import kept

AROUND_LABEL = 36
BEFORE_VALUE, BEHIND_VALUE = 8, 6
LEAST_VALUE = 60  # the room that a blank second value keeps

LaidOut = Callable[[str, QFont, int], TextBlock]


@dataclass(frozen=True)
class FormCell:
    """A label with its value: `left`, `middle` between the two and `right` in the viewport's pixels."""

    label: str
    words: TextBlock
    left: int
    middle: int
    right: int


def form_cells(row: Row, left: int, right: int, font: QFont, laid_out: LaidOut) -> Iterator[FormCell]:
    """Each label of a row of the form with its value, between these edges."""
    label_width = QFontMetrics(font).horizontalAdvance(kept("참석자")) + AROUND_LABEL
    for i, width in enumerate(_widths(row, right - left, label_width, font)):
        room = width - label_width - BEFORE_VALUE - BEHIND_VALUE
        words = laid_out(row.cells[2 * i + 1], font, room)
        yield FormCell(row.cells[2 * i], words, left, left + label_width, left + width)
        left += width


def height_of(words: TextBlock, font: QFont) -> int:
    """The height of a value's words, without the leading under the last line."""
    return int(words.height - QFontMetrics(font).height() * (LEADING - 1) + 0.999)


def _widths(row: Row, room: int, label_width: int, font: QFont) -> list[int]:
    """Of each label with its value: the same, but the first takes what its value needs while the last has some."""
    pairs = len(row.cells) // 2
    if pairs != 2:
        return [room // pairs] * pairs
    needs = [QFontMetrics(font).horizontalAdvance(value) + BEFORE_VALUE + BEHIND_VALUE + 2 for value in row.cells[1::2]]
    least = max(min(needs[1], room // 4), LEAST_VALUE)
    first = min(max(label_width + needs[0], room // 2), room - label_width - least)
    return [first, room - first]
