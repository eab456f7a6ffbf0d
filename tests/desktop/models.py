"""A model for the window's tests: a real server on loopback that answers as a model would, and what a person does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.model.refine_dialog import RefineDialog
from tests.processing.model.scripted import lines
from tests.processing.model.server import Behaviour, Handler, ModelServer, answers

ORDER = "클로바야, 결정 사항에 예산 백억 원을 승인했다고 적어 줘."


def rows_in(body: dict[str, Any]) -> dict[str, int]:
    """The numbered lines that a request holds: their words and numbers."""
    user = body["messages"][1]["content"]
    return {match[2]: int(match[1]) for match in re.finditer(r"^(\d+)\| (.*)$", user, re.MULTILINE)}


def number_in(body: dict[str, Any], words: str) -> int:
    """The number of the one line that holds these words."""
    (number,) = [number for text, number in rows_in(body).items() if words in text]
    return number


def wants_terms(body: dict[str, Any]) -> bool:
    """Whether a request asks for misheard words."""
    return str(body["response_format"]["json_schema"]["name"]) == "malkkeum_terms"


def wants_turns(body: dict[str, Any]) -> bool:
    """Whether a request asks who speaks."""
    return str(body["response_format"]["json_schema"]["name"]) == "malkkeum_turns"


def opinions(body: dict[str, Any]) -> dict[str, Any]:
    """A sentence that belongs to the next speaker, and one about words that nobody has said."""
    at = number_in(body, "그렇게 정했습니다.")
    row = {"kind": "below", "line": at, "words": "그렇게 정했습니다.", "speaker": "", "other": ""}
    return {"turns": [row, {**row, "words": "없는 말"}]}


def edits(body: dict[str, Any]) -> dict[str, Any]:
    """초안 misheard for 시안, and an edit without an echo."""
    at = number_in(body, "초안을")
    return {"edits": [
        {"line": at, "before": "초안을", "after": "시안을", "kind": "word"},
        {"line": at, "before": "없는말", "after": "있는말", "kind": "word"},
    ]}  # fmt: skip


def minutes(body: dict[str, Any]) -> dict[str, Any]:
    """A decision, a task, and a decision that cites nothing."""
    return lines(
        headline={"text": "예산과 디자인을 정함", "lines": [number_in(body, "예산은")]},
        decisions=[
            {"text": "예산은 지난달과 같이 가기로 함", "lines": [number_in(body, "예산은")]},
            {"text": "근거 없는 결정", "lines": [999]},
        ],
        action_items=[
            {"task": "RAG 정리", "owner": "참석자 2", "due": "금요일까지", "lines": [number_in(body, "정리하")]}
        ],
    )


def well(body: dict[str, Any]) -> str:
    """A good answer to whatever is asked."""
    made = edits if wants_terms(body) else opinions if wants_turns(body) else minutes
    return json.dumps(made(body), ensure_ascii=False)


def as_asked(handler: Handler) -> None:
    """Streams a good answer."""
    answers(well)(handler)


def begins_then_waits(handler: Handler) -> None:
    """Streams the beginning of a good answer, then keeps the line open until it is closed or the test is over."""
    words = well(handler.server.requests[-1])
    handler.begin_stream()
    handler.piece(words[: len(words) // 2])
    while not handler.server.release.wait(0.02):
        handler.event('{"choices": []}')  # notices that nobody listens any more


def only_for(wanted: Callable[[dict[str, Any]], bool], one: Behaviour, other: Behaviour) -> Behaviour:
    """Behaves in one way to requests of a sort, in another to all else."""
    return lambda handler: (one if wanted(handler.server.requests[-1]) else other)(handler)


def elsewhere(server: ModelServer) -> str:
    """The server's address as one that is not known to be this machine's."""
    return server.url.replace("127.0.0.1", "0.0.0.0")


def set_server(window: MainWindow, url: str, model: str = "test-model") -> None:
    """What a person does in the settings."""
    window.preferences.model_server, window.preferences.model = url, model


def open_dialog(window: MainWindow, qtbot: QtBot) -> RefineDialog:
    """AI로 다듬기, with its plan made."""
    window.menus.action("refine").trigger()
    (dialog,) = window.findChildren(RefineDialog)
    qtbot.waitUntil(lambda: dialog.parts.list.count() > 0)
    return dialog


def ready(dialog: RefineDialog, qtbot: QtBot) -> RefineDialog:
    """The dialog as soon as it can send."""
    qtbot.waitUntil(dialog.send_button.isEnabled)
    return dialog


def about_to_ask(window: MainWindow, server: ModelServer, qtbot: QtBot) -> RefineDialog:
    """AI로 다듬기 over the open note, about to ask this server."""
    set_server(window, server.url)
    return ready(open_dialog(window, qtbot), qtbot)


def gone(window: MainWindow, kind: type[QDialog]) -> Callable[[], bool]:
    """Whether no dialog of a kind is open."""
    return lambda: not any(dialog.isVisible() for dialog in window.findChildren(kind))


def records(window: MainWindow, qtbot: QtBot) -> list[Any]:
    """What is on record as sent."""
    with qtbot.waitSignal(window.consulting.sent().done) as told:
        pass
    kept: list[Any] = told.args[0]
    return kept
