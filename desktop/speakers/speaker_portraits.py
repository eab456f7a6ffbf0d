"""Who speaks how much and says what: what a person needs to tell who 참석자 3 is; pure, and no rule about language.

The most telling sentence is the one whose words this speaker uses and the others do not (tf-idf over beginnings of
words, so that particles count little).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from desktop.words import kept
from processing.meeting_info import is_numbered_label
from processing.note import Speaker
from processing.proposals import TurnProposal
from processing.series import recalled
from processing.transcript import Turn
from processing.turns.speaking import Speaking

STEM = 2  # code points of a word that count
MOST_TURNS = 500  # of one talk that are weighed for its most telling sentences
SHORTEST, LONGEST = 12, 90  # code points of a sentence that can tell something at a glance


@dataclass(frozen=True)
class Suggestion:
    """A name or role that the program can give a reason for."""

    name: str
    role: str
    reason: str


@dataclass(frozen=True)
class Portrait:
    """One speaker: share of the talk (0 to 1), number of turns, first and most telling sentence."""

    id: str
    speaker: Speaker
    share: float
    seconds: float | None
    turns: int
    first: str
    telling: str
    suggestion: Suggestion | None = None
    earlier: tuple[Speaker, ...] = ()


Sayings = Mapping[str, tuple[str, str]]  # {speaker id: (first sentence, most telling one)}


def sayings_of(turns: Sequence[Turn]) -> Sayings:
    """The two sentences of each speaker, kept while words and turns stand.

    Of a talk of many hours turns spread over all of it are weighed: every turn of ten hours would hold the window.
    """
    said = _by_speaker(turns)
    step = 1 + len(turns) // MOST_TURNS
    spread = {id_: own[::step] for id_, own in said.items()}
    weights = _weights(spread)
    return {id_: (_first(own), _telling(spread[id_], weights[id_])) for id_, own in said.items()}


def _by_speaker(turns: Sequence[Turn]) -> dict[str, list[Turn]]:
    said: dict[str, list[Turn]] = {}
    for turn in turns:
        if turn.paragraphs:
            said.setdefault(turn.speaker_id, []).append(turn)
    return said


def portraits(
    turns: Sequence[Turn],
    speakers: Mapping[str, Speaker],
    shares: Mapping[str, Speaking],
    proposals: Iterable[TurnProposal] = (),
    sayings: Sayings | None = None,
    people: Sequence[Speaker] = (),
) -> list[Portrait]:
    """The speakers who say something, in the order in which they first speak.

    `shares` is `turns.speaking.speaking` of the note; `people` are those of earlier meetings of its series.
    """
    said = {id_: own for id_, own in _by_speaker(turns).items() if id_ in speakers and id_ in shares}
    told = sayings if sayings is not None else sayings_of(turns)
    suggestions = _recalled(suggestions_of(proposals, speakers), speakers, people)
    named = {speaker.name or speaker.label for speaker in speakers.values()} | {s.name for s in suggestions.values()}
    left = tuple(person for person in people if person.name not in named)
    return [
        Portrait(
            id_,
            speakers[id_],
            shares[id_].share,
            shares[id_].seconds,
            len(own),
            *told[id_],
            suggestions.get(id_),
            left if not (speakers[id_].name or suggestions.get(id_)) and is_numbered_label(speakers[id_].label) else (),
        )
        for id_, own in said.items()
    ]


def _recalled(
    suggestions: Mapping[str, Suggestion], speakers: Mapping[str, Speaker], people: Sequence[Speaker]
) -> dict[str, Suggestion]:
    """The suggestions with the whole name and role of the one of an earlier meeting whom each means."""
    found = dict(suggestions)
    taken = {speaker.name for speaker in speakers.values()}
    for id_, one in suggestions.items():
        person = recalled(one.name, one.role, people)
        if person is not None and person.name not in taken and is_numbered_label(speakers[id_].label):
            reason = f"{one.reason.rstrip('.')}, {kept('지난 회의에 있던 이름')}."
            found[id_] = Suggestion(person.name, one.role or person.role, reason)
    return found


def suggestions_of(proposals: Iterable[TurnProposal], speakers: Mapping[str, Speaker]) -> dict[str, Suggestion]:
    """What the program would call the speakers, from the proposals that name them."""
    found: dict[str, Suggestion] = {}
    for proposal in proposals:
        for (name, id_), step in proposal.change.steps.items():
            is_new = name == "speakers" and isinstance(step.new, Speaker) and id_ in speakers
            if is_new and not (speakers[id_].name or speakers[id_].role):
                found.setdefault(id_, Suggestion(step.new.name, step.new.role, proposal.detail))
    return found


def _sentences(turns: Iterable[Turn]) -> Iterable[str]:
    for turn in turns:
        for paragraph in turn.paragraphs:
            for start, end in paragraph.parts:
                yield " ".join(paragraph.shown.text[start:end].split())


def _stems(text: str) -> list[str]:
    return [word[:STEM] for word in text.split() if len(word) > STEM]


def _weights(said: Mapping[str, Sequence[Turn]]) -> dict[str, dict[str, float]]:
    counts = {id_: Counter(stem for s in _sentences(own) for stem in _stems(s)) for id_, own in said.items()}
    all_counts: Counter[str] = Counter()
    for own_counts in counts.values():
        all_counts.update(own_counts)
    return {
        id_: {stem: own[stem] / all_counts[stem] * log(1 + own[stem]) for stem in own} for id_, own in counts.items()
    }


def _first(turns: Sequence[Turn]) -> str:
    sentences = list(_sentences(turns[:3]))
    return next((s for s in sentences if len(s) >= SHORTEST), sentences[0] if sentences else "")


def _telling(turns: Sequence[Turn], weights: Mapping[str, float]) -> str:
    first = _first(turns)
    candidates = [s for s in _sentences(turns) if SHORTEST <= len(s) <= LONGEST and s != first]
    return max(candidates, key=lambda s: sum(weights.get(stem, 0.0) for stem in set(_stems(s))), default="")
