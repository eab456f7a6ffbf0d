"""The minutes without any model: every line from rules and counting, each with the places that say it.

This is the room's one face. It needs the shared analysis and nothing else: no second pass of Kiwi.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from processing.analysis import Analysis
from processing.collector import collector_paused
from processing.note import Line, LineKind, Speaker
from processing.source import Place
from processing.summary import suggestions
from processing.summary.agenda import agenda
from processing.summary.candidates import Candidate, candidates
from processing.summary.chapters import Chapters, chapters, paragraph_places
from processing.summary.doubt import Doubts, sound
from processing.summary.headline import add_headline
from processing.summary.keyphrases import Embedder, keyphrases
from processing.summary.lines import Lines
from processing.summary.lists import Lists, lists_of
from processing.summary.outline import filled
from processing.summary.phrases import Named, Terms, named_in
from processing.summary.selection import Selection
from processing.summary.small_talk import before_or_after, small_talk
from processing.summary.to_machine import about_the_machine
from processing.summary.tools import tools
from processing.summary.utterance import Utterance, lecturer_of, utterances
from processing.summary.written_style import Written
from processing.transcript import Turn

MOST_SUGGESTIONS = 10
KEYWORDS = 10
MOST_OF_OPENING = 20  # sentences in which an agenda is announced
LONGEST_SENTENCE = 1_500  # characters; a run-on without an end is no sentence that a line could be made of


@collector_paused()  # what is made here is in no cycle, and each pass goes through Kiwi and the whole note
def summarise(
    analysis: Analysis,
    turns: Sequence[Turn],
    note_date: date | None,
    speakers: Mapping[str, Speaker],
    terms: Iterable[str] = (),
    embedder: Embedder | None = None,
    tool_names: Mapping[str, str] | None = None,
    offered: Iterable[Place] = (),
) -> dict[str, Line]:
    """The lines of the minutes by id: kind and place ("action-1234"), so the same line has the same id in every run.

    `terms` are right terms of the glossaries; `embedder` is a model for keyphrases that the settings name, None for our
    own. `tool_names` are known names of tools (`tools.tool_names`), `offered` the places of open proposals, whose words
    may be misheard. A note with little in it has few lines: nothing is filled up.
    """
    said = utterances([sentence for sentence in analysis.sentences if len(sentence.text) <= LONGEST_SENTENCE])
    if not said:
        return {}
    aside = small_talk(said)
    ignored = about_the_machine(said) | frozenset(u.index for exchange in aside for u in exchange)
    lists = lists_of(said, note_date, speakers, before_or_after(said, aside))
    doubts = Doubts(said, offered)
    named = [_unheard(one) if one.utterance.index in ignored else one for one in named_in(said, Terms(terms))]
    trusted = sound(named, doubts)
    lines = _listed(lists)
    _add_outline(lines, lists, trusted, turns, ignored, doubts)
    for name, utterance in tools(named, tool_names):
        lines.add(LineKind.TOOL, name, (utterance.place,))
    for phrase in keyphrases(trusted, KEYWORDS, embedder):
        lines.add(LineKind.KEYWORD, phrase.text, (phrase.utterance.place,), score=phrase.score)
    return lines.by_id


def _unheard(sentence: Named) -> Named:
    """The sentence as if it named nothing: it is small talk, or gives orders to the program."""
    return Named(sentence.utterance, (), frozenset())


def _listed(lists: Lists) -> Lines:
    lines = Lines()
    lines.add_settled(lists.settled, LineKind.DECISION)
    lines.add_tasks(lists.todo)
    lines.add_questions(lists.asked)
    lines.add_settled(lists.open_now, LineKind.OPEN_POINT)
    return lines


def agenda_items(analysis: Analysis) -> tuple[str, ...]:
    """The things that the meeting was to speak of, as its opening lists them; empty where it lists none."""
    announced = agenda(utterances(analysis.sentences[:MOST_OF_OPENING]))
    return announced.items if announced is not None else ()


def proposed_template(analysis: Analysis) -> str:
    """What the note looks like: "lecture" (강의·멘토링 노트) where one speaker says nearly everything, else "minutes"."""
    return "lecture" if lecturer_of(utterances(analysis.sentences)) is not None else "minutes"


def _add_outline(
    lines: Lines, lists: Lists, named: Sequence[Named], turns: Sequence[Turn], ignored: frozenset[int], doubts: Doubts
) -> None:
    """Headline, summary lines, suggestions and topics, of what no list says already and is not to be `ignored`."""
    said, taken, answers = [one.utterance for one in named], lists.spoken_for() | ignored, lists.answers()
    paragraphs = paragraph_places(turns)
    parts = chapters(said, paragraphs)
    ranked = candidates(said, parts.starts, taken, frozenset().union(*lines.words), doubts)
    selection = Selection(ranked, lines.words, answers)
    add_headline(lines, parts, selection, named)
    summary, bullets = selection.spread([parts.size(number) for number in range(len(parts.starts))])
    for candidate in summary:
        lines.add_written(LineKind.SUMMARY, candidate)
    _add_advice(lines, selection, suggestions.advice(said, taken | answers | selection.used, lecturer_of(said)))
    _add_topics(lines, named, paragraphs, parts, filled(parts.starts, bullets, parts.announced))


def _add_advice(lines: Lines, selection: Selection, advice: Iterable[tuple[Written, Utterance]]) -> None:
    new = ((written, utterance) for written, utterance in advice if selection.takes(written.words, utterance.index))
    for written, utterance in islice(new, MOST_SUGGESTIONS):
        lines.add(LineKind.SUGGESTION, written.text, (utterance.place,))


def _add_topics(
    lines: Lines,
    named: Sequence[Named],
    paragraphs: Sequence[Place],
    parts: Chapters,
    topics: Sequence[tuple[int, Sequence[Candidate]]],
) -> None:
    """Each topic with its bullets."""
    called = parts.titles(named, [start for start, _ in topics])
    for (start, bullets), title in zip(topics, called, strict=True):
        if title is None:
            continue
        first = _paragraph_at(paragraphs, named[start].utterance.place)
        places = (first, *(u.place for u in title.said if not first.covers(u.place)))
        topic_id = lines.add(LineKind.TOPIC, title.text, places)
        for candidate in bullets:
            lines.add_written(LineKind.BULLET, candidate, topic_id)


def _paragraph_at(paragraphs: Sequence[Place], place: Place) -> Place:
    i = bisect_right(paragraphs, place.start, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[i] if i >= 0 else place
