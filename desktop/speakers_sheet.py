"""Who is 참석자 3? One sheet for all labels: how much they speak, what they say, and a name or a role for each."""

from __future__ import annotations

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
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.hangul_fields import HangulLineEdit
from desktop.left_to_do import is_named
from desktop.note_session import NoteSession
from desktop.speaker_colours import speaker_colours
from desktop.speaker_portraits import Portrait, Sayings, portraits, sayings_of
from desktop.theme import DARK, colours_of
from desktop.widgets import button, label
from desktop.words import kept, tr
from processing.basis import kept_at_rest
from processing.export.wording import span_of_time
from processing.note import Change, apply, then
from processing.turns.by_hand import give_role, merge_speakers, rename

ROLES = (kept("진행"), kept("발표자"), kept("멘토"), kept("멘티"), kept("질문자"), kept("강사"), kept("서기"))


class SpeakersSheet(QWidget):
    """The speakers of the open note. `speaker_chosen` tells an id whose words the person wants to see."""

    speaker_chosen = Signal(str)
    said = Signal(str)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAccessibleName(tr("참석자"))
        self.cards: dict[str, SpeakerCard] = {}
        self._is_stale = True
        self._sayings: Sayings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        hint = label(
            tr("이름을 적으면 녹취록과 회의록에 바로 나타납니다. 모르면 비워 두고 나중에 적어도 됩니다."), "faint"
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self._scroll_area(), 1)
        column.addLayout(self._together())
        session.changed.connect(self._changed)
        session.proposals_changed.connect(self._changed)
        session.flush_wanted.connect(self.flush)

    def _scroll_area(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return self._area

    def _together(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.role_for_all = RoleBox(tr("고른 참석자의 역할"))
        self._give_button = button(tr("역할 함께 주기"), self.give_role)
        self._merge_button = button(tr("두 참석자 합치기"), self.merge)
        row.addWidget(self.role_for_all)
        row.addWidget(self._give_button)
        row.addWidget(self._merge_button)
        row.addStretch(1)
        return row

    # --- following the note

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self.refresh()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focus_first_unnamed()

    def _changed(self, change: object = None) -> None:
        touched = {name for name, _ in change.steps} if isinstance(change, Change) else set()
        if touched & {"cuts", "edits"}:
            self._sayings = None
        if change is None or touched & {"cuts", "speakers"}:
            self._is_stale = True
        if self._is_stale and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the speakers as they are; cards of those who stay keep what is typed in them."""
        self._is_stale = False
        turns, speakers = self.session.turns(), self.session.state.speakers
        if self._sayings is None:
            self._sayings = sayings_of(turns)
        shown = portraits(turns, speakers, self.session.turn_proposals, self._sayings)
        ids = [portrait.id for portrait in shown]
        for id_ in [id_ for id_ in self.cards if id_ not in ids]:
            gone = self.cards.pop(id_)
            gone.hide()
            gone.deleteLater()
        for i, portrait in enumerate(shown):
            card = self.cards.get(portrait.id)
            if card is None:
                card = self.cards[portrait.id] = self._new_card(portrait.id)
            self._list.removeWidget(card)
            self._list.insertWidget(i, card)
            card.show_portrait(portrait)
        self._enable_together()

    def _new_card(self, id_: str) -> SpeakerCard:
        names = [str(name) for name in self.session.state.info.get("attendees", ())]
        dark = colours_of(self.palette()) is DARK
        colour = speaker_colours(self.session.state.speakers, is_dark=dark).get(id_, "")
        card = SpeakerCard(colour, names)
        card.named.connect(lambda name: self._rename(id_, name=name))
        card.given_role.connect(lambda role: self._rename(id_, role=role))
        card.suggestion_taken.connect(lambda name, role: self._rename(id_, name or None, role or None))
        card.chosen.connect(self._enable_together)
        card.words_wanted.connect(lambda: self.speaker_chosen.emit(id_))
        return card

    def focus_first_unnamed(self) -> None:
        """Put the caret into the first name that is missing."""
        speakers = self.session.state.speakers
        unnamed = [card for id_, card in self.cards.items() if id_ in speakers and not is_named(speakers[id_])]
        for card in unnamed[:1] or list(self.cards.values())[:1]:
            card.name.setFocus()
            self._area.ensureWidgetVisible(card)

    # --- deciding

    def _rename(self, id_: str, name: str | None = None, role: str | None = None) -> None:
        state = self.session.state
        if id_ in state.speakers:
            self.session.commit(rename(state, id_, name, role), kept(f"참석자 이름: {name or role or '지움'}"))

    def _ticked(self) -> list[str]:
        return [id_ for id_, card in self.cards.items() if card.tick.isChecked()]

    def _enable_together(self) -> None:
        self._give_button.setEnabled(bool(self._ticked()))
        self._merge_button.setEnabled(len(self._ticked()) >= 2)

    def give_role(self) -> None:
        """Give the role that is chosen below to all speakers that are ticked."""
        role = self.role_for_all.currentText().strip()
        if role:
            self.session.commit(give_role(self.session.state, self._ticked(), role), kept(f"역할: {role}"))
            self._untick()

    def merge(self) -> None:
        """Make the ticked speakers one: the first, with what is missing taken from the others."""
        self.flush()
        ticked = self._ticked()
        change = Change()
        for gone in ticked[1:]:
            change = then(change, merge_speakers(apply(self.session.state, change), gone, ticked[0]))
        if change:
            who = self.session.state.speakers[ticked[0]].shown
            still = kept_at_rest(self.session.source, self.session.state, change)
            self.session.commit(still, kept(f"참석자 합침: {who}"))
            self._untick()

    def _untick(self) -> None:
        for card in self.cards.values():
            card.tick.setChecked(False)

    def flush(self) -> None:
        """Commit the names that are being typed."""
        for card in list(self.cards.values()):
            card.name.flush()
            card.role.field.flush()


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

    def __init__(self, colour: str, names: list[str], parent: QWidget | None = None) -> None:
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
        if names:
            self.name.setCompleter(QCompleter(names, self.name))
        self._who = label("", "heading")
        self._who.setStyleSheet(f"color: {colour}") if colour else None
        self._share = label("", "faint")
        self._bar = _ShareBar(colour)
        self._first, self._telling = _sentence(), _sentence()
        self._suggestion = button("", self._take_suggestion, "link")
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
        grid.addWidget(self._suggestion, 4, 0, 1, 2)
        grid.addWidget(self.name, 5, 0)
        grid.addWidget(self.role, 5, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def show_portrait(self, portrait: Portrait) -> None:
        """Show a speaker as they are now."""
        who = portrait.speaker.label or portrait.speaker.shown
        self._who.setText(who)
        length = span_of_time(portrait.seconds) if portrait.seconds is not None else ""
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
        self._suggestion.setVisible(found is not None)
        if found is not None:
            self._suggested = (found.name, found.role)
            self._suggestion.setText(f"{found.name or found.role}? {found.reason}")
            self._suggestion.setAccessibleName(tr("제안 받기: {text}").format(text=self._suggestion.text()))

    def _take_suggestion(self) -> None:
        self.suggestion_taken.emit(*self._suggested)

    def _role_given(self, role: str) -> None:
        if role.strip() != self._role:
            self._role = role.strip()
            self.given_role.emit(self._role)


class _ShareBar(QFrame):
    """A thin bar as long as the share."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._fill = QFrame(self)
        self._fill.setStyleSheet(f"background: {colour or 'gray'}; border-radius: 2px;")
        self._share = 0.0

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
