"""Work that the window does not wait for: files go to threads, the library to one thread of its own.

Results come back as signals on the window's thread; what was cancelled comes back no more. Language work goes to a
process, see `desktop.language`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


class Job(QObject):
    """One piece of work under way. Exactly one of `done`, `failed`, `cancelled` is emitted, on the window's thread."""

    progressed = Signal(str, float)  # what is being done in Korean, and how much of the whole is done, 0 to 1
    glimpsed = Signal(object)  # something to look at before it is done
    done = Signal(object)
    failed = Signal(object)  # the exception: a UserError has a sentence, anything else is a bug
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_over = False
        self._stop: Callable[[], object] = lambda: None

    def on_cancel(self, stop: Callable[[], object]) -> None:
        """What tells the worker that nobody waits any more."""
        self._stop = stop

    def then(
        self, owner: QObject, on_done: Callable[[Any], object], on_failed: Callable[[Any], object] | None = None
    ) -> None:
        """Have the outcome told to `owner` as long as there is one: a window may be closed before a result comes."""
        self.done.connect(lambda result: on_done(result) if isValid(owner) else None)
        if on_failed is not None:
            self.failed.connect(lambda error: on_failed(error) if isValid(owner) else None)

    def cancel(self) -> None:
        """Give the work up; a result that comes later is dropped."""
        if not self.is_over:
            self.is_over = True
            self._stop()
            self.cancelled.emit()

    def tell(self, text: str, share: float) -> None:
        """How far it is."""
        if not self.is_over:
            self.progressed.emit(text, share)

    def glimpse(self, value: Any) -> None:
        """Something of the result to look at already."""
        if not self.is_over:
            self.glimpsed.emit(value)

    def finish(self, result: Any) -> None:
        """The work is done."""
        if not self.is_over:
            self.is_over = True
            self.done.emit(result)

    def fail(self, error: BaseException) -> None:
        """The work has failed."""
        if not self.is_over:
            self.is_over = True
            self.failed.emit(error)


class Courier(QObject):
    """Carries calls from any thread to the one it was made on."""

    _handed_in = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._handed_in.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` made on the window's thread, soon; never, if the window is gone."""
        with suppress(RuntimeError):
            self._handed_in.emit(call)

    @Slot(object)
    def _carry_out(self, call: Callable[[], None]) -> None:
        call()


class Wire:
    """What a worker on a thread tells the window, and hears from it."""

    def __init__(self, job: Job, courier: Courier) -> None:
        self._job, self._courier = job, courier
        self._stop = threading.Event()

    def cut(self) -> None:
        """Nobody waits any more."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Whether nobody waits any more."""
        return self._stop.is_set()

    def tell(self, text: str, share: float) -> None:
        """How far it is; `Job.progressed` brings it to the window."""
        self._post(lambda: self._job.tell(text, share))

    def glimpse(self, value: Any) -> None:
        """Something of the result to look at already; `Job.glimpsed` brings it to the window."""
        self._post(lambda: self._job.glimpse(value))

    def _post(self, call: Callable[[], None]) -> None:
        if not self._stop.is_set():
            self._courier.post(call)


class Threads(QObject):
    """Calls carried out on threads: those of one instance one after another, so the order of writes is kept."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._courier = Courier()
        self._jobs: set[Job] = set()

    @cached_property
    def _executor(self) -> ThreadPoolExecutor:
        return one_thread(self._name)

    def do(self, work: Callable[[], Any]) -> Job:
        """Start `work`; it must not touch a widget."""
        return self.watch(lambda _wire: work())

    def watch(self, work: Callable[[Wire], Any]) -> Job:
        """Start work that tells how far it is and looks whether anybody still waits; it must not touch a widget."""
        job = Job()
        wire = Wire(job, self._courier)
        self._jobs.add(job)
        future = self._executor.submit(work, wire)

        def stop() -> None:
            wire.cut()
            future.cancel()

        job.on_cancel(stop)
        future.add_done_callback(lambda ended: self._courier.post(lambda: self._settle(job, ended)))
        return job

    def ask(self, work: Callable[[], Any]) -> Any:
        """Have `work` done for another thread, which waits for it; never to be called on the window's thread.

        Raises what `work` raises, and `RuntimeError` after `close`.
        """
        return self._executor.submit(work).result()

    def _settle(self, job: Job, ended: Future[Any]) -> None:
        self._jobs.discard(job)
        if ended.cancelled():
            return
        error = ended.exception()
        if error is not None:
            job.fail(error)
        else:
            job.finish(ended.result())

    def close(self) -> None:
        """Finish what was begun, then end."""
        self._executor.shutdown(wait=True)

    def leave(self) -> None:
        """End at once; what was begun ends when it will, and nobody hears of it."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def one_thread(name: str) -> ThreadPoolExecutor:
    """An executor whose calls are carried out one after another on one thread of this name."""
    from concurrent.futures import ThreadPoolExecutor  # when there is work: the window need not wait for this

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
