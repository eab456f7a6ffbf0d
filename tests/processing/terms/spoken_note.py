"""A CLOVA note in which one person says some sentences, and what the search proposes in it."""

from __future__ import annotations

from processing.korean import Korean
from processing.note import first_state
from processing.proposals import Proposal
from processing.readers import read
from processing.terms.search import TermSearch
from processing.transcript import transcript

HEAD = "회의\n2025.11.06 목 오후 4:00 ・ 12분 40초\n윤태성\n\n\n참석자 1 00:00\n"


def found(text: str, korean: Korean, search: TermSearch, *names: str) -> list[Proposal]:
    source = read(f"{HEAD}{text}\n".encode(), "note.txt").source
    return search.proposals(korean.analyse(transcript(source, first_state(source))), names)
