"""Notes from files for the tests of turns: read, surely repaired and analysed as the pipeline does it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from processing import readers
from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import State, apply, first_state
from processing.proposals import TurnProposal
from processing.source import Source
from processing.terms.glossary import built_in_terms
from processing.terms.lexicon import kiwi_words
from processing.transcript import transcript
from processing.turns import certain_repairs

CASES = Path(__file__).parents[2] / "cases"


@dataclass(frozen=True)
class Talk:
    """A note after the certain repairs, and what was told of them."""

    source: Source
    state: State
    told: list[TurnProposal]
    analysis: Analysis


@cache
def korean() -> Korean:
    """One Kiwi for all tests of the room, with the words that the program's has: loading it takes over a second."""
    return Korean(kiwi_words(built_in_terms()))


@cache
def talk_of(path: Path) -> Talk:
    """The talk in a file."""
    source = readers.read(path.read_bytes(), path.name).source
    first = first_state(source)
    change, told = certain_repairs(source, first, korean().wants_blank)
    state = apply(first, change)
    return Talk(source, state, told, korean().analyse(transcript(source, state)))


def evaluation() -> Path | None:
    """The folder of the real talk, where it is there."""
    folder = Path(os.environ.get("MALKKEUM_EVALUATION", Path(__file__).parents[3].parent / "shared" / "evaluation"))
    return folder if (folder / "mentoring-talk.part1.txt").exists() else None


def real_talk() -> Talk | None:
    """The real talk, where it is there."""
    folder = evaluation()
    return talk_of(folder / "mentoring-talk.part1.txt") if folder else None
