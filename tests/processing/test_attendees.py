"""Who attended: it follows the speakers' names until a person writes the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processing.attendees import attendees_of, with_attendees
from processing.note import Speaker, State

SPEAKERS = {
    "s1": Speaker("참석자 1", "정민호", "과장"),
    "s2": Speaker("참석자 2", "", "질문자"),
    "s3": Speaker("이서연"),
    "s4": Speaker("참석자 4", "한 번도 말하지 않은 사람"),
}


@pytest.fixture
def state() -> State:
    return State(cuts={0: "s3", 10: "s1", 20: "s2", 30: "s3"}, speakers=SPEAKERS)


def test_named_speakers_attend_in_the_order_in_which_they_first_speak(state: State) -> None:
    assert attendees_of(state) == ("이서연", "정민호 과장")


def test_a_name_or_role_changed_later_is_followed(state: State) -> None:
    renamed = replace(state, speakers={**SPEAKERS, "s1": Speaker("참석자 1", "정민호", "진행")})
    assert attendees_of(renamed) == ("이서연", "정민호(진행)")


def test_a_list_of_a_person_stays_whoever_is_named(state: State) -> None:
    written = replace(state, info={"attendees": ("박현준", "정민호 과장")})
    assert attendees_of(written) == ("박현준", "정민호 과장")


def test_a_list_left_as_it_follows_is_not_pinned(state: State) -> None:
    assert with_attendees(state, ("이서연", "정민호 과장")) is None
    assert with_attendees(state, ("이서연",)) == ("이서연",)


def test_an_emptied_list_stays_empty_until_it_is_written_again(state: State) -> None:
    assert with_attendees(state, ()) == ()
    emptied = replace(state, info={"attendees": ()})
    assert attendees_of(emptied) == ()
    assert with_attendees(emptied, ("이서연", "정민호 과장")) is None
    nobody = replace(state, speakers={})
    assert with_attendees(nobody, ()) is None
