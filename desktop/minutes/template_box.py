"""The list of templates beside a note's title: those that ship, then a person's own from their folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.retold import retold
from desktop.words import marked, tr
from processing.errors import UserError
from processing.export.blocks import LECTURE, MINUTES, Choices
from processing.export.layout import Layout
from processing.export.layout_files import OwnTemplates, furnish, own_templates

TEMPLATES = {MINUTES: marked("회의록"), LECTURE: marked("강의·멘토링 노트")}


class TemplateBox(QComboBox):
    """Lists the templates; an item's data is its key: one of `TEMPLATES`, or the name of a person's own.

    The folder is read when the box is made and whenever the list opens. `refused` then says why a file is none, or that
    the note's template is gone; `renewed` that a person's own are no longer as they were.
    """

    refused = Signal(str)
    renewed = Signal()

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own: dict[str, Layout] = {}
        self._wanted = MINUTES
        self.setAccessibleName(tr("양식"))
        for key, name in TEMPLATES.items():
            self.addItem(tr(name), key)
        self._refusals: tuple[UserError, ...] = ()
        self.read()

    def read(self) -> None:
        """Read the folder again."""
        found = own_templates(self._folder) if self._folder is not None else OwnTemplates()
        was, self._own = self._own, {layout.name: layout for layout in found.layouts}
        self._refusals = found.refusals
        while self.count() > len(TEMPLATES):
            self.removeItem(self.count() - 1)
        for name in self._own:
            self.addItem(name, name)
        self.show_chosen(self._wanted)
        if self._own != was:
            self.renewed.emit()

    @property
    def trouble(self) -> str:
        """What is wrong: that the note's template is gone, why a file is none; "" if nothing is."""
        gone = tr("이 노트의 양식 '{name}'이(가) 양식 폴더에 없어 회의록 양식으로 보입니다.")
        said = [gone.format(name=self.missing)] if self.missing else []
        return " ".join([*said, *(retold(error.sentence) for error in self._refusals)])

    def showPopup(self) -> None:
        """Open the list, as the folder is now."""
        self.read()
        if self.trouble:
            self.refused.emit(self.trouble)
        super().showPopup()

    def show_chosen(self, key: str) -> None:
        """Show the template of a key; 회의록 in place of one that is gone."""
        self._wanted = key
        self.setCurrentIndex(max(self.findData(key), 0))

    @property
    def missing(self) -> str:
        """The name of the template that the note wants and nobody has; "" where it is there."""
        return "" if self.findData(self._wanted) >= 0 else self._wanted

    def name_of(self, key: str) -> str:
        """What a template is called, in Korean."""
        return TEMPLATES.get(key, key)

    def choices(self) -> Choices:
        """What the shown template prints."""
        return self.choices_of(str(self.currentData()))

    def choices_of(self, key: str) -> Choices:
        """What the template of a key prints; 회의록 in place of one that is gone."""
        own = self._own.get(key) if key not in TEMPLATES else None
        return Choices(key, own=own) if own is not None or key in TEMPLATES else Choices()

    @property
    def own_names(self) -> list[str]:
        """The names of a person's own templates, which are their keys."""
        return list(self._own)


def open_templates(folder: Path) -> None:
    """Show the folder of a person's own templates; a new one has an example. Raises `UnwritableResult`."""
    furnish(folder)
    show_in_files(folder)


def show_in_files(folder: Path) -> None:
    """Open a folder in the system's own window of files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
