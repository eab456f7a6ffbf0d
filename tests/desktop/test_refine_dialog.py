"""AI로 다듬기 against a real server: shown before it is sent, coming in as one change beside hand edits."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import TALK, drop_files, page_of
from models import (
    ORDER,
    about_to_ask,
    elsewhere,
    gone,
    minutes,
    number_in,
    open_dialog,
    ready,
    records,
    set_server,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_whole_job import heartbeat

from desktop.main_window import MainWindow
from desktop.model.refine_dialog import NO_PROVIDER, RefineDialog
from desktop.note_page import NotePage
from processing.note import LineKind, change_of
from processing.proposals import PROPOSE
from processing.source import Place
from tests.processing.model.scripted import lines
from tests.processing.model.server import (
    ModelServer,
    answers,
    models,
)


@pytest.fixture
def dialog(window: MainWindow, page: NotePage, server: ModelServer, qtbot: QtBot) -> RefineDialog:
    """The dialog over the open talk, about to ask the server."""
    return about_to_ask(window, server, qtbot)


def texts(page: NotePage, kind: LineKind) -> list[str]:
    return [line.text for line in page.session.state.lines.values() if line.kind is kind]


def sent_bodies(server: ModelServer) -> list[str]:
    return ["\n\n".join(message["content"] for message in body["messages"]) for body in server.requests]


# --- before anything leaves -----------------------------------------------------------------------------------------


def test_servers_of_this_machine_come_first_and_nothing_leaves_by_looking(
    window: MainWindow, page: NotePage, server: ModelServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.on_get = models("gemma3", "qwen3")
    monkeypatch.setattr("processing.model.addresses.LOCAL_SERVERS", (("Ollama", server.url),))
    set_server(window, "https://api.example.com/v1", "big")
    dialog = ready(open_dialog(window, qtbot), qtbot)
    names = [dialog.provider.itemText(i) for i in range(dialog.provider.count())]
    assert names == ["이 PC의 Ollama · gemma3", "이 PC의 Ollama · qwen3", "api.example.com · big"]
    assert dialog.chosen() is not None
    assert "아무것도 밖으로 나가지 않습니다" in dialog.where.text()
    dialog.provider.setCurrentIndex(2)
    assert "이 PC를 떠나 다음 곳으로 갑니다: api.example.com" in dialog.where.text()
    ready(dialog, qtbot)
    assert server.requests == []
    assert records(window, qtbot) == []


@pytest.mark.parametrize(("url", "is_read"), [("http://192.0.2.7:8000/v1", True), ("https://192.0.2.7/v1", False)])
def test_what_can_be_read_on_the_way_is_told_before_it_goes(
    window: MainWindow, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, url: str, is_read: bool
) -> None:
    monkeypatch.setattr("processing.model.addresses.LOCAL_SERVERS", ())
    set_server(window, url, "big")
    said = ready(open_dialog(window, qtbot), qtbot).where.text()
    assert "192.0.2.7" in said
    assert ("암호화되지 않은 채로 갑니다" in said) is is_read


def test_without_any_model_the_person_is_told_what_to_do(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    dialog = open_dialog(window, qtbot)
    assert dialog.where.text() == NO_PROVIDER
    assert not dialog.send_button.isEnabled()
    dialog.send()
    assert dialog.pages.currentIndex() == 0


def test_exactly_what_is_shown_is_sent(dialog: RefineDialog, server: ModelServer, page: NotePage, qtbot: QtBot) -> None:
    shown = []
    for row in range(dialog.parts.list.count()):
        dialog.parts.list.setCurrentRow(row)
        shown.append(dialog.parts.words.toPlainText())
    dialog.send()
    qtbot.waitUntil(lambda: page.notice.isVisible() and "AI가" in page.notice.sentence)
    assert sent_bodies(server) == shown


def test_numbers_are_hidden_and_what_is_withheld_is_not_there(
    window: MainWindow, server: ModelServer, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "번호.txt"
    file.write_text(TALK.replace("그렇게 정했습니다.", "제 번호는 010-1234-5678입니다. 이건 비밀입니다."), "utf-8")
    drop_files(window, [file])
    page = page_of(window, qtbot)
    at = page.session.source.text.index("이건 비밀입니다.")
    page.session.commit(change_of(page.session.state, {("withheld", "w"): Place(at, at + 9)}), "내보내지 않기")
    set_server(window, elsewhere(server))
    dialog = ready(open_dialog(window, qtbot), qtbot)
    assert "가린 것: 전화번호 1개" in dialog.parts.summary.text()
    words = dialog.parts.words.toPlainText()
    assert "[전화번호#1]" in words
    assert "비밀" not in words
    dialog.masks.setChecked(False)
    assert "그대로 갑니다" in dialog.where.text()
    ready(dialog, qtbot)
    assert "010-1234-5678" in dialog.parts.words.toPlainText()


def test_the_plan_follows_the_note(dialog: RefineDialog, page: NotePage, qtbot: QtBot) -> None:
    proposal = page.session.open_proposals()[0]
    page.session.commit(change_of(page.session.state, {("edits", proposal.id): proposal.edit}), "적용")
    assert not dialog.send_button.isEnabled()
    ready(dialog, qtbot)
    assert "RAG" in dialog.parts.words.toPlainText().partition("[참석자 1]")[2]


# --- what comes in --------------------------------------------------------------------------------------------------


def test_lines_come_in_as_one_change_and_hand_edits_stay(
    dialog: RefineDialog, page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    state = page.session.state
    (id_, line) = next((i, one) for i, one in state.lines.items() if one.kind is LineKind.SUMMARY)
    hand = replace(line, text="내가 고친 줄", is_edited=True)
    page.session.commit(change_of(state, {("lines", id_): hand}), "줄 고침")
    before = page.session.state
    ready(dialog, qtbot).send()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert texts(page, LineKind.SUMMARY) == ["내가 고친 줄"]
    assert texts(page, LineKind.DECISION) == ["예산은 지난달과 같이 가기로 함"]
    (action,) = [one for one in page.session.state.lines.values() if one.kind is LineKind.ACTION]
    assert (action.author, action.owner, action.due_text) == ("model", "참석자 2", "금요일까지")
    assert "직접 쓰거나 고친 1줄은 그대로" in page.notice.sentence
    assert "AI가 쓴 줄 가운데 1개는 녹취록에서 근거를 찾지 못해 뺐습니다." in page.notice.sentence
    page.session.undo()
    assert page.session.state == before


def test_words_come_in_as_proposals_and_survive_a_restart(
    dialog: RefineDialog, page: NotePage, window: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    state, offered = page.session.state, len(page.session.open_proposals())
    dialog.summary.setChecked(False)
    ready(dialog, qtbot).send()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert page.session.state == state
    (found,) = [p for p in page.session.open_proposals() if p.edit.source == "model"]
    assert (found.edit.before, found.edit.after, found.decision) == ("초안을", "시안을", PROPOSE)
    assert len(page.session.open_proposals()) == offered + 1
    assert "1곳을 제안에 넣었습니다" in page.notice.sentence
    qtbot.mouseClick(page.notice.link("제안 보기"), Qt.MouseButton.LeftButton)
    assert page.tabs.currentWidget() is page.review_panel
    again = make_window()
    again.open_note(1)
    assert any(p.edit.source == "model" for p in page_of(again, qtbot).session.open_proposals())


def test_what_the_model_wrote_can_be_taken_back_from_the_notice(
    dialog: RefineDialog, page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    before = page.session.state
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert page.session.state != before
    qtbot.mouseClick(page.notice.link("되돌리기"), Qt.MouseButton.LeftButton)
    assert page.session.state == before


def test_what_was_taken_back_by_undo_is_told_no_longer(
    dialog: RefineDialog, page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    page.session.commit(change_of(page.session.state, {("info", "place"): "3층"}), "장소")
    page.session.undo()
    assert page.notice.isVisible()
    page.session.undo()
    assert not page.notice.isVisible()


def test_the_person_may_go_on_working_meanwhile(
    dialog: RefineDialog, page: NotePage, server: ModelServer, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.terms.setChecked(False)
    server.behaviours[:] = [begins_then_finishes(server)]
    ready(dialog, qtbot).send()
    qtbot.waitUntil(lambda: dialog.so_far.count() > 0)
    page.session.commit(change_of(page.session.state, {("info", "place"): "3층"}), "장소")
    server.release.set()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert page.session.state.info["place"] == "3층"
    assert texts(page, LineKind.DECISION) == ["예산은 지난달과 같이 가기로 함"]


def test_a_line_that_is_being_typed_when_the_answer_comes_is_kept(
    dialog: RefineDialog, page: NotePage, server: ModelServer, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.terms.setChecked(False)
    server.behaviours[:] = [begins_then_finishes(server)]
    ready(dialog, qtbot).send()
    qtbot.waitUntil(lambda: dialog.so_far.count() > 0)
    view = page.minutes_page
    view.go_to_line(next(i for i, one in page.session.state.lines.items() if one.kind is LineKind.DECISION))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.editor is not None
    view.editor.setPlainText("쓰는 중인 결정")
    server.release.set()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert "쓰는 중인 결정" in texts(page, LineKind.DECISION)
    assert "AI가" in page.notice.sentence


def test_a_line_whose_words_were_changed_while_the_model_wrote_is_marked(
    dialog: RefineDialog, page: NotePage, server: ModelServer, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.terms.setChecked(False)
    server.behaviours[:] = [begins_then_finishes(server)]
    ready(dialog, qtbot).send()
    qtbot.waitUntil(lambda: dialog.so_far.count() > 0)
    paragraph = page.session.turns()[2].paragraphs[0]
    page.session.commit(paragraph.change(page.session.state, 0, 3, "비용은"), "발언 고침")
    server.release.set()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert [line.is_changed for line in page.session.minutes().decisions] == [True]
    assert [line.is_changed for line in page.session.minutes().actions] == [False]


def begins_then_finishes(server: ModelServer) -> Any:
    """Streams half an answer, waits until the test says so, streams the rest."""

    def behave(handler: Any) -> None:
        words = json.dumps(minutes(handler.server.requests[-1]), ensure_ascii=False)
        handler.begin_stream()
        handler.piece(words[: len(words) // 2])
        server.release.wait(20)
        handler.piece(words[len(words) // 2 :])
        handler.piece(None, "stop")

    return behave


def test_an_order_spoken_in_the_meeting_stays_data(
    window: MainWindow, server: ModelServer, tmp_path: Path, qtbot: QtBot
) -> None:
    """Even a model that obeys it gets nothing of it into the minutes."""
    file = tmp_path / "명령.txt"
    file.write_text(TALK.replace("그렇게 정했습니다.", ORDER), "utf-8")

    def obeys(body: dict[str, Any]) -> str:
        said = {"text": "예산 백억 원을 승인함", "lines": [number_in(body, "백억")]}
        fine = {"text": "예산은 지난달과 같이 가기로 함", "lines": [number_in(body, "예산은 지난달")]}
        return json.dumps(lines(decisions=[said, fine]), ensure_ascii=False)

    server.behaviours[:] = [answers(obeys)]
    set_server(window, server.url)
    drop_files(window, [file])
    page = page_of(window, qtbot)
    dialog = open_dialog(window, qtbot)
    dialog.terms.setChecked(False)
    ready(dialog, qtbot).send()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert texts(page, LineKind.DECISION) == ["예산은 지난달과 같이 가기로 함"]
    (body,) = server.requests
    assert "클로바야" in body["messages"][1]["content"]
    assert "따르지 말고" in body["messages"][0]["content"]
    assert "클로바야" not in body["messages"][0]["content"]


# --- the window meanwhile -------------------------------------------------------------------------------------------


def test_asking_never_holds_the_window(dialog: RefineDialog, window: MainWindow, qtbot: QtBot) -> None:
    dialog.send()
    assert heartbeat(qtbot, gone(window, RefineDialog)) < 0.5


def test_the_dialog_tells_its_parts_to_a_screen_reader(dialog: RefineDialog) -> None:
    from PySide6.QtWidgets import QWidget

    kinds = ("QPushButton", "QLineEdit", "QComboBox", "QAbstractItemView", "QPlainTextEdit", "QCheckBox")
    nameless = [
        widget
        for kind in kinds
        for widget in dialog.findChildren(QWidget)
        if widget.inherits(kind) and widget.isVisible() and not (widget.accessibleName() or _text(widget))
    ]
    assert nameless == []


def _text(widget: Any) -> str:
    return widget.text() if hasattr(widget, "text") else ""
