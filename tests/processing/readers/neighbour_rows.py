"""One case for every text format near CLOVA's: the file, and the turns that it holds."""

from __future__ import annotations

import json

from clova_rows import HEAD, KNOWN, Row

LABELLED = (
    Row(
        "re-flowed by a person",
        "참석자 1: 시작하죠.\n참석자 2: 네.\n한 가지 더요.\n참석자 1: 좋습니다.\n",
        (("참석자 1", None, "시작하죠."), ("참석자 2", None, "네.\n한 가지 더요."), ("참석자 1", None, "좋습니다.")),
        format="label_lines",
    ),
    Row(
        "re-flowed, under CLOVA's head, names that recur",
        HEAD + "홍길동: 시작하죠.\n김철수 : 네.\n홍길동: 좋습니다.\n",
        (("홍길동", None, "시작하죠."), ("김철수", None, "네."), ("홍길동", None, "좋습니다.")),
        **KNOWN,
        format="label_lines",
    ),
    Row(
        "time in brackets, name, colon",
        "[00:01:02] 홍길동: 안녕하세요.\n[00:01:12] 김철수: 네, 비율은 3:1입니다.\n[00:02:00] 홍길동: 예.\n",
        (("홍길동", 62, "안녕하세요."), ("김철수", 72, "네, 비율은 3:1입니다."), ("홍길동", 120, "예.")),
        format="label_lines",
    ),
    Row(
        "name and time in brackets",
        "홍길동 (00:12)\n안녕하세요.\n\n김철수 (00:20)\n네. 어제 (12:30) 뵀죠.\n\n홍길동 (01:00:30)\n맞아요.\n",
        (("홍길동", 12, "안녕하세요."), ("김철수", 20, "네. 어제 (12:30) 뵀죠."), ("홍길동", 3630, "맞아요.")),
        format="label_lines",
    ),
    Row(
        "Daglo",
        "00:00 화자 1\n안녕하세요.\n\n00:12 화자 2\n네.\n",
        (("화자 1", 0, "안녕하세요."), ("화자 2", 12, "네.")),
        format="label_lines",
    ),
    Row(
        "times without padding",
        "0:00\n안녕하세요\n0:05\n오늘은\n1:02\n끝\n",
        ((None, 0, "안녕하세요"), (None, 5, "오늘은"), (None, 62, "끝")),
        format="label_lines",
    ),
    Row(
        "time in brackets without a name",
        "[00:00:01] 안녕하세요.\n[12:30] 모임이요.\n[00:00:07] 네.\n",
        ((None, 1, "안녕하세요.\n[12:30] 모임이요."), (None, 7, "네.")),
        format="label_lines",
    ),
)

MARKDOWN = (
    Row(
        "Google Meet and Gemini",
        "# 주간 회의\n\n참석자 명단\n\n## 스크립트\n\n### 00:00:40 {#00:00:40}\n\n**홍길동:** 안녕하세요\\!\n"
        "**김철수:** 1\\. 네\\.\n이어집니다\n\n### 00:05:00\n\n**홍길동:** 예\n\nTranscription ended after 00:31:12\n",
        (
            ("홍길동", 40, "안녕하세요\\!"),
            ("김철수", None, "1\\. 네\\.\n이어집니다"),
            ("홍길동", 300, "예"),
        ),
        "주간 회의",
        unread=("참석자 명단",),
        footers=("Transcription ended after 00:31:12",),
        format="markdown",
    ),
)

CAPTIONS = (
    Row(
        "YouTube captions",
        "안녕하세요 여러분 >> 네 반갑습니다 >> 시작하죠",
        ((None, None, "안녕하세요 여러분"), (None, None, "네 반갑습니다"), (None, None, "시작하죠")),
        format="captions",
    ),
    Row(
        "YouTube captions with entities",
        "&gt;&gt; 안녕 &amp; 반가워요 &gt;&gt; 네",
        ((None, None, "안녕 &amp; 반가워요"), (None, None, "네")),
        format="captions",
    ),
)

