"""답변 붙여넣기: an answer that a person brings goes over the same rails as a server's, and is seen before it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.minutes.minutes_rows import HEADINGS
from desktop.model.consulting import Consulting, Question
from desktop.model.model_gains import Gains, take_lines, take_terms, take_turns
from desktop.note.note_session import NoteSession
from desktop.parts.error_dialog import show_error
from desktop.parts.hangul_fields import HangulTextEdit
from desktop.parts.widgets import button, label, set_property
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.journal import fold
from processing.model.failure import ModelFailed, Reason
from processing.model.plan import QUESTION_SIGN, SUMMARY, TERMS, TURNS, Judged, Plan, Wish
from processing.note import State, first_state

SOON_MS = 250
ASKED_FOR = marked("ChatGPT의 답을 여기에 붙여넣어 주세요. 나누어 물었다면 답을 모두 이어 붙여넣습니다.")
IS_QUESTION = marked("물어볼 글이 그대로 붙었습니다. ChatGPT가 쓴 답을 복사해 붙여넣어 주세요.")
MISSING = marked(
    "답이 없는 부분이 있습니다({parts}). 그 부분의 내용은 회의록에서 빠집니다. 나머지 답도 이어 붙여넣어 주세요."
)
PASTED = {  # what is said of an answer that a person brought, where a server's would be asked for again
    Reason.BAD_JSON: marked(
        "붙여넣은 글에서 답을 읽지 못했습니다. 받은 답을 처음부터 끝까지 모두 복사했는지 확인해 주세요."
    ),
    Reason.WRONG_FORM: marked("붙여넣은 답의 형식이 다릅니다. '물어볼 글'을 그대로 넣어 다시 물어봐 주세요."),
    Reason.NOTHING_LEFT: marked(
        "붙여넣은 답에 이 녹취록에서 근거를 찾을 수 있는 내용이 없습니다. 이 노트에 대해 받은 답인지 확인해 주세요."
    ),
}
PREPARING = marked("물어본 글을 찾는 중입니다…")


class AnswerSheet(QDialog):
    """`gained` brings the `Gains` of an answer that was taken."""

    gained = Signal(object)

    def __init__(self, consulting: Consulting, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consulting, self._session = consulting, session
        self._plan: Plan | None = None
        self._asked_in: State = session.state
        self._of_turns: State = session.state
        self._judged: Judged | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._judge)
        self.setWindowTitle(tr("답변 붙여넣기"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 600)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._halves(), 1)
        self.said = label(tr(PREPARING), "faint")
        self.said.setWordWrap(True)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        consulting.remembered_questions().then(self, self._recall, lambda _error: self._recall({}))

    def _halves(self) -> QSplitter:
        self.text = HangulTextEdit()
        self.text.setAccessibleName(tr("ChatGPT의 답"))
        self.text.setPlaceholderText(tr(ASKED_FOR))
        self.text.textChanged.connect(self._judge_soon)
        self.found = QListWidget()
        self.found.setAccessibleName(tr("회의록에 들어갈 내용"))
        self.found.setWordWrap(True)
        self.found.setSpacing(2)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.text)
        halves.addWidget(self.found)
        halves.setSizes([240, 260])
        halves.setHandleWidth(8)
        halves.setChildrenCollapsible(False)
        return halves

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("취소"), self.reject))
        self.take_button: QPushButton = button(tr("회의록에 넣기"), self.take, "primary")
        self.take_button.setDefault(True)
        self.take_button.setEnabled(False)
        row.addWidget(self.take_button)
        return row

    # --- what was asked

    def _recall(self, questions: Mapping[str, Question]) -> None:
        """Have the plan made again that the person copied: the journal tells how the note stood then."""
        terms, self._asked_in = self._state_of(questions.get(TERMS)), self._state_of(questions.get(SUMMARY))
        job = self._consulting.plan(self._session, terms, Wish(summary=False, masks=self._masks(questions.get(TERMS))))
        job.then(self, lambda plan: self._recall_summary(plan, questions), self._complain)

    def _recall_summary(self, of_terms: Plan, questions: Mapping[str, Question]) -> None:
        wish = Wish(terms=False, masks=self._masks(questions.get(SUMMARY)))
        job = self._consulting.plan(self._session, self._asked_in, wish)
        of_both = partial(self._recall_turns, of_terms, questions.get(TURNS))
        job.then(self, of_both, self._complain)

    def _recall_turns(self, of_terms: Plan, question: Question | None, of_summary: Plan) -> None:
        self._of_turns = self._state_of(question)
        wish = Wish(terms=False, summary=False, masks=self._masks(question), turns=True)
        both = replace(of_terms, summary=of_summary.summary)
        job = self._consulting.plan(self._session, self._of_turns, wish)
        job.then(self, lambda plan: self._begin(replace(both, turns=plan.turns)), self._complain)

    def _state_of(self, question: Question | None) -> State:
        entries = self._session.entries
        if question is None or question.entries >= len(entries):
            return self._session.state
        return fold(first_state(self._session.source), entries[: question.entries])

    def _masks(self, question: Question | None) -> bool:
        return question.masks if question is not None else self._consulting.preferences.masks

    def _begin(self, plan: Plan) -> None:
        self._plan = plan
        self._say("", "faint")
        copied = QGuiApplication.clipboard().text()
        if not self.text.toPlainText() and "{" in copied and QUESTION_SIGN not in copied:
            self.text.setPlainText(copied)
        self.text.setFocus()
        self._judge()

    # --- the answer

    def _judge_soon(self) -> None:
        self._judged = None
        self.take_button.setEnabled(False)
        self._soon.start()

    def _judge(self) -> None:
        text = self.text.toPlainText()
        if self._plan is None:
            return
        self.found.clear()
        if QUESTION_SIGN in text:
            self._say(tr(IS_QUESTION), "warning")
        elif not text.strip():
            self._say("", "faint")
        else:
            job = self._consulting.judge(self._session, self._plan, self._asked_in, text, self._of_turns)
            job.then(self, lambda result: self._show(text, result), lambda error: self._complain_of(text, error))

    def _show(self, text: str, result: Judged) -> None:
        if text != self.text.toPlainText():
            return
        self._judged = result
        self.found.clear()
        self.found.addItems(rows_of(result))
        warnings = [*(result.summary.report.warnings if result.summary else ())]
        for found in (result.terms, result.turns):
            warnings += found.report.warnings if found else ()
        if result.missing:
            warnings.append(tr(MISSING).format(parts=", ".join(tr("%n번째", "", number) for number in result.missing)))
        self._say(" ".join([counted(result), *map(retold, warnings)]), "warning" if warnings else "")
        self.take_button.setEnabled(self.found.count() > 0)
        self.take_button.setText(tr("회의록에 넣기") if result.summary else tr("제안에 넣기"))
        self.take_button.setAccessibleName(self.take_button.text())

    def _complain_of(self, text: str, error: BaseException) -> None:
        if text == self.text.toPlainText():
            self._complain(error)

    def _complain(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            told = PASTED.get(error.reason) if isinstance(error, ModelFailed) else None
            sentence = tr(told) if told is not None else retold(error.sentence)
            self._say(tr("{sentence} 회의록은 그대로입니다.").format(sentence=sentence), "warning")
        else:
            show_error(self, error)

    def take(self) -> None:
        """Take what is shown into the note."""
        result = self._judged
        if result is None:
            return
        gains = Gains()
        if result.terms is not None:
            gains += take_terms(self._session, result.terms)
        if result.turns is not None:
            gains += take_turns(self._session, result.turns)
        if result.summary is not None:
            gains += take_lines(self._session, result.summary, self._asked_in)
        self._consulting.keep_proposals(self._session)
        self.gained.emit(gains)
        self.accept()

    def _say(self, sentence: str, kind: str) -> None:
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        set_property(self.said, "class", kind)


def rows_of(result: Judged) -> list[str]:
    """What an answer holds, as a list to look at."""
    lines = result.summary.lines.values() if result.summary is not None else ()
    rows = [
        " · ".join((retold(HEADINGS[line.kind]), line.text, *([tr("확인 필요")] if line.needs_check else ())))
        for line in lines
    ]
    edits = [proposal.edit for proposal in result.terms.proposals] if result.terms is not None else []
    rows += [tr("제안 · {before} → {after}").format(before=edit.before, after=edit.after) for edit in edits]
    return rows + [retold(proposal.detail) for proposal in (result.turns.proposals if result.turns else ())]


def counted(result: Judged) -> str:
    """How much an answer holds."""
    said = [tr("회의록 %n줄", "", len(result.summary.lines))] if result.summary is not None else []
    proposals = [*(result.terms.proposals if result.terms else ()), *(result.turns.proposals if result.turns else ())]
    said += [tr("제안 %n곳", "", len(proposals))] if result.terms is not None or result.turns is not None else []
    return tr("{what}을 읽었습니다.").format(what=" · ".join(said))
