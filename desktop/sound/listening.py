"""Hearing the words of a note: its recording attached, played at a place (F5), the transcript following.

Where the recording lies is kept with the settings under the hash of the note's file; the sound itself stays where it is.
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop.note.transcript_rows import Row
from desktop.note_page import NotePage
from desktop.sound.sound import ENDINGS, NoSound, Sound
from desktop.sound.sound_bar import SoundBar
from desktop.words import marked, tr

if TYPE_CHECKING:
    from desktop.library.shelf import Shelf

RECORDING = "recording:"  # before the hash, in the settings
NO_TIMES = marked("이 노트에는 시간이 없어서 처음부터 들려 드립니다.")


class Listening(QObject):
    """The recording of one page, which it belongs to."""

    def __init__(self, page: NotePage, shelf: Shelf) -> None:
        super().__init__(page)
        self._page, self._shelf = page, shelf
        self._key = RECORDING + page.session.source.sha256
        self.sound: Sound | None = None
        self._unproven: Path | None = None  # attached, and not known to be playable yet
        self._said = ""  # of a recording that could not be played
        self._row: Row | None = None  # what is heard, or was last
        self._listed: tuple[list[Row], list[Row]] | None = None  # all rows, and those of them with a time
        self.bar = SoundBar(page)
        self.bar.hide()
        page.add_bar(self.bar)
        self.bar.play_wanted.connect(self.toggle)
        self.bar.loop_wanted.connect(self._loop)
        self.bar.other_wanted.connect(self.choose)
        self.bar.close_wanted.connect(self.stop)

    def play(self) -> None:
        """Stop what is heard; else play the chosen place, and ask for the recording where none is attached."""
        if self.sound is not None and self.sound.is_playing:
            self.sound.pause()
        elif self.sound is not None:
            self._play_chosen()
        elif not self._says_what_is_missing():
            look = self._shelf.do(lambda library: library.setting(self._key))
            look.then(self, self._begin, lambda _error: self.choose())

    def _begin(self, kept_path: str | None) -> None:
        if kept_path is None:
            self.choose()
        elif not Path(kept_path).is_file():
            self._page.notice.say(
                tr("녹음 파일이 그 자리에 없습니다: {name}. 옮긴 자리에서 다시 붙여 주세요.").format(
                    name=Path(kept_path).name
                ),
                [(tr("녹음 파일 붙이기"), self.choose)],
            )
        elif self._open(Path(kept_path)):
            self._play_chosen()

    def _says_what_is_missing(self) -> bool:
        """Whether sound cannot be played here, which is said before anything is asked."""
        missing = Sound.what_is_missing()
        if missing:
            self._page.notice.say(missing)
        return bool(missing)

    def choose(self) -> None:
        """Ask for the recording of this note."""
        if self._says_what_is_missing():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        kinds = tr("녹음 파일 ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS))
        name, _ = QFileDialog.getOpenFileName(self._page, tr("녹음 파일 붙이기"), folder, kinds)
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Take this recording for the note's and play the chosen place; where it lies is kept once it can be played."""
        if self._open(path):
            self._unproven = path
            self._play_chosen()

    def _keep(self, seconds: float) -> None:
        """Remember an attached recording, whose length or position is known: one that is no sound replaces none."""
        path = self._unproven
        if path is not None and seconds > 0:
            self._unproven = None
            self._shelf.write(lambda library: library.set_setting(self._key, str(path)))

    def _open(self, path: Path) -> bool:
        """Have the recording ready; where this program cannot play sound, say what it takes."""
        self.stop()
        try:
            sound = Sound(path, self)
        except NoSound as error:
            self._page.notice.say(error.sentence)
            return False
        self.sound = sound
        if self._page.notice.sentence == self._said:
            self._page.notice.hide()
        sound.length_known.connect(self._keep)
        sound.moved.connect(self._follow)
        sound.playing_changed.connect(self.bar.show_playing)
        sound.length_known.connect(self.bar.show_length)
        sound.failed.connect(self._fail)
        self.bar.seek_wanted.connect(sound.seek)
        self.bar.speed_wanted.connect(sound.set_speed)
        sound.set_speed(self.bar.speed.currentData())
        self.bar.show()
        return True

    def toggle(self) -> None:
        """Stop what is heard or go on with it."""
        if self.sound is not None and self.sound.is_playing:
            self.sound.pause()
        elif self.sound is not None:
            self.sound.go_on()

    def stop(self) -> None:
        """Hear no more; the recording stays attached."""
        sound, self.sound, self._unproven = self.sound, None, None
        if sound is not None:
            self.bar.seek_wanted.disconnect(sound.seek)
            self.bar.speed_wanted.disconnect(sound.set_speed)
            sound.close()
            sound.deleteLater()
        self.bar.hide()
        self.bar.loop.setChecked(False)

    def _play_chosen(self) -> None:
        assert self.sound is not None
        chosen = self._page.transcript_view.current_row()
        rows = self._timed()
        if not rows:
            self._page.say(tr(NO_TIMES))
            self.sound.go_on()
            return
        self._row = chosen if chosen is not None and chosen.start_s is not None else rows[0]
        self._loop(self.bar.loop.isChecked())
        self.sound.play_from(self._row.start_s or 0.0)

    def _loop(self, wanted: bool) -> None:
        if self.sound is None:
            return
        end = self._end_of(self._row) if self._row is not None else None
        if wanted and self._row is not None and end is not None:
            self.sound.loop(self._row.start_s or 0.0, end)
        else:
            self.sound.loop_no_more()

    def _follow(self, seconds: float) -> None:
        """Show where it is, and bring the paragraph that is heard into sight unless somebody types there."""
        self.bar.show_position(seconds)
        if self.sound is None or not self.sound.is_playing:
            return
        self._keep(seconds)  # a recording of a browser may not tell its length
        rows = self._timed()
        at = bisect_right(rows, seconds, key=_start) - 1
        if at >= 0 and (self._row is None or rows[at].place != self._row.place):
            self._row = rows[at]
            self._page.transcript_view.follow([rows[at].place])

    def _end_of(self, row: Row) -> float | None:
        """When the next paragraph begins; None for the last."""
        start = row.start_s or 0.0
        return next((r.start_s for r in self._timed() if r.start_s is not None and r.start_s > start), None)

    def _timed(self) -> list[Row]:
        """The rows with a time; listed once for a state of the note, since a position is told many times a second."""
        rows = self._page.session.rows()
        if self._listed is None or self._listed[0] is not rows:
            self._listed = rows, [row for row in rows if row.start_s is not None]
        return self._listed[1]

    def _fail(self, sentence: str) -> None:
        self.stop()
        self._said = sentence
        self._page.notice.say(sentence, [(tr("녹음 파일 붙이기"), self.choose)])


def _start(row: Row) -> float:
    return row.start_s or 0.0


def listening_of(page: NotePage, shelf: Shelf) -> Listening:
    """The listening of a page, made when it is first wanted."""
    return page.findChild(Listening) or Listening(page, shelf)
