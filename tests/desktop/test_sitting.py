"""Another language and another folder at once: the window closes and opens again, and everything goes on in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, drop_files
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop import data_place, sitting
from desktop.language.language_process import LanguageProcess
from desktop.main_window import MainWindow
from desktop.menus.settings_verbs import NEXT_TIME, open_settings, speak_now
from desktop.single_start import SingleStart
from desktop.sitting import Sitting, ask_for_missing, settled
from desktop.tasks import Job, Threads, Wire
from desktop.window import Again
from processing.library.moving import LIBRARY, Move
from processing.library.troubles import DiskFull

FIRST = Again()
OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_start import SingleStart
app = QCoreApplication([])
start = SingleStart(Path(sys.argv[1]))
if not start.is_first():
    sys.exit("handed over" if start.hand_over([Path(name) for name in sys.argv[2:]]) else "no answer")
print("first", flush=True)
start.listen()
app.exec()
"""
Act = Callable[[MainWindow], None]


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's usual folder for data, where the choice of another is kept."""
    monkeypatch.delenv(data_place.DATA_FOLDER, raising=False)
    monkeypatch.setattr(data_place, "usual_folder", lambda: tmp_path / "usual")
    monkeypatch.setattr(sitting, "usual_folder", lambda: tmp_path / "usual")
    (tmp_path / "usual").mkdir()
    return tmp_path / "usual"


@pytest.fixture
def hold(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[..., Again | None]]:
    """Has a whole sitting held: `act` is done in the window once it stands, and the window closed if it still is open."""
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setattr(sitting, "LanguageProcess", lambda *_names: LanguageProcess("fake_workshop", "FakeDesk", {}))
    monkeypatch.setattr(sitting, "offer_english", lambda _window: None)
    monkeypatch.setattr("desktop.incoming.downloads.QStandardPaths.writableLocation", lambda _kind: str(tmp_path))
    locale, errors = QLocale(), list[BaseException]()

    def held(folder: Path, act: Act, again: Again = FIRST, tell: sitting.Tell = lambda _window: None) -> Again | None:
        one = Sitting(qapp, folder)

        def begin() -> None:
            window = one.window
            assert window is not None
            try:
                act(window)
            except Exception as error:  # noqa: BLE001 - raised again where Qt is not on the way
                errors.append(error)
            if window.isVisible():
                window.close()
            QTimer.singleShot(0, qapp.quit)  # a loop inside `act` may have taken the last window's own for itself

        QTimer.singleShot(0, begin)
        _code, after = one.hold([], again, tell)
        if errors:
            raise errors[0]
        return after

    before = set(qapp.findChildren(QTranslator))
    yield held
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


def choose_english(window: MainWindow) -> None:
    dialog = open_settings(window)
    dialog.speech.activated.emit(1)
    dialog.accept()


