"""Errors in words, the history, the settings, the start page, the log: what each shows and what it never shows."""

from __future__ import annotations

import logging
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from talk import full_session

from desktop.incoming.downloads import found_exports, usual_folder
from desktop.library.history_window import HistoryWindow
from desktop.library.shelf import Shelf
from desktop.logbook import keep_log
from desktop.main_window import MainWindow
from desktop.menus.settings_verbs import open_settings
from desktop.parts.error_dialog import BUG_SAID, catch_everything, report_of, show_error
from desktop.preferences import Preferences
from desktop.saving.save_sheet import SaveSheet
from desktop.settings.settings_dialog import SettingsDialog
from processing.errors import Bug, UserError
from processing.note import Speaker, change_of

SECRET = "회의에서 한 말"


def failing() -> Exception:
    """An error whose own words are the transcript's, with a trace."""
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_users_error_is_shown_as_it_is(qtbot: QtBot) -> None:
    box = show_error(None, UserError("파일을 닫고 다시 해 주세요."), "저장하지 못했습니다.")
    qtbot.addWidget(box)
    assert (box.text(), box.informativeText()) == ("저장하지 못했습니다.", "파일을 닫고 다시 해 주세요.")


def test_a_box_is_wide_enough_for_its_second_sentence(qtbot: QtBot) -> None:
    sentence = "'메모.hwp': 한글(.hwp) 문서는 읽지 못하니 클로바노트에서 텍스트 파일(.txt)로 받은 것을 넣어 주세요."
    box = show_error(None, UserError(sentence), "못 읽음")
    qtbot.addWidget(box)
    shown = box.findChild(QLabel, "qt_msgbox_informativelabel")
    assert shown is not None
    lines = shown.fontMetrics().boundingRect(0, 0, shown.width(), 1000, Qt.TextFlag.TextWordWrap, sentence)
    assert lines.height() <= 3 * shown.fontMetrics().lineSpacing()


def test_a_bug_shows_no_word_of_the_note(qtbot: QtBot) -> None:
    box = show_error(None, failing())
    qtbot.addWidget(box)
    assert box.text() == BUG_SAID
    assert SECRET not in box.informativeText() + box.detailedText() + report_of(failing())
    assert "failing" in report_of(failing())
    assert "edits overlap" in report_of(Bug("edits overlap"))


def test_an_unexpected_error_is_shown_and_the_program_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown: list[BaseException] = []
    catch_everything(shown.append)
    error = failing()
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [error]


def test_the_log_holds_where_but_not_what(tmp_path: Path, qtbot: QtBot) -> None:
    logger = logging.getLogger("malkkeum")
    before = list(logger.handlers)
    keep_log(tmp_path)
    qtbot.addWidget(show_error(None, failing()))
    written = (tmp_path / "logs" / "malkkeum.log").read_text("utf-8")
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    assert "ValueError" in written
    assert SECRET not in written


def test_the_history_takes_one_action_back_alone(qtbot: QtBot) -> None:
    session = full_session()
    for id_ in ("s1", "s2"):
        old = session.state.speakers[id_]
        session.commit(change_of(session.state, {("speakers", id_): Speaker(old.label, f"이름 {id_}")}), f"이름 {id_}")
    window = HistoryWindow(session)
    qtbot.addWidget(window)
    window.show()
    told = [window.list.topLevelItem(i).text(1) for i in range(window.list.topLevelItemCount())]  # type: ignore[union-attr]
    assert told[:2] == ["이름 s2", "이름 s1"]
    window.list.setCurrentItem(window.list.topLevelItem(1))
    qtbot.mouseClick(window.undo_button, Qt.MouseButton.LeftButton)
    assert session.state.speakers["s1"].name == ""
    assert session.state.speakers["s2"].name == "이름 s2"


def test_only_what_does_not_hold_is_struck_out_in_the_history(qtbot: QtBot) -> None:
    session = full_session()
    old = session.state.speakers["s1"]
    session.commit(change_of(session.state, {("speakers", "s1"): Speaker(old.label, "김민수")}), "이름")
    window = HistoryWindow(session)
    qtbot.addWidget(window)

    def struck() -> list[str]:
        items = [window.list.topLevelItem(i) for i in range(window.list.topLevelItemCount())]
        return [item.text(1) for item in items if item is not None and item.font(1).strikeOut()]

    assert struck() == []
    session.undo()
    assert struck() == ["이름"]
    session.redo()
    assert "이름" not in struck()
    session.undo()
    assert "이름" in struck()


def test_the_history_names_what_stands_in_the_way(qtbot: QtBot) -> None:
    session = full_session()
    for name in ("김민수", "김민서"):
        old = session.state.speakers["s1"]
        session.commit(change_of(session.state, {("speakers", "s1"): Speaker(old.label, name)}), f"이름: {name}")
    window = HistoryWindow(session)
    qtbot.addWidget(window)
    window.list.setCurrentItem(window.list.topLevelItem(1))
    window.undo_chosen()
    assert "이름: 김민서" in window.answer.text()
    assert session.state.speakers["s1"].name == "김민서"


@pytest.fixture
def settings(tmp_path: Path, qtbot: QtBot) -> Iterator[SettingsDialog]:
    shelf = Shelf(tmp_path / "library.sqlite")
    dialog = SettingsDialog(Preferences(tmp_path), shelf, tmp_path)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    shelf.close()


