"""Every action stands in a menu, once, with keys that arrive while the Korean input method is on."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from desktop.main_window import MainWindow
from desktop.menus import Item, Menu, Menus, items_of
from desktop.note_page import NotePage
from desktop.window_menus import ON_PAGE, TABLE, VERBS, WITH_WORD
from processing.errors import Bug

SWITCH_INPUT = {QKeySequence("Ctrl+Space"), QKeySequence("Shift+Space")}


def test_no_shortcut_stands_twice() -> None:
    keys = Counter(item.keys for item in items_of(TABLE) if item.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_shortcut_is_a_bare_letter_or_switches_the_input_method() -> None:
    for item in items_of(TABLE):
        if item.keys:
            combination = QKeySequence(item.keys)[0]
            control = combination.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            is_function_key = Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35
            assert control or is_function_key, item.label
            assert QKeySequence(item.keys) not in SWITCH_INPUT


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


def test_an_action_without_a_handler_is_a_bug(qapp: object) -> None:
    with pytest.raises(Bug):
        Menus(QMenuBar(), [Menu("파일", [Item("open", "열기")])], {})


def test_actions_of_the_page_name_methods_that_it_has(page: NotePage) -> None:
    from operator import attrgetter

    from desktop import note_verbs

    for path in [*ON_PAGE.values(), *(path for path, _ in WITH_WORD.values())]:
        assert callable(attrgetter(path)(page))
    for verb in VERBS.values():
        assert callable(getattr(note_verbs, verb))


@pytest.mark.parametrize(
    "name", [item.name for item in items_of(TABLE) if item.name not in ("quit", "open", "reassign")]
)
def test_no_action_fails_on_a_fresh_note_and_undo_brings_it_back(window: MainWindow, page: NotePage, name: str) -> None:
    before = page.session.state
    window.menus.action(name).trigger()
    if window.page is page:
        page.session.flush()
        while page.session.can_undo:
            page.session.undo()
        assert page.session.state == before
