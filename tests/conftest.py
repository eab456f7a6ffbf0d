"""What all tests share: one loaded Kiwi and one index of terms, and the real transcript where this machine has it."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Generator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the tests need no screen

from processing.korean import Korean
from processing.pipeline import Workshop
from processing.terms.context import RightForms
from processing.terms.glossary import Term, built_in_terms
from processing.terms.lexicon import kiwi_words, right_words
from processing.terms.search import TermSearch

# enough for every run; a longer one by hand: --hypothesis-profile=long
settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("quick")

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def built_in() -> list[Term]:
    """The terms that ship with the program."""
    return built_in_terms()


@pytest.fixture(scope="session")
def korean(built_in: list[Term]) -> Korean:
    """A loaded Kiwi that knows the built-in terms; loading takes seconds, so there is one."""
    loaded = Korean(kiwi_words(built_in))
    loaded.warm_up()
    return loaded


@pytest.fixture(scope="session")
def search(built_in: list[Term]) -> TermSearch:
    """The search for the built-in terms; making its index takes the better part of a second, so there is one."""
    return TermSearch(built_in, right_words())


@pytest.fixture(scope="session")
def right(built_in: list[Term]) -> RightForms:
    """The right forms of the built-in terms."""
    return RightForms(built_in, right_words())


@pytest.fixture(scope="session")
def workshop(korean: Korean) -> Workshop:
    """The workshop that the program loads; whoever teaches it something makes one of their own."""
    return Workshop(korean)


@pytest.fixture(scope="session")
def workshop_without_summary(korean: Korean) -> Workshop:
    """The same for those who want no summary."""
    return Workshop(korean, summarises=False)


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The folder with the real transcript and its annotations; tests that want it are skipped without it."""
    folder = Path(os.environ.get("MALKKEUM_EVALUATION") or ROOT.parent / "shared" / "evaluation")
    if not (folder / "mentoring-talk.part1.txt").is_file():
        pytest.skip(f"the evaluation files are not in {folder}; set MALKKEUM_EVALUATION to their folder")
    return folder


@pytest.fixture(scope="session")
def scorer(evaluation: Path) -> ModuleType:
    """The scorer of the evaluation folder, as a module."""
    spec = importlib.util.spec_from_file_location("score_terms", evaluation / "score_terms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect without Python's collector of cycles, and never let it walk through thousands of tests again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


_ended: list[int] = []


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember how the run ended, for `pytest_unconfigure`."""
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End the process where Qt was loaded without taking Python's objects apart first.

    After hundreds of windows PySide6 6.11 faults in the interpreter's own end, when all has been told; the exit code
    would then say something about that and nothing about the tests.
    """
    if _ended and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[-1])
