"""The transcript: rows are paragraphs, edited in place; it follows the minutes and jumps to what they cite."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QToolTip, QWidget

from desktop.note.note_session import NoteSession
from desktop.note.paragraph_edits import retyped, retyped_and_split
from desktop.note.told_changes import transcript_edited
from desktop.note.transcript_rows import Marked, MarkKind, Row, row_at
from desktop.parts.editable_list import EditableList, EditTarget
from desktop.parts.line_editor import LineEditor
from desktop.parts.name_sheet import NameSheet
from desktop.parts.row_model import Index
from desktop.retold import retold
from desktop.transcript.transcript_delegate import TranscriptDelegate
from desktop.transcript.transcript_model import TranscriptModel
from desktop.words import kept, marked, tr
from processing.export.wording import clock
from processing.note import then
from processing.source import Place
from processing.turns.by_hand import (
    Scope,
    add_speaker,
    cuts_in,
    give_back,
    is_withheld,
    merge_with_above,
    reassign,
    split,
    withhold,
)

DRAFT = "paragraph:"
SPLIT = marked("발언을 나누었습니다. 뒤쪽을 말한 사람은 메뉴 '참석자 > 말한 사람 바꾸기'에서 정합니다.")
NO_SPLIT = marked("여기서는 나눌 수 없습니다. Enter로 발언을 열고 나눌 자리에 커서를 둔 다음 Ctrl+Enter를 눌러 주세요.")
INTO_MINUTES = {"decision": marked("결정 사항으로 넣기"), "action": marked("할 일로 넣기")}
REACH = {Scope.THIS: marked("이 발언만"), Scope.FROM_HERE: marked("여기부터"), Scope.ALL: marked("이 참석자 전체")}


class TranscriptView(EditableList):
    """The transcript of the open note.

    `place_chosen` tells the place of the paragraph that a person has chosen, `proposal_chosen` the id of an offered
    correction that was clicked, `line_wanted` a place that should become a line of the minutes and of which kind.
    """

    place_chosen = Signal(object)
    proposal_chosen = Signal(str)
    line_wanted = Signal(str, object)

    def __init__(self, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("녹취록"))
        self.setObjectName("transcript")
        self.setMouseTracking(True)
        self._model = TranscriptModel(session, self)
        self._delegate_ = TranscriptDelegate(self._model, self)
        self._delegate_.editor_height = self.height_of_editor
        self.setItemDelegate(self._delegate_)
        self.setModel(self._model)
        self._follows = False
        self._awaited: Place | None = None
        self._held: tuple[QPersistentModelIndex, QPoint] | None = None  # the words under a pressed mouse button
        session.changed.connect(self.viewport().update)

    # --- to a place

    def follow(self, places: Sequence[Place]) -> None:
        """Bring the words that say a line into sight and light them up; the focus stays where it is."""
        self.light(places)
        if not places or self.is_editing:
            return
        if self.isVisible():
            self._choose(places[0], QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self._awaited = places[0]

    def showEvent(self, event: QShowEvent) -> None:
        self._model.set_live(True)
        super().showEvent(event)
        if self._awaited is not None:
            self._choose(self._awaited, QAbstractItemView.ScrollHint.PositionAtCenter)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.set_live(False)

    def jump(self, place: Place) -> None:
        """Go to a place: light it up and take the focus."""
        self.finish()
        self.light([place])
        self._choose(place, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def light(self, places: Sequence[Place]) -> None:
        """Light these places up instead of those before."""
        self._delegate_.highlighted = tuple(places)
        self.viewport().update()

    def _choose(self, place: Place, hint: QAbstractItemView.ScrollHint) -> None:
        self._awaited = None
        self._model.catch_up()
        row = row_at(self._model.rows, place.start)
        if row < 0:
            return
        index = self._model.index(row, 0)
        self._follows = True
        self.setCurrentIndex(index)
        self._follows = False
        self.scrollTo(index, hint)

    def current_row(self) -> Row | None:
        """The chosen paragraph."""
        self._model.catch_up()
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._follows:
            self.place_chosen.emit(self._model.rows[current.row()].place)

    # --- editing

    def target_at(self, index: Index) -> EditTarget | None:
        row = self._model.rows[index.row()]
        name = tr("{speaker} {clock} 발언 고치기").format(speaker=row.speaker, clock=clock(row.start_s)).strip()
        return EditTarget(f"{DRAFT}{row.place.start}", row.text, name)

    def text_rect(self, index: Index) -> QRect:
        row = self._model.rows[index.row()]
        return self._delegate_.text_rect(row, self.visualRect(index))

    def caret_at(self, index: QModelIndex, point: QPoint) -> int | None:
        return self._delegate_.offset_at(self._model.rows[index.row()], self.visualRect(index), point)

    def take(self, index: Index, target: EditTarget, text: str) -> None:
        paragraph = self._model.rows[index.row()].paragraph
        self.session.commit(retyped(self.session.state, paragraph, text), transcript_edited(target.text, text))

    def split(self, index: Index, target: EditTarget, text: str, caret: int) -> None:
        paragraph, row = self._model.rows[index.row()].paragraph, index.row()
        change = retyped_and_split(self.session.source, self.session.state, paragraph, text, caret)
        if change:
            self.session.commit(change, kept("발언 나눔"))
            self.go_to(self._model.index(min(row + 1, len(self._model.rows) - 1), 0))
            self.said.emit(tr(SPLIT))
            return
        self.said.emit(tr(NO_SPLIT))
        if text != target.text:
            self.take(index, target, text)

    def restore_draft(self) -> bool:
        """Open the editor with what was being typed when the program ended last; False if there is nothing."""
        for key, text in self.session.drafts.items():
            if key.startswith(DRAFT) and key.removeprefix(DRAFT).isdigit():
                row = row_at(self._model.rows, int(key.removeprefix(DRAFT)))
                is_here = row >= 0 and self._model.rows[row].place.start == int(key.removeprefix(DRAFT))
                if is_here and self._model.rows[row].text != text:
                    return self.open_editor(self._model.index(row, 0))
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_here()
        else:
            super().keyPressEvent(event)

    # --- turns

    def split_here(self) -> None:
        """Begin a new turn where the caret is; with no editor open, with the chosen paragraph."""
        row = self.current_row()
        if self.editor is not None:
            self._split()
        elif row is not None:
            change = split(self.session.source, self.session.state, row.paragraph, 0)
            self.session.commit(change, kept("발언 나눔"))
            self.said.emit(tr(SPLIT) if change else tr(NO_SPLIT))

    def merge_up(self) -> None:
        """Join the chosen turn to the one above."""
        self.finish()
        row = self.current_row()
        if row is not None:
            self.session.commit(merge_with_above(self.session.state, row.cut), kept("위 발언과 합침"))

    def reassign(self, speaker_id: str, scope: Scope) -> None:
        """Give the chosen turn, or more, to another speaker."""
        self.finish()
        row = self.current_row()
        if row is not None:
            change = reassign(self.session.state, row.cut, speaker_id, scope)
            self.session.commit_soon(change, kept(f"말한 사람 바꿈 ({len(change.steps)}곳)"))

    def reassign_to_new(self, name: str, scope: Scope) -> None:
        """Give the chosen turn, or more, to somebody who has no label yet."""
        self.finish()
        row = self.current_row()
        if row is not None and name.strip():
            id_, added = add_speaker(self.session.state, name)
            change = then(added, reassign(self.session.state, row.cut, id_, scope))
            self.session.commit_soon(change, kept(f"말한 사람 바꿈: {name.strip()}"))

    def withhold(self) -> None:
        """Put the chosen paragraph off the record, or on it again."""
        self.finish()
        row = self.current_row()
        if row is not None:
            is_off = is_withheld(self.session.state, row.place)
            change = (give_back if is_off else withhold)(self.session.state, row.place)
            self.session.commit(change, kept("다시 내보내기") if is_off else kept("내보내지 않기"))

    def _made_editor(self, index: Index, target: EditTarget) -> LineEditor:
        editor = super()._made_editor(index, target)
        keys = {"decision": "Ctrl+Shift+D", "action": "Ctrl+Shift+T"}
        editor.more = tuple(
            (f"{tr(label)}\t{keys[kind]}", partial(self.want_line, kind)) for kind, label in INTO_MINUTES.items()
        )
        return editor

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        is_on_words = index.isValid() and self.text_rect(index).contains(point)
        self._held = (QPersistentModelIndex(index), point) if is_on_words else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag over words to select them; they can then be typed over or put among decisions and tasks."""
        point = event.position().toPoint()
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        index, pressed = self._held
        if self.editor is None and (point - pressed).manhattanLength() >= QApplication.startDragDistance():
            self.open_editor(self._model.index(index.row(), 0))
        if self.editor is not None:
            rect, row = self.visualRect(self._model.index(index.row(), 0)), self._model.rows[index.row()]
            start, end = (self._delegate_.offset_at(row, rect, at) for at in (pressed, point))
            self.editor.select(start, end)

    def mark_at(self, point: QPoint) -> Marked | None:
        """What is marked under a point of the viewport."""
        index = self.indexAt(point)
        if not index.isValid() or not self.text_rect(index).contains(point):
            return None
        row = self._model.rows[index.row()]
        offset = self._delegate_.offset_at(row, self.visualRect(index), point)
        return next((mark for mark in self._model.marks(row) if mark.start <= offset < mark.end), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._held = None
        mark = self.mark_at(event.position().toPoint())
        if mark is not None and mark.kind is MarkKind.PROPOSED and not self.is_editing:
            self.proposal_chosen.emit(mark.id)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())  # type: ignore[attr-defined]
            QToolTip.showText(event.globalPos(), self._told(mark) if mark else "", self)  # type: ignore[attr-defined]
            return True
        return bool(super().viewportEvent(event))

    def _told(self, mark: Marked) -> str:
        if mark.kind is MarkKind.WITHHELD:
            return tr("내보내지 않는 말")
        if mark.kind is MarkKind.PROPOSED:
            edit = next(p.edit for p in self.session.open_proposals() if p.id == mark.id)
            return (
                tr("제안: {before} → {after}").format(before=edit.before, after=edit.after) + f"\n{retold(edit.reason)}"
            )
        edit = self.session.state.edits[mark.id]
        how = tr("자동 적용") if edit.by == "program" else tr("적용함") if edit.source != "user" else tr("직접 고침")
        after = edit.after or tr("지움")
        return f"{how}: {edit.before} → {after}\n{retold(edit.reason)}".strip()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
        if self.current_row() is not None:
            where = event.globalPos()
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft())
            self.turn_menu().exec(where)

    def turn_menu(self) -> QMenu:
        """What can be done with the chosen turn."""
        menu = QMenu(self)
        menu.addAction(tr("이 발언 고치기"), lambda: self.open_editor(self.currentIndex()))
        for scope in Scope:
            self._add_speakers(menu.addMenu(tr("말한 사람 바꾸기: {reach}").format(reach=tr(REACH[scope]))), scope)
        menu.addAction(tr("발언 나누기"), self.split_here)
        menu.addAction(tr("위 발언과 합치기"), self.merge_up)
        menu.addSeparator()
        for kind, label in INTO_MINUTES.items():
            menu.addAction(tr(label), partial(self.want_line, kind))
        menu.addSeparator()
        menu.addAction(self._withhold_label(), self.withhold)
        return menu

    def speakers_menu(self, scope: Scope = Scope.THIS) -> QMenu:
        """To whom the chosen turn can be given: it alone, or with others of its speaker, one click further.

        With another `scope` only to whom all of that can be given.
        """
        menu = QMenu(self)
        self._add_speakers(menu, scope)
        if scope is not Scope.THIS:
            return menu
        menu.addSeparator()
        for scope in (Scope.FROM_HERE, Scope.ALL):
            self._add_speakers(menu.addMenu(tr(REACH[scope])), scope)
        return menu

    def _withhold_label(self) -> str:
        row = self.current_row()
        is_off = row is not None and is_withheld(self.session.state, row.place)
        return tr("다시 내보내기") if is_off else tr("내보내지 않기")

    def _add_speakers(self, menu: QMenu, scope: Scope) -> None:
        row = self.current_row()
        for id_, speaker in self.session.state.speakers.items():
            if row is not None and id_ != row.speaker_id:
                count = len(cuts_in(self.session.state, row.cut, scope))
                menu.addAction(
                    tr("{who} ({count}곳)").format(who=speaker.shown, count=count), partial(self.reassign, id_, scope)
                )
        menu.addAction(tr("새 참석자…"), lambda: self._ask_for_new(scope))

    def _ask_for_new(self, scope: Scope) -> None:
        sheet = NameSheet(tr("새 참석자"), tr("이름"), self)
        sheet.taken.connect(lambda name: self.reassign_to_new(name, scope))
        sheet.open()

    def want_line(self, kind: str) -> None:
        """Ask for a line of the minutes from the words that are selected, or from the chosen paragraph."""
        place = self._selected_place()
        if place is not None:
            self.line_wanted.emit(kind, place)

    def _selected_place(self) -> Place | None:
        """The place of what is selected in the open editor, which is committed; else the chosen paragraph's."""
        selected = self.selected_words()
        row = self.current_row()
        return selected or (row.place if row is not None else None)

    def selected_words(self) -> Place | None:
        """The place of what is selected in the open editor, which is committed; None where nothing is."""
        selected = self.editor.selected if self.editor is not None else None
        text = self.editor.settled_text() if self.editor is not None else ""
        self.finish()
        row = self.current_row()
        if row is None or selected is None or row.text != text or not text[slice(*selected)].strip():
            return None
        return row.paragraph.place_of(*_without_blanks(text, *selected))


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())
