"""What one call of the command line asks for, between the room that reads options and the one that does the work."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from processing.export.blocks import Choices
from processing.export.layout import Layout

MODEL = "model"
NEVER_WRITTEN = "가져온 파일은 바꾸지 않습니다. 결과를 담을 다른 이름이나 폴더를 적어 주세요."


@dataclass(frozen=True)
class Order:
    """One call of `clean`, checked. `format` is the ending of results in `out_dir`, `json` a file's path or "-".

    `template` is one that ships or the path of a file, which `layout` then holds.
    """

    path: Path
    output: Path | None
    out_dir: Path | None
    format: str
    json: str | None
    glossaries: tuple[Path, ...]
    has_built_in: bool
    terms: str
    summary: str
    template: str
    base_url: str | None
    model: str | None
    shows_progress: bool
    layout: Layout | None = None

    @property
    def choices(self) -> Choices:
        """What is printed."""
        return Choices(self.template, own=self.layout)

    @property
    def wants_model(self) -> bool:
        """Whether a language model is to be asked at all; nothing leaves the machine otherwise."""
        return MODEL in (self.terms, self.summary)

    @property
    def is_folder(self) -> bool:
        """Whether a folder is to be cleaned; a name that no system takes is no folder, and is told when it is read."""
        return os.path.isdir(self.path)

    @property
    def files_read(self) -> tuple[Path, ...]:
        """What is read and must never be written: the file or folder, glossaries, a template of one's own."""
        return (self.path, *self.glossaries, *((Path(self.template),) if self.layout is not None else ()))

    @property
    def result_file(self) -> Path | None:
        """Where the result of a single file goes: `-o`, else its name in `--out-dir`; None for standard output."""
        if self.output is not None or self.out_dir is None or self.is_folder:
            return self.output
        return self.out_dir / f"{self.path.stem}.{self.format}"
