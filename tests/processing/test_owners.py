"""One person is one owner, whatever the talk calls them: 준호, 준호 대리님, 이지훈 and 지훈 씨."""

from __future__ import annotations

import pytest

from processing.minutes import minutes_of
from processing.note import Line, LineKind, Speaker, apply, change_of, first_state
from tests.builders import place_of, source_of

SOURCE = source_of(
    ("참석자 1", 0, "준호 대리님이 방화벽 신청을 넣어 주세요."), ("참석자 2", 9, "네 내일 오전에 넣겠습니다.")
)
OWNERS = [
    ("준호 대리", Speaker("참석자 2", "준호", "대리"), "준호"),
    ("준호 대리", Speaker("참석자 2", "김준호", "대리"), "김준호"),
    ("준호 대리", Speaker("참석자 2", "김준호"), "김준호"),  # no title known
    ("지훈", Speaker("참석자 2", "이지훈", "과장"), "이지훈"),
    ("김 과장", Speaker("참석자 2", "김민수", "과장"), "김민수"),
    ("참석자 2", Speaker("참석자 2", "이지훈"), "이지훈"),
    # somebody else: another title, another name, only a surname, nobody named
    ("준호 대리", Speaker("참석자 2", "준호", "과장"), "준호 대리"),
    ("지훈", Speaker("참석자 2", "이지우"), "지훈"),
    ("김 과장", Speaker("참석자 2", "김민수"), "김 과장"),
    ("준호 대리", Speaker("참석자 2"), "준호 대리"),
]


def shown_owner(owner: str, speaker: Speaker, author: str = "program") -> str | None:
    """The owner of a task as the minutes show it once the second speaker is `speaker`."""
    state = first_state(SOURCE)
    second = list(dict.fromkeys(state.cuts.values()))[1]
    state = apply(state, change_of(state, {("speakers", second): speaker}))
    place = place_of(SOURCE, "방화벽 신청을 넣어 주세요")
    line = Line(LineKind.ACTION, "방화벽 신청을 넣기", author=author, owner=owner, places=(place,))
    state = apply(state, change_of(state, {("lines", "action-1"): line}))
    return minutes_of(SOURCE, state).actions[0].line.owner


@pytest.mark.parametrize(("owner", "speaker", "shown"), OWNERS)
def test_an_owner_is_the_speaker_who_bears_the_name(owner: str, speaker: Speaker, shown: str) -> None:
    assert shown_owner(owner, speaker) == shown


def test_an_owner_that_a_person_wrote_stays() -> None:
    assert shown_owner("준호 대리", Speaker("참석자 2", "김준호", "대리"), author="person") == "준호 대리"
