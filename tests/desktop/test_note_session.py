"""The open note: one signal an action, undo and redo over everything, one action undone alone, drafts, the store."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from talk import full_session, place_of, source_of

from desktop.note.note_session import NoteSession
from desktop.note.paragraph_edits import retyped
from desktop.note.transcript_rows import rows_of
from processing.errors import Bug, UserError
from processing.journal import PROGRAM, Entry, fold
from processing.minutes import minutes_of, shown_minutes
from processing.note import Change, Edit, Speaker, change_of, first_state
from processing.paragraphs import Paragraph
from processing.proposals import accepted, still_open
from processing.turns.by_hand import merge_with_above, withhold


class WrittenDown:
    """A store that lists what it was told."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.drafts: dict[str, str] = {}

    def append(self, entry: Entry) -> None:
        """As `NoteStore`."""
        self.entries.append(entry)

    def save_draft(self, key: str, text: str) -> None:
        """As `NoteStore`."""
        self.drafts[key] = text

    def clear_draft(self, key: str) -> None:
        """As `NoteStore`."""
        del self.drafts[key]


@pytest.fixture
def store() -> WrittenDown:
    return WrittenDown()


@pytest.fixture
def session(store: WrittenDown, qapp: object) -> NoteSession:
    return NoteSession(source_of(), store=store)


def named(session: NoteSession, name: str, speaker: str = "s1") -> Change:
    old = session.state.speakers[speaker]
    return change_of(session.state, {("speakers", speaker): Speaker(old.label, name)})


def corrected(session: NoteSession, heard: str = "레그", meant: str = "RAG") -> Change:
    at = session.source.text.index(heard)
    edit = Edit(at, at + len(heard), heard, meant)
    return change_of(session.state, {("edits", edit.id): edit})


def test_a_commit_is_told_once_kept_and_shown(session: NoteSession, store: WrittenDown) -> None:
    told: list[Change] = []
    session.changed.connect(told.append)
    change = corrected(session)
    session.commit(change, "레그 → RAG")
    assert told == [change]
    assert [(e.id, e.what, e.by) for e in store.entries] == [(1, "레그 → RAG", "person")]
    assert "RAG를" in session.turns()[0].text


def test_an_empty_change_is_refused_silently(session: NoteSession, store: WrittenDown) -> None:
    told: list[Change] = []
    session.changed.connect(told.append)
    session.commit(Change(), "아무것도 아님")
    assert (told, store.entries, session.can_undo) == ([], [], "")


def test_a_change_that_does_not_fit_leaves_no_trace(session: NoteSession, store: WrittenDown) -> None:
    change = named(session, "김민수")
    session.commit(change, "이름")
    before = session.state
    with pytest.raises(Bug):
        session.commit(change, "이름")
    assert session.state == before
    assert len(store.entries) == 1


def test_undo_and_redo_go_through_everything(session: NoteSession, store: WrittenDown) -> None:
    start = session.state
    session.commit(named(session, "김민수"), "이름 붙임")
    session.commit(corrected(session), "고침")
    end = session.state
    assert session.can_undo == "고침"
    session.undo()
    assert (session.can_undo, session.can_redo) == ("이름 붙임", "고침")
    session.undo()
    assert session.state == start
    assert (session.can_undo, session.can_redo) == ("", "이름 붙임")
    session.undo()
    session.redo()
    session.redo()
    session.redo()
    assert session.state == end
    assert (session.can_undo, session.can_redo) == ("고침", "")
    assert fold(first_state(session.source), store.entries) == end


def test_undo_goes_on_after_a_restart(session: NoteSession, store: WrittenDown) -> None:
    start = session.state
    session.commit(named(session, "김민수"), "이름 붙임")
    again = NoteSession(session.source, store.entries)
    assert again.can_undo == "이름 붙임"
    again.undo()
    assert again.state == start


def test_what_the_program_did_is_not_undone_by_the_key(session: NoteSession) -> None:
    entry = Entry(1, datetime.now(UTC), PROGRAM, "용어", corrected(session))
    again = NoteSession(session.source, [entry])
    assert again.can_undo == ""
    again.undo_alone(again.entries[0])
    assert not again.state.edits


def test_one_action_is_undone_alone_or_the_later_one_is_named(session: NoteSession) -> None:
    session.commit(named(session, "김민수"), "이름 붙임")
    session.commit(corrected(session), "고침")
    session.commit(named(session, "김민서"), "이름 바꿈")
    first, second, _ = session.entries
    with pytest.raises(UserError, match="이름 바꿈"):
        session.undo_alone(first)
    session.undo_alone(second)
    assert not session.state.edits
    assert session.state.speakers["s1"].name == "김민서"


def test_what_was_replaced_does_not_come_back_under_a_later_change(session: NoteSession) -> None:
    session.commit(corrected(session), "고침")
    session.commit(change_of(session.state, dict.fromkeys(("edits", id_) for id_ in session.state.edits)), "원문으로")
    (gone,) = [step.old for step in session.entries[-1].change.steps.values()]
    wider = Edit(gone.start, gone.end + 1, session.source.text[gone.start : gone.end + 1], "다른 말")
    session.commit(change_of(session.state, {("edits", wider.id): wider}), "다시 고침")
    with pytest.raises(UserError, match="다시 고침"):
        session.undo_alone(session.entries[1])
    assert list(session.state.edits.values()) == [wider]


def test_a_draft_is_kept_until_it_is_cleared(session: NoteSession, store: WrittenDown) -> None:
    session.save_draft("가", "쓰다 만 글")
    assert (session.draft("가"), store.drafts) == ("쓰다 만 글", {"가": "쓰다 만 글"})
    session.clear_draft("가")
    session.clear_draft("가")
    assert (session.draft("가"), store.drafts) == (None, {})


def test_the_clock_going_backwards_changes_nothing(qapp: object) -> None:
    times = iter([datetime(2026, 4, 28, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)])
    session = NoteSession(source_of(), now=lambda: next(times))
    session.commit(named(session, "김민수"), "이름 붙임")
    session.undo()
    assert [entry.id for entry in session.entries] == [1, 2]
    assert session.can_redo == "이름 붙임"


def test_what_is_kept_from_one_action_to_the_next_is_what_would_be_made_anew(qapp: object) -> None:
    session = full_session()
    second = session.turns()[1]
    for act in (
        lambda: session.commit(accepted(session.state, session.open_proposals()[:2]), "적용"),
        lambda: session.commit(retyped(session.state, paragraph(session, 0), "다른 말입니다."), "고침"),
        lambda: session.commit(named(session, "김민서"), "이름"),
        lambda: session.commit(merge_with_above(session.state, second.cut), "합침"),
        lambda: session.commit(withhold(session.state, place_of(session.source, "좋습니다.")), "숨김"),
        session.undo,
        session.undo,
        session.redo,
    ):
        act()
        source, state = session.source, session.state
        assert session.minutes() == shown_minutes(source, state)
        assert session.minutes_with_offers() == minutes_of(source, state, session.proposals)
        assert session.rows() == rows_of(session.turns())
        assert session.open_proposals() == still_open(session.proposals, state)


def paragraph(session: NoteSession, turn: int) -> Paragraph:
    return session.turns()[turn].paragraphs[0]
