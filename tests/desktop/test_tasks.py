"""The language process and the threads: results on the window's thread, cancel, death, a window that never waits."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.language.language_process import LanguageProcess
from desktop.tasks import Threads, Wire
from processing.errors import Bug, UnreadableFile, UserError

HERE = str(Path(__file__).parent)


@pytest.fixture
def language(monkeypatch: pytest.MonkeyPatch) -> Iterator[LanguageProcess]:
    """A language process with a fake workshop, which a spawned child finds by its module's name."""
    monkeypatch.syspath_prepend(HERE)
    process = LanguageProcess("fake_workshop", "FakeWorkshop", {"a": 1})
    yield process
    process.close()


def test_what_is_asked_comes_back_with_progress(language: LanguageProcess, qtbot: QtBot) -> None:
    told: list[tuple[str, float]] = []
    job = language.ask("echo", {"가": "나" * 300_000})
    job.progressed.connect(lambda text, share: told.append((text, share)))
    with qtbot.waitSignal(job.done) as ended:
        pass
    assert ended.args == [({"가": "나" * 300_000}, {"a": 1})]
    assert told == [("되돌려 주는 중", 0.5)]
    assert language.is_ready


def test_a_refusal_keeps_its_sentence(language: LanguageProcess, qtbot: QtBot) -> None:
    job = language.ask("refuse")
    with qtbot.waitSignal(job.failed) as ended:
        pass
    (error,) = ended.args
    assert isinstance(error, UnreadableFile)
    assert (error.sentence, error.name) == ("읽지 못했습니다.", "가.hwp")


def test_a_bug_tells_where_but_not_the_words(language: LanguageProcess, qtbot: QtBot) -> None:
    job = language.ask("stumble", "회의에서 한 말")
    with qtbot.waitSignal(job.failed) as ended:
        pass
    (error,) = ended.args
    assert isinstance(error, Bug)
    assert "ValueError" in str(error)
    assert "stumble" in str(error)
    assert "회의" not in str(error)


def test_a_child_that_dies_fails_its_request_and_serves_the_next(language: LanguageProcess, qtbot: QtBot) -> None:
    dying, waiting, errors = language.ask("die"), language.ask("echo", 2), []
    dying.failed.connect(errors.append)
    with qtbot.waitSignal(waiting.done):
        pass
    (error,) = errors
    assert isinstance(error, UserError)
    assert error.sentence.endswith("주세요.")


def test_a_stillborn_child_does_not_start_over_and_over(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.syspath_prepend(HERE)
    language = LanguageProcess("fake_workshop", "Stillborn", {})
    deaths: list[float] = []
    language.died.connect(lambda: deaths.append(time.monotonic()))
    job = language.ask("echo", 1)
    with qtbot.waitSignal(job.failed):
        pass
    qtbot.wait(500)
    assert len(deaths) == 1
    language.close()


def test_a_cancelled_request_brings_nothing_and_the_next_is_served(language: LanguageProcess, qtbot: QtBot) -> None:
    job, results = language.ask("wait_for_cancel"), []
    job.done.connect(results.append)
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=100):
        job.cancel()
    with qtbot.waitSignal(language.ask("echo", 3).done):
        pass
    assert results == []


