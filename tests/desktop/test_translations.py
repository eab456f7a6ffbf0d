"""Every word of the window can be told in English: nothing escapes lupdate, nothing is unfinished or out of step."""

from __future__ import annotations

import ast
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import PySide6
import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
TS = ROOT / "assets" / "translations" / "malkkeum_en.ts"
HANGUL = re.compile("[가-힣]")
SAID = {"tr", "marked"}  # what lupdate looks for
KEPT = {"kept", "after"}  # data of the note, and the particle that `after` chooses
# Korean that is no word of the interface
OF_DATA = {
    "__main__.py": "what the console is told, before there is a window",
    "screen.py": "the same, where there can be no window",
    "minutes_rows.py": "the headings of the document on the page, as it will print",
    "downloads.py": "cues in names of files that CLOVA Note gives",
}
PATTERNS = {"re.compile"}  # what a person may type


def modules() -> list[Path]:
    return sorted((ROOT / "desktop").rglob("*.py"))


def literals(path: Path) -> Iterator[tuple[ast.AST, list[ast.AST]]]:
    """Every Korean literal of a module that is no docstring, with what it stands in, innermost first."""
    tree = ast.parse(path.read_text("utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HANGUL.search(node.value):
            around, at = [], node
            while at in parents:
                at = parents[at]  # type: ignore[assignment]
                around.append(at)
            if not isinstance(around[0], ast.Expr):  # a docstring
                yield node, around


def caller(node: ast.AST) -> str:
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.name)
def test_every_korean_literal_says_whether_it_is_told_or_kept(path: Path) -> None:
    if path.name in OF_DATA:
        pytest.skip(OF_DATA[path.name])
    stray = [
        (node.lineno, ast.unparse(node))  # type: ignore[attr-defined]
        for node, around in literals(path)
        if not any(caller(one) in SAID | KEPT | PATTERNS for one in around)
    ]
    assert not stray, f"wrap these in tr(), marked() or kept() of desktop.words: {stray}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.name)
def test_what_is_told_is_a_plain_literal_outside_of_an_f_string(path: Path) -> None:
    unseen = [
        ast.unparse(around[0])
        for node, around in literals(path)
        if any(caller(one) in SAID for one in around) and any(isinstance(one, ast.JoinedStr) for one in around)
    ]
    assert not unseen, f"lupdate does not look into f-strings: {unseen}"


def messages(ts: Path) -> dict[tuple[str, str], list[str] | None]:
    """What a .ts holds, by source and note: one translation, two for plurals, None while it is unfinished."""
    held: dict[tuple[str, str], list[str] | None] = {}
    for message in ET.parse(ts).getroot().iter("message"):
        told = message.find("translation")
        assert told is not None
        forms = [form.text or "" for form in told.findall("numerusform")] or [told.text or ""]
        key = (message.findtext("source") or "", message.findtext("comment") or "")
        held[key] = None if told.get("type") else forms
    return held


def test_the_english_is_in_step_with_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh_en.ts"
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    words = [lupdate, "-silent", "-tr-function-alias", "tr+=marked", *modules(), "-ts", fresh]
    subprocess.run([str(word) for word in words], check=True)
    wanted, held = messages(fresh).keys(), messages(TS)
    assert not wanted - held.keys(), "new words: run pyside6-lupdate as assets/translations/README.md says"
    assert not held.keys() - wanted, "words that are gone: run pyside6-lupdate"
    assert not [key for key, told in held.items() if told is None or not all(told)], "unfinished"


def told() -> list[tuple[str, str]]:
    return [(source, one) for (source, _), forms in messages(TS).items() for one in forms or ()]


def fields(text: str) -> set[str]:
    return {f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("source", "english"), told())
def test_the_english_can_be_filled_in_as_the_korean_is(source: str, english: str) -> None:
    assert {field.split(":")[0] for field in fields(english)} <= {field.split(":")[0] for field in fields(source)}
    assert ("%n" in english) <= ("%n" in source)
    assert english.partition("\t")[2] == source.partition("\t")[2]  # the key of a menu
    assert english.count("&") <= max(1, source.count("&"))
    assert (source[:1] == " ") <= (english[:1] == " ")
    assert (source[-1:] == " ") <= (english[-1:] == " ")


def test_the_compiled_english_is_in_step() -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    for (source, note), forms in messages(TS).items():
        for count, form in zip((1, 2), forms or (), strict=False):
            compiled = translator.translate("", source, note, count if len(forms or ()) > 1 else -1)
            assert compiled == form, f"{source}: run pyside6-lrelease"
