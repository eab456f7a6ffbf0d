"""Who is 참석자 3? One sheet for all labels: how much they speak, what they say, and a name or a role for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.note.note_session import NoteSession
from desktop.parts.theme import DARK, colours_of
from desktop.parts.widgets import button, label
from desktop.speakers.speaker_card import RoleBox, SpeakerCard
from desktop.speakers.speaker_colours import speaker_colours
from desktop.speakers.speaker_portraits import Sayings, portraits, sayings_of
from desktop.words import kept, marked, tr
from processing.attendees import attendees_of, is_named
from processing.basis import kept_at_rest
from processing.note import Change, Speaker, apply, then
from processing.turns.by_hand import give_role, merge_speakers, rename
from processing.turns.speaking import Speaking, speaking

HINT = marked("이름을 적으면 녹취록과 회의록에 바로 나타납니다. 모르면 비워 두고 나중에 적어도 됩니다.")
NO_SPEAKERS = marked(
    "이 파일에는 누가 말했는지 적혀 있지 않습니다. 녹취록에서 발언을 고르고 Ctrl+R을 누르면 말한 사람을 정할 수 있습니다."
    " '여기부터'를 고르면 뒤의 발언까지 함께 정합니다."
)
WEIGH_MS = 200  # after a change of turns or words


class SpeakersSheet(QWidget):
    """The speakers of the open note. `speaker_chosen` tells an id whose words the person wants to see, `asked_to_give`
    that turns of nobody are to be given to someone.
    """

    speaker_chosen = Signal(str)
    asked_to_give = Signal()
    said = Signal(str)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        self.cards: dict[str, SpeakerCard] = {}  # first: Qt tells of the palette while the parts are made
        self.session = session
        super().__init__(parent)
        self.setAccessibleName(tr("참석자"))
        self._is_stale = True
        self._weighed: tuple[Mapping[str, Speaking], Sayings] | None = None
        self._weigh_soon = QTimer(self, singleShot=True, interval=WEIGH_MS)
        self._weigh_soon.timeout.connect(self._weigh)
        self._people: tuple[Speaker, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        self._hint = label("", "faint")
        self._hint.setWordWrap(True)
        self.give_turns = button(tr("말한 사람 정하기…"), self.asked_to_give.emit)
        column.addWidget(self._hint)
        column.addWidget(self.give_turns, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll_area(), 1)
        column.addLayout(self._together())
        self._show_what_can_be_done()
        session.changed.connect(self._changed)
        session.proposals_changed.connect(self._changed)
        session.flush_wanted.connect(self.flush)

    def _scroll_area(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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

    def _show_what_can_be_done(self) -> None:
        """Names and roles where there are speakers; where there are none, how they come to be."""
        has_speakers = bool(self.cards)
        self._hint.setText(tr(HINT if has_speakers else NO_SPEAKERS))
        self.give_turns.setVisible(not has_speakers)
        for part in (self.role_for_all, self._give_button, self._merge_button):
            part.setVisible(has_speakers)

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
            self._weigh_soon.start()
        if change is None or touched & {"cuts", "speakers"}:
            self._is_stale = True
        if self._is_stale and self.isVisible():
            self.refresh()

    def _weigh(self) -> None:
        """Ask anew who speaks how long and says what: of ten hours that takes too long for every action."""
        self._weighed, self._is_stale = None, True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the speakers as they are; cards of those who stay keep what is typed in them."""
        self._is_stale = False
        turns, speakers = self.session.turns(), self.session.state.speakers
        if self._weighed is None or not {turn.speaker_id for turn in turns} <= self._weighed[0].keys():
            self._weighed = speaking(self.session.source, self.session.state), sayings_of(turns)
        shares, sayings = self._weighed
        shown = portraits(turns, speakers, shares, self.session.turn_proposals, sayings, self._people)
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
        self._paint_cards()
        self._show_what_can_be_done()
        self._enable_together()

    def _paint_cards(self) -> None:
        colours = speaker_colours(self.session.state.speakers, is_dark=colours_of(self.palette()) is DARK)
        for id_, card in self.cards.items():
            card.paint_in(colours.get(id_, ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_cards()

    def _new_card(self, id_: str) -> SpeakerCard:
        card = SpeakerCard()
        card.offer_names(self._names())
        card.named.connect(lambda name: self._rename(id_, name=name))
        card.name.returnPressed.connect(lambda: self._go_on(id_))
        card.given_role.connect(lambda role: self._rename(id_, role=role))
        card.suggestion_taken.connect(lambda name, role: self._rename(id_, name or None, role or None))
        card.chosen.connect(self._enable_together)
        card.words_wanted.connect(lambda: self.speaker_chosen.emit(id_))
        return card

    def _names(self) -> list[str]:
        """The names that are finished while they are typed: of those who attend, and of earlier meetings."""
        told = [attendee.partition("(")[0].strip() for attendee in attendees_of(self.session.state)]
        return list(dict.fromkeys([*told, *(person.name for person in self._people)]))

    def recall(self, people: Sequence[Speaker]) -> None:
        """Offer the names of those who spoke in earlier meetings of the series."""
        self._people = tuple(people)
        for card in self.cards.values():
            card.offer_names(self._names())
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def focus_first_unnamed(self) -> None:
        """Put the caret into the first name that is missing."""
        self._focus_name(next(iter([*self._unnamed(), *self._in_order()]), ""))

    def _in_order(self) -> list[str]:
        """The speakers from the top card to the last."""
        return sorted(self.cards, key=lambda id_: self._list.indexOf(self.cards[id_]))

    def _unnamed(self) -> list[str]:
        speakers = self.session.state.speakers
        return [id_ for id_ in self._in_order() if id_ in speakers and not is_named(speakers[id_])]

    def _focus_name(self, id_: str) -> None:
        if id_ in self.cards:
            self.cards[id_].name.setFocus()
            self._area.ensureWidgetVisible(self.cards[id_])

    def _go_on(self, id_: str) -> None:
        """Enter in a name: to the next that is missing, below or else above; where none is, it is said."""
        completer = self.cards[id_].name.completer()
        offered = completer.popup() if completer is not None else None
        if offered is not None and offered.isVisible():
            return  # this Enter takes a name of the list
        order = self._in_order()
        at, unnamed = order.index(id_), self._unnamed()
        following = [one for one in [*order[at + 1 :], *order[:at]] if one in unnamed]
        if following:
            self._focus_name(following[0])
        elif not unnamed:
            self.said.emit(tr("참석자 이름을 모두 적었습니다."))

    # --- deciding

    def _rename(self, id_: str, name: str | None = None, role: str | None = None) -> None:
        state = self.session.state
        if id_ in state.speakers:
            self.session.commit(rename(state, id_, name, role), _told(name, role))

    def _ticked(self) -> list[str]:
        return [id_ for id_, card in self.cards.items() if card.tick.isChecked()]

    @property
    def can_merge(self) -> bool:
        """Whether there are two to be made one."""
        return len(self._ticked()) >= 2

    def _enable_together(self) -> None:
        self._give_button.setEnabled(bool(self._ticked()))
        self._merge_button.setEnabled(self.can_merge)

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
            self.session.commit_soon(still, kept(f"참석자 합침: {who}"))
            self._untick()

    def _untick(self) -> None:
        for card in self.cards.values():
            card.tick.setChecked(False)

    def flush(self) -> None:
        """Commit the names that are being typed."""
        for card in list(self.cards.values()):
            card.name.flush()
            card.role.field.flush()


def _told(name: str | None, role: str | None) -> str:
    """What the journal calls a new name, a new role, or both."""
    told = []
    if name is not None:
        told.append(kept(f"참석자 이름: {name.strip()}") if name.strip() else kept("참석자 이름 지움"))
    if role is not None:
        told.append(kept(f"역할: {role.strip()}") if role.strip() else kept("역할 지움"))
    return ", ".join(told)