def test_a_child_that_does_not_listen_is_ended(
    language: LanguageProcess, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.language.language_process.PATIENCE_MS", 100)
    job = language.ask("never_listen")
    with qtbot.waitSignal(job.progressed):
        pass
    job.cancel()
    with qtbot.waitSignal(language.ask("echo", 4).done) as ended:
        pass
    assert ended.args == [(4, {"a": 1})]


def test_a_request_still_waiting_is_taken_back(language: LanguageProcess, qtbot: QtBot) -> None:
    first, second = language.ask("echo", 1), language.ask("die")
    second.cancel()
    with qtbot.waitSignals([first.done, language.ask("echo", 2).done]):
        pass


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[LanguageProcess]:
    """A language process that was taught 레그."""
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setattr("desktop.language.language_process.PATIENCE_MS", 100)
    process = LanguageProcess("fake_workshop", "TaughtWorkshop", {"a": 1})
    process.teach("learn", "레그")
    with qtbot.waitSignal(process.ask("tell").done) as ended:
        pass
    assert ended.args == [("레그", {"a": 1})]
    yield process
    process.close()


@pytest.mark.parametrize("method", ["never_listen", "die"])
def test_what_waits_behind_a_child_s_end_is_answered_by_one_that_was_taught(
    taught: LanguageProcess, qtbot: QtBot, method: str
) -> None:
    ill = taught.ask(method)
    behind = taught.ask("tell")
    if method == "never_listen":
        ill.cancel()
    with qtbot.waitSignal(behind.done) as ended:
        pass
    assert ended.args == [("레그", {"a": 1})]


def test_what_is_under_way_when_the_child_loads_anew_is_begun_again_and_taught(
    taught: LanguageProcess, qtbot: QtBot
) -> None:
    """A glossary is switched off while a file comes in: the file comes in with what holds now."""
    under_way, waiting = taught.ask("tell"), taught.ask("tell")
    answers: list[object] = []
    under_way.done.connect(answers.append)
    taught.restart({"a": 2})
    with qtbot.waitSignal(waiting.done) as ended:
        pass
    assert [*answers, *ended.args] == [("레그", {"a": 2})] * 2


def test_what_was_cancelled_is_not_begun_again(taught: LanguageProcess, qtbot: QtBot) -> None:
    taught.ask("die").cancel()
    deaths: list[object] = []
    taught.died.connect(lambda: deaths.append(None))
    taught.restart()
    with qtbot.waitSignal(taught.ask("tell").done):
        pass
    assert not deaths


def test_work_is_done_in_order_off_the_windows_thread(qtbot: QtBot) -> None:
    threads, order = Threads("test"), []
    jobs = [threads.do(lambda i=i: order.append((i, threading.get_ident()))) for i in range(20)]
    with qtbot.waitSignal(jobs[-1].done):
        pass
    assert [i for i, _ in order] == list(range(20))
    assert {ident for _, ident in order} - {threading.get_ident()} == {ident for _, ident in order}
    threads.close()


def test_an_error_on_a_thread_comes_back_as_it_was(qtbot: QtBot) -> None:
    threads = Threads("test")
    with qtbot.waitSignal(threads.do(lambda: {}["없음"]).failed) as ended:
        pass
    assert isinstance(ended.args[0], KeyError)
    threads.close()


def test_the_window_never_waits_while_kiwi_loads(qtbot: QtBot) -> None:
    language = LanguageProcess("desktop.language.language_child", "Desk", {})
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(5)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    with qtbot.waitSignal(language.ready, timeout=60_000):
        language.start()
    heart.stop()
    longest = max(later - sooner for sooner, later in pairwise(beats))
    language.close()
    assert len(beats) > 20
    assert longest < 0.5  # loading in a thread holds it for over a second


def test_the_windows_process_never_imports_what_the_child_is_for() -> None:
    heavy = "{'kiwipiepy', 'keybert', 'sklearn', 'openai', 'docx', 'sqlite_utils'}"
    code = f"import sys, desktop.application; sys.exit(bool({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_signals_leave_pythons_own_values_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference to True a signal: under Python 3.11 the program soon ends."""
    job, before = Threads("test"), sys.getrefcount(True)
    job.destroyed.connect(lambda: None)
    for _ in range(50):
        job.objectNameChanged.emit("가")
    assert abs(sys.getrefcount(True) - before) < 40


def test_a_thread_tells_how_far_it_is_and_what_it_has(qtbot: QtBot) -> None:
    threads, told, seen = Threads("watched"), [], []

    def work(wire: Wire) -> str:
        wire.tell("반쯤", 0.5)
        wire.glimpse(["첫 줄"])
        return "끝"

    job = threads.watch(work)
    job.progressed.connect(lambda text, share: told.append((text, share, threading.current_thread())))
    job.glimpsed.connect(seen.append)
    with qtbot.waitSignal(job.done) as ended:
        pass
    threads.close()
    assert ended.args == ["끝"]
    assert told == [("반쯤", 0.5, threading.main_thread())]
    assert seen == [["첫 줄"]]


def test_a_thread_hears_that_nobody_waits_and_says_no_more(qtbot: QtBot) -> None:
    threads, begun, stopped, told = Threads("cancelled"), threading.Event(), threading.Event(), []

    def work(wire: Wire) -> None:
        begun.set()
        while not wire.is_cancelled():
            time.sleep(0.01)
        wire.tell("늦은 말", 1.0)
        stopped.set()

    job = threads.watch(work)
    job.progressed.connect(lambda *words: told.append(words))
    job.done.connect(lambda _result: told.append("done"))
    assert begun.wait(5)
    with qtbot.waitSignal(job.cancelled, timeout=1_000):
        job.cancel()
    assert stopped.wait(5)
    threads.close()
    qtbot.wait(50)
    assert told == []


def test_one_thread_may_wait_for_another(qtbot: QtBot) -> None:
    owner, asker = Threads("owner"), Threads("asker")
    names = asker.do(lambda: owner.ask(lambda: threading.current_thread().name))
    with qtbot.waitSignal(names.done) as ended:
        pass
    asker.close()
    owner.close()
    assert ended.args[0].startswith("owner")


def test_leaving_does_not_wait_for_what_is_under_way(qtbot: QtBot) -> None:
    threads, release = Threads("left"), threading.Event()
    job = threads.do(lambda: release.wait(10))
    job.cancel()
    began = time.perf_counter()
    threads.leave()
    assert time.perf_counter() - began < 1
    release.set()
