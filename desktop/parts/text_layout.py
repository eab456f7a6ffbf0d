"""A paragraph laid out for painting: wrapped at a width, with marks given in code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.parts.text_positions import code_point_of, utf16_of

LEADING = 1.22  # Hangul fills its line; without more room between lines a paragraph is grey
EM_A_CHARACTER = 0.66  # of a line's height: Hangul, blanks, digits and stops together, measured on talk


@dataclass(frozen=True)
class Mark:
    """How [start, end) of a text looks; colours are #rrggbb. `underline` is a Qt underline style."""

    start: int
    end: int
    colour: str = ""
    ground: str = ""
    underline: QTextCharFormat.UnderlineStyle = QTextCharFormat.UnderlineStyle.NoUnderline
    underline_colour: str = ""
    is_struck: bool = False
    is_bold: bool = False

    def char_format(self) -> QTextCharFormat:
        """The mark as Qt has it."""
        made = QTextCharFormat()
        if self.colour:
            made.setForeground(QColor(self.colour))
        if self.ground:
            made.setBackground(QColor(self.ground))
        if self.underline != QTextCharFormat.UnderlineStyle.NoUnderline:
            made.setUnderlineStyle(self.underline)
            made.setUnderlineColor(QColor(self.underline_colour or self.colour))
        if self.is_struck:
            made.setFontStrikeOut(True)
        if self.is_bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        return made


class TextBlock:
    """`text` wrapped at `width` pixels. `most_lines` cuts it with an ellipsis where it is longer."""

    def __init__(self, text: str, font: QFont, width: float, marks: Iterable[Mark] = (), most_lines: int = 0) -> None:
        self.text = text
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats([self._range(mark) for mark in marks])
        self.height = self._lay_out(max(width, 20.0), most_lines)

    def _range(self, mark: Mark) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = utf16_of(self.text, mark.start)
        made.length = utf16_of(self.text, mark.end) - made.start
        made.format = mark.char_format()
        return made

    def _lay_out(self, width: float, most_lines: int) -> float:
        self._layout.beginLayout()
        y, lines = 0.0, 0
        while not most_lines or lines < most_lines:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * LEADING
            lines += 1
        self._layout.endLayout()
        return y

    @property
    def line_count(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def width(self) -> float:
        """How wide the widest line is."""
        lines = (self._layout.lineAt(i) for i in range(self.line_count))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor, over: Iterable[Mark] = ()) -> None:
        """Paint it at (x, y); `over` are passing marks such as a highlight."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y), [self._range(mark) for mark in over])

    def offset_at(self, x: float, y: float) -> int:
        """The code point position nearest to a point."""
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            if y < line.y() + line.height() * LEADING or i == self._layout.lineCount() - 1:
                return code_point_of(self.text, line.xToCursor(x))
        return 0


def elided(text: str, font_metrics_width: float, painter: QPainter) -> str:
    """`text` cut with an ellipsis to so many pixels in the painter's font."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(font_metrics_width))
