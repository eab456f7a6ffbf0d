"""The interface's own words: Korean in the source, told in the language that the person chose.

`pyside6-lupdate` finds them by these names, see `assets/translations/README.md`. Three kinds of Korean stand in this
package, and each says what it is: `tr` is told now, `marked` is a constant that is told where it is used, `kept` is data
(the journal's names of changes, the minutes' own words), which stays Korean and is told by `desktop.retold` where the
window shows it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(korean: str, note: str = "", count: int = -1) -> str:
    """A sentence of the interface in its language; the Korean itself where there is no other.

    `note` tells apart what is one word in Korean and two in English; `count` stands for `%n`. Other figures and names
    are put in afterwards, by `format`.

    >>> tr("%n곳을 바꿨습니다.", "", 3)
    '3곳을 바꿨습니다.'
    """
    return QCoreApplication.translate("", korean, note, count)


def marked(korean: str) -> str:
    """The same string: a constant for `tr` where it is used, since it is made before the language is known."""
    return korean


def kept(korean: str) -> str:
    """The same string: data in Korean, which no language of the interface changes."""
    return korean
