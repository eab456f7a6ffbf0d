"""Files as people have them after copying, pasting and exporting once more, and the turns that each holds."""

from __future__ import annotations

import json
from datetime import datetime

from clova_rows import HEAD, KNOWN, Row

CLOVA = (
    Row(
        "a dot that CP949 does not have became a question mark",
        HEAD.replace("・", "?") + "참석자 1 00:00\n네, 시작하죠.\n",
        (("참석자 1", 0, "네, 시작하죠."),),
        **KNOWN,
    ),
    Row(
        "names and words on one line, a name that stands once",
        "이서연 00:00 시작할게요.\n김민수 00:05 네.\n이서연 00:15 그럼 첫 안건입니다.\n",
        (("이서연", 0, "시작할게요."), ("김민수", 5, "네."), ("이서연", 15, "그럼 첫 안건입니다.")),
    ),
    Row(
        "the web page copied from amid the talk: words are no title",
        "그건 아니에요.그래서 다시 봤죠\n참석자1 00:21\n네.그럼 다음이요\n참석자2 00:30\n예.\n",
        (("참석자1", 21, "네.그럼 다음이요"), ("참석자2", 30, "예.")),
        unread=("그건 아니에요.그래서 다시 봤죠",),
    ),
    Row(
        "the web page copied: name, time and words on lines of their own",
        "참석자 1\n00:00\n지난주 결과예요.그리고 예산도요.\n참석자 2\n00:21\n네.\n이서연\n00:30\n마칠게요.\n",
        (
            ("참석자 1", 0, "지난주 결과예요.그리고 예산도요."),
            ("참석자 2", 21, "네."),
            ("이서연", 30, "마칠게요."),
        ),
    ),
    Row(
        "labels off, a line typed by the user, answers of one word",
        HEAD.rstrip() + "\n메모\n\n\n00:00\n네\n\n00:04\n좋아요\n\n00:09\n그럼 시작\n\n00:15\n예\n",
        ((None, 0, "네"), (None, 4, "좋아요"), (None, 9, "그럼 시작"), (None, 15, "예")),
        **KNOWN,
        unread=("메모",),
    ),
    Row(
        "two printed pages with bare numbers",
        HEAD + "참석자 1 00:00\n모델을 최적화시\n키고 나서요.\n\n1\n\n주간 회의\n참석자 2 00:31\n2주요.\n\n2\n",
        (("참석자 1", 0, "모델을 최적화시\n키고 나서요."), ("참석자 2", 31, "2주요.")),
        **KNOWN,
        footers=("1", "주간 회의", "2"),
    ),
    Row(
        "CLOVA's text sent in a message of KakaoTalk",
        "[이서연] [오후 2:05] " + HEAD + "참석자 1 00:00\n네, 시작하죠.\n",
        (("참석자 1", 0, "네, 시작하죠."),),
        **KNOWN,
    ),
    Row(
        "Zoom: names in brackets",
        "[김민수] 00:05:12\n시작할까요?\n\n[Jane Park] 00:05:20\nSure.\n\n[김민수] 00:05:29\n첫 안건입니다.\n",
        (("김민수", 312, "시작할까요?"), ("Jane Park", 320, "Sure."), ("김민수", 329, "첫 안건입니다.")),
    ),
)

