"""The bar under a note while its recording is heard: play, where it is, how fast, again and again."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from desktop.parts.widgets import button, label
from desktop.sound.sound import SPEEDS
from desktop.words import marked, tr
from processing.export.wording import clock

PLAY, PAUSE = marked("재생"), marked("멈춤")
STEP_S = 5  # how far an arrow key moves the slider


class SoundBar(QFrame):
    """Signals say what the person wants; seconds and speeds as `Sound` takes them."""

    play_wanted = Signal()
    seek_wanted = Signal(float)
    speed_wanted = Signal(float)
    loop_wanted = Signal(bool)
    other_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("soundBar")
        self.setAccessibleName(tr("녹음 듣기"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(8)
        self.play = button(tr(PLAY), self.play_wanted.emit)
        self.slider = self._slider()
        self.time: QLabel = label("0:00", "faint")
        self.speed = self._speeds()
        self.loop = QPushButton(tr("이 발언 반복"))
        self.loop.setCheckable(True)
        self.loop.toggled.connect(self.loop_wanted)
        self.other = button(tr("다른 녹음…"), self.other_wanted.emit, "link")
        self.shut = button(tr("닫기"), self.close_wanted.emit, "link")
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        for widget in (self.time, self.speed, self.loop, self.other, self.shut):
            row.addWidget(widget)

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName(tr("재생 위치"))
        slider.setSingleStep(STEP_S)
        slider.setPageStep(6 * STEP_S)
        slider.valueChanged.connect(lambda seconds: self.seek_wanted.emit(float(seconds)))
        return slider

    def _speeds(self) -> QComboBox:
        speeds = QComboBox()
        speeds.setAccessibleName(tr("빠르기"))
        for times in SPEEDS:
            speeds.addItem(tr("{times}배").format(times=f"{times:g}"), times)
        speeds.setCurrentIndex(SPEEDS.index(1.0))
        speeds.currentIndexChanged.connect(lambda index: self.speed_wanted.emit(SPEEDS[index]))
        return speeds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_length(self, seconds: float) -> None:
        """How long the recording is."""
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(max(int(seconds), 0))
        self._tell(self.slider.value())

    def show_position(self, seconds: float) -> None:
        """Where it is; the slider stays under a mouse that holds it."""
        if not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(int(seconds))
            self._tell(int(seconds))

    def show_playing(self, is_playing: bool) -> None:
        """Whether it is heard."""
        self.play.setText(tr(PAUSE) if is_playing else tr(PLAY))
        self.play.setAccessibleName(self.play.text())

    def _tell(self, seconds: int) -> None:
        whole = self.slider.maximum()
        self.time.setText(f"{clock(seconds) or '00:00'} / {clock(whole)}" if whole else clock(seconds))
