"""찾기와 바꾸기 in the transcript of the open note, then in lines of the minutes that do not follow it and in the form.

It keeps its place while the note changes under it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QWidget

from desktop.note.note_session import NoteSession
from desktop.parts.find_field import FindField
from desktop.parts.widgets import button, label, set_property
from desktop.words import kept, tr
from processing.finding import AnyHit, FormHit, Hit, LineHit, found, found_in_form, found_in_lines, replaced
from processing.minutes import all_lines


class FindBar(QFrame):
    """`hit_chosen` brings the place to show, `line_chosen` the id of a line, `form_chosen` the hit in the meeting form;
    `all_wanted` the hits and the new words, to be previewed.
    """

    hit_chosen = Signal(object)
    line_chosen = Signal(str)
    form_chosen = Signal(object)
    all_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hits: list[AnyHit] = []
        self._at = -1
        self._order: dict[str, int] = {}  # the lines of the minutes as they stand on the page, by id
        set_property(self, "class", "bar")
        self.words, self.new = FindField(), FindField()
        self.words.setAccessibleName(tr("찾을 말"))
        self.words.setPlaceholderText(tr("찾을 말"))
        self.new.setAccessibleName(tr("바꿀 말"))
        self.new.setPlaceholderText(tr("바꿀 말"))
        self.whole = QCheckBox(tr("낱말만"))
        self.whole.setToolTip(tr("조사가 붙은 말은 찾고, 다른 낱말 속의 말은 찾지 않습니다."))
        self.count = label("", "faint")
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self._search(from_place=True))
        self.words.returnPressed.connect(self.go_on)
        self.new.returnPressed.connect(self.replace_one)
        self.whole.toggled.connect(lambda _is_on: self._search(from_place=True))
        session.changed.connect(lambda _change: self._search(from_place=True) if self.isVisible() else None)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 8, 5)
        row.addWidget(self.words, 3)
        row.addWidget(self.count)
        self.previous_button, self.next_button = button(tr("이전"), self.go_back), button(tr("다음"), self.go_on)
        for widget in (self.previous_button, self.next_button, self.whole):
            row.addWidget(widget)
        row.addWidget(self.new, 3)
        self.replace_button = button(tr("바꾸기"), self.replace_one)
        self.all_button = button(tr("모두 바꾸기…"), self._want_all)
        for widget in (self.replace_button, self.all_button, button(tr("닫기"), self.put_away, "link")):
            row.addWidget(widget)

    def open(self, to_replace: bool) -> None:
        """Show the bar with the caret in it; replacing takes whole words unless that is switched off."""
        self.show()
        if to_replace and not self.new.text():
            self.whole.setChecked(True)
        field = self.new if to_replace and self.words.text() else self.words
        field.setFocus()
        field.selectAll()
        self._search(from_place=True)

    def put_away(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    @property
    def hits(self) -> list[AnyHit]:
        """All that is found."""
        return self._hits

    @property
    def current(self) -> AnyHit | None:
        """The hit that is shown."""
        return self._hits[self._at] if 0 <= self._at < len(self._hits) else None

    def _search(self, from_place: bool) -> None:
        """Look anew; the hit at or after the one shown before stays chosen."""
        was = self._position(self.current) if self.current is not None else (0, 0)
        self._hits = [*self._in_transcript(), *self._in_minutes()]
        self._at = bisect_left([self._position(hit) for hit in self._hits], was) if from_place else 0
        if self._at >= len(self._hits):
            self._at = 0 if self._hits else -1
        self._tell()

    def _in_transcript(self) -> list[Hit]:
        return found(self._session.turns(), self.words.text(), self.whole.isChecked())

    def _in_minutes(self) -> list[AnyHit]:
        """Hits in lines, then in the form: those in the form are few, and who searches wants what was said."""
        session, wanted = self._session, (self.words.text(), self.whole.isChecked())
        minutes = session.minutes()
        lines = list(all_lines(minutes))
        form = replace(minutes.info, title=session.title)
        in_form = found_in_form(form, *wanted)
        self._order = {id_: i for i, id_ in enumerate([*(line.id for line in lines), *map(_entry_of, in_form)])}
        return [*found_in_lines(session.source, session.state, lines, *wanted), *in_form]

    def _position(self, hit: AnyHit) -> tuple[int, int]:
        """Where a hit stands among all: those of the transcript first."""
        if isinstance(hit, Hit):
            return 0, hit.place.start
        return 1, self._order.get(hit.line_id if isinstance(hit, LineHit) else _entry_of(hit), 0)

    def _tell(self) -> None:
        number = (
            f"{self._at + 1}/{len(self._hits)}" if self._hits else (tr("없음") if self.words.text().strip() else "")
        )
        self.count.setText(number)
        self.count.setAccessibleName(tr("찾은 곳 {number}").format(number=number))
        for each in (self.previous_button, self.next_button, self.replace_button, self.all_button):
            each.setEnabled(bool(self._hits))
        if isinstance(self.current, Hit):
            self.hit_chosen.emit(self.current.place)
        elif isinstance(self.current, LineHit):
            self.line_chosen.emit(self.current.line_id)
        elif self.current is not None:
            self.form_chosen.emit(self.current)

    def go_on(self) -> None:
        """Show the next hit, after the last the first."""
        self._step(1)

    def go_back(self) -> None:
        """Show the hit before, before the first the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._tell()

    def replace_one(self) -> None:
        """Replace the hit that is shown and go on to the next."""
        self.words.flush()
        self.new.flush()
        hit = self.current
        if hit is not None:
            change = replaced(self._session.source, self._session.state, [hit], self.new.text())
            self._session.commit(change, kept(f"바꾸기: {self.words.text()} → {self.new.text()}"))

    def _want_all(self) -> None:
        self.words.flush()
        self.new.flush()
        if self._hits:
            self.all_wanted.emit(list(self._hits), self.new.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


def _entry_of(hit: FormHit) -> str:
    return f"{hit.field} {hit.number}"