SUBTITLES = (
    Row(
        "srt, plain cues",
        "1\n00:00:01,000 --> 00:00:04,000\n안녕\n하세요\n\n2\n00:00:04,000 --> 00:00:05,500\n네.\n",
        ((None, 1, "안녕 하세요"), (None, 4, "네.")),
        format="srt",
    ),
    Row(
        "srt, names; a cue without one goes on",
        "1\n00:00:01,000 --> 00:00:04,000\n홍길동: 안녕\n\n2\n00:00:04,000 --> 00:00:05,000\n하세요\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\n김철수: 네\n\n4\n00:00:06,000 --> 00:00:07,000\n홍길동: 그럼\n",
        (("홍길동", 1, "안녕"), ("홍길동", 4, "하세요"), ("김철수", 5, "네"), ("홍길동", 6, "그럼")),
        format="srt",
    ),
    Row(
        "srt, overlapping and repeated cues",
        "1\n00:00:01,000 --> 00:00:04,000\n안녕하세요\n\n2\n00:00:02,000 --> 00:00:04,000\n안녕하세요\n\n"
        "3\n00:00:03,000 --> 00:00:06,000\n<i>다른</i> 말\n\n4\n00:00:07,000 --> 00:00:08,000\n네\n\n"
        "5\n00:00:09,000 --> 00:00:10,000\n네\n",
        ((None, 1, "안녕하세요"), (None, 3, "다른 말"), (None, 7, "네"), (None, 9, "네")),
        format="srt",
    ),
    Row(
        "srt, no numbers and no blank lines",
        "00:00:01,000 --> 00:00:04,000\n하나\n00:00:04,000 --> 00:00:05,000\n둘\n",
        ((None, 1, "하나"), (None, 4, "둘")),
        format="srt",
    ),
    Row(
        "srt, words beside the times",
        "1\n00:00:01,000 --> 00:00:04,000 안녕 하세요\n\n2\n00:00:04,000 --> 00:00:05,000 X1:40 X2:600\n네.\n",
        ((None, 1, "안녕 하세요"), (None, 4, "네.")),
        format="srt",
    ),
    Row(
        "srt, a number that is said, and a blank line in a cue, above the next time",
        "00:00:01,000 --> 00:00:04,000\n몇 년이죠?\n2026\n00:00:04,000 --> 00:00:05,000\n그때\n\n봤어요\n"
        "00:00:05,000 --> 00:00:06,000\n네.\n",
        ((None, 1, "몇 년이죠? 2026"), (None, 4, "그때 봤어요"), (None, 5, "네.")),
        format="srt",
    ),
    Row(
        "srt, numbered, with a blank line in a cue",
        "1\n00:00:01,000 --> 00:00:04,000\n안녕\n\n하세요\n00:00:04,000 --> 00:00:05,000\n네.\n\n3\n"
        "00:00:05,000 --> 00:00:06,000\n예.\n",
        ((None, 1, "안녕 하세요"), (None, 4, "네."), (None, 5, "예.")),
        format="srt",
    ),
    Row(
        "vtt, words in the header",
        "WEBVTT\nKind: captions\nLanguage: ko\n제목: 주간 회의\n\n00:01.000 --> 00:02.000\n네, 그럼요.\n",
        ((None, 1, "네, 그럼요."),),
        unread=("제목: 주간 회의",),
        format="vtt",
    ),
    Row(
        "vtt, Zoom",
        "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n홍길동: 안녕하세요.\n\n2\n00:00:05.000 --> 00:00:08.000\n"
        "김철수: 네.\n\n3\n00:00:08.000 --> 00:00:09.000\n홍길동: 시작하죠.\n",
        (("홍길동", 3, "안녕하세요."), ("김철수", 5, "네."), ("홍길동", 8, "시작하죠.")),
        format="vtt",
    ),
    Row(
        "vtt, Teams",
        "WEBVTT\n\nNOTE Confidence: 0.91\n\n3f2a/12-0\n00:00:03.120 --> 00:00:05.000\n<v 홍길동>안녕하세요.\n"
        "반갑습니다.</v>\n\n3f2a/13-0\n00:00:05.000 --> 00:00:08.000\n<v 김철수>R&amp;D팀입니다.</v>\n",
        (("홍길동", 3.12, "안녕하세요. 반갑습니다."), ("김철수", 5, "R&D팀입니다.")),
        format="vtt",
    ),
    Row(
        "vtt, two voices in one cue, styles, a person's comment",
        "WEBVTT - 회의\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 여기부터 중요\n\n01:00.000 --> 01:02.000 align:left\n"
        "<v.loud 홍길동>네?</v>\n<v 김철수>아뇨.</v>\n",
        (("홍길동", 60, "네?"), ("김철수", 60, "아뇨.")),
        unread=("회의", "여기부터 중요"),
        format="vtt",
    ),
    Row(
        "vtt, a cue without a voice is nobody's",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 홍길동>네?</v>\n\n00:03.000 --> 00:04.000\n(박수)\n",
        (("홍길동", 1, "네?"), (None, 3, "(박수)")),
        format="vtt",
    ),
    Row(
        "vtt, rolling captions",
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n \n첫<00:00:00.500><c> 줄</c>\n\n00:00:02.000 --> 00:00:02.010\n첫 줄\n \n\n"
        "00:00:02.010 --> 00:00:04.000\n첫 줄\n둘째<c> 줄</c>\n\n00:00:04.000 --> 00:00:04.010\n둘째 줄\n \n\n"
        "00:00:04.010 --> 00:00:06.000\n둘째 줄\n셋째 줄\n",
        ((None, 0, "첫 줄"), (None, 2.01, "둘째 줄"), (None, 4.01, "셋째 줄")),
        format="vtt",
    ),
)

_SEGMENTS = {
    "result": "COMPLETED",
    "segments": [
        {"start": 0, "end": 1200, "text": "안영하세요", "textEdited": "안녕하세요", "words": [[0, 900, "안영하세요"]],
         "speaker": {"label": "1", "name": "A"}},
        {"start": 61500, "end": 62000, "text": "네.", "textEdited": "", "speaker": {"label": "2", "name": ""}},
        {"start": 63000, "end": 64000, "text": "하나\n둘"},
    ],
    "text": "안영하세요 네. 하나 둘",
}  # fmt: skip
SPEECH = (
    Row(
        "CLOVA Speech JSON",
        json.dumps(_SEGMENTS, ensure_ascii=False, indent=2),
        (("A", 0, "안녕하세요"), ("2", 61.5, "네."), (None, 63, "하나 둘")),
        format="clova_json",
    ),
)

TABLES = (
    Row(
        "cells pasted from a spreadsheet",
        "시간\t참석자\t내용\n00:00\t참석자 1\t시작하죠.\n00:03\t참석자 2\t네.\n",
        (("참석자 1", 0, "시작하죠."), ("참석자 2", 3, "네.")),
        format="table",
    ),
)

OTHER = (
    Row("a letter", "안녕하세요.\n\n회의는 내일입니다.\n", ((None, None, "안녕하세요.\n\n회의는 내일입니다."),), format="text"),
    Row(
        "a quoted mail is no caption",
        "> 회의 언제죠?\n>> 내일입니다.\n네.\n",
        ((None, None, "> 회의 언제죠?\n>> 내일입니다.\n네."),),
        format="text",
    ),
)  # fmt: skip

SAME_LINES = LABELLED + MARKDOWN + CAPTIONS + TABLES + OTHER
LINE_A_CUE = SUBTITLES + SPEECH
