"""근거가 바뀐 줄: marked, made again alone, replaced by another sentence; the old line stays until the new one is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from talk import full_session, place_of

from desktop.minutes.line_renewal import BY_HAND, NO_LANGUAGE, NO_OTHER, NOT_SAID, OVERTAKEN
from desktop.minutes.minutes_model import CHANGED, states_of
from desktop.note.note_session import NoteSession
from desktop.note.paragraph_edits import retyped
from desktop.note_page import NotePage
from desktop.tasks import Job
from processing.errors import UserError
from processing.note import Line, LineKind, change_of
from processing.proposals import accepted
from processing.turns.by_hand import Scope, merge_speakers, reassign, rename

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Asked:
    """A language process that answers when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, tuple[Any, ...], Job]] = []

    def ask(self, method: str, *args: object) -> Job:
        """As `LanguageProcess`."""
        self.jobs.append((method, args, Job()))
        return self.jobs[-1][2]


@pytest.fixture
def language() -> Asked:
    return Asked()


@pytest.fixture
def page(language: Asked, qtbot: QtBot) -> NotePage:
    page = NotePage(full_session())
    page.renewal.language = language
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def retype(session: NoteSession, old: str, new: str) -> None:
    """What a person does in the transcript."""
    paragraph = next(p for turn in session.turns() for p in turn.paragraphs if old in p.text)
    session.commit(retyped(session.state, paragraph, paragraph.text.replace(old, new)), "녹취록 고침")


def states(page: NotePage, id_: str) -> list[str]:
    return next(states_of(row) for row in page.minutes_page.rows if row.id == id_)


def renewed(page: NotePage, id_: str, text: str = "새 줄") -> Line:
    return replace(page.session.state.lines[id_], text=text, basis=None)


def test_words_typed_under_a_line_mark_it_and_undo_takes_the_mark_away(page: NotePage) -> None:
    retype(page.session, "비교표를 만들겠습니다", "예산표를 만들겠습니다")
    assert states(page, "a1") == [CHANGED]
    assert states(page, "s1") == []
    assert page.session.state.lines["a1"].text == "비교표 만들기"
    page.session.undo()
    assert states(page, "a1") == []


@pytest.mark.parametrize(
    "act",
    [
        lambda session: session.commit(rename(session.state, "s1", "김민서", None), "이름"),
        lambda session: session.commit(accepted(session.state, session.open_proposals()), "적용"),
        lambda session: retype(session, "좋습니다. 그 표를", "네, 좋습니다. 그 표를"),
    ],
    ids=["a new name", "applied terms", "words typed beside it"],
)
def test_what_changes_no_meaning_marks_nothing(page: NotePage, act: Callable[[NoteSession], object]) -> None:
    before = [row.id for row in page.minutes_page.rows]
    act(page.session)
    assert [row.id for row in page.minutes_page.rows] == before
    assert not any(CHANGED in states_of(row) for row in page.minutes_page.rows)


def test_another_speaker_marks_the_line_and_one_person_under_two_labels_does_not(page: NotePage) -> None:
    state = page.session.state
    cut = next(turn.cut for turn in page.session.turns() if "비교표" in turn.text)
    page.session.commit(reassign(state, cut, "s3", Scope.THIS), "말한 사람")
    assert states(page, "a1") == [CHANGED]
    page.session.undo()
    page.session.commit(merge_speakers(page.session.state, "s3", "s1"), "합침")  # as somebody else's change
    assert states(page, "h") == [CHANGED]
    page.session.undo()
    page.tabs.setCurrentWidget(page.speakers_sheet)
    for id_ in ("s1", "s3"):
        page.speakers_sheet.cards[id_].tick.setChecked(True)
    page.speakers_sheet.merge()
    assert "s3" not in page.session.state.speakers
    assert states(page, "h") == []


def test_a_marked_line_counts_as_one_to_look_at_and_can_be_confirmed(page: NotePage) -> None:
    retype(page.session, "비교표를 만들겠습니다", "예산표를 만들겠습니다")
    page.minutes_page.go_to_line("b1")
    page.show_next_to_check()
    assert page.minutes_page.current().id == "a1"
    assert "Ctrl+B" in page.said.text()
    page.minutes_page.confirm_line()
    assert states(page, "a1") == []
    assert page.session.state.lines["a1"].text == "비교표 만들기"


def test_one_key_makes_it_again_and_the_old_stays_till_then(page: NotePage, language: Asked, qtbot: QtBot) -> None:
    retype(page.session, "비교표를 만들겠습니다", "예산표를 만들겠습니다")
    page.minutes_page.go_to_line("a1")
    qtbot.keyClick(page.minutes_page, Qt.Key.Key_B, CONTROL)
    ((method, (neighbourhood,), job),) = language.jobs
    assert method == "renew_line"
    assert any("예산표를" in turn.text for turn in neighbourhood.turns)
    assert page.session.state.lines["a1"].text == "비교표 만들기"
    job.finish(renewed(page, "a1", "예산표 만들기"))
    assert page.session.state.lines["a1"].text == "예산표 만들기"
    assert states(page, "a1") == []
    page.session.undo()
    assert page.session.state.lines["a1"].text == "비교표 만들기"
    assert states(page, "a1") == [CHANGED]