def test_a_glossary_that_is_added_loads_the_language_anew(
    settings: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "우리 용어.csv"
    file.write_text("term,readings,domain\nMalkkeum,말끔,it\n", encoding="utf-8")
    with qtbot.waitSignal(settings.language_changed):
        settings.add_glossary(str(file))
        settings.close_button.click()
    options = {"glossaries": (str(file),), "has_built_in": True, "words": (), "keyword_model": ""}
    assert Preferences(tmp_path).language_options() == options


def test_a_broken_glossary_is_told_with_its_row(settings: SettingsDialog, tmp_path: Path) -> None:
    file = tmp_path / "깨짐.csv"
    file.write_text("term,readings,domain\nA\n", encoding="utf-8")
    settings.add_glossary(str(file))
    assert "2행" in settings.complaint.text()
    assert settings.glossaries.count() == 0


def test_settings_left_alone_do_not_load_anything_anew(settings: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(settings.language_changed):
        settings.close_button.click()


def test_everything_is_given_out_backed_up_deleted_and_restored(
    window: MainWindow, talk_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_files([talk_file])
    qtbot.waitUntil(lambda: window.page is not None)
    open_settings(window)
    (dialog,) = window.findChildren(SettingsDialog)
    box = dialog.data_box
    box.back_up()
    qtbot.waitUntil(lambda: box.answer.text().startswith("백업했습니다"))
    box.export_all(tmp_path / "모두.zip")
    qtbot.waitUntil(lambda: box.answer.text().startswith("내보냈습니다"))
    assert any(
        talk_file.read_bytes() == zipfile.ZipFile(tmp_path / "모두.zip").read(name)
        for name in zipfile.ZipFile(tmp_path / "모두.zip").namelist()
    )
    with qtbot.waitSignal(window.shelf.backups().done) as backups:
        pass
    with qtbot.waitSignal(box.library_replaced):
        box.restore(backups.args[0][0])
    assert window.page is None
    with qtbot.waitSignal(box.library_replaced):
        box.delete_all()
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    assert recent.args == [[]]


def test_exports_in_the_downloads_are_found_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.incoming.downloads.QStandardPaths.writableLocation", lambda _kind: str(tmp_path))
    import os

    (tmp_path / "주간 회의.txt").write_text("말 " * 200, encoding="utf-8")
    (tmp_path / "메모.txt").write_text("말 " * 200, encoding="utf-8")
    (tmp_path / "clovanote_1.txt").write_text("x", encoding="utf-8")
    old = tmp_path / "지난달 회의.txt"
    old.write_text("말 " * 200, encoding="utf-8")
    os.utime(old, (time.time() - 90_000, time.time() - 90_000))
    assert [path.name for path in found_exports()] == ["주간 회의.txt"]


def test_the_start_page_opens_what_is_recent(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    window.open_files([talk_file])
    qtbot.waitUntil(lambda: window.page is not None)
    window.show_start()
    qtbot.waitUntil(lambda: window.start_page._recent.isVisible())
    link = next(b for b in window.start_page._recent.findChildren(QPushButton) if b.text() == "주간 회의")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None)


def test_tab_goes_down_the_start_page(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    drop_files(window, [talk_file])
    page_of(window, qtbot)
    window.show_start()
    start = window.start_page
    qtbot.waitUntil(lambda: bool(start._recent.links()))
    start.show_found([talk_file])
    start.show_found([talk_file])  # again, as each look at the folder does
    qtbot.waitUntil(lambda: all(link.isVisible() for link in (*start._found.links(), *start._recent.links())))
    start.open_button.setFocus()
    gone = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        gone.append(focus.text())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert gone == ["파일 열기…", "붙여넣어 가져오기", "주간 회의.txt", "주간 회의", "예시 노트로 둘러보기"]


def test_the_first_window_is_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_the_example_opens(window: MainWindow, qtbot: QtBot) -> None:
    link = next(b for b in window.start_page.findChildren(QPushButton) if b.text() == "예시 노트로 둘러보기")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page is not None
    assert window.page.title.text() == "고객 문의 챗봇 주간 회의"


def test_every_control_of_the_start_page_has_a_name(window: MainWindow) -> None:
    controls = [w for w in window.start_page.findChildren(QWidget) if w.focusPolicy() and w.isVisible()]
    assert controls
    assert [w for w in controls if not w.accessibleName()] == []
    assert window.findChildren(QMessageBox) == []


def test_files_are_first_looked_for_in_a_folder_that_is_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def writable(place: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path / place.name)

    monkeypatch.setattr("desktop.incoming.downloads.QStandardPaths.writableLocation", writable)
    assert usual_folder() == Path.home()
    for name in ("DocumentsLocation", "DownloadLocation"):
        (tmp_path / name).mkdir()
        assert usual_folder() == tmp_path / name


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    """Not the sheet's default: Enter on 취소 cancels."""
    drop_files(window, [talk_file])
    page_of(window, qtbot)
    window.export("docx")
    qtbot.waitUntil(lambda: bool(window.findChildren(SaveSheet)))
    sheet = window.findChildren(SaveSheet)[0]
    cancel = next(button for button in sheet.findChildren(QPushButton) if button.text() == "취소")
    ended: list[int] = []
    sheet.finished.connect(ended.append)
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [QDialog.DialogCode.Rejected]


def test_settings_are_as_wide_as_large_text_needs(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    was = qapp.font()
    large = QFont(was)
    large.setPointSizeF(was.pointSizeF() * 1.6)
    qapp.setFont(large)
    shelf = Shelf(tmp_path / "library.sqlite")
    dialog = SettingsDialog(Preferences(tmp_path), shelf, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    fits = area.widget().minimumSizeHint().width() <= area.viewport().width()
    at_edge = dialog.width() >= dialog.screen().availableGeometry().width() - 40
    qapp.setFont(was)
    shelf.close()
    assert fits or at_edge
