"""One term to add or change: its right form, how it is said, other right spellings, and where it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.glossary.term_rows import SCOPES
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.words import marked, tr

if TYPE_CHECKING:
    from processing.library import OwnTerm

GUESSED = marked("읽는 법은 표기를 보고 추측했습니다. 실제로 부르는 대로 고쳐 주세요.")
LISTS = marked("여러 개는 쉼표로 나눕니다.")


class TermSheet(QDialog):
    """`taken` brings the term as typed. `note_id` and `series` are the open note's, None where there is none."""

    taken = Signal(object)

    def __init__(self, term: OwnTerm, note_id: int | None, series: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term, self._note_id, self._series = term, note_id, series
        self._is_guessed = False
        self.setWindowTitle(tr("용어 고치기") if term.id else tr("용어 추가"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.form, self.readings, self.aliases = HangulLineEdit(), HangulLineEdit(), HangulLineEdit()
        self.where = QComboBox()
        self.hint = label("", "faint")
        self.hint.setWordWrap(True)
        self._lay_out()
        self._fill()
        self.form.textChanged.connect(self._guess)
        self.readings.textEdited.connect(self._take_reading)
        self._guess()

    def _lay_out(self) -> None:
        rows = QFormLayout()
        for name, field in (
            (tr("바른 표기"), self.form),
            (tr("읽는 법"), self.readings),
            (tr("다른 표기"), self.aliases),
            (tr("쓰는 곳"), self.where),
        ):
            field.setAccessibleName(name)
            rows.addRow(name, field)
        self.readings.setPlaceholderText(tr("예: 엘엘엠"))
        self.aliases.setPlaceholderText(tr("맞는 표기로 그대로 둘 말"))
        buttons = QHBoxLayout()
        buttons.addWidget(label(tr(LISTS), "faint"), 1)
        buttons.addWidget(button(tr("취소"), self.reject))
        self.keep_button = button(tr("저장"), self.keep, "primary")
        self.keep_button.setDefault(True)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self.hint)
        column.addLayout(buttons)

    def _fill(self) -> None:
        term = self._term
        self.form.show_value(term.term)
        self.readings.show_value(", ".join(term.readings))
        self.aliases.show_value(", ".join(term.aliases))
        for scope, name in SCOPES.items():
            is_there = {"user": True, "series": self._series is not None, "note": self._note_id is not None}[scope]
            if is_there or scope == term.scope:
                self.where.addItem(tr(name), scope)
        self.where.setCurrentIndex(max(self.where.findData(term.scope), 0))
        self._is_guessed = not term.readings

    def _take_reading(self) -> None:
        self._is_guessed = not self.readings.text().strip()
        self._tell()

    def _guess(self) -> None:
        """Say how the term is probably said, as long as the person has not typed it."""
        from processing.terms.reading_guess import guessed

        guess = guessed(self.form.text())
        if self._is_guessed:
            self.readings.show_value(", ".join(guess.readings))
        self._is_sure = not guess.is_guessed
        self._tell()

    def _tell(self) -> None:
        is_typed = bool(self.form.text().strip())
        self.hint.setText(tr(GUESSED) if self._is_guessed and is_typed and not self._is_sure else "")
        self.keep_button.setEnabled(is_typed)

    def keep(self) -> None:
        """Hand the term over and close."""
        for field in (self.form, self.readings, self.aliases):
            field.flush()
        if not self.form.text().strip():
            return
        scope = self.where.currentData()
        self.taken.emit(
            replace(
                self._term,
                term=" ".join(self.form.text().split()),
                readings=listed(self.readings.text()),
                aliases=listed(self.aliases.text()),
                scope=scope,
                series=(self._term.series or self._series) if scope == "series" else None,
                note_id=(self._term.note_id or self._note_id) if scope == "note" else None,
            )
        )
        self.accept()


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list typed with commas.

    >>> listed("래그, 알에이지,, 래그")
    ('래그', '알에이지')
    """
    return tuple(dict.fromkeys(part.strip() for part in text.replace("|", ",").split(",") if part.strip()))