def test_a_failure_leaves_the_old_line(page: NotePage, language: Asked) -> None:
    page.renewal.renew("a1")
    language.jobs[0][2].fail(UserError("작업이 멈췄습니다. 다시 해 주세요."))
    assert page.session.state.lines["a1"].text == "비교표 만들기"
    assert page.said.text() == "작업이 멈췄습니다. 다시 해 주세요."
    page.renewal.renew("a1")
    assert len(language.jobs) == 2


def test_what_is_said_no_more_is_told(page: NotePage, language: Asked) -> None:
    page.renewal.renew("a1")
    language.jobs[0][2].finish(None)
    assert page.said.text() == NOT_SAID.format(what="할 일")
    assert "a1" in page.session.state.lines


@pytest.mark.parametrize("what", ["the line", "its evidence", "gone"])
def test_a_result_that_comes_too_late_is_dropped(page: NotePage, language: Asked, what: str) -> None:
    page.renewal.renew("a1")
    session = page.session
    if what == "the line":
        mine = replace(session.state.lines["a1"], text="내가 쓴 줄", is_edited=True)
        session.commit(change_of(session.state, {("lines", "a1"): mine}), "고침")
    elif what == "its evidence":
        retype(session, "비교표를", "예산표를")
    else:
        session.commit(change_of(session.state, {("lines", "a1"): None}), "지움")
    before = dict(session.state.lines)
    language.jobs[0][2].finish(Line(LineKind.ACTION, "늦은 줄", places=(place_of(session.source, "비교표"),)))
    assert session.state.lines == before
    assert page.said.text() == OVERTAKEN


def test_a_hand_edited_line_is_never_made_again(page: NotePage, language: Asked, qtbot: QtBot) -> None:
    mine = replace(page.session.state.lines["s1"], text="내가 쓴 줄", is_edited=True)
    page.session.commit(change_of(page.session.state, {("lines", "s1"): mine}), "고침")
    page.minutes_page.go_to_line("s1")
    qtbot.keyClick(page.minutes_page, Qt.Key.Key_B, CONTROL)
    assert page.said.text() == BY_HAND
    qtbot.keyClick(page.minutes_page, Qt.Key.Key_B, CONTROL | SHIFT)
    assert not language.jobs
    labels = [action.text() for action in page.minutes_page.line_menu().actions()]
    assert not any(text.startswith(("다시 만들기", "다른 문장")) for text in labels)


def test_other_sentences_come_one_after_another_and_begin_again(page: NotePage, language: Asked, qtbot: QtBot) -> None:
    session = page.session
    first = session.state.lines["s1"].places
    page.minutes_page.go_to_line("s1")
    qtbot.keyClick(page.minutes_page, Qt.Key.Key_B, CONTROL | SHIFT)
    method, (_, seen), job = language.jobs[-1]
    assert (method, seen) == ("other_line", ())
    other = replace(session.state.lines["s1"], text="둘째", places=(place_of(session.source, "지난주에"),))
    job.finish(other)
    assert session.state.lines["s1"].text == "둘째"
    page.renewal.replace("s1")
    _, (_, seen), job = language.jobs[-1]
    assert seen == first
    job.finish(None)
    _, (_, seen), job = language.jobs[-1]
    assert seen == ()
    job.finish(None)
    assert page.said.text() == NO_OTHER
    assert len(language.jobs) == 3


def test_a_task_has_no_other_sentence(page: NotePage, language: Asked) -> None:
    page.renewal.replace("a1")
    assert page.said.text() == NO_OTHER
    assert not language.jobs


def test_without_a_language_process_it_says_so(page: NotePage) -> None:
    page.renewal.language = None
    page.renewal.renew("a1")
    assert page.said.text() == NO_LANGUAGE


def test_an_owner_given_by_hand_is_known_as_such(page: NotePage, qtbot: QtBot) -> None:
    line_page = page.minutes_page
    line_page.go_to_line("a1")
    qtbot.keyClick(line_page, Qt.Key.Key_Right)
    qtbot.keyClick(line_page, Qt.Key.Key_Return)
    line_page.editor.setPlainText("김민서")
    qtbot.keyClick(line_page.editor, Qt.Key.Key_Return)
    line = page.session.state.lines["a1"]
    assert (line.owner, line.by_hand, line.is_edited) == ("김민서", ("owner",), False)


def test_a_confirmed_line_keeps_the_words_that_it_read(page: NotePage) -> None:
    session = page.session
    session.commit(accepted(session.state, session.open_proposals()), "적용")
    shown = {row.id: row.text for row in page.minutes_page.rows}
    page.minutes_page.go_to_line("s1")
    page.minutes_page.confirm_line()
    assert {row.id: row.text for row in page.minutes_page.rows} == shown
    ids = [id_ for id_, edit in session.state.edits.items() if edit.after.startswith("RAG")]
    session.commit(change_of(session.state, {("edits", id_): None for id_ in ids}), "되돌림")
    assert next(row.text for row in page.minutes_page.rows if row.id == "s1") == "레그를 쓰는 방법을 봄"
