"""Every window that a menu opens, by keyboard, for a screen reader, and with the Korean input method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from talk import compose, type_hangul
from test_saving import click

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.parts.name_sheet import NameSheet
from processing.turns.by_hand import Scope

WINDOWS = (
    "library",
    "replace_over",
    "settings",
    "history",
    "info",
    "save",
    "export",
    "company_form",
    "glossary",
    "add_term",
    "learned",
    "show_sent",
    "help",
    "keys",
    "about",
    "refine",
    "copy_question",
    "paste_answer",
    "unread",
    "earlier",
)
TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
CONTROLS = (QAbstractButton, QComboBox, QAbstractItemView, QAbstractSpinBox, QProgressBar, *TEXTS)


@pytest.fixture
def opened(window: MainWindow, page: NotePage, qtbot: QtBot) -> Iterator[Callable[[str], list[QWidget]]]:
    """Opens a window from the menu, after those before were closed: all dialogs that then stand there, the front last."""

    def open_(name: str) -> list[QWidget]:
        for old in dialogs():
            old.close()
        window.menus.action(name).trigger()
        qtbot.waitUntil(lambda: bool(dialogs()))
        qtbot.wait(20)  # what the library and the other process have to say
        qtbot.waitUntil(lambda: dialogs()[-1].isActiveWindow())  # no field has the focus before
        return dialogs()

    assert page.isVisible()
    yield open_
    for old in dialogs():
        old.close()


def dialogs() -> list[QWidget]:
    shown = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
    return sorted(shown, key=lambda top: top is QApplication.activeModalWidget())


def controls(of: QWidget) -> Iterator[QWidget]:
    """What a person can act on or read in a window; the inner parts of Qt's own controls are theirs."""
    for child in of.findChildren(QWidget):
        parts = (child, child.parent(), child.parent().parent() if child.parent() else None)
        is_inner = any(part is not None and part.objectName().startswith("qt_") for part in parts)
        is_popup = child.window() is not of
        is_inner = is_inner or isinstance(child, QHeaderView)
        if isinstance(child, CONTROLS) and child.isVisible() and not is_inner and not is_popup:
            yield child


NOTHING_TO_SHOW = ("unread", "earlier")  # the talk has neither lines that were not read nor a meeting before it
SHOWN = [name for name in WINDOWS if name not in NOTHING_TO_SHOW]


def test_every_control_says_what_it_is(opened: Callable[[str], list[QWidget]]) -> None:
    silent = [
        (name, type(control).__name__, control.objectName())
        for name in SHOWN
        for window in opened(name)
        for control in controls(window)
        if not name_of(control)
    ]
    assert not silent


def name_of(control: QWidget) -> str:
    """What a screen reader calls a control."""
    told = QAccessible.queryAccessibleInterface(control)
    return told.text(QAccessible.Text.Name).strip() if told is not None else ""


def test_every_control_that_acts_is_reached_by_tab(opened: Callable[[str], list[QWidget]]) -> None:
    unreachable = []
    for name in SHOWN:
        window = opened(name)[-1]
        reached = set(chain_of(window))
        acting = [one for one in controls(window) if one.isEnabled() and not isinstance(one, QProgressBar)]
        unreachable += [(name, name_of(one)) for one in acting if one not in reached or not takes_tab(one)]
    assert not unreachable


def chain_of(window: QWidget) -> Iterator[QWidget]:
    """Where Tab goes, from a window on until it comes back."""
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        yield at
        at = at.nextInFocusChain()


def takes_tab(control: QWidget) -> bool:
    """Whether Tab stops here; of a choice of several Tab reaches one, arrows the others."""
    proxy = control.focusProxy() or control
    is_grouped = isinstance(control, QAbstractButton) and control.autoExclusive()
    return is_grouped or bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_escape_closes_every_window(opened: Callable[[str], list[QWidget]], qtbot: QtBot) -> None:
    still_open = []
    for name in SHOWN:
        for _ in opened(name):
            qtbot.keyClick(QApplication.activeModalWidget() or dialogs()[-1], Qt.Key.Key_Escape)
        if dialogs():
            still_open.append(name)
    assert not still_open


def fields(window: QWidget) -> list[QLineEdit | QPlainTextEdit | QTextEdit]:
    """Where a person can type."""
    return [one for one in controls(window) if isinstance(one, TEXTS) and one.isEnabled() and not one.isReadOnly()]


def test_a_syllable_in_work_is_kept_in_every_field_when_the_focus_goes(
    opened: Callable[[str], list[QWidget]],
) -> None:
    lost, count = [], 0
    for name in SHOWN:
        window = opened(name)[-1]
        for field in fields(window):
            field.setFocus()
            compose(field, "흙")
            next(one for one in controls(window) if one is not field and one.isEnabled()).setFocus()
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            count += 1
            if "흙" not in text:
                lost.append((name, name_of(field)))
    assert count > 20
    assert not lost


def test_enter_belongs_to_the_input_method_in_every_field(
    opened: Callable[[str], list[QWidget]], page: NotePage, qtbot: QtBot
) -> None:
    before, taken = page.session.state, []
    for name in SHOWN:
        windows = opened(name)
        for field in fields(windows[-1]):
            field.setFocus()
            compose(field, "흙")
            qtbot.keyClick(field, Qt.Key.Key_Return)
            if dialogs() != windows or page.session.state != before:
                taken.append((name, name_of(field)))
            compose(field, "")
    assert not taken


def test_a_new_speaker_s_last_syllable_counts(page: NotePage, qtbot: QtBot) -> None:
    view = page.transcript_view
    page.show_transcript()
    view.setCurrentIndex(view.model().index(0, 0))
    view._ask_for_new(Scope.THIS)
    (sheet,) = view.findChildren(NameSheet)
    type_hangul(sheet.name, "한소")
    compose(sheet.name, "희")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert sheet.isVisible()
    click(sheet, "확인", qtbot)
    assert page.session.turns()[0].speaker.shown == "한소희"


def test_windows_about_what_is_not_there_say_so(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    for name in NOTHING_TO_SHOW:
        window.menus.action(name).trigger()
        qtbot.wait(50)
        told = dialogs()
        assert told or page.said.text() or page.notice.isVisible(), name
        for dialog in told:
            dialog.close()


def test_the_layout_is_as_it_was_left(make_window: Callable[[], MainWindow], talk_file: Path, qtbot: QtBot) -> None:
    first = make_window()
    drop_files(first, [talk_file])
    page = page_of(first, qtbot)
    first.resize(780, 640)
    page.halves.setSizes([300, 450])
    qtbot.wait(20)
    left = page.halves.sizes()
    second = make_window()
    assert (second.width(), second.height()) == (780, 640)
    drop_files(second, [talk_file])
    again = page_of(second, qtbot)
    qtbot.waitUntil(lambda: again.halves.sizes()[0] > 0)
    assert abs(again.halves.sizes()[0] - left[0]) <= 3


@pytest.mark.parametrize("size", [(900, 560), (1280, 820)])
def test_no_window_is_wider_or_higher_than_a_small_screen(
    opened: Callable[[str], list[QWidget]], window: MainWindow, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    qtbot.wait(20)
    hints = {name: dialog.minimumSizeHint() for name in SHOWN for dialog in opened(name)}
    too_big = {
        name: (hint.width(), hint.height())
        for name, hint in hints.items()
        if hint.width() > 1280 or hint.height() > 700
    }
    assert (window.width(), window.height()) == size
    assert not too_big
