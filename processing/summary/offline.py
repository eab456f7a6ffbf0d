"""The minutes without any model: every line from rules and counting, each with the places that say it.

This is the room's one face. It needs the shared analysis and nothing else: no second pass of Kiwi.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

from processing.analysis import Analysis
from processing.collector import collector_paused
from processing.note import NO_SPEAKER, Line, LineKind, Speaker
from processing.source import Place
from processing.summary import suggestions
from processing.summary.agenda import agenda
from processing.summary.chapters import Chapters, chapters
from processing.summary.decisions import decisions
from processing.summary.doubt import Doubts, sound
from processing.summary.follow_ups import Task
from processing.summary.intents import about_the_machine
from processing.summary.keyphrases import Embedder, keyphrases
from processing.summary.matters import Settled
from processing.summary.open_points import open_points
from processing.summary.outline import filled
from processing.summary.phrases import Named, Terms, named_in
from processing.summary.questions import Question, questions
from processing.summary.recap import recap
from processing.summary.selection import Candidate, Selection, candidates
from processing.summary.small_talk import before_or_after, small_talk
from processing.summary.standing import standing, with_recap
from processing.summary.tasks import tasks
from processing.summary.titles import Subject, Title
from processing.summary.tools import tools
from processing.summary.utterance import LinesSoFar, Utterance, lecturer_of, utterances
from processing.transcript import Turn

MOST_SUGGESTIONS = 10
KEYWORDS = 10
_PROPOSING = frozenset(("어떻", "좋"))
HEADLINE_TOPICS = 4
MOST_NAMED = 12  # topics from which a headline takes its names
STATUS_OPEN = "할 일"
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
    edges = before_or_after(said, aside)
    named = [_unheard(one) if one.utterance.index in ignored else one for one in named_in(said, Terms(terms))]
    todo = tasks(said, note_date, speakers)
    summed_up = recap(said)
    settled = [s for s in standing(decisions(said), said, summed_up) if s.said[0].index not in edges]
    asked_for = frozenset(u.index for task in todo for u in task.said if task.is_request or task.offers(u))
    settled_by = _by_sentence(settled)
    asked = [q for q in questions(said, settled, asked_for) if q.asked[0].index not in edges]
    asked = [q for q in asked if not _is_taken_up(q, settled_by)]
    done = frozenset(task.at.index for task in todo) | frozenset(u.index for s in settled for u in s.said)
    asked = [q for q in asked if not _only_leads_to(q, done)]
    open_now = [p for p in open_points(said, settled, asked, lecturer_of(said)) if p.said[-1].index not in done]
    open_now = with_recap(open_now, summed_up)
    doubts = Doubts(said, offered)
    lines = _Lines()
    lines.add_settled(settled, LineKind.DECISION)
    lines.add_tasks(todo)
    lines.add_questions(asked)
    lines.add_settled(open_now, LineKind.OPEN_POINT)
    trusted = sound(named, doubts)
    _add_outline(lines, trusted, turns, _spoken_for(todo, settled, open_now, asked) | ignored, _answers(asked), doubts)
    for name, utterance in tools(named, tool_names):
        lines.add(LineKind.TOOL, name, (utterance.place,))
    for phrase in keyphrases(trusted, KEYWORDS, embedder):
        lines.add(LineKind.KEYWORD, phrase.text, (phrase.utterance.place,), score=phrase.score)
    return lines.by_id


def _unheard(sentence: Named) -> Named:
    """The sentence as if it named nothing: it gives orders to the program."""
    return Named(sentence.utterance, (), frozenset())


def agenda_items(analysis: Analysis) -> tuple[str, ...]:
    """The things that the meeting was to speak of, as its opening lists them; empty where it lists none."""
    announced = agenda(utterances(analysis.sentences[:MOST_OF_OPENING]))
    return announced.items if announced is not None else ()


def proposed_template(analysis: Analysis) -> str:
    """What the note looks like: "lecture" (강의·멘토링 노트) where one speaker says nearly everything, else "minutes"."""
    return "lecture" if lecturer_of(utterances(analysis.sentences)) is not None else "minutes"


def next_best(
    analysis: Analysis, turns: Sequence[Turn], lines: Mapping[str, Line], id_: str, seen: Iterable[Place] = ()
) -> Line | None:
    """Another line for the headline, summary line or bullet `id_`, from its topic first; None if there is none.

    What another line already says, or `seen` has shown (places of lines offered before), is not offered.
    """
    line, said = lines[id_], utterances(analysis.sentences)
    if line.kind not in (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET):
        return None
    parts = chapters(said, _paragraphs(turns))
    others = [other for key, other in lines.items() if key != id_ and other.kind not in _NO_STATEMENTS]
    shown = [*(place for other in others for place in other.places), *line.places, *seen]
    cited = frozenset(u.index for u in said if any(u.place.overlaps(place) for place in shown))
    ranked = candidates(said, parts.starts, cited | about_the_machine(said) | _aside(said), frozenset())
    selection = Selection(_own_topic_first(ranked, parts, line), [_words_of(other, said) for other in others])
    found = selection.best()
    if found is None:
        return None
    return replace(
        line,
        text=found.written.text,
        places=(found.utterance.place,),
        author="program",
        is_quoted=False,
        is_edited=False,
    )


def _aside(said: Sequence[Utterance]) -> frozenset[int]:
    return frozenset(u.index for exchange in small_talk(said) for u in exchange)


_NO_STATEMENTS = (LineKind.TOPIC, LineKind.KEYWORD, LineKind.TOOL)


def _own_topic_first(ranked: Sequence[Candidate], parts: Chapters, line: Line) -> list[Candidate]:
    own = parts.at(line.places[0])
    elsewhere = [] if line.kind is LineKind.BULLET else [c for c in ranked if c.topic != own]
    return [*(c for c in ranked if c.topic == own), *elsewhere]


def _words_of(line: Line, said: Sequence[Utterance]) -> frozenset[str]:
    """The content words of a line, as far as its evidence has them."""
    cited = (u for u in said if any(u.place.overlaps(place) for place in line.places))
    return frozenset(word for u in cited for word in u.words if word in line.text)


def _paragraphs(turns: Sequence[Turn]) -> list[Place]:
    return sorted((p.place for turn in turns for p in turn.paragraphs if p.parts), key=lambda place: place.start)


def _spoken_for(
    todo: Sequence[Task], settled: Sequence[Settled], open_now: Sequence[Settled], asked: Sequence[Question]
) -> frozenset[int]:
    """The sentences that stand in the minutes already: each thing is said once."""
    of_lists = [*(task.said for task in todo), *(s.said for s in (*settled, *open_now))]
    return frozenset(u.index for group in (*of_lists, *(question.asked for question in asked)) for u in group)


def _by_sentence(settled: Sequence[Settled]) -> dict[int, list[Settled]]:
    """The decisions by the indices of the sentences that say them."""
    found: dict[int, list[Settled]] = {}
    for one in settled:
        for u in one.said:
            found.setdefault(u.index, []).append(one)
    return found


def _is_taken_up(question: Question, settled: Mapping[int, Sequence[Settled]]) -> bool:
    """출발은 전날 저녁에 하면 어떨까요?, which is the decision itself."""
    about = settled.get(question.asked[-1].index, ())
    return any(question.written.words - s.written.words <= _PROPOSING for s in about)


def _only_leads_to(question: Question, done: frozenset[int]) -> bool:
    """사고 보고서는요?, which names a thing and asks nothing more, where a task or decision answers it."""
    names_only = question.written.is_quoted and not any(m.tag[0] == "V" for m in question.asked[-1].marks)
    return names_only and any(u.index in done for u in question.answered)


def _answers(asked: Sequence[Question]) -> frozenset[int]:
    return frozenset(u.index for question in asked for u in question.answered)


def _add_outline(
    lines: _Lines,
    named: Sequence[Named],
    turns: Sequence[Turn],
    taken: frozenset[int],
    answers: frozenset[int],
    doubts: Doubts,
) -> None:
    said = [sentence.utterance for sentence in named]
    paragraphs = _paragraphs(turns)
    parts = chapters(said, paragraphs)
    ranked = candidates(said, parts.starts, taken, frozenset().union(*lines.words), doubts)
    selection = Selection(ranked, lines.words, answers)
    _add_headline(lines, parts, selection, named)
    summary, bullets = selection.spread([parts.size(number) for number in range(len(parts.starts))])
    for candidate in summary:
        lines.add_written(LineKind.SUMMARY, candidate)
    advice = suggestions.advice(said, taken | answers | selection.used, lecturer_of(said))
    new = ((written, utterance) for written, utterance in advice if selection.takes(written.words, utterance.index))
    for written, utterance in islice(new, MOST_SUGGESTIONS):
        lines.add(LineKind.SUGGESTION, written.text, (utterance.place,))
    _add_topics(lines, named, paragraphs, parts, filled(parts.starts, bullets, parts.announced))


def _add_topics(
    lines: _Lines,
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


def _add_headline(lines: _Lines, parts: Chapters, selection: Selection, named: Sequence[Named]) -> None:
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


def _paragraph_at(paragraphs: Sequence[Place], place: Place) -> Place:
    i = bisect_right(paragraphs, place.start, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[i] if i >= 0 else place


class _Lines:
    """The lines so far, by id, in the order in which they were added; `words` are the content words of each."""

    def __init__(self) -> None:
        self.by_id: dict[str, Line] = {}
        self.words: list[frozenset[str]] = []
        self._counts: Counter[LineKind] = Counter()

    def add(self, kind: LineKind, text: str, places: tuple[Place, ...], **more: object) -> str:
        stem = f"{kind.replace(' ', '-')}-{places[0].start}"
        key, number = stem, 2
        while key in self.by_id:
            key, number = f"{stem}-{number}", number + 1
        order = float(self._counts[kind])
        self._counts[kind] += 1
        self.by_id[key] = Line(kind, text, places=places, order=order, **more)  # type: ignore[arg-type]
        return key

    def add_written(self, kind: LineKind, candidate: Candidate, topic: str | None = None) -> None:
        written = candidate.written
        self.add(kind, written.text, (candidate.utterance.place,), is_quoted=written.is_quoted, topic=topic)

    def add_settled(self, found: Sequence[Settled], kind: LineKind) -> None:
        for settled in found:
            self.words.append(settled.written.words)
            places = tuple(u.place for u in settled.said)
            self.add(kind, settled.written.text, places, is_quoted=settled.written.is_quoted)

    def add_tasks(self, found: Sequence[Task]) -> None:
        for task in found:
            self.words.append(task.written.words)
            due = task.due
            self.add(
                LineKind.ACTION,
                task.written.text,
                tuple(u.place for u in task.said),
                owner=task.owner or None,
                due_text=due.shown if due else None,
                due_date=due.day.isoformat() if due and due.day else None,
                status=STATUS_OPEN,
                is_quoted=task.written.is_quoted,
            )

    def add_questions(self, found: Sequence[Question]) -> None:
        for question in found:
            self.words.append(question.written.words)
            parts = [u.place for u in question.asked]
            is_whole = all(after.start - before.end <= 1 for before, after in pairwise(parts))  # else of two paragraphs
            asked = (Place(parts[0].start, parts[-1].end),) if is_whole else tuple(parts)
            places = (*asked, *(u.place for u in (*question.answered, *question.about)))
            self.add(
                LineKind.QUESTION,
                question.written.text,
                places,
                answer=question.answer.text if question.answer else None,
                is_quoted=question.written.is_quoted,
            )
