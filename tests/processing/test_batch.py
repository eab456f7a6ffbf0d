"""A folder shared out among processes: each file once, whatever becomes of one of them, and nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from processing import batch
from processing.batch import Outcome, shared_out, workers_for
from processing.errors import UserError
from processing.folder import Task, files_in, result_names, tasks_of
from processing.order import Order
from processing.workbench import Workbench
from tests.processing.benches import PlainBench, Stillborn

ROOT = Path(__file__).parents[2]
TALK = """회의 {n}

참석자 1 00:00
{n}번 회의에서는 레그를 먼저 붙여 보겠습니다. 예산은 삼천만 원으로 확정하겠습니다.

참석자 2 00:30
제가 금요일까지 보고서를 쓰겠습니다.
"""


def order_of(folder: Path, out: Path | None = None) -> Order:
    return Order(folder, None, out, "md", None, (), True, "offline", "offline", "minutes", None, None, False)


def folder_of(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "회의들"
    folder.mkdir()
    for n, name in enumerate(names):
        (folder / name).write_text(TALK.format(n=n), encoding="utf-8")
    return folder


def outcomes(folder: Path, make_bench: Callable[[Order], Workbench] = PlainBench) -> dict[str, Outcome]:
    done = {}
    for task, outcome in shared_out(order_of(folder), tasks_of(files_in(folder), "md"), 2, make_bench):
        assert task.names[0] not in done
        done[unicodedata.normalize("NFC", task.names[0])] = outcome
    return done


# --- processes ------------------------------------------------------------------------------------------------------


def test_every_file_comes_back_once_from_two_processes(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "느린 1.txt", "느린 2.txt", *(f"회의 {n}.txt" for n in range(20)))
    done = outcomes(folder)
    assert len(done) == 22
    workers = {outcome.data.split()[0] for outcome in done.values()}
    assert len(workers) == 2
    assert str(os.getpid()).encode() not in workers
    assert all(TALK.format(n=n).strip() in done[f"회의 {n - 2}.md"].data.decode() for n in range(2, 22))


@pytest.mark.slow
def test_a_file_that_ends_a_process_or_trips_the_program_stops_no_other(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, *(f"회의 {n}.txt" for n in range(6)), "죽음 1.txt", "죽음 2.txt", "죽음 3.txt", "오류.txt"
    )
    (folder / "사진.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    done = outcomes(folder)
    failed = {name: outcome.refusal for name, outcome in done.items() if outcome.refusal}
    assert set(failed) == {"죽음 1.md", "죽음 2.md", "죽음 3.md", "오류.md", "사진.md"}
    assert all(sentence.endswith(("주세요.", "건너뛰었습니다.")) for sentence in failed.values())
    assert failed["오류.md"].startswith("프로그램 오류입니다(KeyError).")
    assert len(done) == 11


def test_a_refusal_names_no_file_itself(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "빈 파일.txt").write_bytes(b"")
    assert batch.outcome_of(PlainBench(order_of(folder)), order_of(folder), folder / "빈 파일.txt").refusal.startswith(
        "빈 파일이니 "
    )


def test_processes_that_die_while_loading_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="시작하지 못했습니다"):
        outcomes(folder_of(tmp_path, "가.txt", "나.txt"), Stillborn)


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a process by a signal")
def test_processes_end_when_nobody_waits_any_more(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, *(f"느린 {n}.txt" for n in range(8)))
    given = shared_out(order_of(folder), tasks_of(files_in(folder), "md"), 2, PlainBench)
    _, outcome = next(given)
    worker = int(outcome.data.split()[0])
    given.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_a_few_files_and_a_model_are_worth_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: 4)
    order = order_of(tmp_path)

    def files(number: int, weight: int) -> list[Task]:
        return [Task((), (), weight)] * number

    assert workers_for(order, files(3, 13_000)) == 1
    assert workers_for(order, files(2, 250_000)) == 2
    assert workers_for(order, files(200, 13_000)) == 4
    assert workers_for(replace(order, terms="model"), files(200, 13_000)) == 1


# --- folders as work ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        ["가.txt", "가.md", "가.md.txt"],
        ["Report.txt", "report.md", "REPORT.srt"],
        [unicodedata.normalize("NFD", "회의.txt"), "회의.txt", "회의.md"],
        ["a.txt", "a.txt (2).md", "a.md"],
    ],
)
def test_no_result_takes_the_place_of_another(names: list[str]) -> None:
    results = list(result_names([Path(name) for name in names], "md"))
    assert len({unicodedata.normalize("NFC", name).casefold() for name in results}) == len(names)


def test_files_of_the_same_bytes_are_one_task(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "가.txt", "나.txt")
    (folder / "다.txt").write_bytes((folder / "가.txt").read_bytes())
    (folder / "빈 1.txt").write_bytes(b"")
    (folder / "빈 2.txt").write_bytes(b"")
    tasks = tasks_of(files_in(folder), "md")
    assert [[file.name for file in task.files] for task in tasks] == [
        ["가.txt", "다.txt"],
        ["나.txt"],
        ["빈 1.txt"],
        ["빈 2.txt"],
    ]


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough files for two processes: one is no note, two are the same."""
    folder = folder_of(tmp_path, *(f"회의 {n:02}.txt" for n in range(48)))
    (folder / "같은 회의.txt").write_bytes((folder / "회의 07.txt").read_bytes())
    (folder / "사진.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    return folder


def start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    words = ["-m", "desktop", "clean", str(folder), "--out-dir", str(out), "--format", "md"]
    return subprocess.Popen([sys.executable, *words], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)


@pytest.mark.slow
def test_a_folder_is_cleaned_by_two_processes(many: Path, tmp_path: Path) -> None:
    with start(many, tmp_path / "결과") as command:
        error = command.communicate(timeout=120)[1].decode()
    assert command.returncode == 3, error
    results = {unicodedata.normalize("NFC", path.name): path for path in (tmp_path / "결과").iterdir()}
    assert len(results) == 49
    assert results["같은 회의.md"].read_bytes() == results["회의 07.md"].read_bytes()
    assert all(f"{n}번 회의" in results[f"회의 {n:02}.md"].read_text("utf-8") for n in range(48))
    assert "내용이 같습니다" in error
    assert "[49/50]" in error or "[50/50]" in error  # the one that fails may be the last, and has no number
    assert error.endswith("파일 50개 가운데 49개를 다듬었습니다. 내용이 같은 파일이 1개 있었습니다. 실패 1개.\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_an_interrupt_ends_every_process_and_leaves_whole_results(many: Path, tmp_path: Path) -> None:
    with start(many, tmp_path / "결과") as command:
        assert command.stderr is not None
        while not command.stderr.readline().startswith(b"[3/"):
            assert command.poll() is None
        os.killpg(command.pid, signal.SIGINT)  # as the terminal does: to the workers too
        told = command.stderr.read().decode()
    assert command.returncode == 130
    assert "Traceback" not in told
    assert told.endswith("중단했습니다.\n")
    results = [path.name for path in (tmp_path / "결과").iterdir()]
    assert 3 <= len(results) < 49
    assert not [name for name in results if not name.endswith(".md")]
    assert all((tmp_path / "결과" / name).read_text("utf-8").strip() for name in results)
    _wait_until_gone(command.pid)


def _wait_until_gone(group: int) -> None:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("a worker lives on")
