"""One speaker on the sheet of speakers: share, what they say, a name and a role, and what the program would call them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from desktop.parts.flow_layout import FlowLayout
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.speakers.speaker_portraits import Portrait
from desktop.words import kept, tr
from processing.attendees import attendee
from processing.export.wording import span_of_time
from processing.note import Speaker

MOST_EARLIER = 6  # names of earlier meetings on a card; the others are finished while they are typed
ROLES = (kept("진행"), kept("발표자"), kept("멘토"), kept("멘티"), kept("질문자"), kept("강사"), kept("서기"))


class RoleBox(QComboBox):
    """A role chosen or typed; the wheel scrolls past it and changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = HangulLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.field)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type] # it would finish a syllable that is still being composed
        self.addItems(["", *ROLES])
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.setPlaceholderText(tr("역할"))
        self.field.setStyleSheet("QLineEdit { border: none; padding: 0; background: transparent; }")
        self.say_name(name)

    def say_name(self, name: str) -> None:
        """Give the box and its field a name for a screen reader."""
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SpeakerCard(QFrame):
    """One speaker: tick, label, share, two sentences, name and role."""

    named = Signal(str)
    given_role = Signal(str)
    suggestion_taken = Signal(str, str)
    chosen = Signal()
    words_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("class", "card")
        self.tick = QCheckBox()
        self.tick.toggled.connect(self.chosen)
        self.name = HangulLineEdit()
        self.name.setPlaceholderText(tr("이름"))
        self.name.entered.connect(self.named)
        self.role = RoleBox(tr("역할"))
        self._role = ""
        self.role.field.entered.connect(self._role_given)
        self.role.activated.connect(lambda _i: self._role_given(self.role.currentText()))
        self._who = label("", "heading")
        self._share = label("", "faint")
        self._bar = _ShareBar()
        self._first, self._telling = _sentence(), _sentence()
        self._suggested_word = label(tr("이름 제안"), "faint")
        self._suggestion = button("", self._take_suggestion, "link")
        self._reason = _sentence()
        self._earlier = _EarlierNames()
        self._earlier.chosen.connect(self.suggestion_taken)
        self._words = button(tr("말한 곳 보기"), self.words_wanted.emit, "link")
        self._suggested = ("", "")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setVerticalSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.tick, self._who, self._share):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._words)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self._bar, 1, 0, 1, 2)
        grid.addWidget(self._first, 2, 0, 1, 2)
        grid.addWidget(self._telling, 3, 0, 1, 2)
        grid.addLayout(self._suggestion_row(), 4, 0, 1, 2)
        grid.addWidget(self._earlier, 5, 0, 1, 2)
        grid.addWidget(self.name, 6, 0)
        grid.addWidget(self.role, 6, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _suggestion_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for words in (self._suggested_word, self._reason):
            words.setContentsMargins(0, 2, 0, 2)  # as the link between them has
        for part in (self._suggested_word, self._suggestion):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._reason, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def paint_in(self, colour: str) -> None:
        """Take the colour, #rrggbb, that the speaker has in the transcript."""
        self._who.setStyleSheet(f"color: {colour}" if colour else "")
        self._bar.paint_in(colour)

    def offer_names(self, names: Sequence[str]) -> None:
        """Have these names finished while one is typed."""
        self.name.setCompleter(QCompleter(list(names), self.name) if names else None)  # type: ignore[arg-type]

    def show_portrait(self, portrait: Portrait) -> None:
        """Show a speaker as they are now."""
        who = portrait.speaker.label or portrait.speaker.shown
        self._who.setText(who)
        length = retold(span_of_time(portrait.seconds)) if portrait.seconds is not None else ""
        told = [f"{portrait.share:.0%}", length, tr("발언 %n개", "", portrait.turns)]
        self._share.setText(" · ".join(part for part in told if part))
        self._bar.show_share(portrait.share)
        self._say(self._first, tr("첫 말"), portrait.first)
        self._say(self._telling, tr("특징적인 말"), portrait.telling)
        self.name.show_value(portrait.speaker.name)
        self._role = portrait.speaker.role
        self.role.field.show_value(self._role)
        self._name_parts(who)
        self._show_suggestion(portrait)

    def _say(self, where: QLabel, what: str, sentence: str) -> None:
        where.setText(f"{what}: “{sentence}”")
        where.setVisible(bool(sentence))

    def _name_parts(self, who: str) -> None:
        self.setAccessibleName(who)
        self.tick.setAccessibleName(tr("{who} 고르기").format(who=who))
        self.name.setAccessibleName(tr("{who} 이름").format(who=who))
        self.role.say_name(tr("{who} 역할").format(who=who))
        self._words.setAccessibleName(tr("{who} 말한 곳 보기").format(who=who))
        self._bar.setAccessibleName(tr("{who} 말한 몫").format(who=who))

    def _show_suggestion(self, portrait: Portrait) -> None:
        found = portrait.suggestion
        for part in (self._suggested_word, self._suggestion, self._reason):
            part.setVisible(found is not None)
        self._earlier.show_people(portrait.earlier)
        if found is not None:
            self._suggested = (found.name, found.role)
            self._suggestion.setText(attendee(Speaker(None, found.name, found.role)) or found.role)
            self._reason.setText(retold(found.reason))
            told = f"{self._suggestion.text()}. {self._reason.text()}"
            self._suggestion.setAccessibleName(tr("제안 받기: {text}").format(text=told))

    def _take_suggestion(self) -> None:
        self.suggestion_taken.emit(*self._suggested)

    def _role_given(self, role: str) -> None:
        if role.strip() != self._role:
            self._role = role.strip()
            self.given_role.emit(self._role)


class _EarlierNames(QWidget):
    """Who spoke in earlier meetings of the series and has no label yet: a link each."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=10)
        self.hide()

    def show_people(self, people: Sequence[Speaker]) -> None:
        """Show these instead of those before."""
        while item := self._flow.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        if people:
            self._flow.addWidget(label(tr("지난 회의에서"), "faint"))
        for person in people[:MOST_EARLIER]:
            link = button(attendee(person), partial(self.chosen.emit, person.name, person.role), "link")
            link.setAccessibleName(tr("지난 회의의 이름 받기: {name}").format(name=attendee(person)))
            self._flow.addWidget(link)
        self.setVisible(bool(people))


class _ShareBar(QFrame):
    """A thin bar as long as the share."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._fill = QFrame(self)
        self._share = 0.0

    def paint_in(self, colour: str) -> None:
        """Take a colour, #rrggbb."""
        self._fill.setStyleSheet(f"background: {colour or 'gray'}; border-radius: 2px;")

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.resizeEvent(None)

    def resizeEvent(self, _event: object) -> None:
        self._fill.setGeometry(0, 0, max(int(self.width() * self._share), 2), self.height())


def _sentence() -> QLabel:
    made = label("")
    made.setWordWrap(True)
    return made
