"""From the page to a file: the sheet, what it offers, what is written, what is refused, what comes after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import drop
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.minutes.meeting_form import MeetingForm
from desktop.note_page import PEOPLE, NotePage
from desktop.saving.save_sheet import COPIES, SaveSheet
from desktop.saving.ways_out import FORM, WAYS, WITH_CHOICES
from processing.export.blocks import Section
from processing.note import change_of
from tests.processing.export.forms import labels_beside


def click(parent: QWidget, text: str, qtbot: QtBot) -> None:
    """Click the visible button of this label."""
    button = next(b for b in parent.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def entitle(page: NotePage, title: str = "주간 회의") -> None:
    """Give the meeting a name, as its form does."""
    page.session.commit(change_of(page.session.state, {("info", "title"): title}), "회의명")


@pytest.fixture
def sheet(window: MainWindow, page: NotePage, qtbot: QtBot) -> SaveSheet:
    """The sheet as Ctrl+S opens it."""
    entitle(page)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (opened,) = window.findChildren(SaveSheet)
    assert opened.isVisible()
    return opened


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_enter_in_the_sheet_writes_word(window: MainWindow, sheet: SaveSheet, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.saving.saved) as saved:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    (path,) = saved.args
    assert path == tmp_path / "회의록_주간 회의_20260428.docx"
    assert "이번 주에는 레그를 먼저 붙여 보겠습니다 함" in words_of(path)
    assert window.page is not None
    assert window.page.saved_notice.sentence == f"저장했습니다: {path.name}"
    assert not window.page.notice.isVisible()


def test_what_is_on_the_screen_is_in_the_file(window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot) -> None:
    change = change_of(page.session.state, {("info", "place"): "3층 회의실"})
    page.session.commit(change, "장소")
    window.export("docx")
    (sheet,) = window.findChildren(SaveSheet)
    assert "3층 회의실" in sheet.preview.toPlainText()
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    assert "3층 회의실" in words_of(saved.args[0])


def test_a_section_that_is_not_wanted_is_neither_shown_nor_written(
    window: MainWindow, sheet: SaveSheet, qtbot: QtBot
) -> None:
    assert "결정 사항" in sheet.preview.toPlainText()
    sheet.sections[Section.DECISIONS].setChecked(False)
    assert "결정 사항" not in sheet.preview.toPlainText()
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    assert "결정 사항" not in words_of(saved.args[0])


def test_a_name_that_is_taken_gets_a_number(window: MainWindow, page: NotePage, tmp_path: Path) -> None:
    entitle(page)
    (tmp_path / "회의록_주간 회의_20260428.docx").write_bytes(b"x")
    window.export("docx")
    (sheet,) = window.findChildren(SaveSheet)
    assert sheet.name.text() == "회의록_주간 회의_20260428 (2).docx"


def test_an_existing_file_is_replaced_only_when_asked(
    window: MainWindow, sheet: SaveSheet, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "minutes.docx"
    old.write_bytes(b"old")
    sheet.name.setText("minutes")
    click(sheet, "저장", qtbot)
    assert old.read_bytes() == b"old"
    (box,) = sheet.findChildren(QMessageBox)
    with qtbot.waitSignal(window.saving.saved):
        click(box, "바꾸기", qtbot)
    assert "회의록" in words_of(old)


def test_a_file_changed_meanwhile_is_not_replaced(
    window: MainWindow, sheet: SaveSheet, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"old")
    sheet.name.setText("minutes")
    click(sheet, "저장", qtbot)
    target.write_bytes(b"another wrote here")
    (box,) = sheet.findChildren(QMessageBox)
    with qtbot.waitSignal(window.saving.failed) as failed:
        click(box, "바꾸기", qtbot)
    assert "그사이 바뀌어" in failed.args[0].sentence
    assert target.read_bytes() == b"another wrote here"


def test_a_disk_that_is_full_is_told_and_leaves_nothing(
    window: MainWindow, sheet: SaveSheet, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with qtbot.waitSignal(window.saving.failed) as failed:
        click(sheet, "저장", qtbot)
    assert "공간" in failed.args[0].sentence
    assert not list(tmp_path.glob("*.docx"))
    assert not list(tmp_path.glob(".malkkeum*"))
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))


def test_warnings_lead_to_where_they_are_mended(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    for sentence, is_there in (
        ("이름이 없는 참석자가 5명 있습니다.", lambda: page.tabs.tabText(page.tabs.currentIndex()) == PEOPLE),
        ("회의 정보에 빈칸이 6개 있습니다.", lambda: bool(window.findChildren(MeetingForm))),
    ):
        window.export("docx")
        sheet = next(s for s in window.findChildren(SaveSheet) if s.isVisible())
        link = next(b for b in sheet.findChildren(QPushButton) if b.accessibleName() == f"{sentence} 보기")
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert not sheet.isVisible()
        assert is_there()


@pytest.mark.parametrize("format_", ["pdf", "tracked", "md", "txt", "srt", "json", "xlsx", "csv", "clova"])
def test_every_format_is_written(window: MainWindow, page: NotePage, format_: str, qtbot: QtBot) -> None:
    window.export(format_)
    (sheet,) = window.findChildren(SaveSheet)
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    assert saved.args[0].stat().st_size > 100


@pytest.mark.parametrize("kind", ["mail", "notion", "slack", "kakaotalk"])
def test_copies_hold_the_task(window: MainWindow, page: NotePage, kind: str) -> None:
    window.copy(kind)
    assert "디자인" in QGuiApplication.clipboard().text()


def test_after_saving_the_file_can_be_copied(window: MainWindow, sheet: SaveSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    assert window.page is not None
    click(window.page.saved_notice, "파일 복사", qtbot)
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()) for url in urls] == saved.args


def test_a_name_that_nobody_gave_is_not_in_the_files_name(window: MainWindow, page: NotePage) -> None:
    assert page.session.source.header.title
    window.export("docx")
    (sheet,) = window.findChildren(SaveSheet)
    assert sheet.name.text() == "회의록_20260428.docx"


def choose(sheet: SaveSheet, format_: str) -> None:
    """Pick a format in the list, as a click on it does."""
    sheet.format.setCurrentIndex(sheet.format.findData(format_))
    sheet.format.activated.emit(sheet.format.currentIndex())


@pytest.mark.parametrize("format_", [key for key in WAYS if key != FORM])
def test_every_format_has_a_preview_and_only_pages_have_choices(sheet: SaveSheet, format_: str) -> None:
    choose(sheet, format_)
    assert len(sheet.preview.toPlainText()) > 20
    assert sheet.sections[Section.DECISIONS].isVisible() == (format_ in WITH_CHOICES)
    assert sheet.name.text().endswith(f".{WAYS[format_][0]}")


@pytest.fixture
def form_file(tmp_path: Path) -> Path:
    """Last year's minutes on the company's form."""
    folder = tmp_path / "양식"
    folder.mkdir()
    file = folder / "작년 회의록.docx"
    file.write_bytes(labels_beside())
    return file


def test_a_form_dropped_on_the_sheet_is_matched_then_filled(
    window: MainWindow, sheet: SaveSheet, form_file: Path, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(form_file))])
    drop(sheet, mime)
    assert sheet.chosen_format == FORM
    table = sheet.form.table
    shown = {table.item(row, 0).text(): table.item(row, 3).text() for row in range(table.rowCount())}
    assert shown["회의명"] == "주간 회의"
    assert table.item(0, 2).text() == "작년 회의"
    kept = next(row for row in range(table.rowCount()) if table.item(row, 0).text() == "장소")
    table.item(kept, 0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    words = words_of(saved.args[0])
    assert "주간 회의" in words
    assert "본관" in words
    assert "작년 회의" not in words
    assert form_file.read_bytes() != saved.args[0].read_bytes()
    assert window.preferences.company_form == str(form_file)


def test_the_form_of_last_time_is_there_again(window: MainWindow, page: NotePage, form_file: Path) -> None:
    window.preferences.company_form = str(form_file)
    window.export(FORM)
    (sheet,) = window.findChildren(SaveSheet)
    assert sheet.form.choice() is not None
    assert sheet.save_button.isEnabled()


def test_without_a_form_nothing_can_be_saved_and_the_reason_is_told(
    window: MainWindow, sheet: SaveSheet, tmp_path: Path
) -> None:
    choose(sheet, FORM)
    assert not sheet.save_button.isEnabled()
    for raw, told in ((b"PK nothing", "Word 양식으로 열지 못합니다"), (b"", "Word 양식으로 열지 못합니다")):
        (tmp_path / "깨진.docx").write_bytes(raw)
        assert not sheet.use_form(tmp_path / "깨진.docx")
        assert any(told in said.text() for said in sheet.form.findChildren(QLabel))
    assert not sheet.use_form(tmp_path / "없는.docx")
    document = docx.Document()
    document.add_paragraph("칸이 없는 글")
    document.save(str(tmp_path / "빈.docx"))
    assert not sheet.use_form(tmp_path / "빈.docx")
    assert any("찾지 못했습니다" in said.text() for said in sheet.form.findChildren(QLabel))
    assert not sheet.save_button.isEnabled()
    choose(sheet, "docx")
    assert sheet.save_button.isEnabled()


def test_what_is_dropped_and_is_no_word_file_is_left_alone(sheet: SaveSheet, talk_file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(talk_file))])
    drop(sheet, mime)
    assert sheet.chosen_format == "docx"


@pytest.mark.parametrize("kind", list(COPIES))
def test_the_sheet_copies_for_sending_too(window: MainWindow, sheet: SaveSheet, kind: str) -> None:
    QGuiApplication.clipboard().clear()
    next(a for a in sheet.copies.actions() if a.text() == COPIES[kind]).trigger()
    assert "디자인" in QGuiApplication.clipboard().text()
    assert sheet.isVisible()


def test_the_saved_file_can_be_dragged_out(
    window: MainWindow, sheet: SaveSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    carried: list[list[str]] = []

    def carry(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        carried.append([url.toLocalFile() for url in drag.mimeData().urls()])
        return actions

    monkeypatch.setattr(QDrag, "exec", carry)
    assert window.page is not None
    chip = window.page.saved_notice.file
    assert chip.isVisible()
    start = chip.rect().center()
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    for step in (QPoint(2, 0), QPoint(30, 0), QPoint(60, 0)):
        at = QPointF(start + step)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, at, chip.mapToGlobal(at), Qt.MouseButton.NoButton, left, none)
        QApplication.sendEvent(chip, moved)
    assert carried == [[str(saved.args[0])]]
    assert saved.args[0].is_file()


def opened_with(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    opened: list[Any] = []
    monkeypatch.setattr("desktop.saving.saving.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    return opened


def test_after_saving_word_opens_it(
    window: MainWindow, sheet: SaveSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_with(monkeypatch)
    with qtbot.waitSignal(window.saving.saved) as saved:
        click(sheet, "저장", qtbot)
    assert window.page is not None
    click(window.page.saved_notice, "Word로 열기", qtbot)
    click(window.page.saved_notice, "폴더 열기", qtbot)
    assert opened == [str(saved.args[0]), str(saved.args[0].parent)]
