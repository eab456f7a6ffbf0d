"""A line made again through the real language process, in the real window, from a key press on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from desktop.main_window import MainWindow
from desktop.minutes.line_renewal import NO_OTHER
from desktop.minutes.minutes_model import CHANGED, states_of
from desktop.note.paragraph_edits import retyped
from desktop.preferences import Preferences
from processing.data_files import asset
from processing.note import LineKind

PATIENCE = 60_000  # milliseconds: the child loads Kiwi first


@pytest.mark.slow
def test_a_task_is_made_again_from_what_was_typed(tmp_path: Path, qtbot: QtBot) -> None:
    language = LanguageProcess("desktop.language.language_child", "Desk", {})
    language.start()
    preferences = Preferences(tmp_path)
    window = MainWindow(Shelf(tmp_path / "library.sqlite"), language, preferences, tmp_path)
    qtbot.addWidget(window)
    window.show()
    file = tmp_path / "회의.txt"
    file.write_text(asset("examples").joinpath("example.txt").read_text("utf-8"), encoding="utf-8")
    window.open_files([file])
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    page = window.page
    assert page is not None
    session = page.session
    id_, line = next((i, one) for i, one in session.state.lines.items() if one.kind is LineKind.ACTION)
    paragraph = next(row.paragraph for row in session.rows() if row.paragraph.range_of(line.places[0]))
    assert "비용을 비교해서" in paragraph.text
    session.commit(retyped(session.state, paragraph, paragraph.text.replace("비용을", "속도를")), "녹취록 고침")
    assert CHANGED in next(states_of(row) for row in page.minutes_page.rows if row.id == id_)
    page.minutes_page.go_to_line(id_)
    qtbot.keyClick(page.minutes_page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.state.lines[id_] != line, timeout=PATIENCE)
    new = session.state.lines[id_]
    assert "속도를 비교" in new.text
    assert (new.owner, new.due_date, new.status) == (line.owner, line.due_date, line.status)
    assert not any(CHANGED in states_of(row) for row in page.minutes_page.rows)
    session.undo()
    assert session.state.lines[id_] == line
    bullet = next(i for i, one in session.state.lines.items() if one.kind is LineKind.BULLET)
    page.minutes_page.go_to_line(bullet)
    qtbot.keyClick(
        page.minutes_page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: page.said.text() == NO_OTHER, timeout=PATIENCE)  # the example says each thing once
    window.close()
