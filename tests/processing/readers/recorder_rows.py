"""Texts of recorder apps and speech recognisers: a time over a label, ranges of times, labels of every kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from clova_rows import Row, Turn

_SAID = (
    "오늘 안건은 세 가지입니다.\n먼저 예산입니다.",
    "네, 자료를 보시죠.",
    "좋습니다. 시작할게요.",
    "다음 주에 정리하겠습니다.",
)
_TIMES = ("00:00:03", "00:00:12", "00:01:05", "01:01:40")
_SECONDS = (3, 12, 65, 3700)
LABELS: dict[str, tuple[str, str]] = {
    "화자 1": ("화자 1", "화자 2"),
    "Speaker 1": ("Speaker 1", "Speaker 2"),
    "SPEAKER_00": ("SPEAKER_00", "SPEAKER_01"),
    "Speaker A": ("Speaker A", "Speaker B"),
    "발화자 2": ("발화자 2", "발화자 3"),
    "화자1": ("화자1", "화자2"),
    "names": ("김민수", "이영희"),
    "titles": ("김민수 팀장", "이영희 대리"),
    "titles in brackets": ("김민수(팀장)", "이영희(대리)"),
    "Latin names": ("Jane Park", "Tom Lee"),
}
SHAPES: dict[str, tuple[str, str]] = {
    "a time over a label": ("time_above", "{time}\n{label}\n{said}\n"),
    "a time over a label, a blank line after the words": ("time_above", "{time}\n{label}\n{said}\n\n"),
    "a time over a label, blank lines everywhere": ("time_above", "{time}\n\n{label}\n\n{said}\n\n"),
    "a time in brackets over a label with a colon": ("time_above", "[{time}]\n{label}:\n{said}\n"),
    "a time beside a label in brackets": ("label_lines", "{time} [{label}]\n{said}\n\n"),
    "a time in brackets beside a label": ("label_lines", "[{time}] {label}\n{said}\n"),
    "a label in brackets before a colon": ("label_lines", "{time} [{label}]: {said}\n"),
}


def _turns(labels: Sequence[str | None]) -> tuple[Turn, ...]:
    return tuple(zip(labels, _SECONDS, _SAID, strict=True))


def _text(shape: str, labels: Sequence[str]) -> str:
    rows = zip(_TIMES, labels, _SAID, strict=True)
    return "".join(shape.format(time=time, label=label, said=said) for time, label, said in rows)


GRID = tuple(
    Row(f"{shape}: {kind}", _text(form, (a, b, a, b)), _turns((a, b, a, b)), format=reader)
    for shape, (reader, form) in SHAPES.items()
    for kind, (a, b) in LABELS.items()
)

TIME_ABOVE = (
    Row(
        "a label that stands once among others",
        _text("{time}\n{label}\n{said}\n", ("Speaker 1", "Jane", "Speaker 2", "Speaker 1")),
        _turns(("Speaker 1", "Jane", "Speaker 2", "Speaker 1")),
        format="time_above",
    ),
    Row(
        "one speaker only",
        "00:03\n화자 1\n혼자 말합니다.\n둘째 줄입니다.\n",
        (("화자 1", 3, "혼자 말합니다.\n둘째 줄입니다."),),
        format="time_above",
    ),
    Row(
        "a title and a date above the first time",
        "녹음 3\n2026.05.01 금 오전 10:00\n\n00:00\n화자 1\n하나.\n\n00:30\n화자 2\n둘.\n그때는\n12:30\n그때요.\n",
        (("화자 1", 0, "하나."), ("화자 2", 30, "둘.\n그때는\n12:30\n그때요.")),
        "녹음 3",
        datetime(2026, 5, 1, 10, 0),
        format="time_above",
    ),
    Row(
        "a speaker whom the program does not know",
        _text("{time}\n{label}\n{said}\n", ("Speaker 1", "알 수 없음", "Unknown Speaker", "Speaker 1")),
        _turns(("Speaker 1", None, None, "Speaker 1")),
        format="time_above",
    ),
)

RANGES = (
    Row(
        "a range over a label",
        "00:00:01 - 00:00:05\n김민수\n하나.\n00:00:07 - 00:00:09\nJane\n둘.\n00:00:12 - 00:00:20\n김민수\n셋.\n",
        (("김민수", 1, "하나."), ("Jane", 7, "둘."), ("김민수", 12, "셋.")),
        format="time_above",
    ),
    Row(
        "a range after a label",
        "화자 1 00:00:01 ~ 00:00:05\n하나.\n\n화자 2 00:00:07 ~ 00:00:09\n둘.\n",
        (("화자 1", 1, "하나."), ("화자 2", 7, "둘.")),
        format="label_lines",
    ),
    Row(
        "a range before a label",
        "00:00:01.250 - 00:00:05.100 화자 1\n하나.\n00:00:07.000 - 00:00:09.900 화자 2\n둘.\n",
        (("화자 1", 1, "하나."), ("화자 2", 7, "둘.")),
        format="label_lines",
    ),
    Row(
        "a range alone",
        "00:01 - 00:05\n하나.\n\n00:07 - 00:09\n둘.\n",
        ((None, 1, "하나."), (None, 7, "둘.")),
        format="label_lines",
    ),
)

LABELLED = (
    Row(
        "an unknown speaker is no person",
        "SPEAKER_01: 네 맞습니다\n알 수 없음: 확인하고\nSPEAKER_01: 그래서 얘를\n",
        (("SPEAKER_01", None, "네 맞습니다"), (None, None, "확인하고"), ("SPEAKER_01", None, "그래서 얘를")),
        format="label_lines",
    ),
    Row(
        "names in brackets before words",
        "[김민수] 시작하죠.\n[이영희(대리)] 네.\n[김민수] 끝.\n",
        (("김민수", None, "시작하죠."), ("이영희(대리)", None, "네."), ("김민수", None, "끝.")),
        format="label_lines",
    ),
    Row(
        "names on lines of their own, no blank lines",
        "김민수\n시작하죠.\n이영희 대리\n네.\n저도요.\n김민수\n좋습니다.\n이영희 대리\n끝.\n",
        (
            ("김민수", None, "시작하죠."),
            ("이영희 대리", None, "네.\n저도요."),
            ("김민수", None, "좋습니다."),
            ("이영희 대리", None, "끝."),
        ),
    ),
    Row(
        "a name over a time on a line of its own, the first too",
        "김민수\n00:03\n시작하죠.\n이영희\n00:12\n네.\n김민수\n01:05\n좋습니다.\n이영희\n01:40\n끝.\n",
        (("김민수", 3, "시작하죠."), ("이영희", 12, "네."), ("김민수", 65, "좋습니다."), ("이영희", 100, "끝.")),
    ),
    *(
        Row(
            f"a label that stands once, no blank line before it: {name}",
            f"참석자 1 00:00\n시작하죠.\n참석자 2 00:04\n네.\n{name} 00:12\n저는 찬성이에요.\n참석자 1 00:20\n좋아요.\n",
            (
                ("참석자 1", 0, "시작하죠."),
                ("참석자 2", 4, "네."),
                (name, 12, "저는 찬성이에요."),
                ("참석자 1", 20, "좋아요."),
            ),
        )
        for name in ("Yuna", "Jane Park", "김유나", "박 과장")
    ),
)

MUST_NOT = (
    Row(
        "departures that are read out are no headers",
        "참석자 1 00:00\n몇 시죠?\n참석자 2 00:04\n기차는\nKTX 00:12\n부산행 00:15\n그렇죠\n참석자 1 00:20\n좋아요.\n",
        (
            ("참석자 1", 0, "몇 시죠?"),
            ("참석자 2", 4, "기차는\nKTX 00:12\n부산행 00:15\n그렇죠"),
            ("참석자 1", 20, "좋아요."),
        ),
    ),
    Row(
        "a time that is said over a name",
        "참석자 1 00:00\n회의는\n10:30\n김민수\n둘 다요.\n\n참석자 2 00:40\n네.\n",
        (("참석자 1", 0, "회의는\n10:30\n김민수\n둘 다요."), ("참석자 2", 40, "네.")),
    ),
    Row(
        "times alone over answers that recur",
        "00:03\n네 그렇죠\n오늘은\n00:05\n아 네\n그런데\n00:09\n아 네\n또\n",
        ((None, 3, "네 그렇죠\n오늘은"), (None, 5, "아 네\n그런데"), (None, 9, "아 네\n또")),
    ),
    Row(
        "sections in brackets are no speakers",
        "[안건] 예산\n[결정] 보류\n[안건] 일정\n[결정] 다음 주\n",
        ((None, None, "[안건] 예산\n[결정] 보류\n[안건] 일정\n[결정] 다음 주"),),
        format="text",
    ),
    Row(
        "an unknown thing is no label",
        "참석자 1: 원인은 알 수 없음: 그렇게 적죠.\n참석자 2: 네.\n",
        (("참석자 1", None, "원인은 알 수 없음: 그렇게 적죠."), ("참석자 2", None, "네.")),
        format="label_lines",
    ),
)

CLOVA = (*(row for row in (*LABELLED, *MUST_NOT) if row.format == "clova_text"),)
SAME_LINES = (*GRID, *TIME_ABOVE, *RANGES, *(row for row in (*LABELLED, *MUST_NOT) if row.format != "clova_text"))
