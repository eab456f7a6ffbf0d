"""Replaces words in several notes and takes that back: note after note on the library's thread, written all or none.

The note that is open in the window gets its entry through its session, so that its page and its undo know of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.library.shelf import Shelf, StandingNote
from desktop.words import kept, marked, tr
from processing.errors import UserError
from processing.journal import Entry
from processing.over_notes import NotTaken, Sight, Wish, entry_replacing, entry_taking_back, sights

if TYPE_CHECKING:
    from desktop.note.note_session import NoteSession
    from desktop.tasks import Job
    from processing.library import NoteRow

OVER_NOTES = kept("여러 노트에서 바꾸기: ")  # how the names of such changes begin
NO_NOTE = marked("노트를 하나도 바꾸지 않았습니다.")
ONLY_THE_OPEN = marked(
    "다른 노트는 바꾸지 않았습니다. 열려 있는 노트는 그 뒤에 고친 곳이 있어 바뀐 채로 두었습니다. "
    "변경 기록에서 되돌릴 수 있습니다."
)
MOST_NAMED = 3  # titles told in one sentence


@dataclass(frozen=True)
class NoteSeen:
    """What a preview found in one note, whose journal ended with entry `last` (0 for none)."""

    row: NoteRow
    last: int
    sights: tuple[Sight, ...]


@dataclass(frozen=True)
class _Made:
    """What is to be written in one note: an entry, or why there is none."""

    row: NoteRow
    entry: Entry | NotTaken | None


class Round(QObject):
    """One piece of work for each of several notes, one after another, so that others get to the library in between.

    `done` brings the results in the order of the notes; after `cancel` and after `failed` nothing more comes.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, shelf: Shelf, notes: Iterable[int], work: Callable[[StandingNote], Any], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf, self._work = shelf, work
        self._waiting = deque(notes)
        self._total = len(self._waiting)
        self._results: list[Any] = []
        self._job: Job | None = None

    def begin(self) -> None:
        """Start with the first note."""
        if not self._waiting:
            self.done.emit(self._results)
            return
        self._job = self._shelf.with_note(self._waiting.popleft(), self._work)
        self._job.then(self, self._take, self.failed.emit)

    def cancel(self) -> None:
        """Give the rest up."""
        if self._job is not None:
            self._job.cancel()

    def _take(self, result: Any) -> None:
        self._results.append(result)
        self.progressed.emit(self._total - len(self._waiting), self._total)
        self.begin()


