"""The menu of a line of the minutes: what can be done with it, and the lines that can be added below."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from desktop.minutes.minutes_rows import HEADINGS, Row, RowKind
from desktop.retold import retold
from desktop.words import marked, tr
from processing.neighbourhood import can_be_renewed, can_be_replaced
from processing.note import LineKind

INTO = {LineKind.DECISION: marked("결정 사항으로 넣기"), LineKind.ACTION: marked("할 일로 넣기")}
ADDABLE = (LineKind.SUMMARY, LineKind.TOPIC, LineKind.DECISION, LineKind.ACTION, LineKind.OPEN_POINT)


class LineVerbs(Protocol):
    """What a page does with its chosen line."""

    def edit_line(self) -> object:
        """Open its editor."""

    def toggle_evidence(self) -> None:
        """Open the words that say it, or close them."""

    def jump(self) -> None:
        """Go to the words that say it."""

    def confirm_line(self) -> None:
        """Take it as right."""

    def renew_line(self) -> None:
        """Have it made again."""

    def replace_line(self) -> None:
        """Have another sentence put in its place."""

    def toggle_done(self) -> None:
        """Mark a task as done, or as to do."""

    def put_among(self, kind: LineKind) -> None:
        """Put it among the lines of a kind too."""

    def remove_line(self) -> None:
        """Take it out."""

    def move_line(self, step: int) -> None:
        """Move it up or down among its kind."""

    def add_below(self) -> None:
        """Write another of its kind under it."""

    def add_line(self, kind: LineKind) -> None:
        """Write one of a kind at the end."""


def menu_of(page: LineVerbs, row: Row | None, parent: QWidget) -> QMenu:
    """What can be done with a row of the page."""
    menu = QMenu(parent)
    if row is not None and row.line is not None:
        _add_looking(menu, page)
        _add_judging(menu, page, row)
        menu.addSeparator()
        for kind, name in INTO.items():
            if row.line.line.kind is not kind:
                menu.addAction(tr(name), partial(page.put_among, kind))
        menu.addAction(tr("줄 지우기\tDelete"), page.remove_line)
        menu.addSeparator()
    menu.addAction(tr("아래에 줄 추가\tCtrl+Enter"), page.add_below)
    others = menu.addMenu(tr("줄 추가"))
    for kind in ADDABLE:
        others.addAction(retold(HEADINGS[kind]), partial(page.add_line, kind))
    return menu


def _add_looking(menu: QMenu, page: LineVerbs) -> None:
    menu.addAction(tr("고치기\tEnter"), page.edit_line)
    menu.addAction(tr("원래 말 보기\tSpace"), page.toggle_evidence)
    menu.addAction(tr("녹취록에서 보기\tCtrl+J"), page.jump)


def _add_judging(menu: QMenu, page: LineVerbs, row: Row) -> None:
    assert row.line is not None
    if row.wants_look:
        menu.addAction(tr("확인했음\tCtrl+Shift+E"), page.confirm_line)
    if can_be_renewed(row.line.line):
        menu.addAction(tr("다시 만들기\tCtrl+B"), page.renew_line)
    if can_be_replaced(row.line.line):
        menu.addAction(tr("다른 문장으로 바꾸기\tCtrl+Shift+B"), page.replace_line)
    if row.kind is RowKind.TASK:
        menu.addAction(tr("완료 표시 바꾸기"), page.toggle_done)
