"""Clean one file: what the command line does with it, and what it tells the person while it does."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from processing.cli_words import let_go, tell
from processing.errors import UnwritableResult
from processing.export.text import transcript_text
from processing.files import write_whole
from processing.folder import make_folder
from processing.order import Order
from processing.pipeline import Progress
from processing.readers.files import read_file
from processing.workbench import Workbench

if TYPE_CHECKING:
    from processing.model.failure import ModelFailed

DONE, MODEL_FAILED = 0, 4


def clean_file(order: Order) -> int:
    """Clean one file and write what was asked for; the exit code. Raises `UserError` for what stands in the way.

    Every result is made before the first is written, so that an error in one leaves no other behind.
    """
    imported = read_file(order.path)
    if order.shows_progress:
        tell(imported.report.sentence)
    for warning in imported.report.warnings:
        tell(warning)
    bench = Workbench(order)
    made = bench.make(imported, _teller(order))
    target = order.result_file
    result = made.result(target.suffix.lower().removeprefix("."), order.choices) if target else b""
    document = made.document() if order.json is not None else b""
    if target is not None:
        if order.output is None and order.out_dir is not None:
            make_folder(order.out_dir)
        write_whole(target, result)
        _tell_written(order, target)
    if order.json is not None:
        _write_json(order, document)
    if target is None and order.json is None:
        _to_stdout(transcript_text(made.minutes).encode("utf-8", "replace"))
    return told(made.failure, bench.sent)


def _teller(order: Order) -> Progress:
    def tell_stage(stage: str, share: float) -> None:
        if order.shows_progress:
            tell(f"[{share:4.0%}] {stage}")

    return tell_stage


def told(failure: ModelFailed | None, sent: str | None) -> int:
    """Say what left the machine and why the model's part is missing, if it is; the exit code."""
    if sent is not None:
        tell(sent)
    if failure is None:
        return DONE
    tell(f"{failure.sentence} 모델 없이 만든 결과를 썼습니다.")
    return MODEL_FAILED


def _write_json(order: Order, data: bytes) -> None:
    assert order.json is not None
    if order.json == "-":
        _to_stdout(data)
    else:
        write_whole(Path(order.json), data)
        _tell_written(order, Path(order.json))


def _tell_written(order: Order, target: Path) -> None:
    if order.shows_progress:
        tell(f"저장했습니다: {target}")


def _to_stdout(data: bytes) -> None:
    if sys.stdout is None:  # closed before the program began
        raise UnwritableResult("결과를 내보낼 곳이 닫혀 있습니다. -o로 결과 파일을 적어 주세요.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        let_go(sys.stdout)
        raise UnwritableResult(
            "결과를 화면에 다 쓰지 못했습니다. 받는 프로그램이 먼저 끝났는지 확인하거나 -o로 파일에 써 주세요."
        ) from error
