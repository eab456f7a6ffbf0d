"""Topics: announced, called as the agenda has it, none of them bare; and talk beside the matter in none of them."""

from __future__ import annotations

import pytest
from summary_notes import Note, note_of, talk

from processing.korean import Korean
from processing.note import LineKind
from processing.summary.agenda import agenda
from processing.summary.announced import announced_at
from processing.summary.outline import filled
from processing.summary.phrases import Terms, named_in
from processing.summary.small_talk import before_or_after, small_talk
from processing.summary.tools import tools

ANNOUNCED = [
    ("두 번째 멤버십 앱 개편.", "멤버십 앱 개편"),
    ("네. 세 번째 겨울 신메뉴 푸시 건.", "겨울 신메뉴 푸시"),
    ("다음 약품 카트요.", "약품 카트"),
    ("자 그다음 성수기.", "성수기"),
    ("그다음에 도록.", "도록"),  # Kiwi: 하도록
    ("자 그럼 마지막으로 개막식.", "개막식"),
    ("먼저 장애부터 설명해 주시죠.", "장애"),
    ("먼저 출하 시기인데요.", "출하 시기"),
    ("네 그럼 두 번째 채용 계획으로 넘어가겠습니다.", "채용 계획"),
    ("마지막으로 4분기 목표는 20억으로 한다.", "4분기 목표"),
    ("세 번째는 재활용장 이전인데요.", "재활용장 이전"),
    # which of several, a time, the next of its kind: none announces a topic
    ("첫 번째 지원자부터 의견 주세요.", None),
    ("두 번째 분은 불합격입니다.", None),
    ("다음 주 수요일에 봅시다.", None),
    ("다음 이사회는 1월에 하겠습니다.", None),
    ("다음 사람은 준비해 주세요.", None),
    ("마지막으로 갔을 때는 비가 왔어요.", None),
    ("다음은 화면을 보시면 됩니다.", None),
    ("저는 두 번째가 좋아요.", None),
]


@pytest.mark.parametrize(("said", "name"), ANNOUNCED, ids=[said for said, _ in ANNOUNCED])
def test_what_comes_next_is_announced_by_its_name(said: str, name: str | None, korean: Korean) -> None:
    found = announced_at(talk(korean, f"가: {said}", "나: 네.").said, None)
    assert [subject.text for subject in found.values()] == ([name] if name else [])


ASIDE = [
    ("들리세요? 뒤에 잘 들리세요?", True),
    ("비 많이 오던데 오시느라 고생하셨어요.", True),
    ("점심은 다들 드셨어요?", True),
    ("오늘 너무 덥네요.", True),
    ("네 녹음 켰습니다.", True),
    ("점심은 도시락으로 주문하기로 했습니다.", False),  # what is planned
    ("저녁 식전 혈당을 재고 보고했습니다.", False),
    ("떡볶이는 올해 안 팝니다.", False),
    ("마이크가 두 개 모자라서 새로 사야 됩니다.", False),
    ("비용이 많이 나왔습니다.", False),
    ("경비 올려 달라고 요청했습니다.", False),
    ("눈높이에 맞춘 교재를 만들었습니다.", False),
]


@pytest.mark.parametrize(("said", "is_aside"), ASIDE)
def test_greetings_sound_checks_weather_and_meals_are_beside_the_matter(
    said: str, is_aside: bool, korean: Korean
) -> None:
    note = talk(korean, f"가: {said}", "나: 네.")
    assert bool(small_talk(note.said)) == is_aside


def test_an_exchange_about_food_ends_where_somebody_comes_back_to_the_matter(korean: Korean) -> None:
    note = talk(
        korean,
        "가: 아 맞다 점심은 다들 드셨어요? 지하에 국밥집 새로 생겼던데.",
        "나: 거기 어제 갔는데 줄이 너무 길어요.",
        "가: 자 그럼 정리하면 보고서는 화요일까지입니다.",
    )
    (exchange,) = small_talk(note.said)
    assert exchange[-1].text.startswith("거기 어제")


def test_what_recurs_is_the_matter_itself(korean: Korean) -> None:
    note = talk(korean, *[f"가: 신제품 커피는 {taste} 맛이 좋죠. 커피를 마셔 봤어요." for taste in ("단", "쓴", "신")])
    assert not small_talk(note.said)


def test_nothing_is_settled_where_lunch_is_chosen_at_the_end(korean: Korean) -> None:
    note = talk(
        korean, "가: 더 하실 말씀 없으면 마칠게요. 점심 뭐 먹을까요?", "나: 칼국수 좋죠. 저번에 간 데로 하시죠."
    )
    assert {u.text for u in note.said if u.index in before_or_after(note.said)} >= {"저번에 간 데로 하시죠."}
    assert not [line for line in note.lines().values() if line.kind is LineKind.DECISION]


