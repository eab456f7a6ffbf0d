"""The bar of what is left before the minutes can be sent. It never blocks; each count leads to its items."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.widgets import button, set_property
from processing.meeting_info import is_numbered_label
from processing.note import Speaker, State
from processing.proposals import Proposal
from processing.source import Place
from processing.transcript import Turn

ASKED_INFO = ("title", "date", "start", "place", "author", "attendees")  # the form's other fields are often empty


@dataclass(frozen=True)
class Left:
    """What a person may still want to do: speakers named of all, proposals inside the minutes and elsewhere, lines
    to check, blanks in the meeting's form."""

    named: int = 0
    speakers: int = 0
    proposals_in_minutes: int = 0
    other_proposals: int = 0
    to_check: int = 0
    blanks: int = 0


def left_of(state: State, turns: Iterable[Turn], proposals: Iterable[Proposal]) -> Left:
    """What is left in a note as it stands."""
    speaking = {turn.speaker_id: turn.speaker for turn in turns if turn.speaker is not None}
    named = sum(1 for speaker in speaking.values() if speaker is not None and _is_named(speaker))
    evidence = _merged(place for line in state.lines.values() for place in line.places)
    offered = list(proposals)
    inside = sum(1 for proposal in offered if _is_in(proposal.edit.place, evidence))
    to_check = sum(1 for line in state.lines.values() if line.needs_check and not line.is_edited)
    blanks = sum(1 for name in ASKED_INFO if not state.info.get(name))
    return Left(named, len(speaking), inside, len(offered) - inside, to_check, blanks)


def _is_named(speaker: Speaker) -> bool:
    return bool(speaker.name or speaker.role) or not is_numbered_label(speaker.label)


def _merged(places: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for place in sorted(places):
        if merged and place.start <= merged[-1].end:
            merged[-1] = Place(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(place)
    return merged


def _is_in(place: Place, merged: list[Place]) -> bool:
    i = bisect_right(merged, place.start, key=lambda other: other.start) - 1
    return any(other.overlaps(place) for other in merged[max(i, 0) : i + 2])


class LeftBar(QFrame):
    """Four counts, each a link to its items; a done one wears ✓."""

    speakers_wanted = Signal()
    proposals_wanted = Signal()
    checks_wanted = Signal()
    info_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "class", "bar")
        self.setAccessibleName("남은 일")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(18)
        self._speakers = button("", self.speakers_wanted.emit, "link")
        self._proposals = button("", self.proposals_wanted.emit, "link")
        self._checks = button("", self.checks_wanted.emit, "link")
        self._info = button("", self.info_wanted.emit, "link")
        for link in (self._speakers, self._proposals, self._checks, self._info):
            row.addWidget(link)
        row.addStretch(1)

    def show_left(self, left: Left) -> None:
        """Show the counts."""
        named = f"참석자 이름 {left.named}/{left.speakers}"
        self._say(self._speakers, named, left.named >= left.speakers)
        if left.proposals_in_minutes:
            self._say(self._proposals, f"회의록에 나오는 제안 {left.proposals_in_minutes}", False)
        elif left.other_proposals:
            self._say(self._proposals, f"그 밖의 제안 {left.other_proposals}", False)
        else:
            self._say(self._proposals, "제안", True)
        self._say(self._checks, f"확인 필요 {left.to_check}" if left.to_check else "확인 필요", not left.to_check)
        self._say(self._info, f"회의 정보 빈칸 {left.blanks}" if left.blanks else "회의 정보", not left.blanks)

    def _say(self, link: QPushButton, text: str, is_done: bool) -> None:
        said = f"✓ {text}" if is_done else text
        link.setText(said)
        link.setAccessibleName(f"{text} 마침" if is_done else text)
