"""Who is meant by a sentence: a person by the shape of the name, a team by its particle; and what is beside the matter."""

from __future__ import annotations

import pytest
from summary_notes import talk

from processing.korean import Korean
from processing.summary.addressees import called_in
from processing.summary.small_talk import small_talk
from processing.summary.teams import team_in
from processing.summary.utterance import lecturer_of
from processing.summary.work_named import concludes

PEOPLE = [
    ("유진 씨는 자료를 만들어 주세요.", "유진"),
    ("박 반장이 확인해 주세요.", "박 반장"),
    ("총무님 명단 부탁드려요.", "총무"),
    ("수빈이가 바빠지니까 동엽이가 만들어 줘.", "동엽"),
    ("참석자 3님은 견적을 받아 주세요.", "참석자 3"),
    ("하준이 어머니가 간식을 준비해 주세요.", "하준이 어머니"),
    ("송 반장네에서 자재를 넣어 주세요.", "송 반장"),
    ("하늘 학생이 발표를 맡아 주세요.", "하늘"),
    ("수현 학예사님이 도록을 봐 주세요.", "수현 학예사"),
    ("재고 관리님이 봐 주세요.", "관리"),  # a common noun before it is no name
    ("손님이 오시면 안내해 주세요.", None),
    ("고객님이 환불을 요청하셨어요.", None),
    ("자료는 내일까지 만들어 주세요.", None),
]
TEAMS = [
    ("QA팀이 회귀 테스트를 진행할 예정입니다.", "QA팀"),
    ("마케팅팀은 예산을 줄일 예정입니다.", "마케팅팀"),
    ("프론트엔드와 백엔드 팀이 명세를 맞출 예정입니다.", "프론트엔드와 백엔드 팀"),
    ("우리 팀이 정리할 예정입니다.", None),
    ("마케팅팀에 명세를 보낼 예정입니다.", None),
]
BESIDE = [
    ("안녕하세요 다들 오랜만이에요.", True),
    ("제 목소리 잘 들리세요?", True),
    ("점심은 다들 드셨어요?", True),
    ("오늘 날씨가 너무 춥네요.", True),
    ("견적은 내일 나옵니다.", False),
]


@pytest.mark.parametrize(("words", "name"), PEOPLE)
def test_a_person_is_known_by_the_shape_of_the_name(words: str, name: str | None, korean: Korean) -> None:
    called = called_in(talk(korean, f"가: {words}").said[0])
    assert (called.name if called is not None else None) == name


@pytest.mark.parametrize(("words", "name"), TEAMS)
def test_a_team_is_the_doer_where_it_is_the_subject(words: str, name: str | None, korean: Korean) -> None:
    team = team_in(talk(korean, f"가: {words}").said[0])
    assert (team.name if team is not None else None) == name


@pytest.mark.parametrize(("words", "is_beside"), BESIDE)
def test_greetings_sound_checks_and_the_weather_are_beside_the_matter(
    words: str, is_beside: bool, korean: Korean
) -> None:
    said = talk(korean, f"가: {words}", "나: 그럼 배너 시안부터 보겠습니다.").said
    assert any(said[0] in exchange for exchange in small_talk(said)) == is_beside


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("그러면 32B 모델로 한번 해 보겠습니다.", True),
        ("그럼 이 시안으로 만들어 보겠습니다.", True),
        ("그럼 이렇게 한번 해 볼게요.", False),
        ("그러면 그걸로 한번 해 보겠습니다.", False),
        ("32B 모델로 한번 해 보겠습니다.", False),
    ],
)
def test_what_follows_from_the_talk_names_what_it_is_done_with(words: str, is_so: bool, korean: Korean) -> None:
    assert concludes(talk(korean, f"가: {words}").said[0]) == is_so


@pytest.mark.parametrize(("sentences", "is_lecture"), [(39, False), (40, True)])
def test_a_short_note_is_no_lecture(sentences: int, is_lecture: bool, korean: Korean) -> None:
    words = " ".join(f"{i + 1}번 모델은 문서를 나누어서 하나씩 학습합니다." for i in range(sentences))
    said = talk(korean, f"가: {words}").said
    assert len(said) == sentences
    assert (lecturer_of(said) is not None) == is_lecture
