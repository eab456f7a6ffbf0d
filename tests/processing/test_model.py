"""The algebra of the note: apply, invert, compose, edit over shown text, and positions there and back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from processing.errors import Bug
from processing.note import Edit, State, apply, change_of, invert, still_stands, then
from processing.shown import Shown, edit_over
from processing.source import Place

letters = st.sampled_from(list("가나레그를플러 \nab😀🇰\u1100\u1161.1"))
texts = st.text(letters, max_size=40).map(lambda t: unicodedata.normalize("NFC", t))


@st.composite
def edited_notes(draw: st.DrawFn) -> tuple[str, State]:
    """A text and a state reached by a few changes of its shown text."""
    text = draw(texts)
    state = State()
    for _ in range(draw(st.integers(0, 6))):
        shown = Shown(text, state.edits.values())
        start = draw(st.integers(0, len(shown.text)))
        end = draw(st.integers(start, len(shown.text)))
        new = draw(st.text(letters, max_size=5))
        state = apply(state, edit_over(shown, state, start, end, new))
    return text, state


@given(edited_notes(), st.data())
def test_the_shown_text_reads_as_the_change_says(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    shown = Shown(text, state.edits.values())
    start = data.draw(st.integers(0, len(shown.text)))
    end = data.draw(st.integers(start, len(shown.text)))
    new = data.draw(st.text(letters, max_size=5))
    after = apply(state, edit_over(shown, state, start, end, new))
    assert Shown(text, after.edits.values()).text == shown.text[:start] + new + shown.text[end:]


@given(edited_notes(), st.data())
def test_applying_and_inverting_a_change_is_identity(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    shown = Shown(text, state.edits.values())
    start = data.draw(st.integers(0, len(shown.text)))
    change = edit_over(shown, state, start, len(shown.text), data.draw(st.text(letters, max_size=5)))
    after = apply(state, change)
    assert still_stands(after, change)
    assert apply(after, invert(change)) == state


@given(edited_notes())
def test_every_edit_repeats_the_source_it_replaces(note: tuple[str, State]) -> None:
    text, state = note
    assert all(text[edit.start : edit.end] == edit.before for edit in state.edits.values())


@given(edited_notes())
@example(("11", State(edits={Edit(0, 1, "1", "").id: Edit(0, 1, "1", "")})))
def test_typing_the_source_back_leaves_no_edit(note: tuple[str, State]) -> None:
    text, state = note
    shown = Shown(text, state.edits.values())
    assert not apply(state, edit_over(shown, state, 0, len(shown.text), text)).edits


@given(texts)
def test_without_edits_the_shown_text_is_the_source(text: str) -> None:
    assert Shown(text).text == text


@given(edited_notes(), st.data())
def test_places_outside_edits_map_there_and_back(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    shown = Shown(text, state.edits.values())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if any(edit.start <= end and start <= edit.end for edit in state.edits.values()):
        return
    low, high = shown.range_of(Place(start, end))
    assert shown.text[low:high] == text[start:end]
    if start < end:
        assert shown.place_of(low, high) == Place(start, end)


@given(edited_notes(), st.data())
def test_a_place_taken_from_shown_text_covers_it_again(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    shown = Shown(text, state.edits.values())
    start = data.draw(st.integers(0, len(shown.text)))
    end = data.draw(st.integers(start, len(shown.text)))
    low, high = shown.range_of(shown.place_of(start, end))
    if start < end:
        assert low <= start
        assert end <= high


@given(edited_notes(), st.data())
def test_a_window_shows_what_the_whole_shows_there(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    whole = Shown(text, state.edits.values())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if any(
        (edit.start < end and start < edit.end) or edit.start in (start, end) or edit.end in (start, end)
        for edit in state.edits.values()
    ):
        return
    low, high = whole.range_of(Place(start, end))
    assert Shown(text, state.edits.values(), Place(start, end)).text in (whole.text[low:high], text[start:end])


def test_two_changes_compose_to_one() -> None:
    state = State()
    first = change_of(state, {("info", "title"): "회의"})
    second = change_of(apply(state, first), {("info", "title"): "주간 회의", ("info", "place"): "3층"})
    assert apply(state, then(first, second)) == apply(apply(state, first), second)
    assert not then(first, invert(first))


def test_a_change_that_does_not_fit_is_refused() -> None:
    state = apply(State(), change_of(State(), {("info", "title"): "회의"}))
    with pytest.raises(Bug):
        apply(state, change_of(State(), {("info", "title"): "다른 회의"}))


def test_overlapping_edits_are_refused() -> None:
    one, other = Edit(0, 3, "레그를", "RAG를"), Edit(2, 4, "를 ", "을 ")
    with pytest.raises(Bug):
        apply(State(), change_of(State(), {("edits", one.id): one, ("edits", other.id): other}))


@given(edited_notes(), st.data())
def test_an_edit_of_words_that_do_not_stand_there_is_an_error(note: tuple[str, State], data: st.DataObject) -> None:
    text, state = note
    edits = list(state.edits.values())
    if not edits:
        return
    wrong = data.draw(st.sampled_from(edits))
    other = replace(wrong, before=wrong.before + "다")
    with pytest.raises(Bug):
        Shown(text, [other if edit is wrong else edit for edit in edits])


def test_an_emoji_before_a_place_does_not_move_it() -> None:
    shown = Shown("😀 레그를", [Edit(2, 5, "레그를", "RAG를")])
    assert shown.text == "😀 RAG를"
    assert shown.place_of(2, 6) == Place(2, 5)


def test_half_an_emoji_in_an_edit_has_a_key_of_its_own() -> None:
    assert len({Edit(0, 1, "가", "\ud83d").id, Edit(0, 1, "가", "\ude00").id, Edit(0, 1, "가", "😀").id}) == 3
