"""The bar of what is left before the minutes can be sent. It never blocks; each count leads to its items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.minutes.minutes_rows import Row, RowKind
from desktop.note.note_session import NoteSession
from desktop.note.review_rows import Chip
from desktop.parts.widgets import button, set_property
from desktop.words import marked, tr
from processing.attendees import is_named

_SPEAKER = attrgetter("speaker_id")
NOT_MARKED = marked("프로그램이 의심스럽다고 표시한 줄이 없습니다. 내용이 맞는지는 보내기 전에 읽어 보세요.")
ASKED_WITHOUT_FORM = ("title", "date")  # where the page has no form with cells that one can see are blank


@dataclass(frozen=True)
class Left:
    """What a person may still want to do: speakers named of all, proposals inside the minutes and elsewhere (as the
    review counts them, the doubtful ones apart), lines to look at, blanks in the meeting's form, lines of the file
    that were not understood.
    """

    named: int = 0
    speakers: int = 0
    proposals_in_minutes: int = 0
    other_proposals: int = 0
    to_check: int = 0
    blanks: int = 0
    unread: int = 0

    @property
    def proposals(self) -> int:
        """All that the review asks about."""
        return self.proposals_in_minutes + self.other_proposals


def left_of(session: NoteSession, rows: Iterable[Row]) -> Left:
    """What is left in a note as it stands; `rows` are those of the minutes as they are shown."""
    state, shown = session.state, list(rows)
    speaking = set(map(_SPEAKER, session.turns()))
    speakers = [speaker for id_, speaker in state.speakers.items() if id_ in speaking]
    to_judge = session.left_to_judge()
    return Left(
        named=sum(is_named(speaker) for speaker in speakers),
        speakers=len(speakers),
        proposals_in_minutes=to_judge[Chip.MINUTES],
        other_proposals=sum(to_judge.values()) - to_judge[Chip.MINUTES],
        to_check=sum(row.wants_look for row in shown),
        blanks=_blanks(session, shown),
        unread=len(session.minutes().not_understood),
    )


def _blanks(session: NoteSession, rows: Iterable[Row]) -> int:
    """The cells of the form that stand blank on the page."""
    forms = [row for row in rows if row.kind is RowKind.FORM]
    if not forms:
        return sum(not getattr(session.minutes().info, name) for name in ASKED_WITHOUT_FORM)
    return sum(not value.strip() for row in forms for value in row.cells[1::2])


class LeftBar(QFrame):
    """Four counts, each a link to its items; a done one wears ✓. A fifth only where lines were not understood."""

    speakers_wanted = Signal()
    proposals_wanted = Signal()
    checks_wanted = Signal()
    info_wanted = Signal()
    unread_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "class", "bar")
        self.setAccessibleName(tr("남은 일"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(18)
        self._speakers = button("", self.speakers_wanted.emit, "link")
        self._proposals = button("", self.proposals_wanted.emit, "link")
        self._checks = button("", self.checks_wanted.emit, "link")
        self._info = button("", self.info_wanted.emit, "link")
        self._unread = button("", self.unread_wanted.emit, "link")
        self._unread.hide()
        for link in (self._speakers, self._proposals, self._checks, self._info, self._unread):
            row.addWidget(link)
        row.addStretch(1)

    def show_left(self, left: Left) -> None:
        """Show the counts."""
        named = tr("참석자 이름 {named}/{speakers}").format(named=left.named, speakers=left.speakers)
        told = named if left.speakers else tr("말한 사람을 모름")
        self._say(self._speakers, told, 0 < left.speakers <= left.named)
        if left.proposals_in_minutes:
            self._say(
                self._proposals, tr("회의록에 나오는 제안 {count}").format(count=left.proposals_in_minutes), False
            )
        elif left.other_proposals:
            self._say(self._proposals, tr("그 밖의 제안 {count}").format(count=left.other_proposals), False)
        else:
            self._say(self._proposals, tr("제안"), True)
        self._say(
            self._checks,
            tr("확인 필요 {count}").format(count=left.to_check) if left.to_check else tr("'확인 필요' 표시 없음"),
            False,  # no tick: that nothing is marked does not say that every line is right
        )
        self._checks.setToolTip(tr(NOT_MARKED) if not left.to_check else "")
        self._say(
            self._info,
            tr("회의 정보 빈칸 {count}").format(count=left.blanks) if left.blanks else tr("회의 정보"),
            not left.blanks,
        )
        self._unread.setVisible(left.unread > 0)
        self._say(self._unread, tr("읽지 못한 줄 {count}").format(count=left.unread), False)

    def _say(self, link: QPushButton, text: str, is_done: bool) -> None:
        said = f"✓ {text}" if is_done else text
        link.setText(said)
        link.setAccessibleName(tr("{text} 마침").format(text=text) if is_done else text)
