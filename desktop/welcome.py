"""The first words about a note, and files in the downloads that look like exports. Nothing is imported unasked."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.importing import Arrival
from desktop.note_page import PROPOSALS, NotePage
from processing.note import EditKind, State, change_of

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


def told_of_arrival(page: NotePage, arrival: Arrival) -> None:
    """Say once what was done to a new note, with ways to see it and to take it all back."""
    session = page.session
    blocks, turns = len(session.source.blocks), len(session.turns())
    fixed = sum(1 for edit in session.state.edits.values() if edit.kind in (EditKind.TERM, EditKind.WORD))
    done = f"조각 {blocks}개를 발언 {turns}개로 정리했습니다." if blocks != turns else f"발언 {turns}개를 읽었습니다."
    if fixed:
        done = done.removesuffix("했습니다.").removesuffix("읽었습니다.") + (
            f"하고 용어 {fixed}곳을 고쳤습니다." if blocks != turns else f"읽고 용어 {fixed}곳을 고쳤습니다."
        )
    unread = len(arrival.report.not_understood) if arrival.report is not None else 0
    if unread:
        done += f" 읽지 못한 줄이 {unread}개 있습니다."
    warnings = " ".join(arrival.warnings)
    links = [("고친 곳 보기", lambda: page.show_tab(PROPOSALS))] if fixed else []
    links.append(("모두 되돌리기", lambda: _take_back(page)))
    page.notice.say(f"{done} {warnings}".strip(), links)


def _take_back(page: NotePage) -> None:
    session = page.session
    session.commit(change_of(session.state, _untouched(session.state, page)), "원문으로 되돌리기")
    page.notice.hide()


def _untouched(state: State, page: NotePage) -> dict[tuple[str, object], object]:
    """Values that give every turn and word back as the file has them; the lines of the minutes stay."""
    from processing.note import first_state

    first = first_state(page.session.source)
    values: dict[tuple[str, object], object] = {("edits", id_): None for id_ in state.edits}
    values.update({("cuts", cut): None for cut in state.cuts})
    values.update({("cuts", cut): speaker for cut, speaker in first.cuts.items()})
    return values
