"""The open note opened again: its page stays, its journal goes on, nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from pytestqt.qtbot import QtBot

from desktop.library.shelf import OpenedNote
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from processing.errors import Bug
from processing.journal import fold
from processing.library import Library
from processing.note import State, change_of, first_state

WORDS = "처음 고친 말입니다."


def type_into_first(page: NotePage) -> None:
    view = page.transcript_view
    view.open_editor(view.model().index(0, 0))
    assert view.editor is not None
    view.editor.setPlainText(WORDS)


def retitle(page: NotePage) -> None:
    page.session.commit(change_of(page.session.state, {("info", "title"): "새 제목"}), "회의명")


def read_now(window: MainWindow, qtbot: QtBot) -> OpenedNote:
    with qtbot.waitSignal(window.shelf.load(1).done) as loaded:
        pass
    note: OpenedNote = loaded.args[0]
    return note


def kept(window: MainWindow, qtbot: QtBot) -> State:
    note = read_now(window, qtbot)
    return fold(first_state(note.source), note.entries)


@pytest.mark.parametrize("way", ["drop", "open"])
def test_typing_goes_on_when_the_same_note_is_opened(
    window: MainWindow, page: NotePage, talk_file: Path, qtbot: QtBot, way: str
) -> None:
    type_into_first(page)
    with qtbot.waitSignal(window.importing.ended if way == "drop" else page.session.changed):
        drop_files(window, [talk_file]) if way == "drop" else window.open_note(1)
    kept(window, qtbot)
    qtbot.wait(50)
    now = page_of(window, qtbot)
    now.session.flush()
    retitle(now)
    assert now is page
    assert page.session.turns()[0].text == WORDS
    assert kept(window, qtbot) == page.session.state
    assert window.shelf.unwritten == 0


def test_a_note_read_before_its_last_change_is_read_again(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    early = read_now(window, qtbot)
    type_into_first(page)
    window.show_start()  # commits what is being typed
    window.show_note(early)
    again = page_of(window, qtbot)
    retitle(again)
    assert again.session.turns()[0].text == WORDS
    assert kept(window, qtbot) == again.session.state


def test_a_note_opened_again_holds_what_could_not_be_written(
    window: MainWindow, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Library, note_id: int, entries: object) -> None:
        raise Bug("refused")

    with monkeypatch.context() as patch:
        patch.setattr(Library, "append_all", refuse)
        retitle(page)
        qtbot.waitUntil(lambda: window.shelf.unwritten == 1)
        window.show_start()
        window.open_note(1)
        assert page_of(window, qtbot).session.state.info["title"] == "새 제목"
    with qtbot.waitSignal(window.shelf.try_again().done):
        pass
    assert kept(window, qtbot).info["title"] == "새 제목"


def test_a_refused_journal_keeps_no_other_waiting(
    window: MainWindow, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., None] = Library.append_all

    def refuse_another(self: Library, note_id: int, entries: object) -> None:
        if note_id == 99:
            raise Bug("refused")
        real(self, note_id, entries)

    monkeypatch.setattr(Library, "append_all", refuse_another)
    window.shelf.append(99, page.session.entries[-1])
    retitle(page)
    assert kept(window, qtbot).info["title"] == "새 제목"
    assert window.shelf.unwritten == 1
    window.keeping._may_lose = True
