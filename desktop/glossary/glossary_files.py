"""Glossaries in and out as CSV, and the terms of a document: looked through before anything is taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.glossary.learning_desk import LearningDesk
from desktop.parts.choice_sheet import Choice, ChoiceSheet
from desktop.parts.error_dialog import show_error
from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.errors import UnwritableResult, UserError
from processing.terms.glossary import Term, read_glossary

if TYPE_CHECKING:
    from processing.library import Library, OwnTerm

DOCUMENTS = marked("문서 (*.txt *.md *.docx *.srt *.vtt);;모든 파일 (*)")


class GlossaryFiles(QObject):
    """What the glossary window does with files. `sheet` is the list that the person chooses from.

    `change_wanted` brings what the library is to do with own terms, `said` a sentence on how it goes, `settled` comes
    when that is no longer so.
    """

    change_wanted = Signal(object)
    said = Signal(str)
    settled = Signal()

    def __init__(self, desk: LearningDesk, own_terms: Callable[[], list[OwnTerm]], window: QWidget) -> None:
        super().__init__(window)
        self._window, self._desk, self._own_terms = window, desk, own_terms
        self.sheet: ChoiceSheet | None = None

    def take(self, path: Path) -> None:
        """Look a glossary through if it is CSV, else look for terms in the document."""
        (self.look_through if path.suffix.lower() == ".csv" else self.search_document)(path)

    # --- CSV in and out

    def choose_csv(self) -> None:
        """Ask for glossaries to take in."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("용어집 가져오기"), "", tr("용어집 (*.csv)"))
        for name in names:
            self.look_through(Path(name))

    def look_through(self, path: Path) -> None:
        """Show what a glossary's terms would do before they are taken in."""
        from processing.terms.exchange import compare

        try:
            terms = read_glossary(path)
        except UserError as error:
            show_error(self._window, error)
            return
        found = compare([plain(own) for own in self._own_of_all()], terms)
        choices = [
            Choice(
                (one.term.term, ", ".join(one.term.readings), told(retold(one.standing.value), one.met)), one.is_taken
            )
            for one in found
        ]
        sentence = tr("'{name}'에 용어가 {count}개 있습니다. 내 용어에 넣을 것을 골라 주세요.").format(
            name=path.name, count=len(found)
        )
        sheet = self._ask(tr("용어집 가져오기"), sentence, (tr("바른 표기"), tr("읽는 법"), tr("어떻게 되나")), choices)
        sheet.chosen.connect(lambda numbers: self._take_in([found[i].result for i in numbers]))

    def _own_of_all(self) -> list[OwnTerm]:
        """The own terms of all notes, which a file adds to; those of one note or series stay as they are."""
        return [own for own in self._own_terms() if own.scope == "user"]

    def _take_in(self, terms: Iterable[Term]) -> None:
        """Keep terms; those that are there gain what is new."""
        own = {term.term: term for term in self._own_of_all()}
        changed = [with_lists(own[term.term], term) for term in terms if term.term in own]
        added = [own_term(term) for term in terms if term.term not in own]

        def work(library: Library) -> None:
            for term in changed:
                library.change_term(term)
            library.add_terms(added)

        self.change_wanted.emit(work)

    def choose_target(self) -> None:
        """Ask where own terms should be written."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("내 용어 내보내기"), kept("내 용어.csv"), tr("용어집 (*.csv)")
        )
        if name:
            self.write_csv(Path(name))

    def write_csv(self, path: Path) -> None:
        """Write all own terms as a CSV file, with the mark by which a spreadsheet knows UTF-8."""
        from processing.files import write_whole
        from processing.terms.exchange import csv_of

        terms = [plain(own) for own in self._own_terms()]
        try:
            write_whole(path, ("\ufeff" + csv_of(terms)).encode())
        except UnwritableResult as error:
            show_error(self._window, error)
            return
        self.said.emit(tr("내 용어 {count}개를 '{name}'에 내보냈습니다.").format(count=len(terms), name=path.name))

    # --- companion documents

    def choose_document(self) -> None:
        """Ask for documents whose terms should be looked at."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, tr("안건, 발표 자료, 글에서 용어 찾기"), "", tr(DOCUMENTS)
        )
        for name in names:
            self.search_document(Path(name))

    def search_document(self, path: Path) -> None:
        """Propose the terms of a document."""
        try:
            raw = path.read_bytes()
        except OSError:
            show_error(
                self._window,
                UserError(tr("'{name}' 파일을 열지 못했습니다. 파일이 있는지 확인해 주세요.").format(name=path.name)),
            )
            return
        self.said.emit(tr("'{name}'에서 용어를 찾고 있습니다.").format(name=path.name))
        asked = self._desk.language.ask("terms_in", raw, path.name)
        asked.then(self._window, lambda terms: self._propose(path.name, terms), self._tell_failure)

    def _tell_failure(self, error: Exception) -> None:
        self.settled.emit()
        show_error(self._window, error, tr("문서에서 용어를 찾지 못했습니다."))

    def _propose(self, name: str, terms: list[Term]) -> None:
        self.settled.emit()
        if not terms:
            self.said.emit(tr("'{name}'에는 새 용어가 없습니다.").format(name=name))
            return
        where = tr("이 노트의 용어로") if self._desk.note_id is not None else tr("내 용어로")
        sentence = tr(
            "'{name}'에서 용어 {count}개를 찾았습니다. {where} 넣을 것을 골라 주세요. 읽는 법은 추측일 수 있습니다."
        ).format(name=name, count=len(terms), where=where)
        choices = [Choice((term.term, ", ".join(term.readings), ", ".join(term.aliases))) for term in terms]
        sheet = self._ask(
            tr("문서에서 찾은 용어"), sentence, (tr("바른 표기"), tr("읽는 법"), tr("다른 표기")), choices
        )
        sheet.chosen.connect(lambda numbers: self._take_for_note([terms[i] for i in numbers]))

    def _take_for_note(self, terms: Iterable[Term]) -> None:
        note_id = self._desk.note_id
        added = [own_term(term) for term in terms]
        if note_id is not None:
            added = [replace(term, scope="note", note_id=note_id) for term in added]
        self.change_wanted.emit(lambda library: library.add_terms(added))

    def _ask(self, title: str, sentence: str, heads: tuple[str, ...], choices: list[Choice]) -> ChoiceSheet:
        self.sheet = ChoiceSheet(title, sentence, heads, choices, self._window)
        self.sheet.open()
        return self.sheet


def plain(own: OwnTerm) -> Term:
    """An own term as a glossary has it."""
    return Term(own.term, own.readings, own.domains, own.aliases, "user")


def own_term(term: Term) -> OwnTerm:
    """A term as an own one for all notes."""
    from processing.library import OwnTerm

    return OwnTerm(term.term, term.readings, term.domains, term.aliases)


def with_lists(own: OwnTerm, term: Term) -> OwnTerm:
    """An own term with the readings, domains and aliases of another."""
    return replace(own, readings=term.readings, domains=term.domains, aliases=term.aliases)


def told(what: str, met: str) -> str:
    """What taking a term in does, with the term that it meets."""
    return f"{what}: {met}" if met else what
