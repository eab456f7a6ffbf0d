"""원문으로 되돌리기: for a turn, for selected words, for the note; each is one undo, and nothing else goes along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.parts.line_editor import LineEditor
from desktop.transcript.restoring import original_part
from processing.note import Edit, State, change_of
from processing.source import Place

WAS = "이번 주에는 레그를 먼저 붙여 보겠습니다. 챗지피티도 같이 보겠습니다."
CORRECTED = "이번 주에는 레그를 먼저 붙여 보겠습니다. ChatGPT도 같이 보겠습니다."


def replace_word(page: NotePage, old: str, new: str) -> None:
    source, state = page.session.source, page.session.state
    at = source.text.index(old)
    edit = Edit(at, at + len(old), old, new)
    page.session.commit(change_of(state, {("edits", edit.id): edit}), f"{old} → {new}")


@pytest.fixture
def corrected(page: NotePage) -> NotePage:
    """The first turn with one word of the program's and two of the person's."""
    replace_word(page, "레그를", "RAG를")
    replace_word(page, "먼저", "우선")
    assert text(page) == "이번 주에는 RAG를 우선 붙여 보겠습니다. ChatGPT도 같이 보겠습니다."
    return page


def text(page: NotePage) -> str:
    return page.session.turns()[0].text


def open_first(page: NotePage, qtbot: QtBot) -> LineEditor:
    view = page.transcript_view
    page.show_transcript()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.editor is not None
    return view.editor


def select(editor: LineEditor, words: str) -> None:
    at = editor.toPlainText().index(words)
    editor.select(at, at + len(words))


def test_only_the_selected_words_are_given_back(window: MainWindow, corrected: NotePage, qtbot: QtBot) -> None:
    before = corrected.session.state
    select(open_first(corrected, qtbot), "RAG를")
    window.menus.action("restore_selection").trigger()
    assert text(corrected) == "이번 주에는 레그를 우선 붙여 보겠습니다. ChatGPT도 같이 보겠습니다."
    window.menus.action("undo").trigger()
    assert corrected.session.state == before


def test_a_part_of_a_corrected_word_gives_the_word_back(window: MainWindow, corrected: NotePage, qtbot: QtBot) -> None:
    select(open_first(corrected, qtbot), "GPT")
    window.menus.action("restore_selection").trigger()
    assert "챗지피티도" in text(corrected)
    assert "RAG를 우선" in text(corrected)


def test_what_is_being_typed_is_kept_and_can_be_given_back_too(
    window: MainWindow, corrected: NotePage, qtbot: QtBot
) -> None:
    editor = open_first(corrected, qtbot)
    select(editor, "이번")
    type_hangul(editor, "다음")
    compose(editor, "번")
    select(editor, "RAG를 우선")
    window.menus.action("restore_selection").trigger()
    assert text(corrected).startswith("다음")
    assert "레그를 먼저" in text(corrected)


def test_without_a_selection_it_is_told_what_to_do(window: MainWindow, corrected: NotePage) -> None:
    before = corrected.session.state
    window.menus.action("restore_selection").trigger()
    assert corrected.session.state == before
    assert "먼저 선택해 주세요" in corrected.said.text()


def test_a_turn_is_given_back_and_the_others_stay(window: MainWindow, corrected: NotePage) -> None:
    corrected.show_transcript()
    corrected.transcript_view.setCurrentIndex(corrected.transcript_view.model().index(0, 0))
    window.menus.action("restore_turn").trigger()
    assert text(corrected) == WAS
    assert "ChatGPT로" in corrected.session.turns()[4].text


def test_the_note_is_given_back_its_names_stay_and_one_undo_brings_all_back(
    window: MainWindow, corrected: NotePage
) -> None:
    before = corrected.session.state
    window.menus.action("restore_note").trigger()
    assert not corrected.session.state.edits
    assert corrected.session.state.lines == before.lines
    window.menus.action("undo").trigger()
    assert corrected.session.state == before


@pytest.mark.parametrize(
    ("edit", "goes"),
    [
        (Edit(2, 5, "abc", "x"), True),
        (Edit(0, 3, "abc", "x"), True),
        (Edit(5, 6, "a", "x"), False),  # begins where the selection ends
        (Edit(0, 2, "ab", "x"), False),
        (Edit(2, 2, "", "x"), True),  # put in at its border: it is seen as selected
        (Edit(6, 6, "", "x"), False),
    ],
)
def test_an_edit_goes_where_it_reaches_into_the_selection(edit: Edit, goes: bool) -> None:
    assert bool(original_part(State(edits={edit.id: edit}), Place(2, 5))) is goes
