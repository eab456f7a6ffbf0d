"""Says that a term just corrected stands in other places too, with one click for all; no longer once none is left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.note_page import NotePage
from desktop.words import kept, tr
from processing.particles import agreeing
from processing.phonetics import spoken
from processing.proposals import Proposal, accepted


class MorePlaces(QObject):
    """The offer for one term on a page. It goes when the page says something else."""

    def __init__(self, page: NotePage, term: str, count: int) -> None:
        super().__init__(page)
        self._page, self._term = page, term
        links = [(tr("모두 고치기"), self._take_all), (tr("하나씩 보기"), self._look)]
        page.notice.say(_said(term, count), links)
        self._sentence = page.notice.sentence
        page.session.changed.connect(self._follow)
        page.session.proposals_changed.connect(self._follow)

    def _open_ones(self) -> list[Proposal]:
        return [one for one in self._page.session.open_proposals() if one.term == self._term]

    def _follow(self, _change: object = None) -> None:
        """Put the notice away once there is nothing to offer, after an undo too."""
        if self._page.notice.sentence != self._sentence or not self._page.notice.isVisibleTo(self._page):
            self.end()
        elif not self._open_ones():
            self._page.notice.hide()
            self.end()

    def _take_all(self) -> None:
        session, rows = self._page.session, self._open_ones()
        self._page.notice.hide()
        self.end()
        session.commit(accepted(session.state, rows), kept(f"{self._term} {len(rows)}곳 적용"))

    def _look(self) -> None:
        rows = self._open_ones()
        self._page.notice.hide()
        self.end()
        if rows:
            self._page.show_proposal(rows[0].id)

    def end(self) -> None:
        """Listen no more."""
        self._page.session.changed.disconnect(self._follow)
        self._page.session.proposals_changed.disconnect(self._follow)
        self.deleteLater()


def _said(term: str, count: int) -> str:
    said = tr("{term}{particle} 고칠 곳을 {count}곳 더 찾았습니다.")
    return said.format(term=term, particle=after(term, "으로"), count=count)


def after(word: str, particle: str) -> str:
    """The particle as it stands after a word.

    >>> after("레그", "을"), after("RAG", "으로")
    ('를', '로')
    """
    return agreeing(particle, spoken(word))
