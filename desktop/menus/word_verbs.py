"""What the menu 교정 does with words: rules for a pair, one spelling, the windows of terms and of what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.glossary.more_places import after
from desktop.note.review_rows import Chip
from desktop.review.review_panel import NOTHING_CHOSEN
from desktop.window import Window
from desktop.words import tr
from processing.particles import without_particle
from processing.proposals import Proposal

if TYPE_CHECKING:
    from desktop.note_page import NotePage

LONGEST_TERM = 60  # code points of a selection that may be a term


def chosen_row(page: NotePage) -> Proposal | None:
    """The first place of the row that is chosen in the review; None while that is hidden behind another tab."""
    node = page.review_panel.tree.current_node() if page.review_panel.isVisible() else None
    return node.proposals[0] if node is not None and node.proposals else None


def always(window: Window) -> None:
    """Correct the chosen pair from now on without asking."""
    page = window.page
    row = chosen_row(page) if page is not None else None
    if page is not None and row is not None:
        window.learning.always(row.heard, row.term)
        page.say(
            tr("앞으로 {heard}{object} 항상 {term}{target} 고칩니다.").format(
                heard=row.heard, object=after(row.heard, "을"), term=row.term, target=after(row.term, "으로")
            )
        )
    elif page is not None:
        page.say(tr(NOTHING_CHOSEN))


def never(window: Window) -> None:
    """Offer the chosen pair in no note any more."""
    page = window.page
    row = chosen_row(page) if page is not None else None
    if page is not None and row is not None:
        window.learning.never(row.heard, row.term)
        page.say(
            tr("{heard} → {term} 제안은 앞으로 하지 않습니다. '학습한 교정'에서 다시 켤 수 있습니다.").format(
                heard=row.heard, term=row.term
            )
        )
    elif page is not None:
        page.say(tr(NOTHING_CHOSEN))


def unify(window: Window) -> None:
    """Show what is spelled in two ways."""
    page = window.page
    if page is None:
        return
    page.show_proposals()
    page.review_panel.show_chip(Chip.STYLE)
    if not page.review_panel.tree.current_node():
        page.say(tr("표기가 서로 다른 용어가 없습니다."))


def tidy_fillers(window: Window) -> None:
    """Show the words that say nothing, and take out those that are ticked."""
    from desktop.transcript.filler_sheet import FillerTidying

    page = window.page
    if page is None:
        return
    tidying = page.findChild(FillerTidying)
    if tidying is None:
        tidying = FillerTidying(page.session, window.language, page)
        tidying.said.connect(page.say)
    tidying.ask()


def add_term(window: Window) -> None:
    """Put the selected words, or the chosen row's right form, into the glossary."""
    from desktop.glossary.glossary_window import GlossaryWindow

    text = without_particle(selected_text())
    row = chosen_row(window.page) if window.page is not None and not text else None
    glossary = GlossaryWindow(window.learning, window)
    glossary.changed.connect(window.learning.refresh_and_search)
    glossary.show()
    glossary.add(text or (row.term if row is not None else ""))


def show_glossary(window: Window) -> None:
    """Open the terms."""
    from desktop.glossary.glossary_window import GlossaryWindow

    glossary = GlossaryWindow(window.learning, window)
    glossary.changed.connect(window.learning.refresh_and_search)
    glossary.show()


def show_learned(window: Window) -> None:
    """Open what was learned from corrections."""
    from desktop.glossary.learned_window import LearnedWindow

    learned = LearnedWindow(window.learning.shelf, window)
    learned.changed.connect(window.learning.refresh_and_search)
    window.learning.learned.connect(learned.refresh)
    learned.show()


def selected_text() -> str:
    """What is selected in the field that has the focus, if it may be a term."""
    field = QApplication.focusWidget()
    text = ""
    if isinstance(field, QLineEdit):
        text = field.selectedText()
    elif isinstance(field, (QPlainTextEdit, QTextEdit)):
        text = field.textCursor().selectedText()
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TERM else ""
