"""The sheet before saving: the page as it will be, what goes into it, where it goes. It writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.minutes.left_to_do import Left
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.saving.form_match import FormMatch
from desktop.saving.paper import lay_on_paper
from desktop.saving.save_preview import preview_html
from desktop.saving.save_warnings import WITHOUT, warnings_of
from desktop.saving.ways_out import FORM, WAYS, WITH_CHOICES, ChosenForm, proposed_name
from desktop.words import marked, tr
from processing.errors import UnwritableResult
from processing.export.blocks import Choices, Section
from processing.export.html_page import page_of
from processing.files import Stamp, safe_name, stamp_of
from processing.minutes import Minutes

COPIES = {
    "mail": marked("메일 본문"),
    "notion": marked("노션"),
    "slack": marked("슬랙"),
    "kakaotalk": marked("카카오톡"),
}
PAGE_MARGIN = 36  # pixels
PAPER = "QTextBrowser { background: #ffffff; color: #000000; }"  # a page is white in the dark too


@dataclass(frozen=True)
class SaveOrder:
    """What the person decided: where to, in which format, with what in it; `seen` is the file they would replace.

    `form` is the company's form that is to be filled, `form_path` the file that it was read from.
    """

    target: Path
    format: str
    choices: Choices
    seen: Stamp | None = None
    form: ChosenForm | None = None
    form_path: Path | None = None


class SaveSheet(QDialog):
    """`ordered` brings a `SaveOrder`; `link_wanted` names the place of the window where a warning is mended;
    `copy_wanted` what is to be put on the clipboard instead of into a file.

    A .docx dropped on it is taken for the company's form.
    """

    ordered = Signal(object)
    link_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(
        self, minutes: Minutes, choices: Choices, left: Left, folder: Path, format_: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._minutes, self._choices, self._folder = minutes, choices, folder
        self._proposed = ""
        self._shown: QTextDocument | None = None
        self.setWindowTitle(tr("저장"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(940, 680)
        row = QHBoxLayout(self)
        row.addWidget(self._page(), 3)
        row.addLayout(self._controls(left, format_), 2)
        self._choose_format()
        self.save_button.setFocus()

    def _page(self) -> QStackedWidget:
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(tr("미리 보기"))
        self.preview.setOpenLinks(False)
        self.preview.setStyleSheet(PAPER)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = FormMatch(self._minutes)
        self.form.changed.connect(self._allow_saving)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.form)
        return self._stack

    def _controls(self, left: Left, format_: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self._file_box(format_))
        self._boxes = (self._sections_box(), self._extras_box())
        for box in self._boxes:
            column.addWidget(box)
        self._warnings = [(where, self._warning(sentence, where)) for sentence, where in warnings_of(left)]
        for _, warning in self._warnings:
            column.addWidget(warning)
        column.addStretch(1)
        self._copied = label("", "faint")
        column.addWidget(self._copied)
        column.addLayout(self._buttons())
        return column

    def _file_box(self, format_: str) -> QGroupBox:
        box = QGroupBox(tr("파일"))
        grid = QGridLayout(box)
        self.format = QComboBox()
        self.format.setAccessibleName(tr("파일 형식"))
        for key, (_, name) in WAYS.items():
            self.format.addItem(retold(name), key)
        self.format.setCurrentIndex(self.format.findData(format_))
        self.format.activated.connect(lambda _index: self._choose_format())
        self.name = HangulLineEdit()
        self.name.setAccessibleName(tr("파일 이름"))
        self._where = label(_short(self._folder), "faint")
        self._where.setToolTip(str(self._folder))
        change = button(tr("다른 폴더…"), self._choose_folder, "link")
        grid.addWidget(self.format, 0, 0, 1, 2)
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(self._where, 2, 0)
        grid.addWidget(change, 2, 1, Qt.AlignmentFlag.AlignRight)
        return box

    def _sections_box(self) -> QGroupBox:
        box = QGroupBox(tr("넣을 내용"))
        grid = QGridLayout(box)
        offered = [section for section in Section if section in self._choices.layout.sections]
        self.sections: dict[Section, QCheckBox] = {}
        for i, section in enumerate(offered):
            check = self.sections[section] = QCheckBox(retold(section.value))
            check.setChecked(self._choices.wants(section))
            check.toggled.connect(self.refresh)
            grid.addWidget(check, i // 2, i % 2)
        return box

    def _extras_box(self) -> QGroupBox:
        box = QGroupBox(tr("덧붙일 것"))
        column = QVBoxLayout(box)
        self.evidence, self.transcript, self.corrections = (
            QCheckBox(tr("근거 시각")),
            QCheckBox(tr("녹취록 붙임")),
            QCheckBox(tr("고친 목록")),
        )
        self.evidence.setChecked(self._choices.evidence)
        self.transcript.setChecked(self._choices.transcript)
        self.corrections.setChecked(self._choices.corrections)
        for check in (self.evidence, self.transcript, self.corrections):
            check.toggled.connect(self.refresh)
            column.addWidget(check)
        return box

    def _warning(self, sentence: str, where: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = label(sentence, "warning")
        words.setWordWrap(True)
        row.addWidget(words, 1)
        link = button(tr("보기"), lambda: self._follow(where), "link")
        link.setAccessibleName(tr("{sentence} 보기").format(sentence=sentence))
        row.addWidget(link)
        return line

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._copy_button())
        row.addStretch(1)
        self.save_button = button(tr("저장"), self._order, "primary")
        self.save_button.setDefault(True)
        row.addWidget(button(tr("취소"), self.reject))
        row.addWidget(self.save_button)
        return row

    def _copy_button(self) -> QPushButton:
        self.copies = QMenu(self)
        for kind, name in COPIES.items():
            self.copies.addAction(tr(name), partial(self._copy, kind, tr(name)))
        made = button(tr("복사해서 보내기"), lambda: None)
        made.setMenu(self.copies)
        return made

    def _copy(self, kind: str, name: str) -> None:
        self.copy_wanted.emit(kind)
        self._copied.setText(tr("{name} 글을 복사했습니다. 보낼 곳에 붙여넣어 주세요.").format(name=name))

    @property
    def chosen_format(self) -> str:
        """The format that is chosen: a key of `WAYS`."""
        return str(self.format.currentData())

    def choices(self) -> Choices:
        """What is ticked."""
        return replace(
            self._choices,
            sections=frozenset(section for section, check in self.sections.items() if check.isChecked()),
            evidence=self.evidence.isChecked(),
            transcript=self.transcript.isChecked(),
            corrections=self.corrections.isChecked(),
        )

    def refresh(self) -> None:
        """Show the page as it will be."""
        if self.chosen_format == FORM:
            self._stack.setCurrentWidget(self.form)
            return
        self._stack.setCurrentWidget(self.preview)
        at, before = self.preview.verticalScrollBar().value(), self._shown
        self._shown = self._laid_out(self._page_or_refusal())
        self.preview.setDocument(self._shown)
        if before is not None:
            before.deleteLater()
        self.preview.verticalScrollBar().setValue(at)

    def _page_or_refusal(self) -> str:
        """The page as HTML; where the note cannot leave in this format the reason, and nothing to save."""
        try:
            return preview_html(self._minutes, self.chosen_format, self.choices())
        except UnwritableResult as refused:
            self.save_button.setEnabled(False)
            return page_of([f"<p>{escape(refused.sentence)}</p>"])

    def _laid_out(self, html: str) -> QTextDocument:
        page = QTextDocument(self.preview)
        page.setDefaultFont(self.preview.font())
        page.setDocumentMargin(PAGE_MARGIN)
        lay_on_paper(page, html)
        return page

    def use_form(self, path: Path) -> bool:
        """Choose to fill this form; False where it is none."""
        self.format.setCurrentIndex(self.format.findData(FORM))
        is_form = self.form.load(path)
        self._choose_format()
        return is_form

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _form_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _form_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.use_form(path)

    def _choose_format(self) -> None:
        for box in self._boxes:
            box.setVisible(self.chosen_format in WITH_CHOICES)
        for where, warning in self._warnings:
            warning.setVisible(self.chosen_format not in WITHOUT[where])
        self._propose_name()
        self._allow_saving()
        self.refresh()

    def _propose_name(self) -> None:
        """The name by pattern, or the one that the person typed with the ending of the format."""
        proposed = _free(self._folder, proposed_name(self._minutes, self.chosen_format, self._choices))
        typed = self.name.text().strip()
        if typed not in ("", self._proposed):
            endings = sorted({f".{ending}" for ending, _ in WAYS.values()})
            stem = next((typed[: -len(end)] for end in endings if typed.lower().endswith(end)), typed)
            self.name.show_value(stem + Path(proposed).suffix)
        else:
            self.name.show_value(proposed)
            self._proposed = proposed

    def _allow_saving(self) -> None:
        self.save_button.setEnabled(self.chosen_format != FORM or self.form.choice() is not None)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("저장할 폴더"), str(self._folder))
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
        ending = f".{WAYS[self.chosen_format][0]}"
        typed = self.name.text().strip()
        stem = safe_name(typed[: -len(ending)] if typed.lower().endswith(ending) else typed, "")
        if not stem:
            self.name.setFocus()
            return
        self.name.show_value(stem + ending)  # a name that no other system would take is not written
        target = self._folder / (stem + ending)
        seen = stamp_of(target)
        if seen is None:
            self._send(target, None)
        else:
            self._ask_to_replace(target, seen)

    def _ask_to_replace(self, target: Path, seen: Stamp) -> None:
        question = tr("'{name}' 파일이 이미 있습니다. 바꿀까요?").format(name=target.name)
        box = QMessageBox(QMessageBox.Icon.Question, tr("저장"), question, parent=self)
        replace = box.addButton(tr("바꾸기"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("취소"), QMessageBox.ButtonRole.RejectRole)
        replace.clicked.connect(lambda: self._send(target, seen))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _send(self, target: Path, seen: Stamp | None) -> None:
        form = self.form.choice() if self.chosen_format == FORM else None
        self.ordered.emit(SaveOrder(target, self.chosen_format, self.choices(), seen, form, self.form.path))
        self.accept()


def _form_in(event: QDropEvent) -> Path | None:
    """The one Word file that is being dropped."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".docx" else None


def _free(folder: Path, name: str) -> str:
    """The name, or with " (2)" and so on where a file of that name lies there already."""
    path, number = Path(name), 2
    while (folder / name).exists():
        name, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return name


def _short(folder: Path) -> str:
    return f"…/{folder.name}" if len(str(folder)) > 36 else str(folder)
