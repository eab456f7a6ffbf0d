"""How much memory the window and its language process take with ten hours of talk open, beyond the loaded Kiwi.

Run by `pytest -n 0 -m bench -s`; Linux only: it reads what each process has for itself (proportional set size). The note is
imported by the real program, so that both processes have done their work.
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

KIWI = """\
import json
from processing.korean import Korean
from processing.terms.glossary import built_in_terms
from processing.terms.lexicon import kiwi_words

korean = Korean(kiwi_words(built_in_terms()))
korean.warm_up()
print(json.dumps(int(next(l for l in open("/proc/self/smaps_rollup") if l.startswith("Pss:")).split()[1])), flush=True)
"""

WINDOW = """\
import json
import multiprocessing
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def memory(process):
    return int(next(l for l in open(f"/proc/{process}/smaps_rollup") if l.startswith("Pss:")).split()[1])


def tell():
    (child,) = [p for p in multiprocessing.active_children() if p.name == "malkkeum-language"]
    blocks = len(window.page.session.source.blocks)
    print(json.dumps({"window": memory("self"), "child": memory(child.pid), "blocks": blocks}), flush=True)
    os._exit(0)


def look():
    if window.page is not None:
        waiting.stop()
        QTimer.singleShot(3000, tell)  # what is done a little later is done


def main():
    global window, waiting
    from pathlib import Path
    from desktop.application import load_views
    from desktop.main_window import MainWindow
    from desktop.preferences import Preferences
    from desktop.library.shelf import Shelf
    from desktop.tasks import LanguageProcess
    from desktop.parts.theme import dress

    app, folder = QApplication([]), Path(sys.argv[1])
    dress(app)
    preferences = Preferences(folder)
    language = LanguageProcess("desktop.language_child", "Desk", preferences.language_options())
    window = MainWindow(Shelf(folder / "library.sqlite"), language, preferences, folder)
    language.start()
    window.show()
    window.begin()
    load_views()
    window.open_files([Path(sys.argv[2])])
    waiting = QTimer()
    waiting.timeout.connect(look)
    waiting.start(100)
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


@pytest.mark.xfail(
    strict=True,
    reason="440 MB more: the window and its note 140, scikit-learn and glossaries 100, ten hours' analysis the rest",
)
def test_ten_hours_take_little_more_than_kiwi_itself(tmp_path: Path) -> None:
    file = tmp_path / "긴 회의.txt"
    file.write_text(ten_hours(), encoding="utf-8")
    for name, script in (("kiwi.py", KIWI), ("window.py", WINDOW)):
        (tmp_path / name).write_text(script, encoding="utf-8")
    kiwi = told_by(tmp_path / "kiwi.py")
    both = told_by(tmp_path / "window.py", str(tmp_path), str(file))
    assert isinstance(kiwi, int)
    assert isinstance(both, dict)
    assert both["blocks"] == BLOCKS
    more = (both["window"] + both["child"] - kiwi) / 1024
    print(
        f"{len(file.read_text('utf-8'))} characters; Kiwi loaded {kiwi / 1024:.0f} MB, window {both['window'] / 1024:.0f} MB,"
        f" language process {both['child'] / 1024:.0f} MB: {more:.0f} MB more"
    )
    assert more <= MOST_MB
