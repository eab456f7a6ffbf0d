"""Sources, states and journals for the library's tests, some of them drawn at random."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from processing.journal import PERSON, PROGRAM, Entry
from processing.note import Change, Edit, EditKind, Line, LineKind, MadeOf, Speaker, State, Step, change_of
from processing.proposals import Proposal, TurnProposal
from processing.source import Block, Header, Place, Source, Span, SpanKind
from processing.stored import Offers

TEXT = "주간 회의\n\n참석자 1 00:00\n레그로 회의를 시작합니다.\n\n참석자 2 00:05\n네, 배포 일정부터 보죠.\n"


def a_source(text: str = TEXT, name: str = "주간 회의.txt") -> Source:
    """A small file of two turns, or any text as one turn."""
    header = Header("주간 회의", datetime(2026, 3, 2, 14, 0), 600.0, "김하늘")
    if text != TEXT:
        place = Place(0, len(text))
        return Source(text.encode(), text, (Span(place, SpanKind.TURN_TEXT),), (Block(place),), name=name)
    kinds = [SpanKind.HEADER_FIELD] + [SpanKind.TURN_HEADER, SpanKind.TURN_TEXT] * 2
    spans = tuple(Span(place, kind) for place, kind in zip(_lines(text), kinds, strict=True))
    blocks = (
        Block(spans[2].place, spans[1].place, "참석자 1", 0.0, 5.0),
        Block(spans[4].place, spans[3].place, "참석자 2", 5.0, None),
    )
    return Source(b"\xef\xbb\xbf" + text.encode(), text, spans, blocks, header, "clova-text", "utf-8-sig", name)


def _lines(text: str) -> list[Place]:
    places, at = [], 0
    for line in text.split("\n"):
        if line:
            places.append(Place(at, at + len(line)))
        at += len(line) + 1
    return places


def an_entry(id_: int = 1, title: str = "", time: datetime | None = None) -> Entry:
    """A person's entry that gives the note's form another title."""
    change = Change(change_of(State(), {("info", "title"): title or f"제목 {id_}"}).steps)
    return Entry(id_, time or datetime(2026, 3, 2, 15, 0, tzinfo=UTC), PERSON, f"제목 바꾸기 {id_}", change)


words = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)  # lone surrogates too
finite = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 10**6)
places = st.tuples(offsets, st.integers(0, 500)).map(lambda pair: Place(pair[0], pair[0] + pair[1]))
edits = st.builds(
    Edit, offsets, offsets, words, words, st.sampled_from(EditKind), words, finite, words, st.sampled_from(["person"])
)
speakers = st.builds(Speaker, st.none() | words, words, words)
maybe = st.none() | words
made_of = st.builds(
    MadeOf,
    st.lists(st.tuples(offsets, offsets, words, words), max_size=2).map(tuple),
    st.lists(st.tuples(words, words), max_size=2).map(tuple),
)
lines = st.builds(
    Line,
    kind=st.sampled_from(LineKind),
    text=words,
    author=st.sampled_from(["program", "model", "person"]),
    places=st.lists(places, min_size=1, max_size=3).map(tuple),
    order=finite,
    topic=maybe,
    owner=maybe,
    due_text=maybe,
    due_date=maybe,
    status=maybe,
    answer=maybe,
    is_quoted=st.booleans(),
    is_edited=st.booleans(),
    needs_check=st.booleans(),
    score=st.none() | finite,
    basis=maybe,
    by_hand=st.lists(st.sampled_from(["owner", "due"]), max_size=2).map(tuple),
    made_of=st.none() | made_of,
)
info = words | st.lists(words, max_size=3).map(tuple)
MAP_VALUES = {
    "edits": (words, edits),
    "cuts": (offsets, words),
    "speakers": (words, speakers),
    "lines": (words, lines),
    "info": (words, info),
    "withheld": (words, places),
    "verdicts": (words, st.sampled_from(["held", "ignored"])),
}


def values_of(name: str) -> st.SearchStrategy[object]:
    """Values of one map of the state."""
    return MAP_VALUES[name][1]


states = st.builds(State, **{name: st.dictionaries(*pair, max_size=4) for name, pair in MAP_VALUES.items()})


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Any change, whether or not some state would take it."""
    steps = {}
    for _ in range(draw(st.integers(0, 5))):
        name = draw(st.sampled_from(list(MAP_VALUES)))
        keys, values = MAP_VALUES[name]
        steps[(name, draw(keys))] = draw(st.tuples(st.none() | values, st.none() | values))
    return Change({key: Step(*pair) for key, pair in steps.items()})


times = st.datetimes(
    min_value=datetime(1990, 1, 2), timezones=st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone.min])
)
entries = st.builds(
    Entry, st.integers(1, 10**9), times, st.sampled_from([PERSON, PROGRAM]), words, changes(), st.none() | offsets
)
proposals = st.builds(
    Proposal, edits, st.sampled_from(["apply", "propose"]), words, words, st.lists(words, max_size=3).map(tuple)
)
turn_proposals = st.builds(TurnProposal, st.sampled_from(["merge", "join"]), words, places, words, changes())
offers = st.builds(
    Offers,
    st.lists(proposals, max_size=3).map(tuple),
    st.lists(turn_proposals, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
)
