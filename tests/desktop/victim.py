"""A window in a process of its own, to be killed in mid-edit: it opens a file, commits a title, and leaves an editor open.

Called with the data folder, the file and the words typed into the first paragraph; prints "typed" when it waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def main(folder: Path, file: Path, words: str) -> None:
    """Do as told and wait for the end."""
    from desktop.language.language_process import LanguageProcess
    from desktop.library.shelf import Shelf
    from desktop.main_window import MainWindow
    from desktop.preferences import Preferences
    from processing.note import change_of

    app = QApplication([])
    language = LanguageProcess("fake_workshop", "FakeDesk", {})
    shelf = Shelf(folder / "library.sqlite")
    window = MainWindow(shelf, language, Preferences(folder), folder)
    window.show()
    window.open_files([file])

    def go_on() -> None:
        if window.page is None:
            return
        waiting.stop()
        session = window.page.session
        session.commit(change_of(session.state, {("info", "title"): "죽기 전의 제목"}), "회의명")
        view = window.page.transcript_view
        view.open_editor(view.model().index(0, 0))
        view.editor.setPlainText(words)
        QTimer.singleShot(1000, lambda: shelf.do(lambda _library: print("typed", flush=True)))

    waiting = QTimer()
    waiting.timeout.connect(go_on)
    waiting.start(50)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