def test_another_language_holds_at_once_in_the_same_note_and_tab(
    hold: Callable[..., Again | None], usual: Path, talk_file: Path, qtbot: QtBot
) -> None:
    def act(window: MainWindow) -> None:
        drop_files(window, [talk_file])
        qtbot.waitUntil(lambda: window.page is not None)
        assert window.page is not None
        window.page.tabs.setCurrentIndex(2)
        window.page.title.setFocus()
        window.page.title.setText("쓰던 제목")
        window.page.title.setModified(True)
        choose_english(window)
        qtbot.waitUntil(lambda: not window.isVisible())

    again = hold(usual, act)
    assert again == Again(1, 2)
    seen: list[str] = []

    def look(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: window.page is not None)
        assert window.page is not None
        seen.extend([window.menus.action("undo").text(), window.page.title.text()])
        assert window.page.tabs.currentIndex() == 2
        window.menus.action("undo").trigger()
        seen.append(window.page.title.text())

    assert hold(usual, look, again) is None
    assert seen[0].startswith("Undo")
    assert seen[1:] == ["쓰던 제목", "주간 회의"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"  # no language is left behind


def test_no_thread_has_work_before_the_views_are_there(
    hold: Callable[..., Again | None], usual: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    watch, load = Threads.watch, sitting.load_views

    def work(threads: Threads, work: Callable[[Wire], Any]) -> Job:
        told.append("work")
        return watch(threads, work)

    monkeypatch.setattr(Threads, "watch", work)
    monkeypatch.setattr(sitting, "load_views", lambda: (told.append("views"), load()))
    hold(usual, lambda _window: qtbot.waitUntil(lambda: "work" in told), Again(1, 0))
    assert told[0] == "views"


def test_the_language_waits_while_something_is_under_way(window: MainWindow, talk_file: Path, qtbot: QtBot) -> None:
    drop_files(window, [talk_file])
    assert window.importing.is_busy
    window.preferences.speech = "en"
    speak_now(window)
    assert window.isVisible()
    assert window.imported.sentence == NEXT_TIME
    window.importing.cancel()


def test_a_window_that_was_closed_with_the_settings_open_does_not_come_back(
    hold: Callable[..., Again | None], usual: Path, qtbot: QtBot
) -> None:
    def act(window: MainWindow) -> None:
        open_settings(window).speech.activated.emit(1)
        window.close()
        assert not window.reopen()

    assert hold(usual, act) is None


def test_the_data_move_while_no_window_is_open_and_the_note_is_there_again(
    hold: Callable[..., Again | None], qapp: QApplication, usual: Path, tmp_path: Path, talk_file: Path, qtbot: QtBot
) -> None:
    new = tmp_path / "다른 디스크"

    def act(window: MainWindow) -> None:
        drop_files(window, [talk_file])
        qtbot.waitUntil(lambda: window.page is not None)
        dialog = open_settings(window)
        dialog.data_box.plan_move(new)
        (box,) = dialog.data_box.findChildren(QMessageBox)
        assert str(new) in box.informativeText()
        next(one for one in box.buttons() if one.text() == "이 폴더 쓰기").click()
        qtbot.waitUntil(lambda: not window.isVisible())

    again = hold(usual, act)
    assert again is not None
    assert again.move == Move(usual, new)
    folder, after, tell = settled(qapp, usual, again)
    assert (folder, after) == (new, Again(1, 0))
    assert data_place.data_folder() == new
    assert (usual / LIBRARY).is_file()
    said: list[str] = []

    def look(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: window.page is not None)
        said.append(window.imported.sentence)

    hold(folder, look, after, tell)
    assert said == [
        f"자료를 '{new}'(으)로 옮겼습니다. 그전 자료도 '{usual}'에 그대로 있으니, 확인한 다음 지우셔도 됩니다."
    ]


def test_a_start_while_the_data_move_opens_no_second_window(
    hold: Callable[..., Again | None],
    qapp: QApplication,
    usual: Path,
    talk_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """Else it would keep notes in the folder that is being left; its files are opened where the data are now."""
    told: list[bytes] = []

    def start_again(_move: Move, then: Callable[[Path], None]) -> None:
        second = subprocess.run(
            [sys.executable, "-c", OTHER, str(usual), str(talk_file)], capture_output=True, check=False, timeout=20
        )
        told.append(second.stderr.strip())
        then(tmp_path / "새")

    monkeypatch.setattr("processing.library.moving.carry_out", start_again)
    (tmp_path / "새").mkdir()
    folder, after, tell = settled(qapp, usual, Again(None, 0, Move(usual, tmp_path / "새")))
    assert told == [b"handed over"]

    def look(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: window.page is not None)

    hold(folder, look, after, tell)
    third = SingleStart(usual)
    assert third.is_first()
    third.close()


def test_data_that_another_window_uses_do_not_move(qapp: QApplication, usual: Path, tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", OTHER, str(usual)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline().strip() == b"first"
    folder, after, _tell = settled(qapp, usual, Again(None, 0, Move(usual, tmp_path / "새")))
    other.terminate()
    other.communicate()
    assert (folder, after) == (usual, Again(None, 0))
    assert not (tmp_path / "새").exists()


def test_where_the_data_cannot_move_the_old_folder_stays_in_use(
    hold: Callable[..., Again | None],
    qapp: QApplication,
    usual: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def full(move: Move, then: object) -> None:
        raise DiskFull("디스크가 가득 차서 저장하지 못했습니다.", move.new)

    monkeypatch.setattr("processing.library.moving.carry_out", full)
    folder, after, tell = settled(qapp, usual, Again(None, 0, Move(usual, tmp_path / "새")))
    assert (folder, after) == (usual, Again(None, 0))
    assert data_place.data_folder() == usual
    told: list[str] = []

    def look(window: MainWindow) -> None:
        (dialog,) = window.findChildren(QMessageBox)
        told.append(f"{dialog.text()} {dialog.informativeText()}")
        dialog.close()

    hold(folder, look, after, tell)
    assert "옮기지 못했습니다" in told[0]
    assert "가득 차서" in told[0]


@pytest.mark.parametrize("chosen", ["다른 곳", "usual", "빈칸으로 끝나는 곳 ", os.fsdecode("가".encode("euc-kr"))])
def test_the_choice_is_kept_until_the_usual_folder_is_chosen_again(usual: Path, tmp_path: Path, chosen: str) -> None:
    data_place.choose(tmp_path / "먼저")
    data_place.choose(tmp_path / chosen)
    assert str(data_place.data_folder()) == str(tmp_path / chosen)
    assert (usual / data_place.CHOICE).exists() == (chosen != "usual")


def test_a_chosen_folder_that_is_not_there_is_neither_made_nor_left_for_another(usual: Path, tmp_path: Path) -> None:
    data_place.choose(tmp_path / "외장")
    folder = data_place.data_folder()
    assert folder == tmp_path / "외장"
    assert not folder.exists()
    assert data_place.is_missing(folder)
    folder.mkdir()
    assert not data_place.is_missing(folder)


@pytest.mark.parametrize("button", ["다시 찾기", "기본 폴더로 시작", "끝내기"])
def test_a_missing_folder_is_asked_about(usual: Path, tmp_path: Path, button: str, qtbot: QtBot) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(0, press)
    gone = tmp_path / "외장"
    expected = {"다시 찾기": gone, "기본 폴더로 시작": usual, "끝내기": None}
    assert ask_for_missing(gone) == expected[button]


def test_a_folder_named_by_the_environment_comes_first(
    usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_place.choose(tmp_path / "고른 곳")
    monkeypatch.setenv(data_place.DATA_FOLDER, str(tmp_path / "정한 곳"))
    assert data_place.data_folder() == tmp_path / "정한 곳"
    assert data_place.is_set_outside()
