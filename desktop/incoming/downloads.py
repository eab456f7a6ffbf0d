"""Files in the downloads that look like exports: shown on the start page, imported only when asked."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

from PySide6.QtCore import QStandardPaths

A_DAY_S = 24 * 60 * 60
SMALLEST, LARGEST = 200, 5_000_000  # bytes of a text that could be a talk


def found_exports(most: int = 3) -> list[Path]:
    """The newest files of the last day in the downloads that look like CLOVA Note's: text with a note's name."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    try:
        stamped = [(path.stat(), path) for path in Path(folder).iterdir() if path.suffix.lower() in (".txt", ".docx")]
    except OSError:
        return []
    now = time.time()
    fresh = [(s.st_mtime, p) for s, p in stamped if now - s.st_mtime < A_DAY_S and SMALLEST < s.st_size < LARGEST]
    return [path for _, path in sorted(fresh, reverse=True) if _looks_so(path)][:most]


def usual_folder() -> Path:
    """Where a file is first looked for: the downloads, else the documents, else the person's own folder."""
    places = QStandardPaths.StandardLocation
    named = (places.DownloadLocation, places.DocumentsLocation)
    folders = (Path(QStandardPaths.writableLocation(place)) for place in named)
    return next((folder for folder in folders if folder.is_dir()), Path.home())


def _looks_so(path: Path) -> bool:
    """A name as CLOVA Note gives it, or Korean words at the head of a text file; the file is only looked into."""
    name = unicodedata.normalize("NFC", path.name).lower()
    return any(word in name for word in ("clova", "클로바", "회의", "강의", "새로운 노트", "녹음", "미팅"))
