"""The import's report and the list of what was not understood: shown, put to a turn, left out, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.transcript.unread_sheet import NOTHING_LEFT, UnreadSheet
from processing.export.formats import export
from processing.unread import Side

HEAD = "어떤 머리글\n뭔지 모를 줄\n셋째 줄\n넷째 줄\n예산 자료 첨부\n\n"
TALK = f"{HEAD}참석자 1 00:00\n예산은 삼천만 원입니다.\n\n참석자 2 00:12\n네, 알겠습니다.\n"


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> NotePage:
    file = tmp_path / "회의.txt"
    file.write_text(TALK, encoding="utf-8")
    drop_files(window, [file])
    return page_of(window, qtbot)


@pytest.fixture
def sheet(page: NotePage, qtbot: QtBot) -> UnreadSheet:
    qtbot.mouseClick(page.notice.link("보기"), Qt.MouseButton.LeftButton)
    (opened,) = page.findChildren(UnreadSheet)
    return opened


def listed(sheet: UnreadSheet) -> list[str]:
    return [sheet.lines.item(i).text() for i in range(sheet.lines.count())]


def first_turn(page: NotePage) -> str:
    return page.session.turns()[0].text


def test_the_report_counts_turns_speakers_and_lines(page: NotePage) -> None:
    assert page.notice.sentence.splitlines()[0] == "발언 2개 · 참석자 2명 · 읽지 못한 줄 5개"


def test_the_lines_are_shown_with_their_numbers_and_the_turns_around(sheet: UnreadSheet) -> None:
    assert sheet.heading.text() == "읽지 못한 줄 5개"
    assert listed(sheet)[4] == "5번째 줄   예산 자료 첨부"
    assert sheet.around[Side.BEFORE].text() == ""
    assert sheet.around[Side.AFTER].text() == "아래: 참석자 1 00:00 예산은 삼천만 원입니다."
    assert not sheet.side_buttons[Side.BEFORE].isEnabled()


def test_a_line_becomes_words_of_a_turn_and_of_what_is_exported(
    page: NotePage, sheet: UnreadSheet, qtbot: QtBot
) -> None:
    sheet.lines.setCurrentRow(4)
    qtbot.mouseClick(sheet.side_buttons[Side.AFTER], Qt.MouseButton.LeftButton)
    assert first_turn(page) == "예산 자료 첨부 예산은 삼천만 원입니다."
    assert sheet.heading.text() == "읽지 못한 줄 4개"
    assert sheet.lines.currentRow() == 3
    assert "예산 자료 첨부 예산은" in export(page.session.minutes_with_offers(), "clova").decode()
    assert page.session.can_undo == "아래 발언에 붙임"
    qtbot.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first_turn(page) == "예산은 삼천만 원입니다."
    assert len(listed(sheet)) == 5


def test_lines_are_left_out_together_as_one_action(page: NotePage, sheet: UnreadSheet, qtbot: QtBot) -> None:
    sheet.lines.selectAll()
    qtbot.keyClick(sheet.lines, Qt.Key.Key_Delete)
    assert sheet.heading.text() == NOTHING_LEFT
    assert not sheet.leave_button.isEnabled()
    assert first_turn(page) == "예산은 삼천만 원입니다."
    page.session.undo()
    assert len(listed(sheet)) == 5


def test_what_is_unread_stays_among_what_is_left_to_do(page: NotePage, qtbot: QtBot) -> None:
    page.notice.hide()
    link = next(b for b in page.left_bar.findChildren(QPushButton) if b.text() == "읽지 못한 줄 5")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (sheet,) = page.findChildren(UnreadSheet)
    sheet.lines.selectAll()
    sheet.leave_out()
    assert not link.isVisible()


def test_a_text_without_any_mark_is_told_loudly(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "편지.txt"
    file.write_bytes("안녕하세요. 지난번에 말씀드린 대로 다음 주에 찾아뵙겠습니다. 감사합니다.".encode("cp949"))
    drop_files(window, [file])
    notice = page_of(window, qtbot).notice
    assert notice.sentence.splitlines()[0] == "발언 1개 · 참석자 표시 없음 · CP949로 읽음"
    assert "화자나 시간 표시" in notice.sentence
    assert notice._text.property("class") == "warning"


def test_a_file_understood_nowhere_is_listed_in_parts(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.transcript.unread_sheet.MOST_LISTED", 3)
    file = tmp_path / "회의.txt"
    file.write_text(TALK, encoding="utf-8")
    drop_files(window, [file])
    page = page_of(window, qtbot)
    page.show_unread()
    (sheet,) = page.findChildren(UnreadSheet)
    assert sheet.heading.text() == "읽지 못한 줄 5개 가운데 앞의 3개"
    sheet.lines.selectAll()
    sheet.leave_out()
    assert listed(sheet) == ["4번째 줄   넷째 줄", "5번째 줄   예산 자료 첨부"]
