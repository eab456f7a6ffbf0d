"""Finding and replacing as a person does: the keyboard, the preview, one undo, a place kept while the note changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from talk import compose, full_session, type_hangul

from desktop.main_window import MainWindow
from desktop.minutes.minutes_edits import reworded
from desktop.note_page import NotePage
from desktop.transcript.replace_sheet import ReplaceSheet
from processing.note import change_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def find(page: NotePage, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert page.find_bar.words.hasFocus()
    type_hangul(page.find_bar.words, words)


def test_hits_are_counted_and_gone_through_with_enter(page: NotePage, qtbot: QtBot) -> None:
    find(page, "챗", qtbot)
    assert page.find_bar.count.text() == "없음"
    page.find_bar.words.clear()
    type_hangul(page.find_bar.words, "레그")
    assert page.find_bar.count.text() == "1/2"
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "2/2"
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "1/2"


def test_enter_while_composing_does_not_go_on(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    compose(page.find_bar.words, "를")
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "1/2"


def test_one_is_replaced_with_its_particle_and_the_next_is_shown(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    qtbot.mouseClick(page.find_bar.replace_button, Qt.MouseButton.LeftButton)
    assert "이번 주에는 모델을 먼저" in page.session.turns()[0].text
    assert page.find_bar.count.text() == "1/1"
    current = page.find_bar.current
    assert current is not None
    assert current.place.start > page.session.turns()[1].cut - 1


def test_all_are_previewed_and_are_one_undo(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    before = page.session.state
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    qtbot.mouseClick(page.find_bar.all_button, Qt.MouseButton.LeftButton)
    (sheet,) = page.findChildren(ReplaceSheet)
    assert [tick.accessibleName() for tick in sheet.ticks] == ["레그를 → 모델을", "레그는 → 모델은"]
    assert page.session.state == before
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert "모델은 제가" in page.session.turns()[1].text
    window.menus.action("undo").trigger()
    assert page.session.state == before


def test_what_is_not_ticked_stays(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    type_hangul(page.find_bar.new, "모델")
    page.find_bar._want_all()
    (sheet,) = page.findChildren(ReplaceSheet)
    sheet.ticks[0].setChecked(False)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert "레그를" in page.session.turns()[0].text
    assert "모델은" in page.session.turns()[1].text


def test_escape_puts_the_bar_away(page: NotePage, qtbot: QtBot) -> None:
    find(page, "레그", qtbot)
    qtbot.keyClick(page.find_bar.words, Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()


@pytest.fixture
def with_minutes(qtbot: QtBot) -> NotePage:
    """The page of the talk with its minutes."""
    page = NotePage(full_session())
    qtbot.addWidget(page)
    page.show()
    return page


def look_for(page: NotePage, words: str) -> None:
    page.find_words()
    type_hangul(page.find_bar.words, words)


def test_lines_of_a_person_s_own_are_found_after_the_transcript_and_replaced_with_it(
    with_minutes: NotePage, qtbot: QtBot
) -> None:
    page, session = with_minutes, with_minutes.session
    session.commit(reworded(session.source, session.state, "s1", "레그 비교를 먼저 함"), "고침")
    before = session.state
    look_for(page, "레그")
    assert page.find_bar.count.text() == "1/5"
    page.find_bar.go_back()
    assert page.find_bar.count.text() == "5/5"
    assert page.minutes_page.current().id == "s1"
    type_hangul(page.find_bar.new, "모델")
    page.find_bar._want_all()
    (sheet,) = page.findChildren(ReplaceSheet)
    assert [tick.accessibleName() for tick in sheet.ticks] == [
        "레그를 → 모델을",
        "레그 → 모델",
        "레그랑 → 모델이랑",
        "레그와 → 모델과",
        "레그 → 모델",
    ]
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert session.state.lines["s1"].text == "모델 비교를 먼저 함"
    assert page.find_bar.count.text() == "없음"
    session.undo()
    assert session.state == before


def test_lines_of_the_program_s_follow_what_is_replaced(with_minutes: NotePage, qtbot: QtBot) -> None:
    page = with_minutes
    look_for(page, "비교표")
    number = page.find_bar.count.text()
    type_hangul(page.find_bar.new, "예산표")
    page.find_bar._want_all()
    (sheet,) = page.findChildren(ReplaceSheet)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    assert number.endswith(f"/{len(sheet.ticks)}")
    task = next(row for row in page.minutes_page.rows if row.id == "a1")
    assert (task.text, task.wants_look) == ("예산표 만들기", False)


FORM = {
    "title": "분기 점검",
    "place": "3층 회의실",
    "attendees": ("김하늘 과장", "박수아"),
    "agenda": ("예산", "신규 채용"),
}


@pytest.fixture
def with_form(with_minutes: NotePage) -> NotePage:
    """The same with its form filled in."""
    session = with_minutes.session
    session.commit(change_of(session.state, {("info", name): value for name, value in FORM.items()}), "회의 정보")
    return with_minutes


@pytest.mark.parametrize(
    ("words", "printed"),
    [("3층", "3층 회의실"), ("박수아", "박수아"), ("신규 채용", "신규 채용"), ("분기 점검", "분기 점검")],
)
def test_what_the_form_says_is_found_and_shown_while_one_types(
    with_form: NotePage, words: str, printed: str, qtbot: QtBot
) -> None:
    page = with_form
    page.minutes_page.verticalScrollBar().setValue(page.minutes_page.verticalScrollBar().maximum())
    look_for(page, words)
    assert page.find_bar.count.text() == "1/1"
    assert page.find_bar.words.hasFocus()
    shown = [
        row
        for i, row in enumerate(page.minutes_page.rows)
        if page.minutes_page.visualRect(page.minutes_page.model().index(i, 0)).intersects(
            page.minutes_page.viewport().rect()
        )
    ]
    assert any(printed in text for row in shown for text in (row.text, *row.cells))


def test_words_of_the_form_are_replaced_with_the_rest_in_one_undo(with_form: NotePage, qtbot: QtBot) -> None:
    page, session = with_form, with_form.session
    before = session.state
    look_for(page, "회의실")
    type_hangul(page.find_bar.new, "강당")
    qtbot.mouseClick(page.find_bar.replace_button, Qt.MouseButton.LeftButton)
    assert session.state.info["place"] == "3층 강당"
    assert page.find_bar.count.text() == "없음"
    session.undo()
    assert session.state == before


def test_a_line_that_is_found_takes_no_caret_from_the_field(with_minutes: NotePage) -> None:
    session = with_minutes.session
    session.commit(reworded(session.source, session.state, "s1", "드문낱말을 씀"), "고침")
    look_for(with_minutes, "드문낱말")
    assert with_minutes.find_bar.words.text() == "드문낱말"
    current = with_minutes.minutes_page.current()
    assert current is not None
    assert current.id == "s1"
