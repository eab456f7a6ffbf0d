"""The minutes as they are shown, printed and exported: one pure view of a source and a state.

Everything that leaves the program is built from a `Minutes`, so what is on the screen is what is exported. What a
person has withheld is out of it: the words, the lines that rest on nothing else or tell them, the corrections there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from operator import attrgetter

from processing.attendees import ATTENDEES, attendees_of
from processing.corrections import Correction, TurnChange, corrections_of, turn_changes_of
from processing.evidence import MinutesTurn, TurnIndex, turns_of
from processing.minutes_lines import LinesMade, MinutesLine, reaches_hidden
from processing.note import LineKind, State
from processing.proposals import Proposal, TurnProposal
from processing.source import Place, Source
from processing.unread import unread
from processing.withheld import Discretion

OTHER_TOPIC = "기타"  # bullets whose topic is gone


@dataclass(frozen=True)
class Info:
    """The form at the head of the minutes; "" and () stand for unknown, which is printed blank.

    `date` is YYYY-MM-DD, `start` and `end` are HH:MM.
    """

    title: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    author: str = ""
    attendees: tuple[str, ...] = ()
    absentees: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    next_meeting: str = ""


@dataclass(frozen=True)
class Topic:
    """A topic of the talk with what was said about it; `line` is None for bullets without a topic of their own."""

    title: str
    line: MinutesLine | None
    bullets: tuple[MinutesLine, ...] = ()

    @property
    def start_s(self) -> float | None:
        """When the topic begins, in seconds."""
        timed = [self.line, *self.bullets] if self.line else [*self.bullets]
        return next((line.start_s for line in timed if line.start_s is not None), None)


@dataclass(frozen=True)
class SpeakerShare:
    """A speaker's part in the talk: how many turns, and how many seconds where the file tells times."""

    label: str | None
    name: str
    role: str
    turns: int
    seconds: float | None

    @property
    def shown(self) -> str:
        """The name, else the role, else the file's label."""
        return self.name or self.role or self.label or ""


@dataclass(frozen=True)
class Minutes:
    """All that can be shown or exported of a note. Lines are in order; times are in seconds."""

    info: Info = field(default_factory=Info)
    title: str | None = None
    recorded_at: datetime | None = None
    duration_s: float | None = None
    owner: str | None = None
    format: str = "text"
    headline: MinutesLine | None = None
    summary: tuple[MinutesLine, ...] = ()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[MinutesLine, ...] = ()
    actions: tuple[MinutesLine, ...] = ()
    follow_ups: tuple[MinutesLine, ...] = ()
    questions: tuple[MinutesLine, ...] = ()
    open_points: tuple[MinutesLine, ...] = ()
    suggestions: tuple[MinutesLine, ...] = ()
    tools: tuple[MinutesLine, ...] = ()
    keywords: tuple[MinutesLine, ...] = ()
    turns: tuple[MinutesTurn, ...] = ()
    speakers: tuple[SpeakerShare, ...] = ()
    corrections: tuple[Correction, ...] = ()
    turn_changes: tuple[TurnChange, ...] = ()
    not_understood: tuple[tuple[int, str], ...] = ()


def minutes_of(
    source: Source,
    state: State,
    proposals: Iterable[Proposal] = (),
    turn_proposals: Iterable[TurnProposal] = (),
    turns: Sequence[MinutesTurn] | None = None,
) -> Minutes:
    """The minutes of a note as it stands, without a word of what is withheld.

    `turns` are those of this state where the caller has them already: ten hours' take a while to make.
    """
    hidden = hidden_in(state)
    shown = shown_minutes(source, state, turns)
    index = TurnIndex(source, shown.turns)
    discretion = Discretion(source, state, hidden, (turn.text for turn in shown.turns))
    return replace(
        shown,
        corrections=_discreet(corrections_of(source, state, proposals, hidden, index), discretion),
        turn_changes=turn_changes_of(source, state, turn_proposals, hidden),
    )


def _discreet(corrections: Sequence[Correction], discretion: Discretion) -> tuple[Correction, ...]:
    """The corrections with reasons that name no withheld word of the neighbourhood."""
    return tuple(
        replace(one, edit=replace(one.edit, reason=reason)) if reason != one.edit.reason else one
        for one in corrections
        for reason in [discretion.reason(one.edit.reason)]
    )


def hidden_in(state: State) -> tuple[Place, ...]:
    """What nothing that leaves the program may hold."""
    return tuple(state.withheld.values())


