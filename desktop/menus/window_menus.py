"""What stands in the window's menus, and which verb of the window each action is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter

from PySide6.QtGui import QAction

from desktop.parts.menus import Item, Menu, Menus, items_of
from desktop.parts.widgets import button
from desktop.window import Window
from desktop.words import marked, tr
from processing.errors import UserError

FILE = Menu(
    marked("파일(&F)"),
    (
        Item("open", marked("파일 열기…"), "Ctrl+O", needs_note=False),
        Item("paste", marked("붙여넣어 가져오기"), "Ctrl+Shift+V", needs_note=False),
        Item("library", marked("노트 목록…"), "Ctrl+L", needs_note=False),
        Item("start", marked("시작 화면"), "Ctrl+0", needs_note=False),
        None,
        Item("save", marked("Word로 저장…"), "Ctrl+S"),
        Item("export", marked("다른 형식으로 내보내기…"), "Ctrl+Shift+S"),
        Menu(
            marked("복사해서 보내기"),
            (
                Item("copy_mail", marked("메일 본문"), "Ctrl+Shift+C"),
                Item("copy_notion", marked("노션"), "Ctrl+Shift+O"),
                Item("copy_slack", marked("슬랙"), "Ctrl+Shift+K"),
                Item("copy_kakaotalk", marked("카카오톡"), "Ctrl+Shift+Y"),
            ),
        ),
        None,
        Item("show_sent", marked("보낸 내용…"), "Ctrl+Shift+I", needs_note=False),
        Item("settings", marked("설정…"), "Ctrl+,", needs_note=False, role=QAction.MenuRole.PreferencesRole),
        Item("quit", marked("끝내기"), "Ctrl+Q", needs_note=False, role=QAction.MenuRole.QuitRole),
    ),
)
EDIT = Menu(
    marked("편집(&E)"),
    (
        Item("undo", marked("실행 취소"), "Ctrl+Z"),
        Item("redo", marked("다시 실행"), "Ctrl+Shift+Z", more_keys=("Ctrl+Y",)),
        None,
        Item("find", marked("찾기"), "Ctrl+F"),
        Item("replace", marked("바꾸기…"), "Ctrl+Shift+G"),
        Item("replace_over", marked("여러 노트에서 바꾸기…"), "F7", needs_note=False),
        Item("find_next", marked("다음 찾기"), "F3"),
        Item("find_previous", marked("이전 찾기"), "Shift+F3"),
        None,
        Menu(
            marked("원문으로 되돌리기"),
            (
                Item("restore_turn", marked("이 발언"), "Ctrl+Backspace"),
                Item("restore_selection", marked("선택한 부분"), "Ctrl+Shift+F6"),
                Item("restore_note", marked("노트 전체"), "Ctrl+Shift+Backspace"),
            ),
        ),
        Item("history", marked("변경 기록"), "F6"),
    ),
)
VIEW = Menu(
    marked("보기(&V)"),
    (
        Item("show_minutes", marked("회의록"), "Ctrl+1"),
        Item("show_transcript", marked("녹취록"), "Ctrl+2"),
        Item("show_proposals", marked("제안"), "Ctrl+3"),
        Item("show_people", marked("참석자"), "Ctrl+4"),
        None,
        Item("evidence", marked("원래 말 보기\tSpace")),
        Item("jump", marked("녹취록에서 보기\tCtrl+J")),
        Item("next_check", marked("다음 확인 필요"), "Ctrl+E"),
        Item("unread", marked("읽지 못한 줄…"), "F4"),
        None,
        Menu(
            marked("녹음"),
            (
                Item("play", marked("여기부터 듣기 · 멈춤"), "F5"),
                Item("loop", marked("이 발언 반복"), "Shift+F5"),
                Item("attach_recording", marked("녹음 파일 붙이기…"), "Ctrl+F5"),
            ),
        ),
    ),
)
REVIEW = Menu(
    marked("교정(&R)"),
    (
        Item("review", marked("제안 검토"), "Ctrl+Shift+R"),
        None,
        Item("apply", marked("적용\tEnter")),
        Item("apply_all", marked("이 용어 모두 적용\tCtrl+Enter")),
        Item("hold", marked("보류\tCtrl+D")),
        Item("ignore", marked("무시\tDelete")),
        Item("next_place", marked("다음 곳"), "Ctrl+]"),
        Item("previous_place", marked("이전 곳"), "Ctrl+["),
        None,
        Item("always", marked("항상 이렇게 고치기"), "Ctrl+Shift+Enter", more_keys=("Ctrl+Shift+Return",)),
        Item("never", marked("앞으로 제안하지 않기"), "Ctrl+Shift+Delete"),
        Item("unify", marked("표기 통일"), "Ctrl+Shift+J"),
        Item("fillers", marked("군말 정리…"), "Ctrl+Shift+X"),
        None,
        Item("add_term", marked("용어집에 추가…"), "Ctrl+Shift+A", needs_note=False),
        Item("glossary", marked("용어집…"), "Ctrl+Shift+L", needs_note=False),
        Item("learned", marked("학습한 교정…"), "Ctrl+G", needs_note=False),
    ),
)
PEOPLE_MENU = Menu(
    marked("참석자(&A)"),
    (
        Item("name_people", marked("이름 붙이기…"), "Ctrl+Shift+N"),
        Menu(
            marked("말한 사람 바꾸기"),
            (
                Item("reassign", marked("이 발언만…"), "Ctrl+R"),
                Item("reassign_from_here", marked("여기부터…"), "Ctrl+T"),
                Item("reassign_all", marked("이 참석자 전체…"), "Ctrl+U"),
            ),
        ),
        Item("merge_speakers", marked("두 참석자 합치기…"), "Ctrl+K"),
        None,
        Item("split", marked("발언 나누기\tCtrl+Enter")),
        Item("merge", marked("위 발언과 합치기"), "Ctrl+Shift+M"),
        Item("withhold", marked("내보내지 않기"), "Ctrl+Shift+H"),
    ),
)
TEMPLATE_MENU = "templates"
MINUTES_MENU = Menu(
    marked("회의록(&M)"),
    (
        Item("info", marked("회의 정보…"), "Ctrl+I"),
        Item("earlier", marked("지난 회의에서 이어받기…"), "Ctrl+Shift+P"),
        Menu(
            marked("양식"),
            (
                Item("template_minutes", marked("회의록"), "Ctrl+5", group="template"),
                Item("template_lecture", marked("강의·멘토링 노트"), "Ctrl+6", group="template"),
                None,
                Item("template_folder", marked("양식 폴더 열기…"), "Ctrl+7", needs_note=False),
                Item("company_form", marked("우리 회사 양식 가져오기…"), "Ctrl+Shift+W"),
            ),
            TEMPLATE_MENU,
        ),
        None,
        Item("edit_line", marked("줄 고치기\tEnter")),
        Item("add_below", marked("아래에 줄 추가\tCtrl+Enter")),
        Item("add_decision", marked("결정 사항 추가"), "Ctrl+8"),
        Item("add_action", marked("할 일 추가"), "Ctrl+9"),
        Item("remove_line", marked("줄 지우기\tDelete")),
        None,
        Item("to_decision", marked("결정 사항으로 넣기"), "Ctrl+Shift+D"),
        Item("to_action", marked("할 일로 넣기"), "Ctrl+Shift+T"),
        Item("confirm", marked("확인했음"), "Ctrl+Shift+E"),
        Item("renew", marked("다시 만들기\tCtrl+B")),
        Item("other_sentence", marked("다른 문장으로 바꾸기\tCtrl+Shift+B")),
        Item("toggle_done", marked("할 일 완료 표시"), "Ctrl+Shift+F"),
        None,
        Item("refine", marked("AI로 다듬기…"), "F8"),
        Item("copy_question", marked("ChatGPT에 물어볼 글 복사…"), "Ctrl+F8"),
        Item("paste_answer", marked("답변 붙여넣기…"), "Shift+F8"),
    ),
)
HELP = Menu(
    marked("도움말(&H)"),
    (
        Item("help", marked("사용법…"), "F1", needs_note=False),
        Item("keys", marked("단축키…"), "Shift+F1", needs_note=False),
        Item("about", marked("말끔에 대하여"), "Ctrl+F1", needs_note=False, role=QAction.MenuRole.AboutRole),
    ),
)

TABLE = (FILE, EDIT, VIEW, REVIEW, PEOPLE_MENU, MINUTES_MENU, HELP)

_LABELS = {item.name: item.label for item in items_of(TABLE)}


def label_of(name: str) -> str:
    """An action's label."""
    return tr(_LABELS[name])


