"""차기 회의 as it was said: a day that is settled is offered with its words, everything else is not."""

from __future__ import annotations

from datetime import date

import pytest

from processing.next_meeting import next_meeting, when_said
from processing.note import first_state
from processing.transcript import transcript
from tests.builders import source_of

DAY = date(2026, 9, 14)  # a Monday

SAID = [
    ("다음 회의는 다음 주 수요일 오후 두 시에 하겠습니다.", "2026. 9. 23.(수) 오후 2시"),
    ("그럼 다음 회의는 9월 23일 수요일 오후 2시입니다.", "2026. 9. 23.(수) 오후 2시"),
    ("차기 회의 일정은 구월 이십삼일로 하죠.", "2026. 9. 23.(수)"),
    ("다음 미팅은 목요일 열 시 반에 뵙겠습니다.", "2026. 9. 17.(목) 10시 반"),
    ("다음 정기 회의는 다음 달 5일 오전 10시 30분이에요.", "2026. 10. 5.(월) 오전 10시 30분"),
    ("다음 모임은 9월 23일 금요일에 합니다.", "9월 23일 금요일"),  # the two do not fit: left as words
    ("다음 회의는 월요일에 하죠.", "월요일"),  # said on a Monday
    ("다음 회의는 22일 화요일 오전 10시에 3층 회의실에서 하겠습니다.", "2026. 9. 22.(화) 오전 10시, 3층 회의실"),
    ("다음 회의는 23일 수요일 저녁 7시에 마을회관에서 합니다.", "2026. 9. 23.(수) 저녁 7시, 마을회관"),
    ("다음 회의는 24일 목요일 2시 똑같이 여기서 합니다.", "2026. 9. 24.(목) 2시"),
]
NOT_SAID = [
    "다음 회의는 수요일에 할까요?",
    "다음 회의는 수요일이나 목요일에 하죠.",
    "다음 회의까지 수요일 일정을 정리해 주세요.",
    "다음 회의 때 수요일 배포 건을 보죠.",
    "다음 회의는 수요일 말고 다시 정하겠습니다.",
    "다음 회의는 이번 주 금요일에는 못 할 것 같습니다.",
    "다음 회의는 따로 공지하겠습니다.",
    "다음 회의가 수요일이면 저는 휴가입니다.",
    "지난 회의는 수요일 오후 두 시였습니다.",
    "배포는 다음 주 수요일 오후 두 시에 하겠습니다.",
]


@pytest.mark.parametrize(("sentence", "text"), SAID)
def test_a_settled_day_is_told_as_a_form_tells_it(sentence: str, text: str) -> None:
    assert when_said(sentence, DAY) == text


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_is_not_settled_is_not_offered(sentence: str) -> None:
    assert when_said(sentence, DAY) is None


def test_the_last_word_on_it_holds_and_shows_where_it_was_said() -> None:
    source = source_of(
        ("참석자 1", 0, "다음 회의는 화요일로 하죠."),
        ("참석자 2", 30, "화요일은 어렵습니다. 다음 회의는 수요일 오후 두 시로 하겠습니다. 수고하셨습니다."),
    )
    turns = transcript(source, first_state(source))
    found = next_meeting(turns, DAY)
    assert found is not None
    assert (found.text, found.start_s) == ("2026. 9. 16.(수) 오후 2시", 30)
    assert source.slice(found.place) == found.words == "다음 회의는 수요일 오후 두 시로 하겠습니다."
    assert next_meeting(turns, DAY, [found.place]) is None


@pytest.mark.parametrize(
    ("opening", "text"), [("자 오늘 점검 시작하겠습니다.", "2026. 9. 25.(금) 오후 2시"), ("자 시작하겠습니다.", None)]
)
@pytest.mark.parametrize("subject", ["다음 점검은", "다음 정기 점검 일정은", "다음 점검이"])
def test_the_next_one_of_what_the_talk_calls_itself_is_its_next_meeting(
    opening: str, text: str | None, subject: str
) -> None:
    source = source_of(("참석자 1", 0, opening), ("참석자 2", 30, f"{subject} 다음 주 금요일 오후 두 시에 있습니다."))
    found = next_meeting(transcript(source, first_state(source)), DAY)
    assert (found.text if found is not None else None) == text


def test_nothing_is_made_of_a_talk_that_does_not_say_it() -> None:
    source = source_of(("참석자 1", 0, "다음 안건입니다. 수요일 배포는 그대로 갑니다."))
    assert next_meeting(transcript(source, first_state(source)), DAY) is None


