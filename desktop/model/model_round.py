"""One round with a model: what was agreed to is sent part by part, what comes back is taken into the note.

Each of the tasks is whole or nothing. A failure, or taking it back, leaves the note as the task found it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.model.model_gains import Gains, take_lines, take_terms, take_turns
from desktop.note.note_session import NoteSession
from desktop.retold import retold
from desktop.tasks import Job, Threads, Wire
from desktop.words import tr
from processing.errors import UserError
from processing.model.addresses import Provider
from processing.model.parsing import edits_so_far, lines_so_far, turns_so_far
from processing.model.plan import SUMMARY, TERMS, TURNS, Plan
from processing.model.prompting import Request
from processing.note import State

GLIMPSE_S = 0.1  # between two looks at an answer that is still coming in
MOST_GLIMPSED = 200  # lines


_GLIMPSED = {TERMS: edits_so_far, TURNS: turns_so_far, SUMMARY: lines_so_far}


@dataclass(frozen=True)
class Agreed:
    """What a person has seen and agreed to: the plan, the state it was made of, and where it goes."""

    plan: Plan
    state: State
    provider: Provider


@dataclass(frozen=True)
class Outside:
    """What a round needs of the world; both are called on its thread: the key for a host, and the record.

    `record` brings (where, what, request) to the library before the request leaves; where it fails nothing is sent.
    """

    key_of: Callable[[str], str | None]
    record: Callable[[Provider, str, Request], Callable[[], None] | None]


@dataclass(frozen=True)
class Outcome:
    """How a round ended: what it gained, and the failure or the cancelling that ended it early."""

    gains: Gains = field(default_factory=Gains)
    failure: BaseException | None = None
    is_cancelled: bool = False


class ModelRound(QObject):
    """`progressed` tells what is under way, `glimpsed` brings lines so far, `ended` the `Outcome`, exactly once."""

    progressed = Signal(str, float)
    glimpsed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        session: NoteSession,
        agreed: Agreed,
        threads: Threads,
        outside: Outside,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._agreed, self._threads, self._outside = session, agreed, threads, outside
        plan = agreed.plan
        tasks = ((TERMS, plan.terms), (TURNS, plan.turns), (SUMMARY, plan.summary))
        self._todo = [task for task, asked in tasks if asked is not None]
        self._done_parts = 0
        self._gains = Gains()
        self._job: Job | None = None
        self.is_over = False

    def begin(self) -> None:
        """Send the first task."""
        self._next()

    def cancel(self) -> None:
        """Take it back: nothing more is sent, the line is closed, nothing more comes."""
        if not self.is_over:
            if self._job is not None:
                self._job.cancel()
            self._end(Outcome(self._gains, is_cancelled=True))

    def _next(self) -> None:
        if not self._todo:
            self._end(Outcome(self._gains))
            return
        task = self._todo.pop(0)
        self._job = job = self._threads.watch(lambda wire: self._ask(task, wire))
        job.progressed.connect(self.progressed)
        job.glimpsed.connect(self.glimpsed)
        job.then(self, lambda result: self._take(task, result), lambda error: self._fail(error))

    def _take(self, task: str, result: Any) -> None:
        plan = self._agreed.plan
        if task == TERMS:
            self._gains += take_terms(self._session, result)
            self._done_parts += len(plan.terms.requests) if plan.terms else 0
        elif task == TURNS:
            self._gains += take_turns(self._session, result)
            self._done_parts += len(plan.turns.requests) if plan.turns else 0
        else:
            self._gains += take_lines(self._session, result, self._agreed.state)
        self._next()

    def _fail(self, error: BaseException) -> None:
        self._end(Outcome(self._gains, error))

    def _end(self, outcome: Outcome) -> None:
        self.is_over = True
        self.ended.emit(outcome)

    # --- on the thread

    def _ask(self, task: str, wire: Wire) -> Any:
        """Runs on the thread of the round."""
        # brings the SDK along
        from processing.consulting import Witness, ask_for_summary, ask_for_terms, ask_for_turns

        plan, state = self._agreed.plan, self._agreed.state
        provider = replace(self._agreed.provider, key=self._outside.key_of(self._agreed.provider.host))
        so_far = _SoFar(_GLIMPSED[task], wire)
        witness = Witness(
            record=lambda what, request: self._outside.record(provider, what, request),
            on_part=lambda what, number, _parts: self._tell(wire, so_far, what, number),
            on_text=so_far.hear,
            is_cancelled=wire.is_cancelled,
        )
        if task == TERMS and plan.terms is not None:
            return ask_for_terms(provider, plan.terms, self._session.source, plan.known, witness)
        if task == TURNS and plan.turns is not None:
            return ask_for_turns(provider, plan.turns, self._session.source, state, witness)
        assert plan.summary is not None
        return ask_for_summary(provider, plan.summary, self._session.source, state, witness)

    def _tell(self, wire: Wire, so_far: _SoFar, what: str, number: int) -> None:
        so_far.next_part()
        whole = len(self._agreed.plan.parts) + self._agreed.plan.merges
        wire.tell(what, min((self._done_parts + number - 1) / max(whole, 1), 1.0))


class _SoFar:
    """The answers as they come in, looked through now and then for lines that stand whole."""

    def __init__(self, read: Callable[[str], list[str]], wire: Wire) -> None:
        self._read, self._wire = read, wire
        self._pieces: list[str] = []
        self._before: list[str] = []
        self._looked = 0.0

    def hear(self, piece: str) -> None:
        """One more piece."""
        self._pieces.append(piece)
        if time.monotonic() - self._looked >= GLIMPSE_S:
            self._show()
            self._looked = time.monotonic()

    def next_part(self) -> None:
        """The answer is whole; another begins."""
        self._before += self._read("".join(self._pieces))
        self._pieces = []
        self._show()

    def _show(self) -> None:
        text = "".join(self._pieces)
        self._pieces = [text]
        self._wire.glimpse([*self._before, *self._read(text)][-MOST_GLIMPSED:])


def sentence_of(outcome: Outcome) -> str:
    """What a person is told of a round that did not go through; a bug has no sentence of its own."""
    found = outcome.gains.proposals + outcome.gains.turns
    came = tr(" 그 전에 찾은 제안 %n곳은 넣어 두었습니다.", "", found) if found else ""
    if outcome.is_cancelled:
        return tr("그만두었습니다. 회의록은 그대로입니다.") + came
    if isinstance(outcome.failure, UserError):
        return tr("{sentence} 회의록은 그대로입니다.").format(sentence=retold(outcome.failure.sentence)) + came
    return ""
