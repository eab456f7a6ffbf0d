"""Keeps the search over all notes up to date, one note after another, while the window has nothing better to do."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from processing.collector import give_back

if TYPE_CHECKING:
    from processing.library import Library, Passage

REST_MS = 1500  # after the last change of a note before it is indexed
TEXTS_AT_ONCE = 200  # paragraphs that the language process reads for the search before it listens again


class Indexing(QObject):
    """`settled` when every note can be found as it stands."""

    settled = Signal()

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._waiting: deque[int] = deque()
        self._is_busy = self._is_closed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.catch_up)

    def soon(self) -> None:
        """Something has changed: index it when it has been quiet for a while."""
        self._rest.start()

    def catch_up(self) -> None:
        """Index all notes that have changed since they were indexed."""
        if not self._is_busy and not self._is_closed:
            self._is_busy = True
            listed = self._shelf.do(lambda library: library.notes_to_index())
            listed.then(self, self._begin, self._end)  # a library that cannot be opened is told elsewhere

    def close(self) -> None:
        """Begin nothing any more; what is not indexed is at the next start."""
        self._is_closed = True
        self._rest.stop()

    def _begin(self, note_ids: list[int]) -> None:
        self._waiting = deque(note_ids)
        self._next()

    def _next(self, _outcome: object = None) -> None:
        if not self._waiting or self._is_closed:
            self._end()
            return
        note_id = self._waiting.popleft()
        self._shelf.do(lambda library: _as_it_stands(library, note_id)).then(self, self._analyse, self._next)

    def _analyse(self, note: _Standing) -> None:
        """Have some texts read that were not known, until all are; what a person asks for comes in between."""
        texts = note.unread[:TEXTS_AT_ONCE]
        if self._is_closed:
            self._end()
        elif texts:
            job = self._language.ask("contents", texts)
            job.then(self, lambda contents: self._analyse(note.with_contents(texts, contents)), self._next)
        else:
            self._keep(note)

    def _keep(self, note: _Standing) -> None:
        def work(library: Library) -> None:
            passages = [replace(one, morphemes=note.contents.get(one.text, "")) for one in note.passages]
            library.index_note(note.id, passages, note.entry_id)
            give_back()  # of ten hours' words some 10 MB

        self._shelf.do(work).then(self, self._next, self._next)

    def _end(self, _error: object = None) -> None:
        self._is_busy = False
        if not self._is_closed:  # whoever is told asks the library again, which is closed by then
            self.settled.emit()


@dataclass(frozen=True)
class _Standing:
    """What can be found of a note as it stands after journal entry `entry_id`, and the content morphemes of its texts as
    far as known. The note itself is not kept: reading ten hours for the search takes a minute.
    """

    id: int
    passages: Sequence[Passage]
    entry_id: int
    contents: Mapping[str, str]

    @property
    def unread(self) -> list[str]:
        """The texts whose content morphemes are not known yet."""
        return [text for text in dict.fromkeys(one.text for one in self.passages) if text not in self.contents]

    def with_contents(self, texts: Iterable[str], contents: Iterable[str]) -> _Standing:
        """The same with the content morphemes of these texts."""
        return replace(self, contents={**self.contents, **dict(zip(texts, contents, strict=True))})


def _as_it_stands(library: Library, note_id: int) -> _Standing:
    from processing.journal import fold
    from processing.library import passages_of
    from processing.minutes import minutes_of
    from processing.note import first_state

    source, entries = library.load(note_id)
    minutes = minutes_of(source, fold(first_state(source), entries))
    last = entries[-1].id if entries else 0
    passages = passages_of(library.note(note_id).title, minutes, lambda _text: "")
    return _Standing(note_id, passages, last, library.contents_of(note_id))
