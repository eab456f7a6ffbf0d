"""AI로 다듬기 against a real server: taken back at once, failing without a trace."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from conftest import page_of
from models import (
    about_to_ask,
    as_asked,
    begins_then_waits,
    only_for,
    ready,
    records,
    wants_terms,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.model.refine_dialog import RefineDialog
from desktop.note_page import NotePage
from processing.errors import UserError
from tests.processing.model.server import (
    ModelServer,
    answers,
    cut_after,
    ends_early,
    finishes,
    refuses,
    says,
)


@pytest.fixture
def dialog(window: MainWindow, page: NotePage, server: ModelServer, qtbot: QtBot) -> RefineDialog:
    """The dialog over the open talk, about to ask the server."""
    return about_to_ask(window, server, qtbot)


# --- taken back -----------------------------------------------------------------------------------------------------


@pytest.fixture
def under_way(dialog: RefineDialog, server: ModelServer, qtbot: QtBot) -> RefineDialog:
    """The dialog with half an answer in it."""
    dialog.terms.setChecked(False)
    server.behaviours[:] = [begins_then_waits]
    ready(dialog, qtbot).send()
    qtbot.waitUntil(lambda: dialog.so_far.count() > 0)
    return dialog


def test_lines_are_seen_as_they_come_in(under_way: RefineDialog) -> None:
    assert under_way.so_far.item(0).text() == "예산과 디자인을 정함"
    assert under_way.doing.text() == "회의록 쓰기…"


def test_stopping_works_at_once_and_leaves_what_was_there(
    under_way: RefineDialog, page: NotePage, server: ModelServer, qtbot: QtBot
) -> None:
    before, began = page.session.state, time.perf_counter()
    qtbot.mouseClick(under_way.stop_button, Qt.MouseButton.LeftButton)
    took = time.perf_counter() - began
    assert took < 1
    assert under_way.complaint.text() == "그만두었습니다. 회의록은 그대로입니다."
    qtbot.waitUntil(server.hung_up.is_set)
    assert page.session.state == before
    server.behaviours[:] = [as_asked]
    ready(under_way, qtbot).send()
    qtbot.waitUntil(lambda: page.session.state != before)


def test_escape_takes_it_back(under_way: RefineDialog, page: NotePage, server: ModelServer, qtbot: QtBot) -> None:
    before = page.session.state
    qtbot.keyClick(under_way, Qt.Key.Key_Escape)
    qtbot.waitUntil(server.hung_up.is_set)
    assert page.session.state == before


def test_leaving_the_note_takes_it_back(
    under_way: RefineDialog, window: MainWindow, server: ModelServer, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(server.hung_up.is_set)


def test_closing_the_window_in_mid_request_does_not_wait_and_loses_nothing(
    under_way: RefineDialog,
    page: NotePage,
    window: MainWindow,
    server: ModelServer,
    make_window: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    before, began = page.session.state, time.perf_counter()
    window.close()
    assert time.perf_counter() - began < 2
    qtbot.waitUntil(server.hung_up.is_set)
    again = make_window()
    again.open_note(1)
    assert page_of(again, qtbot).session.state == before
    assert [one.what for one in records(again, qtbot)] == ["회의록 쓰기"]  # that it was sent is on record


# --- failures -------------------------------------------------------------------------------------------------------

FAILURES = [
    (refuses(401), "API 키를 받아들이지 않았습니다"),
    (refuses(404), "모델이나 주소를 찾지 못했습니다"),
    (refuses(400, "This model's maximum context length is 4096"), "받을 수 있는 길이를 넘었습니다"),
    (cut_after('{"headline":{"text":"예산'), "중간에 끊겼습니다"),
    (ends_early('{"headline":{"text":"예산'), "중간에 끊겼습니다"),
    (finishes("{", "length"), "중간에 끊겼습니다"),
    (finishes("{", "content_filter"), "거절했습니다"),
    (answers("죄송하지만 도와드릴 수 없습니다."), "거절했습니다"),
    (answers(""), "빈 답을 보냈습니다"),
    (answers("여기 요약입니다: 잘 됐습니다."), "답을 읽지 못했습니다"),
    (answers('{"minutes": "잘 됐습니다"}'), "정해진 형식과 달라"),
    (answers('{"decisions": [{"text": "지어낸 결정", "lines": [999]}]}'), "근거를 찾을 수 있는 내용이 없어"),
    (says(b"<html>login</html>"), "모델 서버의 답을 받지 못했습니다"),
]


@pytest.mark.parametrize(("behaviour", "sentence"), FAILURES)
def test_a_failure_is_one_sentence_and_what_was_there_before(
    dialog: RefineDialog, page: NotePage, server: ModelServer, qtbot: QtBot, behaviour: Any, sentence: str
) -> None:
    before, offered = page.session.state, page.session.proposals
    dialog.terms.setChecked(False)
    server.behaviours[:] = [behaviour]
    ready(dialog, qtbot).send()
    qtbot.waitUntil(dialog.complaint.isVisible)
    assert sentence in dialog.complaint.text()
    assert dialog.complaint.text().endswith("주세요. 회의록은 그대로입니다.")
    assert (page.session.state, page.session.proposals) == (before, offered)
    ready(dialog, qtbot)  # to try again


def test_a_server_that_is_not_there_is_told_and_nothing_is_said_to_have_left(
    dialog: RefineDialog, window: MainWindow, server: ModelServer, qtbot: QtBot
) -> None:
    server.shutdown()
    server.server_close()
    dialog.send()
    qtbot.waitUntil(dialog.complaint.isVisible)
    assert "이 PC의 모델 서버에 연결하지 못했습니다" in dialog.complaint.text()
    qtbot.waitUntil(lambda: window.shelf.ask(lambda library: library.sent()) == [])


def test_proposals_that_had_come_stay_when_the_minutes_fail(
    dialog: RefineDialog, page: NotePage, server: ModelServer, qtbot: QtBot
) -> None:
    before = page.session.state
    server.behaviours[:] = [only_for(wants_terms, as_asked, refuses(401))]
    dialog.send()
    qtbot.waitUntil(dialog.complaint.isVisible)
    assert dialog.complaint.text().endswith("회의록은 그대로입니다. 그 전에 찾은 제안 1곳은 넣어 두었습니다.")
    assert page.session.state == before
    assert any(p.edit.source == "model" for p in page.session.open_proposals())


def test_what_cannot_be_put_on_record_is_not_sent(
    dialog: RefineDialog, window: MainWindow, server: ModelServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_verb: Any) -> None:
        raise UserError("디스크가 가득 찼습니다. 자리를 비워 주세요.")

    monkeypatch.setattr(window.shelf, "ask", full)
    dialog.send()
    qtbot.waitUntil(dialog.complaint.isVisible)
    assert dialog.complaint.text().startswith("보낸 기록을 남기지 못해 보내지 않았습니다. 디스크가 가득")
    assert server.requests == []
