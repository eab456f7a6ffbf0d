"""What stands in the window's menus, and which verb of the window each action is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop.menus import Item, Menu, items_of

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.note_page import NotePage

FILE = Menu(
    "파일(&F)",
    (
        Item("open", "파일 열기…", "Ctrl+O", needs_note=False),
        Item("paste", "붙여넣어 가져오기", "Ctrl+Shift+V", needs_note=False),
        Item("library", "노트 목록…", "Ctrl+L", needs_note=False),
        Item("start", "시작 화면", "Ctrl+Home", needs_note=False),
        None,
        Item("save", "Word로 저장…", "Ctrl+S"),
        Item("export", "다른 형식으로 내보내기…", "Ctrl+Shift+S"),
        Menu(
            "복사해서 보내기",
            (
                Item("copy_mail", "메일 본문", "Ctrl+Shift+C"),
                Item("copy_notion", "노션"),
                Item("copy_slack", "슬랙"),
                Item("copy_kakaotalk", "카카오톡"),
            ),
        ),
        None,
        Item("settings", "설정…", "Ctrl+,", needs_note=False, role=QAction.MenuRole.PreferencesRole),
        Item("quit", "끝내기", "Ctrl+Q", needs_note=False, role=QAction.MenuRole.QuitRole),
    ),
)
EDIT = Menu(
    "편집(&E)",
    (
        Item("undo", "실행 취소", "Ctrl+Z"),
        Item("redo", "다시 실행", "Ctrl+Shift+Z"),
        None,
        Item("find", "찾기", "Ctrl+F"),
        Item("replace", "바꾸기…", "Ctrl+Shift+G"),
        Item("find_next", "다음 찾기", "F3"),
        Item("find_previous", "이전 찾기", "Shift+F3"),
        None,
        Menu(
            "원문으로 되돌리기",
            (
                Item("restore_turn", "이 발언", "Ctrl+Backspace"),
                Item("restore_note", "노트 전체", "Ctrl+Shift+Backspace"),
            ),
        ),
        Item("history", "변경 기록", "Ctrl+H"),
    ),
)
VIEW = Menu(
    "보기(&V)",
    (
        Item("show_minutes", "회의록", "Ctrl+1"),
        Item("show_transcript", "녹취록", "Ctrl+2"),
        Item("show_proposals", "제안", "Ctrl+3"),
        Item("show_people", "참석자", "Ctrl+4"),
        None,
        Item("evidence", "원래 말 보기\tSpace"),
        Item("jump", "녹취록에서 보기\tCtrl+J"),
        Item("next_check", "다음 확인 필요", "Ctrl+E"),
    ),
)
REVIEW = Menu(
    "교정(&R)",
    (
        Item("review", "제안 검토", "Ctrl+Shift+R"),
        None,
        Item("apply", "적용\tEnter"),
        Item("apply_all", "이 용어 모두 적용\tCtrl+Enter"),
        Item("hold", "보류\tCtrl+D"),
        Item("ignore", "무시\tDelete"),
    ),
)
PEOPLE_MENU = Menu(
    "참석자(&A)",
    (
        Item("name_people", "이름 붙이기…", "Ctrl+Shift+N"),
        Item("reassign", "말한 사람 바꾸기…", "Ctrl+R"),
        None,
        Item("split", "발언 나누기\tCtrl+Enter"),
        Item("merge", "위 발언과 합치기", "Ctrl+Shift+M"),
        Item("withhold", "내보내지 않기", "Ctrl+Shift+H"),
    ),
)
MINUTES_MENU = Menu(
    "회의록(&M)",
    (
        Item("info", "회의 정보…", "Ctrl+I"),
        Menu(
            "양식",
            (
                Item("template_minutes", "회의록", group="template"),
                Item("template_lecture", "강의·멘토링 노트", group="template"),
            ),
        ),
        None,
        Item("to_decision", "결정 사항으로 넣기", "Ctrl+Shift+D"),
        Item("to_action", "할 일로 넣기", "Ctrl+Shift+T"),
        Item("confirm", "확인했음", "Ctrl+Shift+E"),
        Item("toggle_done", "할 일 완료 표시", "Ctrl+Shift+F"),
    ),
)
HELP = Menu("도움말(&H)", (Item("about", "말끔에 대하여", needs_note=False, role=QAction.MenuRole.AboutRole),))

TABLE = (FILE, EDIT, VIEW, REVIEW, PEOPLE_MENU, MINUTES_MENU, HELP)

_LABELS = {item.name: item.label for item in items_of(TABLE)}


def label_of(name: str) -> str:
    """An action's label."""
    return _LABELS[name]


def handlers(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """The verb behind each action."""
    return {**_of_window(window), **_of_page(window)}


def _of_window(window: MainWindow) -> dict[str, Callable[[], object]]:
    from desktop.saving import COPIES

    return {
        "open": window.choose_files,
        "paste": window.paste,
        "library": window.show_library,
        "start": window.show_start,
        "save": window.save_word,
        "export": lambda: window.export("md"),
        **{f"copy_{kind}": partial(window.copy, kind) for kind in COPIES},
        "settings": window.settings,
        "quit": window.close,
        "about": window.about,
    }


def _of_page(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The verbs of the open page; without one nothing happens."""
    from desktop import note_verbs
    from desktop.note_page import PEOPLE, PROPOSALS, TEMPLATES, TRANSCRIPT
    from desktop.review_rows import Chip

    def on(verb: Callable[[NotePage], object]) -> Callable[[], object]:
        return lambda: verb(window.page) if window.page is not None else None

    return {
        "undo": on(note_verbs.undo),
        "redo": on(note_verbs.redo),
        "restore_turn": on(note_verbs.restore_turn),
        "restore_note": on(note_verbs.restore_note),
        "history": on(note_verbs.show_history),
        "info": on(note_verbs.edit_info),
        "show_minutes": on(lambda page: page.minutes_page.setFocus()),
        "show_transcript": on(lambda page: page.show_tab(TRANSCRIPT)),
        "show_proposals": on(lambda page: page.show_tab(PROPOSALS)),
        "show_people": on(lambda page: page.show_tab(PEOPLE)),
        "name_people": on(lambda page: page.name_speakers()),
        "review": on(lambda page: page.review(Chip.MINUTES)),
        "apply": on(lambda page: page.review_panel.apply()),
        "apply_all": on(lambda page: page.review_panel.apply_all()),
        "hold": on(lambda page: page.review_panel.hold()),
        "ignore": on(lambda page: page.review_panel.ignore()),
        "find": on(lambda page: page.find_words()),
        "replace": on(lambda page: page.find_words(to_replace=True)),
        "find_next": on(lambda page: page.find_bar.go_on()),
        "find_previous": on(lambda page: page.find_bar.go_back()),
        "evidence": on(lambda page: page.minutes_page.toggle_evidence()),
        "jump": on(lambda page: page.minutes_page.jump()),
        "next_check": on(lambda page: page.show_next_to_check()),
        "reassign": on(lambda page: page.ask_who_speaks()),
        "split": on(lambda page: page.transcript_view.split_here()),
        "merge": on(lambda page: page.transcript_view.merge_up()),
        "withhold": on(lambda page: page.transcript_view.withhold()),
        **{f"template_{key}": on(methodcaller("choose_template", key)) for key in TEMPLATES},
        "to_decision": on(lambda page: page.put_among("decision")),
        "to_action": on(lambda page: page.put_among("action")),
        "confirm": on(lambda page: page.minutes_page.confirm_line()),
        "toggle_done": on(lambda page: page.minutes_page.toggle_done()),
    }
