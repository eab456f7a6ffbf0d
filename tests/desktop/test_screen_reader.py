"""What a screen reader is told of the views."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from talk import full_session

from desktop.minutes.minutes_page import MinutesPage
from desktop.review.review_panel import ReviewPanel
from desktop.speakers.speakers_sheet import SpeakersSheet
from desktop.transcript.transcript_view import TranscriptView


@pytest.fixture(params=[MinutesPage, TranscriptView, ReviewPanel, SpeakersSheet])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param(full_session())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def controls(view: QWidget) -> Iterator[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
    yield from (
        child for child in [view, *view.findChildren(QWidget)] if isinstance(child, kinds) and child.isVisible()
    )


def test_every_control_says_what_it_is(view: QWidget) -> None:
    for control in controls(view):
        told = QAccessible.queryAccessibleInterface(control)
        assert told is not None
        assert told.text(QAccessible.Text.Name), control


def said(view: QAbstractItemView) -> list[str]:
    told = QAccessible.queryAccessibleInterface(view)
    assert told is not None
    children = (told.child(i) for i in range(told.childCount()))
    return [child.text(QAccessible.Text.Name) for child in children if child is not None]


def test_a_paragraph_is_read_with_speaker_and_time(qtbot: QtBot) -> None:
    view = TranscriptView(full_session())
    qtbot.addWidget(view)
    view.show()
    assert said(view)[1].startswith("참석자 2, 00:21, 네, 프로포트가")


def test_a_line_is_read_with_its_state_and_time(qtbot: QtBot) -> None:
    page = MinutesPage(full_session())
    qtbot.addWidget(page)
    page.show()
    assert "「그 표를 보고 정하기로 하죠」, 확인 필요, 근거 01:10" in said(page)


def test_a_row_of_the_review_is_read_with_what_was_heard(qtbot: QtBot) -> None:
    panel = ReviewPanel(full_session())
    qtbot.addWidget(panel)
    panel.show()
    assert any("RAG ← 레그 1" in name for name in said(panel.tree))