# What is done with the open page: the path to a method of `NotePage`, or a verb of `note_verbs`
ON_PAGE = {
    "show_minutes": "show_minutes",
    "show_transcript": "show_transcript",
    "show_proposals": "show_proposals",
    "show_people": "show_people",
    "find": "find_words",
    "replace": "replace_words",
    "find_next": "find_bar.go_on",
    "find_previous": "find_bar.go_back",
    "evidence": "minutes_page.toggle_evidence",
    "jump": "minutes_page.jump",
    "next_check": "show_next_to_check",
    "unread": "show_unread",
    "name_people": "name_speakers",
    "review": "review",
    "apply": "review_panel.apply",
    "apply_all": "review_panel.apply_all",
    "hold": "review_panel.hold",
    "ignore": "review_panel.ignore",
    "merge_speakers": "merge_speakers",
    "next_place": "next_place",
    "previous_place": "previous_place",
    "split": "transcript_view.split_here",
    "merge": "transcript_view.merge_up",
    "withhold": "transcript_view.withhold",
    "edit_line": "minutes_page.edit_line",
    "add_below": "minutes_page.add_below",
    "remove_line": "minutes_page.remove_line",
    "confirm": "minutes_page.confirm_line",
    "renew": "minutes_page.renew_line",
    "other_sentence": "minutes_page.replace_line",
    "toggle_done": "minutes_page.toggle_done",
}
VERBS = {
    "undo": "undo",
    "redo": "redo",
    "restore_turn": "restore_turn",
    "restore_selection": "restore_selection",
    "restore_note": "restore_note",
    "info": "edit_info",
}
WITH_WORD = {
    "template_minutes": ("choose_template", "minutes"),
    "template_lecture": ("choose_template", "lecture"),
    "reassign": ("ask_who_speaks", "this"),
    "reassign_from_here": ("ask_who_speaks", "from here"),
    "reassign_all": ("ask_who_speaks", "all"),
    "add_decision": ("add_line", "decision"),
    "add_action": ("add_line", "action"),
    "to_decision": ("put_among", "decision"),
    "to_action": ("put_among", "action"),
}
WORDS = {
    "always": "always",
    "never": "never",
    "unify": "unify",
    "fillers": "tidy_fillers",
    "add_term": "add_term",
    "glossary": "show_glossary",
    "learned": "show_learned",
}
SOUND = ("play", "loop", "attach_recording")
BY_MODEL = ("refine", "copy_question", "paste_answer", "show_sent")
EXPORTS = {"save": "docx", "export": "md", "company_form": "form"}
COPIES = ("mail", "notion", "slack", "kakaotalk")


