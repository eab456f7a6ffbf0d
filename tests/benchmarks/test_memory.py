"""How much memory the window and its language process take with ten hours of talk open, beyond the loaded Kiwi.

Run by `pytest -n 0 -m bench -s`; Linux only: it reads what each process has mapped. The real program imports the note, and
is measured when all that follows by itself is done (the search's index too), and again after a correction by hand has
been spread over the whole note. Counted are the pages of each process's own and every mapped file once, however many
processes of ours or of strangers share it; a bare process that has loaded Kiwi is counted in the same way. (Some 30 MB of
what Kiwi takes is free once it is loaded: the language process gives it back, a bare one does not.)
While the note is being cleaned it takes more, for half a minute: that is told as the peak, and not bound.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")]

ROOT = Path(__file__).parents[2]
BLOCKS = 4000
MOST_MB = 250
SAID = (
    "이번 분기에는 레그를 먼저 붙이고 나머지는 다음 회의에서 정하기로 했습니다.",
    "저는 금요일까지 비교표를 정리해서 공유하겠습니다. 예산은 지난달과 같습니다.",
    "고객이 물어본 부분은 제가 다시 확인해 보겠습니다. 일정은 조금 밀릴 수 있습니다.",
    "프로포트가 길면 답이 나빠지니까 예시를 줄이는 쪽으로 가죠. 그게 낫겠습니다.",
    "디자인 시안은 두 가지로 하고 다음 주 월요일에 고르기로 하겠습니다.",
)

MEMORY = """\
import re


def memory(*processes):
    own, files = 0, {}
    for process in processes:
        name, mine = "", {}
        for line in open(f"/proc/{process}/smaps"):
            first, second, *rest = line.split()
            if re.fullmatch("[0-9a-f]+-[0-9a-f]+", first):
                name = " ".join(rest[3:])
            elif first == "Rss:":
                mine[name] = mine.get(name, 0) + int(second)
            elif first == "Anonymous:":
                own, mine[name] = own + int(second), mine[name] - int(second)
        files |= {name: max(kilobytes, files.get(name, 0)) for name, kilobytes in mine.items()}
    return own + sum(files.values())


"""

KIWI = f"""\
import json
from processing.korean import Korean
from processing.terms.glossary import built_in_terms
from processing.terms.lexicon import kiwi_words

{MEMORY}
korean = Korean(kiwi_words(built_in_terms()))
korean.warm_up()
print(json.dumps(memory("self")), flush=True)
"""

WINDOW = f"""\
import json
import multiprocessing
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

{MEMORY}
told = {{"peak": 0}}
QUIET = 8  # looks in a row: what a timer begins has begun by then


def now():
    children = [p.pid for p in multiprocessing.active_children() if p.name == "malkkeum-language"]
    return memory(os.getpid(), *children)


def is_quiet():
    return window.page is not None and window.language.is_ready and window.language.is_idle


def look():
    global quiet
    quiet = quiet + 1 if is_quiet() else 0
    if window.page is None:
        told["peak"] = max(told["peak"], now())
    if quiet < QUIET:
        return
    if "open" not in told:
        quiet, told["open"] = 0, now()
        correct(window.page.session)
    elif "spread" in told:
        told["corrected"] = now()
        told["blocks"] = len(window.page.session.source.blocks)
        print(json.dumps(told), flush=True)
        os._exit(0)


def correct(session):
    from processing.note import Edit, change_of

    window.learning.found.connect(lambda _term, count: told.update(spread=count))
    at = session.source.text.index("비교표")
    edit = Edit(at, at + 3, "비교표", "견적표", by="person")
    session.commit(change_of(session.state, {{("edits", edit.id): edit}}), "고침")


def main():
    global window, quiet
    from pathlib import Path
    from desktop.sitting import load_views
    from desktop.main_window import MainWindow
    from desktop.preferences import Preferences
    from desktop.library.shelf import Shelf
    from desktop.language.language_process import LanguageProcess
    from desktop.parts.theme import dress

    app, folder, quiet = QApplication([]), Path(sys.argv[1]), 0
    dress(app)
    preferences = Preferences(folder)
    language = LanguageProcess("desktop.language.language_child", "Desk", preferences.language_options())
    window = MainWindow(Shelf(folder / "library.sqlite"), language, preferences, folder)
    language.start()
    window.show()
    window.begin()
    load_views()
    window.open_files([Path(sys.argv[2])])
    waiting = QTimer()
    waiting.timeout.connect(look)
    waiting.start(500)
    app.exec()


if __name__ == "__main__":
    main()
"""


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def ten_hours() -> str:
    """Some 600,000 characters that five people say in 4,000 blocks; no two blocks alike."""
    blocks = (
        f"참석자 {i % 5 + 1} {clock(9 * i)}\n{i}번째로 말씀드립니다. {SAID[i % 5]} {SAID[(i + 2) % 5]} {SAID[(i + i // 5) % 5]}"
        for i in range(BLOCKS)
    )
    return "긴 회의\n2026.04.28 화 오전 9:00 ・ 600분 0초\n김민수\n\n" + "\n\n".join(blocks) + "\n"


def told_by(script: Path, *words: str) -> dict[str, int] | int:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(script), *words], stdout=subprocess.PIPE, env=environment, check=True, timeout=400
    )
    told: dict[str, int] | int = json.loads(done.stdout)
    return told


def test_ten_hours_take_little_more_than_kiwi_itself(tmp_path: Path) -> None:
    file = tmp_path / "긴 회의.txt"
    file.write_text(ten_hours(), encoding="utf-8")
    for name, script in (("kiwi.py", KIWI), ("window.py", WINDOW)):
        (tmp_path / name).write_text(script, encoding="utf-8")
    kiwi = told_by(tmp_path / "kiwi.py")
    told = told_by(tmp_path / "window.py", str(tmp_path), str(file))
    assert isinstance(kiwi, int)
    assert isinstance(told, dict)
    assert told["blocks"] == BLOCKS
    assert told["spread"] > BLOCKS / 2
    more = {when: (told[when] - kiwi) / 1024 for when in ("open", "corrected", "peak")}
    print(
        f"{len(file.read_text('utf-8'))} characters; Kiwi loaded {kiwi / 1024:.0f} MB; more than that with the note open"
        f" {more['open']:.0f} MB, after a correction {more['corrected']:.0f} MB, at the most while cleaning {more['peak']:.0f} MB"
    )
    assert more["open"] <= MOST_MB
    assert more["corrected"] <= MOST_MB
