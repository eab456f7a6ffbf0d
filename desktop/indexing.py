"""Keeps the search over all notes up to date, one note after another, while the window has nothing better to do."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.shelf import Shelf
from desktop.tasks import LanguageProcess

if TYPE_CHECKING:
    from processing.library import Library
    from processing.minutes import Minutes

REST_MS = 1500  # after the last change of a note before it is indexed


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
        read = self._shelf.do(lambda library: _as_it_stands(library, note_id))
        read.then(self, lambda known: self._analyse(note_id, *known), self._next)

    def _analyse(self, note_id: int, title: str, minutes: Minutes, entry_id: int) -> None:
        texts = _texts(title, minutes)

        def keep(contents: list[str]) -> None:
            if not self._is_closed:
                self._keep(note_id, title, minutes, entry_id, dict(zip(texts, contents, strict=True)))

        if not self._is_closed:
            self._language.ask("contents", texts).then(self, keep, self._next)

    def _keep(self, note_id: int, title: str, minutes: Minutes, entry_id: int, contents: dict[str, str]) -> None:
        def work(library: Library) -> None:
            from processing.library import passages_of

            passages = passages_of(title, minutes, lambda text: contents.get(text, ""))
            library.index_note(note_id, passages, entry_id)

        self._shelf.do(work).then(self, self._next, self._next)

    def _end(self, _error: object = None) -> None:
        self._is_busy = False
        self.settled.emit()


def _as_it_stands(library: Library, note_id: int) -> tuple[str, Minutes, int]:
    from processing.journal import fold
    from processing.minutes import minutes_of
    from processing.note import first_state

    source, entries = library.load(note_id)
    state = fold(first_state(source), entries)
    return library.note(note_id).title, minutes_of(source, state), entries[-1].id if entries else 0


def _texts(title: str, minutes: Minutes) -> list[str]:
    """Every text that a passage is made of."""
    from processing.library import passages_of

    texts: dict[str, str] = {}
    passages_of(title, minutes, lambda text: texts.setdefault(text, ""))
    return list(texts)
