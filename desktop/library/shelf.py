"""The window's way to the library: every call goes to the one thread that owns it and comes back as a `Job`."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks import Job, Threads
from processing.errors import Bug, UserError

if TYPE_CHECKING:
    from desktop.note.note_making import NoteMaking
    from desktop.note.note_session import NoteSession
    from processing.journal import Entry
    from processing.library import Backup, Library, NoteRow
    from processing.note import Change
    from processing.proposals import Proposal, TurnProposal
    from processing.source import Source
    from processing.stored import Offers


AGAIN_MS = 10_000  # between two tries to write what could not be written


@dataclass(frozen=True)
class OpenedNote:
    """A note as the library gives it: enough to make a `NoteSession`."""

    id: int | None
    source: Source
    entries: Sequence[Entry]
    offers: Offers
    drafts: Mapping[str, str] = field(default_factory=dict)
    making: NoteMaking | None = field(default=None, compare=False)

    @property
    def offered(self) -> tuple[Sequence[Proposal], Sequence[TurnProposal]]:
        """The corrections and the changes of turns that were offered."""
        return self.offers.proposals, self.offers.turn_proposals

    def has_become(self, session: NoteSession) -> bool:
        """Whether `session` went on from this note, and is not another that had its id before a restoration."""
        is_same = self.id is not None and self.source.sha256 == session.source.sha256
        return is_same and session.entries[: len(self.entries)] == list(self.entries)


@dataclass(frozen=True)
class StandingNote:
    """A note for work that opens no page: its row in lists, what it was made from, its journal."""

    row: NoteRow
    source: Source
    entries: Sequence[Entry]


class Shelf(QObject):
    """The library behind a thread.

    `failed` tells once that writes which nobody waits for cannot be made, `recovered` that they were made after all:
    journal entries are never dropped, they wait here and are tried again.
    """

    failed = Signal(object)
    recovered = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._library: Library | None = None  # touched on the thread only
        self._unwritten: dict[int, list[Entry]] = {}  # by note, written to on the thread only
        self._newest: dict[int, int] = {}  # by note, the id of the entry handed in last since the note was read
        self._is_in_trouble = False
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.try_again)
        self._thread = Threads("library", self)

    def do(self, verb: Callable[[Library], Any]) -> Job:
        """Have `verb` done with the open library, after all that was asked before."""
        return self._thread.do(lambda: verb(self._open()))

    def write(self, verb: Callable[[Library], Any]) -> None:
        """The same, where only failing is of interest."""
        self.do(verb).then(self, self._tell_recovery, self._tell_trouble)

    def ask(self, verb: Callable[[Library], Any]) -> Any:
        """Have `verb` done for another thread than the window's, which waits for it. Raises what it raises."""
        return self._thread.ask(lambda: verb(self._open()))

    def append(self, note_id: int, entry: Entry) -> None:
        """Keep one more journal entry of a note, after those that could not be kept yet."""

        self._newest[note_id] = entry.id

        def work(library_of: Callable[[], Library]) -> None:
            self._unwritten.setdefault(note_id, []).append(entry)
            self._write_all(library_of())

        self._thread.do(lambda: work(self._open)).then(self, self._tell_recovery, self._tell_trouble)

    def append_to_many(self, entries: Mapping[int, Entry], open_id: int | None) -> Job:
        """Keep one entry in each of several notes, all or none, after a backup.

        The open note's session has its entry already: if nothing could be kept, that one waits here as any other of
        its entries does, so that what follows it follows on the disk too.
        """
        self._newest.update({note_id: entry.id for note_id, entry in entries.items()})

        def work(library_of: Callable[[], Library]) -> None:
            try:
                library = library_of()
                self._write_all(library)
                library.append_to_many(entries)
            except BaseException:
                if open_id is not None and open_id in entries:
                    self._unwritten.setdefault(open_id, []).append(entries[open_id])
                raise

        return self._thread.do(lambda: work(self._open))

    def with_note(self, note_id: int, work: Callable[[StandingNote], Any]) -> Job:
        """Have `work` done with a note as it stands after all that was handed in; it does not count as opened."""

        def read(library: Library) -> Any:
            source, entries = library.load(note_id)
            return work(StandingNote(library.note(note_id), source, [*entries, *self._unwritten.get(note_id, ())]))

        return self.do(read)

    def try_again(self) -> Job:
        """Write what could not be written."""
        job = self.do(self._write_all)
        job.then(self, self._tell_recovery, self._tell_trouble)
        return job

    @property
    def unwritten(self) -> int:
        """How many journal entries are in memory only."""
        return sum(len(entries) for entries in self._unwritten.values())

    def is_behind(self, note_id: int, entries: Sequence[Entry]) -> bool:
        """Whether a note's journal, as it was read, lacks an entry that has been handed in since."""
        return self._newest.get(note_id, 0) > (entries[-1].id if entries else 0)

    def _write_all(self, library: Library) -> None:
        """Write what waits; a note whose journal is refused keeps no other note waiting."""
        refused: Bug | None = None
        for note_id, entries in list(self._unwritten.items()):
            try:
                library.append_all(note_id, entries)
                del self._unwritten[note_id]
            except Bug as error:
                refused = error
        if refused is not None:
            raise refused

    def _tell_trouble(self, error: Exception) -> None:
        if not self._is_in_trouble:
            self._is_in_trouble = True
            self._again.start()
            self.failed.emit(error)

    def _tell_recovery(self, _result: object = None) -> None:
        if self._is_in_trouble and not self.unwritten:
            self._is_in_trouble = False
            self._again.stop()
            self.recovered.emit()

    def _open(self) -> Library:
        from processing.library import Library  # a quarter of a second that the window's start need not wait for

        if self._library is None:
            self._library = Library.open(self._path)
        return self._library

    def backups(self) -> Job:
        """The copies of the library, as `list[Backup]`, the newest first; also where it cannot be opened."""

        def work() -> Any:
            from processing.library import backups_of

            return backups_of(self._path)

        return self._thread.do(work)

    def restore(self, backup: Backup) -> Job:
        """Put a backup in the place of a library that cannot be opened."""

        def work() -> None:
            from processing.library import Library

            self._let_go()
            self._library = Library.restored(self._path, backup)

        return self._thread.do(work)

    def start_anew(self) -> Job:
        """Begin an empty library in the place of one that cannot be opened."""

        def work() -> None:
            from processing.library import Library

            self._let_go()
            self._library = Library.started_anew(self._path)

        return self._thread.do(work)

    def recent(self, most: int = 8) -> Job:
        """The notes opened last, as `list[NoteRow]`."""
        return self.do(lambda library: library.recent(most))

    def find(self, sha256: str) -> Job:
        """The note made from a file with this hash as `OpenedNote`, or None."""

        def work(library: Library) -> OpenedNote | None:
            known = library.note_of(sha256)
            return self._opened(library, known) if known is not None else None

        return self.do(work)

    def load(self, note_id: int) -> Job:
        """A note as `OpenedNote`, with all that was handed in until now."""
        self._newest.pop(note_id, None)
        return self.do(lambda library: self._opened(library, note_id))

    def keep(self, source: Source, entries: Sequence[Entry], offers: Offers) -> Job:
        """Keep a note just made; the result is it as `OpenedNote`. A note of the same bytes is given back instead."""

        def work(library: Library) -> OpenedNote:
            known = library.note_of(source.sha256)
            if known is not None:
                return self._opened(library, known)
            note_id = library.import_cleaned(source, entries, offers)
            return OpenedNote(note_id, source, entries, offers, making=_made(source, entries))

        return self.do(work)

    def _opened(self, library: Library, note_id: int) -> OpenedNote:
        """The note with the entries that wait here: a session goes on from the last of them."""
        with contextlib.suppress(UserError):  # a library that may only be read still shows its notes
            library.mark_opened(note_id)
        source, entries = library.load(note_id)
        entries = [*entries, *self._unwritten.get(note_id, ())]
        offers, drafts = library.offers(note_id), library.drafts(note_id)
        return OpenedNote(note_id, source, entries, offers, drafts, _made(source, entries))

    def store_of(self, note_id: int) -> StoredNote:
        """Where the session of a note writes."""
        return StoredNote(self, note_id)

    def close(self) -> None:
        """Finish all writes and let go of the file."""
        self._again.stop()
        self._thread.do(self._let_go)
        self._thread.close()

    def _let_go(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None


class StoredNote:
    """A `NoteStore` in the library."""

    def __init__(self, shelf: Shelf, note_id: int) -> None:
        self._shelf = shelf
        self._id = note_id

    def append(self, entry: Entry) -> None:
        """Keep one more journal entry."""
        self._shelf.append(self._id, entry)

    def save_draft(self, key: str, text: str) -> None:
        """Keep the text of an editor that is still open."""
        self._shelf.write(lambda library: library.save_draft(self._id, key, text))

    def clear_draft(self, key: str) -> None:
        """Forget a draft."""
        self._shelf.write(lambda library: library.clear_draft(self._id, key))

    def follow_title(self, session: NoteSession, change: Change) -> None:
        """Have the lists of notes show the title that the note now has, undone ones too."""
        if ("info", "title") in change.steps:
            self.rename(session.title)

    def rename(self, title: str) -> None:
        """The note's name in lists."""
        self._shelf.write(lambda library: library.rename_note(self._id, title))


def _made(source: Source, entries: Sequence[Entry]) -> NoteMaking:
    """What the note's views are made of, made on the library's thread: the window would stand still meanwhile."""
    from desktop.note.note_making import NoteMaking
    from processing.journal import fold
    from processing.note import first_state

    return NoteMaking(source).warm_up(fold(first_state(source), entries))
