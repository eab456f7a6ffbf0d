"""The sheet before saving: what is ticked is seen, what was ticked comes back, what does not matter is not said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.minutes.left_to_do import Left
from desktop.note_page import NotePage
from desktop.saving.kept_choices import choices_from, words_of_choices
from desktop.saving.save_preview import TURNS_SHOWN, preview_html
from desktop.saving.save_sheet import SaveSheet
from processing.export.blocks import LECTURE, MINUTES, Choices, Section
from processing.minutes import minutes_of
from tests.builders import source_of, state_of


@pytest.fixture
def sheet(window: MainWindow, page: NotePage) -> SaveSheet:
    """The sheet as the button opens it."""
    window.export("docx")
    (opened,) = window.findChildren(SaveSheet)
    return opened


@pytest.mark.parametrize("template", [MINUTES, LECTURE])
@pytest.mark.parametrize(
    "choices",
    [
        Choices(),
        Choices(transcript=True, evidence=False),
        Choices(sections=frozenset(), corrections=True),
        Choices(sections=frozenset(Section)),
    ],
)
def test_choices_come_back_from_their_words(template: str, choices: Choices) -> None:
    given = Choices(template, choices.sections, choices.evidence, choices.transcript, choices.corrections)
    back = choices_from(template, words_of_choices(given))
    assert [back.wants(section) for section in Section] == [given.wants(section) for section in Section]
    assert (back.evidence, back.transcript, back.corrections) == (given.evidence, given.transcript, given.corrections)


def test_what_is_ticked_is_seen_before_it_is_saved(sheet: SaveSheet) -> None:
    for check, heading in ((sheet.transcript, "녹취록"), (sheet.corrections, "고친 목록")):
        assert f"붙임. {heading}" not in sheet.preview.toPlainText()
        check.setChecked(True)
        assert f"붙임. {heading}" in sheet.preview.toPlainText()
        check.setChecked(False)


def test_a_long_transcript_is_seen_by_its_beginning_only() -> None:
    said = [("참석자 1", 10.0 * i, f"{i}번째 발언입니다.") for i in range(300)]
    source = source_of(*said)
    html = preview_html(minutes_of(source, state_of(source)), "docx", Choices(transcript=True))
    assert f"{TURNS_SHOWN - 1}번째 발언입니다." in html
    assert f">{TURNS_SHOWN}번째 발언입니다." not in html
    assert "발언 300개가 파일에 모두 들어갑니다." in html


def test_the_ticks_of_the_last_save_are_there_at_the_next_start(
    window: MainWindow, sheet: SaveSheet, qtbot: QtBot
) -> None:
    sheet.transcript.setChecked(True)
    sheet.evidence.setChecked(False)
    sheet.sections[Section.KEYWORDS].setChecked(True)
    with qtbot.waitSignal(window.saving.saved):
        sheet.save_button.click()
    kept = choices_from(MINUTES, window.preferences.save_choices(MINUTES))
    assert (kept.transcript, kept.evidence, kept.corrections) == (True, False, False)
    assert kept.sections == Choices(MINUTES).layout.shown | {Section.KEYWORDS}
    window.export("docx")
    again = next(opened for opened in window.findChildren(SaveSheet) if opened.isVisible())
    assert again.transcript.isChecked()
    assert not again.evidence.isChecked()
    assert again.sections[Section.KEYWORDS].isChecked()


def test_only_what_the_format_holds_is_warned_of(sheet: SaveSheet) -> None:
    def warned(format_: str) -> list[str]:
        choose(sheet, format_)
        shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
        return [kind for kind in ("참석자가", "빈칸이") if any(kind in text for text in shown)]

    assert warned("docx") == ["참석자가", "빈칸이"]
    assert warned("srt") == ["참석자가"]
    assert warned("pdf") == ["참석자가", "빈칸이"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("회의?: 1/4분기", "회의 1 4분기.docx"),
        ("../../몰래.docx", "몰래.docx"),
        ("CON.docx", "_CON.docx"),
        ("끝에 점...", "끝에 점.docx"),
        ("이름.DOCX", "이름.docx"),
    ],
)
def test_a_typed_name_is_one_that_every_system_takes(
    window: MainWindow, sheet: SaveSheet, tmp_path: Path, qtbot: QtBot, typed: str, name: str
) -> None:
    sheet.name.setText(typed)
    with qtbot.waitSignal(window.saving.saved) as saved:
        sheet.save_button.click()
    assert saved.args == [tmp_path / name]


@pytest.mark.parametrize("typed", ["", "  ", ".docx", "???"])
def test_a_name_of_nothing_is_asked_for_again(sheet: SaveSheet, tmp_path: Path, typed: str) -> None:
    sheet.name.setText(typed)
    sheet.save_button.click()
    assert sheet.isVisible()
    assert not list(tmp_path.glob("*.docx"))


def choose(sheet: SaveSheet, format_: str) -> None:
    """Pick a format from the list, as the mouse does."""
    sheet.format.setCurrentIndex(sheet.format.findData(format_))
    sheet.format.activated.emit(sheet.format.currentIndex())


def test_a_name_that_was_typed_outlives_another_format(sheet: SaveSheet) -> None:
    proposed = sheet.name.text()
    choose(sheet, "pdf")
    assert sheet.name.text() == proposed.removesuffix(".docx") + ".pdf"
    sheet.name.setText("내가 지은 이름.pdf")
    choose(sheet, "md")
    assert sheet.name.text() == "내가 지은 이름.md"
    sheet.name.setText("")
    choose(sheet, "srt")
    assert sheet.name.text().startswith("녹취록")


def test_a_format_that_the_note_cannot_have_says_why_and_saves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    source = source_of(("참석자 1", None, "말."))
    sheet = SaveSheet(minutes_of(source, state_of(source)), Choices(), Left(), tmp_path, "docx")
    qtbot.addWidget(sheet)
    choose(sheet, "srt")
    assert "시각이 없어 자막을 만들지 못합니다" in sheet.preview.toPlainText()
    assert not sheet.save_button.isEnabled()
    choose(sheet, "txt")
    assert sheet.save_button.isEnabled()
