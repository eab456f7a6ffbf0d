"""The topics of a note: where each begins, and what it is called: as announced, as the agenda has it, else by its own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processing.source import Place
from processing.summary.agenda import Agenda, agenda
from processing.summary.announced import announced_at, of_agenda
from processing.summary.outline import topic_starts
from processing.summary.phrases import Named
from processing.summary.titles import Subject, Title, titles
from processing.summary.utterance import Utterance, lecturer_of
from processing.transcript import Turn


@dataclass(frozen=True)
class Chapters:
    """What was told of a note's topics, and the indices of the sentences with which they begin."""

    said: Sequence[Utterance]
    agenda: Agenda | None
    announced: Mapping[int, Subject]
    starts: Sequence[int]

    def size(self, number: int) -> int:
        """How many sentences a topic has."""
        return [*self.starts[1:], len(self.said)][number] - self.starts[number]

    def at(self, place: Place) -> int:
        """The ordinal of the topic that holds a place."""
        return bisect_right([self.said[start].place.start for start in self.starts], place.start) - 1

    def titles(self, named: Sequence[Named], starts: Sequence[int]) -> list[Title | None]:
        """What the topics that begin at `starts` are called; None where nothing is named."""
        called = titles(named, starts, self.announced)
        taken = {subject.text for subject in self.announced.values()}
        for k, (start, end) in enumerate(zip(starts, [*starts[1:], len(self.said)], strict=False)):
            found = called[k]
            if found is not None and any(subject in self.announced.values() for subject in found.subjects[:1]):
                continue
            entry = of_agenda(self.said, start, end, self.agenda, taken)
            if entry is not None:
                taken.add(entry.text)
                called[k] = _with_first(entry, found, self.announced)
        return called


def paragraph_places(turns: Sequence[Turn]) -> list[Place]:
    """The paragraphs of a note that have any words, in order."""
    return sorted((p.place for turn in turns for p in turn.paragraphs if p.parts), key=lambda place: place.start)


def _with_first(entry: Subject, found: Title | None, announced: Mapping[int, Subject]) -> Title:
    """The agenda's name for a topic, beside what was announced in the midst of it."""
    if found is None:
        return Title((entry,))
    told = tuple(subject for subject in found.subjects if subject in announced.values())[:1]
    return Title((entry, *told), (*found.subjects, *found.others))


def chapters(said: Sequence[Utterance], paragraphs: Sequence[Place]) -> Chapters:
    """The topics of a note whose paragraphs lie at `paragraphs`."""
    told = agenda(said)
    announced = announced_at(said, told)
    if lecturer_of(said) is not None:  # 첫 번째는 설계죠: a lecturer counts up what is no topic
        announced = {at: subject for at, subject in announced.items() if " " in subject.text}
    begin = {place.start for place in paragraphs}
    starts = topic_starts(said, [u.place.start in begin for u in said], announced)
    return Chapters(said, told, announced, starts)