NEIGHBOURS = (
    Row(
        "Daglo, a name that stands once",
        "00:00 화자 1\n안녕하세요.\n00:12 김민수\n반갑습니다.\n00:15 화자 1\n네.\n",
        (("화자 1", 0, "안녕하세요."), ("김민수", 12, "반갑습니다."), ("화자 1", 15, "네.")),
        format="label_lines",
    ),
    Row(
        "times before short words are no names",
        "0:12 안녕하세요 여러분\n0:15 네\n0:17 오늘은 요리\n0:20 네\n",
        ((None, 12, "안녕하세요 여러분"), (None, 15, "네"), (None, 17, "오늘은 요리"), (None, 20, "네")),
        format="label_lines",
    ),
    Row(
        "time in brackets, names that stand once",
        "(00:12) 김민수 : 네\n(00:20) 이서연 : 예\n",
        (("김민수", 12, "네"), ("이서연", 20, "예")),
        format="label_lines",
    ),
    Row(
        "Teams: name and a time without padding, beyond ten minutes too",
        "김 민수   0:03\n그럼 시작하겠습니다.\n박 제인   0:09\n네, 회의는 3:00\n김 민수   10:12\n끝입니다.\n",
        (("김 민수", 3, "그럼 시작하겠습니다."), ("박 제인", 9, "네, 회의는 3:00"), ("김 민수", 612, "끝입니다.")),
        format="label_lines",
    ),
    Row(
        "Google's document: a time over several names",
        "주간 회의 - 스크립트\n00:00:00\n\n김민수: 시작할까요?\nJane Park: Sure!\n김민수: 네.\n00:05:10\n\nJane Park: 첫 안건.\n",
        (
            ("김민수", 0, "시작할까요?"),
            ("Jane Park", None, "Sure!"),
            ("김민수", None, "네."),
            ("Jane Park", 310, "첫 안건."),
        ),
        title="주간 회의 - 스크립트",
        format="label_lines",
    ),
    Row(
        "labels in brackets",
        "[참석자 1] 시작하죠.\n[참석자 2]\n네.\n[참석자 1] 끝.\n",
        (("참석자 1", None, "시작하죠."), ("참석자 2", None, "네."), ("참석자 1", None, "끝.")),
        format="label_lines",
    ),
    Row(
        "KakaoTalk's chat of a PC",
        "회의방 님과 카카오톡 대화\n저장한 날짜 : 2026-11-03 14:20:11\n\n"
        "--------------- 2026년 11월 3일 화요일 ---------------\n[이서연] [오후 2:05] 올립니다\n"
        "[김민수] [오후 2:07] 네 감사합니다\n확인할게요\n--------------- 2026년 11월 4일 수요일 ---------------\n"
        "[이서연] [오전 9:10] 넵\n",
        (("이서연", None, "올립니다"), ("김민수", None, "네 감사합니다\n확인할게요"), ("이서연", None, "넵")),
        "회의방",
        datetime(2026, 11, 3, 14, 5),
        footers=("--------------- 2026년 11월 4일 수요일 ---------------",),
        format="kakao",
    ),
    Row(
        "KakaoTalk's chat of a phone",
        "2026년 11월 3일 오후 2:05, 이서연 : 올립니다\n2026년 11월 3일 오후 2:06, 박지훈님이 들어왔습니다.\n"
        "2026년 11월 3일 오후 2:07, 김민수 : 네\n",
        (("이서연", None, "올립니다"), ("김민수", None, "네")),
        None,
        datetime(2026, 11, 3, 14, 5),
        unread=("2026년 11월 3일 오후 2:06, 박지훈님이 들어왔습니다.",),
        format="kakao",
    ),
)

_CHAT = "[김민수] [오후 2:05] 안녕하세요\n[이서연] [오후 2:06] 네\n"
_SPOKEN = "카톡이에요.\n[김민수] [오후 2:05] 안녕하세요\n[이서연] [오후 2:06] 네"
QUOTED_CHATS = (
    *(
        Row(
            f"two messages of a chat quoted in a talk, {form}",
            text.format(chat=_CHAT),
            ((labels[0], times[0], _SPOKEN), (labels[1], times[1], "그렇군요.")),
            format=form,
        )
        for form, text, labels, times in (
            (
                "clova_text",
                "참석자 1 00:00\n카톡이에요.\n{chat}\n참석자 2 00:40\n그렇군요.\n",
                ("참석자 1", "참석자 2"),
                (0, 40),
            ),
            (
                "label_lines",
                "참석자 1: 카톡이에요.\n{chat}참석자 2: 그렇군요.\n",
                ("참석자 1", "참석자 2"),
                (None, None),
            ),
            ("label_lines", "00:05 카톡이에요.\n{chat}00:40 그렇군요.\n", (None, None), (5, 40)),
            ("markdown", "**김민수:** 카톡이에요.\n{chat}**이서연:** 그렇군요.\n", ("김민수", "이서연"), (None, None)),
        )
    ),
    Row(
        "two messages of a chat at the head of a talk",
        _CHAT + "참석자 1 00:00\n카톡이에요.\n\n참석자 2 00:40\n그렇군요.\n",
        (("참석자 1", 0, "카톡이에요."), ("참석자 2", 40, "그렇군요.")),
        unread=tuple(_CHAT.split("\n")[:2]),
    ),
    Row(
        "two messages of a chat quoted in a diary",
        "비가 왔다.\n바람도 불었다.\n" + _CHAT + "그래서 집에 있었다.\n",
        ((None, None, "비가 왔다.\n바람도 불었다.\n" + _CHAT + "그래서 집에 있었다."),),
        format="text",
    ),
    Row(
        "a chat of people with brackets in their names",
        "[김민수[개발]] [오후 2:05] 안녕하세요\n[이서연] [오후 2:06] 네\n[김민수[개발]] [오후 2:07] 넵\n",
        (("김민수[개발]", None, "안녕하세요"), ("이서연", None, "네"), ("김민수[개발]", None, "넵")),
        format="kakao",
    ),
    Row(
        "a chat copied from the middle of a message",
        "그래서요\n" + _CHAT + "확인할게요\n[김민수] [오후 2:07] 넵\n",
        (("김민수", None, "안녕하세요"), ("이서연", None, "네\n확인할게요"), ("김민수", None, "넵")),
        unread=("그래서요",),
        format="kakao",
    ),
)

