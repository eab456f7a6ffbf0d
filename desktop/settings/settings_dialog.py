"""설정: glossaries, keywords, the start page, colours, where the data lies. What changes the language's load does so at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.library.shelf import Shelf
from desktop.model.consulting import Consulting
from desktop.parts.widgets import button, label
from desktop.preferences import Preferences
from desktop.retold import language_code, retold
from desktop.settings.data_box import DataBox
from desktop.settings.keyword_box import KeywordBox
from desktop.settings.model_box import ModelBox
from desktop.settings.speech import CHOICES, spoken
from desktop.words import marked, tr
from processing.errors import BrokenGlossary
from processing.terms.glossary import read_glossary

SCHEMES = {"system": marked("시스템 설정을 따름"), "light": marked("밝게"), "dark": marked("어둡게")}

WIDTH = 600  # pixels of the boxes when the dialog opens


def _scrolled(boxes: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(boxes)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


class SettingsDialog(QDialog):
    """`language_changed` when glossaries were added or taken away, `scheme_changed` when the colours were,
    `speech_changed` when the interface is to speak another language.
    """

    language_changed = Signal()
    speech_changed = Signal()
    scheme_changed = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        shelf: Shelf,
        folder: Path,
        parent: QWidget | None = None,
        consulting: Consulting | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.data_box = DataBox(shelf, folder)
        self._was = preferences.language_options()
        self._spoke = spoken(preferences.speech)
        self.setWindowTitle(tr("설정"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.addWidget(self._glossary_box())
        self.keyword_box = KeywordBox(preferences)
        column.addWidget(self.keyword_box)
        self.model_box = ModelBox(consulting) if consulting is not None else None
        if self.model_box is not None:
            column.addWidget(self.model_box)
        column.addWidget(self._look_box())
        column.addWidget(self.data_box)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(_scrolled(boxes), 1)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addStretch(1)
        self.close_button = button(tr("닫기"), self.accept, "primary")
        row.addWidget(self.close_button)
        whole.addLayout(row)
        self._fit(column)
        self.finished.connect(self._settle)

    def _fit(self, column: QVBoxLayout) -> None:
        """As large as all boxes need, or as the screen has room for: the rest is scrolled to."""
        room = self.screen().availableGeometry()
        width = max(WIDTH, column.totalMinimumSize().width())
        needed = column.totalHeightForWidth(width) + self.close_button.sizeHint().height() + 32
        self.resize(min(width + 16, room.width() - 32), min(needed, room.height() - 64))

    def _glossary_box(self) -> QGroupBox:
        box = QGroupBox(tr("용어집"))
        column = QVBoxLayout(box)
        self.built_in = QCheckBox(tr("기본 용어집 쓰기"))
        self.built_in.setChecked(self._preferences.has_built_in)
        self.built_in.toggled.connect(self._keep_built_in)
        self.glossaries = QListWidget()
        self.glossaries.setAccessibleName(tr("내 용어집 파일"))
        self.glossaries.setFixedHeight(96)
        self.glossaries.addItems(list(self._preferences.glossaries))
        self.complaint = label("", "warning")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        row = QHBoxLayout()
        row.addWidget(button(tr("CSV 파일 추가…"), self._choose_glossary))
        row.addWidget(button(tr("목록에서 빼기"), self._drop_glossary))
        row.addStretch(1)
        column.addWidget(self.built_in)
        column.addWidget(self.glossaries)
        hint = label(tr("첫 줄이 term,readings,domain,aliases인 CSV 파일입니다. 파일은 그 자리에서 읽습니다."), "faint")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self.complaint)
        column.addLayout(row)
        return box

    def _look_box(self) -> QGroupBox:
        box = QGroupBox(tr("화면"))
        column = QVBoxLayout(box)
        self.downloads = QCheckBox(tr("시작 화면에 다운로드 폴더에서 찾은 파일 보이기"))
        self.downloads.setChecked(self._preferences.looks_in_downloads)
        self.downloads.toggled.connect(self._keep_downloads)
        self.scheme = QComboBox()
        self.scheme.setAccessibleName(tr("색"))
        for key, name in SCHEMES.items():
            self.scheme.addItem(tr(name), key)
        self.scheme.setCurrentIndex(self.scheme.findData(self._preferences.scheme))
        self.scheme.activated.connect(self._keep_scheme)
        row = QHBoxLayout()
        row.addWidget(label(tr("색")))
        row.addWidget(self.scheme)
        row.addSpacing(16)
        self._add_speech(row)
        row.addStretch(1)
        column.addWidget(self.downloads)
        column.addLayout(row)
        column.addWidget(self.next_start)
        return box

    def _add_speech(self, row: QHBoxLayout) -> None:
        self.speech = QComboBox()
        self.speech.setAccessibleName(tr("언어"))
        for key, name in CHOICES.items():
            self.speech.addItem(tr(name), key)
        self.speech.setCurrentIndex(self.speech.findData(self._preferences.speech))
        self.speech.activated.connect(self._keep_speech)
        self.next_start = label(tr("설정을 닫으면 창이 이 언어로 다시 열립니다."), "faint")
        self.next_start.hide()
        row.addWidget(label(tr("언어 (Language)")))
        row.addWidget(self.speech)

    def add_glossary(self, path: str) -> None:
        """Take a glossary in if it can be read; else say which row is broken."""
        try:
            read_glossary(Path(path))
        except BrokenGlossary as error:
            self.complaint.setText(retold(error.sentence))
            self.complaint.show()
            return
        self.complaint.hide()
        if path not in self._preferences.glossaries:
            self._preferences.glossaries = (*self._preferences.glossaries, path)
            self.glossaries.addItem(path)

    def _choose_glossary(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, tr("용어집 추가"), "", tr("용어집 (*.csv)"))
        for path in paths:
            self.add_glossary(path)

    def _drop_glossary(self) -> None:
        row = self.glossaries.currentRow()
        if row >= 0:
            item = self.glossaries.takeItem(row)
            kept = tuple(path for path in self._preferences.glossaries if item is None or path != item.text())
            self._preferences.glossaries = kept

    def _keep_built_in(self, wanted: bool) -> None:
        self._preferences.has_built_in = wanted

    def _keep_downloads(self, wanted: bool) -> None:
        self._preferences.looks_in_downloads = wanted

    def _keep_scheme(self, index: int) -> None:
        self._preferences.scheme = self.scheme.itemData(index)
        self.scheme_changed.emit(self._preferences.scheme)

    def _keep_speech(self, index: int) -> None:
        self._preferences.speech = self.speech.itemData(index)
        self.next_start.setVisible(spoken(self._preferences.speech) != language_code())

    def _settle(self) -> None:
        self.keyword_box.keep()
        self._preferences.write()
        if self._preferences.language_options() != self._was:
            self.language_changed.emit()
        if spoken(self._preferences.speech) not in (self._spoke, language_code()):
            self.speech_changed.emit()
