"""Many files dropped together: all come in behind the open note, whatever one of them is; told at the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TALK, drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_whole_job import heartbeat

from desktop.incoming.import_list import ImportList
from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.preferences import Preferences
from processing.errors import UserError


def files_of(folder: Path, count: int, name: str = "회의") -> list[Path]:
    """So many files of different talks."""
    folder.mkdir(exist_ok=True)
    files = [folder / f"{name} {n:03}.txt" for n in range(count)]
    for n, file in enumerate(files):
        file.write_text(TALK.replace("주간 회의", f"{name} {n:03}"), encoding="utf-8")
    return files


def titles(window: MainWindow, qtbot: QtBot) -> set[str]:
    with qtbot.waitSignal(window.shelf.recent(1000).done) as recent:
        pass
    return {row.title for row in recent.args[0]}


def test_two_hundred_files_come_in_while_the_window_stays_free(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    files = files_of(tmp_path / "모음", 197)
    bad, same, empty = (tmp_path / "모음" / name for name in ("사진.png", "사본.txt", "빈 파일.txt"))
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    shutil.copy(files[7], same)
    empty.write_bytes(b"")
    drop_files(window, [files[0], bad, *files[1:100], same, *files[100:], empty])
    page_of(window, qtbot)  # opening the first note is another matter
    longest = heartbeat(qtbot, lambda: not window.importing.is_busy)
    record_property("longest hold of the window in ms", round(1000 * longest))
    run = window.importing.run
    assert (run.total, run.kept, run.known, len(run.refused)) == (200, 197, 1, 2)
    assert window.imported.sentence == (
        "파일 200개 가운데 198개를 가져왔습니다(1개는 전에 가져온 파일). 2개는 읽지 못했습니다."
    )
    assert window.imported.isVisible()
    assert not window.progress.isVisible()
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert titles(window, qtbot) == {f"회의 {n:03}" for n in range(197)}
    assert window.page is not None
    assert window.page.title.text() == "회의 000"
    assert longest < 3  # a frozen window, not a busy machine: 40 to 110 ms otherwise


def test_what_was_not_read_is_listed_with_its_reason(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    files = files_of(tmp_path / "모음", 2)
    bad, letter = tmp_path / "사진.png", tmp_path / "편지.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    letter.write_text("안녕하세요. 지난번에 말씀드린 대로 다음 주에 찾아뵙겠습니다.", encoding="utf-8")
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, [bad, *files, letter])
    qtbot.mouseClick(window.imported.link("자세히 보기"), Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(ImportList)
    refused, remarks = sheet.lists
    assert [refused.item(i).text().split(":")[0] for i in range(refused.count())] == ["'사진.png'"]
    assert remarks.item(0).text().startswith("편지.txt: 화자나 시간 표시")
    sheet.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    sheet.close()


def test_a_folder_gives_its_files(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    files_of(tmp_path / "모음", 3)
    (tmp_path / "모음" / "안쪽").mkdir()
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, [tmp_path / "모음"])
    assert window.importing.run.sentence == "파일 3개 가운데 3개를 가져왔습니다."
    assert page_of(window, qtbot).title.text() == "회의 000"


def test_an_open_note_stays_open(window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, files_of(tmp_path / "모음", 3))
    assert window.page is page
    assert "파일 3개 가운데 3개" in window.imported.sentence


def test_the_file_after_a_bad_first_one_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "사진.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    drop_files(window, [bad, *files_of(tmp_path / "모음", 2)])
    assert page_of(window, qtbot).title.text() == "회의 000"


def test_a_file_dropped_alone_meanwhile_is_next_and_opened(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (alone,) = files_of(tmp_path / "급한 것", 1, "급한 회의")
    drop_files(window, files_of(tmp_path / "모음", 30))
    drop_files(window, [alone])
    qtbot.waitUntil(lambda: window.page is not page)
    assert window.page is not None
    assert window.page.title.text() == "급한 회의 000"
    assert window.importing.run.done < 10
    qtbot.waitUntil(lambda: not window.importing.is_busy)
    assert window.importing.run.sentence == "파일 31개 가운데 31개를 가져왔습니다."


def test_many_files_are_given_up_with_one_button(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    drop_files(window, files_of(tmp_path / "모음", 40))
    qtbot.waitUntil(lambda: window.importing.run.done >= 5)
    assert window.progress.text.split(" ")[0].endswith("/40")
    qtbot.mouseClick(window.progress.cancel_button, Qt.MouseButton.LeftButton)
    run = window.importing.run
    assert 5 <= run.done < 40
    assert window.imported.sentence.endswith(f"취소해서 {40 - run.done}개는 가져오지 않았습니다.")
    qtbot.wait(300)
    assert not window.importing.is_busy
    assert (
        run.done <= len(titles(window, qtbot)) <= run.done + 1
    )  # the one at work may have been on its way to the disk


def test_notes_that_cannot_be_kept_are_told_and_not_lost_unseen(
    make_window: Callable[[], MainWindow], library_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (library_folder / "library.sqlite").mkdir()
    window = make_window()
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, files_of(tmp_path / "모음", 3))
    assert page_of(window, qtbot).kept.text() == "저장되지 않는 노트"
    assert [name for name, _ in window.importing.run.refused] == ["회의 001.txt", "회의 002.txt"]


@pytest.mark.slow
def test_a_few_files_come_in_through_the_real_workshop(library_folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    language = LanguageProcess("desktop.language.language_child", "Desk", {})
    window = MainWindow(Shelf(library_folder / "l.sqlite"), language, Preferences(library_folder), library_folder)
    qtbot.addWidget(window)
    window.show()
    files = files_of(tmp_path / "모음", 3)
    bad = tmp_path / "보고서.hwp"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"HWP Document File" + bytes(600))
    shutil.copy(files[0], tmp_path / "사본.txt")
    with qtbot.waitSignal(window.importing.ended, timeout=90_000):
        drop_files(window, [*files, bad, tmp_path / "사본.txt"])
    assert window.importing.run.sentence == (
        "파일 5개 가운데 4개를 가져왔습니다(1개는 전에 가져온 파일). 1개는 읽지 못했습니다."
    )
    page = page_of(window, qtbot)
    assert [p.term for p in page.session.proposals if p.heard == "레그"]
    assert page.session.minutes().actions
    window.close()


def test_an_error_that_is_ours_is_told_without_its_words(window: MainWindow) -> None:
    window.importing._refuse(KeyError("회의에서 한 말"))
    (told,) = window.importing.run.refused
    assert "회의에서" not in told[1]
    window.importing._refuse(UserError("읽지 못했습니다."))
    assert window.importing.run.refused[-1][1] == "읽지 못했습니다."
