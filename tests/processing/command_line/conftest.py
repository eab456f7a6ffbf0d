"""The command line in this process: one workshop for all, since terms and Kiwi take seconds to load."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from processing.cli import main
from processing.pipeline import Workshop, load_workshop
from processing.terms.glossary import Term
from processing.terms.sound_index import SoundIndex
from tests.processing.command_line.calls import KEY, NOTE, Run, Told


@pytest.fixture(scope="session")
def index_of() -> Callable[[tuple[Term, ...]], SoundIndex]:
    """The index that a model's hints are looked up in; each command makes its own of the same terms."""
    return cache(SoundIndex)


@pytest.fixture(autouse=True)
def _loaded_once(
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    index_of: Callable[[tuple[Term, ...]], SoundIndex],
) -> None:
    """A command with glossaries of its own, or without the built-in ones, loads as ever but for Kiwi."""

    def loaded(glossaries: Iterable[Path] = (), *, has_built_in: bool = True, summarises: bool = True) -> Workshop:
        if glossaries or not has_built_in:
            return load_workshop(glossaries, has_built_in=has_built_in, summarises=summarises)
        shared: Workshop = request.getfixturevalue("workshop" if summarises else "workshop_without_summary")
        return shared

    monkeypatch.setattr("processing.workbench.load_workshop", loaded)
    monkeypatch.setattr("processing.pipeline.Korean", lambda _words: request.getfixturevalue("korean"))
    monkeypatch.setattr("processing.model.hints.SoundIndex", index_of)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("MALKKEUM_API_KEY", KEY)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "주간 회의.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def folder(note: Path) -> Path:
    folder = note.parent / "회의들"
    folder.mkdir()
    note.rename(folder / note.name)
    (folder / "다른 회의.txt").write_text(NOTE.replace("주간", "월간"), encoding="utf-8")
    return folder


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*arguments: object) -> Told:
        code = main(["clean", *map(str, arguments)])
        return Told(code, *capfdbinary.readouterr())

    return call
