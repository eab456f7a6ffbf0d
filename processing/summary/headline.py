"""The headline: what was announced; else in a talk its most central sentence, in a conversation a name from each topic."""

from __future__ import annotations

from collections.abc import Sequence

from processing.note import NO_SPEAKER, LineKind
from processing.summary.chapters import Chapters
from processing.summary.lines import Lines
from processing.summary.phrases import Named
from processing.summary.selection import Selection
from processing.summary.titles import Subject, Title
from processing.summary.utterance import LinesSoFar, Utterance, lecturer_of

HEADLINE_TOPICS = 4
MOST_NAMED = 12  # topics from which a headline takes its names


def add_headline(lines: Lines, parts: Chapters, selection: Selection, named: Sequence[Named]) -> None:
    """What was announced; else in a talk its most central sentence, in a conversation a name from each of the first topics."""
    said, announced = parts.said, parts.agenda
    if announced is not None and (announced.is_list or not LinesSoFar(lines.words).has_like(announced.written.words)):
        if not announced.is_list:
            selection.avoid(announced.written.words)
        lines.add(LineKind.HEADLINE, announced.written.text, tuple(u.place for u in announced.said))
        return
    called = [] if _is_one_voice(said) else parts.titles(named, parts.starts)
    names = _subjects([title for title in called if title is not None], lines.words)
    if len(names) < 2:
        headline = selection.headline()
        if headline is not None:
            lines.add_written(LineKind.HEADLINE, headline)
        return
    selection.avoid(frozenset().union(*(name.words for name in names)))
    evidence = tuple(dict.fromkeys(name.said.place for name in names))
    lines.add(LineKind.HEADLINE, ", ".join(name.text for name in names), evidence)


def _is_one_voice(said: Sequence[Utterance]) -> bool:
    """A talk, or a long text that tells no speakers apart: what recurs in it are no items of a meeting."""
    return lecturer_of(said) is not None or all(u.speaker_id == NO_SPEAKER for u in said)


def _subjects(named: Sequence[Title], taken: Sequence[frozenset[str]]) -> list[Subject]:
    """One name a topic, none of them a part of another, together no repetition of a line that stands already.

    Of a topic's two names the one of several words, unless the first was announced; of a single topic both. A common
    noun by itself (강의, 모델) that nobody announced names no meeting.
    """
    chosen: list[Subject] = []
    lines = LinesSoFar(taken)
    for topic in named[:MOST_NAMED]:
        names = sorted(topic.subjects, key=lambda name: not (name.is_announced or " " in name.text))
        found = 0
        for name in (*names, *(other for other in topic.others if " " in other.text)):
            words = frozenset().union(name.words, *(other.words for other in chosen))
            is_new = not any(name.words <= other.words or other.words <= name.words for other in chosen)
            if (
                is_new
                and (name.is_announced or len(name.words) > 1)
                and found < (2 if len(named) == 1 else 1)
                and not lines.has_like(words)
            ):
                chosen.append(name)
                found += 1
    return chosen[:HEADLINE_TOPICS]