LIBRARY = {"library": "show_library", "replace_over": "replace_over", "history": "show_history"}


def handlers(window: Window, menus: Callable[[], Menus]) -> Mapping[str, Callable[[], object]]:
    """What each action does, beside what only the window itself can do; those of a page do nothing without one."""
    return {
        "template_folder": partial(_open_templates, window),
        "settings": partial(_settings, window),
        "help": partial(_show_help, window, menus),
        "keys": partial(_show_keys, window, menus),
        "about": partial(_show_about, window),
        **{f"copy_{kind}": partial(window.copy, kind) for kind in COPIES},
        **{name: partial(window.export, format_) for name, format_ in EXPORTS.items()},
        **{name: partial(_on_page, window, path) for name, path in ON_PAGE.items()},
        **{name: partial(_on_page, window, path, word) for name, (path, word) in WITH_WORD.items()},
        **{name: partial(_verb, window, verb) for name, verb in VERBS.items()},
        **{name: partial(_word_verb, window, verb) for name, verb in WORDS.items()},
        **{name: partial(_library_verb, window, verb) for name, verb in LIBRARY.items()},
        **{name: partial(_model_verb, window, name) for name in BY_MODEL},
        **{name: partial(_sound_verb, window, name) for name in SOUND},
    }


def tick_template(menus: Menus, key: str) -> None:
    """Tick the template that is shown; of those that ship none where it is a person's own."""
    for item in items_of([MINUTES_MENU]):
        if item.group == "template":
            menus.action(item.name).setChecked(item.name == f"template_{key}")


def list_templates(menus: Menus, window: Window) -> None:
    """Put a person's own templates into the menu, as their folder is now."""
    page, own = window.page, []
    if page is not None:
        page.template.read()
        key = page.template.currentData()
        own = [(name, partial(page.choose_template, name), name == key) for name in page.template.own_names]
    menus.put_in(TEMPLATE_MENU, "template", own)


def _open_templates(window: Window) -> None:
    from desktop.minutes.template_box import open_templates
    from desktop.parts.error_dialog import show_error

    try:
        open_templates(window.preferences.templates)
    except UserError as error:
        show_error(window, error)


def _settings(window: Window) -> None:
    from desktop.menus.settings_verbs import open_settings

    open_settings(window)


def _show_help(window: Window, menus: Callable[[], Menus]) -> None:
    from desktop.menus.help_windows import HelpWindow

    HelpWindow(window, button(tr("단축키 보기"), partial(_show_keys, window, menus))).open()


def _show_keys(window: Window, menus: Callable[[], Menus]) -> None:
    from desktop.menus.help_windows import KeysWindow

    KeysWindow(menus(), TABLE, window).show()


def _show_about(window: Window) -> None:
    from desktop.menus.about import show_about

    show_about(window)


def _on_page(window: Window, path: str, *words: str) -> None:
    if window.page is not None:
        attrgetter(path)(window.page)(*words)


def _verb(window: Window, name: str) -> None:
    from desktop.menus import note_verbs  # with all views, which load when the window is there

    if window.page is not None:
        getattr(note_verbs, name)(window.page)


def _word_verb(window: Window, name: str) -> None:
    from desktop.menus import word_verbs

    getattr(word_verbs, name)(window)


def _sound_verb(window: Window, name: str) -> None:
    from desktop.menus import sound_verbs

    getattr(sound_verbs, name)(window)


def _library_verb(window: Window, name: str) -> None:
    from desktop.menus import library_verbs

    getattr(library_verbs, name)(window)


def _model_verb(window: Window, name: str) -> None:
    from desktop.menus import model_verbs

    getattr(model_verbs, name)(window)
