"""The recording's sound, and the only file that names Qt's multimedia: an extra that may not be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal

from desktop.words import tr
from processing.errors import UserError

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
ENDINGS = (".m4a", ".mp3", ".wav", ".aac", ".ogg", ".opus", ".flac", ".wma", ".mp4", ".webm", ".amr", ".3gp")
STEP_MS = 50  # how exactly a loop ends; positions come about as often


class NoSound(UserError):
    """This program cannot play sound as it is; the sentence says what it takes."""


def is_recording(path: Path) -> bool:
    """Whether a file is a recording by its name.

    >>> is_recording(Path("회의.M4A")), is_recording(Path("회의.txt"))
    (True, False)
    """
    return path.suffix.lower() in ENDINGS


class Sound(QObject):
    """One recording that can be played; times in seconds. Raises `NoSound` where the extra or a library is missing.

    `moved` tells where it is, `playing_changed` whether it plays, `length_known` how long it is, `failed` a Korean
    sentence when it cannot be played.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)
    length_known = Signal(float)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        multimedia = _multimedia()
        self._media = multimedia.QMediaPlayer
        self._output = multimedia.QAudioOutput(self)
        self._player = multimedia.QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._awaited_ms: int | None = None  # where to go once the file is read
        self._loop: tuple[int, int] | None = None
        self._player.positionChanged.connect(self._tell_position)
        self._player.durationChanged.connect(lambda ms: self.length_known.emit(ms / 1000))
        self._player.playbackStateChanged.connect(lambda _state: self.playing_changed.emit(self.is_playing))
        self._player.mediaStatusChanged.connect(self._settle)
        self._player.errorOccurred.connect(lambda _error, why: self._fail(why))
        self._path = path
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    @staticmethod
    def what_is_missing() -> str:
        """What it takes to play sound here, in a Korean sentence; empty where it can be played."""
        try:
            _multimedia()
        except NoSound as error:
            return error.sentence
        return ""

    @property
    def is_playing(self) -> bool:
        """Whether it is heard now."""
        return bool(self._player.playbackState() == self._media.PlaybackState.PlayingState)

    def play_from(self, seconds: float) -> None:
        """Play from there on."""
        self.seek(seconds)
        self._player.play()

    def seek(self, seconds: float) -> None:
        """Go there; it plays on if it was playing."""
        at = round(seconds * 1000)
        self._awaited_ms = at  # some systems forget where to go before they have read the file
        self._player.setPosition(at)

    def go_on(self) -> None:
        """Play on from where it is."""
        self._player.play()

    def pause(self) -> None:
        """Stop, and stay there."""
        self._player.pause()

    def set_speed(self, times: float) -> None:
        """How fast it plays, 1 as it was said; voices keep their pitch where the system can do so."""
        self._player.setPlaybackRate(times)

    def loop(self, start: float, end: float) -> None:
        """Play what is said between these seconds again and again."""
        self._loop = round(start * 1000), round(end * 1000)

    def loop_no_more(self) -> None:
        """Play on behind the loop."""
        self._loop = None

    def close(self) -> None:
        """Let go of the file."""
        self._player.stop()
        self._player.setSource(QUrl())

    def _tell_position(self, ms: int) -> None:
        if self._loop is not None and self.is_playing and ms >= self._loop[1] - STEP_MS:
            self._player.setPosition(self._loop[0])
            return
        self.moved.emit(ms / 1000)

    def _settle(self, status: Any) -> None:
        ready = (self._media.MediaStatus.LoadedMedia, self._media.MediaStatus.BufferedMedia)
        if status in ready and self._awaited_ms is not None:
            awaited, self._awaited_ms = self._awaited_ms, None
            if abs(self._player.position() - awaited) > 2 * STEP_MS:
                self._player.setPosition(awaited)

    def _fail(self, why: str) -> None:
        if self._path.exists():
            said = tr("녹음을 재생하지 못했습니다({why}). 다른 형식(m4a, mp3, wav)으로 바꾸어 붙여 보세요.").format(
                why=why
            )
        else:
            said = tr("녹음 파일이 그 자리에 없습니다: {name}. 옮긴 자리에서 다시 붙여 주세요.").format(
                name=self._path.name
            )
        self.failed.emit(said)


def _multimedia() -> Any:
    try:
        from PySide6 import QtMultimedia
    except ModuleNotFoundError:
        raise NoSound(
            tr(
                "녹음을 들으려면 소리 부품이 더 필요합니다. 터미널에서 python -m uv run --extra audio malkkeum으로 "
                "시작하거나 PySide6-Addons를 설치해 주세요. 다른 기능은 그대로 쓸 수 있습니다."
            )
        ) from None
    except ImportError as error:
        raise NoSound(
            tr(
                "녹음을 들으려면 시스템 부품이 더 필요합니다({library}). 리눅스에서는 sudo apt install libpulse0을 "
                "실행한 뒤 다시 시작해 주세요. 다른 기능은 그대로 쓸 수 있습니다."
            ).format(library=str(error).split(":")[0])
        ) from None
    return QtMultimedia
