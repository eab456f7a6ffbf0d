"""The language process, as the window knows it: one request after another, each a `Job`.

Language work goes to a spawned child process and not to a thread: loading Kiwi holds the interpreter's lock for about a
second, so that a thread would freeze the window.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.language import language_child as child
from desktop.language.child_process import ChildProcess
from desktop.language.succession import Succession
from desktop.tasks import Courier, Job
from desktop.words import marked, tr
from processing.errors import Bug, UserError

NOBODY = 0  # the number of a request that nobody waits for
PATIENCE_MS = 2000  # how long a cancelled child may go on before it is ended
CHILD_DIED = marked("말을 다듬던 작업이 갑자기 멈췄습니다. 파일은 그대로 있으니 한 번 더 시도해 주세요.")


class LanguageProcess(QObject):
    """The child process that knows Korean: one request at a time, in their order. `start` it with the window.

    A child that dies is started again; the request it was at fails with a sentence, those behind it go on. One that
    has become large (`worn`) is succeeded by a fresh one when nothing is asked of it.
    """

    ready = Signal()
    died = Signal()
    worn = Signal()

    def __init__(self, module: str, factory: str, options: Mapping[str, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = (module, factory, dict(options))
        self._courier = Courier()
        self._waiting: deque[_Request] = deque()
        self._asked: _Request | None = None
        self._child: ChildProcess | None = None
        self._lesson: tuple[str, tuple[Any, ...]] | None = None
        self._number = 0
        self.is_ready = False
        self.worn.connect(Succession(self, self).soon)

    @property
    def is_idle(self) -> bool:
        """Whether there is a child and nothing is asked of it."""
        return self._child is not None and self._asked is None and not self._waiting

    def start(self) -> None:
        """Have the child load; returns at once."""
        if self._child is None:
            self.is_ready = False
            self._child = ChildProcess(self._workshop, lambda c, m: self._courier.post(lambda: self._receive(c, m)))
            if self._lesson is not None:
                self._child.send((NOBODY, *self._lesson))

    def teach(self, method: str, *args: Any) -> None:
        """Have `method` called now, and of every child to come before anything else: what it must know to answer well."""
        self._lesson = method, args
        self.ask(method, *args)

    def ask(self, method: str, *args: Any) -> Job:
        """Have the workshop's `method` called with `args`, and with a progress and a cancel function after them."""
        self._number += 1
        request = _Request(self._number, method, args, Job())
        request.job.on_cancel(lambda: self._give_up(request))
        self._waiting.append(request)
        self._send_next()
        return request.job

    def restart(self, options: Mapping[str, Any] | None = None) -> None:
        """Load anew, with other options if given (another glossary …); what is under way is begun again."""
        if options is not None:
            self._workshop = (*self._workshop[:2], dict(options))
        asked = self._asked
        self._end_child()
        if asked is not None and not asked.job.is_over:
            self._waiting.appendleft(asked)
        self.start()
        self._send_next()

    def close(self) -> None:
        """End the child; nothing comes back any more."""
        self._waiting.clear()
        self._end_child()

    def _end_child(self) -> None:
        ended, self._child, self._asked = self._child, None, None
        if ended is not None:
            ended.end()

    def _send_next(self) -> None:
        if self._asked is None and self._waiting:
            self.start()
            assert self._child is not None
            self._asked = self._waiting.popleft()
            self._child.send((self._asked.number, self._asked.method, self._asked.args))

    def _give_up(self, request: _Request) -> None:
        if request is self._asked and self._child is not None:
            self._child.cancel(request.number)
            QTimer.singleShot(PATIENCE_MS, self, lambda: self._lose_patience(request))
        elif request in self._waiting:
            self._waiting.remove(request)

    def _lose_patience(self, request: _Request) -> None:
        if request is self._asked:
            self._end_child()
            self.start()
            self._send_next()

    def _receive(self, sender: ChildProcess, message: tuple[Any, ...] | None) -> None:
        if sender is not self._child:
            return
        if message is None:
            self._bury()
        elif message[0] == child.READY:
            self.is_ready = True
            self.ready.emit()
        elif message[0] == child.WORN:
            self.worn.emit()
        elif self._asked is None or message[1] != self._asked.number:
            return  # a lesson was learned
        elif message[0] == child.PROGRESS:
            self._asked.job.tell(*message[2:])
        else:
            job, self._asked = self._asked.job, None
            self._send_next()
            _settle(job, message)

    def _bury(self) -> None:
        """The child is gone by itself. One that had lived starts anew, a stillborn one only when it is next asked."""
        failed, self._asked, self._child = self._asked, None, None
        if self.is_ready:
            self.start()
        self._send_next()
        self.died.emit()
        if failed is not None:
            failed.job.fail(UserError(tr(CHILD_DIED)))


@dataclass(frozen=True, eq=False)
class _Request:
    """One call that the child should make."""

    number: int
    method: str
    args: tuple[Any, ...]
    job: Job


def _settle(job: Job, message: tuple[Any, ...]) -> None:
    if message[0] == child.DONE:
        job.finish(message[2])
    elif message[0] == child.REFUSED:
        job.fail(message[2])
    elif message[0] == child.BUG:
        job.fail(Bug(message[2]))
