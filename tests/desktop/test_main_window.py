"""The window as a person uses it: dropping, pasting, cancelling, opening again, undoing, closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from conftest import TALK, drop, drop_files, page_of
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul

from desktop.main_window import MainWindow
from desktop.note_page import NotePage


def box_of(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    """The message that stands over the window."""
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    return next(b for b in window.findChildren(QMessageBox) if b.isVisible())


def test_a_dropped_file_becomes_a_note(page: NotePage) -> None:
    assert page.title.text() == "주간 회의"
    assert page.when.text() == "2026. 4. 28.(화) · 5분"
    assert len(page.session.turns()) == 5
    assert "용어 2곳을 고쳤습니다." in page.notice.sentence
    assert page.privacy.text() == "이 PC에서만 처리합니다 · 밖으로 보낸 내용 없음"


def test_many_files_come_in_one_after_another(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    files = []
    for i in range(3):
        files.append(tmp_path / f"회의 {i}.txt")
        files[-1].write_text(TALK.replace("주간 회의", f"회의 {i}"), encoding="utf-8")
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, files)
    rows: list[str] = []
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    rows.extend(row.title for row in recent.args[0])
    assert sorted(rows) == ["회의 0", "회의 1", "회의 2"]
    assert not window.progress.isVisible()


def test_dropped_text_is_taken_as_a_file(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(TALK)
    drop(window, mime)
    assert page_of(window, qtbot).title.text() == "주간 회의"


def test_text_is_pasted_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TALK)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window, qtbot).title.text() == "주간 회의"


def test_pasting_nothing_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    window.paste()
    assert "복사한 뒤" in box_of(window, qtbot).text()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "보고서.hwp"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"HWP Document File" + b"\0" * 600)
    drop_files(window, [file])
    box = box_of(window, qtbot)
    assert "보고서.hwp" in box.informativeText()
    assert box.informativeText().endswith("주세요.")
    assert window.page is None


def test_a_file_that_is_gone_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    drop_files(window, [tmp_path / "없는 파일.txt"])
    assert "찾을 수 없" in box_of(window, qtbot).informativeText()


def test_a_file_under_way_is_given_up_with_its_button(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "느린 회의.txt"
    file.write_text(TALK, encoding="utf-8")
    drop_files(window, [file])
    qtbot.waitUntil(lambda: "발언 정리" in window.progress.text)
    qtbot.mouseClick(window.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert not window.progress.isVisible()
    qtbot.wait(300)
    assert window.page is None


def test_the_same_file_opens_the_note_with_what_was_done(
    window: MainWindow, page: NotePage, talk_file: Path, qtbot: QtBot
) -> None:
    retitle(page, "우리 주간 회의", qtbot)
    window.show_start()
    drop_files(window, [talk_file])
    again = page_of(window, qtbot)
    assert again.title.text() == "우리 주간 회의"
    assert "전에 가져온" in again.notice.sentence


def retitle(page: NotePage, title: str, qtbot: QtBot) -> None:
    page.title.setFocus()
    page.title.selectAll()
    type_hangul(page.title, title)
    qtbot.keyClick(page.title, Qt.Key.Key_Return)


def test_a_restart_brings_everything_back_and_undo_too(
    make_window: Callable[[], MainWindow], talk_file: Path, qtbot: QtBot
) -> None:
    window = make_window()
    drop_files(window, [talk_file])
    page = page_of(window, qtbot)
    retitle(page, "새 제목", qtbot)
    state = page.session.state
    window = make_window()
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    window.open_note(recent.args[0][0].id)
    again = page_of(window, qtbot)
    assert again.session.state == state
    again.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.title.text() == "주간 회의"


def test_undo_and_redo_name_what_they_would_do(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    undo, redo = window.menus.action("undo"), window.menus.action("redo")
    assert not undo.isEnabled()
    retitle(page, "새 제목", qtbot)
    assert (undo.isEnabled(), undo.text()) == (True, "실행 취소: 회의명")
    undo.trigger()
    assert (undo.isEnabled(), redo.text()) == (False, "다시 실행: 회의명")
    redo.trigger()
    assert page.title.text() == "새 제목"


def test_the_last_syllable_is_not_lost_by_clicking_away(page: NotePage, qtbot: QtBot) -> None:
    page.title.setFocus()
    page.title.end(False)
    compose(page.title, "록")
    page.setFocus()
    page.save_button.setFocus()
    assert page.session.state.info["title"] == "주간 회의록"


def test_enter_belongs_to_the_input_method_while_it_composes(page: NotePage, qtbot: QtBot) -> None:
    page.title.setFocus()
    compose(page.title, "가")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    assert page.session.can_undo == ""


def test_a_title_given_up_with_escape_is_not_taken(page: NotePage, qtbot: QtBot) -> None:
    page.title.setFocus()
    qtbot.keyClicks(page.title, "x")
    qtbot.keyClick(page.title, Qt.Key.Key_Escape)
    assert page.title.text() == "주간 회의"
    assert page.session.can_undo == ""


def test_all_of_the_programs_work_is_taken_back_and_undone(page: NotePage, qtbot: QtBot) -> None:
    assert page.session.state.edits
    qtbot.mouseClick(page.notice.link("모두 되돌리기"), Qt.MouseButton.LeftButton)
    assert not page.session.state.edits
    page.session.undo()
    assert page.session.state.edits


def test_the_template_is_chosen_and_undone(window: MainWindow, page: NotePage) -> None:
    page.template.setCurrentIndex(1)
    page.template.activated.emit(1)
    assert page.session.can_undo == "양식: 강의·멘토링 노트"
    window.menus.action("undo").trigger()
    assert page.template.currentText() == "회의록"


def test_what_is_left_counts_down(page: NotePage) -> None:
    links = page.left_bar.findChildren(type(page.save_button))
    names = [button.text() for button in links if not button.isHidden()]
    assert names == ["참석자 이름 0/5", "회의록에 나오는 제안 1", "확인 필요 1", "회의 정보 빈칸 6"]


def test_actions_need_a_note(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    assert not window.menus.action("save").isEnabled()
    drop_files(window, [talk_file])
    page_of(window, qtbot)
    assert window.menus.action("save").isEnabled()
    window.show_start()
    assert not window.menus.action("save").isEnabled()


def test_a_library_that_cannot_be_opened_is_told_and_the_note_is_shown(
    make_window: Callable[[], MainWindow], library_folder: Path, talk_file: Path, qtbot: QtBot
) -> None:
    (library_folder / "library.sqlite").mkdir()
    window = make_window()
    drop_files(window, [talk_file])
    page = page_of(window, qtbot)
    assert page.kept.text() == "저장되지 않는 노트"
    assert box_of(window, qtbot).informativeText().strip()


def test_a_damaged_library_is_restored_from_its_backup(
    make_window: Callable[[], MainWindow], library_folder: Path, talk_file: Path, qtbot: QtBot
) -> None:
    window = make_window()
    drop_files(window, [talk_file])
    page_of(window, qtbot)
    with qtbot.waitSignal(window.shelf.do(lambda library: library.back_up()).done):
        pass
    window.close()
    for file in library_folder.glob("library.sqlite*"):
        if file.is_file():
            file.write_bytes(b"no database " * 500)
    window = make_window()
    box = box_of(window, qtbot)
    assert "손상" in box.informativeText()
    restore = next(button for button in box.buttons() if "되살리기" in button.text())
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.start_page._recent.isVisible())


def test_two_windows_in_a_row_leave_nothing_running(make_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    first = make_window()
    second = make_window()
    assert not first.isVisible()
    assert second.isVisible()
    assert QApplication.activeModalWidget() is None


def test_a_talk_is_offered_the_lecture_s_template_and_a_meeting_is_not(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "강의" not in page.notice.sentence
    file = tmp_path / "강의 녹음.txt"
    file.write_text(TALK.replace("이번 주에는", "오늘 강의는"), encoding="utf-8")
    drop_files(window, [file])
    qtbot.waitUntil(lambda: window.page is not None and window.page is not page)
    assert window.page is not None
    assert "강의나 멘토링으로 보입니다." in window.page.notice.sentence
    assert window.page.template.currentData() == "minutes", "offered, not done"
    qtbot.mouseClick(window.page.notice.link("강의·멘토링 노트로 보기"), Qt.MouseButton.LeftButton)
    assert window.page.template.currentData() == "lecture"
    assert not window.page.notice.link("강의·멘토링 노트로 보기").isVisible(), "what has been done is no longer offered"
    window.page.session.undo()
    assert window.page.template.currentData() == "minutes"
    assert window.page.notice.link("강의·멘토링 노트로 보기").isVisible()


def test_a_closed_window_may_be_asked_to_close_again(window: MainWindow) -> None:
    window.close()
    event = QCloseEvent()
    event.ignore()
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
