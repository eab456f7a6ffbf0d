"""What a meeting is to speak of, from the sentence that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_notes import talk

from processing.korean import Korean
from processing.summary.offline import agenda_items

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "agenda.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@pytest.mark.parametrize(("said", "items", "case"), ROWS, ids=[row[2] for row in ROWS])
def test_the_agenda_is_what_the_opening_lists(said: str, items: str, case: str, korean: Korean) -> None:
    found = agenda_items(talk(korean, f"가: {said}", "나: 네.").analysis)
    assert list(found) == ([] if items == "-" else items.split("|")), case
