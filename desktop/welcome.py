"""The first words about a note, and files in the downloads that look like exports. Nothing is imported unasked."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.importing import Arrival
from desktop.note_page import NotePage
from desktop.note_session import NoteSession
from desktop.restoring import original_note
from desktop.review_rows import Chip
from processing.note import EditKind

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


def _looks_so(path: Path) -> bool:
    """A name as CLOVA Note gives it, or Korean words at the head of a text file; the file is only looked into."""
    name = unicodedata.normalize("NFC", path.name).lower()
    return any(word in name for word in ("clova", "클로바", "회의", "강의", "새로운 노트", "녹음", "미팅"))


def tell_of_arrival(page: NotePage, arrival: Arrival) -> None:
    """Say once what was done to a new note, with ways to see it and to take it all back."""
    edits = page.session.state.edits.values()
    fixed = sum(1 for edit in edits if edit.kind in (EditKind.TERM, EditKind.WORD))
    links: list[tuple[str, Callable[[], object]]] = []
    if fixed:
        links.append(("고친 곳 보기", lambda: page.review(Chip.AUTOMATIC)))
    if original_note(page.session.source, page.session.state):
        links.append(("모두 되돌리기", lambda: _take_back(page)))
    page.notice.say(" ".join([_done(page.session, fixed), *_unread(arrival), *arrival.warnings]), links)


def _done(session: NoteSession, fixed: int) -> str:
    """What was done, in one sentence."""
    blocks, turns = len(session.source.blocks), len(session.turns())
    tidied = f"조각 {blocks}개를 발언 {turns}개로 정리" if turns < blocks else f"발언 {turns}개를 정리"
    return f"{tidied}하고 용어 {fixed}곳을 고쳤습니다." if fixed else f"{tidied}했습니다."


def _unread(arrival: Arrival) -> list[str]:
    lines = len(arrival.report.not_understood) if arrival.report is not None else 0
    return [f"읽지 못한 줄이 {lines}개 있습니다."] if lines else []


def _take_back(page: NotePage) -> None:
    page.session.flush()
    page.session.commit(original_note(page.session.source, page.session.state), "노트 전체를 원문으로 되돌림")
    page.notice.hide()
