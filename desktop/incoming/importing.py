"""Files on their way in: read, known again or cleaned, kept; one after another, with progress and cancel."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.incoming.import_run import ImportRun
from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import OpenedNote, Shelf
from desktop.parts.error_dialog import sentence_of
from desktop.retold import retold
from desktop.tasks import Job, Threads
from desktop.words import kept, tr
from processing.errors import UnreadableFile

if TYPE_CHECKING:
    from processing.journal import Entry


@dataclass(frozen=True)
class Arrival:
    """A note that has just come in: the note, whether it was here before, and the reader's report if it was not.

    `is_awaited` if the person wants to see it now; of many files only the first is. `template` is what it looks like.
    """

    note: OpenedNote
    was_known: bool = False
    report: Any = None
    warnings: tuple[str, ...] = ()
    is_awaited: bool = True
    template: str = ""


@dataclass(frozen=True)
class _Wanted:
    """A file, or pasted text with the name it goes by."""

    what: Path | tuple[str, bytes]
    is_awaited: bool = False

    @property
    def name(self) -> str:
        """The name that is told."""
        return self.what.name if isinstance(self.what, Path) else self.what[0]


class Importing(QObject):
    """Brings files and pasted text in, in their order, one that is wanted alone before those that came together.

    `ended` after the last of them; `run` tells then what became of all.
    """

    progressed = Signal(str, str, float)  # the file's name, what is being done, share done
    arrived = Signal(object)  # Arrival
    refused = Signal(str, object)  # the file's name, the error
    ended = Signal()

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._files = Threads("files", self)
        self._waiting: deque[_Wanted] = deque()
        self._current: _Wanted | None = None
        self._shows_first = False
        self._job: Job | None = None
        self.run = ImportRun()

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._current or self._waiting)

    def take_files(self, paths: Iterable[Path], shows_first: bool = True) -> None:
        """Bring in files; folders give the files in them. Of many the first that becomes a note may be shown."""
        wanted = list(paths)
        if len(wanted) == 1:
            self._take([_Wanted(wanted[0], True)], first=True)
        elif wanted:
            self._shows_first = shows_first
            self._take([_Wanted(path) for path in wanted])

    def take_text(self, text: str, name: str = kept("붙여넣은 글.txt")) -> None:
        """Bring in pasted text as if it were a file."""
        self._take([_Wanted((name, text.encode("utf-8", "surrogatepass")), True)], first=True)

    def _take(self, wanted: list[_Wanted], first: bool = False) -> None:
        self.run = (self.run if self.is_busy else ImportRun()).with_more(len(wanted))
        if first:
            self._waiting.extendleft(reversed(wanted))
        else:
            self._waiting.extend(wanted)
        self._next()

    def cancel(self) -> None:
        """Give up the file at work and those behind it."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
        self.run = replace(self.run, is_cancelled=True)
        self._finish()

    def close(self) -> None:
        """End; nothing comes any more."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
        self._files.close()

    def _next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        self._current = self._waiting.popleft()
        self._tell(tr("파일 읽는 중"), 0.0)
        what = self._current.what
        if isinstance(what, Path):
            self._follow(self._files.do(lambda: _content_of(what)), self._take_content)
        else:
            self._look_up(what[1])

    def _tell(self, what: str, share: float) -> None:
        self.progressed.emit(self._name, what, share)

    @property
    def _name(self) -> str:
        return self._current.name if self._current is not None else ""

    def _take_content(self, content: bytes | list[Path]) -> None:
        """Go on with a file's bytes, or with a folder's files in its place."""
        if isinstance(content, bytes):
            self._look_up(content)
            return
        self._shows_first |= self._current is not None and self._current.is_awaited
        self._waiting.extendleft(_Wanted(path) for path in reversed(content))
        self.run = self.run.with_more(len(content) - 1)
        self._finish()

    def _look_up(self, raw: bytes) -> None:
        found = self._shelf.find(hashlib.sha256(raw).hexdigest())
        self._job = found
        found.then(
            self,
            lambda note: self._arrive(Arrival(note, True)) if note else self._clean(raw),
            lambda _error: self._clean(raw),  # told when the note cannot be kept
        )

    def _clean(self, raw: bytes) -> None:
        if not self._language.is_ready:
            self._tell(tr("한국어 사전 준비 중"), 0.02)
        job = self._language.ask("clean", raw, self._name)
        job.progressed.connect(lambda what, share: self._tell(tr("{what} 중").format(what=retold(what)), share))
        self._follow(job, self._keep)

    def _keep(self, result: tuple[Any, Any]) -> None:
        from processing.stored import Offers

        report, cleaned = result
        offers = Offers(cleaned.proposals, cleaned.turn_proposals, cleaned.warnings)
        entries = entries_of(cleaned.steps)
        told: dict[str, Any] = {"report": report, "warnings": cleaned.warnings, "template": cleaned.template}
        unkept = Arrival(OpenedNote(None, cleaned.source, entries, offers), **told)
        job = self._shelf.keep(cleaned.source, entries, offers)
        self._job = job
        job.then(
            self,
            lambda note: self._arrive(Arrival(note, **told)),
            lambda error: self._arrive_unkept(unkept, error),
        )

    def _arrive_unkept(self, arrival: Arrival, error: Exception) -> None:
        """Show a note that cannot be kept where somebody waits for it; behind others it would be lost unseen."""
        if self._is_awaited:
            self._shelf.failed.emit(error)
            self._arrive(arrival)
        else:
            self._refuse(error)

    def _follow(self, job: Job, and_then: Any) -> None:
        self._job = job
        job.then(self, and_then, self._refuse)

    @property
    def _is_awaited(self) -> bool:
        return self._shows_first or (self._current is not None and self._current.is_awaited)

    def _arrive(self, arrival: Arrival) -> None:
        is_awaited, self._shows_first = self._is_awaited, False
        remarks = arrival.report.warnings if arrival.report is not None else ()
        self.run = self.run.with_note(self._name, arrival.was_known, remarks)
        self._job = None
        self.arrived.emit(replace(arrival, is_awaited=is_awaited))
        self._finish()

    def _refuse(self, error: Exception) -> None:
        self.run = self.run.with_refusal(self._name, sentence_of(error))
        self._job = None
        self.refused.emit(self._name, error)
        self._finish()

    def _finish(self) -> None:
        self._current, self._job = None, None
        if self._waiting:
            self._next()
        else:
            self._shows_first = False
            self.ended.emit()


def entries_of(steps: Iterable[tuple[str, Any]], now: datetime | None = None) -> tuple[Entry, ...]:
    """The program's first journal entries of a note from the named changes that cleaned it."""
    from processing.journal import PROGRAM, Entry

    time = now or datetime.now(UTC)
    return tuple(Entry(i, time, PROGRAM, what, change) for i, (what, change) in enumerate(steps, start=1))


def _content_of(path: Path) -> bytes | list[Path]:
    """The file's bytes, or the files in a folder. Raises `UnreadableFile` with the reason."""
    if path.is_dir():
        return _files_in(path)
    from processing.readers.files import bytes_of

    return bytes_of(path)


def _files_in(folder: Path) -> list[Path]:
    from processing.folder import files_in

    files = files_in(folder)
    if not files:
        raise UnreadableFile(
            tr("'{name}' 폴더에 파일이 없습니다. 녹취록이 든 폴더나 파일을 넣어 주세요.").format(name=folder.name),
            folder.name,
        )
    return files
