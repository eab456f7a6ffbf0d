"""The meeting before, of the same series: what it has left to do is offered once to a note that has just come in."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.note_page import NotePage
from desktop.shelf import Shelf
from desktop.words import kept, marked, tr
from processing.journal import fold
from processing.note import Speaker, first_state
from processing.series import Earlier, carried_over, earlier_of, people_of, series_of

if TYPE_CHECKING:
    from processing.library import Library, NoteRow

TAKE = marked("가져오기")
MOST_BEFORE = 3  # meetings that are looked at for names: who came to none of them is no guess


def offer_earlier(page: NotePage, shelf: Shelf, note_id: int | None) -> None:
    """Look for the meeting before and say what it has left, with ways to bring it in or to leave it."""
    if note_id is None:
        return
    shelf.do(lambda library: earlier_in(library, note_id)).then(page, lambda found: _offer(page, shelf, note_id, found))


def earlier_in(library: Library, note_id: int) -> tuple[int, Earlier] | None:
    """The last note before this one that is of its series, with what it leaves; None if nothing is left or there is none.

    A series is one that the person has named, else the title without its numbers and dates.
    """
    before = _before(library, note_id)
    if not before:
        return None
    last = before[0]
    source, entries = library.load(last.id)
    earlier = earlier_of(source, fold(first_state(source), entries), last.title)
    return (last.id, earlier) if earlier.tasks or earlier.info else None


def recall_people(page: NotePage, shelf: Shelf, note_id: int | None) -> None:
    """Tell the page's sheet of speakers who spoke in the meetings before, once they have been looked up."""
    if note_id is not None:
        shelf.do(lambda library: people_in(library, note_id)).then(page, page.speakers_sheet.recall)


def people_in(library: Library, note_id: int) -> tuple[Speaker, ...]:
    """Who has a name in the last few notes of the series, those of the latest first; each name once."""
    found: dict[str, Speaker] = {}
    for row in _before(library, note_id)[:MOST_BEFORE]:
        source, entries = library.load(row.id)
        for person in people_of(fold(first_state(source), entries)):
            found.setdefault(person.name, person)
    return tuple(found.values())


def _before(library: Library, note_id: int) -> list[NoteRow]:
    """The notes of a series before one of it, the latest first."""
    here = library.note(note_id)
    rows = [r for r in library.all_notes() if r.id != note_id and _is_same(r, here) and _when(r) <= _when(here)]
    return sorted(rows, key=lambda row: (_when(row), row.id), reverse=True)


def _is_same(row: NoteRow, here: NoteRow) -> bool:
    return bool(_series(here)) and _series(row) == _series(here)


def _series(row: NoteRow) -> str:
    return row.series or series_of(row.title)


def _when(row: NoteRow) -> datetime:
    return row.recorded_at or row.imported_at.astimezone().replace(tzinfo=None)


def _offer(page: NotePage, shelf: Shelf, note_id: int, found: tuple[int, Earlier] | None) -> None:
    if found is None:
        return
    earlier_id, earlier = found
    left = tr("끝나지 않은 할 일 %n개", "", len(earlier.tasks)) if earlier.tasks else tr("회의 정보")
    bar = page.earlier_notice
    bar.say(
        tr("지난 '{title}'의 {left}를 가져올까요?").format(title=earlier.title, left=left),
        ((tr(TAKE), lambda: _take(page, shelf, (earlier_id, note_id), earlier)),),
    )


def _take(page: NotePage, shelf: Shelf, ids: tuple[int, int], earlier: Earlier) -> None:
    page.session.flush()
    page.session.commit(carried_over(page.session.state, earlier), kept(f"'{earlier.title}'에서 이어받음"))
    name = series_of(earlier.title) or earlier.title
    shelf.write(partial(_name_series, ids, name))
    page.earlier_notice.hide()
    page.say(tr("지난 할 일을 가져왔습니다. 끝난 일은 메뉴 '회의록 > 할 일 완료 표시'로 표시해 주세요."))


def _name_series(ids: tuple[int, ...], name: str, library: Library) -> None:
    for note_id in ids:
        library.set_series(note_id, name)
