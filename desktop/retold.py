"""The one room that tells the program's kept Korean in the interface's language, where the window shows it.

Reasons of proposals, sentences of errors and the journal's names of changes are made without the window and kept in
Korean. `assets/translations/retold_en.json` holds each as a template and its English: `{field}` stands for data, which is
put in as it is, `{count}` for a figure, and a field whose name begins with `what` for the program's own words, which are
told in turn. What is not in the table stays Korean: a sentence in the wrong language is better than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desktop.words import tr
from processing.data_files import asset

FIELD = re.compile(r"\{(\w+)\}")
COUNT = "count"  # the field that holds a figure
OWN_WORDS = "what"  # how the names of fields begin that hold words of the program
SENTENCES = re.compile(r"(?<=[.?!])\s+|(?<=\n)|\s+·\s+")


def retold(korean: str) -> str:
    """A sentence that the program made, in the language of the interface; the Korean where that is Korean or unknown.

    >>> retold("줄 옮김")
    '줄 옮김'
    """
    code = language_code()
    return korean if code == "ko" or not korean else _retold(korean, code)


def language_code() -> str:
    """What the interface speaks now, as the two letters of ISO 639."""
    return tr("ko", "ISO 639 code of the language of this file")


@dataclass(frozen=True)
class Retelling:
    """One table of sentences: those without data by themselves, the others as patterns."""

    plain: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=2)
def retelling(code: str) -> Retelling:
    """The table of a language; an empty one where there is none."""
    import json  # what speaks Korean never needs it, and the window is there sooner

    file = asset("translations").joinpath(f"retold_{code}.json")
    table: dict[str, str] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    with_data = [(korean, told) for korean, told in table.items() if FIELD.search(korean)]
    with_data.sort(key=lambda pair: -len(FIELD.sub("", pair[0])))  # the one that says most is tried first
    plain = {korean: told for korean, told in table.items() if not FIELD.search(korean)}
    return Retelling(plain, tuple((_pattern(korean), told) for korean, told in with_data))


def _pattern(template: str) -> re.Pattern[str]:
    """Matches what `template` was filled with."""
    parts = FIELD.split(template)  # words, field, words, field, … words
    return re.compile("".join(_field(part) if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.S)


def _field(name: str) -> str:
    return rf"(?P<{name}>[\d,]+)" if name == COUNT else f"(?P<{name}>.+?)"


@lru_cache(maxsize=4096)
def _retold(korean: str, code: str) -> str:
    whole = _one(korean, code)
    if whole is None and korean.endswith("."):  # a reason that was made a sentence
        reason = _one(korean.removesuffix("."), code)
        whole = f"{reason}." if reason is not None else None
    if whole is not None:
        return whole
    borders = [0, *(end for match in SENTENCES.finditer(korean) for end in match.span()), len(korean)]
    pieces = [korean[a:b] for a, b in pairwise(borders)]
    return "".join(_one(piece, code) or piece for piece in pieces)


def _one(korean: str, code: str) -> str | None:
    table = retelling(code)
    told = table.plain.get(korean)
    if told is not None:
        return told
    for pattern, template in table.patterns:
        if match := pattern.fullmatch(korean):
            fields = match.groupdict()
            return template.format(
                **{
                    name: _retold(value, code) if name.startswith(OWN_WORDS) else value
                    for name, value in fields.items()
                }
            )
    return None
