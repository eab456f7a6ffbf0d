"""Files in, files out: what the command line does with one file and with a folder of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from processing.errors import UnreadableFile, UnwritableResult, UserError
from processing.export.blocks import Choices
from processing.export.formats import export, for_reading
from processing.export.text import transcript_text
from processing.files import write_whole
from processing.minutes import Minutes, minutes_of
from processing.order import Order
from processing.pipeline import Cleaned, Workshop, load_workshop
from processing.readers.files import read_file
from processing.readers.imported import Imported
from processing.terms.glossary import Term, built_in_terms, merged, read_glossary
from processing.transcript import transcript

if TYPE_CHECKING:  # brings the SDK along, a second that only an order with a model is charged
    from processing.model.failure import ModelFailed
    from processing.refining import Refiner

DONE, REFUSED, MODEL_FAILED = 0, 3, 4


@dataclass(frozen=True)
class _Made:
    """A note ready to be written; `failure` is the model's, if the offline result stands in for it."""

    minutes: Minutes
    warnings: tuple[str, ...]
    failure: ModelFailed | None = None


class _Bench:
    """What one order works with: a loaded workshop, and a model if one is wanted."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._refiner = _refiner(order) if order.wants_model else None
        self._workshop: Workshop = load_workshop(
            order.glossaries, has_built_in=order.has_built_in, summarises=order.summary != "none"
        )

    def make(self, imported: Imported) -> _Made:
        """The minutes of a file. Never raises for a model: what is offline stays."""
        cleaned = self._workshop.clean(imported.source, self._tell)
        failure = None
        if self._refiner is not None:
            refined = self._refiner.refine(
                cleaned,
                lambda: self._workshop.korean.analyse(transcript(cleaned.source, cleaned.state)),
                self._tell,
            )
            cleaned, failure = refined.cleaned, refined.failure
        return _Made(_minutes(cleaned), (*imported.report.warnings, *cleaned.warnings), failure)

    @property
    def sent(self) -> str | None:
        """What has left the machine, in one sentence."""
        return self._refiner.sent if self._refiner is not None else None

    def _tell(self, stage: str, share: float) -> None:
        if self._order.shows_progress:
            print(f"[{share:4.0%}] {stage}", file=sys.stderr, flush=True)


def _refiner(order: Order) -> Refiner:
    from processing.refining import Refiner

    return Refiner(order, _terms(order), os.environ)


def _terms(order: Order) -> list[Term]:
    own = [term for path in order.glossaries for term in read_glossary(path)]
    return merged([*own, *(built_in_terms() if order.has_built_in else [])])


def _minutes(cleaned: Cleaned) -> Minutes:
    return minutes_of(cleaned.source, cleaned.state, cleaned.proposals, cleaned.turn_proposals)


def clean_file(order: Order) -> int:
    """Clean one file and write what was asked for; the exit code. Raises `UserError` for what stands in the way.

    Every result is made before the first is written, so that an error in one leaves no other behind.
    """
    imported = read_file(order.path)
    bench = _Bench(order)
    made = bench.make(imported)
    target = order.result_file
    result = _result(made, target.suffix.lower().removeprefix("."), order) if target else b""
    document = export(made.minutes, "json", warnings=made.warnings) if order.json is not None else b""
    if target is not None:
        _make_folder(order.out_dir if order.output is None else None)
        write_whole(target, result)
    if order.json is not None:
        _write_json(order.json, document)
    if target is None and order.json is None:
        _to_stdout(transcript_text(made.minutes).encode("utf-8", "replace"))
    return _told(made.failure, bench.sent)


def _told(failure: ModelFailed | None, sent: str | None) -> int:
    """Say what left the machine and why the model's part is missing, if it is; the exit code."""
    if sent is not None:
        print(sent, file=sys.stderr)
    if failure is None:
        return DONE
    print(f"{failure.sentence} 모델 없이 만든 결과를 썼습니다.", file=sys.stderr)
    return MODEL_FAILED


def _result(made: _Made, format_: str, order: Order) -> bytes:
    return export(made.minutes, format_, for_reading(Choices(template=order.template), format_), made.warnings)


def _write_json(target: str, data: bytes) -> None:
    if target == "-":
        _to_stdout(data)
    else:
        write_whole(Path(target), data)


def _to_stdout(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # what is left in the buffer must not raise once more when the program ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UnwritableResult(
            "결과를 화면에 다 쓰지 못했습니다. 받는 프로그램이 먼저 끝났는지 확인하거나 -o로 파일에 써 주세요."
        ) from error


def clean_folder(order: Order) -> int:
    """Clean every file of a folder into another; one bad file does not stop the others.

    The exit code is 3 if any file failed, else 4 if the model did.
    """
    assert order.out_dir is not None
    files = _files(order.path)
    if not files:
        raise UnreadableFile(
            f"'{order.path.name}' 폴더에 파일이 없습니다. 녹취록이 든 폴더를 골라 주세요.", order.path.name
        )
    _make_folder(order.out_dir)
    bench = _Bench(order)
    failed, failure = 0, None
    for file, name in zip(files, _result_names(files, order.format), strict=True):
        try:
            made = bench.make(read_file(file))
            write_whole(order.out_dir / name, _result(made, order.format, order))
            failure = failure or made.failure
        except UserError as error:
            failed += 1
            print(f"{file.name}: {error.sentence}", file=sys.stderr)
    code = _told(failure, bench.sent)
    print(f"파일 {len(files)}개 가운데 {len(files) - failed}개를 다듬었습니다. 실패 {failed}개.", file=sys.stderr)
    return REFUSED if failed else code


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")]
    except OSError as error:
        raise UnreadableFile(
            f"'{folder.name}' 폴더를 열지 못했습니다. 폴더의 권한을 확인해 주세요.", folder.name
        ) from error


def _result_names(files: Iterable[Path], format_: str) -> Iterator[str]:
    """A name for each result; two files that differ by their ending only keep it, so that neither is lost."""
    kept = list(files)
    stems = [file.stem.casefold() for file in kept]
    for file in kept:
        yield f"{file.stem if stems.count(file.stem.casefold()) == 1 else file.name}.{format_}"


def _make_folder(folder: Path | None) -> None:
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableResult(
            f"'{folder.name}' 폴더를 만들지 못했습니다. 다른 폴더를 골라 주세요.", str(folder)
        ) from error
