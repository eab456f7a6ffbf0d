"""Gathers the licences of all that a bundle holds, so that nothing is given on without its notice."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = {"pyinstaller", "pyinstaller-hooks-contrib", "pip", "setuptools", "wheel", "uv", "altgraph", "malkkeum"}
HEAD = """\
Malkkeum is given under the MIT licence (LICENSE). With it come the parts listed below, each under its own licence.

Qt and Qt for Python (PySide6, Shiboken) are used under the GNU Lesser General Public License, version 3, whose text
and that of the GNU General Public License, to which it refers, are in licenses/LGPL-3.0.txt and licenses/GPL-3.0.txt.
They are unmodified and lie as separate files in the folder PySide6 and shiboken6 beside this one: you may put other
builds of the same version in their place. Their source is at https://download.qt.io/official_releases/QtForPython/
and https://download.qt.io/official_releases/qt/, and may be asked for from the makers of Malkkeum for three years.

"""


def licence_of(part: Distribution) -> str:
    """The licence that a part names in its metadata, in one line."""
    about = part.metadata
    named = about.get("License-Expression") or about.get("License") or ""
    if named and len(named) < 90 and "\n" not in named:
        return named
    kinds = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License")]
    return ", ".join(kinds) or "see licenses/"


def parts() -> list[Distribution]:
    """All installed distributions that go into the bundle, by name."""
    found = {part.metadata["Name"]: part for part in distributions()}
    return [part for name, part in sorted(found.items(), key=lambda pair: pair[0].lower()) if name.lower() not in TOOLS]


def notices() -> str:
    """The text of NOTICES.txt."""
    rows = [f"{part.metadata['Name']} {part.version}: {licence_of(part)}" for part in parts()]
    return HEAD + "\n".join(rows) + "\n"


def licence_files() -> list[tuple[str, str]]:
    """`(file, folder in the bundle)` of every licence text that the parts bring, and of those of the LGPL."""
    kept = [(str(file), "licenses") for file in (HERE / "licenses").iterdir()]
    for part in parts():
        for file in part.files or ():
            path = Path(str(part.locate_file(file)))
            is_licence = any(word in path.name.upper() for word in ("LICEN", "COPYING", "NOTICE"))
            if ".dist-info" in str(file) and is_licence and path.is_file():
                under = file.parent.parts[file.parent.parts.index("licenses") + 1 :] if "licenses" in file.parts else ()
                kept.append((str(path), "/".join(["licenses", part.metadata["Name"], *under])))
    return kept
