"""AI로 다듬기: which model, exactly what is sent to it, then the answer as it comes in. Nothing leaves before 보내기.

It stays beside the note, which can be worked on all the while; closing it takes the request back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.model.consulting import Consulting
from desktop.model.model_round import Agreed, ModelRound, Outcome, sentence_of
from desktop.model.parts_view import PartsView, summary_of
from desktop.model.providers import providers_of
from desktop.note.note_session import NoteSession
from desktop.parts.error_dialog import show_error
from desktop.parts.flow_layout import FlowLayout
from desktop.parts.widgets import button, label, set_property
from desktop.preferences import Preferences
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.model.addresses import Provider
from processing.model.plan import Plan, Wish
from processing.note import State

if TYPE_CHECKING:
    from processing.language_model import LocalServer

SOON_MS = 200
LOOKING = marked("이 PC에서 모델 서버를 찾는 중입니다…")
NO_PROVIDER = marked(
    "이 PC에서 켜져 있는 모델 서버(Ollama, LM Studio, llama.cpp)를 찾지 못했고, 설정한 모델도 없습니다. "
    "모델을 설정하거나, ChatGPT에 물어볼 글을 복사해 쓸 수 있습니다."
)
STAYS = marked("이 PC 안에서만 처리합니다. 아무것도 밖으로 나가지 않습니다.")
LEAVES = marked("'보내기'를 누르면 아래 글이 이 PC를 떠나 다음 곳으로 갑니다: {host}.")
IN_THE_CLEAR = marked(" 주소가 http://여서 암호화되지 않은 채로 갑니다.")
UNMASKED = marked(" 전화번호와 이메일 같은 번호도 그대로 갑니다.")
ALONG = marked("이 글과 함께 모델 이름과 답의 형식(JSON 스키마)이 갑니다.")
MERGED = marked(" 나눈 답을 하나로 합치려고, 모델이 쓴 줄을 한 번 더 보냅니다.")
NOTHING_WANTED = marked("할 일을 하나 이상 골라 주세요.")
SEND, RUN_HERE = marked("보내기"), marked("시작")


class RefineDialog(QDialog):
    """`gained` brings the `Gains` of a round that went through; the other signals say what the person wants instead."""

    gained = Signal(object)
    settings_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, consulting: Consulting, session: NoteSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consulting, self._session = consulting, session
        self._plan: Plan | None = None
        self._planned: State | None = None
        self._is_planning = False
        self._round: ModelRound | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._make_plan)
        self.setWindowTitle(tr("AI로 다듬기"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 640)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._asking_page())
        self.pages.addWidget(self._waiting_page())
        self.complaint = label("", "warning")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.pages, 1)
        column.addWidget(self.complaint)
        column.addLayout(self._buttons())
        session.changed.connect(self._plan_soon)
        self.find_servers()

    # --- how it looks

    def _asking_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._provider_row())
        self.where = label("")
        self.where.setWordWrap(True)
        column.addWidget(self.where)
        column.addLayout(self._wish_row())
        self.parts = PartsView()
        column.addWidget(self.parts, 1)
        self.along = label("", "faint")
        self.along.setWordWrap(True)
        column.addWidget(self.along)
        return page

    def _provider_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.provider = QComboBox()
        self.provider.setAccessibleName(tr("물어볼 모델"))
        self.provider.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.provider.setMinimumContentsLength(24)
        self.provider.currentIndexChanged.connect(self._choose)
        row.addWidget(label(tr("물어볼 모델")))
        row.addWidget(self.provider, 1)
        row.addWidget(button(tr("다시 찾기"), self.find_servers))
        row.addWidget(button(tr("모델 설정…"), self.settings_wanted.emit))
        return row

    def _wish_row(self) -> FlowLayout:
        row = FlowLayout(spacing=16)
        self.summary = QCheckBox(tr("회의록 다시 쓰기"))
        self.terms = QCheckBox(tr("잘못 들은 말 찾기"))
        self.turns = QCheckBox(tr("말한 사람 살피기"))
        self.masks = QCheckBox(tr("전화번호·이메일·주민·카드·계좌번호 가리기"))
        wanted = ((self.summary, True), (self.terms, True), (self.turns, False))
        for check, is_on in (*wanted, (self.masks, self._preferences.masks)):
            check.setChecked(is_on)
            check.toggled.connect(self._plan_soon)
            row.addWidget(check)
        return row

    def _waiting_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.doing = label("", "heading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("진행 정도"))
        self.so_far = QListWidget()
        self.so_far.setAccessibleName(tr("지금까지 받은 답"))
        self.so_far.setWordWrap(True)
        self.so_far.setSpacing(2)
        hint = label(
            tr("받는 대로 보여 줍니다. 근거를 확인한 줄만 회의록에 들어갑니다. 그동안 노트에서 계속 일해도 됩니다."),
            "faint",
        )
        hint.setWordWrap(True)
        for widget in (self.doing, self.bar, hint):
            column.addWidget(widget)
        column.addWidget(self.so_far, 1)
        return page

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.by_hand = button(tr("ChatGPT에 물어볼 글 복사…"), self.question_wanted.emit, "link")
        self.close_button: QPushButton = button(tr("닫기"), self.close)
        self.stop_button: QPushButton = button(tr("그만두기"), self.stop)
        self.send_button: QPushButton = button(tr(SEND), self.send, "primary")
        self.send_button.setDefault(True)
        self.send_button.setEnabled(False)
        self.stop_button.hide()
        row.addWidget(self.by_hand)
        row.addStretch(1)
        for widget in (self.close_button, self.stop_button, self.send_button):
            row.addWidget(widget)
        return row

    # --- where to

    @property
    def _preferences(self) -> Preferences:
        return self._consulting.preferences

    def find_servers(self) -> None:
        """Look for servers on this machine, anew."""
        self.provider.blockSignals(True)
        self.provider.clear()
        self.provider.blockSignals(False)
        self._say_where(tr(LOOKING))
        self._consulting.find_servers().then(self, self._show_servers, lambda _error: self._show_servers([]))

    def _show_servers(self, servers: Sequence[LocalServer]) -> None:
        self.provider.blockSignals(True)
        self.provider.clear()
        for provider in providers_of(servers, self._preferences.model_server, self._preferences.model):
            self.provider.addItem(provider.name, provider)
        last = self.provider.findText(self._preferences.last_provider)
        self.provider.setCurrentIndex(max(last, 0) if self.provider.count() else -1)
        self.provider.blockSignals(False)
        self._choose()

    def chosen(self) -> Provider | None:
        """Where it would go."""
        provider: Provider | None = self.provider.currentData()
        return provider

    def _choose(self) -> None:
        provider = self.chosen()
        self.complaint.hide()
        self.provider.setEnabled(provider is not None)
        self.send_button.setText(tr(SEND if provider is None or not provider.is_local else RUN_HERE))
        self.send_button.setAccessibleName(self.send_button.text())
        self._tell_where()
        self._plan_soon()

    def _tell_where(self) -> None:
        provider = self.chosen()
        if provider is None:
            self._say_where(tr(NO_PROVIDER), "warning")
        elif provider.is_local:
            self._say_where(tr(STAYS), "done")
        else:
            unmasked = "" if self.masks.isChecked() else tr(UNMASKED)
            clear = tr(IN_THE_CLEAR) if provider.is_in_the_clear else ""
            self._say_where(tr(LEAVES).format(host=provider.host) + clear + unmasked, "warning")

    def _say_where(self, words: str, kind: str = "faint") -> None:
        self.where.setText(words)
        set_property(self.where, "class", kind)

    # --- what

    def wish(self) -> Wish:
        """What is ticked."""
        provider = self.chosen()
        most = provider.most_characters if provider is not None else Wish().most_characters
        masks, turns = self.masks.isChecked(), self.turns.isChecked()
        return Wish(self.terms.isChecked(), self.summary.isChecked(), masks, most, turns)

    def _plan_soon(self) -> None:
        if self._round is None:
            self._plan = None
            self.send_button.setEnabled(False)
            self._tell_where_if_known()
            self._soon.start()

    def _tell_where_if_known(self) -> None:
        if self.provider.count():
            self._tell_where()

    def _make_plan(self) -> None:
        """Have the plan made; while one is being made, the next begins after it."""
        if self._is_planning or self._round is not None:
            return
        wish, state = self.wish(), self._session.state
        if not (wish.terms or wish.summary or wish.turns):
            self.parts.show_parts((), tr(NOTHING_WANTED))
            return
        self._is_planning = True
        self.parts.summary.setText(tr("보낼 글을 만드는 중입니다…"))
        job = self._consulting.plan(self._session, state, wish)
        job.then(self, lambda plan: self._show_plan(plan, wish, state), self._show_no_plan)

    def _show_plan(self, plan: Plan, wish: Wish, state: State) -> None:
        self._is_planning = False
        if wish != self.wish() or state is not self._session.state:
            self._make_plan()
            return
        self._plan, self._planned = plan, state
        self.parts.show_parts(plan.parts, tr("보낼 글: {summary}").format(summary=summary_of(plan)))
        self.send_button.setEnabled(self.chosen() is not None)
        self._tell_along(plan)

    def _tell_along(self, plan: Plan) -> None:
        """Say what goes along, the key too; where it comes from is known a moment later."""
        provider, said = self.chosen(), tr(ALONG) + (tr(MERGED) if plan.merges else "")
        self.along.setText(said if provider is not None else "")
        if provider is not None and not provider.is_local:
            job = self._consulting.key_state(provider.host)
            job.then(self, lambda state: self._tell_key(provider, f"{said} {retold(state.whence.value)}"))

    def _tell_key(self, provider: Provider, said: str) -> None:
        if provider == self.chosen():
            self.along.setText(said)

    def _show_no_plan(self, error: BaseException) -> None:
        self._is_planning = False
        self.parts.show_parts((), "")
        self._complain(error)

    # --- the round

    def send(self) -> None:
        """Send what is shown, to where it is shown."""
        provider = self.chosen()
        if provider is None or self._plan is None or self._planned is None:
            return
        self._preferences.last_provider = provider.name
        self._round = going = self._consulting.round_of(self._session, Agreed(self._plan, self._planned, provider))
        going.progressed.connect(self._show_progress)
        going.glimpsed.connect(self._show_so_far)
        going.ended.connect(self._show_end)
        self.complaint.hide()
        self.so_far.clear()
        self._show_progress(tr("연결하는 중"), 0.0)
        self._show_waiting(True)
        going.begin()

    def stop(self) -> None:
        """Take the request back."""
        if self._round is not None:
            self._round.cancel()

    def _show_waiting(self, is_waiting: bool) -> None:
        self.pages.setCurrentIndex(1 if is_waiting else 0)
        for widget in (self.send_button, self.close_button, self.by_hand):
            widget.setVisible(not is_waiting)
        self.stop_button.setVisible(is_waiting)
        (self.stop_button if is_waiting else self.send_button).setFocus()

    def _show_progress(self, what: str, share: float) -> None:
        self.doing.setText(f"{what}…")
        self.bar.setValue(round(100 * share))

    def _show_so_far(self, lines: list[str]) -> None:
        at_end = self.so_far.verticalScrollBar().value() >= self.so_far.verticalScrollBar().maximum() - 4
        self.so_far.clear()
        self.so_far.addItems(lines)
        if at_end:
            self.so_far.scrollToBottom()

    def _show_end(self, outcome: Outcome) -> None:
        self._round = None
        if outcome.failure is None and not outcome.is_cancelled:
            self.gained.emit(outcome.gains)
            self.close()
            return
        self._show_waiting(False)
        self._plan_soon()
        said = sentence_of(outcome)
        if said:
            self._say(said)
        elif outcome.failure is not None:
            show_error(self, outcome.failure)

    def _complain(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._say(retold(error.sentence))
        else:
            show_error(self, error)

    def _say(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setAccessibleName(sentence)
        self.complaint.show()

    def done(self, result: int) -> None:
        """Close, by whatever way; a request that is under way is taken back."""
        going, self._round = self._round, None
        if going is not None:
            going.ended.disconnect(self._show_end)
            going.cancel()
        super().done(result)
