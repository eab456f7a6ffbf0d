"""Files in, files out: what the command line does with one file and with a folder of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from processing.errors import UnreadableFile, UserError
from processing.export.blocks import Choices
from processing.export.formats import export, for_reading
from processing.export.text import transcript_text
from processing.files import write_whole
from processing.minutes import Minutes, minutes_of
from processing.pipeline import Cleaned, Progress, Workshop, load_workshop
from processing.readers.files import read_file
from processing.readers.imported import Imported

if TYPE_CHECKING:
    from processing.cli import Order

DONE, REFUSED = 0, 3


def clean_file(order: Order) -> int:
    """Clean one file and write what was asked for; the exit code. Raises `UserError` for what stands in the way."""
    imported = read_file(order.path)
    workshop = _workshop(order)
    minutes, warnings = _cleaned(workshop, imported, _progress(order))
    if order.output is not None:
        write_whole(order.output, _result(minutes, order.output.suffix.lower().removeprefix("."), order))
    if order.json is not None:
        _write_json(order.json, export(minutes, "json", warnings=warnings))
    if order.output is None and order.json is None:
        _to_stdout(transcript_text(minutes).encode("utf-8", "replace"))
    return DONE


def _workshop(order: Order) -> Workshop:
    return load_workshop(order.glossaries, has_built_in=order.has_built_in, summarises=order.summary != "none")


def _cleaned(workshop: Workshop, imported: Imported, progress: Progress) -> tuple[Minutes, tuple[str, ...]]:
    cleaned: Cleaned = workshop.clean(imported.source, progress)
    minutes = minutes_of(imported.source, cleaned.state, cleaned.proposals, cleaned.turn_proposals)
    return minutes, (*imported.report.warnings, *cleaned.warnings)


def _result(minutes: Minutes, format_: str, order: Order) -> bytes:
    return export(minutes, format_, for_reading(Choices(template=order.template), format_))


def _write_json(target: str, data: bytes) -> None:
    if target == "-":
        _to_stdout(data)
    else:
        write_whole(Path(target), data)


def _to_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _progress(order: Order) -> Progress:
    def tell(stage: str, share: float) -> None:
        if order.shows_progress:
            print(f"[{share:4.0%}] {stage}", file=sys.stderr)

    return tell


def clean_folder(order: Order) -> int:
    """Clean every file of a folder into another; one bad file does not stop the others. 3 if any of them failed."""
    assert order.out_dir is not None
    files = list(_files(order.path))
    if not files:
        raise UnreadableFile(
            f"'{order.path.name}' 폴더에 파일이 없습니다. 녹취록이 든 폴더를 골라 주세요.", order.path.name
        )
    _make_folder(order.out_dir)
    workshop = _workshop(order)
    failed = 0
    for file in files:
        try:
            minutes, _ = _cleaned(workshop, read_file(file), lambda stage, share: None)
            write_whole(order.out_dir / f"{file.stem}.{order.format}", _result(minutes, order.format, order))
        except UserError as error:
            failed += 1
            print(f"{file.name}: {error.sentence}", file=sys.stderr)
    print(f"파일 {len(files)}개 가운데 {len(files) - failed}개를 다듬었습니다. 실패 {failed}개.", file=sys.stderr)
    return REFUSED if failed else DONE


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith("."))


def _make_folder(folder: Path) -> None:
    from processing.errors import UnwritableResult

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableResult(
            f"'{folder.name}' 폴더를 만들지 못했습니다. 다른 폴더를 골라 주세요.", str(folder)
        ) from error