def test_no_topic_stands_bare() -> None:
    assert filled([0, 5, 9], [["a"], [], ["b"]], ()) == [(0, ["a"]), (9, ["b"])]
    assert filled([0, 5, 9], [[], ["a"], []], ()) == [(0, ["a"])]
    assert filled([0, 5, 9], [["a"], [], ["b"]], {5: "name"}) == [(0, ["a"]), (5, ["b"])]
    assert filled([0, 5], [[], []], ()) == []


MEETING = (
    "가: 오늘 안건은 두 가지입니다. 지난주 결제 장애 얘기하고 멤버십 앱 개편 이렇게 보겠습니다. 먼저 장애부터 보죠.",
    "나: 지난주 토요일에 결제 서버가 한 시간 동안 멈췄습니다. 원인은 결제 서버 인증서 만료였습니다.",
    "나: 그래서 매장 결제가 전부 실패했고 결제 대기열도 꽉 찼습니다.",
    "가: 네. 두 번째 멤버십 앱 개편.",
    "나: 멤버십 앱은 첫 화면에 쿠폰을 크게 보여 주려고 합니다. 쿠폰을 누르면 앱에서 바로 주문 화면으로 갑니다.",
    "나: 앱 개편 비용은 작년보다 두 배가 들었습니다.",
)


@pytest.fixture
def meeting(korean: Korean) -> Note:
    return talk(korean, *MEETING)


def test_topics_begin_where_they_are_announced_and_bear_the_name_of_the_agenda(meeting: Note) -> None:
    lines = meeting.lines()
    topics = {id_: line for id_, line in lines.items() if line.kind is LineKind.TOPIC}
    assert [line.text for line in topics.values()] == ["결제 장애", "멤버십 앱 개편"]
    assert {line.topic for line in lines.values() if line.kind is LineKind.BULLET} == set(topics)


SUBJECTS = [
    ("오늘은 과학과 철학의 경계에서 화두를 전하는 철학과 교수님과 함께합니다.", None),  # what the guest does
    ("오늘은 신제품을 판매하는 방법에 대해서 말씀드리겠습니다.", "신제품을 판매하는 방법"),
    ("오늘은 상반기 판매 성과를 설명드리겠습니다.", "상반기 판매 성과"),
]


@pytest.mark.parametrize(("said", "subject"), SUBJECTS, ids=[said for said, _ in SUBJECTS])
def test_what_a_guest_does_is_not_what_the_talk_is_about(said: str, subject: str | None, korean: Korean) -> None:
    found = agenda(talk(korean, f"가: {said}", "나: 네.").said)
    assert (found.written.text if found else None) == subject


NAMED = [
    ("요즘은 컨텍스트 윈도우가 짧아서 못 씁니다.", []),
    ("새 컴퓨터에는 윈도우를 설치했습니다.", ["윈도우"]),
    ("안드로이드 로봇이 나오는 영화입니다.", []),
]


@pytest.mark.parametrize(("said", "found"), NAMED, ids=[said for said, _ in NAMED])
def test_a_word_that_is_a_tools_name_too_is_one_where_it_is_used(said: str, found: list[str], korean: Korean) -> None:
    note = talk(korean, f"가: {said}", "나: 네.")
    named = named_in(note.said, Terms(()))
    known = {"윈도우": "Windows", "안드로이드": "Android"}
    assert [name for name, _ in tools(named, known)] == found


def test_no_half_of_a_word_and_no_person_is_named(korean: Korean) -> None:
    note = talk(korean, "가: 희수사원이 채포 시스템을 기본적으로 점검했습니다.", "나: 네.")
    texts = {phrase.text for phrase in named_in(note.said, Terms(()))[0].phrases}
    assert not {text for text in texts if text.startswith(("포", "희수")) or text == "기본"}


def test_a_text_that_tells_no_speakers_is_headed_by_a_sentence(korean: Korean) -> None:
    said = [
        "정산 화면 배포는 금요일 저녁에 하고 고객 문의는 담당자 두 명이 나누어서 받고 있습니다.",
        "정산 화면 배포가 늦어지면 고객 문의가 두 배로 늘어서 상담 인력이 많이 필요합니다.",
        "추석 당직 명단은 부서마다 다르고 추석 당직 수당은 작년과 같이 지급합니다.",
    ]
    lines = note_of("\n\n".join(said * 2), korean).lines().values()
    (headline,) = [line for line in lines if line.kind is LineKind.HEADLINE]
    assert any(headline.text.split()[0] in sentence for sentence in said)
    assert ", " not in headline.text
