"""The glossary and what was learned, as a person uses them: adding, switching off, files in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul

from desktop.glossary.glossary_window import GlossaryWindow
from desktop.glossary.learned_window import LearnedWindow
from desktop.glossary.term_rows import PACK_NAMES
from desktop.glossary.term_sheet import GUESSED
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from processing.library import Learned, OwnTerm, Rule
from processing.terms.glossary import pack_names

CHECK = Qt.ItemDataRole.CheckStateRole


def asked(window: MainWindow, verb: Callable[[Any], Any], qtbot: QtBot) -> Any:
    """What the library says, after all that was asked before."""
    answers: list[Any] = []
    window.learning.shelf.do(verb).done.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def own_terms(window: MainWindow, qtbot: QtBot) -> list[OwnTerm]:
    found: list[OwnTerm] = asked(window, lambda library: library.own_terms(), qtbot)
    return found


def opened(window: MainWindow, qtbot: QtBot) -> GlossaryWindow:
    """The glossary, opened from the menu and filled."""
    window.menus.action("glossary").trigger()
    glossary = window.findChild(GlossaryWindow)
    assert glossary is not None
    qtbot.waitUntil(lambda: glossary.groups.count() > 1)
    return glossary


@pytest.fixture
def glossary(window: MainWindow, qtbot: QtBot) -> GlossaryWindow:
    return opened(window, qtbot)


def forms(glossary: GlossaryWindow) -> list[str]:
    return [row.term.term for row in glossary.table.rows]


def show_pack(glossary: GlossaryWindow, name: str) -> None:
    (item,) = glossary.groups.findItems(name, Qt.MatchFlag.MatchExactly)
    glossary.groups.setCurrentItem(item)


def add(glossary: GlossaryWindow, form: str, qtbot: QtBot) -> None:
    glossary.add(form)
    with qtbot.waitSignal(glossary.changed):
        glossary.sheet.keep_button.click()
    qtbot.waitUntil(lambda: form in forms(glossary))


# --- own terms


def test_words_looked_for_among_own_terms_are_found_in_the_packs_too(glossary: GlossaryWindow, qtbot: QtBot) -> None:
    add(glossary, "가온트리움", qtbot)
    glossary.words.setText("세이지메이커")
    assert forms(glossary) == ["SageMaker"]
    with qtbot.waitSignal(glossary.changed):
        glossary.table.setData(glossary.table.index(0, 0), Qt.CheckState.Unchecked.value, CHECK)
    qtbot.waitUntil(lambda: [row.is_on for row in glossary.table.rows] == [False])
    glossary.words.setText("가온")
    assert "가온트리움" in forms(glossary)
    glossary.words.clear()
    assert forms(glossary) == ["가온트리움"]


def test_a_latin_term_gets_a_guessed_reading_that_is_marked(glossary: GlossaryWindow, qtbot: QtBot) -> None:
    glossary.add()
    sheet = glossary.sheet
    assert not sheet.keep_button.isEnabled()
    qtbot.keyClicks(sheet.form, "Zentavo")
    assert sheet.readings.text()
    assert sheet.hint.text() == GUESSED
    sheet.readings.setFocus()
    sheet.readings.selectAll()
    qtbot.keyClicks(sheet.readings, "abc")
    assert sheet.hint.text() == ""
    assert sheet.readings.text() == "abc"


def test_a_hangul_term_reads_as_it_stands(glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot) -> None:
    glossary.add()
    sheet = glossary.sheet
    type_hangul(sheet.form, "가온트리")
    compose(sheet.form, "움")  # still being composed when the button is clicked
    sheet.keep_button.setEnabled(True)
    with qtbot.waitSignal(glossary.changed):
        sheet.keep_button.click()
    (term,) = own_terms(window, qtbot)
    assert (term.term, term.readings, term.scope) == ("가온트리움", ("가온트리움",), "user")


def test_a_deleted_term_is_told_of_and_brought_back_as_it_was(
    glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot
) -> None:
    add(glossary, "가온트리움", qtbot)
    (before,) = own_terms(window, qtbot)
    glossary.delete()
    qtbot.waitUntil(lambda: glossary.answer.text() == "'가온트리움'을 지웠습니다. Ctrl+Z를 누르면 되살립니다.")
    assert own_terms(window, qtbot) == []
    glossary.activateWindow()
    glossary.view.setFocus()
    qtbot.waitUntil(glossary.view.hasFocus)
    qtbot.keyClick(glossary.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: glossary.answer.text() == "'가온트리움'을 되살렸습니다.")
    (again,) = own_terms(window, qtbot)
    assert replace(again, id=before.id) == before
    glossary.undelete()
    assert own_terms(window, qtbot) == [again]


def test_a_term_is_changed_switched_off_and_deleted(glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot) -> None:
    add(glossary, "가온트리움", qtbot)
    glossary.edit()
    glossary.sheet.aliases.setText("가온 트리움, GTU")
    with qtbot.waitSignal(glossary.changed):
        glossary.sheet.keep_button.click()
    assert own_terms(window, qtbot)[0].aliases == ("가온 트리움", "GTU")
    qtbot.waitUntil(lambda: glossary.table.rows[0].term.aliases != ())
    with qtbot.waitSignal(glossary.changed):
        glossary.table.setData(glossary.table.index(0, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert not own_terms(window, qtbot)[0].enabled
    glossary.activateWindow()
    glossary.view.setFocus()
    qtbot.waitUntil(glossary.view.hasFocus)
    qtbot.keyClick(glossary.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not own_terms(window, qtbot))
    qtbot.waitUntil(lambda: not glossary.table.rows)


def test_words_are_found_by_form_and_reading(glossary: GlossaryWindow) -> None:
    show_pack(glossary, "AI")
    many = len(glossary.table.rows)
    glossary.words.setText("파인 튜닝")
    assert forms(glossary)
    assert len(glossary.table.rows) < many / 10
    glossary.words.setText("없는말입니다")
    assert not glossary.table.rows
    glossary.words.clear()
    assert len(glossary.table.rows) == many


def test_every_pack_has_a_korean_name() -> None:
    assert set(pack_names()) <= PACK_NAMES.keys()


def test_a_pack_and_a_term_of_it_are_switched_off(glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot) -> None:
    show_pack(glossary, "AI")
    first = forms(glossary)[0]
    with qtbot.waitSignal(glossary.changed):
        glossary.table.setData(glossary.table.index(0, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert asked(window, lambda library: library.setting("off_terms"), qtbot) == [first]
    item = glossary.groups.currentItem()
    assert item is not None
    with qtbot.waitSignal(glossary.changed):
        item.setCheckState(Qt.CheckState.Unchecked)
    assert asked(window, lambda library: library.setting("off_packs"), qtbot) == ["ai"]


def test_a_term_of_ours_becomes_the_person_s_when_it_is_changed(
    glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot
) -> None:
    show_pack(glossary, "AI")
    form = forms(glossary)[0]
    assert not glossary.delete_button.isEnabled()
    glossary.edit()
    with qtbot.waitSignal(glossary.changed):
        glossary.sheet.keep_button.click()
    assert [term.term for term in own_terms(window, qtbot)] == [form]


def test_a_new_term_is_looked_for_in_the_open_note(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    glossary = opened(window, qtbot)
    assert "디자인" not in [one.heard for one in page.session.open_proposals()]
    glossary.add("Dizain")
    glossary.sheet.readings.setText("디자인")
    glossary.sheet.where.setCurrentIndex(glossary.sheet.where.findData("note"))
    glossary.sheet.keep_button.click()
    qtbot.waitUntil(lambda: "디자인" in [one.heard for one in page.session.open_proposals()])
    (term,) = own_terms(window, qtbot)
    assert (term.scope, term.note_id) == ("note", window.learning.note_id)


def test_selected_words_are_put_into_the_glossary(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    page.title.setFocus()
    page.title.setText("가온트리움에서는 회의")
    page.title.setSelection(0, 8)  # what a double click selects
    window.menus.action("add_term").trigger()
    glossary = window.findChild(GlossaryWindow)
    assert glossary is not None
    assert glossary.sheet.form.text() == "가온트리움"


# --- files


def test_own_terms_go_out_and_come_back(
    glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(glossary, "가온트리움", qtbot)
    file = tmp_path / "내 용어.csv"
    glossary.files.write_csv(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfterm,readings,domain,aliases\n")
    glossary.files.take(file)
    sheet = glossary.files.sheet
    assert sheet is not None
    item = sheet.list.topLevelItem(0)
    assert item is not None
    assert item.text(2) == "이미 있음: 가온트리움"
    assert sheet.ticked() == []
    assert not sheet.take_button.isEnabled()


def test_a_file_is_looked_through_before_it_is_taken(
    glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(glossary, "가온트리움", qtbot)
    file = tmp_path / "팀.csv"
    file.write_text("term,readings,domain,aliases\n가온트리움,가온,,GTU\nMCP,엠씨피,ai\n버다코어,,,\n", "utf-8")
    glossary.files.take(file)
    sheet = glossary.files.sheet
    assert sheet is not None
    assert sheet.ticked() == [0, 1, 2]
    last = sheet.list.topLevelItem(2)
    assert last is not None
    last.setCheckState(0, Qt.CheckState.Unchecked)
    assert len(own_terms(window, qtbot)) == 1
    with qtbot.waitSignal(glossary.changed):
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert [(t.term, t.readings, t.aliases) for t in own_terms(window, qtbot)] == [
        ("가온트리움", ("가온트리움", "가온"), ("GTU",)),
        ("MCP", ("엠씨피",), ()),
    ]


def test_a_file_adds_to_all_notes_and_leaves_the_term_of_one_note_alone(
    page: NotePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    glossary = opened(window, qtbot)
    of_note = OwnTerm("ChatGPT", ("챗지피티",), scope="note", note_id=window.learning.note_id)
    with qtbot.waitSignal(glossary.changed):
        glossary.keep(lambda library: library.add_terms([of_note]))
    file = tmp_path / "팀.csv"
    file.write_text("term,readings,domain\nChatGPT,쳇지피티,ai\n", "utf-8")
    glossary.files.take(file)
    assert glossary.files.sheet is not None
    with qtbot.waitSignal(glossary.changed):
        glossary.files.sheet.take_button.click()
    assert [(t.term, t.readings, t.scope) for t in own_terms(window, qtbot)] == [
        ("ChatGPT", ("챗지피티",), "note"),
        ("ChatGPT", ("쳇지피티",), "user"),
    ]


def test_a_broken_file_is_refused_with_its_row(
    glossary: GlossaryWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "팀.csv"
    file.write_text("term,readings,domain\nRAG\n", "utf-8")
    glossary.files.take(file)
    box = glossary.findChild(QMessageBox)
    assert box is not None
    assert "2행" in box.text() + box.informativeText()
    box.close()


def test_a_document_s_terms_become_the_note_s(page: NotePage, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    glossary = opened(window, qtbot)
    file = tmp_path / "안건.md"
    file.write_text("# KGI 도입\nZEN 비교", "utf-8")
    glossary.files.take(file)
    qtbot.waitUntil(lambda: glossary.files.sheet is not None)
    sheet = glossary.files.sheet
    assert sheet is not None
    with qtbot.waitSignal(glossary.changed):
        sheet.take_button.click()
    assert [(t.term, t.scope) for t in own_terms(window, qtbot)] == [("KGI", "note"), ("ZEN", "note")]


def test_a_document_that_cannot_be_read_is_told(glossary: GlossaryWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "그림.png"
    file.write_bytes(b"\x89PNG")
    glossary.files.take(file)
    qtbot.waitUntil(lambda: glossary.findChild(QMessageBox) is not None)
    box = glossary.findChild(QMessageBox)
    assert box is not None
    assert "그림은 읽지 못합니다" in box.text() + box.informativeText()
    box.close()


# --- what was learned


@pytest.fixture
def learned(page: NotePage, window: MainWindow, qtbot: QtBot) -> LearnedWindow:
    """Three pairs, the last of them the newest."""
    note_id = window.learning.note_id

    def work(library: Any) -> None:
        for heard, meant in (("레그", "RAG"), ("버틀랙", "보틀넥"), ("버다코", "버다코어")):
            library.confirm(heard, meant, note_id, 2)

    asked(window, work, qtbot)
    window.menus.action("learned").trigger()
    shown = window.findChild(LearnedWindow)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.list.topLevelItemCount() == 3)
    return shown


def pairs(window: MainWindow, qtbot: QtBot) -> dict[str, Learned]:
    return {one.heard: one for one in asked(window, lambda library: library.learned(), qtbot)}


def test_pairs_are_counted_and_shown(learned: LearnedWindow) -> None:
    item = learned.list.topLevelItem(0)
    assert item is not None
    assert [item.text(i) for i in range(5)] == ["버다코 → 버다코어", "2", "0", "1", "제안하기"]
    learned.words.setText("보틀")
    assert learned.list.topLevelItemCount() == 1


def test_a_pair_that_was_only_ignored_is_not_said_to_be_kept_from_other_notes(
    learned: LearnedWindow, window: MainWindow, qtbot: QtBot
) -> None:
    asked(window, lambda library: library.refuse("이 AI", "EAI", window.learning.note_id, 1), qtbot)
    learned.refresh()
    qtbot.waitUntil(lambda: learned.list.topLevelItemCount() == 4)
    (item,) = learned.list.findItems("이 AI → EAI", Qt.MatchFlag.MatchExactly)
    assert [item.text(i) for i in range(1, 5)] == ["0", "1", "0", "다시 나오면 제안하기"]


def test_a_pair_is_switched_off_and_forgotten(learned: LearnedWindow, window: MainWindow, qtbot: QtBot) -> None:
    item = learned.list.topLevelItem(0)
    assert item is not None
    with qtbot.waitSignal(learned.changed):
        item.setCheckState(0, Qt.CheckState.Unchecked)
    assert not pairs(window, qtbot)["버다코"].enabled
    qtbot.waitUntil(lambda: learned.list.topLevelItem(0).text(4) == "꺼짐")  # type: ignore[union-attr]
    with qtbot.waitSignal(learned.changed):
        qtbot.keyClick(learned.list, Qt.Key.Key_Delete)
    assert set(pairs(window, qtbot)) == {"레그", "버틀랙"}


def wait_for_rule(learned: LearnedWindow, rule: Rule, qtbot: QtBot) -> None:
    def is_shown() -> bool:
        pair = learned.chosen()
        return pair is not None and pair.rule == rule

    qtbot.waitUntil(is_shown)


def test_a_rule_is_given_and_taken_back(learned: LearnedWindow, window: MainWindow, qtbot: QtBot) -> None:
    for rule in (Rule.ALWAYS, Rule.NEVER, Rule.LEARNED):
        with qtbot.waitSignal(learned.changed):
            learned.rule.setCurrentIndex(learned.rule.findData(rule.value))
            learned.rule.activated.emit(learned.rule.currentIndex())
        assert pairs(window, qtbot)["버다코"].rule == rule
        wait_for_rule(learned, rule, qtbot)


def test_without_a_pair_nothing_can_be_done(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.action("learned").trigger()
    shown = window.findChild(LearnedWindow)
    assert shown is not None
    qtbot.waitUntil(lambda: "아직" in shown.answer.text())
    assert not shown.forget_button.isEnabled()
    assert shown.chosen() is None
