"""Replacing words in several notes as a person does: chosen, previewed, ticked, replaced, taken back, given up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul
from test_saving import click

from desktop.library.history_window import HistoryWindow
from desktop.library.library_window import LibraryWindow
from desktop.library.note_names import days_of
from desktop.library.over_notes_sheet import OverNotesSheet
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from processing.errors import UserError
from processing.journal import fold
from processing.library import Library, Why
from processing.note import first_state
from processing.transcript import transcript

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TALKS = {
    "첫 회의": "레그를 봅시다. 레그 같은 것도요.",
    "둘째 회의": "예산은 그대로 갑니다.",
    "셋째 회의": "그 레그는 제가 할게요. 프레그는 아닙니다.",
}


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> NotePage:
    """Three notes, of which the first is open."""
    files = [tmp_path / f"{name}.txt" for name in TALKS]
    for file, words in zip(files, TALKS.values(), strict=True):
        file.write_text(f"{file.stem}\n2026.04.28 화 오후 2:00 ・ 5분\n김민수\n\n참석자 1 00:00\n{words}\n", "utf-8")
    drop_files(window, files)
    page = page_of(window, qtbot)
    qtbot.waitUntil(lambda: count_of_notes(window) == 3)
    return page


def count_of_notes(window: MainWindow) -> int:
    return int(window.shelf.ask(lambda library: len(library.all_notes())))


@pytest.fixture
def library(window: MainWindow, opened: NotePage, qtbot: QtBot) -> LibraryWindow:
    with qtbot.waitSignal(window.indexing.settled):
        qtbot.keyClick(opened, Qt.Key.Key_L, CONTROL)
    (found,) = window.findChildren(LibraryWindow)
    qtbot.waitUntil(lambda: found.list.count() == 3)
    return found


def sheet_of(library: LibraryWindow, qtbot: QtBot) -> OverNotesSheet:
    qtbot.waitUntil(lambda: bool(shown_sheets(library)))
    return shown_sheets(library)[0]


def shown_sheets(library: LibraryWindow) -> list[OverNotesSheet]:
    return [sheet for sheet in library.findChildren(OverNotesSheet) if sheet.isVisible()]


def preview(library: LibraryWindow, qtbot: QtBot, words: str = "레그", new: str = "모델") -> OverNotesSheet:
    click(library, "여러 노트에서 바꾸기…", qtbot)
    sheet = sheet_of(library, qtbot)
    sheet.words.clear()
    type_hangul(sheet.words, words)
    type_hangul(sheet.new, new)
    qtbot.keyClick(sheet.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheet.answer.text()))
    return sheet


def rows(sheet: OverNotesSheet) -> list[tuple[str, list[str]]]:
    """The notes of the preview with what would become of each of their places."""
    items = [sheet.tree.topLevelItem(i) for i in range(sheet.tree.topLevelItemCount())]
    return [
        (item.text(0).split("   ")[0], [item.child(i).text(1) for i in range(item.childCount())])  # type: ignore[union-attr]
        for item in items
        if item is not None
    ]


def replace_all(library: LibraryWindow, qtbot: QtBot) -> OverNotesSheet:
    sheet = preview(library, qtbot)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(library.notice.sentence))
    return sheet


def stored(window: MainWindow) -> dict[str, str]:
    """What each note on the disk reads, by title."""

    def texts(library: Library) -> dict[str, str]:
        loaded = [(row.title, *library.load(row.id)) for row in library.all_notes()]
        return {
            title: transcript(source, fold(first_state(source), entries))[0].text for title, source, entries in loaded
        }

    told: dict[str, str] = window.shelf.ask(texts)
    return told


def test_a_preview_shows_every_place_by_note_and_changes_nothing(
    window: MainWindow, library: LibraryWindow, qtbot: QtBot
) -> None:
    before = stored(window)
    sheet = preview(library, qtbot)
    assert sheet.scope.currentText() == "모든 노트 3개"
    found = dict(rows(sheet))
    assert found == {"첫 회의": ["레그를 → 모델을", "레그 → 모델"], "셋째 회의": ["레그는 → 모델은"]}
    assert sheet.answer.text() == "노트 2개에서 3곳을 골랐습니다."
    assert stored(window) == before


def test_all_are_replaced_after_a_backup_and_the_open_note_goes_along(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot
) -> None:
    replace_all(library, qtbot)
    assert library.notice.sentence == "노트 2개에서 3곳을 바꿨습니다."
    assert opened.session.turns()[0].text == "모델을 봅시다. 모델 같은 것도요."
    assert stored(window) == {
        "첫 회의": "모델을 봅시다. 모델 같은 것도요.",
        "둘째 회의": TALKS["둘째 회의"],
        "셋째 회의": "그 모델은 제가 할게요. 프레그는 아닙니다.",
    }
    copies = window.shelf.ask(lambda library: library.backups())
    assert [copy.why for copy in copies] == [Why.BULK_CHANGE]


def test_the_notice_takes_the_whole_back(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot
) -> None:
    before = stored(window)
    replace_all(library, qtbot)
    click(library.notice, "바꾸기 되돌리기", qtbot)
    qtbot.waitUntil(lambda: library.notice.sentence == "노트 2개에서 바꾸기를 되돌렸습니다.")
    assert stored(window) == before
    assert opened.session.turns()[0].text == TALKS["첫 회의"]


def test_what_is_not_ticked_stays(window: MainWindow, library: LibraryWindow, qtbot: QtBot) -> None:
    sheet = preview(library, qtbot)
    for i in range(2):
        item = sheet.tree.topLevelItem(i)
        assert item is not None
        place = item.child(0)
        assert place is not None
        sheet.tree.setCurrentItem(place)
        qtbot.keyClick(sheet.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.answer.text() == "노트 1개에서 1곳을 골랐습니다.")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(library.notice.sentence))
    told = stored(window)
    assert told["첫 회의"] == "레그를 봅시다. 모델 같은 것도요."
    assert told["셋째 회의"] == TALKS["셋째 회의"]


def test_a_whole_note_is_left_out_with_one_tick(window: MainWindow, library: LibraryWindow, qtbot: QtBot) -> None:
    sheet = preview(library, qtbot)
    names = [name for name, _ in rows(sheet)]
    item = sheet.tree.topLevelItem(names.index("첫 회의"))
    assert item is not None
    sheet.tree.setCurrentItem(item)
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.answer.text() == "노트 1개에서 1곳을 골랐습니다.")
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(library.notice.sentence))
    assert stored(window)["첫 회의"] == TALKS["첫 회의"]


def test_notes_are_chosen_in_the_list_or_by_the_search(library: LibraryWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(library.list, Qt.Key.Key_Home)
    qtbot.keyClick(library.list, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(library, Qt.Key.Key_G, CONTROL | SHIFT)
    sheet = sheet_of(library, qtbot)
    assert [sheet.scope.itemText(i) for i in range(sheet.scope.count())] == ["고른 노트 2개", "모든 노트 3개"]
    sheet.reject()
    type_hangul(library.words, "레그")
    qtbot.waitUntil(lambda: "찾았습니다" in library.answer.text())
    click(library, "여러 노트에서 바꾸기…", qtbot)
    sheet = sheet_of(library, qtbot)
    assert sheet.scope.currentText() == "찾은 노트 2개"
    assert sheet.words.text() == "레그"


def test_the_open_note_has_its_own_undo_and_the_others_stay(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot
) -> None:
    replace_all(library, qtbot)
    window.menus.action("undo").trigger()
    assert opened.session.turns()[0].text == TALKS["첫 회의"]
    assert "모델은" in stored(window)["셋째 회의"]
    click(library.notice, "바꾸기 되돌리기", qtbot)
    qtbot.waitUntil(lambda: library.notice.sentence == "노트 1개에서 바꾸기를 되돌렸습니다.")


def test_the_history_of_a_note_takes_it_back_everywhere_after_a_restart(
    make_window: Callable[[], MainWindow], window: MainWindow, library: LibraryWindow, qtbot: QtBot
) -> None:
    before = {name: words for name, words in TALKS.items()}
    replace_all(library, qtbot)
    third = window.shelf.ask(lambda held: next(row.id for row in held.all_notes() if row.title == "셋째 회의"))
    again = make_window()
    again.open_note(third)
    page = page_of(again, qtbot)
    again.menus.action("history").trigger()
    (history,) = page.findChildren(HistoryWindow)
    assert history.everywhere_button.isVisible()
    click(history, "모든 노트에서 되돌리기", qtbot)
    qtbot.waitUntil(lambda: again.imported.sentence == "노트 2개에서 바꾸기를 되돌렸습니다.")
    assert stored(again) == before
    assert page.session.turns()[0].text == TALKS["셋째 회의"]


def test_a_change_of_one_note_offers_no_way_back_everywhere(window: MainWindow, opened: NotePage) -> None:
    window.menus.action("history").trigger()
    (history,) = opened.findChildren(HistoryWindow)
    assert not history.everywhere_button.isVisible()


def test_a_note_whose_place_was_changed_later_is_named_and_left(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot
) -> None:
    replace_all(library, qtbot)
    library.notice.hide()
    sheet = preview(library, qtbot, "모델을", "모형을")
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.notice.isVisible())
    first = next(entry for entry in opened.session.entries if entry.what == "여러 노트에서 바꾸기: 레그 → 모델")
    window.menus.action("history").trigger()
    (history,) = opened.findChildren(HistoryWindow)
    history.everywhere_wanted.emit(first)
    qtbot.waitUntil(lambda: "그대로 두었습니다" in window.imported.sentence)
    assert window.imported.sentence.endswith("겹친 노트 1개는 그대로 두었습니다: '첫 회의'")
    assert "모형을" in stored(window)["첫 회의"]
    assert "레그는" in stored(window)["셋째 회의"]


def test_nothing_is_replaced_anywhere_where_it_cannot_be_written(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored(window)
    sheet = preview(library, qtbot)

    def refuse(*_args: object) -> None:
        raise UserError("디스크가 가득 찼습니다.")

    monkeypatch.setattr(Library, "append_to_many", refuse)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "노트를 하나도 바꾸지 않았습니다."
    assert opened.session.turns()[0].text == TALKS["첫 회의"]
    monkeypatch.undo()
    assert window.shelf.ask(lambda _library: 1) == 1
    qtbot.waitUntil(lambda: window.shelf.unwritten == 0)
    assert stored(window) == before
    box.close()


def test_where_the_open_note_cannot_go_back_the_person_learns_it(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = preview(library, qtbot)

    def refuse(*_args: object) -> None:
        raise UserError("디스크가 가득 찼습니다.")

    def stuck(_entry: object) -> None:
        raise UserError("나중에 한 변경과 겹쳐 따로 되돌리지 못했습니다.")

    monkeypatch.setattr(Library, "append_to_many", refuse)
    monkeypatch.setattr(opened.session, "undo_alone", stuck)
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "열려 있는 노트는" in box.text()
    assert box.informativeText() == "디스크가 가득 찼습니다."
    box.close()


def test_a_note_that_has_changed_since_it_was_seen_is_not_replaced_in(
    window: MainWindow, opened: NotePage, library: LibraryWindow, qtbot: QtBot
) -> None:
    sheet = preview(library, qtbot)
    opened.choose_template("lecture")
    qtbot.mouseClick(sheet.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.informativeText() == "찾은 다음에 '첫 회의' 노트가 바뀌었습니다. 다시 찾아 주세요."
    assert "레그는" in stored(window)["셋째 회의"]
    box.close()


def test_looking_can_be_given_up(library: LibraryWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(library, Qt.Key.Key_G, CONTROL | SHIFT)
    sheet = sheet_of(library, qtbot)
    type_hangul(sheet.words, "레그")
    sheet.look()
    assert sheet.cancel_button.isVisible()
    qtbot.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.wait(200)
    assert sheet.tree.topLevelItemCount() == 0
    assert sheet.answer.text() == "그만두었습니다. 바꾼 것은 없습니다."


def test_enter_belongs_to_the_input_method_while_it_composes(library: LibraryWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(library, Qt.Key.Key_G, CONTROL | SHIFT)
    sheet = sheet_of(library, qtbot)
    type_hangul(sheet.words, "레")
    compose(sheet.words, "그")
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert not sheet.answer.text()
    qtbot.mouseClick(sheet.look_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "3곳" in sheet.answer.text())


def test_other_words_want_another_look(library: LibraryWindow, qtbot: QtBot) -> None:
    sheet = preview(library, qtbot)
    assert sheet.replace_button.isEnabled()
    type_hangul(sheet.new, "들")
    assert not sheet.replace_button.isEnabled()
    assert sheet.tree.topLevelItemCount() == 0


def test_the_search_finds_the_new_words(window: MainWindow, library: LibraryWindow, qtbot: QtBot) -> None:
    replace_all(library, qtbot)
    with qtbot.waitSignal(window.indexing.settled):
        window.indexing.catch_up()
    library.words.setText("모델은")
    qtbot.waitUntil(lambda: "찾았습니다" in library.answer.text())


def test_a_deleted_note_is_no_longer_open(window: MainWindow, library: LibraryWindow, qtbot: QtBot) -> None:
    library.list.selectAll()
    click(library, "노트 지우기…", qtbot)
    (box,) = library.findChildren(QMessageBox)
    assert box.text() == "고른 노트 3개를 지울까요?"
    click(box, "지우기", qtbot)
    qtbot.waitUntil(lambda: library.answer.text() == "노트 0개")
    assert window.page is None


def test_notes_of_one_title_and_day_are_told_apart(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(4)]
    clocks = ("오전 9:30", "오후 2:00", "오후 2:00", "오후 2:00")
    for n, (file, clock) in enumerate(zip(files, clocks, strict=True)):
        title = "다른 회의" if n == 3 else "주간 회의"
        file.write_text(f"{title}\n2026.04.28 화 {clock} ・ 5분\n김민수\n\n참석자 1 00:00\n말 {n}.\n", "utf-8")
    drop_files(window, files)
    qtbot.waitUntil(lambda: count_of_notes(window) == 4)
    known = window.shelf.ask(lambda library: library.all_notes())
    days = list(days_of(known).values())
    assert days[0] == "2026. 4. 28.(화) 09:30"
    assert days[1].startswith("2026. 4. 28.(화) 14:00 · ")
    assert days[1].endswith("에 가져옴")
    assert days[3] == "2026. 4. 28.(화)"


def test_every_control_of_the_sheet_says_what_it_is(library: LibraryWindow, qtbot: QtBot) -> None:
    sheet = preview(library, qtbot)
    kinds = (sheet.words, sheet.new, sheet.scope, sheet.tree, sheet.progress, *sheet.findChildren(QPushButton))
    for control in kinds:
        assert isinstance(control, QWidget)
        assert control.accessibleName(), control
