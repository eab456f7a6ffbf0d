"""Retyped paragraphs and split turns over random texts: what is read afterwards is what was typed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from talk import source_of

from desktop.note.paragraph_edits import hunks, retyped, retyped_and_split
from processing.note import State, apply, first_state, invert
from processing.paragraphs import Paragraph
from processing.source import Source
from processing.transcript import transcript

words = st.lists(
    st.sampled_from(["레그를", "RAG를", "쓰면", "답이", "좋아요.", "😀", "네", "더"]), min_size=1, max_size=8
)
texts = words.map(" ".join)


@st.composite
def notes(draw: st.DrawFn) -> Source:
    """A note of two turns whose lines are broken anywhere."""
    blanks = st.sampled_from([" ", "\n", "  "])
    said = [
        "".join(word + draw(blanks) for word in draw(words)).strip(),
        "".join(word + draw(blanks) for word in draw(words)).strip(),
    ]
    return source_of(f"참석자 1 00:00\n{said[0]}\n\n참석자 2 00:30\n{said[1]}\n")


def paragraph_of(source: Source, state: State) -> Paragraph:
    return transcript(source, state)[0].paragraphs[0]


def read(source: Source, state: State) -> list[str]:
    return [" ".join(turn.text.split()) for turn in transcript(source, state)]


@given(texts, texts)
def test_hunks_make_the_new_text_of_the_old(old: str, new: str) -> None:
    made = old
    for start, end, text in reversed(hunks(old, new)):
        made = made[:start] + text + made[end:]
    assert made.split() == new.split()


@settings(max_examples=100)
@given(notes(), st.lists(texts, min_size=1, max_size=4))
def test_what_was_typed_is_read_and_undone(source: Source, typed: list[str]) -> None:
    state = first_state(source)
    before = read(source, state)
    changes = []
    for text in typed:
        paragraph = paragraph_of(source, state)
        rest = transcript(source, state)[0].text.removeprefix(paragraph.text)
        change = retyped(state, paragraph, text)
        state = apply(state, change)
        changes.append(change)
        assert read(source, state)[0] == " ".join((text + rest).split())
        assert read(source, state)[1] == before[1]
    for change in reversed(changes):
        state = apply(state, invert(change))
    assert state == first_state(source)


@given(notes(), texts, st.data())
def test_a_split_parts_what_was_typed(source: Source, typed: str, data: st.DataObject) -> None:
    state = first_state(source)
    paragraph = paragraph_of(source, state)
    rest = transcript(source, state)[0].text.removeprefix(paragraph.text)
    at = data.draw(st.integers(0, len(typed)))
    change = retyped_and_split(source, state, paragraph, typed, at)
    head, tail = typed[:at].strip(), " ".join((typed[at:] + rest).split())
    if not change:
        assert not head or not typed[at:].strip()
        return
    after = read(source, apply(state, change))
    assert after[:2] == [head, tail]


def test_words_beside_an_insertion_are_not_read_twice() -> None:
    source = source_of("참석자 1 00:00\n레그를\n")
    state = first_state(source)
    for text in ("RAG를 RAG를", "레그를 RAG를 RAG를", "RAG를"):
        state = apply(state, retyped(state, paragraph_of(source, state), text))
        assert read(source, state) == [text]


def test_words_typed_at_the_end_of_a_turn_stay_in_it() -> None:
    source = source_of("참석자 1 00:00\n레그를\n")
    state = first_state(source)
    state = apply(state, retyped_and_split(source, state, paragraph_of(source, state), "레그를", 2))
    assert read(source, state) == ["레그", "를"]
    state = apply(state, retyped(state, paragraph_of(source, state), "레그 네"))
    assert read(source, state) == ["레그 네", "를"]
    state = apply(state, retyped(state, paragraph_of(source, state), "레그 네 더"))
    assert read(source, state) == ["레그 네 더", "를"]
