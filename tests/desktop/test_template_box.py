"""A person's own templates in the window: listed, chosen, printed; a file that is none, and one that is gone, is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from speaking import spoken_english

from desktop.main_window import MainWindow
from desktop.minutes.template_box import TemplateBox, open_templates
from desktop.note_page import NotePage
from desktop.saving.save_sheet import SaveSheet
from processing.export.blocks import Section
from processing.export.layout_files import EXAMPLE
from tests.desktop.conftest import drop_files, page_of

OWN = "# 우리 팀 회의록\n결정 사항 = 이번 주에 정한 것\n요약\n(핵심어)\n"


@pytest.fixture(autouse=True)
def _no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list itself cannot open without a screen, which takes the keyboard; what comes before it is tested."""
    monkeypatch.setattr(QComboBox, "showPopup", lambda _box: None)


@pytest.fixture
def folder(library_folder: Path) -> Path:
    """The folder of templates, with one in it."""
    folder = library_folder / "templates"
    folder.mkdir()
    (folder / "팀.txt").write_text(OWN, "utf-8")
    return folder


def listed(page: NotePage) -> list[str]:
    return [page.template.itemText(i) for i in range(page.template.count())]


def open_list(page: NotePage) -> None:
    page.template.showPopup()


def choose(page: NotePage, name: str) -> None:
    page.template.activated.emit(page.template.findText(name))


def sheet_of(window: MainWindow, format_: str = "docx") -> SaveSheet:
    window.export(format_)
    return window.findChildren(SaveSheet)[-1]


def test_own_templates_stand_behind_those_that_ship(folder: Path, page: NotePage) -> None:
    assert listed(page) == ["회의록", "강의·멘토링 노트", "우리 팀 회의록"]
    assert page.template.currentText() == "회의록"


def test_the_folder_is_read_when_the_list_opens(page: NotePage, library_folder: Path) -> None:
    assert len(listed(page)) == 2
    (library_folder / "templates").mkdir()
    (library_folder / "templates" / "팀.txt").write_text(OWN, "utf-8")
    open_list(page)
    assert listed(page)[2:] == ["우리 팀 회의록"]


def test_a_template_of_one_s_own_is_chosen_kept_and_undone(folder: Path, page: NotePage, window: MainWindow) -> None:
    choose(page, "우리 팀 회의록")
    assert page.session.state.info["template"] == "우리 팀 회의록"
    assert page.template.currentText() == "우리 팀 회의록"
    assert not window.menus.action("template_minutes").isChecked()
    assert page.session.can_undo == "양식: 우리 팀 회의록"
    window.menus.action("undo").trigger()
    assert page.template.currentText() == "회의록"
    assert window.menus.action("template_minutes").isChecked()


def test_what_is_saved_and_seen_before_follows_it(
    folder: Path, page: NotePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(page, "우리 팀 회의록")
    sheet = sheet_of(window, "md")
    assert set(sheet.sections) == {Section.DECISIONS, Section.SUMMARY, Section.KEYWORDS}
    assert not sheet.sections[Section.KEYWORDS].isChecked()
    assert "이번 주에 정한 것" in sheet.preview.toPlainText()
    with qtbot.waitSignal(window.saving.saved, timeout=15_000) as saved:
        sheet.save_button.click()
    assert saved.args is not None
    lines = Path(saved.args[0]).read_text("utf-8").split("\n")
    assert [line for line in lines if line.startswith("#")][:3] == [
        "# 우리 팀 회의록",
        "## 이번 주에 정한 것",
        "## 요약",
    ]


def test_what_was_ticked_comes_back_for_the_template(folder: Path, page: NotePage, window: MainWindow) -> None:
    choose(page, "우리 팀 회의록")
    sheet = sheet_of(window)
    sheet.sections[Section.KEYWORDS].setChecked(True)
    sheet.save_button.click()
    assert sheet_of(window).sections[Section.KEYWORDS].isChecked()
    choose(page, "회의록")
    assert not sheet_of(window).sections[Section.KEYWORDS].isChecked()


def test_a_copy_for_sending_has_its_headings(folder: Path, page: NotePage, window: MainWindow) -> None:
    choose(page, "우리 팀 회의록")
    window.copy("notion")
    assert QGuiApplication.clipboard().text().startswith("# 우리 팀 회의록")


def test_a_file_that_is_none_is_told_where_the_list_opens(folder: Path, page: NotePage) -> None:
    (folder / "팀.txt").write_text(OWN.replace("요약", "오약"), "utf-8")
    open_list(page)
    assert listed(page) == ["회의록", "강의·멘토링 노트"]
    assert page.notice.sentence.startswith("양식 파일 '팀.txt': 3번째 줄: '오약'은(는) 없는 항목입니다.")


def test_a_template_that_is_gone_is_told_and_replaced_by_minutes(
    folder: Path, make_window: Callable[[], MainWindow], talk_file: Path, qtbot: QtBot
) -> None:
    window = make_window()
    drop_files(window, [talk_file])
    choose(page_of(window, qtbot), "우리 팀 회의록")
    note_id = window.shown_id
    assert note_id is not None
    (folder / "팀.txt").unlink()
    again = make_window()
    again.open_note(note_id)
    page = page_of(again, qtbot)
    assert page.template.currentText() == "회의록"
    assert page.notice.sentence == "이 노트의 양식 '우리 팀 회의록'이(가) 양식 폴더에 없어 회의록 양식으로 보입니다."
    assert page.template.choices().layout.name == "회의록"
    (folder / "팀.txt").write_text(OWN, "utf-8")
    open_list(page)
    assert page.template.currentText() == "우리 팀 회의록"
    (folder / "팀.txt").unlink()
    open_list(page)
    choose(page, "회의록")
    assert page.session.state.info["template"] == "minutes"
    assert not page.template.missing


def test_the_folder_opens_with_an_example_when_it_is_new(
    library_folder: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("desktop.minutes.template_box.show_in_files", shown.append)
    window.menus.action("template_folder").trigger()
    assert shown == [library_folder / "templates"]
    assert (shown[0] / EXAMPLE).is_file()
    box = TemplateBox(shown[0])
    assert box.itemText(2) == "주간 회의록"
    assert not box.trouble
    open_templates(shown[0])
    assert len(list(shown[0].iterdir())) == 1


@pytest.mark.parametrize(
    "text", ["", "# 가", "# 가\n결제", "# 가\n# 나", "# 가\n할 일=", "# 가\n요약\n요약", "# 가\n요약 = " + 61 * "a"]
)
def test_what_is_wrong_with_a_file_is_told_in_english_too(text: str, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "team.txt").write_text(text, "utf-8")
    with spoken_english(qapp):
        told = TemplateBox(tmp_path).trouble.partition(" Sections: ")[0]
    assert told.startswith("Template file 'team.txt': ")
    assert not re.search("[가-힣]", re.sub("'[^']*'", "", told))
