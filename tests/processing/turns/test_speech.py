"""What the first and last words of a sentence show: an answer, the start of something, a noise of listening; and who is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from talks import korean
from turn_notes import source_of

from processing.analysis import Sentence
from processing.note import first_state
from processing.transcript import transcript
from processing.turns import asked_for, speech
from processing.turns.calls import heard_calls
from processing.turns.findings import turns_said

A, B = "참석자 1", "참석자 2"


def sentences(*turns: tuple[str, str]) -> list[Sentence]:
    source = source_of(list(turns))
    return list(korean().analyse(transcript(source, first_state(source))).sentences)


def told(rule: Callable[[Sequence[Sentence]], bool], text: str) -> bool:
    return rule(sentences((A, text)))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("네 그렇게 하겠습니다.", True),
        ("아니요 아직이요.", True),
        ("맞아요 그때 그랬죠.", True),
        ("아 그건 몰랐네요.", False),
        ("그런데 하나 더 있어요.", False),
        ("견적은 내일 나옵니다.", False),
    ],
)
def test_an_answer_is_known_by_its_first_word(text: str, is_so: bool) -> None:
    assert told(lambda said: speech.begins_with_answer(said[0]), text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("아 그건 몰랐네요.", True), ("오 좋은데요.", True), ("네 좋습니다.", True), ("오 분 뒤에 시작합니다.", False)],
)
def test_a_response_is_an_answer_or_an_exclamation(text: str, is_so: bool) -> None:
    assert told(lambda said: speech.begins_with_response(said[0]), text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("그래서", True),
        ("자 그러면", True),
        ("그리고 저는", True),
        ("그렇군요 그럼 이제", True),
        ("그래서 예산은", False),
        ("그래서 그 다음에 이제 저는", False),
        ("그럼.", False),
        ("네", True),
    ],
)
def test_only_the_start_of_something_leads_in(text: str, is_so: bool) -> None:
    assert told(speech.are_lead_in, text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("아 그러면", True),
        ("그렇군요 그럼 이제", True),
        ("자 이제 봅시다", True),
        ("그렇군요", False),
        ("그 자료는 어제", False),
    ],
)
def test_a_conjunction_or_an_opening_word_starts_off(text: str, is_so: bool) -> None:
    assert told(speech.starts_off, text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("네.", True),
        ("아 그렇군요.", True),
        ("맞아요.", True),
        ("네 맞습니다.", True),
        ("아니요.", False),
        ("네?", False),
        ("네 내일요.", False),
        ("그렇게 할게요.", False),
        ("네 네 네 맞아요.", False),
    ],
)
def test_a_noise_of_listening_says_nothing_else(text: str, is_so: bool) -> None:
    assert told(speech.is_back_channel, text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("그리고 예산도 봅니다.", True),
        ("자 시작하죠.", True),
        ("네 좋습니다.", True),
        ("저는 내일 갑니다.", True),
        ("저희가 합니다.", True),
        ("저 사람이 했어요.", False),
        ("예산은 그대로예요.", False),
    ],
)
def test_a_sentence_of_its_own_begins_with_a_conjunction_an_interjection_or_oneself(text: str, is_so: bool) -> None:
    assert told(lambda said: speech.begins_anew(said[0]), text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"), [("아 네", True), ("음", True), ("자", False), ("아 자", False), ("네 알겠습니다", False)]
)
def test_a_noise_is_interjections_that_open_nothing(text: str, is_so: bool) -> None:
    assert told(lambda said: speech.is_noise(said[0]), text) == is_so


@pytest.mark.parametrize(
    ("question", "answer", "is_so"),
    [
        ("어디에서 모여요?", "삼 층 회의실에서 모여요.", True),
        ("어디에서 모여요?", "회의실 모여요.", False),
        ("어디에서 모여요?", "회의실에서 기다려요.", False),
        ("몇 시에 시작해요?", "여덟 시에 시작해요.", True),
        ("몇 시에 시작해요?", "한 상자에 열두 개 들어가요.", False),
        ("몇 시간 걸려요?", "두 명 세 시간 걸려요.", True),
        ("언제 나와요?", "내일 나와요.", True),
        ("누가 가져와요?", "총무님이요.", True),
    ],
)
def test_what_was_asked_for_is_told(question: str, answer: str, is_so: bool) -> None:
    asked, answered = sentences((A, question), (B, answer))
    assert asked_for.fits(asked, speech.morphemes_of(answered)) == is_so


def called(talk: Sequence[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """(who is taken for whom, by name and title, how much it proves)."""
    heard = heard_calls(turns_said(sentences(*talk)))
    return [
        (one.speaker_id, one.person.name or f"{one.person.family} {one.person.title}".strip(), one.weight)
        for one in heard
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("서연 님 말씀해 주세요.", [("서연", 2)]),
        ("다음은 서연 님.", [("서연", 2)]),
        ("서연 님은요?", [("서연", 2)]),
        ("서연 님 이거 확인하셨어요?", [("서연", 2)]),
        ("팀장님 이거 확인하셨어요?", [("팀장", 1)]),
        ("그럼 서연 님께 마이크를 넘기겠습니다.", [("서연", 2)]),
        ("하준이가 읽어 볼까?", [("하준", 1)]),
        ("그럼 지호.", [("지호", 1)]),
        # told of, or later: nobody here is called
        ("하준이는 책을 읽고 있어.", []),
        ("그럼 서연 님께 나중에 메일로 여쭤보겠습니다.", []),
        ("오늘은 김서연 작가님을 모셨습니다.", []),  # and nobody greets
        ("서연 님이 만든 자료를 보여 주세요.", []),
        ("서연 님한테 부탁드릴게요.", []),
    ],
)
def test_whoever_is_called_speaks_next(words: str, found: list[tuple[str, int]]) -> None:
    assert [one[1:] for one in called([(A, words), (B, "네 어제 다 봤습니다.")])] == found


def test_a_guest_is_whoever_greets_when_welcomed() -> None:
    found = called([(A, "오늘은 김서연 작가님을 모셨습니다."), (B, "안녕하세요 반갑습니다.")])
    assert [one[1:] for one in found] == [("김서연", 2)]


def test_a_title_is_the_person_whom_the_turn_names_by_it() -> None:
    talk = [(A, "한도윤 작가님이 와 주셨습니다. 작가님 인사 부탁드려요."), (B, "네 반갑습니다.")]
    assert [name for _, name, _ in called(talk)] == ["한도윤"]
