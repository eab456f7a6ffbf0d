"""What stands in the window's menus, and which verb of the window each action is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop.menus import Item, Menu, items_of

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

TABLE = (
    Menu(
        "파일(&F)",
        (
            Item("open", "파일 열기…", "Ctrl+O", needs_note=False),
            Item("paste", "붙여넣어 가져오기", "Ctrl+Shift+V", needs_note=False),
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
            Item("quit", "끝내기", "Ctrl+Q", needs_note=False, role=QAction.MenuRole.QuitRole),
        ),
    ),
    Menu("편집(&E)", (Item("undo", "실행 취소", "Ctrl+Z"), Item("redo", "다시 실행", "Ctrl+Shift+Z"))),
    Menu(
        "보기(&V)",
        (
            Item("show_minutes", "회의록", "Ctrl+1"),
            Item("show_transcript", "녹취록", "Ctrl+2"),
            Item("show_proposals", "제안", "Ctrl+3"),
            Item("show_people", "참석자", "Ctrl+4"),
        ),
    ),
    Menu("회의록(&M)", (Item("info", "회의 정보…", "Ctrl+I"),)),
    Menu("도움말(&H)", (Item("about", "말끔에 대하여", needs_note=False, role=QAction.MenuRole.AboutRole),)),
)

_LABELS = {item.name: item.label for item in items_of(TABLE)}


def label_of(name: str) -> str:
    """An action's label."""
    return _LABELS[name]


def handlers(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """The verb behind each action."""
    from desktop.note_page import PEOPLE, PROPOSALS, TRANSCRIPT
    from desktop.saving import COPIES

    def on_page(tab: str) -> Callable[[], object]:
        return lambda: window.page.show_tab(tab) if window.page is not None else None

    return {
        "open": window.choose_files,
        "paste": window.paste,
        "start": window.show_start,
        "save": window.save_word,
        "export": lambda: window.export("md"),
        **{f"copy_{kind}": partial(window.copy, kind) for kind in COPIES},
        "quit": window.close,
        "undo": window.undo,
        "redo": window.redo,
        "show_minutes": lambda: window.page.minutes_page.setFocus() if window.page is not None else None,
        "show_transcript": on_page(TRANSCRIPT),
        "show_proposals": on_page(PROPOSALS),
        "show_people": on_page(PEOPLE),
        "info": window.edit_info,
        "about": window.about,
    }
