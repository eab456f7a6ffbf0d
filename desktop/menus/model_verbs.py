"""What the menu 회의록 does with a language model: the dialog, the question to copy, the answer to paste, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.glossary.rulings import undone_by
from desktop.menus.settings_verbs import open_settings
from desktop.model.answer_sheet import AnswerSheet
from desktop.model.model_gains import WHAT
from desktop.model.question_sheet import QuestionSheet
from desktop.model.refine_dialog import RefineDialog
from desktop.model.sent_window import SentWindow
from desktop.retold import retold
from desktop.window import Window
from desktop.words import tr
from processing.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.model.model_gains import Gains
    from desktop.note_page import NotePage


def refine(window: Window) -> None:
    """Open AI로 다듬기, or bring it to the front."""
    page = window.page
    if page is None:
        return
    for open_one in page.findChildren(RefineDialog):
        open_one.show()
        open_one.raise_()
        open_one.activateWindow()
        return
    page.session.flush()
    dialog = RefineDialog(window.consulting, page.session, page)
    dialog.gained.connect(lambda gains: tell_gains(page, gains))
    dialog.settings_wanted.connect(lambda: _set_model(window, dialog))
    dialog.question_wanted.connect(lambda: _ask_by_hand(window, dialog))
    dialog.show()


def _set_model(window: Window, dialog: RefineDialog) -> None:
    open_settings(window).finished.connect(dialog.find_servers)


def _ask_by_hand(window: Window, dialog: RefineDialog) -> None:
    dialog.close()
    copy_question(window)


def copy_question(window: Window) -> None:
    """Open the sheet with the words to copy."""
    page = window.page
    if page is not None:
        page.session.flush()
        sheet = QuestionSheet(window.consulting, page.session, page)
        sheet.answer_wanted.connect(lambda: _answer_instead(window, sheet))
        sheet.open()


def _answer_instead(window: Window, sheet: QuestionSheet) -> None:
    sheet.close()
    paste_answer(window)


def paste_answer(window: Window) -> None:
    """Open the sheet that takes an answer."""
    page = window.page
    if page is not None:
        page.session.flush()
        sheet = AnswerSheet(window.consulting, page.session, page)
        sheet.gained.connect(lambda gains: tell_gains(page, gains))
        sheet.open()


def show_sent(window: Window) -> None:
    """Open the record of what was sent: of the open note, else of all notes."""
    SentWindow(window.consulting, window, of_all=window.page is None).show()


def tell_gains(page: NotePage, gains: Gains) -> None:
    """Say on the page what came in, with a way to see it and to take it back."""
    links: list[tuple[str, Callable[[], object]]] = []
    if gains.proposals or gains.turns:
        links.append((tr("제안 보기"), page.review))
    if gains.has_lines:
        links.append((tr("되돌리기"), lambda: _take_back(page)))
    page.notice.say(gains.sentences, links)
    if gains.has_lines:
        page.session.changed.connect(lambda _change: _withdraw(page, gains.sentences))


def _withdraw(page: NotePage, sentence: str) -> None:
    """Tell no longer of lines that were taken back."""
    act, is_undone = undone_by(page.session.entries)
    if is_undone and act.what == WHAT and page.notice.sentence == sentence:
        page.notice.hide()


def _take_back(page: NotePage) -> None:
    page.session.flush()
    entry = next(one for one in reversed(page.session.entries) if one.what == WHAT)
    page.notice.hide()
    try:
        page.session.undo_alone(entry)
    except UserError as error:
        page.say(retold(error.sentence))
