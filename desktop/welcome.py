"""The first words about a note that has just come in."""

from __future__ import annotations

from collections.abc import Callable

from desktop.importing import Arrival
from desktop.note_page import NotePage
from desktop.note_session import NoteSession
from desktop.restoring import original_note
from desktop.review_rows import Chip
from processing.note import EditKind


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
