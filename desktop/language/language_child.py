"""The child's side of the language process: loads the language once, then answers one request after another.

It imports no Qt. A message is one pickled tuple whose first value says what it is.
"""

from __future__ import annotations

import gc
import importlib
import pickle
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Any, Protocol

from processing.collector import give_back
from processing.errors import UserError

READY, PROGRESS, DONE, CANCELLED, REFUSED, BUG = "ready", "progress", "done", "cancelled", "refused", "bug"
WORN = "worn"  # the child would take much less memory if it began anew with its estate


Progress = Callable[[str, float], None]


class Wire(Protocol):
    """One end of a pipe."""

    def recv_bytes(self) -> bytes:
        """The next message."""
        ...

    def send_bytes(self, buf: bytes) -> None:
        """Send a message."""


class Desk:
    """What the window asks for: a file's bytes in, a cleaned note out."""

    def __init__(
        self,
        glossaries: tuple[str, ...] = (),
        has_built_in: bool = True,
        words: tuple[str, ...] = (),
        keyword_model: str = "",
    ) -> None:
        from processing.pipeline import load_waiting_workshop

        paths = [Path(path) for path in glossaries]
        self._workshop = load_waiting_workshop(paths, has_built_in=has_built_in, words=words)
        self._workshop.find_keywords_by(keyword_model)

    @property
    def is_worn(self) -> bool:
        """Whether a fresh desk that inherits this one's estate would take much less memory."""
        return self._workshop.is_worn

    def estate(self, progress: Progress, is_cancelled: Callable[[], bool]) -> bytes:
        """What `inherit` of the next desk takes; the window only hands it on."""
        return pickle.dumps(self._workshop.estate(), protocol=pickle.HIGHEST_PROTOCOL)

    def inherit(self, estate: bytes, progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        """Go on where the desk before this one stood."""
        self._workshop.inherit(pickle.loads(estate))

    def clean(self, raw: bytes, name: str, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """`(ImportReport, Cleaned)` of a file; raises `UnreadableFile`."""
        from processing.readers import read

        imported = read(raw, name)
        return imported.report, self._workshop.clean(imported.source, progress, is_cancelled)

    def remember(self, memory: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        """Go on with what the person has taught (`Memory`)."""
        self._workshop.remember(memory)

    def proposals(self, source: Any, state: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """What a note should read otherwise by what is known now, as `list[Proposal]`."""
        return self._workshop.proposals_for(source, state)

    def taught(self, source: Any, state: Any, edits: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """What a person's edits teach and where else it holds, as `Taught`."""
        return self._workshop.taught(source, state, edits)

    def fillers(self, source: Any, state: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """The words of a note that say nothing and may go, as `list[Filler]`; nothing is taken out."""
        return self._workshop.fillers_of(source, state)

    def terms_in(self, raw: bytes, name: str, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """The terms of a companion document that are not known yet, as `list[Term]`; raises `UnreadableFile`."""
        return self._workshop.terms_in(raw, name)

    def plan(self, source: Any, state: Any, wish: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """What would be sent to a model for a `Wish`, as `Plan`; nothing is. Raises `ModelFailed`."""
        from processing.model.plan import planned

        workshop = self._workshop
        return planned(source, state, wish, lambda: workshop.analysis_of(source, state), workshop.corrector.terms)

    def contents(self, texts: list[str], progress: Progress, is_cancelled: Callable[[], bool]) -> list[str]:
        """The content morphemes of each text, parted by blanks: what a search goes by."""
        morphemes = self._workshop.korean.morphemes
        return [" ".join(m.form for m in morphemes(text) if m.is_content) for text in texts]

    def renew_line(self, neighbourhood: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """The line of a `neighbourhood.Neighbourhood` as it is said now, or None."""
        return self._workshop.renewed_line(neighbourhood)

    def other_line(self, neighbourhood: Any, seen: Any, progress: Progress, is_cancelled: Callable[[], bool]) -> Any:
        """The line of a `neighbourhood.Neighbourhood` from another sentence, or None."""
        return self._workshop.other_line(neighbourhood, seen)


def serve(wire: Wire, cancelled_up_to: Any, module: str, factory: str, options: Mapping[str, Any]) -> None:
    """Load the workshop that `factory` of `module` makes, then answer requests until the pipe closes.

    `cancelled_up_to` is a shared number: requests up to it are no longer wanted.
    """
    try:
        workshop = getattr(importlib.import_module(module), factory)(**options)
        _tidy()
        _send(wire, READY)
        while True:
            number, method, args = pickle.loads(wire.recv_bytes())
            _answer(wire, number, getattr(workshop, method), args, _is_cancelled(cancelled_up_to, number))
            del args  # a note of ten hours
            _tidy()
            if getattr(workshop, "is_worn", False):
                _send(wire, WORN)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return  # the window is gone


def _tidy() -> None:
    gc.collect()
    give_back()


def _is_cancelled(cancelled_up_to: Any, number: int) -> Callable[[], bool]:
    return lambda: bool(cancelled_up_to.value >= number)


def _answer(
    wire: Wire, number: int, method: Callable[..., Any], args: tuple[Any, ...], is_cancelled: Callable[[], bool]
) -> None:
    def progress(text: str, share: float) -> None:
        _send(wire, PROGRESS, number, text, share)

    try:
        _send(wire, DONE, number, method(*args, progress, is_cancelled))
    except UserError as error:
        _send(wire, REFUSED, number, error)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:  # noqa: BLE001 - the border of the process: the window shows it as a bug
        _send(wire, CANCELLED if is_cancelled() else BUG, number, where(error))


def _send(wire: Wire, *message: Any) -> None:
    wire.send_bytes(pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL))


def where(error: BaseException) -> str:
    """The kind of an error and the lines it came through, without its own words: they may be the transcript's."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *lines])
