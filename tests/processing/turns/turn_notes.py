"""Generated notes for the tests of turns: a few blocks with headers, speakers and times, some edits over them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from processing.note import State, apply, first_state
from processing.source import Block, Place, Source, Span, SpanKind
from processing.transcript import Turn, transcript
from processing.turns import certain_repairs

LABELS = ("참석자 1", "참석자 2", "김 팀장")

words = st.text(st.sampled_from(list("가나다네음.?\U0001f600a1")), min_size=1, max_size=4)
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)
bodies = st.lists(lines, min_size=0, max_size=3).map("\n\n".join)


def source_of(parts: list[tuple[str | None, str]]) -> Source:
    """A source with these (label, text) blocks, ten seconds each."""
    text, spans, blocks = "", [], []
    for n, (label, body) in enumerate(parts):
        header = None
        if label is not None:
            head = f"{label} 00:{n % 6}{n // 6 % 10}"
            header = Place(len(text), len(text) + len(head))
            spans.append(Span(header, SpanKind.TURN_HEADER))
            text += head + "\n"
        place = Place(len(text), len(text) + len(body))
        if body:
            spans.append(Span(place, SpanKind.TURN_TEXT))
        blocks.append(Block(place, header, label, 10.0 * n))
        text += body + "\n\n"
    return Source(text.encode(), text, tuple(spans), tuple(blocks))


def shown_characters(source: Source, state: State) -> str:
    """Every character that is shown, without white space."""
    return re.sub(r"\s", "", "".join(turn.text for turn in transcript(source, state)))


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A source of one to six blocks."""
    labels = st.sampled_from(LABELS)
    return source_of(draw(st.lists(st.tuples(labels, bodies), min_size=1, max_size=6)))


@st.composite
def notes(draw: st.DrawFn) -> tuple[Source, State]:
    """A source and a state reached by the certain repairs and some edits of a person."""
    source = draw(sources())
    state = first_state(source)
    if draw(st.booleans()):
        state = apply(state, certain_repairs(source, state, lambda left, right: len(left) % 2 == 0)[0])
    for _ in range(draw(st.integers(0, 5))):
        state = edited(draw, source, state)
    return source, state


def edited(draw: st.DrawFn, source: Source, state: State) -> State:
    """The state after one edit of a paragraph, anywhere."""
    paragraphs = [paragraph for turn in transcript(source, state) for paragraph in turn.paragraphs]
    if not paragraphs:
        return state
    paragraph = draw(st.sampled_from(paragraphs))
    start = draw(st.integers(0, len(paragraph.text)))
    end = draw(st.integers(start, len(paragraph.text)))
    new = draw(st.text(st.sampled_from(list("새롭 \U0001f600.")), max_size=4))
    return apply(state, paragraph.change(state, start, end, new))


def turns_with_words(source: Source, state: State) -> list[Turn]:
    """The turns that show a word."""
    return [turn for turn in transcript(source, state) if turn.paragraphs]
