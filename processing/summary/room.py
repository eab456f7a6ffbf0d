"""What a sentence stands in when tasks are read from it: the note, its date, its speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from processing.note import Speaker
from processing.summary.addressees import Called, speaker_called
from processing.summary.utterance import Utterance

_JUST_BEFORE = 3  # sentences


@dataclass(frozen=True)
class Room:
    """What a sentence stands in: the whole note, its date, who speaks, and who gives a lecture, if anybody."""

    said: Sequence[Utterance]
    today: date | None
    speakers: Mapping[str, Speaker]
    lecturer: str | None

    def name(self, speaker_id: str) -> str:
        """The label of a speaker, else the name; "" where nobody is known."""
        speaker = self.speakers.get(speaker_id)
        return speaker.label or speaker.shown if speaker is not None else ""

    def owner(self, called: Called) -> str:
        """The speaker who is called, else the name by which somebody is called."""
        speaker = speaker_called(called.name, self.speakers)
        return speaker.label or speaker.shown if speaker is not None else called.name

    def doer(self, utterance: Utterance, called: Called | None) -> str:
        """Who does what a sentence says: whoever is called in it, else who speaks."""
        return self.owner(called) if called is not None else self.name(utterance.speaker_id)

    def just_before(self, at: int) -> list[Utterance]:
        """The end of the turn before that of the sentence `at`: what it may answer at once."""
        turn = self.said[at].turn - 1
        return [u for u in self.said[max(at - _JUST_BEFORE, 0) : at] if u.turn == turn]
