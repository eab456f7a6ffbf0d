"""What the rules for likely repairs say: a finding, the turns they look at, and the changes that they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from processing.analysis import Sentence
from processing.note import Change, Edit, EditKind, Key, State, change_of
from processing.proposals import TurnProposal
from processing.source import Place, Source
from processing.turns import speech


class Sort(StrEnum):
    """What is wrong with a turn."""

    TAIL = "tail"
    HEAD = "head"
    CUT = "cut"
    BACK_CHANNEL = "back-channel"
    TWO_PEOPLE = "label-two-people"
    ONE_PERSON = "labels-one-person"


@dataclass(frozen=True)
class Finding:
    """A proposal with its sort and its strength, 0 to 1, by which the few that are shown are chosen."""

    sort: Sort
    strength: float
    proposal: TurnProposal


@dataclass(frozen=True)
class Said:
    """The sentences of one turn; `cut` and `speaker_id` are the turn's."""

    cut: int
    speaker_id: str
    sentences: tuple[Sentence, ...]

    @property
    def place(self) -> Place:
        """The place of its words."""
        return Place(self.sentences[0].place.start, self.sentences[-1].place.end)


def turns_said(sentences: Sequence[Sentence]) -> list[Said]:
    """The sentences of a note by their turns, in order."""
    turns: list[list[Sentence]] = []
    for sentence in sentences:
        if not turns or turns[-1][-1].turn_cut != sentence.turn_cut:
            turns.append([])
        turns[-1].append(sentence)
    return [Said(turn[0].turn_cut, turn[0].speaker_id, tuple(turn)) for turn in turns]


def words_of(sentences: Sequence[Sentence]) -> str:
    """The words of some sentences in a row."""
    return " ".join(sentence.text for sentence in sentences)


def joined(source: Source, start: int, end: int, reason: str) -> Edit:
    """The edit that makes one sentence of the two that the source's [start, end) parts."""
    return Edit(start, end, source.text[start:end], " ", EditKind.JOIN, "sound", 0.7, reason)


def moved_down(source: Source, state: State, before: Said, turn: Said, start: int) -> Change:
    """The words from `start` to the end of the turn before given to the next turn."""
    values: dict[Key, Any] = {("cuts", turn.cut): None, ("cuts", start): turn.speaker_id}
    if not speech.is_stopped(before.sentences[-1]):
        edit = joined(source, before.place.end, turn.place.start, "두 사람 사이에서 끊긴 문장")
        values[("edits", edit.id)] = edit
    return change_of(state, values)
