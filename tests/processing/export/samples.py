"""One edited note for all exports: a meeting with edits, names, hand-written lines and one withheld turn."""

from __future__ import annotations

from dataclasses import replace

from processing.minutes import Minutes, minutes_of
from processing.note import EditKind, Line, LineKind, Speaker, State
from processing.source import Source
from tests.builders import edit_of, line_of, place_of, source_of, state_of

MEETING = source_of(
    ("참석자 1", 0, "안녕하세요. 이번 주 안건은 레그 도입입니다. 레그를 고객 상담에 쓰려고 합니다."),
    ("참석자 2", 42, "비용이 문제입니다. 한 달에 삼백만 원이 듭니다."),
    ("참석자 1", 95, "그러면 사월까지는 시험으로만 하기로 하죠. 보고서는 민수 씨가 이번 주 금요일까지 써 주세요."),
    ("참석자 3", 133, "제 연봉 이야기는 기록하지 말아 주세요. 비밀번호는 고양이칠이라고 해 두었습니다."),
    ("참석자 2", 171, "고객 동의는 어떻게 받습니까? 아직 정한 것이 없습니다."),
    ("참석자 1", 3725, "그건 다음에 정합시다. 랭체인 문서를 읽어 보세요."),
)


def meeting_state(source: Source = MEETING) -> State:
    """The sample's state as a person has left it."""
    state = state_of(
        source,
        edit_of(source, "레그 ", "RAG "),
        edit_of(source, "레그를", "RAG를"),
        edit_of(source, "사월까지는", "4월까지는", kind=EditKind.MANUAL, source="user", by="person", reason=""),
        edit_of(source, "고양이칠이라고", "고양이7이라고", kind=EditKind.MANUAL, source="user", by="person"),
        *_lines(source),
        withheld={
            "w1": place_of(source, "제 연봉 이야기는 기록하지 말아 주세요. 비밀번호는 고양이칠이라고 해 두었습니다.")
        },
        info={
            "title": "상담 자동화 주간 회의",
            "date": "2026-04-28",
            "start": "20:02",
            "end": "21:04",
            "place": "3층 회의실",
            "author": "이서연",
            "attendees": ("김민수 팀장", "박지훈", "이서연"),
            "absentees": ("최유리",),
            "agenda": ("RAG 도입", "비용"),
            "next_meeting": "2026. 5. 5.(화) 20:00",
        },
    )
    speakers = dict(state.speakers)
    speakers["s1"] = replace(speakers["s1"], name="김민수")
    speakers["s2"] = Speaker("참석자 2", "박지훈", "개발")
    return replace(state, speakers=speakers)


def _lines(source: Source) -> list[Line]:
    said = {
        "goal": "레그를 고객 상담에 쓰려고 합니다.",
        "cost": "한 달에 삼백만 원이 듭니다.",
        "trial": "사월까지는 시험으로만 하기로 하죠.",
        "task": "보고서는 민수 씨가 이번 주 금요일까지 써 주세요.",
        "secret": "비밀번호는 고양이칠이라고 해 두었습니다.",
        "ask": "고객 동의는 어떻게 받습니까?",
        "open": "아직 정한 것이 없습니다.",
        "advice": "랭체인 문서를 읽어 보세요.",
    }
    return [
        line_of(source, LineKind.HEADLINE, "레그를 4월까지 시험으로 도입하기로 함", said["trial"], said["goal"]),
        line_of(source, LineKind.SUMMARY, "레그를 고객 상담에 쓰려 함", said["goal"], order=1),
        line_of(
            source, LineKind.SUMMARY, "참석자 2가 한 달 비용 삼백만 원을 알림", said["cost"], order=2, needs_check=True
        ),
        line_of(source, LineKind.SUMMARY, "비밀번호를 정함", said["secret"], order=3),
        line_of(source, LineKind.TOPIC, "도입 범위", said["goal"], order=1),
        line_of(source, LineKind.BULLET, "고객 상담에 먼저 씀", said["goal"], topic="l5", order=1),
        line_of(
            source, LineKind.BULLET, "한 달에 삼백만 원이 듭니다", said["cost"], topic="l5", order=2, is_quoted=True
        ),
        line_of(source, LineKind.DECISION, "4월까지 시험으로만 운영함", said["trial"]),
        Line(LineKind.DECISION, "정식 도입은 임원 회의에서 정함", "person", order=2),
        line_of(
            source,
            LineKind.ACTION,
            "보고서 작성",
            said["task"],
            owner="참석자 1",
            due_text="이번 주 금요일",
            due_date="2026-05-01",
            status="할 일",
        ),
        Line(LineKind.ACTION, "=cmd|'/c calc'!A1 점검", "person", order=2, status="완료"),
        line_of(source, LineKind.ACTION, "비밀번호 바꾸기", said["secret"], order=3, owner="참석자 3"),
        line_of(
            source,
            LineKind.QUESTION,
            "고객 동의는 어떻게 받는가?",
            said["ask"],
            said["open"],
            answer="아직 정하지 않음",
        ),
        line_of(source, LineKind.OPEN_POINT, "고객 동의를 받는 방법", said["open"]),
        line_of(source, LineKind.SUGGESTION, "랭체인 문서 읽기", said["advice"]),
        line_of(source, LineKind.TOOL, "랭체인", said["advice"]),
        line_of(source, LineKind.KEYWORD, "RAG", said["goal"], score=0.8),
        line_of(source, LineKind.KEYWORD, "고객 상담", said["goal"], score=0.6, order=1),
    ]


def meeting() -> Minutes:
    """The sample as it is exported."""
    return minutes_of(MEETING, meeting_state())
