"""Another sentence for a line that a person does not want: the next best one, from its own topic first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from processing.analysis import Analysis
from processing.note import Line, LineKind
from processing.source import Place
from processing.summary.candidates import Candidate, candidates
from processing.summary.chapters import Chapters, chapters, paragraph_places
from processing.summary.selection import Selection
from processing.summary.small_talk import small_talk
from processing.summary.to_machine import about_the_machine
from processing.summary.utterance import Utterance, utterances
from processing.transcript import Turn

_OF_SENTENCES = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET)
_NO_STATEMENTS = (LineKind.TOPIC, LineKind.KEYWORD, LineKind.TOOL)


def next_best(
    analysis: Analysis, turns: Sequence[Turn], lines: Mapping[str, Line], id_: str, seen: Iterable[Place] = ()
) -> Line | None:
    """Another line for the headline, summary line or bullet `id_`, from its topic first; None if there is none.

    What another line already says, or `seen` has shown (places of lines offered before), is not offered.
    """
    line, said = lines[id_], utterances(analysis.sentences)
    if line.kind not in _OF_SENTENCES:
        return None
    parts = chapters(said, paragraph_places(turns))
    others = [other for key, other in lines.items() if key != id_ and other.kind not in _NO_STATEMENTS]
    shown = [*(place for other in others for place in other.places), *line.places, *seen]
    ranked = candidates(said, parts.starts, _no_choice(said, shown), frozenset())
    selection = Selection(_own_topic_first(ranked, parts, line), [_words_of(other, said) for other in others])
    found = selection.best()
    return _with_sentence(line, found) if found is not None else None


def _with_sentence(line: Line, found: Candidate) -> Line:
    told = replace(line, text=found.written.text, places=(found.utterance.place,))
    return replace(told, author="program", is_quoted=False, is_edited=False)


def _no_choice(said: Sequence[Utterance], shown: Sequence[Place]) -> frozenset[int]:
    """The indices of what cannot be offered: cited by a line, shown before, small talk, or told to the program."""
    cited = frozenset(u.index for u in said if any(u.place.overlaps(place) for place in shown))
    aside = frozenset(u.index for exchange in small_talk(said) for u in exchange)
    return cited | aside | about_the_machine(said)


def _own_topic_first(ranked: Sequence[Candidate], parts: Chapters, line: Line) -> list[Candidate]:
    own = parts.at(line.places[0])
    elsewhere = [] if line.kind is LineKind.BULLET else [c for c in ranked if c.topic != own]
    return [*(c for c in ranked if c.topic == own), *elsewhere]


def _words_of(line: Line, said: Sequence[Utterance]) -> frozenset[str]:
    """The content words of a line, as far as its evidence has them."""
    cited = (u for u in said if any(u.place.overlaps(place) for place in line.places))
    return frozenset(word for u in cited for word in u.words if word in line.text)
