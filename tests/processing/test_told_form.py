"""What the talk tells the meeting form: only empty fields, only what was said."""

from __future__ import annotations

from datetime import date

import pytest

from processing.attendees import attendees_of
from processing.korean import Korean
from processing.note import apply, change_of, first_state
from processing.told_form import told_form
from processing.transcript import transcript
from tests.builders import source_of

DAY = date(2026, 9, 14)
SOURCE = source_of(
    ("참석자 1", 0, "오늘 안건은 두 가지입니다. 신규 채용하고 사무실 이전 이렇게 보겠습니다."),
    ("참석자 2", 30, "네. 채용 공고는 어제 올렸습니다."),
    ("참석자 1", 60, "다음 회의는 21일 월요일 오후 2시에 하겠습니다."),
)


def test_the_agenda_and_the_next_meeting_are_filled_in(korean: Korean) -> None:
    state = first_state(SOURCE)
    turns = transcript(SOURCE, state)
    told = apply(state, told_form(state, korean.analyse(turns), turns, DAY)).info
    assert told["agenda"] == ("신규 채용", "사무실 이전")
    assert told["next_meeting"] == "2026. 9. 21.(월) 오후 2시"


def test_what_a_person_has_written_stays(korean: Korean) -> None:
    first = first_state(SOURCE)
    state = apply(first, change_of(first, {("info", "agenda"): ("채용",), ("info", "next_meeting"): "미정"}))
    turns = transcript(SOURCE, state)
    assert not told_form(state, korean.analyse(turns), turns, DAY)


def test_nothing_is_filled_in_where_nothing_is_told(korean: Korean) -> None:
    source = source_of(("참석자 1", 0, "채용 공고는 어제 올렸습니다."), ("참석자 2", 9, "다음 회의는 언제 할까요?"))
    state = first_state(source)
    turns = transcript(source, state)
    assert not told_form(state, korean.analyse(turns), turns, DAY)


PEOPLE = {  # words of a file without labels, and who is there
    "those who tell their name": ("안녕하세요. 전략기획팀 김유진 팀장입니다. 오늘은 예산입니다.", ("김유진 팀장",)),
    "those who are bidden or thanked": (
        "최민수 과장님 말씀해 주세요. 개발팀은 준비됐습니다. 네 이서연 대리님 감사합니다.",
        ("최민수 과장", "이서연 대리"),
    ),
    "one person told in two ways": ("정하늘 씨 의견은 어떠세요? 저는 정하늘 대리입니다.", ("정하늘 대리",)),
    "nobody who is only told of": ("박지훈 부장님은 오늘 휴가입니다. 이서연 대리님이 만든 자료입니다.", ()),
    "nobody by a title alone": ("과장님 자료 보내 주세요. 네 팀장님 감사합니다.", ()),
    "no thing that is introduced": ("다음은 이순신 장군입니다. 여기는 강남구입니다.", ()),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_people_who_are_there_are_told_where_the_file_names_no_speakers(korean: Korean, name: str) -> None:
    words, people = PEOPLE[name]
    source = source_of((None, None, words))
    state = first_state(source)
    turns = transcript(source, state)
    told = apply(state, told_form(state, korean.analyse(turns), turns, None))
    assert attendees_of(told) == people


def test_where_the_file_names_speakers_the_list_follows_them(korean: Korean) -> None:
    source = source_of(("참석자 1", 0, "김유진 팀장입니다."), ("참석자 2", 9, "네."))
    state = first_state(source)
    turns = transcript(source, state)
    assert not told_form(state, korean.analyse(turns), turns, None)
