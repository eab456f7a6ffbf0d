"""A folder of files in, their results out, on every core.

The only room of this package that names a process. Workers make results and hand the bytes over; nobody but the
command's own process writes, so that an interrupt leaves nothing half-written.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from processing.cli_words import tell
from processing.errors import UnreadableFile, UserError
from processing.files import write_whole
from processing.folder import Task, files_in, make_folder, talks_among, tasks_of
from processing.one_file import told
from processing.order import NEVER_WRITTEN, Order
from processing.readers.files import read_file
from processing.terms.glossary import read_glossary
from processing.workbench import Workbench

if TYPE_CHECKING:
    from processing.model.failure import ModelFailed

REFUSED = 3

WORTH_A_WORKER = 250_000  # bytes of text: as long as a worker takes to load (measured: 4 s, 13 ms a thousand bytes)
MOST_WORKERS = 8  # each holds half a gigabyte

WORKER_DIED = "다듬던 작업이 갑자기 멈췄습니다. 남은 메모리를 확인한 뒤 이 파일만 다시 다듬어 주세요."
NO_WORKERS = "다듬는 작업을 시작하지 못했습니다. 다른 프로그램을 닫아 메모리를 비운 뒤 다시 해 주세요."


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the result's bytes, or the sentence that says why there is none.

    `report` counts what was read; `warnings` say what to look at in it.
    """

    data: bytes = b""
    refusal: str = ""
    report: str = ""
    warnings: tuple[str, ...] = ()
    failure: ModelFailed | None = None


Outcomes = Generator[tuple[Task, Outcome], None, None]


def clean_folder(order: Order) -> int:
    """Clean every file of a folder into another; one bad file does not stop the others.

    Many files are shared out among processes. A model is asked from one: its limits and what has left are counted
    there. The exit code is 3 if any file failed, else 4 if the model did.
    """
    assert order.out_dir is not None
    found = files_in(order.path)
    files = talks_among(found)
    if not files:
        what = "녹취록으로 읽을 파일이" if found else "파일이"
        raise UnreadableFile(
            f"'{order.path.name}' 폴더에 {what} 없습니다. 녹취록이 든 폴더를 골라 주세요.", order.path.name
        )
    for glossary in order.glossaries:
        read_glossary(glossary)  # a broken one is told before anything slow begins
    make_folder(order.out_dir)
    tasks = tasks_of(files, order.format)
    workers = workers_for(order, tasks)
    bench = Workbench(order) if workers < 2 else None
    tally = _Tally(order, files, len(found) - len(files))
    with closing(_one_by_one(order, tasks, bench) if bench else shared_out(order, tasks, workers)) as outcomes:
        tally.take_all(outcomes)
    code = told(tally.failure, bench.sent if bench else None)
    return REFUSED if tally.failed else code


def workers_for(order: Order, tasks: Iterable[Task]) -> int:
    """How many processes an order's files are worth: 1 where loading another would cost more than it saves."""
    worth = sum(task.weight for task in tasks) // WORTH_A_WORKER
    return 1 if order.wants_model else max(1, min(worth, _cores(), MOST_WORKERS))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use of what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Tally:
    """Writes results as they come and counts; `failure` is the first of the model's."""

    def __init__(self, order: Order, files: Sequence[Path], left_out: int = 0) -> None:
        self._order, self._files, self._left_out = order, len(files), left_out
        self._read = {os.path.realpath(file) for file in (*files, *order.files_read)}
        self._written = self._alike = self.failed = 0
        self.failure: ModelFailed | None = None

    def take_all(self, outcomes: Outcomes) -> None:
        """Take every outcome and say the counts, also of what an interrupt cut off."""
        try:
            for task, outcome in outcomes:
                self._take(task, outcome)
        finally:
            alike = f" 내용이 같은 파일이 {self._alike}개 있었습니다." if self._alike else ""
            counts = f"파일 {self._files}개 가운데 {self._written}개를 다듬었습니다."
            others = f" 녹취록이 아닌 파일 {self._left_out}개는 건너뛰었습니다." if self._left_out else ""
            tell(f"{counts}{alike} 실패 {self.failed}개.{others}")

    def _take(self, task: Task, outcome: Outcome) -> None:
        self.failure = self.failure or outcome.failure
        for file, name in zip(task.files, task.names, strict=True):
            refusal = outcome.refusal or self._refusal_of_writing(name, outcome.data)
            self.failed += bool(refusal)
            self._written += not refusal
            if not refusal and self._order.shows_progress:
                alike = _alike(file, task)
                tell(f"[{self._written + self.failed}/{self._files}] {file.name}: {alike or outcome.report}")
            for sentence in (refusal,) if refusal else outcome.warnings:
                tell(f"{file.name}: {sentence}")
        self._alike += len(task.files) - 1

    def _refusal_of_writing(self, name: str, data: bytes) -> str:
        assert self._order.out_dir is not None
        target = self._order.out_dir / name
        if os.path.realpath(target) in self._read:  # a link there may lead back to what was read
            return NEVER_WRITTEN
        try:
            write_whole(target, data)
        except UserError as error:
            return error.sentence
        return ""


