"""The meeting before, of the same series: what it has left to do is offered once to a note that has just come in.

A person may also choose the meeting before by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.incoming.earlier_sheet import EarlierSheet
from desktop.incoming.taken_up import Taking, follow, join_series, what_of
from desktop.library.shelf import Shelf
from desktop.note_page import NotePage
from desktop.words import marked, tr
from processing.attendees import attendees_of
from processing.export.wording import day
from processing.journal import fold
from processing.note import Speaker, first_state
from processing.series import Earlier, are_same_people, carried_over, earlier_of, people_of, series_of

if TYPE_CHECKING:
    from processing.library import Library, NoteRow

TAKE = marked("가져오기")
MOST_LOOKED_AT = 20  # notes whose people are compared with those of one without a title
MOST_BEFORE = 3  # meetings that are looked at for names: who came to none of them is no guess


class Left(NamedTuple):
    """What a note leaves to the next: its id, what stands in it, and how many own terms hold for it or its series."""

    note_id: int
    earlier: Earlier
    terms: int


def offer_earlier(page: NotePage, shelf: Shelf, note_id: int | None, taken: Callable[[], None]) -> None:
    """Look for the meeting before and say what it has left, with ways to bring it in or to leave it.

    `taken` is called once it is brought in: other terms hold for the note then.
    """
    if note_id is None:
        return
    taking = _taking(page, shelf, note_id, taken)
    shelf.do(lambda library: earlier_in(library, note_id)).then(page, lambda found: _offer(page, taking, found))


def earlier_in(library: Library, note_id: int) -> Left | None:
    """The last note before this one that is of its series, with what it leaves; None if nothing is left or there is none.

    A series is one that the person has named, else the title without its numbers and dates; where the title names
    nothing in particular ("새로운 노트"), the last note in which the same people spoke.
    """
    before = _before(library, note_id) or _with_same_people(library, note_id)
    return left_by(library, before[0]) if before else None


def left_by(library: Library, row: NoteRow) -> Left | None:
    """What a note leaves to the next; None if nothing."""
    source, entries = library.load(row.id)
    earlier = earlier_of(source, fold(first_state(source), entries), row.title)
    terms = sum(term.scope != "user" for term in library.terms_for(row.id))
    return Left(row.id, earlier, terms) if earlier.tasks or earlier.info or terms else None


def _with_same_people(library: Library, note_id: int) -> list[NoteRow]:
    """The latest of the notes before a nameless one in which mostly the same people have names."""
    here = library.note(note_id)
    people = _people_of(library, note_id) if not _series(here) else ()
    if len(people) < 2:
        return []
    rows = [row for row in library.all_notes() if row.id != note_id and _when(row) <= _when(here)]
    rows.sort(key=lambda row: (_when(row), row.id), reverse=True)
    return [r for r in rows[:MOST_LOOKED_AT] if are_same_people(people, _people_of(library, r.id))][:1]


def _people_of(library: Library, note_id: int) -> tuple[str, ...]:
    source, entries = library.load(note_id)
    return attendees_of(fold(first_state(source), entries))


def choose_earlier(page: NotePage, shelf: Shelf, note_id: int | None, taken: Callable[[], None]) -> None:
    """Have the person choose the meeting before, and bring in what it has left; `taken` as in `offer_earlier`."""
    if note_id is None:
        page.say(tr("이 노트는 아직 저장되지 않아 이어받지 못했습니다. 잠시 뒤 다시 해 주세요."))
        return
    taking = _taking(page, shelf, note_id, taken)
    shelf.do(lambda library: _others(library, note_id)).then(page, lambda rows: _choose(page, taking, rows))


def _others(library: Library, note_id: int) -> list[NoteRow]:
    """The other notes: those of the series first, then the latest."""
    here = library.note(note_id)
    rows = [row for row in library.all_notes() if row.id != note_id]
    return sorted(rows, key=lambda row: (_is_same(row, here), _when(row), row.id), reverse=True)


def _choose(page: NotePage, taking: Taking, rows: list[NoteRow]) -> None:
    if not rows:
        page.say(tr("이어받을 다른 노트가 없습니다."))
        return
    told = [(row.id, f"{row.title} · {day(_when(row).date().isoformat())}") for row in rows]
    sheet = EarlierSheet(told, page)
    of_id = {row.id: row for row in rows}
    sheet.chosen.connect(
        lambda id_: taking.shelf.do(lambda library: left_by(library, of_id[id_])).then(
            page, lambda found: _bring(page, taking, found)
        )
    )
    sheet.open()


def _bring(page: NotePage, taking: Taking, found: Left | None) -> None:
    if found is None:
        page.say(tr("그 회의에는 이어받을 할 일이나 회의 정보가 없습니다."))
        return
    _take(page, taking, found)


def follow_series(page: NotePage, shelf: Shelf, note_id: int | None, taken: Callable[[], None]) -> None:
    """Have undoing 이어받기 take the note out of the series again; `taken` as in `offer_earlier`."""
    if note_id is not None:
        follow(_taking(page, shelf, note_id, taken))


def _taking(page: NotePage, shelf: Shelf, note_id: int, taken: Callable[[], None]) -> Taking:
    def joined() -> None:
        taken()
        recall_people(page, shelf, note_id)  # other people spoke in this series

    return Taking(page.session, shelf, note_id, joined)


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


def _offer(page: NotePage, taking: Taking, found: Left | None) -> None:
    if found is None:
        return
    earlier = found.earlier
    left = tr("끝나지 않은 할 일 %n개", "", len(earlier.tasks)) if earlier.tasks else tr("회의 정보")
    if not earlier.tasks and not earlier.info:
        left = tr("용어 %n개", "", found.terms)
    page.earlier_notice.say(
        tr("지난 '{title}'의 {left}를 가져올까요?").format(title=earlier.title, left=left),
        ((tr(TAKE), lambda: _take(page, taking, found)),),
    )


def _take(page: NotePage, taking: Taking, found: Left) -> None:
    session, earlier = page.session, found.earlier
    session.flush()
    change = carried_over(session.state, earlier)
    session.commit(change, what_of(earlier))
    page.earlier_notice.hide()
    page.say(" ".join(_told(found)))
    join_series(taking, found.note_id, earlier, is_act=bool(change))


def _told(found: Left) -> Iterator[str]:
    if found.earlier.tasks:
        yield tr("지난 할 일을 가져왔습니다. 끝난 일은 메뉴 '회의록 > 할 일 완료 표시'로 표시해 주세요.")
    elif found.earlier.info:
        yield tr("회의 정보를 가져왔습니다.")
    if found.terms:
        yield tr("지난 회의의 용어 %n개도 이 회의에서 찾습니다.", "", found.terms)
