"""Work that the window does not wait for, and the only file that names a thread or a process.

Files go to threads, the library to one thread of its own, language work to one spawned child process: loading Kiwi
holds the interpreter's lock for about a second, so that a thread would freeze the window. Results come back as
signals on the window's thread; what was cancelled comes back no more.
"""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from desktop import language_child as child
from desktop.succession import Succession
from desktop.words import marked, tr
from processing.collector import collector_paused
from processing.errors import Bug, UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor
    from multiprocessing.connection import Connection

PATIENCE_MS = 2000  # how long a cancelled child may go on before it is ended
CHILD_DIED = marked("말을 다듬던 작업이 갑자기 멈췄습니다. 파일은 그대로 있으니 한 번 더 시도해 주세요.")


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
        return _one_thread(self._name)

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


def _one_thread(name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # when there is work: the window need not wait for this

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)


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
        self._child: _Child | None = None
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
            self._child = _Child(self._workshop, lambda c, m: self._courier.post(lambda: self._receive(c, m)))

    def ask(self, method: str, *args: Any) -> Job:
        """Have the workshop's `method` called with `args`, and with a progress and a cancel function after them."""
        self._number += 1
        request = _Request(self._number, method, args, Job())
        request.job.on_cancel(lambda: self._give_up(request))
        self._waiting.append(request)
        self._send_next()
        return request.job

    def restart(self, options: Mapping[str, Any] | None = None) -> None:
        """Load anew, with other options if given (another glossary …); what is under way is given up."""
        if options is not None:
            self._workshop = (*self._workshop[:2], dict(options))
        self._end_child()
        self.start()

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

    def _receive(self, sender: _Child, message: tuple[Any, ...] | None) -> None:
        if sender is not self._child:
            return
        if message is None:
            self._bury()
        elif message[0] == child.READY:
            self.is_ready = True
            self.ready.emit()
        elif message[0] == child.WORN:
            self.worn.emit()
        elif self._asked is not None and message[0] == child.PROGRESS:
            self._asked.job.tell(*message[2:])
        elif self._asked is not None:
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


class _Child:
    """One run of the child process, with a thread that waits for its messages and unpickles them."""

    def __init__(
        self, workshop: tuple[str, str, dict[str, Any]], receive: Callable[[_Child, tuple[Any, ...] | None], None]
    ) -> None:
        import multiprocessing  # when the window is there: it need not wait for this

        self._receive = receive
        context = multiprocessing.get_context("spawn")
        self._cancelled_up_to = context.Value("q", 0, lock=False)
        self._wire, self._far_end = context.Pipe()
        self._process = context.Process(
            target=child.serve, args=(self._far_end, self._cancelled_up_to, *workshop), name="malkkeum-language"
        )
        self._process.daemon = True  # it never outlives the window
        self._outbox = _one_thread("to-language")
        self._outbox.submit(self._begin)

    def _begin(self) -> None:
        self._process.start()
        self._far_end.close()
        threading.Thread(target=self._listen, name="from-language", daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                message = _unpickled(self._wire)
            except (EOFError, OSError):
                self._receive(self, None)
                return
            except Exception as error:  # noqa: BLE001 - a thread that ends in silence would leave the window waiting
                message = (child.BUG, 0, child.where(error))
            self._receive(self, message)

    def send(self, message: tuple[Any, ...]) -> None:
        """Send a request; from a thread, since a full pipe would hold the window."""
        self._outbox.submit(self._deliver, message)

    def _deliver(self, message: tuple[Any, ...]) -> None:
        try:
            self._wire.send_bytes(pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL))
        except (BrokenPipeError, OSError):
            return  # the listener has seen it too and says so

    def cancel(self, number: int) -> None:
        """Tell the child that requests up to this one are not wanted."""
        self._cancelled_up_to.value = max(self._cancelled_up_to.value, number)

    def end(self) -> None:
        """End the process; returns at once."""
        self._outbox.submit(self._terminate)
        self._outbox.shutdown(wait=False)

    def _terminate(self) -> None:
        self._process.terminate()
        self._process.join()
        self._wire.close()


def _unpickled(wire: Connection) -> tuple[Any, ...]:
    """The next message. Ten hours' note held the window for 45 ms with the garbage collector's passes, 20 without."""
    raw = wire.recv_bytes()
    with collector_paused():
        message: tuple[Any, ...] = pickle.loads(raw)
    return message
