"""A folder as work: which files are in it, which are alike, and the name of each one's result."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from processing.errors import UnreadableFile, UnwritableResult
from processing.readers.refusals import MAX_BYTES

# what a talk comes as, and what somebody may take for one and is told how to save otherwise
TALKS = frozenset({".txt", ".md", ".docx", ".srt", ".vtt", ".csv", ".xlsx", ".json", ".hwp", ".hwpx", ".doc", ".pdf"})
WEIGHT_OF_A_FILE = 10_000  # bytes of text that take as long as opening, laying out and writing


@dataclass(frozen=True)
class Task:
    """Files of the same bytes, cleaned once, with the name of a result for each; `weight` is in bytes of text."""

    files: tuple[Path, ...]
    names: tuple[str, ...]
    weight: int


def files_in(folder: Path) -> list[Path]:
    """The files that stand in a folder, by name; hidden ones are left alone. Raises `UnreadableFile`."""
    try:
        return [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")]
    except OSError as error:
        raise UnreadableFile(
            f"'{folder.name}' 폴더를 열지 못했습니다. 폴더의 권한을 확인해 주세요.", folder.name
        ) from error


def talks_among(files: Sequence[Path]) -> list[Path]:
    """Those that may be talks by their ending; a list of terms or a picture beside them is none.

    >>> [path.name for path in talks_among([Path("회의.TXT"), Path("용어.tsv"), Path("사진.png"), Path("회의.docx")])]
    ['회의.TXT', '회의.docx']
    """
    return [file for file in files if file.suffix.lower() in TALKS]


def tasks_of(files: Sequence[Path], format_: str) -> list[Task]:
    """The work that `files` are, in their order."""
    alike: dict[object, list[tuple[Path, str]]] = {}
    sizes = [_size(file) for file in files]
    how_many = Counter(sizes)
    for file, size, name in zip(files, sizes, result_names(files, format_), strict=True):
        key = _digest(file) if how_many[size] > 1 and 0 < size < MAX_BYTES else None
        alike.setdefault(key or file, []).append((file, name))
    by_file = dict(zip(files, sizes, strict=True))
    return [
        Task(tuple(file for file, _ in same), tuple(name for _, name in same), by_file[same[0][0]] + WEIGHT_OF_A_FILE)
        for same in alike.values()
    ]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # told when it is read
        return 0


def _digest(file: Path) -> bytes | None:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").digest()
    except OSError:
        return None


def result_names(files: Sequence[Path], format_: str) -> Iterator[str]:
    """A name for each result, none twice on any system; files that differ by their ending only keep it in the name.

    >>> list(result_names([Path("a.txt"), Path("a.md"), Path("b.txt")], "docx"))
    ['a.txt.docx', 'a.md.docx', 'b.docx']
    """
    stems = Counter(_folded(file.stem) for file in files)
    taken: set[str] = set()
    for file in files:
        name = file.stem if stems[_folded(file.stem)] == 1 else file.name
        wanted, n = name, 1
        while _folded(wanted) in taken:
            n += 1
            wanted = f"{name} ({n})"
        taken.add(_folded(wanted))
        yield f"{wanted}.{format_}"


def _folded(name: str) -> str:
    """A name as macOS and Windows see it, which know neither case nor the two ways to write a syllable."""
    return unicodedata.normalize("NFC", name).casefold()


def make_folder(folder: Path) -> None:
    """Make the folder for results where there is none. Raises `UnwritableResult`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableResult(
            f"'{folder.name}' 폴더를 만들지 못했습니다. 다른 폴더를 골라 주세요.", str(folder)
        ) from error
