"""Turns by hand: what each action does, and that any sequence of them loses nothing and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turn_notes import notes, shown_characters, source_of, turns_with_words

from processing.note import Change, Edit, EditKind, Speaker, State, apply, change_of, first_state, invert
from processing.source import Place, Source
from processing.transcript import transcript
from processing.turns import by_hand, certain_repairs
from processing.turns.by_hand import Scope

A, B = "참석자 1", "참석자 2"


def said(source: Source, state: State) -> list[tuple[str, str]]:
    return [(turn.speaker.shown if turn.speaker else "", turn.text) for turn in transcript(source, state)]


@pytest.fixture
def talk() -> Source:
    return source_of([(A, "가요. 나요."), (B, "다요."), (A, "라요. 마요."), (B, "바요.")])


def test_a_turn_is_given_to_another_alone_from_here_or_all_of_them(talk: Source) -> None:
    state = first_state(talk)
    cut = sorted(state.cuts)[1]
    assert len(by_hand.cuts_in(state, cut, Scope.ALL)) == 2
    one = apply(state, by_hand.reassign(state, cut, "s1"))
    assert [name for name, _ in said(talk, one)] == [A, A, A, B]
    everything = apply(state, by_hand.reassign(state, sorted(state.cuts)[3], "s1", Scope.ALL))
    assert [name for name, _ in said(talk, everything)] == [A, A, A, A]
    from_here = apply(state, by_hand.reassign(state, sorted(state.cuts)[2], "s2", Scope.FROM_HERE))
    assert [name for name, _ in said(talk, from_here)] == [A, B, B, B]


def test_merged_speakers_leave_one_who_keeps_the_name_that_was_given(talk: Source) -> None:
    state = apply(first_state(talk), by_hand.rename(first_state(talk), "s2", name=" 이태수 ", role="멘토"))
    merged = apply(state, by_hand.merge_speakers(state, "s2", "s1"))
    assert merged.speakers == {"s1": Speaker(A, "이태수", "멘토")}
    assert len(merged.cuts) == 1


def test_an_added_speaker_has_an_id_of_their_own(talk: Source) -> None:
    id_, change = by_hand.add_speaker(first_state(talk), "박지훈", "사회자")
    state = apply(first_state(talk), change)
    assert id_ not in first_state(talk).speakers
    assert state.speakers[id_].shown == "박지훈"


def test_a_split_gives_the_rest_to_someone(talk: Source) -> None:
    state = first_state(talk)
    paragraph = transcript(talk, state)[0].paragraphs[0]
    after = apply(state, by_hand.split(talk, state, paragraph, 3, "s2"))
    assert said(talk, after)[:3] == [(A, "가요."), (B, "나요."), (B, "다요.")]


@pytest.mark.parametrize("at", [0, 7])
def test_a_split_at_either_end_of_a_turn_does_nothing(talk: Source, at: int) -> None:
    state = first_state(talk)
    assert not by_hand.split(talk, state, transcript(talk, state)[0].paragraphs[0], at)


def test_a_split_inside_an_edit_divides_the_edit(talk: Source) -> None:
    state = first_state(talk)
    paragraph = transcript(talk, state)[0].paragraphs[0]
    state = apply(state, paragraph.change(state, 4, 6, "네 좋아"))
    paragraph = transcript(talk, state)[0].paragraphs[0]
    assert paragraph.text == "가요. 네 좋아."
    after = apply(state, by_hand.split(talk, state, paragraph, 6, "s2"))
    assert said(talk, after)[:2] == [(A, "가요. 네"), (B, "좋아.")]


def test_a_split_inside_a_joined_sentence_parts_it_at_the_header() -> None:
    source = source_of([(A, "가요. 나요. 그래서"), (A, "다요. 라요. 마요."), (B, "네.")])
    state = apply(first_state(source), certain_repairs(source, first_state(source), lambda left, right: True)[0])
    paragraph = transcript(source, state)[0].paragraphs[0]
    assert paragraph.text == "가요. 나요. 그래서 다요."
    after = apply(state, by_hand.split(source, state, paragraph, len("가요. 나요. 그래서")))
    assert [text for _, text in said(source, after)] == ["가요. 나요. 그래서", "다요. 라요. 마요.", "네."]
    assert not after.edits


def test_a_turn_merges_with_the_one_above_but_the_first_with_none(talk: Source) -> None:
    state = first_state(talk)
    first, second = sorted(state.cuts)[:2]
    assert not by_hand.merge_with_above(state, first)
    assert said(talk, apply(state, by_hand.merge_with_above(state, second)))[0] == (A, "가요. 나요.\n\n다요.")


def test_a_sentence_moves_over_the_border_either_way(talk: Source) -> None:
    state = first_state(talk)
    turns = transcript(talk, state)
    down = apply(state, by_hand.last_sentence_to_next(talk, state, turns[0]))
    assert said(talk, down)[:2] == [(A, "가요."), (B, "나요.\n\n다요.")]
    up = apply(state, by_hand.first_sentence_to_above(talk, state, turns[2]))
    assert said(talk, up)[1:3] == [(B, "다요.\n\n라요."), (A, "마요.")]


def test_withheld_words_beside_each_other_are_one_and_a_part_can_be_given_back() -> None:
    state = apply(State(), by_hand.withhold(State(), Place(2, 5)))
    state = apply(state, by_hand.withhold(state, Place(5, 9)))
    assert list(state.withheld.values()) == [Place(2, 9)]
    state = apply(state, by_hand.give_back(state, Place(4, 6)))
    assert sorted(state.withheld.values()) == [Place(2, 4), Place(6, 9)]
    assert by_hand.is_withheld(state, Place(6, 8))
    assert not by_hand.is_withheld(state, Place(3, 7))


def test_two_insertions_never_meet_when_a_split_makes_one() -> None:
    source = source_of([(A, "가나다라")])
    state = first_state(source)
    at = source.blocks[0].text.start
    edits = [Edit(at, at + 2, "가나", "새 말"), Edit(at + 2, at + 2, "", "음")]
    state = apply(state, change_of(state, {("edits", edit.id): edit for edit in edits}))
    paragraph = transcript(source, state)[0].paragraphs[0]
    for caret in range(1, len(paragraph.text)):
        after = apply(state, by_hand.split(source, state, paragraph, caret))
        assert re.sub(r"\s", "", "".join(t.text for t in transcript(source, after))) == "새말음다라"


def _operation(data: st.DataObject, source: Source, state: State) -> Change:
    cut = data.draw(st.sampled_from(sorted(state.cuts)))
    speaker = data.draw(st.sampled_from(sorted(state.speakers)))
    other = data.draw(st.sampled_from(sorted(state.speakers)))
    turn = data.draw(st.sampled_from(turns_with_words(source, state)))
    paragraph = data.draw(st.sampled_from(turn.paragraphs))
    at = data.draw(st.integers(0, len(paragraph.text)))
    operations: list[Callable[[], Change]] = [
        lambda: by_hand.reassign(state, cut, speaker, data.draw(st.sampled_from(Scope))),
        lambda: by_hand.rename(state, speaker, name="이름"),
        lambda: by_hand.give_role(state, [speaker], "멘토"),
        lambda: by_hand.merge_speakers(state, speaker, other),
        lambda: by_hand.add_speaker(state, "더한 사람")[1],
        lambda: by_hand.merge_with_above(state, cut),
        lambda: by_hand.split(source, state, paragraph, at, speaker),
        lambda: by_hand.split_at(source, state, paragraph.place_of(at, at).start, speaker),
        lambda: by_hand.give_to_next(source, state, paragraph, at),
        lambda: by_hand.give_to_above(source, state, paragraph, at),
        lambda: by_hand.last_sentence_to_next(source, state, turn),
        lambda: by_hand.first_sentence_to_above(source, state, turn),
        lambda: by_hand.withhold(state, paragraph.place),
        lambda: by_hand.give_back(state, paragraph.place),
    ]
    return data.draw(st.sampled_from(operations))()


def times_of(source: Source, state: State) -> list[tuple[int, float | None]]:
    """Where each shown paragraph begins, with its time."""
    return [(p.place.start, p.start_s) for turn in transcript(source, state) for p in turn.paragraphs]


@given(notes(), st.data())
def test_any_sequence_of_operations_and_undos_keeps_every_character_and_time_and_ends_where_it_began(
    note: tuple[Source, State], data: st.DataObject
) -> None:
    source, start = note
    if not turns_with_words(source, start):
        return
    state, done = start, []
    characters, times = shown_characters(source, start), times_of(source, start)
    for _ in range(data.draw(st.integers(1, 8))):
        if done and data.draw(st.booleans()):
            state = apply(state, invert(done.pop()))
        else:
            done.append(_operation(data, source, state))
            state = apply(state, done[-1])
        assert shown_characters(source, state) == characters
        assert all(time == source.blocks[source.block_at(at)].start_s for at, time in times_of(source, state))
        assert all(source.slice(edit.place) == edit.before for edit in state.edits.values())
        assert set(state.cuts.values()) <= set(state.speakers)
    for change in reversed(done):
        state = apply(state, invert(change))
    assert state == start
    assert times_of(source, state) == times


@given(notes(), st.data())
def test_borders_change_without_a_word_of_the_edits(note: tuple[Source, State], data: st.DataObject) -> None:
    source, state = note
    if not turns_with_words(source, state):
        return
    cut = data.draw(st.sampled_from(sorted(state.cuts)))
    speaker = data.draw(st.sampled_from(sorted(state.speakers)))
    paragraph = data.draw(st.sampled_from(data.draw(st.sampled_from(turns_with_words(source, state))).paragraphs))
    changes = [by_hand.merge_with_above(state, cut), by_hand.reassign(state, cut, speaker, Scope.THIS)]
    if not paragraph.shown.edits:
        at = data.draw(st.integers(0, len(paragraph.text)))
        changes.append(by_hand.split(source, state, paragraph, at, speaker))
    for change in changes:
        assert {name for name, _ in change.steps} <= {"cuts"}
        assert len(change.steps) <= 1


@given(notes(), st.data())
def test_times_stay_with_their_words_through_operations(note: tuple[Source, State], data: st.DataObject) -> None:
    source, state = note
    if not turns_with_words(source, state):
        return
    for _ in range(data.draw(st.integers(1, 6))):
        state = apply(state, _operation(data, source, state))
    times = [p.start_s for turn in transcript(source, state) for p in turn.paragraphs]
    assert times == sorted(times)
    for turn in transcript(source, state):
        for paragraph in turn.paragraphs:
            assert paragraph.start_s == source.blocks[source.block_at(paragraph.place.start)].start_s


@given(notes(), st.data())
def test_a_split_shows_the_words_before_the_caret_above_and_the_rest_below(
    note: tuple[Source, State], data: st.DataObject
) -> None:
    source, state = note
    if not turns_with_words(source, state):
        return
    turn = data.draw(st.sampled_from(turns_with_words(source, state)))
    paragraph = data.draw(st.sampled_from(turn.paragraphs))
    at = data.draw(st.integers(0, len(paragraph.text)))
    if not len(paragraph.place):
        return  # words typed into an empty block have no place inside that a cut could name
    change = by_hand.split(source, state, paragraph, at)
    after = apply(state, change)
    i = turn.paragraphs.index(paragraph)
    before = "".join(p.text for p in turn.paragraphs[:i]) + paragraph.text[:at]
    rest = paragraph.text[at:] + "".join(p.text for p in turn.paragraphs[i + 1 :])
    if not before.strip() or not rest.strip():
        assert not change
        return
    new_cut = next(iter(set(after.cuts) - set(state.cuts)))
    turns = {t.cut: t.text for t in transcript(source, after)}
    assert re.sub(r"\s", "", turns[turn.cut]) == re.sub(r"\s", "", before)
    assert re.sub(r"\s", "", turns[new_cut]) == re.sub(r"\s", "", rest)


@given(notes(), st.data())
def test_edits_may_come_between_the_operations(note: tuple[Source, State], data: st.DataObject) -> None:
    source, state = note
    for _ in range(4):
        if not turns_with_words(source, state):
            return
        state = apply(state, _operation(data, source, state))
        characters = shown_characters(source, state)
        paragraph = turns_with_words(source, state)[0].paragraphs[0]
        state = apply(state, paragraph.change(state, 0, 0, "앞"))
        assert shown_characters(source, state) == "앞" + characters


def test_a_joined_sentence_is_an_edit_of_its_own_kind() -> None:
    source = source_of([(A, "가요. 나요. 그래서"), (A, "다요. 라요. 마요."), (B, "네.")])
    change, told = certain_repairs(source, first_state(source), lambda left, right: True)
    assert [step.new.kind for (name, _), step in change.steps.items() if name == "edits"] == [EditKind.JOIN]
    assert [proposal.kind for proposal in told] == ["merge", "join"]
