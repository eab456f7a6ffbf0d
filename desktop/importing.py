"""Files on their way in: read, known again or cleaned, kept; one after another, with progress and cancel."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.shelf import OpenedNote, Shelf
from desktop.tasks import Job, LanguageProcess, Threads
from processing.errors import UnreadableFile

if TYPE_CHECKING:
    from processing.journal import Entry

LARGEST_FILE = 100_000_000  # bytes; ten hours of talk are two million


@dataclass(frozen=True)
class Arrival:
    """A note that has just come in: the note, whether it was here before, and the reader's report if it was not."""

    note: OpenedNote
    was_known: bool = False
    report: Any = None
    warnings: tuple[str, ...] = ()


class Importing(QObject):
    """Brings files and pasted text in. Signals come in the order of the files; `ended` after the last of them."""

    progressed = Signal(str, str, float)  # the file's name, what is being done, share done
    arrived = Signal(object)  # Arrival
    refused = Signal(str, object)  # the file's name, the error
    ended = Signal()

    def __init__(self, shelf: Shelf, language: LanguageProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._files = Threads("files", self)
        self._waiting: deque[Path | tuple[str, bytes]] = deque()
        self._current = ""
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._current or self._waiting)

    @property
    def waiting(self) -> int:
        """How many files are still to come after the one at work."""
        return len(self._waiting)

    def take_files(self, paths: Iterable[Path]) -> None:
        """Bring in files; folders give the files in them."""
        self._waiting.extend(paths)
        self._next()

    def take_text(self, text: str, name: str = "붙여넣은 글.txt") -> None:
        """Bring in pasted text as if it were a file."""
        self._waiting.append((name, text.encode("utf-8", "surrogatepass")))
        self._next()

    def cancel(self) -> None:
        """Give up the file at work and those behind it."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
        self._finish()

    def close(self) -> None:
        """End; nothing comes any more."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
        self._files.close()

    def _next(self) -> None:
        if self._current or not self._waiting:
            return
        first = self._waiting.popleft()
        self._current = first.name if isinstance(first, Path) else first[0]
        self.progressed.emit(self._current, "파일 읽는 중", 0.0)
        if isinstance(first, Path):
            self._follow(self._files.do(lambda: _bytes_of(first)), self._look_up)
        else:
            self._look_up(first[1])

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
            self.progressed.emit(self._current, "한국어 사전 준비 중", 0.02)
        job = self._language.ask("clean", raw, self._current)
        job.progressed.connect(lambda what, share: self.progressed.emit(self._current, f"{what} 중", share))
        self._follow(job, self._keep)

    def _keep(self, result: tuple[Any, Any]) -> None:
        from processing.stored import Offers

        report, cleaned = result
        offers = Offers(cleaned.proposals, cleaned.turn_proposals, cleaned.warnings)
        entries = entries_of(cleaned.steps)
        unkept = Arrival(OpenedNote(None, cleaned.source, entries, offers), False, report, cleaned.warnings)
        job = self._shelf.keep(cleaned.source, entries, offers)
        self._job = job
        job.then(
            self,
            lambda note: self._arrive(Arrival(note, False, report, cleaned.warnings)),
            lambda error: self._arrive_unkept(unkept, error),
        )

    def _arrive_unkept(self, arrival: Arrival, error: Exception) -> None:
        self._shelf.failed.emit(error)
        self._arrive(arrival)

    def _follow(self, job: Job, and_then: Any) -> None:
        self._job = job
        job.then(self, and_then, self._refuse)

    def _arrive(self, arrival: Arrival) -> None:
        self._job = None
        self.arrived.emit(arrival)
        self._finish()

    def _refuse(self, error: Exception) -> None:
        self._job = None
        self.refused.emit(self._current, error)
        self._finish()

    def _finish(self) -> None:
        self._current, self._job = "", None
        if self._waiting:
            self._next()
        else:
            self.ended.emit()


def entries_of(steps: Iterable[tuple[str, Any]], now: datetime | None = None) -> tuple[Entry, ...]:
    """The program's first journal entries of a note from the named changes that cleaned it."""
    from processing.journal import PROGRAM, Entry

    time = now or datetime.now(UTC)
    return tuple(Entry(i, time, PROGRAM, what, change) for i, (what, change) in enumerate(steps, start=1))


def _bytes_of(path: Path) -> bytes:
    """The file's bytes. Raises `UnreadableFile` with the reason."""
    try:
        if path.is_dir():
            raise UnreadableFile("폴더는 읽지 못합니다. 폴더 안의 파일을 골라 넣어 주세요.", path.name)
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(
                f"'{path.name}'은(는) 너무 커서 읽지 못합니다. 녹취록 글만 담긴 파일을 넣어 주세요.", path.name
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"'{path.name}' 파일을 찾지 못했습니다. 옮기거나 지우지 않았는지 확인해 주세요.", path.name
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"'{path.name}' 파일을 열 권한이 없거나 다른 프로그램이 쓰고 있습니다. 확인한 뒤 다시 넣어 주세요.",
            path.name,
        ) from error
