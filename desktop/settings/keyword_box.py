"""핵심어 in the settings: a model of the person's own that finds them, in place of the program's own way."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.preferences import Preferences
from desktop.words import marked, tr

WHAT = marked(
    "비워 두면 말끔이 스스로 찾습니다. model2vec이나 sentence-transformers가 설치되어 있으면 그 모델의 폴더나 이름을 적을 수 있습니다. "
    "이름을 적으면 모델을 처음 한 번 인터넷에서 내려받습니다. 노트의 글은 보내지 않습니다."
)


class KeywordBox(QGroupBox):
    """Keeps the name or folder of a model as soon as it is written; an empty field is the program's own way."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("핵심어"), parent)
        self._preferences = preferences
        self.model = HangulLineEdit()
        self.model.show_value(preferences.keyword_model)
        self.model.setAccessibleName(tr("핵심어를 찾는 모델"))
        self.model.setPlaceholderText(tr("모델의 이름이나 폴더"))
        self.model.editingFinished.connect(self.keep)
        what = label(tr(WHAT), "faint")
        what.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.model, 1)
        row.addWidget(button(tr("폴더 고르기…"), self._choose))
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(what)

    def keep(self) -> None:
        """Take what stands in the field, a syllable under way included."""
        self.model.flush()
        self._preferences.keyword_model = self.model.text().strip()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("모델 폴더 고르기"))
        if folder:
            self.model.show_value(folder)
            self.keep()
