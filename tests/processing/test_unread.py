"""A line that was not understood put to a turn: its words are the turn's, in the file's order, and undo takes all back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.export.formats import export
from processing.journal import PERSON, Entry, fold, inverse
from processing.minutes import minutes_of
from processing.note import State, apply, first_state, invert
from processing.readers import read
from processing.schema import note_json
from processing.source import Block, Place, Source, Span, SpanKind
from processing.stored import change_from, value_of_change
from processing.transcript import transcript
from processing.turns import by_hand, certain_repairs
from processing.unread import Side, UnreadLine, left_out, lines_not_understood, put_to, unread

_NOW = datetime(2026, 4, 28, tzinfo=UTC)
BEFORE, AFTER = Side.BEFORE, Side.AFTER


def source_of(*parts: tuple[str, str]) -> Source:
    """A source of ("turn", words), "unread" and "head" lines."""
    text, spans, blocks = "", [], []
    for n, (kind, words) in enumerate(parts):
        if kind == "turn":
            head = f"참석자 {n % 2 + 1} 00:{n:02}"
            header = Place(len(text), len(text) + len(head))
            text += head + "\n"
            place = Place(len(text), len(text) + len(words))
            spans.append(Span(header, SpanKind.TURN_HEADER))
            blocks.append(Block(place, header, f"참석자 {n % 2 + 1}", float(n)))
            if words:
                spans.append(Span(place, SpanKind.TURN_TEXT))
        else:
            spans.append(Span(Place(len(text), len(text) + len(words)), SpanKind.NOT_UNDERSTOOD))
        text += words + "\n"
    return Source(text.encode(), text, tuple(spans), tuple(blocks), name="note.txt")


def texts(source: Source, state: State) -> list[str]:
    return [turn.text for turn in transcript(source, state)]


TALK = source_of(("turn", "가요."), ("unread", "★ 중요"), ("unread", "자료 3"), ("turn", "나요."))


@pytest.mark.parametrize(
    ("side", "told"),
    [(BEFORE, ["가요. ★ 중요 자료 3", "나요."]), (AFTER, ["가요.", "★ 중요 자료 3 나요."])],
)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_lines_are_read_in_the_order_of_the_file_whichever_was_put_first(
    side: Side, told: list[str], order: Sequence[int]
) -> None:
    state, lines = first_state(TALK), unread(TALK, first_state(TALK))
    assert [(line.number, line.text) for line in lines] == [(3, "★ 중요"), (4, "자료 3")]
    for i in order:
        state = apply(state, put_to(TALK, state, [lines[i]], side))
    assert texts(TALK, state) == told
    assert unread(TALK, state) == ()
    assert [edit.reason for edit in state.edits.values()] == ["파일의 3, 4번째 줄을 붙였습니다."]
    assert apply(first_state(TALK), put_to(TALK, first_state(TALK), lines, side)) == state


def test_undo_takes_the_words_back_and_the_line_is_unread_again() -> None:
    state = first_state(TALK)
    entry = Entry(1, _NOW, PERSON, "붙이기", put_to(TALK, state, unread(TALK, state)[:1], BEFORE))
    after = fold(state, [entry])
    assert texts(TALK, after)[0] == "가요. ★ 중요"
    assert [line.text for line in unread(TALK, after)] == ["자료 3"]
    assert fold(state, [entry, inverse(entry, 2, _NOW)]) == state
    assert change_from(value_of_change(entry.change)) == entry.change


def test_words_given_back_in_another_way_leave_the_line_unread() -> None:
    state = first_state(TALK)
    state = apply(state, put_to(TALK, state, unread(TALK, state), BEFORE))
    paragraph = transcript(TALK, state)[0].paragraphs[0]
    state = apply(state, paragraph.change(state, 3, len(paragraph.text), ""))
    assert texts(TALK, state)[0] == "가요."
    assert [line.text for line in unread(TALK, state)] == ["★ 중요", "자료 3"]


def test_words_that_were_put_to_a_turn_may_be_typed_over() -> None:
    state = first_state(TALK)
    state = apply(state, put_to(TALK, state, unread(TALK, state), BEFORE))
    paragraph = transcript(TALK, state)[0].paragraphs[0]
    state = apply(state, paragraph.change(state, 4, 8, "중대"))
    assert texts(TALK, state)[0] == "가요. 중대 자료 3"
    assert unread(TALK, state) == ()


def test_a_line_left_out_is_asked_about_no_more() -> None:
    state = first_state(TALK)
    change = left_out(state, unread(TALK, state)[:1])
    assert [line.text for line in unread(TALK, apply(state, change))] == ["자료 3"]
    assert texts(TALK, apply(state, change)) == texts(TALK, state)
    assert apply(apply(state, change), invert(change)) == state


def test_the_first_line_has_no_turn_above_and_the_last_none_below() -> None:
    source = source_of(("unread", "맨 위"), ("turn", "가요."), ("unread", "맨 아래"))
    state, (first, last) = first_state(source), lines_not_understood(source)
    assert not put_to(source, state, [first], BEFORE)
    assert not put_to(source, state, [last], AFTER)
    state = apply(state, put_to(source, state, [first], AFTER))
    state = apply(state, put_to(source, state, [last], BEFORE))
    assert texts(source, state) == ["맨 위 가요. 맨 아래"]


def test_a_turn_without_a_word_takes_a_line() -> None:
    source = source_of(("turn", ""), ("unread", "뜻 모를 줄"), ("turn", "나요."))
    state = first_state(source)
    assert texts(source, apply(state, put_to(source, state, unread(source, state), BEFORE))) == ["뜻 모를 줄", "나요."]


def test_what_was_put_to_a_turn_is_exported_and_no_longer_told_as_not_understood() -> None:
    raw = "어떤 머리글\n뭔지 모를 줄\n셋째 줄\n넷째 줄\n다섯째 줄\n\n참석자 1 00:00\n네, 알겠습니다.\n"
    imported = read(raw.encode(), "a.txt")
    source, state = imported.source, first_state(imported.source)
    lines = unread(source, state)
    assert lines, "the head has lines that no reader understands"
    before = note_json(minutes_of(source, state))
    state = apply(state, put_to(source, state, lines[-1:], AFTER))
    after = note_json(minutes_of(source, state))
    last = {"source_line": lines[-1].number, "text": lines[-1].text}
    assert before["not_understood"][-1] == last
    assert last not in after["not_understood"]
    assert after["turns"][0]["text"] == f"{lines[-1].text} 네, 알겠습니다."
    (edit,) = after["edits"]
    assert (edit["kind"], edit["source"], edit["before"], edit["turn_id"]) == ("manual", "user", "", "t1")
    assert lines[-1].text in export(minutes_of(source, state), "clova").decode()


# --- any note -------------------------------------------------------------------------------------------------------

words = st.text(st.sampled_from(list("가나다네음.\U0001f600")), min_size=1, max_size=4)
parts = st.lists(st.tuples(st.sampled_from(["turn", "unread"]), words), min_size=1, max_size=10)


@settings(max_examples=300, deadline=None)
@given(parts, st.data())
def test_lines_put_to_turns_in_any_order_are_all_there_once_and_go_again(
    given_parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    source = source_of(*given_parts)
    state = first_state(source)
    if data.draw(st.booleans()):
        state = apply(state, certain_repairs(source, state, lambda left, right: len(left) % 2 == 0)[0])
    for cut in sorted(state.cuts)[1:]:
        if data.draw(st.booleans()):
            state = apply(state, by_hand.merge_with_above(state, cut))
    first, changes, put = state, [], list[UnreadLine]()
    for line in data.draw(st.permutations(lines_not_understood(source))):
        change = put_to(source, state, [line], data.draw(st.sampled_from(Side)))
        state = apply(state, change)
        changes.append(change)
        put += [line] * bool(change)
    assert set(unread(source, state)) == set(lines_not_understood(source)) - set(put)
    assert sorted(_letters(source, state)) == sorted(_letters(source, first) + _squeezed("".join(x.text for x in put)))
    for change in reversed(changes):
        state = apply(state, invert(change))
    assert state == first


def _letters(source: Source, state: State) -> str:
    return _squeezed("".join(texts(source, state)))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
