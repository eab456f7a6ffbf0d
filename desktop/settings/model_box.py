"""언어 모델 in the settings: a server, its model, the key, and what is hidden in all that is sent.

Nothing of a note goes anywhere from here. The key is handed on at once and stands in no field, setting or file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QGroupBox, QHBoxLayout, QLineEdit, QWidget

from desktop.model.consulting import Consulting, KeyState
from desktop.parts.error_dialog import show_error
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label, set_property
from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.model.addresses import OPENAI_URL, address_of, host_of, is_in_the_clear, is_on_this_machine
from processing.model.failure import ModelFailed

if TYPE_CHECKING:
    from processing.secret import Kept

NO_PASSWORD = marked("주소에는 아이디나 암호를 넣지 말고, 키는 아래 'API 키' 칸에 적어 주세요.")
NO_SERVER = marked("서버 주소를 먼저 적어 주세요.")
KEYRING = marked(" 키를 넣으면 암호 보관소에 저장합니다.")
SESSION = marked(" 암호 보관소를 쓸 수 없어, 키를 넣으면 이번에 끌 때까지만 기억합니다.")
IN_THE_CLEAR = marked(" 주소가 http://여서 키와 글이 암호화되지 않은 채로 갑니다.")
STAYS = marked("이 PC의 서버입니다. 보낸 글이 밖으로 나가지 않습니다.")


class ModelBox(QGroupBox):
    """`changed` when another server or model was set."""

    changed = Signal()

    def __init__(self, consulting: Consulting, parent: QWidget | None = None) -> None:
        super().__init__(tr("언어 모델 (AI로 다듬기)"), parent)
        self._consulting, self._preferences = consulting, consulting.preferences
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        self._add_server(grid)
        self._add_model(grid)
        self._add_key(grid)
        self.masks = QCheckBox(tr("보내기 전에 전화번호·이메일·주민·카드·계좌번호 가리기"))
        self.masks.setChecked(self._preferences.masks)
        self.masks.toggled.connect(self._keep_masks)
        self.answer = label("", "faint")
        self.answer.setWordWrap(True)
        grid.addWidget(self.masks, 3, 0, 1, 3)
        grid.addWidget(self.answer, 4, 0, 1, 3)
        self._show_key()

    def _add_server(self, grid: QGridLayout) -> None:
        self.server = HangulLineEdit()
        self.server.show_value(self._preferences.model_server)
        self.server.setAccessibleName(tr("서버 주소"))
        self.server.setPlaceholderText(tr("예: {address}").format(address=OPENAI_URL))
        self.server.editingFinished.connect(self._keep_server)
        grid.addWidget(label(tr("서버 주소")), 0, 0)
        grid.addWidget(self.server, 0, 1, 1, 2)

    def _add_model(self, grid: QGridLayout) -> None:
        self.model = QComboBox()
        self.model.setAccessibleName(tr("모델"))
        self.model.setEditable(True)
        field = HangulLineEdit()
        field.setAccessibleName(tr("모델"))
        self.model.setLineEdit(field)
        self.model.setCompleter(None)  # type: ignore[arg-type] # it would finish a syllable that is still being composed
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.model.setEditText(self._preferences.model)
        self.model.editTextChanged.connect(self._keep_model)
        grid.addWidget(label(tr("모델")), 1, 0)
        grid.addWidget(self.model, 1, 1)
        grid.addWidget(button(tr("목록 가져오기"), self.list_models), 1, 2)

    def _add_key(self, grid: QGridLayout) -> None:
        self.key = QLineEdit()
        self.key.setAccessibleName(tr("API 키"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(tr("키가 필요 없는 서버면 비워 둡니다"))
        self.key.returnPressed.connect(self.keep_key)
        self.keep_button = button(tr("키 넣기"), self.keep_key)
        self.forget_button = button(tr("키 지우기"), self.forget_key)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.forget_button)
        grid.addWidget(label(tr("API 키")), 2, 0)
        grid.addWidget(self.key, 2, 1)
        grid.addLayout(row, 2, 2)

    # --- server and model

    @property
    def address(self) -> str:
        """The address that is set, as the client needs it; "" where none is."""
        try:
            return address_of(self._preferences.model_server) if self._preferences.model_server else ""
        except ModelFailed:
            return ""

    def _keep_server(self) -> None:
        typed = self.server.text().strip()
        if typed == self._preferences.model_server:
            return
        try:
            address = address_of(typed) if typed else ""
        except ModelFailed as failure:
            self._say(retold(failure.sentence), "warning")
            return
        if QUrl(address).userInfo():
            self._say(tr(NO_PASSWORD), "warning")
            return
        self._preferences.model_server = address
        self.server.setText(address)
        self.server.show_value(address)
        self.model.clear()
        self.model.setEditText(self._preferences.model)
        self._show_key()
        self.changed.emit()

    def _keep_model(self, name: str) -> None:
        self._preferences.model = name.strip()
        self.changed.emit()

    def list_models(self) -> None:
        """Ask the server for its models."""
        self._keep_server()
        if not self.address:
            self._say(self.answer.text() or tr(NO_SERVER), "warning")
            return
        self._say(tr("모델 목록을 가져오는 중입니다…"))
        self._consulting.models_at(self.address).then(self, self._offer_models, self._tell_error)

    def _offer_models(self, models: list[str]) -> None:
        chosen = self.model.currentText()
        self.model.blockSignals(True)
        self.model.clear()
        self.model.addItems(models)
        self.model.setEditText(chosen or next(iter(models), ""))
        self.model.blockSignals(False)
        self._keep_model(self.model.currentText())  # what filling the list has put there was told to nobody
        self._say(
            tr("모델 %n개를 찾았습니다. 목록에서 골라 주세요.", "", len(models))
            if models
            else tr("쓸 수 있는 모델이 없습니다.")
        )

    # --- the key

    def keep_key(self) -> None:
        """Hand the key on for the server that is set, and empty the field."""
        self._keep_server()
        key = self.key.text().strip()
        if not self.address:
            self._say(tr(NO_SERVER), "warning")
        elif key:
            self.key.clear()
            self._consulting.keep_key(host_of(self.address), key).then(self, self._tell_kept, self._tell_error)

    def _tell_kept(self, kept: Kept) -> None:
        self._say(retold(kept.value))
        self.forget_button.setEnabled(True)

    def forget_key(self) -> None:
        """Let go of the key of the server that is set."""
        if self.address:
            job = self._consulting.forget_key(host_of(self.address))
            job.then(self, lambda _none: self._show_key(), self._tell_error)

    def _show_key(self) -> None:
        for widget in (self.key, self.keep_button, self.forget_button):
            widget.setEnabled(bool(self.address))
        self._say("")
        if self.address:
            self._consulting.key_state(host_of(self.address)).then(self, self._tell_key, self._tell_error)

    def _tell_key(self, state: KeyState) -> None:
        from processing.secret import Whence

        own = state.whence in (Whence.KEYRING, Whence.SESSION)
        self.forget_button.setEnabled(own)
        if is_on_this_machine(self.address) and not own:
            self._say(tr(STAYS))
        else:
            advice = "" if own else tr(KEYRING) if state.has_keyring else tr(SESSION)
            clear = tr(IN_THE_CLEAR) if is_in_the_clear(self.address) else ""
            self._say(retold(state.whence.value) + advice + clear, "warning" if clear else "faint")

    def _keep_masks(self, wanted: bool) -> None:
        self._preferences.masks = wanted

    def _tell_error(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._say(retold(error.sentence), "warning")
        else:
            show_error(self, error)

    def _say(self, sentence: str, kind: str = "faint") -> None:
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)
        set_property(self.answer, "class", kind)