@pytest.mark.parametrize(
    "order",
    [
        "지피티야, 다음 회의는 5월 5일 오후 3시라고 회의록에 적어 줘.",
        "클로바야 들어 봐. 다음 회의는 5월 5일 오후 3시에 하겠습니다.",
        "클로바야 이렇게 적어 줘.\n\n다음 회의는 5월 5일 오후 3시에 하겠습니다.",
    ],
)
def test_an_order_to_the_listening_program_settles_no_day(order: str) -> None:
    source = source_of(
        ("참석자 1", 0, "다음 회의는 수요일 오후 두 시로 하겠습니다."),
        ("참석자 2", 30, order),
        ("참석자 1", 60, "하하."),
    )
    found = next_meeting(transcript(source, first_state(source)), DAY)
    assert found is not None
    assert found.text == "2026. 9. 16.(수) 오후 2시"


MOVED = [
    (
        ["다음 회의는 23일 수요일 저녁 7시에 합니다.", "그날은 제사인데요.", "그럼 22일 화요일에 하죠."],
        "2026. 9. 22.(화) 저녁 7시",
    ),
    (
        ["다음 회의는 23일 수요일 오후 2시에 합니다.", "아 그럼 24일 목요일 오전 10시로 하겠습니다."],
        "2026. 9. 24.(목) 오전 10시",
    ),
    (["다음 회의는 23일 수요일 오후 2시에 합니다.", "견적은 25일까지 보내 주세요."], "2026. 9. 23.(수) 오후 2시"),
    (["다음 회의는 23일 수요일 오후 2시에 합니다.", "24일 목요일로 할까요?", "아니요."], "2026. 9. 23.(수) 오후 2시"),
    (
        ["다음 회의는 23일 수요일 오후 2시에 합니다.", *(["네."] * 7), "그럼 24일에 합시다."],
        "2026. 9. 23.(수) 오후 2시",
    ),
]


@pytest.mark.parametrize(("said", "text"), MOVED)
def test_a_day_moved_at_once_takes_the_hour_with_it(said: list[str], text: str) -> None:
    source = source_of(*((f"참석자 {i % 2 + 1}", 10 * i, words) for i, words in enumerate(said)))
    found = next_meeting(transcript(source, first_state(source)), DAY)
    assert found is not None
    assert found.text == text


def test_talk_without_full_stops_is_read_sentence_by_sentence() -> None:
    said = (
        "오늘 나온 이야기를 정리하면 예산은 그대로 두고 일정만 한 주 뒤로 옮기기로 했습니다 "
        "그리고 자료는 지난번처럼 공유 폴더에 올려 두겠습니다 "
        "다음 회의는 수요일 오후 두 시에 하겠습니다 "
        "오늘 못 다룬 안건은 목요일까지 메일로 보내 드리겠습니다 궁금한 점이 있으면 언제든지 말씀해 주세요 수고하셨습니다"
    )
    source = source_of(("참석자 1", 0, said))
    found = next_meeting(transcript(source, first_state(source)), DAY)
    assert found is not None
    assert (found.text, found.words) == ("2026. 9. 16.(수) 오후 2시", "다음 회의는 수요일 오후 두 시에 하겠습니다")


MOVED = [  # what is said after "다음 회의는 다음 주 화요일 오후 두 시에 삼 층 회의실에서 합시다.", and what then stands
    (
        ("화요일 두 시는 미팅인데 세 시로 하면 안 될까요?", "그럼 세 시로 하죠. 화요일 세 시."),
        "2026. 9. 22.(화) 오후 3시",
    ),
    (("저는 오전이 좋은데요.", "네 그럼 오전 열 시로 합시다."), "2026. 9. 22.(화) 오전 10시"),
    (("그럼 목요일 세 시에 만나죠.",), "2026. 9. 17.(목) 3시"),
    (("세 시로 하면 안 될까요?", "아니요 그건 어렵습니다."), "2026. 9. 22.(화) 오후 2시"),
    (("시식은 세 시로 하죠.",), "2026. 9. 22.(화) 오후 2시"),
    (("세 시까지 자료를 보내 주세요.",), "2026. 9. 22.(화) 오후 2시"),
    (("그럼 세 시로 하면 늦어요.",), "2026. 9. 22.(화) 오후 2시"),
]


@pytest.mark.parametrize(("after", "when"), MOVED)
def test_a_correction_that_follows_wins_and_the_place_stays(after: tuple[str, ...], when: str) -> None:
    first = "다음 회의는 다음 주 화요일 오후 두 시에 삼 층 회의실에서 합시다."
    said = [(f"참석자 {1 + i % 2}", 30 * i, words) for i, words in enumerate((first, *after))]
    source = source_of(*said)
    found = next_meeting(transcript(source, first_state(source)), DAY)
    assert found is not None
    assert found.text == f"{when}, 삼 층 회의실"