def shown_minutes(
    source: Source,
    state: State,
    turns: Sequence[MinutesTurn] | None = None,
    making: LinesMade | None = None,
) -> Minutes:
    """The minutes without the lists of what was changed: all that a page shows.

    `turns` and who makes the lines are given by a caller that follows the note from state to state.
    """
    hidden = hidden_in(state)
    turns = turns_of(source, state, hidden) if turns is None else tuple(turns)
    discretion = Discretion(source, state, hidden, (turn.text for turn in turns))
    made = (making or LinesMade(source)).of(state, hidden, turns, discretion)
    return Minutes(
        info=_discreet_form(info_of(state), discretion),
        title=source.header.title,
        recorded_at=source.header.recorded_at,
        duration_s=_duration(source),
        owner=source.header.owner,
        format=source.format,
        headline=next(iter(made[LineKind.HEADLINE]), None),
        summary=made[LineKind.SUMMARY],
        topics=_topics(made[LineKind.TOPIC], made[LineKind.BULLET]),
        decisions=made[LineKind.DECISION],
        actions=made[LineKind.ACTION],
        follow_ups=made[LineKind.FOLLOW_UP],
        questions=made[LineKind.QUESTION],
        open_points=made[LineKind.OPEN_POINT],
        suggestions=made[LineKind.SUGGESTION],
        tools=made[LineKind.TOOL],
        keywords=made[LineKind.KEYWORD],
        turns=turns,
        speakers=_shares(state, turns),
        not_understood=tuple(_not_understood(source, state, hidden)),
    )


def _discreet_form(info: Info, discretion: Discretion) -> Info:
    """The form without an agenda or a next meeting that only withheld words tell: the program fills both from the talk."""
    told = "" if discretion.tells(info.next_meeting) else info.next_meeting
    return replace(info, agenda=tuple(e for e in info.agenda if not discretion.tells(e)), next_meeting=told)


def all_lines(minutes: Minutes) -> Iterator[MinutesLine]:
    """Every line that a page of the minutes can show, in its order."""
    if minutes.headline:
        yield minutes.headline
    yield from minutes.summary
    for topic in minutes.topics:
        if topic.line:
            yield topic.line
        yield from topic.bullets
    for lines in (minutes.decisions, minutes.actions, minutes.follow_ups, minutes.questions, minutes.open_points):
        yield from lines
    yield from (*minutes.suggestions, *minutes.tools)


def form_entries(info: Info) -> Iterator[tuple[str, str]]:
    """The words of the meeting form in the order of its fields: the field's name and one entry of it."""
    for name in _FOUND_IN_FORM:
        yield from ((name, entry) for entry in _entries(getattr(info, name)))


def info_of(state: State) -> Info:
    """The meeting form of a state; a field of the wrong shape (a str for a list) is taken as one entry."""
    words = {name: str(state.info.get(name) or "") for name in _WORDS}
    lists = {name: _entries(state.info.get(name)) for name in FORM_LISTS} | {ATTENDEES: attendees_of(state)}
    return Info(**words, **lists)  # type: ignore[arg-type]  # mypy takes the first mapping for all fields


FORM_LISTS = (ATTENDEES, "absentees", "agenda")
# days and times print otherwise than they are kept
_FOUND_IN_FORM = ("title", "place", "author", *FORM_LISTS, "next_meeting")
_WORDS = tuple(field.name for field in fields(Info) if field.name not in FORM_LISTS)


def _entries(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(entry) for entry in value) if isinstance(value, Iterable) else ()


def _topics(topics: Sequence[MinutesLine], bullets: Sequence[MinutesLine]) -> tuple[Topic, ...]:
    by_topic: dict[str | None, list[MinutesLine]] = {}
    known = {line.id for line in topics}
    for bullet in bullets:
        by_topic.setdefault(bullet.line.topic if bullet.line.topic in known else None, []).append(bullet)
    found = [Topic(line.text, line, tuple(by_topic.get(line.id, ()))) for line in topics]
    if None in by_topic:
        found.append(Topic(OTHER_TOPIC, None, tuple(by_topic[None])))
    return tuple(found)


def _shares(state: State, turns: Sequence[MinutesTurn]) -> tuple[SpeakerShare, ...]:
    """The speakers in the order in which they first speak; who has no visible turn is left out."""
    count: Counter[str] = Counter(map(_SPEAKER, turns))
    seconds: dict[str, float] = {}
    for id_, start_s, end_s in map(_SPOKEN, turns):
        if start_s is not None and end_s is not None:
            seconds[id_] = seconds.get(id_, 0.0) + end_s - start_s
    speaking = [(id_, state.speakers[id_]) for id_ in count if id_ in state.speakers]
    return tuple(SpeakerShare(one.label, one.name, one.role, count[id_], seconds.get(id_)) for id_, one in speaking)


_SPEAKER, _SPOKEN = attrgetter("speaker_id"), attrgetter("speaker_id", "start_s", "end_s")


def _duration(source: Source) -> float | None:
    if source.header.duration_s is not None:
        return source.header.duration_s
    return source.blocks[-1].end_s if source.blocks else None


def _not_understood(source: Source, state: State, hidden: Sequence[Place]) -> Iterable[tuple[int, str]]:
    for line in unread(source, state):
        if not reaches_hidden(line.place, hidden):
            yield line.number, line.text
