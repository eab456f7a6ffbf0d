"""Who speaks, asked of a model: by a server and by the clipboard, as proposals beside the program's, never applied."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from conftest import page_of
from models import gone, open_dialog, opinions, ready, set_server
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from test_question_and_answer import open_answer, open_question

from desktop.main_window import MainWindow
from desktop.model.refine_dialog import RefineDialog
from desktop.note_page import NotePage
from processing.proposals import TurnProposal
from tests.processing.model.server import ModelServer


@pytest.fixture
def dialog(window: MainWindow, page: NotePage, server: ModelServer, qtbot: QtBot) -> RefineDialog:
    """The dialog over the open talk, with only the question of who speaks ticked."""
    set_server(window, server.url)
    made = ready(open_dialog(window, qtbot), qtbot)
    assert not made.turns.isChecked()
    for check, is_on in ((made.turns, True), (made.summary, False), (made.terms, False)):
        check.setChecked(is_on)
    return ready(made, qtbot)


def from_model(page: NotePage) -> list[TurnProposal]:
    return [proposal for proposal in page.session.turn_proposals if proposal.detail.startswith("AI 제안")]


def test_opinions_come_in_as_proposals_that_can_be_taken_and_undone(
    dialog: RefineDialog, page: NotePage, server: ModelServer, window: MainWindow, qtbot: QtBot
) -> None:
    before = page.session.state
    shown = dialog.parts.words.toPlainText()
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    (body,) = server.requests
    assert "\n\n".join(message["content"] for message in body["messages"]) == shown
    assert page.session.state == before
    (proposal,) = from_model(page)
    assert "말한 사람에 대한 제안 1개를 넣었습니다" in page.notice.sentence
    assert "1개는 녹취록과 맞지 않아 뺐습니다" in page.notice.sentence
    qtbot.mouseClick(page.notice.link("제안 보기"), Qt.MouseButton.LeftButton)
    assert page.tabs.currentWidget() is page.review_panel
    page.session.commit(proposal.change, "제안")
    assert [turn for turn in page.session.turns() if turn.text.startswith("그렇게 정했습니다.")]
    page.session.undo()
    assert page.session.state == before


def test_opinions_survive_a_restart(
    dialog: RefineDialog, page: NotePage, window: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    again = make_window()
    again.open_note(1)
    assert len(from_model(page_of(again, qtbot))) == 1


def test_the_same_by_the_clipboard(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    sheet = open_question(window, qtbot)
    qtbot.mouseClick(sheet.turns, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.copy_button.isEnabled)
    sheet.copy()
    sheet.close()
    question = QGuiApplication.clipboard().text()
    assert '{"turns":[' in question
    answer = opinions({"messages": [{}, {"content": question}]})
    before = page.session.state
    page.session.flush()
    pasting = open_answer(window, qtbot)
    pasting.text.setPlainText(json.dumps(answer, ensure_ascii=False))
    qtbot.waitUntil(pasting.take_button.isEnabled)
    assert [pasting.found.item(i).text() for i in range(pasting.found.count())] == [from_detail(answer)]
    assert pasting.take_button.text() == "제안에 넣기"
    pasting.take()
    assert len(from_model(page)) == 1
    assert page.session.state == before


def from_detail(answer: dict[str, list[dict[str, str]]]) -> str:
    return f"AI 제안: '{answer['turns'][0]['words']}'은(는) 다음 사람 말의 첫머리로 보입니다."