SAID_TIMES = (
    Row(
        "times that are said alone are no times of turns",
        "참석자 1: 몇 시에요?\n참석자 2:\n3:00\n참석자 1: 그때 봐요.\n3:30\n참석자 2: 네.\n",
        (
            ("참석자 1", None, "몇 시에요?"),
            ("참석자 2", None, "3:00"),
            ("참석자 1", None, "그때 봐요.\n3:30"),
            ("참석자 2", None, "네."),
        ),
        format="label_lines",
    ),
    Row(
        "times before answers and nouns over words",
        "00:12 네\n안녕하세요 여러분\n\n00:20 회의\n시작하겠습니다\n\n00:30 그래요\n좋습니다\n",
        ((None, 12, "네\n안녕하세요 여러분"), (None, 20, "회의\n시작하겠습니다"), (None, 30, "그래요\n좋습니다")),
        format="label_lines",
    ),
    Row(
        "a list of chapters",
        "00:00 인트로\n소개합니다.\n00:45 재료\n준비해요.\n02:00 만들기\n볶아요.\n",
        ((None, 0, "인트로\n소개합니다."), (None, 45, "재료\n준비해요."), (None, 120, "만들기\n볶아요.")),
        format="label_lines",
    ),
    *(
        Row(f"a timetable: {text[:8]}", text, ((None, None, text),), format="text")
        for text in (
            "개회 10:00 대표 인사\n휴식 10:30 커피\n발표 11:00 팀별",
            "안건은 10:00 시작\n김민수 10:05 보고\n이서연 10:10 질의",
            "뉴스 9:00\n뉴스 9:30\n뉴스 9:50",
            "서울역 8:10\n용산역 8:20\n서울역 8:30\n용산역 8:40",
        )
    ),
    *(
        Row(name, text, (("김민수", 3, "안녕하세요"), ("이서연", 12, "네")), format="label_lines")
        for name, text in (
            ("two whole names, each once before a time", "김민수 0:03\n안녕하세요\n이서연 0:12\n네\n"),
            ("two whole names, each once after a time", "00:03 김민수\n안녕하세요\n00:12 이서연\n네\n"),
        )
    ),
    Row(
        "given names, each once after a time",
        "00:03 민수\n안녕하세요\n00:12 지영\n네\n00:20 하준\n저도요\n",
        (("민수", 3, "안녕하세요"), ("지영", 12, "네"), ("하준", 20, "저도요")),
        format="label_lines",
    ),
    Row(
        "parts of a day, places and words that are made like names",
        "00:03 오전\n산책\n00:12 제주\n바다\n00:20 여기\n저녁\n",
        ((None, 3, "오전\n산책"), (None, 12, "제주\n바다"), (None, 20, "여기\n저녁")),
        format="label_lines",
    ),
)


