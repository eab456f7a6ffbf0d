"""Terms with their readings: packs that ship with the program and CSV files of the user's own.

A glossary is CSV, UTF-8 with or without BOM, header ``term,readings,domain[,aliases]``, lists parted by ``|``.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from processing.data_files import asset
from processing.errors import BrokenGlossary

LARGEST = 20 * 2**20  # bytes: a quarter of a million terms
HEADER = ("term", "readings", "domain")
USER, BUILT_IN = "user", "glossary"


@dataclass(frozen=True, slots=True)
class Term:
    """A right form, how it is said, where it belongs, and other forms that are right as they stand.

    `origin` is "glossary" for a pack of ours and "user" for a person's own.
    """

    term: str
    readings: tuple[str, ...]
    domains: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    origin: str = BUILT_IN

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which the term may rightly be written."""
        return (self.term, *self.aliases)


def squeezed(text: str) -> str:
    """A form to compare spellings by: NFC, no case, no blanks and hyphens.

    >>> squeezed("Fine-Tuning"), squeezed("파인 튜닝")
    ('finetuning', '파인튜닝')
    """
    solid = text.replace(" ", "")
    if solid and min(solid) >= "가" and max(solid) <= "힣":  # composed Hangul, as nearly all that is asked about
        return solid
    return unicodedata.normalize("NFC", text).casefold().translate(_NOT_COMPARED)


_NOT_COMPARED = str.maketrans("", "", " -_·.\u00a0")


def pack_names() -> list[str]:
    """The names of the packs that ship with the program (ai, office …)."""
    return sorted(
        entry.name.removesuffix(".csv") for entry in asset("glossaries").iterdir() if entry.name.endswith(".csv")
    )


def built_in_terms(packs: Iterable[str] | None = None) -> list[Term]:
    """The terms of the packs that ship with the program; `packs` names some of them, None takes all."""
    wanted = set(pack_names() if packs is None else packs)
    files = [asset("glossaries", f"{name}.csv") for name in pack_names() if name in wanted]
    return merged(term for file in files for term in parse_glossary(file.read_text("utf-8"), BUILT_IN, file.name))


def read_glossary(path: Path) -> list[Term]:
    """The terms of a user's CSV file; raises `BrokenGlossary` with the row where it is broken."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)  # a device would never end
    except OSError as error:
        raise BrokenGlossary(f"용어집 '{path.name}'을(를) 열지 못했습니다. 파일이 있는지 확인해 주세요.") from error
    if len(raw) > LARGEST:
        raise BrokenGlossary(f"용어집 '{path.name}'이(가) 너무 큽니다(20MB까지). 용어집이 맞는지 확인해 주세요.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenGlossary(
            f"용어집 '{path.name}'은(는) UTF-8이 아닙니다. 엑셀에서 'CSV UTF-8'로 다시 저장해 주세요."
        ) from error
    return parse_glossary(text, USER, path.name)


def parse_glossary(text: str, origin: str, name: str) -> list[Term]:
    """The terms of a glossary's text, rows of one term merged; raises `BrokenGlossary` naming the row."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        return merged(_terms(rows, origin, name))
    except csv.Error as error:
        raise BrokenGlossary(
            f"용어집 '{name}'의 {rows.line_num}행을 읽지 못했습니다. 따옴표가 닫혔는지 확인해 주세요.", rows.line_num
        ) from error


def _terms(rows: Iterator[list[str]], origin: str, name: str) -> Iterator[Term]:
    header = tuple(cell.strip().lower() for cell in next(rows, []))
    if header[:3] != HEADER:
        raise BrokenGlossary(
            f"용어집 '{name}'의 1행이 'term,readings,domain,aliases'가 아닙니다. 첫 줄을 고쳐 주세요.", 1
        )
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < 3 or not row[0].strip():
            raise BrokenGlossary(
                f"용어집 '{name}'의 {number}행에 칸이 모자랍니다. 'term,readings,domain' 세 칸을 채워 주세요.", number
            )
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in [*row, ""]]
        yield Term(cells[0], _list(cells[1]), _list(cells[2]), _list(cells[3]), origin)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def merged(terms: Iterable[Term]) -> list[Term]:
    """One `Term` a right form: readings, domains and aliases of equal forms are united, a person's own comes first."""
    by_form: dict[str, Term] = {}
    for term in terms:
        old = by_form.get(term.term)
        by_form[term.term] = term if old is None else _united(old, term)
    return list(by_form.values())


def _united(one: Term, other: Term) -> Term:
    return Term(
        one.term,
        tuple(dict.fromkeys([*one.readings, *other.readings])),
        tuple(dict.fromkeys([*one.domains, *other.domains])),
        tuple(dict.fromkeys([*one.aliases, *other.aliases])),
        USER if USER in (one.origin, other.origin) else BUILT_IN,
    )
