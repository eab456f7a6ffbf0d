"""The first words about a note that has just come in."""

from __future__ import annotations

from collections.abc import Callable

from desktop.incoming.importing import Arrival
from desktop.note.note_session import NoteSession
from desktop.note.review_rows import Chip
from desktop.note_page import NotePage, template_of
from desktop.retold import retold
from desktop.transcript.restoring import original_note
from desktop.words import kept, marked, tr
from processing.export.blocks import LECTURE
from processing.note import EditKind
from processing.readers.imported import counts_told
from processing.readers.warnings import warnings_about_all

AS_LECTURE = marked("강의·멘토링 노트로 보기")


def tell_of_arrival(page: NotePage, arrival: Arrival) -> None:
    """Say once what was done to a new note, with ways to see it and to take it all back."""
    edits = page.session.state.edits.values()
    fixed = sum(1 for edit in edits if edit.kind in (EditKind.TERM, EditKind.WORD))
    links: list[tuple[str, Callable[[], object]]] = []
    if fixed:
        links.append((tr("고친 곳 보기"), lambda: page.review(Chip.AUTOMATIC)))
    if original_note(page.session.source, page.session.state):
        links.append((tr("모두 되돌리기"), lambda: _take_back(page)))
    looks_like_talk = arrival.template == LECTURE != template_of(page.session)
    if looks_like_talk:
        links.append((tr(AS_LECTURE), lambda: page.choose_template(LECTURE)))
        page.session.changed.connect(lambda: page.notice.offer(tr(AS_LECTURE), template_of(page.session) != LECTURE))
    if page.session.minutes().not_understood:
        links.insert(0, (tr("보기"), page.show_unread))
    repeated = arrival.report.repeated if arrival.report is not None else ()
    loud = (*warnings_about_all(page.session.source), *repeated)
    tell = page.notice.warn if loud else page.notice.say
    looks = tr("한 사람이 거의 다 말해 강의나 멘토링으로 보입니다.") if looks_like_talk else ""
    parts = (*map(retold, loud), _done(page.session, fixed), looks, *map(retold, arrival.warnings))
    told = " ".join(part for part in parts if part)
    tell(f"{_counts(page.session)}\n{told}".rstrip(), links)


def _counts(session: NoteSession) -> str:
    """The import's report: how many turns and speakers, and what was not understood."""
    turns, encoding = session.turns(), session.source.encoding
    speakers = {turn.speaker_id for turn in turns} & session.state.speakers.keys()
    told = retold(counts_told(len(turns), len(speakers), len(session.minutes().not_understood)))
    return (
        told
        if encoding.startswith("utf-8")
        else tr("{told} · {encoding}로 읽음").format(told=told, encoding=encoding.upper())
    )


def _done(session: NoteSession, fixed: int) -> str:
    """What was done, in one sentence; nothing where the file was left as it is."""
    blocks, turns = len(session.source.blocks), len(session.turns())
    if turns < blocks and fixed:
        both = tr("조각 {blocks}개를 발언 {turns}개로 정리하고 용어 %n곳을 고쳤습니다.", "", fixed)
        return both.format(blocks=blocks, turns=turns)
    if turns < blocks:
        return tr("조각 {blocks}개를 발언 {turns}개로 정리했습니다.").format(blocks=blocks, turns=turns)
    return tr("용어 %n곳을 고쳤습니다.", "", fixed) if fixed else ""


def _take_back(page: NotePage) -> None:
    page.session.flush()
    page.session.commit_soon(
        original_note(page.session.source, page.session.state), kept("노트 전체를 원문으로 되돌림")
    )
    page.notice.hide()
