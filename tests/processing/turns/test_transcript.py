"""The transcript keeps what did not change between two calls, and shows the same as if it had kept nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from turn_notes import edited, notes, source_of, turns_with_words

from processing.note import State, apply, first_state
from processing.readers import read
from processing.source import Source
from processing.transcript import Turn, TurnsMade, transcript
from processing.turns import by_hand


def shown(turns: list[Turn]) -> list[tuple[object, ...]]:
    return [
        (
            turn.cut,
            turn.speaker,
            turn.start_s,
            turn.end_s,
            [(p.text, p.place, p.start_s, p.exact) for p in turn.paragraphs],
        )
        for turn in turns
    ]


@settings(max_examples=60, deadline=None)
@given(notes(), st.data())
def test_what_was_kept_shows_as_what_is_made_anew(note: tuple[Source, State], data: st.DataObject) -> None:
    source, state = note
    made = TurnsMade(source)
    states = [state]
    for _ in range(4):
        state = edited(data.draw, source, state)
        for turn in turns_with_words(source, state)[:1]:
            at = data.draw(st.integers(0, len(turn.paragraphs[0].text)))
            state = apply(state, by_hand.split(source, state, turn.paragraphs[0], at))
        states.append(state)
        for one in (state, data.draw(st.sampled_from(states))):  # an undo leads back to an earlier one
            assert shown(made.of(one)) == shown(transcript(source, one))


def test_an_action_keeps_the_paragraphs_of_other_blocks_although_the_note_is_read_elsewhere_meanwhile() -> None:
    source = source_of([("참석자 1", "가요. 나요."), ("참석자 2", "다요.")])
    state = first_state(source)
    made = TurnsMade(source)
    first, second = made.of(state)
    after = apply(state, first.paragraphs[0].change(state, 0, 1, "하"))
    transcript(replace(source), after)  # as the search over all notes does
    changed, kept = made.of(after)
    assert changed.text == "하요. 나요."
    assert kept.paragraphs[0] is second.paragraphs[0]


def test_turns_of_one_speaker_again_after_an_undo_have_the_paragraphs_that_they_had() -> None:
    source = source_of([("참석자 1", "가요."), ("참석자 2", "다요."), ("참석자 1", "나요.")])
    state = first_state(source)
    made = TurnsMade(source)
    before = made.of(state)
    merged = made.of(apply(state, by_hand.merge_speakers(state, "s2", "s1")))
    assert len(merged) < len(before)
    assert [turn.paragraphs for turn in made.of(state)] == [turn.paragraphs for turn in before]
    assert all(one.paragraphs[0] is other.paragraphs[0] for one, other in zip(made.of(state), before, strict=True))


def test_text_without_speaker_or_time_keeps_its_paragraphs() -> None:
    text = "첫 문단입니다. 둘째 문장입니다.\n이어진 줄.\n\n둘째 문단입니다.\n \n" + "문장입니다. " * 8
    bare = read(text.encode(), "편지.txt").source
    assert [p.text for p in transcript(bare, first_state(bare))[0].paragraphs] == [
        "첫 문단입니다. 둘째 문장입니다. 이어진 줄.",
        "둘째 문단입니다.",
        *["문장입니다. 문장입니다. 문장입니다. 문장입니다."] * 2,
    ]
    clova = read(f"참석자 1 00:00\n{text}".encode(), "a.txt").source
    assert len(transcript(clova, first_state(clova))[0].paragraphs) == 2  # there, blank lines are a copy's


def test_words_added_at_the_very_end_of_a_file_are_shown() -> None:
    source = source_of([("참석자 1", "가요.")])
    bare = replace(source, text=source.text.rstrip())
    state = first_state(bare)
    paragraph = transcript(bare, state)[0].paragraphs[0]
    after = apply(state, paragraph.change(state, 3, 3, " 더"))
    assert transcript(bare, after)[0].text == "가요. 더"
