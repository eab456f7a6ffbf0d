"""The settings of a model: servers, models, masking, and a key that stands nowhere but in a keyring or in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import page_of
from models import elsewhere, gone, open_dialog, ready, set_server
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.menus.settings_verbs import open_settings
from desktop.model.providers import providers_of
from desktop.model.refine_dialog import RefineDialog
from desktop.model.sent_words import NOTHING_LEFT
from desktop.note_page import NotePage
from desktop.preferences import Preferences
from desktop.settings.model_box import ModelBox
from processing.language_model import LocalServer
from tests.processing.model.server import ModelServer, models, refuses
from tests.processing.test_secret import Ring

KEY = "sk-very-secret-0123456789"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests go straight to the test's own server."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def open_box(window: MainWindow) -> ModelBox:
    box = open_settings(window).model_box
    assert box is not None
    return box


def type_server(box: ModelBox, qtbot: QtBot, address: str) -> None:
    box.server.clear()
    qtbot.keyClicks(box.server, address)
    qtbot.keyClick(box.server, Qt.Key.Key_Tab)
    box.server.editingFinished.emit()


def enter_key(box: ModelBox, qtbot: QtBot, key: str) -> None:
    qtbot.keyClicks(box.key, key)
    qtbot.mouseClick(box.keep_button, Qt.MouseButton.LeftButton)


def test_masking_is_on_until_the_person_says_otherwise(
    window: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    box = open_box(window)
    assert box.masks.isChecked()
    box.masks.setChecked(False)
    assert not make_window().preferences.masks


def test_server_and_model_are_set_and_kept(
    window: MainWindow, server: ModelServer, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    server.on_get = models("qwen3", "gemma3")
    box = open_box(window)
    type_server(box, qtbot, server.url.removesuffix("/v1").removeprefix("http://"))
    assert box.server.text() == server.url
    box.list_models()
    qtbot.waitUntil(lambda: box.model.count() == 2)
    assert [box.model.itemText(i) for i in range(2)] == ["gemma3", "qwen3"]
    box.model.setCurrentIndex(1)
    kept = make_window().preferences
    assert (kept.model_server, kept.model) == (server.url, "qwen3")
    assert server.requests == []


def test_the_model_that_the_list_shows_first_is_the_one_that_is_kept(
    window: MainWindow, server: ModelServer, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    server.on_get = models("gemma3", "qwen3")
    box = open_box(window)
    type_server(box, qtbot, server.url)
    box.list_models()
    qtbot.waitUntil(lambda: box.model.count() == 2)
    assert box.model.currentText() == make_window().preferences.model == "gemma3"


@pytest.mark.parametrize(
    ("address", "said"),
    [("ftp://api.example.com", "주소가 올바르지 않습니다"), ("https://me:sk-1@api.example.com/v1", "암호를 넣지 말고")],
)
def test_an_address_that_cannot_be_one_is_told_and_not_kept(
    window: MainWindow, library_folder: Path, qtbot: QtBot, address: str, said: str
) -> None:
    box = open_box(window)
    type_server(box, qtbot, address)
    assert said in box.answer.text()
    assert window.preferences.model_server == ""
    window.preferences.write()
    assert "sk-1" not in "".join(f.read_text("utf-8", "replace") for f in library_folder.glob("*.ini"))


def test_a_key_that_could_be_read_on_the_way_is_warned_of(window: MainWindow, qtbot: QtBot) -> None:
    box = open_box(window)
    type_server(box, qtbot, "http://192.0.2.7:8000")
    qtbot.waitUntil(lambda: "키와 글이 암호화되지 않은 채로 갑니다" in box.answer.text())


def test_a_server_without_an_answer_is_told(window: MainWindow, server: ModelServer, qtbot: QtBot) -> None:
    server.on_get = refuses(401)
    box = open_box(window)
    type_server(box, qtbot, elsewhere(server))
    box.list_models()
    qtbot.waitUntil(lambda: "API 키를 받아들이지 않았습니다" in box.answer.text())


def test_without_a_keyring_the_person_is_told_that_the_key_is_for_this_session(
    window: MainWindow, qtbot: QtBot
) -> None:
    box = open_box(window)
    type_server(box, qtbot, "https://api.example.com/v1")
    qtbot.waitUntil(lambda: "이번에 끌 때까지만 기억합니다" in box.answer.text())
    assert box.key.echoMode() is QLineEdit.EchoMode.Password
    enter_key(box, qtbot, KEY)
    qtbot.waitUntil(lambda: "이번에 끌 때까지만 기억합니다." in box.answer.text() and box.forget_button.isEnabled())
    assert box.key.text() == ""
    qtbot.mouseClick(box.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.answer.text().startswith("API 키가 없습니다."))


def test_a_keyring_keeps_the_key_for_its_host_only(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Ring()
    monkeypatch.setattr("processing.secret.keyring.get_keyring", lambda: ring)
    box = open_box(window)
    type_server(box, qtbot, "https://api.example.com/v1")
    enter_key(box, qtbot, KEY)
    qtbot.waitUntil(lambda: "암호 보관소에 넣었습니다" in box.answer.text())
    assert ring.held == {("malkkeum", "api.example.com"): KEY}
    type_server(box, qtbot, "https://other.example.com/v1")
    qtbot.waitUntil(lambda: box.answer.text().startswith("API 키가 없습니다."))


def test_the_key_goes_to_the_server_and_into_no_file(
    window: MainWindow, page: NotePage, server: ModelServer, library_folder: Path, qtbot: QtBot
) -> None:
    set_server(window, elsewhere(server))
    box = open_box(window)
    enter_key(box, qtbot, KEY)
    qtbot.waitUntil(lambda: "기억합니다." in box.answer.text() and box.forget_button.isEnabled())
    dialog = ready(open_dialog(window, qtbot), qtbot)
    qtbot.waitUntil(lambda: "이번에 끌 때까지만 기억하는 API 키를 씁니다." in dialog.along.text())
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    assert {headers["authorization"] for headers in server.headers} == {f"Bearer {KEY}"}
    window.preferences.write()
    window.close()
    held = [file.read_bytes() for file in library_folder.rglob("*") if file.is_file()]
    assert held
    assert not any(KEY.encode() in data for data in held)


def test_what_left_is_said_at_the_foot_and_can_be_read_again(
    window: MainWindow, page: NotePage, server: ModelServer, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    assert page.privacy.text() == NOTHING_LEFT
    assert not page.privacy.link.isVisible()
    set_server(window, elsewhere(server))
    dialog = ready(open_dialog(window, qtbot), qtbot)
    dialog.parts.list.setCurrentRow(1)
    shown = dialog.parts.words.toPlainText()
    dialog.send()
    qtbot.waitUntil(gone(window, RefineDialog))
    host = f"0.0.0.0:{server.server_port}"
    qtbot.waitUntil(lambda: page.privacy.text() == f"{host}에 2번 보냄")
    qtbot.mouseClick(page.privacy.link, Qt.MouseButton.LeftButton)
    record = sent_window(window)
    qtbot.waitUntil(lambda: record.words.toPlainText() == shown)
    newest = record.list.topLevelItem(0)
    assert newest is not None
    assert [newest.text(i) for i in (1, 2, 3)] == [host, "test-model", "회의록 쓰기"]
    again = make_window()
    qtbot.waitUntil(lambda: again.start_page.privacy.text() == f"{host}에 2번 보냄")
    again.open_note(1)
    again_page = page_of(again, qtbot)
    qtbot.waitUntil(lambda: again_page.privacy.text() == f"{host}에 2번 보냄")


def sent_window(window: MainWindow):  # type: ignore[no-untyped-def]
    from desktop.model.sent_window import SentWindow

    (record,) = window.findChildren(SentWindow)
    return record


def test_what_stays_on_this_machine_has_not_left_it(
    window: MainWindow, page: NotePage, server: ModelServer, qtbot: QtBot
) -> None:
    set_server(window, server.url)
    ready(open_dialog(window, qtbot), qtbot).send()
    qtbot.waitUntil(gone(window, RefineDialog))
    qtbot.waitUntil(page.privacy.link.isVisible)
    assert page.privacy.text() == NOTHING_LEFT
    assert page.privacy.link.text() == "기록 보기"


def test_each_model_is_offered_once_those_of_this_machine_first() -> None:
    found = [LocalServer("Ollama", "http://127.0.0.1:11434/v1", ("gemma3",))]
    names = [one.name for one in providers_of(found, "https://api.example.com/v1", "big")]
    assert names == ["이 PC의 Ollama · gemma3", "api.example.com · big"]
    assert len(providers_of(found, "localhost:11434", "gemma3")) == 2  # another name of the machine: both may be asked
    assert len(providers_of(found, "127.0.0.1:11434", "gemma3")) == 1
    assert providers_of([], "https://api.example.com/v1", "") == []
    assert providers_of([], "ftp://x", "m") == []


def test_settings_without_a_model_are_empty(library_folder: Path) -> None:
    preferences = Preferences(library_folder)
    assert (preferences.model_server, preferences.model, preferences.last_provider) == ("", "", "")
    assert preferences.masks
