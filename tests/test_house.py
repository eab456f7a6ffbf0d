"""The house keeps its directions: who may import whom, what the command line leaves alone, what the wheel carries."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# third-party module -> the only files or folders that may import it
ROOMS = {
    "PySide6": ("desktop/",),
    "kiwipiepy": ("processing/korean.py",),
    "openai": ("processing/language_model.py",),
    "keyring": ("processing/secret.py",),
    "sqlite_utils": ("processing/library/database.py",),
    "sqlite3": ("processing/library/",),
    "keybert": ("processing/summary/keyphrases.py",),
    "sklearn": ("processing/summary/",),
    "numpy": ("processing/terms/sound_", "processing/summary/"),
    "threadpoolctl": ("processing/summary/keyphrases.py",),
    "docx": ("processing/export/", "processing/readers/"),
    "openpyxl": ("processing/export/", "processing/readers/"),
    "rapidfuzz": ("processing/terms/", "processing/model/", "processing/turns/", "processing/summary/", "desktop/"),
    "click": ("processing/cli.py", "processing/cli_words.py"),
    "threading": ("desktop/tasks.py", "desktop/language/", "processing/language_model.py", "processing/pipeline.py"),
    "multiprocessing": ("desktop/language/", "desktop/__main__.py", "processing/batch.py"),
    "concurrent": ("desktop/tasks.py",),
}
# pure rooms: values in, values out; they know no file, network, clock or library of the outside world
PURE = (
    "processing/source.py",
    "processing/note.py",
    "processing/shown.py",
    "processing/paragraphs.py",
    "processing/transcript.py",
    "processing/analysis.py",
    "processing/journal.py",
    "processing/proposals.py",
    "processing/phonetics.py",
    "processing/particles.py",
    "processing/minutes.py",
    "processing/unread.py",
)


@cache
def modules_of(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, at any depth."""
    return tuple(_imported(ast.parse(path.read_text("utf-8"))))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def files() -> list[Path]:
    return [path for folder in ("desktop", "processing") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("module", ROOMS)
def test_the_outside_world_is_reached_from_its_own_room_only(module: str) -> None:
    strangers = [
        path.relative_to(ROOT).as_posix()
        for path in files()
        if any(name.split(".")[0] == module for name in modules_of(path))
        and not path.relative_to(ROOT).as_posix().startswith(ROOMS[module])
    ]
    assert not strangers


def test_processing_knows_nothing_of_the_window() -> None:
    for path in (ROOT / "processing").rglob("*.py"):
        assert not [name for name in modules_of(path) if name.split(".")[0] in ("desktop", "PySide6", "shiboken6")], (
            path
        )


@pytest.mark.parametrize("package", ["processing", "desktop"])
def test_the_table_of_rooms_names_every_room(package: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme[readme.index("| room |") : readme.index("| `assets/` |")]
    rooms = [path for path in (ROOT / package).iterdir() if not path.name.startswith("__")]
    assert not [path.name for path in rooms if f"{path.name}{'/' if path.is_dir() else ''}`" not in table]


def test_the_window_reaches_neither_database_nor_network_nor_kiwi() -> None:
    forbidden = {"sqlite3", "sqlite_utils", "openai", "httpx", "urllib", "socket", "kiwipiepy"}
    for path in (ROOT / "desktop").rglob("*.py"):
        assert not [name for name in modules_of(path) if name.split(".")[0] in forbidden], path


def room_of(module: str) -> str:
    """The folder of `desktop` that a module lies in; the module itself where it lies in none."""
    folder = ".".join(module.split(".")[:2])
    return folder if (ROOT / folder.replace(".", "/")).is_dir() else module


def imported_by(path: Path) -> Iterator[str]:
    """The modules of `desktop` that a file imports, for types and late too; of `from a.room import b` the file b."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("desktop"):
            is_room = (ROOT / node.module.replace(".", "/")).is_dir()
            yield from (f"{node.module}.{name.name}" for name in node.names) if is_room else (node.module,)


def who_imports_whom() -> dict[str, set[str]]:
    """For each file of `desktop` those of `desktop` that it imports."""
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "desktop").rglob("*.py")}
    return {name: set(imported_by(path)) for name, path in paths.items()}


def between_rooms(files: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same for rooms."""
    rooms: dict[str, set[str]] = {}
    for name, imported in files.items():
        here = rooms.setdefault(room_of(name), set())
        here.update({room_of(one) for one in imported} - {room_of(name)})
    return rooms


@pytest.mark.parametrize("of", [lambda files: files, between_rooms], ids=["files", "rooms"])
def test_the_window_s_parts_import_each_other_in_no_circle(
    of: Callable[[dict[str, set[str]]], dict[str, set[str]]],
) -> None:
    order = TopologicalSorter(of(who_imports_whom()))
    try:
        order.prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_no_room_of_the_window_knows_the_whole_window() -> None:
    whole = {"desktop.main_window", "desktop.application"}
    strangers = {name for name, imported in who_imports_whom().items() if imported & whole and room_of(name) != name}
    assert not strangers


@pytest.mark.parametrize("name", PURE)
def test_pure_rooms_import_no_outside(name: str) -> None:
    outside = {"os", "io", "pathlib", "socket", "subprocess", "shutil", "tempfile", "importlib", *ROOMS}
    assert not [module for module in modules_of(ROOT / name) if module.split(".")[0] in outside]


def test_files_are_of_a_size_that_one_can_walk_through() -> None:
    too_long = {path: n for path in files() if (n := len(path.read_text("utf-8").splitlines())) > 400}
    assert not too_long


def test_the_command_line_leaves_qt_alone() -> None:
    code = "import sys, processing.cli, processing.batch, processing.one_file; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_what_the_language_gives_back_is_read_without_kiwi() -> None:
    code = "import sys, processing.cleaned; sys.exit('kiwipiepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_wheel_carries_the_assets(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    wheel = next(tmp_path.glob("malkkeum-*.whl"))
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    code = (
        "from processing.terms.glossary import built_in_terms; from processing.schema import schema_document; "
        "from processing.data_files import asset; import assets; "
        "assert len(built_in_terms()) >= 1500 and schema_document(); print(list(assets.__path__)[0])"
    )
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=unpacked, check=True, capture_output=True, text=True, env=environment
    )
    assert str(unpacked) in str((unpacked / told.stdout.strip()).resolve())
