"""What the menu 교정 does with words: rules for a pair, one spelling, the windows of terms and of what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.note.review_rows import Chip
from desktop.words import kept, marked, tr
from processing.particles import agreeing
from processing.phonetics import spoken
from processing.proposals import Proposal, accepted

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.note_page import NotePage

NOTHING_CHOSEN = marked("제안 탭에서 용어를 먼저 골라 주세요.")
LONGEST_TERM = 60  # code points of a selection that may be a term


def chosen_row(page: NotePage) -> Proposal | None:
    """The first place of the row that is chosen in the review."""
    node = page.review_panel.tree.current_node()
    return node.proposals[0] if node is not None and node.proposals else None


def always(window: MainWindow) -> None:
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


def never(window: MainWindow) -> None:
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


def unify(window: MainWindow) -> None:
    """Show what is spelled in two ways."""
    page = window.page
    if page is None:
        return
    page.show_proposals()
    page.review_panel.show_chip(Chip.STYLE)
    if not page.review_panel.tree.current_node():
        page.say(tr("표기가 서로 다른 용어가 없습니다."))


def add_term(window: MainWindow) -> None:
    """Put the selected words, or the chosen row's right form, into the glossary."""
    from desktop.glossary.glossary_window import GlossaryWindow

    text = selected_text()
    row = chosen_row(window.page) if window.page is not None and not text else None
    glossary = GlossaryWindow(window.learning, window)
    glossary.changed.connect(window.learning.refresh_and_search)
    glossary.show()
    glossary.add(text or (row.term if row is not None else ""))


def show_glossary(window: MainWindow) -> None:
    """Open the terms."""
    from desktop.glossary.glossary_window import GlossaryWindow

    glossary = GlossaryWindow(window.learning, window)
    glossary.changed.connect(window.learning.refresh_and_search)
    glossary.show()


def show_learned(window: MainWindow) -> None:
    """Open what was learned from corrections."""
    from desktop.glossary.learned_window import LearnedWindow

    learned = LearnedWindow(window.learning.shelf, window)
    learned.changed.connect(window.learning.refresh_and_search)
    window.learning.learned.connect(learned.refresh)
    learned.show()


def tell_of_more(page: NotePage, term: str, count: int) -> None:
    """Say that what was just corrected stands in other places too, with one click for all."""

    def take_all() -> None:
        rows = [one for one in page.session.open_proposals() if one.term == term]
        page.session.commit(accepted(page.session.state, rows), kept(f"{term} {len(rows)}곳 적용"))
        page.notice.hide()

    def look() -> None:
        rows = [one for one in page.session.open_proposals() if one.term == term]
        if rows:
            page.show_proposal(rows[0].id)
        page.notice.hide()

    links = [(tr("모두 고치기"), take_all), (tr("하나씩 보기"), look)]
    page.notice.say(
        tr("{term}{particle} 고칠 곳을 {count}곳 더 찾았습니다.").format(
            term=term, particle=after(term, "으로"), count=count
        ),
        links,
    )


def after(word: str, particle: str) -> str:
    """The particle as it stands after a word.

    >>> after("레그", "을"), after("RAG", "으로")
    ('를', '로')
    """
    return agreeing(particle, spoken(word))


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
