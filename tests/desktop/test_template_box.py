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
from talk import type_hangul

from desktop.main_window import MainWindow
from desktop.menus.window_menus import TEMPLATE_MENU
from desktop.minutes.minutes_edits import added
from desktop.minutes.minutes_rows import RowKind
from desktop.minutes.template_box import TemplateBox, open_templates
from desktop.note_page import NotePage
from desktop.saving.save_sheet import SaveSheet
from processing.export.blocks import Section
from processing.export.layout_files import EXAMPLE
from processing.note import LineKind, change_of
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
    with qtbot.waitSignal(window.saving.saved) as saved:
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


def headings(page: NotePage) -> list[str]:
    return [row.text for row in page.minutes_page.rows if row.kind is RowKind.HEADING]


def test_the_page_has_its_order_and_headings(folder: Path, page: NotePage) -> None:
    choose(page, "우리 팀 회의록")
    assert headings(page)[:2] == ["이번 주에 정한 것", "요약"]
    page.session.undo()
    assert headings(page)[0] == "요약"


def test_a_line_is_added_under_a_heading_of_one_s_own(folder: Path, page: NotePage) -> None:
    choose(page, "우리 팀 회의록")
    head = next(row for row in page.minutes_page.rows if row.text == "이번 주에 정한 것")
    assert head.adds is LineKind.DECISION
    id_, change = added(page.session.state, LineKind.DECISION, "새로 정함", "", None)
    page.session.commit(change, "줄 추가")
    texts = [row.text for row in page.minutes_page.rows]
    assert texts.index("이번 주에 정한 것") < texts.index("새로 정함") < texts.index("요약")
    assert id_


def test_a_line_that_the_template_has_no_place_for_is_told(folder: Path, page: NotePage) -> None:
    choose(page, "우리 팀 회의록")
    page.minutes_page.add_line(LineKind.OPEN_POINT)
    type_hangul(page.minutes_page.editor, "누가 할지")
    page.minutes_page.finish()
    assert page.said.text() == "이 양식에는 '미결·확인 필요' 항목이 없어 줄이 보이지 않습니다."
    assert "누가 할지" in {line.text for line in page.session.state.lines.values()}


def test_the_page_follows_when_the_file_is_written_anew(folder: Path, page: NotePage) -> None:
    choose(page, "우리 팀 회의록")
    (folder / "팀.txt").write_text(OWN.replace("이번 주에 정한 것", "합의한 것"), "utf-8")
    open_list(page)
    assert headings(page)[0] == "합의한 것"


def test_the_menu_lists_and_ticks_them(folder: Path, page: NotePage, window: MainWindow) -> None:
    menu = window.menus.named(TEMPLATE_MENU)
    for _ in range(2):  # opened twice, listed once
        menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions()][:4] == ["회의록", "강의·멘토링 노트", "우리 팀 회의록", ""]
    own = menu.actions()[2]
    assert not own.isChecked()
    own.trigger()
    assert page.session.state.info["template"] == "우리 팀 회의록"
    menu.aboutToShow.emit()
    assert [one.isChecked() for one in menu.actions()[:3]] == [False, False, True]


@pytest.mark.parametrize(
    ("format_", "begins"),
    [("docx", "우리 팀 회의록_"), ("pdf", "우리 팀 회의록_"), ("srt", "녹취록_"), ("form", "회의록_")],
)
def test_the_proposed_name_begins_with_the_template_s(
    folder: Path, page: NotePage, window: MainWindow, format_: str, begins: str
) -> None:
    page.session.commit(change_of(page.session.state, {("info", "title"): "주간 점검"}), "회의명")
    choose(page, "우리 팀 회의록")
    assert sheet_of(window, format_).name.text().startswith(f"{begins}주간 점검")
