"""Every action stands in a menu, once, with keys that arrive while the Korean input method is on."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QPushButton
from pytestqt.qtbot import QtBot
from speaking import spoken_english

from desktop.main_window import MainWindow
from desktop.menus.help_windows import STEPS, HelpWindow, KeysWindow
from desktop.menus.window_menus import ON_PAGE, TABLE, VERBS, WITH_WORD
from desktop.note_page import NotePage
from desktop.parts.menus import Item, Menu, Menus, items_of
from desktop.words import tr
from processing.errors import Bug
from processing.turns.by_hand import Scope, reassign


def keys_of(item: Item) -> list[str]:
    return [key for key in (item.keys, *item.more_keys) if key]


# these would stand till someone answers
WAIT_FOR_AN_ANSWER = ("quit", "open", "reassign", "reassign_from_here", "reassign_all", "attach_recording", "play")
SWITCH_INPUT = {QKeySequence("Ctrl+Space"), QKeySequence("Shift+Space")}


def test_no_shortcut_stands_twice() -> None:
    keys = Counter(QKeySequence(key).toString() for item in items_of(TABLE) for key in keys_of(item))
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_shortcut_is_a_bare_letter_or_switches_the_input_method() -> None:
    for item in items_of(TABLE):
        for key in keys_of(item):
            combination = QKeySequence(key)[0]
            control = combination.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            is_function_key = Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35
            assert control or is_function_key, item.label
            assert QKeySequence(key) not in SWITCH_INPUT


def test_the_labels_are_those_of_the_screens() -> None:
    assert [menu.label.split("(")[0] for menu in TABLE] == [
        "파일",
        "편집",
        "보기",
        "교정",
        "참석자",
        "회의록",
        "도움말",
    ]
    labels = {item.label.split("\t")[0] for item in items_of(TABLE)}
    assert {
        "파일 열기…",
        "붙여넣어 가져오기",
        "노트 목록…",
        "Word로 저장…",
        "다른 형식으로 내보내기…",
        "설정…",
    } <= labels
    assert {"실행 취소", "다시 실행", "찾기", "바꾸기…", "변경 기록", "제안 검토", "적용", "보류", "무시"} <= labels
    assert {
        "이름 붙이기…",
        "발언 나누기",
        "위 발언과 합치기",
        "내보내지 않기",
        "회의 정보…",
        "결정 사항으로 넣기",
    } <= labels
    assert {"다음 곳", "이전 곳", "이 발언만…", "여기부터…", "이 참석자 전체…", "두 참석자 합치기…"} <= labels


def test_an_action_without_a_handler_is_a_bug(qapp: object) -> None:
    with pytest.raises(Bug):
        Menus(QMenuBar(), [Menu("파일", [Item("open", "열기")])], {})


def test_actions_of_the_page_name_methods_that_it_has(page: NotePage) -> None:
    from operator import attrgetter

    from desktop.menus import note_verbs

    for path in [*ON_PAGE.values(), *(path for path, _ in WITH_WORD.values())]:
        assert callable(attrgetter(path)(page))
    for verb in VERBS.values():
        assert callable(getattr(note_verbs, verb))


@pytest.mark.parametrize("name", [item.name for item in items_of(TABLE) if item.name not in WAIT_FOR_AN_ANSWER])
def test_no_action_fails_on_a_fresh_note_and_undo_brings_it_back(window: MainWindow, page: NotePage, name: str) -> None:
    before = page.session.state
    window.menus.action(name).trigger()
    if window.page is page:
        page.session.flush()
        while page.session.can_undo:
            page.session.undo()
        assert page.session.state == before


ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# what an action does where no view of its own is in focus would be another action's
KEY_OF_VIEW = {item.name for item in items_of(TABLE) if "\t" in item.label}


def test_every_action_has_a_key_and_every_choice_of_one_too() -> None:
    assert [item.name for item in items_of(TABLE) if not item.keys and item.name not in KEY_OF_VIEW] == []


def test_no_key_is_one_that_types_a_letter_on_a_european_keyboard() -> None:
    for item in items_of(TABLE):
        for key in keys_of(item):
            assert QKeySequence(key)[0].keyboardModifiers() & ALTGR != ALTGR, item.name


def test_no_key_of_a_view_is_one_of_the_whole_window() -> None:
    of_window = {QKeySequence(key).toString() for item in items_of(TABLE) for key in keys_of(item)}
    of_views = {item.label.partition("\t")[2] for item in items_of(TABLE)} - {""}
    assert not of_views & of_window


def test_no_key_is_one_that_a_mac_keeps_for_itself() -> None:
    kept = {"Ctrl+H", "Ctrl+M", "Ctrl+Tab", "Ctrl+Shift+Q", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5"}
    assert not kept & {QKeySequence(key).toString() for item in items_of(TABLE) for key in keys_of(item)}


def test_no_two_menus_open_by_the_same_letter() -> None:
    letters = Counter(menu.label.partition("&")[2][:1] for menu in TABLE)
    assert max(letters.values()) == 1


def test_no_two_menus_open_by_the_same_letter_in_english(qapp: QApplication) -> None:
    with spoken_english(qapp):
        letters = Counter(tr(menu.label).partition("&")[2][:1] for menu in TABLE)
    assert "" not in letters
    assert max(letters.values()) == 1


# Help


def test_the_list_of_keys_holds_every_action_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    keys = KeysWindow(window.menus, TABLE, window)
    qtbot.addWidget(keys)
    rows = {
        (group.child(j).text(0).rpartition(": ")[2], group.child(j).text(1))
        for i in range(keys.list.topLevelItemCount())
        if (group := keys.list.topLevelItem(i)) is not None
        for j in range(group.childCount())
    }
    for item in items_of(TABLE):
        what, _, of_view = item.label.partition("\t")
        found = [key for name, key in rows if name == what]
        wanted = of_view or ", ".join(QKeySequence(key).toString() for key in keys_of(item))
        assert any(wanted in key for key in found), (
            what
        )  # some have one more: while no note is open, where it is no Mac
    assert all(key for _, key in rows)


def test_keys_are_found_by_what_they_do_and_by_themselves(window: MainWindow, qtbot: QtBot) -> None:
    keys = KeysWindow(window.menus, TABLE, window)
    qtbot.addWidget(keys)

    def shown() -> list[str]:
        groups = [keys.list.topLevelItem(i) for i in range(keys.list.topLevelItemCount())]
        return [g.child(j).text(0) for g in groups if g for j in range(g.childCount()) if not g.child(j).isHidden()]

    keys.words.setText("word")
    assert shown() == ["Word로 저장…"]
    keys.words.setText("ctrl+s")
    assert "Word로 저장…" in shown()
    assert "학습한 교정…" not in shown()
    keys.words.clear()
    assert len(shown()) > 50


def test_help_tells_five_steps_and_leads_to_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.action("help").trigger()
    shown = window.findChild(HelpWindow)
    assert shown is not None
    assert len(STEPS) == 5
    next(one for one in shown.findChildren(QPushButton) if one.text() == "단축키 보기").click()
    assert window.findChild(KeysWindow) is not None
    shown.close()


def test_lines_are_added_and_removed_from_the_menu(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    window.menus.action("add_action").trigger()
    editor = page.minutes_page.editor
    assert editor is not None
    editor.insertPlainText("표 보내기")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    tasks = [id_ for id_, line in page.session.state.lines.items() if line.text == "표 보내기"]
    assert [page.session.state.lines[id_].kind.value for id_ in tasks] == ["action"]
    page.minutes_page.go_to_line(tasks[0])
    window.menus.action("remove_line").trigger()
    assert tasks[0] not in page.session.state.lines


@pytest.mark.parametrize(("name", "turns"), [("reassign_from_here", 2), ("reassign_all", 3)])
def test_a_reach_of_the_menu_offers_whom_all_of_it_can_be_given_to(
    window: MainWindow, page: NotePage, monkeypatch: pytest.MonkeyPatch, name: str, turns: int
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    view, first = page.transcript_view, page.session.turns()[0].speaker_id
    for at in (1, 3):
        cut = page.session.turns()[at].cut
        page.session.commit(reassign(page.session.state, cut, str(first), Scope.THIS), "바꿈")
    page.show_transcript()
    view.go_to(view.model().index(1, 0))
    window.menus.action(name).trigger()
    (menu,) = shown
    told = menu.actions()[0].text()
    menu.actions()[0].trigger()
    given = [turn for turn in page.session.turns() if turn.speaker.shown == told.partition(" (")[0]]
    assert f"({turns}곳)" in told
    assert page.session.turns()[0].speaker_id == (first if name == "reassign_from_here" else given[0].speaker_id)


def test_two_speakers_are_merged_from_the_menu_once_they_are_ticked(
    window: MainWindow, page: NotePage, qtbot: QtBot
) -> None:
    window.menus.action("merge_speakers").trigger()
    assert page.speakers_sheet.isVisible()
    assert "합칠 참석자를 두 명" in page.said.text()
    before = len(page.session.state.speakers)
    for card in list(page.speakers_sheet.cards.values())[:2]:
        card.tick.click()
    window.menus.action("merge_speakers").trigger()
    assert len(page.session.state.speakers) == before - 1


@pytest.mark.parametrize("name", ["apply", "apply_all", "hold", "ignore", "always", "never"])
def test_nothing_is_decided_about_a_row_that_is_hidden(window: MainWindow, page: NotePage, name: str) -> None:
    page.show_proposals()
    assert page.review_panel.tree.current_node() is not None
    page.show_transcript()
    before = page.session.state
    window.menus.action(name).trigger()
    assert page.session.state == before
    assert page.said.text() == "제안 탭에서 용어를 먼저 골라 주세요."


def test_restoring_says_what_it_did_and_where_nothing_was_to_do(window: MainWindow, page: NotePage) -> None:
    page.show_transcript()
    page.transcript_view.go_to(page.transcript_view.model().index(0, 0))
    window.menus.action("restore_note").trigger()
    assert page.said.text().startswith("노트 전체를 원문으로 되돌렸습니다.")
    for name in ("restore_note", "restore_turn"):
        page.say("")
        window.menus.action(name).trigger()
        assert page.said.text() == "이미 원문과 같습니다."
