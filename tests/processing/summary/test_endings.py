"""Stems and endings over every class of irregular verbs and adjectives, as the standard dictionary has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from processing.summary.endings import before_eu, joined, past

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "endings.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@pytest.mark.parametrize(("stem", "tag", "noun", "was", "condition"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_a_stem_takes_its_endings(stem: str, tag: str, noun: str, was: str, condition: str) -> None:
    assert (joined(stem, "ᆷ", tag), past(stem, tag) + "음", before_eu(stem, "면", tag)) == (noun, was, condition)
