"""Bars that come and go: a sentence with a few links, and the progress of a file on its way in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from desktop.parts.widgets import button, label, set_property
from desktop.words import tr


class NoticeBar(QFrame):
    """One sentence and what may be done about it; hidden until `say`, and by its own button.

    A click leaves the keys where they were; Tab brings them here, and they go back when the bar goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "class", "notice")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 6, 5)
        self._text = label("")
        self._text.setWordWrap(True)
        self._row.addWidget(self._text, 1)
        self._links: list[QPushButton] = []
        self._close = _link(tr("닫기"), self.hide)
        self._row.addWidget(self._close)
        self._came_from: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._remember_focus)
        self.hide()

    def say(self, sentence: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show the sentence with (label, what it does) behind it, in place of what stood there."""
        set_property(self._text, "class", "")
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._give_keys_back()
        for old in self._links:
            old.hide()
            old.deleteLater()
        self._links = [_link(text, act) for text, act in links]
        for at, link in enumerate(self._links, start=1):
            self._row.insertWidget(at, link)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.NameChanged))

    def hide(self) -> None:
        """Put the bar away."""
        self._give_keys_back()
        super().hide()

    def _give_keys_back(self) -> None:
        """Have the keys go where they were before Tab brought them here: what is hidden passes them on to anything."""
        before = self._came_from
        if self._holds(QApplication.focusWidget()) and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _remember_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._holds(now) and not self._holds(old):
            self._came_from = old

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def warn(self, sentence: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a sentence that must not be overlooked."""
        self.say(sentence, links)
        set_property(self._text, "class", "warning")

    def offer(self, text: str, is_wanted: bool) -> None:
        """Show the link with this label while it is wanted; nothing where the bar has none."""
        for link in self._links:
            if link.text() == text:
                link.setVisible(is_wanted)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._text.text()

    def link(self, text: str) -> QPushButton:
        """The link with this label."""
        return next(link for link in self._links if link.text() == text)


def _link(text: str, act: Callable[[], object]) -> QPushButton:
    made = button(text, act, "link")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


class ProgressNotice(QFrame):
    """How far a file is, with a way to give it up."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "class", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        self._what = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("진행 정도"))
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel_button = button(tr("취소"), self.cancel_wanted.emit)
        self.cancel_button.setAccessibleName(tr("가져오기 취소"))
        row.addWidget(self._what, 2)
        row.addWidget(self._bar, 3)
        row.addWidget(self.cancel_button)
        self.hide()

    def tell(self, name: str, what: str, share: float, done: int = 0, total: int = 1) -> None:
        """Show how far the file `name` is; `done` of `total` files are through already."""
        at = f"{done + 1}/{total} · " if total > 1 else ""
        self._what.setText(f"{at}{name} — {what}")
        self._bar.setValue(round(100 * (done + share) / total))
        self.show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._what.text()
