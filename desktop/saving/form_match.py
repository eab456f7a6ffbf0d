"""A company's own form on the save sheet: what was found in it and what will stand there, before anything is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.parts.widgets import button, label
from desktop.retold import retold
from desktop.saving.ways_out import ChosenForm
from desktop.words import marked, tr
from processing.errors import UnreadableFile
from processing.export.company_form import LARGEST_FORM, CompanyForm, FieldMatch
from processing.minutes import Minutes

FIELD = Qt.ItemDataRole.UserRole  # the field as the form is filled by it
COLUMNS = (marked("항목"), marked("자리"), marked("지금 있는 말"), marked("들어갈 말"))
ASK = marked("쓰던 회의록이나 회사 양식(.docx)을 여기에 끌어다 놓으세요.")
NOTHING = marked(
    "이 파일에서는 회의명, 일시, 참석자 같은 칸을 찾지 못했습니다. 칸 이름이 있는 양식이나 {{회의명}}처럼 적은 양식을 골라 주세요."
)


class FormMatch(QWidget):
    """The form's file and the table of its fields; a field that is unticked stays as it is. `changed` tells of a form."""

    changed = Signal()

    def __init__(self, minutes: Minutes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._raw = b""
        self.path: Path | None = None
        self._ticks: list[QTableWidgetItem] = []
        self._told = label(tr(ASK))
        self._told.setWordWrap(True)
        self.choose_button = button(tr("양식 고르기…"), self._ask_for_file)
        self._missing = label("", "warning")
        self._missing.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._made_table(), 1)
        column.addWidget(self._missing)

    def _made_table(self) -> QTableWidget:
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setAccessibleName(tr("양식에서 찾은 칸"))
        self.table.setHorizontalHeaderLabels([tr(name) for name in COLUMNS])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        for column, mode in enumerate(("ResizeToContents", "ResizeToContents", "Stretch", "Stretch")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        return self.table

    def _ask_for_file(self) -> None:
        folder = str(self.path.parent) if self.path is not None else ""
        name, _ = QFileDialog.getOpenFileName(self, tr("양식 고르기"), folder, tr("Word 문서 (*.docx)"))
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> bool:
        """Show what is found in a form; False if it is none, with the reason in its place."""
        try:
            raw = _bytes_of(path)
            form = CompanyForm(raw, path.name)
            found, missing = form.matches(self._minutes), form.missing(self._minutes)
        except UnreadableFile as error:
            self._refuse(retold(error.sentence))
            return False
        if not found:
            self._refuse(tr(NOTHING))
            return False
        self._raw, self.path = raw, path
        self._told.setText(
            tr("'{name}'에서 칸 {count}개를 찾았습니다. 그대로 둘 칸은 표시를 지우세요.").format(
                name=path.name, count=len(found)
            )
        )
        self._show(found)
        self._missing.setText(
            tr("양식에 자리가 없어 빠지는 내용: {missing}").format(missing=", ".join(map(retold, missing)))
            if missing
            else ""
        )
        self.changed.emit()
        return True

    def _refuse(self, sentence: str) -> None:
        self._raw, self.path = b"", None
        self.table.setRowCount(0)
        self._missing.clear()
        self._told.setText(sentence)
        self.changed.emit()

    def _show(self, found: tuple[FieldMatch, ...]) -> None:
        self.table.setRowCount(len(found))
        self._ticks = [QTableWidgetItem(retold(match.field)) for match in found]
        for row, (tick, match) in enumerate(zip(self._ticks, found, strict=True)):
            tick.setData(FIELD, match.field)
            tick.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(row, 0, tick)
            for column, text in enumerate((retold(match.how), match.old, match.new or tr("(비워 둠)")), 1):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(row, column, cell)
        self.table.resizeRowsToContents()

    def choice(self) -> ChosenForm | None:
        """The form with what is unticked; None while there is no form."""
        if self.path is None:
            return None
        skipped = frozenset(tick.data(FIELD) for tick in self._ticks if tick.checkState() == Qt.CheckState.Unchecked)
        return ChosenForm(self._raw, self.path.name, skipped)


def _bytes_of(path: Path) -> bytes:
    """The file's bytes. Raises `UnreadableFile`."""
    try:
        if path.stat().st_size > LARGEST_FORM:
            raise UnreadableFile(tr("양식 파일이 너무 큽니다. 그림을 뺀 .docx 파일로 다시 골라 주세요."), path.name)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            tr(
                "'{name}'을(를) 열지 못했습니다. 파일이 그 자리에 있는지, Word에서 열려 있지 않은지 확인해 주세요."
            ).format(name=path.name),
            path.name,
        ) from error
