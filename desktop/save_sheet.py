"""The sheet before saving: the page as it will be, what goes into it, where it goes. It writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.hangul_fields import HangulLineEdit
from desktop.left_to_do import Left
from desktop.widgets import button, label
from processing.export.blocks import ALWAYS, DEFAULT_SECTIONS, Choices, Section
from processing.export.formats import FORMATS, export
from processing.files import Stamp, result_name, stamp_of
from processing.minutes import Minutes

SPEAKERS, CHECKS, INFO = "speakers", "checks", "info"


@dataclass(frozen=True)
class SaveOrder:
    """What the person decided: where to, in which format, with what in it; `seen` is the file they would replace."""

    target: Path
    format: str
    choices: Choices
    seen: Stamp | None = None


class SaveSheet(QDialog):
    """`ordered` brings a `SaveOrder`; `link_wanted` names the place of the window where a warning is mended."""

    ordered = Signal(object)
    link_wanted = Signal(str)

    def __init__(
        self, minutes: Minutes, choices: Choices, left: Left, folder: Path, format_: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._minutes, self._choices, self._folder = minutes, choices, folder
        self.setWindowTitle("저장")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 640)
        self.preview = QTextBrowser()
        self.preview.setAccessibleName("미리 보기")
        self.preview.setOpenLinks(False)
        self.preview.document().setDocumentMargin(18)
        row = QHBoxLayout(self)
        row.addWidget(self.preview, 3)
        row.addLayout(self._controls(left, format_), 2)
        self._choose_format()
        self.refresh()
        self.save_button.setFocus()

    def _controls(self, left: Left, format_: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self._file_box(format_))
        column.addWidget(self._sections_box())
        column.addWidget(self._extras_box())
        for sentence, where in warnings_of(left):
            column.addLayout(self._warning(sentence, where))
        column.addStretch(1)
        column.addLayout(self._buttons())
        return column

    def _file_box(self, format_: str) -> QGroupBox:
        box = QGroupBox("파일")
        grid = QGridLayout(box)
        self.format = QComboBox()
        self.format.setAccessibleName("파일 형식")
        for key, (_, name) in FORMATS.items():
            self.format.addItem(name, key)
        self.format.setCurrentIndex(self.format.findData(format_))
        self.format.activated.connect(lambda _index: self._choose_format())
        self.name = HangulLineEdit()
        self.name.setAccessibleName("파일 이름")
        self._where = label(_short(self._folder), "faint")
        self._where.setToolTip(str(self._folder))
        change = button("다른 폴더…", self._choose_folder, "link")
        grid.addWidget(self.format, 0, 0, 1, 2)
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(self._where, 2, 0)
        grid.addWidget(change, 2, 1, Qt.AlignmentFlag.AlignRight)
        return box

    def _sections_box(self) -> QGroupBox:
        box = QGroupBox("넣을 내용")
        grid = QGridLayout(box)
        wanted = DEFAULT_SECTIONS[self._choices.template]
        offered = [section for section in Section if section in wanted or section not in ALWAYS]
        self.sections: dict[Section, QCheckBox] = {}
        for i, section in enumerate(offered):
            check = self.sections[section] = QCheckBox(section.value)
            check.setChecked(self._choices.wants(section))
            check.toggled.connect(self.refresh)
            grid.addWidget(check, i // 2, i % 2)
        return box

    def _extras_box(self) -> QGroupBox:
        box = QGroupBox("덧붙일 것")
        column = QVBoxLayout(box)
        self.evidence, self.transcript, self.corrections = (
            QCheckBox("근거 시각"),
            QCheckBox("녹취록 붙임"),
            QCheckBox("고친 목록"),
        )
        self.evidence.setChecked(self._choices.evidence)
        self.transcript.setChecked(self._choices.transcript)
        self.corrections.setChecked(self._choices.corrections)
        for check in (self.evidence, self.transcript, self.corrections):
            check.toggled.connect(self.refresh)
            column.addWidget(check)
        return box

    def _warning(self, sentence: str, where: str) -> QHBoxLayout:
        row = QHBoxLayout()
        words = label(sentence, "warning")
        words.setWordWrap(True)
        row.addWidget(words, 1)
        link = button("보기", lambda: self._follow(where), "link")
        link.setAccessibleName(f"{sentence} 보기")
        row.addWidget(link)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.save_button = button("저장", self._order, "primary")
        self.save_button.setDefault(True)
        row.addWidget(button("취소", self.reject))
        row.addWidget(self.save_button)
        return row

    def choices(self) -> Choices:
        """What is ticked."""
        return Choices(
            self._choices.template,
            frozenset(section for section, check in self.sections.items() if check.isChecked()),
            self.evidence.isChecked(),
            self.transcript.isChecked(),
            self.corrections.isChecked(),
        )

    def refresh(self) -> None:
        """Show the page as it will be."""
        at = self.preview.verticalScrollBar().value()
        chosen = self.choices()
        without_appendix = Choices(chosen.template, chosen.sections, chosen.evidence)
        self.preview.setMarkdown(export(self._minutes, "md", without_appendix).decode())
        self.preview.verticalScrollBar().setValue(at)

    def _choose_format(self) -> None:
        ending = FORMATS[self.format.currentData()][0]
        info = self._minutes.info
        date = info.date or (self._minutes.recorded_at.date().isoformat() if self._minutes.recorded_at else "")
        what = "회의록" if self._choices.template == "minutes" else "노트"
        name = result_name(info.title or self._minutes.title or "", date, ending, what)
        self.name.show_value(_free(self._folder, name))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "저장할 폴더", str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(_short(self._folder))
            self._where.setToolTip(chosen)
            self._choose_format()

    def _follow(self, where: str) -> None:
        self.reject()
        self.link_wanted.emit(where)

    def _order(self) -> None:
        self.name.flush()
        ending = f".{FORMATS[self.format.currentData()][0]}"
        name = self.name.text().strip()
        target = self._folder / (name if name.lower().endswith(ending) else name + ending)
        seen = stamp_of(target)
        if not name.removesuffix(ending):
            self.name.setFocus()
        elif seen is None:
            self._send(target, None)
        else:
            self._ask_to_replace(target, seen)

    def _ask_to_replace(self, target: Path, seen: Stamp) -> None:
        question = f"'{target.name}' 파일이 이미 있습니다. 바꿀까요?"
        box = QMessageBox(QMessageBox.Icon.Question, "저장", question, parent=self)
        replace = box.addButton("바꾸기", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("취소", QMessageBox.ButtonRole.RejectRole)
        replace.clicked.connect(lambda: self._send(target, seen))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _send(self, target: Path, seen: Stamp | None) -> None:
        self.ordered.emit(SaveOrder(target, self.format.currentData(), self.choices(), seen))
        self.accept()


def warnings_of(left: Left) -> list[tuple[str, str]]:
    """What is still missing, as sentences, each with the place of the window where it is mended."""
    unnamed = left.speakers - left.named
    told = [
        (f"이름이 없는 참석자가 {unnamed}명 있습니다.", SPEAKERS, unnamed),
        (f"확인이 필요한 줄이 {left.to_check}개 있습니다.", CHECKS, left.to_check),
        (f"회의 정보에 빈칸이 {left.blanks}개 있습니다.", INFO, left.blanks),
    ]
    return [(sentence, where) for sentence, where, count in told if count]


def _free(folder: Path, name: str) -> str:
    """The name, or with " (2)" and so on where a file of that name lies there already."""
    path, number = Path(name), 2
    while (folder / name).exists():
        name, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return name


def _short(folder: Path) -> str:
    return f"…/{folder.name}" if len(str(folder)) > 36 else str(folder)
