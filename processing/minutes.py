"""The minutes as they are shown, printed and exported: one pure view of a source and a state.

Everything that leaves the program is built from a `Minutes`, so what is on the screen is what is exported. What a
person has withheld is out of it: the words, the lines that rest on nothing else or tell them, the corrections there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from processing.attendees import ATTENDEES, attendees_of
from processing.basis import Bases
from processing.corrections import Correction, TurnChange, corrections_of, turn_changes_of
from processing.evidence import Evidence, MinutesTurn, TurnIndex, turns_of
from processing.following import Following
from processing.model.support import says_most_of
from processing.names import Names
from processing.note import Line, LineKind, State
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
class MinutesLine:
    """A line of the minutes: its id in the state, the line with names and terms as they now read, its evidence.

    `is_changed` says that the evidence has changed in what was said or by whom since the line was made; `is_said` is
    False for words of a person's own that the evidence of the words before them does not say.
    """

    id: str
    line: Line
    evidence: tuple[Evidence, ...] = ()
    is_changed: bool = False
    is_said: bool = True

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The evidence that a reader elsewhere is told of: none for words that it does not say."""
        return self.evidence if self.is_said else ()

    @property
    def text(self) -> str:
        """The words; speech shown as it was said stands in 「」."""
        return quoted(self.line.text) if self.line.is_quoted else self.line.text

    @property
    def start_s(self) -> float | None:
        """When the first words that say it begin, in seconds."""
        return self.evidence[0].start_s if self.evidence else None


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


def shown_minutes(source: Source, state: State, turns: Sequence[MinutesTurn] | None = None) -> Minutes:
    """The minutes without the lists of what was changed: all that a page shows."""
    hidden = hidden_in(state)
    turns = turns_of(source, state, hidden) if turns is None else tuple(turns)
    discretion = Discretion(source, state, hidden, (turn.text for turn in turns))
    lines = _lines(source, state, hidden, TurnIndex(source, turns), discretion)
    return Minutes(
        info=info_of(state),
        title=source.header.title,
        recorded_at=source.header.recorded_at,
        duration_s=_duration(source),
        owner=source.header.owner,
        format=source.format,
        headline=next(iter(lines[LineKind.HEADLINE]), None),
        summary=lines[LineKind.SUMMARY],
        topics=_topics(lines[LineKind.TOPIC], lines[LineKind.BULLET]),
        decisions=lines[LineKind.DECISION],
        actions=lines[LineKind.ACTION],
        follow_ups=lines[LineKind.FOLLOW_UP],
        questions=lines[LineKind.QUESTION],
        open_points=lines[LineKind.OPEN_POINT],
        suggestions=lines[LineKind.SUGGESTION],
        tools=lines[LineKind.TOOL],
        keywords=lines[LineKind.KEYWORD],
        turns=turns,
        speakers=_shares(state, turns),
        not_understood=tuple(_not_understood(source, state, hidden)),
    )


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


def quoted(text: str) -> str:
    """`text` as a quotation, once.

    >>> quoted("그래서 이제 하죠"), quoted("「하죠」")
    ('「그래서 이제 하죠」', '「하죠」')
    """
    return text if text.startswith("「") and text.endswith("」") else f"「{text}」"


def _lines(
    source: Source, state: State, hidden: Sequence[Place], index: TurnIndex, discretion: Discretion
) -> dict[LineKind, tuple[MinutesLine, ...]]:
    following, bases = Following(source, state), Bases(source, state)
    names = Names(following, source, state)
    found: dict[LineKind, list[MinutesLine]] = {kind: [] for kind in LineKind}
    for id_, line in sorted(state.lines.items(), key=lambda item: (item[1].order, item[0])):
        visible = _visible(line, hidden)
        if visible is None:
            continue
        shown = names.renew(visible)
        whole = shown if visible is line else names.renew(replace(visible, places=line.places))
        if not discretion.line(whole):
            evidence = tuple(index.evidence(place) for place in visible.places)
            is_said = not _is_worded_by_hand(line) or says_most_of(shown.text, following.told(visible.places))
            is_changed = bases.is_changed(line) or (shown is not visible and following.is_behind(line))
            found[line.kind].append(MinutesLine(id_, shown, evidence, is_changed, is_said))
    return {kind: tuple(lines) for kind, lines in found.items()}


def _is_worded_by_hand(line: Line) -> bool:
    return line.is_edited or (line.author == "person" and not line.is_quoted)


def _visible(line: Line, hidden: Sequence[Place]) -> Line | None:
    """The line without withheld evidence; None if it rests on nothing else. Its words are `Discretion`'s affair.

    An answer goes with its words; the bullets of a topic that goes stand under "기타".
    """
    places = tuple(place for place in line.places if not _touches(place, hidden))
    if len(places) == len(line.places):
        return line
    if line.kind is LineKind.QUESTION and places and places[0] == line.places[0]:
        return replace(line, places=places[:1], answer=None)
    if line.kind is LineKind.QUESTION:
        return None
    return replace(line, places=places) if places else None


def _touches(place: Place, hidden: Sequence[Place]) -> bool:
    return any(place.overlaps(other) for other in hidden)


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
    count: Counter[str] = Counter(turn.speaker_id for turn in turns)
    seconds: dict[str, float] = {}
    for turn in turns:
        if turn.start_s is not None and turn.end_s is not None:
            seconds[turn.speaker_id] = seconds.get(turn.speaker_id, 0.0) + turn.end_s - turn.start_s
    speaking = [(id_, state.speakers[id_]) for id_ in count if id_ in state.speakers]
    return tuple(SpeakerShare(one.label, one.name, one.role, count[id_], seconds.get(id_)) for id_, one in speaking)


def _duration(source: Source) -> float | None:
    if source.header.duration_s is not None:
        return source.header.duration_s
    return source.blocks[-1].end_s if source.blocks else None


def _not_understood(source: Source, state: State, hidden: Sequence[Place]) -> Iterable[tuple[int, str]]:
    for line in unread(source, state):
        if not _touches(line.place, hidden):
            yield line.number, line.text