def _alike(file: Path, task: Task) -> str:
    return f"'{task.files[0].name}'와(과) 내용이 같습니다." if file != task.files[0] else ""


def _one_by_one(order: Order, tasks: Iterable[Task], bench: Workbench) -> Outcomes:
    for task in tasks:
        yield task, outcome_of(bench, order, task.files[0])


def outcome_of(bench: Workbench, order: Order, path: Path) -> Outcome:
    """What becomes of one file; never raises, since a file that trips the program must not stop the others."""
    try:
        imported = read_file(path)
        made, report = bench.make(imported, _say_nothing), imported.report
        return Outcome(
            made.result(order.format, order.choices), "", report.sentence, report.warnings, failure=made.failure
        )
    except UnreadableFile as error:  # each file is named where it is told, and one of the same bytes has another name
        return Outcome(refusal=error.sentence.removeprefix(f"'{error.name}': "))
    except UserError as error:
        return Outcome(refusal=error.sentence)
    except Exception as error:  # noqa: BLE001 - told by its kind only: its words may be the transcript's
        return Outcome(refusal=f"프로그램 오류입니다({type(error).__name__}). 이 파일은 건너뛰었습니다.")


def _say_nothing(_stage: str, _share: float) -> None:
    return None


def shared_out(
    order: Order, tasks: Iterable[Task], number: int, make_bench: Callable[[Order], Workbench] = Workbench
) -> Outcomes:
    """The outcomes of `number` processes, as they come; the heaviest files go first, so that none is left for last.

    A worker that dies fails the file it was at and is replaced; one that dies while loading is not. Raises `UserError`
    if none is left.
    """
    waiting = deque(sorted(tasks, key=lambda task: -task.weight))
    crew = [_Worker(order, make_bench) for _ in range(min(number, len(waiting)))]
    try:
        while waiting or any(worker.task for worker in crew):
            if not crew:
                raise UserError(NO_WORKERS)
            for worker in _with_news(crew):
                task, outcome = worker.receive()
                if task is not None:
                    yield task, outcome
                if worker.is_gone:
                    crew.remove(worker)
                    if task is not None and waiting:
                        crew.append(_Worker(order, make_bench))
                elif waiting:
                    worker.begin(waiting.popleft())
    finally:
        for worker in crew:
            worker.end()


class _Worker:
    """A process with a bench of its own; it is ready when it first has news, and then takes one task at a time."""

    def __init__(self, order: Order, make_bench: Callable[[Order], Workbench]) -> None:
        context = get_context("spawn")
        self.wire, far_end = context.Pipe()
        self._process = context.Process(target=_work, args=(far_end, order, make_bench), daemon=True)
        with _interrupts_held_back():
            self._process.start()
        far_end.close()
        self.task: Task | None = None
        self.is_gone = False

    def begin(self, task: Task) -> None:
        """Have a task done; a worker that has just died is found out by its next news."""
        self.task = task
        try:
            self.wire.send(task.files[0])
        except OSError:
            return

    def receive(self) -> tuple[Task | None, Outcome]:
        """The task it was at, if it was at one, and its outcome."""
        task, self.task = self.task, None
        try:
            return task, self.wire.recv()
        except (EOFError, OSError):
            self.is_gone = True
            self.end()
            return task, Outcome(refusal=WORKER_DIED)

    def end(self) -> None:
        """End the process; it holds nothing that would be lost."""
        self._process.terminate()
        self._process.join()
        self.wire.close()


def _with_news(crew: Iterable[_Worker]) -> list[_Worker]:
    spoken = wait([worker.wire for worker in crew])
    return [worker for worker in crew if worker.wire in spoken]


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Have the process started in here never see Ctrl+C: the command's own process ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows: the worker shuts its ears itself
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(wire: Connection, order: Order, make_bench: Callable[[Order], Workbench]) -> None:
    """A worker's life: load, say so, then one file after another until the command is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bench = make_bench(order)
    try:
        wire.send(Outcome())
        while True:
            wire.send(outcome_of(bench, order, wire.recv()))
    except (EOFError, OSError):
        return
