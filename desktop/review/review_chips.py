"""The chips above the review: what there is to judge, left of total; one is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.note.review_rows import Chip, Counts, Review
from desktop.parts.flow_layout import FlowLayout
from desktop.parts.theme import colours_of
from desktop.parts.widgets import button
from desktop.words import tr


class ChipRow(QWidget):
    """One button a chip; those without anything under them are left out."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._chips: dict[Chip, QPushButton] = {}  # first: Qt tells of the palette while the parts are made
        super().__init__(parent)
        self.setAccessibleName(tr("제안 묶음"))
        row = FlowLayout(self, spacing=6)
        self._group = QButtonGroup(self)
        for chip in Chip:
            made = button(tr(chip.value), partial(self.chosen.emit, chip), "chip")
            made.setCheckable(True)
            self._group.addButton(made)
            self._chips[chip] = made
            row.addWidget(made)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        colours = colours_of(self.palette())
        style = (
            f"QPushButton {{ border-radius: 10px; padding: 4px 10px; }}"
            f"QPushButton:checked {{ background: {colours.chosen}; border-color: {colours.accent}; font-weight: 600; }}"
        )
        for made in self._chips.values():
            if made.styleSheet() != style:
                made.setStyleSheet(style)

    def show_counts(self, review: Review, chosen: Chip) -> None:
        """Show how much is left under each chip, and which is chosen."""
        for chip, made in self._chips.items():
            self._show_one(made, chip, review.counts[chip], is_chosen=chip is chosen)
        self.updateGeometry()

    def _show_one(self, made: QPushButton, chip: Chip, count: Counts, *, is_chosen: bool) -> None:
        fold = " ▸" if chip is Chip.DOUBTFUL and not is_chosen else ""
        made.setText(f"{tr(chip.value)}{fold} {count.left}/{count.total}")
        made.setAccessibleName(
            tr("{chip}, {total}곳 중 {left}곳 남음").format(chip=tr(chip.value), total=count.total, left=count.left)
        )
        made.setChecked(is_chosen)
        made.setVisible(bool(count.total) or is_chosen)


def end_sentence(review: Review, chip: Chip) -> str:
    """What is said where nothing is left under a chip."""
    left, kept = review.left, review.counts[Chip.HELD].left
    if left:
        return tr("여기는 다 보았습니다. 다른 곳에 %n건이 남아 있습니다.", "", left)
    if not any(count.total for count in review.counts.values()):
        return tr("고칠 제안이 없습니다.")
    folded = review.counts[Chip.DOUBTFUL].left if chip is not Chip.DOUBTFUL else 0
    told = [tr("검토를 마쳤습니다.") if not folded else tr("확실한 제안은 다 보았습니다.")]
    if kept:
        told.append(tr("보류 %n건은 남겨 두었습니다.", "", kept))
    if folded:
        told.append(tr("확신이 낮은 제안 %n건은 접어 두었습니다.", "", folded))
    return " ".join(told)
