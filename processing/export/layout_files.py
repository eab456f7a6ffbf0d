"""A person's own templates as files: one, or all that stand in a folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from processing.data_files import asset
from processing.errors import UserError
from processing.export.layout import NAMES, BrokenTemplate, Layout, layout_from
from processing.files import write_whole
from processing.folder import files_in, make_folder

LARGEST = 64 * 1024  # bytes
ENDINGS = (".txt", ".md")
EXAMPLE = "주간 회의록.txt"


@dataclass(frozen=True)
class OwnTemplates:
    """The templates of a folder in the order of their files' names, and why the other files are none."""

    layouts: tuple[Layout, ...] = ()
    refusals: tuple[UserError, ...] = ()


def read_layout(path: Path) -> Layout:
    """The template in a UTF-8 file. Raises `BrokenTemplate`, whose sentence names the file."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise _broken(path, "파일을 열지 못했습니다. 파일의 권한을 확인해 주세요.") from error
    if len(raw) > LARGEST:
        raise _broken(path, "양식으로 쓰기에는 너무 큰 파일입니다. 항목을 한 줄에 하나씩 적은 글 파일이어야 합니다.")
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _broken(
            path, "UTF-8로 적힌 글 파일이 아닙니다. 메모장에서 인코딩을 UTF-8로 골라 저장해 주세요."
        ) from error
    try:
        return layout_from(text)
    except BrokenTemplate as error:
        raise _broken(path, error.sentence, error.line) from error


def own_templates(folder: Path) -> OwnTemplates:
    """The templates in a folder; one that does not exist has none. A file that is none does not hide the others."""
    made: dict[str, Layout] = {}
    refusals: list[UserError] = []
    try:
        files = files_in(folder) if folder.is_dir() else []
    except UserError as error:
        return OwnTemplates(refusals=(error,))
    for path in (path for path in files if path.suffix.lower() in ENDINGS):
        try:
            layout = read_layout(path)
            _check_name(path, layout.name, made)
        except BrokenTemplate as error:
            refusals.append(error)
        else:
            made[layout.name] = layout
    return OwnTemplates(tuple(made.values()), tuple(refusals))


def furnish(folder: Path) -> None:
    """Make the folder where there is none, with an example to write one's own after. Raises `UnwritableResult`."""
    if not folder.is_dir():
        make_folder(folder)
        write_whole(folder / EXAMPLE, asset("templates").joinpath("example.txt").read_bytes())


def _check_name(path: Path, name: str, others: Iterable[str]) -> None:
    if name in (*NAMES, *NAMES.values(), *others):
        raise _broken(path, f"'{name}'(이)라는 양식이 이미 있습니다. 첫 줄에 다른 이름을 적어 주세요.", 1)


def _broken(path: Path, sentence: str, line: int = 0) -> BrokenTemplate:
    return BrokenTemplate(f"양식 파일 '{path.name}': {sentence}", line)
