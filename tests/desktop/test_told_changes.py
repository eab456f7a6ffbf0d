"""변경 기록 says what was changed, so that one line of it is told from another."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import drop_files
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from talk import full_session, type_hangul
from test_saving import click

from desktop.main_window import MainWindow
from desktop.menus.settings_verbs import open_settings
from desktop.minutes.meeting_form import MeetingForm
from desktop.note.review_rows import Chip
from desktop.note.told_changes import cell_filled, form_filled, short, transcript_edited
from desktop.note_page import NotePage
from desktop.review.review_foot import KEYS, KEYS_OF
from desktop.review.review_panel import ReviewPanel
from desktop.settings.data_box import DataBox
from desktop.transcript.transcript_view import TranscriptView


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("레그를 쓰면 답이 좋아요", "RAG를 쓰면 답이 더 좋아요", "녹취록 고침: 레그를 → RAG를 외 1곳"),
        ("음 네 그렇죠", "네 그렇죠", "녹취록에서 지움: 음"),
        ("네 그렇죠", "네 꼭 그렇죠", "녹취록에 넣음: 꼭"),
        ("😀 네", "😀 예", "녹취록 고침: 네 → 예"),
        ("같은 말", "같은 말", "녹취록 고침"),
        (
            "프레임워크마이그레이션계획을 봅시다",
            "RAG를 봅시다",
            "녹취록 고침: 프레임워크마이그레이션계획을 → RAG를",
        ),
    ],
)
def test_a_retyped_paragraph_names_its_words(old: str, new: str, told: str) -> None:
    assert transcript_edited(old, new) == told


def test_long_words_are_cut_and_emptied_cells_said_so() -> None:
    assert short("이번 주에는 레그를 먼저 붙여 보겠습니다.") == "이번 주에는 레그를 먼저 붙 …"
    assert cell_filled("담당자", "김민수") == "담당자: 김민수"
    assert cell_filled("기한", " ") == "기한 지움"


def test_the_form_names_the_fields_that_changed() -> None:
    names = {"place": "장소", "author": "작성자", "agenda": "안건"}
    assert form_filled({"place": "본사"}, {"place": "3층", "author": "김", "agenda": None}, names) == (
        "회의 정보: 장소 · 작성자"
    )


def test_typing_and_the_form_are_told_by_their_words(qtbot: QtBot) -> None:
    session = full_session()
    view, form = TranscriptView(session), MeetingForm(session)
    for widget in (view, form):
        qtbot.addWidget(widget)
        widget.show()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.editor is not None
    view.editor.set_caret(0)
    type_hangul(view.editor, "꼭 ")
    qtbot.keyClick(view.editor, Qt.Key.Key_Return)
    type_hangul(form.field("place"), "본사")
    form.accept()
    assert [entry.what for entry in session.entries[-2:]] == ["녹취록에 넣음: 꼭", "회의 정보: 장소"]


def test_the_key_hint_and_the_menu_are_those_of_the_list(qtbot: QtBot) -> None:
    panel = ReviewPanel(full_session())
    qtbot.addWidget(panel)
    panel.show()
    for chip in (Chip.MINUTES, Chip.AUTOMATIC, Chip.HELD):
        panel.show_chip(chip)
        assert panel.foot._keys.text() == KEYS_OF.get(chip, KEYS)
    panel.show_chip(Chip.AUTOMATIC)
    assert [action.text() for action in panel.row_menu().actions()][:2] == ["그대로 두기\tEnter", "되돌리기\tDelete"]


def test_the_field_of_a_right_form_leaves_the_words_of_its_row_and_the_other_rows_in_sight(qtbot: QtBot) -> None:
    panel = ReviewPanel(full_session())
    qtbot.addWidget(panel)
    panel.resize(480, 520)
    panel.show()
    qtbot.waitExposed(panel)
    panel.tree.edit_right_form()
    assert panel.tree._field is not None
    row = panel.tree.visualRect(panel.tree.currentIndex())
    assert row.contains(panel.tree._field.geometry())
    assert panel.tree._field.geometry().bottom() < row.center().y()  # under it: what goes and what comes
    assert panel.tree.viewport().rect().contains(panel.tree._field.geometry())


def test_a_file_that_cannot_be_read_is_named_once(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "가짜.docx"
    file.write_bytes(b"PK\x03\x04 not a document")
    drop_files(window, [file])
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert (box.text() + box.informativeText()).count("가짜.docx") == 1
    box.close()


def test_a_folder_that_nothing_opens_is_told_and_a_backup_by_its_time(
    window: MainWindow, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    settings = open_settings(window)
    box = settings.findChild(DataBox)
    assert box is not None
    click(box, "폴더 열기", qtbot)
    assert "열지 못했습니다" in box.answer.text()
    click(box, "지금 백업", qtbot)
    qtbot.waitUntil(lambda: box.answer.text().startswith("백업했습니다"))
    assert "직접 백업함" in box.answer.text()
    assert ".sqlite3" not in box.answer.text()
    settings.close()
