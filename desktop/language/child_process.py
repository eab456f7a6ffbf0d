"""One run of the child process, seen from the window; the only file of the window that starts a process."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.language import language_child as child
from desktop.tasks import one_thread
from processing.collector import collector_paused

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class ChildProcess:
    """One run of the child process, with a thread that waits for its messages and unpickles them."""

    def __init__(
        self, workshop: tuple[str, str, dict[str, Any]], receive: Callable[[ChildProcess, tuple[Any, ...] | None], None]
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
        self._outbox = one_thread("to-language")
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
