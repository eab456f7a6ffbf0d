"""군말 정리: nothing happens unasked, nothing is ticked, what is ticked goes in one change and comes back with one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.parts.choice_sheet import ChoiceSheet
from desktop.transcript.filler_sheet import NONE_FOUND, FillerTidying
from processing.export.blocks import Choices
from processing.export.markdown import markdown
from processing.note import EditKind

FILLED = """\
주간 회의
2026.04.28 화 오후 2:00 ・ 5분 12초
김민수

참석자 1 00:00
현수막은 음 작년에 걸었는데 어 구청에서 떼 갔습니다. 올해는 음 다시 달겠습니다.

참석자 2 00:31
간판은 음 제가 금요일까지 어 정리하겠습니다.
"""
WORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def filled(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> NotePage:
    """The page of a talk with three 음 and two 어."""
    file = tmp_path / "군말.txt"
    file.write_text(FILLED, encoding="utf-8")
    drop_files(window, [file])
    return page_of(window, qtbot)


@pytest.fixture
def opened(window: MainWindow, filled: NotePage, qtbot: QtBot) -> ChoiceSheet:
    """The sheet, opened with its keys."""
    return open_sheet(filled, qtbot)


def open_sheet(page: NotePage, qtbot: QtBot) -> ChoiceSheet:
    qtbot.keyClick(page, Qt.Key.Key_X, WORDS)
    qtbot.waitUntil(lambda: bool(page.findChildren(ChoiceSheet)))
    (sheet,) = page.findChildren(ChoiceSheet)
    return sheet


def cells_of(sheet: ChoiceSheet) -> list[list[str]]:
    rows = [sheet.list.topLevelItem(i) for i in range(sheet.list.topLevelItemCount())]
    return [[row.text(column) for column in range(3)] for row in rows if row is not None]


def tick(sheet: ChoiceSheet, row: int, qtbot: QtBot) -> None:
    """Click the box of a row, where the style draws it."""
    index = sheet.list.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect = sheet.list.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    at: QPoint = sheet.list.style().subElementRect(part, option, sheet.list).center()
    qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def said_in(page: NotePage) -> str:
    return "\n".join(turn.text for turn in page.session.turns())


def test_nothing_happens_unasked(filled: NotePage) -> None:
    assert "현수막은 음 작년에" in said_in(filled)
    assert not [edit for edit in filled.session.state.edits.values() if edit.kind is EditKind.FILLER]
    assert not filled.findChildren(FillerTidying)


def test_each_word_is_a_row_with_its_count_and_places_and_none_is_ticked(
    filled: NotePage, opened: ChoiceSheet, qtbot: QtBot
) -> None:
    before = filled.session.state
    assert [cells[:2] for cells in cells_of(opened)] == [["음", "3곳"], ["어", "2곳"]]
    assert (
        cells_of(opened)[0][2]
        == "현수막은 [음] 작년에 걸었는데 어 구청에서…   …떼 갔습니다. 올해는 [음] 다시 달겠습니다."
    )
    assert not opened.ticked()
    assert not opened.take_button.isEnabled()
    assert opened.take_button.text() == "지우기"
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert filled.session.state is before


def test_what_is_ticked_goes_in_one_change_and_comes_back_with_one_undo(
    window: MainWindow, filled: NotePage, opened: ChoiceSheet, qtbot: QtBot
) -> None:
    before, rows = filled.session.state, len(filled.session.entries)
    tick(opened, 0, qtbot)
    assert opened.take_button.text() == "3곳 지우기"
    qtbot.mouseClick(opened.take_button, Qt.MouseButton.LeftButton)
    filled.session.settle()
    assert "현수막은 작년에 걸었는데 어 구청에서 떼 갔습니다. 올해는 다시 달겠습니다." in said_in(filled)
    assert len(filled.session.entries) == rows + 1
    assert filled.session.entries[-1].what == "군말 3곳 지움: 음"
    assert filled.said.text() == "군말 3곳을 지웠습니다."
    window.menus.action("undo").trigger()
    assert filled.session.state == before


def test_the_window_goes_on_while_what_is_gone_is_shown(
    filled: NotePage, opened: ChoiceSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing the sheet after the change would have all of it shown at once."""
    monkeypatch.setattr("desktop.note.note_session.MANY", 3)
    shown: list[object] = []
    filled.session.changed.connect(shown.append)
    tick(opened, 0, qtbot)
    opened.take()
    assert filled.session.entries[-1].what.startswith("군말")
    assert not shown
    filled.session.settle()
    assert len(shown) == 1


def test_the_minutes_keep_their_lines_and_the_export_shows_the_text_without(
    filled: NotePage, opened: ChoiceSheet, qtbot: QtBot
) -> None:
    lines, places = _lines(filled), {id_: line.places for id_, line in filled.session.state.lines.items()}
    assert lines
    for row in range(2):
        tick(opened, row, qtbot)
    assert opened.take_button.text() == "5곳 지우기"
    qtbot.mouseClick(opened.take_button, Qt.MouseButton.LeftButton)
    filled.session.settle()
    assert _lines(filled) == lines
    assert {id_: line.places for id_, line in filled.session.state.lines.items()} == places
    told = markdown(filled.session.minutes_with_offers(), Choices(transcript=True))
    assert "간판은 제가 금요일까지 정리하겠습니다." in told
    assert "간판은 음" not in told


def _lines(page: NotePage) -> list[tuple[str, bool]]:
    """The ids of the lines as they are shown, and whether what they rest on has changed."""
    minutes = page.session.minutes()
    lines = (minutes.headline, *minutes.summary, *minutes.decisions, *minutes.actions)
    return [(line.id, line.is_changed) for line in lines if line is not None]


def test_what_was_corrected_by_hand_is_not_offered(filled: NotePage, qtbot: QtBot) -> None:
    paragraph = filled.session.turns()[0].paragraphs[0]
    at = paragraph.text.index("음 작년")
    filled.session.commit(paragraph.change(filled.session.state, at, at + 1, "은"), "고침")
    assert [cells[:2] for cells in cells_of(open_sheet(filled, qtbot))] == [["어", "2곳"], ["음", "2곳"]]


def test_withheld_words_are_not_offered(filled: NotePage, qtbot: QtBot) -> None:
    from processing.turns import by_hand

    turn = filled.session.turns()[1]
    filled.session.commit(by_hand.withhold(filled.session.state, turn.place), "내보내지 않음")
    assert [cells[:2] for cells in cells_of(open_sheet(filled, qtbot))] == [["음", "2곳"], ["어", "1곳"]]


def test_a_note_without_fillers_is_told_so(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    before = page.session.state
    window.menus.action("fillers").trigger()
    qtbot.waitUntil(lambda: page.said.text() == NONE_FOUND)
    assert not page.findChildren(ChoiceSheet)
    assert page.session.state is before


def test_asked_twice_it_opens_once(window: MainWindow, filled: NotePage, qtbot: QtBot) -> None:
    window.menus.action("fillers").trigger()
    window.menus.action("fillers").trigger()
    qtbot.waitUntil(lambda: bool(filled.findChildren(ChoiceSheet)))
    qtbot.wait(200)
    assert len(filled.findChildren(ChoiceSheet)) == 1
