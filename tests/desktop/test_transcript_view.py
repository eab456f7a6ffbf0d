"""The transcript as a person uses it: keys, mouse and the Korean input method."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from talk import compose, full_session, place_of, session_of, type_hangul

from desktop.note.note_session import NoteSession
from desktop.note.review_rows import UNFOLDED_FROM
from desktop.note.transcript_rows import Marker, MarkKind
from desktop.transcript.transcript_view import TranscriptView
from processing.turns.by_hand import Scope, merge_with_above


@pytest.fixture
def session() -> NoteSession:
    return full_session()


@pytest.fixture
def view(session: NoteSession, qtbot: QtBot) -> TranscriptView:
    return shown(TranscriptView(session), qtbot)


def shown(view: TranscriptView, qtbot: QtBot) -> TranscriptView:
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    return view


def open_row(view: TranscriptView, row: int, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.editor is not None


def texts(session: NoteSession) -> list[str]:
    return [paragraph.text for turn in session.turns() for paragraph in turn.paragraphs]


def test_a_syllable_in_work_is_kept_when_the_person_clicks_away(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    open_row(view, 3, qtbot)
    qtbot.keyClick(view.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_hangul(view.editor, " ")
    compose(view.editor, "ㄴ")
    compose(view.editor, "네")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert view.editor is None
    assert texts(session)[3].endswith("하죠. 네")


def test_enter_during_composition_does_nothing(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 3, qtbot)
    compose(view.editor, "하")
    qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    assert view.editor is not None
    assert len(session.entries) == 1
    compose(view.editor, "", "하")
    qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    assert view.editor is None
    assert texts(session)[3].endswith("하죠.하")


def test_one_retyped_paragraph_is_one_change_of_small_edits(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    open_row(view, 0, qtbot)
    view.editor.selectAll()
    new = "안녕하세요. 오늘은 RAG를 쓰는 방법을 같이 보겠습니다. 😀 지난주에 RAG 같은 것을 보았죠."
    type_hangul(view.editor, new)
    qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    edits = sorted(session.state.edits.values(), key=lambda e: e.start)
    assert [(e.before, e.after, e.by) for e in edits] == [
        ("레그", "RAG", "person"),
        ("레그", "RAG", "person"),
        ("봤", "보았", "person"),
    ]
    assert len(session.entries) == 2
    assert view.currentIndex().row() == 1
    session.undo()
    assert not session.state.edits


def test_escape_gives_up(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 0, qtbot)
    type_hangul(view.editor, "지울 말")
    qtbot.keyClick(view.editor, Qt.Key.Key_Escape)
    assert view.editor is None
    assert len(session.entries) == 1
    assert view.hasFocus()


def test_an_empty_paragraph_is_refused(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 0, qtbot)
    view.editor.selectAll()
    qtbot.keyClick(view.editor, Qt.Key.Key_Delete)
    with qtbot.waitSignal(view.said):
        qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    assert view.editor is not None
    view.finish()
    assert len(session.entries) == 1


def test_ctrl_enter_splits_the_turn_at_the_caret(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 1, qtbot)
    view.editor.set_caret("네, 프로포트가 길면 답이 나빠지더라고요.".__len__())
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place_of(session.source, "랩이").start in session.state.cuts
    assert texts(session)[1:3] == ["네, 프로포트가 길면 답이 나빠지더라고요.", "랩이 더 낫다는 말도 있습니다."]
    assert view.currentIndex().row() == 2
    view.reassign("s3", Scope.THIS)
    assert [turn.speaker_id for turn in session.turns()] == ["s1", "s2", "s3", "s1", "s3"]
    view.merge_up()
    assert len(session.turns()) == 4


def test_a_split_keeps_what_was_typed(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 1, qtbot)
    view.editor.set_caret(0)
    type_hangul(view.editor, "아 ")
    view.editor.set_caret("아 네, 프로포트가 길면 답이 나빠지더라고요.".__len__())
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(session)[1:3] == ["아 네, 프로포트가 길면 답이 나빠지더라고요.", "랩이 더 낫다는 말도 있습니다."]
    session.undo()
    assert len(session.turns()) == 4
    assert not session.state.edits


def test_what_is_typed_is_a_draft_that_comes_back(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 3, qtbot)
    view.editor.set_caret(0)
    compose(view.editor, "", "아")
    compose(view.editor, "주")
    qtbot.waitUntil(lambda: bool(session.drafts))
    again = session_of(drafts=session.drafts)
    reopened = shown(TranscriptView(again), qtbot)
    assert reopened.restore_draft()
    assert reopened.editor.toPlainText().startswith("아주좋습니다.")
    view.finish()
    assert not session.drafts


def test_follow_lights_the_words_and_leaves_the_focus(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    view.clearFocus()
    chosen: list[object] = []
    view.place_chosen.connect(chosen.append)
    view.follow([place_of(session.source, "비교표를")])
    assert view.currentIndex().row() == 2
    assert not view.hasFocus()
    assert not chosen
    view.jump(place_of(session.source, "좋습니다."))
    assert view.currentIndex().row() == 3
    assert view.hasFocus()


def test_a_click_on_an_offered_correction_tells_its_id(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    index = view.model().index(0, 0)
    row = view.current_row() or view.model().rows[0]  # type: ignore[attr-defined]
    area = view.text_rect(index)
    block = view.itemDelegate().layout_of(row, area.width())  # type: ignore[attr-defined]
    within = row.text.index("레그를") + 1
    x = next(x for x in range(area.width()) if block.offset_at(x, 0) == within)
    point = area.topLeft() + QPoint(x, 5)
    with qtbot.waitSignal(view.proposal_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [session.open_proposals()[0].id]


def test_ctrl_z_in_an_open_editor_is_the_editors(view: TranscriptView, session: NoteSession, qtbot: QtBot) -> None:
    open_row(view, 0, qtbot)
    type_hangul(view.editor, "가")
    qtbot.keyClick(view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.editor.toPlainText() == texts(session)[0]


def test_withheld_words_are_told_as_such(view: TranscriptView, session: NoteSession) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    view.withhold()
    assert list(session.state.withheld.values()) == [view.current_row().place]
    view.withhold()
    assert not session.state.withheld


def test_ctrl_enter_without_an_editor_begins_a_turn_with_the_paragraph(qtbot: QtBot) -> None:
    sentences = " ".join(f"{i}번째 말입니다." for i in range(12))
    session = session_of(f"참석자 1 00:00\n{sentences}\n")
    view = shown(TranscriptView(session), qtbot)
    assert view.model().rowCount() == 2
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [len(turn.paragraphs) for turn in session.turns()] == [1, 1]
    with qtbot.waitSignal(view.said):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_hidden_transcript_follows_when_it_is_looked_at(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    view.hide()
    session.commit(merge_with_above(session.state, session.turns()[1].cut), "합침")
    view.follow([place_of(session.source, "좋습니다.")])
    view.show()
    assert view.current_row().text.startswith("좋습니다.")
    assert [row.is_first for row in view.model().rows] == [True, False, True, True]


def drag(view: TranscriptView, row: int, words: str, qtbot: QtBot) -> None:
    """Press on the first letter of these words and draw to their end."""
    index = view.model().index(row, 0)
    shown_row = view._model.rows[row]
    rect, at = view.visualRect(index), shown_row.text.index(words)
    area = view._delegate_.text_rect(shown_row, rect)
    layout = view._delegate_.layout_of(shown_row, area.width())
    spots = [spot for spot in grid(area) if at <= layout.offset_at(*spot) <= at + len(words)]
    start = next(spot for spot in spots if layout.offset_at(*spot) == at)
    end = next(spot for spot in spots if layout.offset_at(*spot) == at + len(words))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first, last = (QPoint(area.left() + int(x), area.top() + int(y)) for x, y in (start, end))
    qtbot.mousePress(view.viewport(), left, pos=first)
    for point in (first, last):
        at_f = QPointF(point)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, at_f, view.viewport().mapToGlobal(at_f), Qt.MouseButton.NoButton, left, none
        )
        QApplication.sendEvent(view.viewport(), moved)
    qtbot.mouseRelease(view.viewport(), left, pos=last)


def grid(area: QRect) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for y in range(2, area.height(), 4) for x in range(0, area.width(), 2)]


def test_words_are_selected_by_dragging_and_wanted_as_a_task(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    drag(view, 2, "제가 비교표를", qtbot)
    assert view.editor is not None
    assert view.editor.textCursor().selectedText() == "제가 비교표를"
    with qtbot.waitSignal(view.line_wanted) as wanted:
        next(a for a in view.editor.menu(QPoint()).actions() if a.text().startswith("할 일로")).trigger()
    assert wanted.args == ["action", place_of(session.source, "제가 비교표를")]
    assert view.editor is None
    assert not session.can_undo


def test_selected_words_that_were_typed_over_are_kept_first(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    open_row(view, 2, qtbot)
    text = view.editor.toPlainText().replace("비교표를", "예산표를")
    view.editor.setPlainText(text)
    at = text.index("예산표를 만들겠습니다")
    view.editor.select(at - 1, at + len("예산표를 만들겠습니다"))
    with qtbot.waitSignal(view.line_wanted) as wanted:
        view.want_line("decision")
    assert "예산표를" in texts(session)[2]
    assert wanted.args == ["decision", place_of(session.source, "비교표를 만들겠습니다")]


def test_without_a_selection_the_whole_paragraph_is_wanted(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    view.setCurrentIndex(view.model().index(3, 0))
    with qtbot.waitSignal(view.line_wanted) as wanted:
        view.want_line("decision")
    assert wanted.args == ["decision", view.current_row().place]


def test_the_list_of_speakers_gives_the_turn_away_and_offers_nothing_else(
    view: TranscriptView, session: NoteSession, qtbot: QtBot
) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    menu = view.speakers_menu()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["참석자 2 (1곳)", "참석자 3 (1곳)", "새 참석자…", "여기부터", "이 참석자 전체"]
    menu.actions()[0].trigger()
    assert session.state.cuts[session.turns()[0].cut] == "s2"


@pytest.mark.parametrize("where", ["start", "middle", "end"])
def test_words_put_in_by_hand_are_marked_wherever_they_stand(
    view: TranscriptView, session: NoteSession, qtbot: QtBot, where: str
) -> None:
    open_row(view, 0, qtbot)
    assert view.editor is not None
    old = session.rows()[0].text
    at = {"start": 0, "middle": old.index(" ") + 1, "end": len(old)}[where]
    view.editor.set_caret(at)
    type_hangul(view.editor, "아주 ")
    qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    row = session.rows()[0]
    marked = [
        row.text[one.start : one.end] for one in Marker(session.state, ()).marks(row) if one.start <= at < one.end
    ]
    assert row.text == (old[:at] + "아주 " + old[at:]).strip()
    assert any("아주" in words for words in marked)


def test_a_proposal_that_the_review_folds_away_is_not_marked() -> None:
    session = full_session()
    sure = session.open_proposals()[0]
    doubtful = replace(sure, edit=replace(sure.edit, confidence=UNFOLDED_FROM - 0.01))
    row = next(row for row in session.rows() if sure.edit.start in range(row.place.start, row.place.end))
    for one, marked in ((sure, [MarkKind.PROPOSED]), (doubtful, [])):
        found = Marker(session.state, [one]).marks(row)
        assert [mark.kind for mark in found if mark.kind is MarkKind.PROPOSED] == marked
