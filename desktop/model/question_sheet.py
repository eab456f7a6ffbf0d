"""ChatGPT에 물어볼 글 복사: the same words that a server would be sent, part by part, for a chat window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from desktop.model.consulting import Consulting, Question
from desktop.model.parts_view import PartsView, hidden_of
from desktop.note.note_session import NoteSession
from desktop.parts.error_dialog import show_error
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.model.plan import SUMMARY, TERMS, TURNS, Plan, Wish

PARTS = marked("길어서 {count}번에 나눕니다. 한 부분씩 복사해 한 대화에 차례로 물어봐 주세요.")
ONE = marked("복사해 ChatGPT 같은 대화창에 붙여넣어 주세요.")
NEXT = marked("{done}/{count}부분을 복사했습니다. 붙여넣고 답을 받은 뒤 다음 부분을 복사해 주세요.")
ALL = marked("복사했습니다. 받은 답을 모두 복사한 다음 '답변 붙여넣기'로 넣어 주세요.")
HIDDEN_OFF = marked("전화번호와 이메일 같은 번호도 그대로 복사합니다.")


class QuestionSheet(QDialog):
    """`answer_wanted` when the person has an answer to paste."""

    answer_wanted = Signal()

    def __init__(self, consulting: Consulting, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consulting, self._session = consulting, session
        self._plan: Plan | None = None
        self._copied: set[int] = set()
        self._question = Question(0, True)
        self.setWindowTitle(tr("ChatGPT에 물어볼 글 복사"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 600)
        self.parts = PartsView()
        self.parts.chosen.connect(lambda _row: self._name_button())
        self.said = label("")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(self._wish_row())
        column.addWidget(self.parts, 1)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self._make_plan()
        self.copy_button.setFocus()

    def _wish_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.summary = QRadioButton(tr("회의록 다시 쓰기"))
        self.terms = QRadioButton(tr("잘못 들은 말 찾기"))
        self.turns = QRadioButton(tr("말한 사람 살피기"))
        self.summary.setChecked(True)
        self.masks = QCheckBox(tr("전화번호·이메일·주민·카드·계좌번호 가리기"))
        self.masks.setChecked(self._consulting.preferences.masks)
        self.summary.toggled.connect(self._make_plan)
        self.turns.toggled.connect(self._make_plan)
        self.masks.toggled.connect(self._make_plan)
        for widget in (self.summary, self.terms, self.turns, self.masks):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(tr("답변 붙여넣기…"), self.answer_wanted.emit, "link"))
        row.addStretch(1)
        row.addWidget(button(tr("닫기"), self.close))
        self.copy_button: QPushButton = button(tr("복사"), self.copy, "primary")
        self.copy_button.setDefault(True)
        self.copy_button.setEnabled(False)
        row.addWidget(self.copy_button)
        return row

    def wish(self) -> Wish:
        """What is chosen, in parts that a chat window takes."""
        masks, turns = self.masks.isChecked(), self.turns.isChecked()
        return Wish(self.terms.isChecked(), self.summary.isChecked(), masks, turns=turns)

    def _make_plan(self) -> None:
        wish, question = self.wish(), Question(len(self._session.entries), self.masks.isChecked())
        self._plan = None
        self.copy_button.setEnabled(False)
        self.parts.summary.setText(tr("물어볼 글을 만드는 중입니다…"))
        job = self._consulting.plan(self._session, self._session.state, wish)
        job.then(self, lambda plan: self._show_plan(plan, wish, question), self._complain)

    def _show_plan(self, plan: Plan, wish: Wish, question: Question) -> None:
        if wish != self.wish():
            return  # another one is on its way
        self._plan, self._question, self._copied = plan, question, set()
        count = len(plan.parts)
        self.parts.show_parts(plan.parts, (tr(PARTS).format(count=count) if count > 1 else tr(ONE)) + hidden_of(plan))
        self.said.setText("" if wish.masks else tr(HIDDEN_OFF))
        self.copy_button.setEnabled(True)
        self._name_button()

    def _name_button(self) -> None:
        if self._plan is not None and self.parts.row >= 0:
            count = len(self._plan.parts)
            self.copy_button.setText(
                tr("{number}/{count} 복사").format(number=self.parts.row + 1, count=count) if count > 1 else tr("복사")
            )
            self.copy_button.setAccessibleName(self.copy_button.text())

    def copy(self) -> None:
        """Put the chosen part on the clipboard, and go to the next."""
        if self._plan is None:
            return
        row, parts = self.parts.row, self._plan.parts
        QGuiApplication.clipboard().setText(parts[row].request.one_text)
        self._consulting.record_copy(parts[row])
        if not self._copied:
            self._consulting.remember_question(_asked_for(self._plan), self._question)
        self._copied.add(row)
        self.parts.mark(row, True)
        left = [i for i in range(len(parts)) if i not in self._copied]
        self.said.setText(tr(NEXT).format(done=len(self._copied), count=len(parts)) if left else tr(ALL))
        self.said.setAccessibleName(self.said.text())
        if left:
            self.parts.list.setCurrentRow(next((i for i in left if i > row), left[0]))

    def _complain(self, error: BaseException) -> None:
        self.parts.show_parts((), "")
        if isinstance(error, UserError):
            self.said.setText(retold(error.sentence))
        else:
            show_error(self, error)


def _asked_for(plan: Plan) -> str:
    """The task of a plan of one."""
    if plan.terms is not None:
        return TERMS
    return TURNS if plan.turns is not None else SUMMARY
