"""The words of any file that leaves the program, and those that must be in none."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO

# the withheld turn's words, the lines that rest on it, its edit, its speaker, whom nobody else's words name
SECRETS = ("연봉", "비밀번호", "고양이", "참석자 3")


def words_in(raw: bytes) -> str:
    """All text of a file; of an Office file every part of it, without the tags."""
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8")
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = [archive.read(name).decode("utf-8", "ignore") for name in archive.namelist() if name.endswith(".xml")]
    return unescape(re.sub(r"<[^>]*>", "", "\n".join(parts)))