class OverNotes(QObject):
    """`told` brings what was done and the links that stand behind it: after a replacement, the way to take it back.
    `failed` brings an error and what has become of the notes, `changed` says that notes are no longer as they were.
    """

    progressed = Signal(int, int)
    seen = Signal(object)
    told = Signal(str, object)
    failed = Signal(object, str)
    changed = Signal()

    def __init__(self, shelf: Shelf, open_session: Callable[[], NoteSession | None], parent: QObject) -> None:
        """`open_session` gives the session of the note that is open now."""
        super().__init__(parent)
        self._shelf, self._open_session = shelf, open_session
        self._round: Round | None = None

    def look(self, notes: Iterable[int], wish: Wish) -> None:
        """Look through notes; `seen` brings a `NoteSeen` for each in which the words stand."""

        def work(note: StandingNote) -> NoteSeen:
            found = sights(note.source, note.entries, wish)
            return NoteSeen(note.row, _last(note.entries), tuple(found))

        self._go_round(notes, work, lambda all_seen: self.seen.emit([one for one in all_seen if one.sights]))

    def replace(self, wish: Wish, chosen: Mapping[int, tuple[int, Collection[int]]]) -> None:
        """Replace the chosen sights: `{note id: (last entry when they were seen, their positions)}`."""
        what, now = f"{OVER_NOTES}{wish.words} → {wish.new}", datetime.now(UTC)

        def work(note: StandingNote) -> _Made:
            last, positions = chosen[note.row.id]
            if _last(note.entries) != last:
                raise UserError(_changed_since(note.row.title))
            return _Made(note.row, entry_replacing(note.source, note.entries, wish, positions, what, now))

        count = sum(len(positions) for _, positions in chosen.values())
        self._go_round(chosen, work, lambda made: self._keep(made, lambda entries: _replaced(entries, count)))

    def take_back(self, same: Entry) -> None:
        """Take back, in every note where it still can be, what the action did that `same` is an entry of."""
        now = datetime.now(UTC)

        def work(note: StandingNote) -> _Made:
            return _Made(note.row, entry_taking_back(note.source, note.entries, same, now))

        def go(notes: list[int]) -> None:
            self._go_round(notes, work, lambda made: self._keep(made, lambda entries: _taken_back(entries, made)))

        self._shelf.do(lambda library: library.notes_with(same)).then(self, go, self._fail)

    def cancel(self) -> None:
        """Give up what is under way; nothing has been written."""
        if self._round is not None:
            self._round.cancel()
            self._round = None

    def _go_round(
        self, notes: Iterable[int], work: Callable[[StandingNote], Any], on_done: Callable[[list[Any]], object]
    ) -> None:
        self.cancel()
        session = self._open_session()
        if session is not None:
            session.flush()
        self._round = Round(self._shelf, notes, work, self)
        self._round.progressed.connect(self.progressed)
        self._round.failed.connect(self._fail)
        self._round.done.connect(on_done)
        self._round.begin()

    def _keep(self, made: list[_Made], sentence: Callable[[dict[int, Entry]], str]) -> None:
        """Have the entries written, the open note's through its session."""
        entries = {one.row.id: one.entry for one in made if isinstance(one.entry, Entry)}
        session, open_id = self._open_among(made)
        if session is not None and open_id in entries and _last(session.entries) + 1 != entries[open_id].id:
            self._fail(UserError(_changed_since(next(one.row.title for one in made if one.row.id == open_id))))
            return
        if not entries:
            self.told.emit(sentence(entries), [])
            return
        if session is not None and open_id in entries:
            session.take_in(entries[open_id])
        job = self._shelf.append_to_many(entries, open_id)
        job.then(
            self,
            lambda _none: self._tell(sentence(entries), entries),
            lambda error: self._give_back(error, session, entries.get(open_id or 0)),
        )

    def _tell(self, sentence: str, entries: Mapping[int, Entry]) -> None:
        self.changed.emit()
        same = next(iter(entries.values()))
        back = (tr("바꾸기 되돌리기"), lambda: self.take_back(same))
        self.told.emit(sentence, [back] if same.undoes is None else [])

    def _give_back(self, error: Exception, session: NoteSession | None, entry: Entry | None) -> None:
        """Nothing was written: the open note is as the others are, or the person learns that it is not."""
        try:
            if session is not None and entry is not None:
                session.undo_alone(entry)
        except UserError:  # something that was done since rests on it
            self._fail(error, tr(ONLY_THE_OPEN))
        else:
            self._fail(error)

    def _open_among(self, made: Iterable[_Made]) -> tuple[NoteSession | None, int | None]:
        """The open note's session and id, if it is one of these."""
        session = self._open_session()
        of_open = (one.row.id for one in made if session is not None and one.row.sha256 == session.source.sha256)
        id_ = next(of_open, None)
        return (session, id_) if id_ is not None else (None, None)

    def _fail(self, error: Exception, outcome: str = "") -> None:
        self._round = None
        self.failed.emit(error, outcome or tr(NO_NOTE))


def is_over_notes(entry: Entry) -> bool:
    """Whether an entry is one note's share of a replacement in several."""
    return entry.undoes is None and entry.what.startswith(OVER_NOTES)


def _last(entries: Iterable[Entry]) -> int:
    return max((entry.id for entry in entries), default=0)


def _changed_since(title: str) -> str:
    return tr("찾은 다음에 '{title}' 노트가 바뀌었습니다. 다시 찾아 주세요.").format(title=title)


def _replaced(entries: Mapping[int, Entry], count: int) -> str:
    if not entries:
        return tr("바꿀 것이 없습니다.")
    return tr("노트 {notes}개에서 {places}곳을 바꿨습니다.").format(notes=len(entries), places=count)


def _taken_back(entries: Mapping[int, Entry], made: Iterable[_Made]) -> str:
    left = [one.row.title for one in made if one.entry is NotTaken.IN_THE_WAY]
    done = tr("노트 %n개에서 바꾸기를 되돌렸습니다.", "", len(entries)) if entries else tr("되돌릴 것이 없습니다.")
    if not left:
        return done
    titles = ", ".join(f"'{title}'" for title in left[:MOST_NAMED]) + ("…" if len(left) > MOST_NAMED else "")
    return f"{done} " + tr("나중에 고친 곳과 겹친 노트 {count}개는 그대로 두었습니다: {titles}").format(
        count=len(left), titles=titles
    )