def _speech(name: str, found: object, *turns: tuple[str | None, float | None, str]) -> Row:
    return Row(name, json.dumps(found, ensure_ascii=False), turns, format="clova_json")


_ONE, _TWO = {"start": 0, "end": 2000, "text": "안녕하세요"}, {"start": 2100, "end": 3000, "text": "네"}
SPEECH = (
    _speech(
        "speakers told by diarization only",
        {"segments": [_ONE | {"diarization": {"label": "1"}}, _TWO | {"diarization": {"label": "2"}}]},
        ("1", 0, "안녕하세요"),
        ("2", 2.1, "네"),
    ),
    _speech(
        "names listed apart",
        {
            "segments": [_ONE | {"speaker": {"label": "1"}}, _TWO | {"diarization": {"label": "2"}}],
            "speakers": [{"label": "1", "name": "이서연", "edited": True}, {"label": "2", "name": ""}],
        },
        ("이서연", 0, "안녕하세요"),
        ("2", 2.1, "네"),
    ),
    _speech(
        "words only",
        {"segments": [{"start": 0, "end": 2000, "words": [[0, 500, "안녕하세요"], [600, 2000, "여러분"]]}]},
        (None, 0, "안녕하세요 여러분"),
    ),
    _speech(
        "times beyond any float and any talk",
        {"segments": [_ONE | {"start": 10**400, "end": 10**400}, _TWO | {"end": -1}]},
        (None, None, "안녕하세요"),
        (None, 2.1, "네"),
    ),
    _speech("text only", {"result": "COMPLETED", "text": "안녕하세요 여러분"}, (None, None, "안녕하세요 여러분")),
    _speech("wrapped once more", {"data": {"segments": [_ONE, _TWO]}}, (None, 0, "안녕하세요"), (None, 2.1, "네")),
    _speech(
        "seconds with a fraction",
        {"segments": [{"start": 0.0, "end": 2.5, "text": " 안녕"}, {"start": 2.5, "end": 3.0, "text": " 네"}]},
        (None, 0, "안녕"),
        (None, 2.5, "네"),
    ),
)
_CUE = "{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{said}\n\n"
_SAID = ("안녕하세요", "네", "이 건은 그럼요")


def _cues(name: str, labels: tuple[str | None, ...], said: tuple[str, ...], cues: tuple[str, ...]) -> Row:
    turns = tuple((label, n, words) for n, (label, words) in enumerate(zip(labels, said, strict=True), start=1))
    text = "".join(_CUE.format(n=n, said=cue) for n, cue in enumerate(cues, start=1))
    return Row(f"subtitles, {name}", text, turns, format="srt")


_LABELS = ("참석자 1", "참석자 2", "참석자 2")
CUES = (
    _cues("a label over the words", _LABELS, _SAID, ("참석자 1\n안녕하세요", "참석자 2\n네", _SAID[2])),
    _cues("a label in brackets", _LABELS, _SAID, ("[참석자 1] 안녕하세요", "[참석자 2] 네", _SAID[2])),
    _cues("labels before the words", _LABELS, _SAID, ("참석자 1 안녕하세요", "참석자 2 네", "참석자 2 이 건은 그럼요")),
    *(
        _cues(f"{said[-1]} is said", labels, tuple(words.split(": ")[-1] for words in said), said)
        for labels, said in (
            ((None, None, None), ("오늘 행사에는", "참가자 30 명이 왔고요", "참가자 50 명이 갔어요")),
            ((None, None), ("화자 1 은 사람이고", "화자 2 는 기계인데요")),
            ((None, None), ("Participants 12 were excluded", "Participants 13 stayed")),
            (("김민수", "이서연", "김민수"), ("김민수: 네", "이서연: 참가자 30 명", "김민수: 참가자 50 명")),
        )
    ),
    _cues(
        "people counted over two lines",
        (None, None),
        ("참가자 30 명이 왔고요", "참가자 50 명이 갔어요"),
        ("참가자 30\n명이 왔고요", "참가자 50\n명이 갔어요"),
    ),
)

SAME_LINES = NEIGHBOURS + QUOTED_CHATS + SAID_TIMES
LINE_A_CUE = SPEECH + CUES
