"""A worn language process makes way for a fresh one when nothing is asked of it; nothing asked is lost or answered twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.language.language_process import LanguageProcess
from desktop.tasks import Job


@pytest.fixture
def language(monkeypatch: pytest.MonkeyPatch) -> Iterator[LanguageProcess]:
    monkeypatch.setattr("desktop.language.succession.REST_MS", 50)
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    process = LanguageProcess("fake_workshop", "WearingWorkshop", {})
    yield process
    process.close()


def answer(qtbot: QtBot, job: Job) -> Any:
    with qtbot.waitSignal(job.done) as ended:
        pass
    return ended.args[0]


def worn_and_succeeded(qtbot: QtBot, language: LanguageProcess) -> int:
    """The number of the process that was worn by 레그; another is ready in its place."""
    first: list[int] = []
    with qtbot.waitSignal(language.ready):
        language.start()
    with qtbot.waitSignal(language.ready):
        language.ask("learn", "레그", True).done.connect(first.append)
    return first[0]


def test_the_next_child_goes_on_with_what_the_worn_one_knew(language: LanguageProcess, qtbot: QtBot) -> None:
    first = worn_and_succeeded(qtbot, language)
    second, known = answer(qtbot, language.ask("tell"))
    assert known == ["레그"]
    assert second != first


def test_what_is_asked_while_it_goes_is_answered_once_and_known_to_the_next(
    language: LanguageProcess, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words are learned every few milliseconds, before, between and after: in their order, none twice."""
    answers: list[int] = []
    words = iter("가나다라마바사아자차카타파하")

    def teach() -> None:
        for word in islice(words, 1):
            language.ask("learn", word, False).done.connect(answers.append)

    heart = QTimer()
    heart.timeout.connect(teach)
    language.worn.connect(lambda: heart.start(90))  # longer than the rest: some meet the child that goes
    first = worn_and_succeeded(qtbot, language)
    qtbot.waitUntil(lambda: len(answers) == 14)
    last, known = answer(qtbot, language.ask("tell"))
    assert known == ["레그", *"가나다라마바사아자차카타파하"]
    assert set(answers) <= {first, last}


def test_a_child_that_is_not_worn_stays(language: LanguageProcess, qtbot: QtBot) -> None:
    first = answer(qtbot, language.ask("learn", "레그", False))
    qtbot.wait(300)
    assert answer(qtbot, language.ask("tell")) == (first, ["레그"])


def test_a_worn_child_stays_as_long_as_it_is_asked(language: LanguageProcess, qtbot: QtBot) -> None:
    """Each request takes longer than the rest, and the next one is asked as soon as it is answered."""
    answers: list[int] = []

    def go_on(process: int) -> None:
        answers.append(process)
        if len(answers) < 5:
            language.ask("ponder", 0.1).done.connect(go_on)

    language.ask("learn", "레그", True).done.connect(go_on)
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert set(answers) == {answers[0]}


def test_a_closed_process_is_not_succeeded(language: LanguageProcess, qtbot: QtBot) -> None:
    answer(qtbot, language.ask("learn", "레그", True))
    language.close()
    qtbot.wait(200)
    assert not language.is_idle
