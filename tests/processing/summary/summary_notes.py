"""Notes for the tests of this room: from a text export, or a few lines of talk, to utterances and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import Line, State, apply, first_state
from processing.readers import read
from processing.source import Source
from processing.summary.offline import summarise
from processing.summary.utterance import Utterance, utterances
from processing.transcript import Turn, transcript
from processing.turns import certain_repairs


@dataclass(frozen=True)
class Note:
    """A note read, repaired and analysed, ready to be summarised."""

    source: Source
    state: State
    turns: list[Turn]
    analysis: Analysis

    @cached_property
    def said(self) -> list[Utterance]:
        """Its sentences as the rules read them."""
        return utterances(self.analysis.sentences)

    @property
    def day(self):
        """The note's date."""
        recorded = self.source.header.recorded_at
        return recorded.date() if recorded else None

    def lines(self, terms: tuple[str, ...] = ()) -> Mapping[str, Line]:
        """The lines of its minutes."""
        return summarise(self.analysis, self.turns, self.day, self.state.speakers, terms)

    def line_numbers(self, said: tuple[Utterance, ...]) -> set[int]:
        """The lines of the file in which these sentences begin."""
        return {self.source.line_of(u.place.start) for u in said}


def note_of(text: str, korean: Korean) -> Note:
    """The note that a text export makes."""
    source = read(text.encode(), "회의.txt").source
    state = first_state(source)
    state = apply(state, certain_repairs(source, state, korean.wants_blank)[0])
    turns = transcript(source, state)
    return Note(source, state, turns, korean.analyse(turns))


def talk(korean: Korean, *turns: str, day: str = "2026.09.14 월") -> Note:
    """A note of turns like "가: 안녕하세요."; the day is a Monday unless told otherwise."""
    said = [turn.split(": ", 1) for turn in turns]
    blocks = "\n\n".join(f"{who} {i // 6:02d}:{i % 6 * 10:02d}\n{words}" for i, (who, words) in enumerate(said))
    return note_of(f"회의\n{day} 오전 10:02 ・ 60분 0초\n가나다\n\n\n{blocks}\n", korean)
