"""What a person has put right is not offered again, not even where letters were only put before or after the word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.note import Edit, EditKind, State, apply, change_of, first_state, invert
from processing.proposals import APPLY, PROPOSE, Proposal, accepted, applied, held, may_be_misheard, still_open
from processing.shown import Shown, edit_over
from processing.source import Source
from tests.builders import edit_of, source_of, state_of

TALK = source_of(("참석자 1", 0, "점주님들한테 준호가 물었고 매출 자료를 점주님이 보냈습니다."))


def offered(before: str, after: str, nth: int = 0) -> Proposal:
    return Proposal(edit_of(TALK, before, after, nth), PROPOSE, after, before)


def put_in(source: Source, words: str, letters: str, *, is_behind: bool = False) -> State:
    """The note after `letters` were typed right before these words, or right behind them."""
    at = source.text.index(words) + (len(words) if is_behind else 0)
    edit = Edit(at, at, "", letters, EditKind.MANUAL, by="person")
    return state_of(source, edit)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (offered("점주님", "가맹점주님"), put_in(TALK, "점주님들", "가맹")),
        (offered("준호", "김준호"), put_in(TALK, "준호", "김")),
        (offered("매출", "매출액"), put_in(TALK, "매출", "액", is_behind=True)),
    ],
)
def test_a_word_that_letters_were_put_to_is_not_offered_again(row: Proposal, state: State) -> None:
    assert still_open([row], first_state(TALK)) == [row]
    assert still_open([row], state) == []
    assert not accepted(state, [row])
    put_off = apply(state, change_of(state, {("verdicts", row.id): "held"}))
    assert held([row], put_off) == []


def test_the_other_places_of_the_word_still_are() -> None:
    state = put_in(TALK, "점주님들", "가맹")
    other = offered("점주님", "가맹점주님", 1)
    assert still_open([offered("점주님", "가맹점주님"), other], state) == [other]


@pytest.mark.parametrize(("letters", "is_behind"), [(",", True), ("그럼 ", False), (" 좀", True)])
def test_a_comma_or_another_word_beside_it_leaves_it_open(letters: str, is_behind: bool) -> None:
    row = offered("매출", "매상")
    assert still_open([row], put_in(TALK, "매출", letters, is_behind=is_behind)) == [row]


def test_what_is_applied_takes_in_the_bridge_under_it() -> None:
    source = source_of(("가", 0.0, "엠 &amp; 에이요"))
    sign = edit_of(source, "&amp;", "&")
    state = state_of(source, Edit(sign.start, sign.end, sign.before, sign.after, EditKind.SPACING))
    taken = edit_of(source, "엠 &amp; 에이", "M&A")
    proposals = [Proposal(taken, APPLY, "M&A", "엠 & 에이"), Proposal(edit_of(source, "요", "오"), PROPOSE, "오", "요")]
    assert list(apply(state, applied(state, proposals)).edits.values()) == [taken]


MISHEARD = [
    ("점주님들", "점주회", 0.4, True),
    ("점주님들", "점주회", 0.1, False),  # too unlikely to say that the word was misheard
    ("매출 자료", "매출자료", 0.9, False),  # another spelling
]


@pytest.mark.parametrize(("before", "after", "confidence", "is_misheard"), MISHEARD)
def test_a_likely_other_word_says_that_this_one_may_be_misheard(
    before: str, after: str, confidence: float, is_misheard: bool
) -> None:
    row = offered(before, after)
    row = replace(row, edit=replace(row.edit, confidence=confidence))
    assert may_be_misheard([row], first_state(TALK)) == ([row.edit.place] if is_misheard else [])


WORDS = "가나 다라\n마바 사아 자"
letters = st.text("가나RA ", max_size=3)


@st.composite
def offers(draw: st.DrawFn) -> Proposal:
    """A proposal anywhere in `WORDS`; two may overlap."""
    start = draw(st.integers(0, len(WORDS) - 1))
    end = draw(st.integers(start + 1, min(start + 5, len(WORDS))))
    after = draw(letters.filter(lambda new: new != WORDS[start:end]))
    edit = Edit(start, end, WORDS[start:end], after, EditKind.TERM, "sound", draw(st.floats(0, 1)))
    return Proposal(edit, draw(st.sampled_from([APPLY, PROPOSE])), after, edit.before)


@st.composite
def noted(draw: st.DrawFn) -> State:
    """A note whose line break may be joined over, and in which a person may have typed."""
    bridge = Edit(5, 6, "\n", draw(st.sampled_from(["", " "])), EditKind.WRAP)
    state = State(edits={bridge.id: bridge} if draw(st.booleans()) else {})
    for _ in range(draw(st.integers(0, 2))):
        shown = Shown(WORDS, state.edits.values())
        at = draw(st.integers(0, len(shown.text)))
        state = apply(state, edit_over(shown, state, at, draw(st.integers(at, len(shown.text))), draw(letters)))
    return state


@given(noted(), st.lists(offers(), max_size=6), st.data())
def test_any_subset_of_proposals_applies(state: State, rows: list[Proposal], data: st.DataObject) -> None:
    taken = [row for row in rows if data.draw(st.booleans())]
    was_open = still_open(taken, state)
    change = accepted(state, taken)
    after = apply(state, change)
    assert apply(after, invert(change)) == state
    assert all(WORDS[edit.start : edit.end] == edit.before for edit in after.edits.values())
    assert still_open(was_open, after) == []
    shown = Shown(WORDS, after.edits.values())
    for edit in (edit for key, edit in after.edits.items() if key not in state.edits):
        row = next(row for row in was_open if edit.place.covers(row.edit.place) and row.edit.after in edit.after)
        low, high = shown.range_of(row.edit.place)
        assert row.edit.after in shown.text[low:high]
    assert bool(change) == bool(was_open)
    apply(after, accepted(after, rows))
