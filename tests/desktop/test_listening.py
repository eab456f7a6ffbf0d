"""The recording of a note: attached, played at a place, followed by the transcript; told where it cannot be."""

from __future__ import annotations

import math
import struct
import sys
import wave
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import page_of
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from desktop.sound import listening as room
from desktop.sound.listening import Listening
from desktop.sound.sound import NoSound, Sound


class FakeSound(QObject):
    """A recording of ten minutes that plays when it is told to; what it was told is in `told`."""

    moved = Signal(float)
    playing_changed = Signal(bool)
    length_known = Signal(float)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path, self.is_playing, self.told = path, False, []

    @staticmethod
    def what_is_missing() -> str:
        return ""

    def play_from(self, seconds: float) -> None:
        self.told.append(("play", seconds))
        self._play(True)

    def go_on(self) -> None:
        self._play(True)

    def pause(self) -> None:
        self._play(False)

    def _play(self, is_playing: bool) -> None:
        if "소리 아님" in self.path.name:
            self.length_known.emit(0.0)
            self.failed.emit("녹음을 재생하지 못했습니다.")
            return
        self.is_playing = is_playing
        self.length_known.emit(600.0)
        self.playing_changed.emit(is_playing)

    def seek(self, seconds: float) -> None:
        self.told.append(("seek", seconds))

    def set_speed(self, times: float) -> None:
        self.told.append(("speed", times))

    def loop(self, start: float, end: float) -> None:
        self.told.append(("loop", start, end))

    def loop_no_more(self) -> None:
        self.told.append(("no loop",))

    def close(self) -> None:
        self.told.append(("close",))


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Two seconds of a tone."""
    file = tmp_path / "회의 녹음.wav"
    with wave.open(str(file), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(i / 3))) for i in range(16000)))
    return file


@pytest.fixture
def listening(window: MainWindow, page: NotePage, monkeypatch: pytest.MonkeyPatch) -> Listening:
    """That of the open page, with a recording that only says what it is told."""
    monkeypatch.setattr(room, "Sound", FakeSound)
    one = window.listening
    assert one is not None
    return one


def heard(listening: Listening) -> FakeSound:
    assert isinstance(listening.sound, FakeSound)
    return listening.sound


def press_f5(page: NotePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F5)


def test_f5_plays_the_chosen_paragraph_and_stops_it(
    listening: Listening, page: NotePage, recording: Path, qtbot: QtBot
) -> None:
    listening.attach(recording)
    heard(listening).pause()
    row = page.session.rows()[2]
    page.show_transcript()
    page.transcript_view.jump(row.place)
    press_f5(page, qtbot)
    assert heard(listening).told[-1] == ("play", row.start_s)
    assert listening.bar.play.text() == "멈춤"
    press_f5(page, qtbot)
    assert not heard(listening).is_playing
    assert listening.bar.play.text() == "재생"


def test_the_transcript_follows_what_is_heard(listening: Listening, page: NotePage, recording: Path) -> None:
    page.show_transcript()
    listening.attach(recording)
    row = page.session.rows()[3]
    assert row.start_s is not None
    heard(listening).moved.emit(row.start_s + 0.2)
    chosen = page.transcript_view.current_row()
    assert chosen is not None
    assert chosen.place == row.place
    assert listening.bar.slider.value() == int(row.start_s)


def test_an_open_editor_is_left_alone_by_what_is_heard(listening: Listening, page: NotePage, recording: Path) -> None:
    page.show_transcript()
    view = page.transcript_view
    view.jump(page.session.rows()[0].place)
    view.open_editor(view.currentIndex())
    listening.attach(recording)
    start_s = page.session.rows()[3].start_s
    assert start_s is not None
    heard(listening).moved.emit(start_s + 0.2)
    assert view.is_editing
    assert view.currentIndex().row() == 0


def test_a_position_told_while_paused_asks_nothing_of_the_note(
    listening: Listening, page: NotePage, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_transcript()
    listening.attach(recording)
    chosen, asked = page.transcript_view.current_row(), list[int]()
    listening.toggle()
    rows = page.session.rows()
    monkeypatch.setattr(page.session, "rows", lambda: asked.append(1) or rows)
    heard(listening).moved.emit(400.0)
    assert not asked
    assert page.transcript_view.current_row() == chosen
    assert listening.bar.slider.value() == 400


def test_a_paragraph_is_heard_again_and_again(listening: Listening, page: NotePage, recording: Path) -> None:
    page.show_transcript()
    first, second = page.session.rows()[:2]
    page.transcript_view.jump(first.place)
    listening.attach(recording)
    listening.bar.loop.click()
    assert heard(listening).told[-1] == ("loop", first.start_s, second.start_s)
    listening.bar.loop.click()
    assert heard(listening).told[-1] == ("no loop",)


def test_speed_and_place_are_set_in_the_bar(listening: Listening, recording: Path) -> None:
    listening.attach(recording)
    listening.bar.speed.setCurrentIndex(listening.bar.speed.findText("1.5배"))
    assert heard(listening).told[-1] == ("speed", 1.5)
    listening.bar.slider.setValue(42)
    assert heard(listening).told[-1] == ("seek", 42.0)


def test_the_recording_is_known_at_the_next_start(
    make_window: Callable[[], MainWindow],
    talk_file: Path,
    recording: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "Sound", FakeSound)
    for at in range(2):
        window = make_window()
        window.open_files([talk_file])
        page = page_of(window, qtbot)
        one = window.listening
        assert one is not None
        if at == 0:
            one.attach(recording)
            window.close()
    press_f5(page, qtbot)
    qtbot.waitUntil(lambda: one is not None and one.sound is not None)
    assert heard(one).path == recording


def test_a_file_that_is_no_sound_does_not_take_the_place_of_the_recording(
    listening: Listening, page: NotePage, recording: Path, qtbot: QtBot
) -> None:
    listening.attach(recording)
    listening.attach(recording.with_name("소리 아님.m4a"))
    assert page.notice.sentence == "녹음을 재생하지 못했습니다."
    assert not page.notice.isHidden()
    press_f5(page, qtbot)
    qtbot.waitUntil(lambda: listening.sound is not None)
    assert heard(listening).path == recording
    assert page.notice.isHidden()  # what was said of the other file


def test_where_no_sound_can_be_played_f5_says_so_and_asks_for_no_file(
    listening: Listening, page: NotePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(FakeSound, "what_is_missing", staticmethod(lambda: "소리 부품이 더 필요합니다."))
    monkeypatch.setattr(room.QFileDialog, "getOpenFileName", lambda *args: asked.append(args) or ("", ""))
    press_f5(page, qtbot)
    listening.choose()
    assert page.notice.sentence == "소리 부품이 더 필요합니다."
    assert not asked


def test_a_recording_that_was_moved_is_told_with_what_to_do(
    listening: Listening, page: NotePage, recording: Path, qtbot: QtBot
) -> None:
    listening.attach(recording)
    listening.stop()
    recording.rename(recording.with_name("다른 곳.wav"))
    press_f5(page, qtbot)
    qtbot.waitUntil(lambda: "그 자리에 없습니다: 회의 녹음.wav" in page.notice.sentence)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (None, "--extra audio"),
        (ImportError("libpulse.so.0: cannot open shared object file: No such file or directory"), "libpulse.so.0"),
    ],
)
def test_without_the_extra_or_a_library_the_program_says_how_to_get_it(
    window: MainWindow,
    page: NotePage,
    recording: Path,
    error: ImportError | None,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def find_spec(self, name: str, *_rest: object) -> None:
            if name == "PySide6.QtMultimedia":
                raise error or ModuleNotFoundError(name)

    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
    monkeypatch.delattr("PySide6.QtMultimedia", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(NoSound):
        Sound(recording)
    one = window.listening
    assert one is not None
    one.attach(recording)
    assert says in page.notice.sentence
    assert not one.bar.isVisible()
    page.show_transcript()
    assert page.transcript_view.current_row() is not None


def test_a_recording_dropped_on_an_open_note_is_attached(
    window: MainWindow, listening: Listening, recording: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(recording))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, *none))
    assert heard(listening).path == recording
    assert listening.bar.isVisible()


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_real_recording_is_played_from_a_place_twice_as_fast(recording: Path, qtbot: QtBot) -> None:
    pytest.importorskip(
        "PySide6.QtMultimedia", reason="the extra 'audio' or a system library is not there", exc_type=ImportError
    )
    sound = Sound(recording)
    sound.set_speed(2.0)
    seen: list[float] = []
    sound.moved.connect(seen.append)
    sound.play_from(1.0)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] > 1.3)
    sound.loop(1.0, 1.5)
    qtbot.waitUntil(lambda: any(b < a for a, b in pairwise(seen) if a > 1.3))
    sound.pause()
    qtbot.waitUntil(lambda: not sound.is_playing)
    assert 0.9 <= min(s for s in seen if s > 0) <= 1.5
    sound.close()
