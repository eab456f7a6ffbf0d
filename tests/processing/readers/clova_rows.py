"""One case for every row of what is known about transcript files: the file, and the turns that it holds.

The words are ours. A turn is (label, start in seconds, text); `unread` are the lines that the reader must show as not
understood, `footers` and `fields` the stretches that are neither words nor headers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Turn = tuple[str | None, float | None, str]


@dataclass(frozen=True)
class Row:
    """A file as it may be dropped, and what must come out of it."""

    name: str
    text: str
    turns: tuple[Turn, ...]
    title: str | None = None
    recorded_at: datetime | None = None
    duration_s: float | None = None
    owner: str | None = None
    unread: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    format: str = "clova_text"


WHEN = datetime(2026, 4, 28, 20, 2)
HEAD = "주간 회의\n2026.04.28 화 오후 8:02 ・ 75분 53초\n홍길동\n\n\n"
KNOWN = {"title": "주간 회의", "recorded_at": WHEN, "duration_s": 4553.0, "owner": "홍길동"}
FOOT = "\n\nclovanote.naver.com"
FOOTERS = ("clovanote.naver.com",)
BODY = "참석자 1 00:00\n예산안을 먼저 보겠습니다. \n다음 줄도 같은 발화입니다.\n\n참석자 2 00:03\n네.\n"
BODY_TURNS: tuple[Turn, ...] = (
    ("참석자 1", 0, "예산안을 먼저 보겠습니다. \n다음 줄도 같은 발화입니다."),
    ("참석자 2", 3, "네."),
)


def _header(name: str, line: str, when: datetime, seconds: float | None) -> Row:
    text = f"새로운 노트\n{line}\n홍길동\n\n\n{BODY}{FOOT}"
    return Row(name, text, BODY_TURNS, "새로운 노트", when, seconds, "홍길동", footers=FOOTERS)


def _turn(name: str, header: str, label: str | None, seconds: float | None = 3) -> Row:
    return Row(
        f"label: {name}",
        f"참석자 1 00:00\n시작합시다.\n\n{header}\n네, 좋습니다.\n\n참석자 1 01:05\n그럼 첫 안건입니다.\n",
        (("참석자 1", 0, "시작합시다."), (label, seconds, "네, 좋습니다."), ("참석자 1", 65, "그럼 첫 안건입니다.")),
    )


SAID = ("회의를 시작하겠습니다.", "네, 자료 먼저 보시죠.\n둘째 쪽입니다.", "좋습니다.")


def _switches(times: bool, labels: bool, highlights: bool) -> Row:
    """CLOVA's three switches; what 하이라이트 prints is not known, so a line that says so is kept and shown."""
    turns: list[Turn] = []
    parts: list[str] = []
    for n, said in enumerate(SAID):
        label, seconds = (f"참석자 {n % 2 + 1}" if labels else None), (float(n * 61) if times else None)
        clock = f"{n:02}:{n:02}" if times else ""
        parts.append(f"{label or ''} {clock}".strip() + "\n" + said + "\n")
        turns.append((label, seconds, said))
    if not times and not labels:
        parts = [said + "\n" for said in SAID]
        turns = [(None, None, "\n\n".join(SAID))]
    mark = "하이라이트\n" if highlights else ""
    name = f"switches: times {times}, labels {labels}, highlights {highlights}"
    text = HEAD + mark + "\n".join(parts) + FOOT
    return Row(name, text, tuple(turns), **KNOWN, unread=("하이라이트",) * highlights, footers=FOOTERS)


HEADER_ROWS = (
    Row("text export, whole", HEAD + BODY + FOOT, BODY_TURNS, **KNOWN, footers=FOOTERS),
    _header("date line, Korean, dot U+30FB", "2026.04.28 화 오후 8:02 ・ 75분 53초", WHEN, 4553),
    _header("date line, Korean, dot U+00B7", "2026.04.28 화 오후 8:02 · 75분 53초", WHEN, 4553),
    _header("date line, hours", "2026.04.28 화 오후 8:02 ・ 1시간 15분 53초", WHEN, 4553),
    _header("date line, hours only", "2026.04.28 화 오전 12:02 ・ 2시간", datetime(2026, 4, 28, 0, 2), 7200),
    _header("date line, no duration", "2026.08.19 수 오후 1:27", datetime(2026, 8, 19, 13, 27), None),
    _header(
        "date line, English", "2026.03.29 Sun AM 3:20 ・ 21Minutes 52seconds", datetime(2026, 3, 29, 3, 20), 1312
    ),
    _header("date line, English, noon", "2026.03.29 Sun PM 12:20 ・ 52seconds", datetime(2026, 3, 29, 12, 20), 52),
    Row(
        "free text, three lines that name speakers",
        HEAD.rstrip("\n")
        + "\nThis is the interview with Jane (Attendees2)\n둘째 메모\n(참석자 1은 팀장)\n\n\n"
        + "Attendees 1 00:00\nShall we start?\n\nAttendees 2 00:09\nYes, please.\n",
        (("Attendees 1", 0, "Shall we start?"), ("Attendees 2", 9, "Yes, please.")),
        **KNOWN,
        unread=("This is the interview with Jane (Attendees2)", "둘째 메모", "(참석자 1은 팀장)"),
    ),
    Row(
        "free text, times and labels off",
        HEAD.rstrip("\n") + "\n대외비\n\n\n첫 문단입니다.\n\n둘째 문단입니다.\n\n\nclovanote.naver.com",
        ((None, None, "첫 문단입니다.\n\n둘째 문단입니다."),),
        **KNOWN,
        unread=("대외비",),
        footers=FOOTERS,
    ),
    Row("no header", BODY, BODY_TURNS),
    Row("no header, a blank line first (2021)", "\n" + BODY, BODY_TURNS),
    Row("no owner", HEAD.replace("홍길동\n", "") + BODY, BODY_TURNS, "주간 회의", WHEN, 4553),
    Row("only a title", "주간 회의\n\n" + BODY, BODY_TURNS, "주간 회의"),
    Row("owner is a list of people", HEAD.replace("홍길동", "홍길동, 김철수") + BODY, BODY_TURNS, "주간 회의", WHEN, 4553,
        "홍길동, 김철수"),
    Row("title looks like a turn", HEAD.replace("주간 회의", "2026.04.28 회의 14:00") + BODY, BODY_TURNS,
        "2026.04.28 회의 14:00", WHEN, 4553, "홍길동"),
)  # fmt: skip

LABEL_ROWS = (
    _turn("참석자 12", "참석자 12 00:03", "참석자 12"),
    _turn("no blank", "참석자3 00:03", "참석자3"),
    _turn("화자", "화자 2 00:03", "화자 2"),
    _turn("English, plural", "Attendees 2 00:03", "Attendees 2"),
    _turn("Participants", "Participants 2 00:03", "Participants 2"),
    _turn("Speaker", "Speaker 2 00:03", "Speaker 2"),
    _turn("Attendee", "Attendee 2 00:03", "Attendee 2"),
    _turn("Japanese", "参加者 2 00:03", "参加者 2"),
    _turn("Japanese speaker", "話者 2 00:03", "話者 2"),
    _turn("a name that stands once", "홍길동 00:03", "홍길동"),
    _turn("a name with a blank", "홍길동 팀장 00:03", "홍길동 팀장"),
    _turn("a name with brackets", "김부장 (A사) 00:03", "김부장 (A사)"),
    _turn("a name with a comma in brackets", "김부장(A사, 영업) 00:03", "김부장(A사, 영업)"),
    _turn("a Latin name with a point", "J. Lee 00:03", "J. Lee"),
    _turn("several blanks", "참석자 2    00:03", "참석자 2"),
    _turn("no-break space", "참석자 2\u00a000:03", "참석자 2"),
    _turn("tab", "참석자 2\t00:03", "참석자 2"),
    Row(
        "label: one person written in two ways",
        "참석자 1 00:00\n네.\n\n참석자1 00:09\n그리고 하나 더요.\n",
        (("참석자 1", 0, "네."), ("참석자 1", 9, "그리고 하나 더요.")),
    ),
)

TIME_ROWS = (
    Row(
        "time: hours after 59:56, two forms",
        "참석자 1 59:56\n한 시간 다 됐네요.\n\n참석자 2 1:00:12\n네.\n\n참석자 1 01:00:20\n쉬죠.\n\n참석자 2 10:00:20\n와.\n",
        (
            ("참석자 1", 3596, "한 시간 다 됐네요."),
            ("참석자 2", 3612, "네."),
            ("참석자 1", 3620, "쉬죠."),
            ("참석자 2", 36020, "와."),
        ),
    ),
    Row("glued", "참석자 1 00:00안녕하세요\n", (("참석자 1", 0, "안녕하세요"),)),
    Row(
        "inline",
        "홍길동 00:00 본문입니다.\n이어집니다.\n홍길동 00:40 다음입니다.\n",
        (("홍길동", 0, "본문입니다.\n이어집니다."), ("홍길동", 40, "다음입니다.")),
    ),
    Row(
        "label and time on two lines",
        "참석자 1\n00:00\n안녕하세요.\n\n홍길동\n00:04\n네.\n\n참석자 1\n00:08\n시작하죠.\n\n홍길동\n00:10\n네네.\n",
        (("참석자 1", 0, "안녕하세요."), ("홍길동", 4, "네."), ("참석자 1", 8, "시작하죠."), ("홍길동", 10, "네네.")),
    ),
    Row(
        "a time missing here and there",
        "참석자 1 00:00\n안녕하세요.\n\n참석자 2\n네.\n\n참석자 1 00:08\n시작하죠.\n",
        (("참석자 1", 0, "안녕하세요."), ("참석자 2", None, "네."), ("참석자 1", 8, "시작하죠.")),
    ),
    Row(
        "times off, names of one's own",
        "홍길동 팀장\n시작하죠.\n\n김철수\n네.\n\n홍길동 팀장\n첫 안건은 예산입니다.\n길게 말씀드리면요.\n\n김철수\n좋습니다.\n",
        (
            ("홍길동 팀장", None, "시작하죠."),
            ("김철수", None, "네."),
            ("홍길동 팀장", None, "첫 안건은 예산입니다.\n길게 말씀드리면요."),
            ("김철수", None, "좋습니다."),
        ),
    ),
    Row(
        "times off, replies that recur in a turn with blank lines",
        "참석자 1\n그렇군요.\n\n맞아요\n저도 그래요.\n\n참석자 2\n예산은요?\n\n맞아요\n그것도요.\n",
        (
            ("참석자 1", None, "그렇군요.\n\n맞아요\n저도 그래요."),
            ("참석자 2", None, "예산은요?\n\n맞아요\n그것도요."),
        ),
    ),
    Row(
        "times off, standard labels and a name",
        "참석자 1\n시작하죠.\n\n홍길동\n네.\n\n참석자 1\n첫 안건입니다.\n\n홍길동\n좋습니다.\n",
        (
            ("참석자 1", None, "시작하죠."),
            ("홍길동", None, "네."),
            ("참석자 1", None, "첫 안건입니다."),
            ("홍길동", None, "좋습니다."),
        ),
    ),
    Row(
        "labels off, the words before a time recur",
        "00:00\n네\n00:05\n네\n00:09\n그래요\n",
        ((None, 0, "네"), (None, 5, "네"), (None, 9, "그래요")),
    ),
)

SWITCH_ROWS = tuple(_switches(t, s, h) for t in (True, False) for s in (True, False) for h in (True, False))

BLANK_ROWS = (
    Row("blank lines: none", HEAD.replace("\n\n", "\n") + BODY.replace("\n\n", "\n"), BODY_TURNS, **KNOWN),
    Row(
        "blank lines: after every line",
        "\n\n" + (HEAD + BODY + FOOT).replace("\n", "\n\n"),
        (("참석자 1", 0, "예산안을 먼저 보겠습니다. \n\n다음 줄도 같은 발화입니다."), ("참석자 2", 3, "네.")),
        **KNOWN,
        footers=FOOTERS,
    ),
    Row(
        "blank lines: inside a turn",
        "참석자 1 00:00\n첫 문장입니다.\n\n\n둘째 문장입니다.\n참석자 2 00:20\n네.\n",
        (("참석자 1", 0, "첫 문장입니다.\n\n\n둘째 문장입니다."), ("참석자 2", 20, "네.")),
    ),
    Row(
        "hard wraps inside a word",
        "참석자 1 00:00\n그래서 모델을 최적화시\n키고 나서 봅시다.\n",
        (("참석자 1", 0, "그래서 모델을 최적화시\n키고 나서 봅시다."),),
    ),
    Row(
        "page furniture",
        HEAD
        + "참석자 1 00:00\n앞쪽 마지막 문장이\n1 / 3\n주간 회의\n뒤쪽까지 이어집니다.\n\n"
        + "참석자 2 00:30\n네.\n2 / 3\n주간 회의\n\n참석자 1 00:50\n끝입니다.\n3 / 3\n",
        (
            ("참석자 1", 0, "앞쪽 마지막 문장이"),
            ("참석자 1", None, "뒤쪽까지 이어집니다."),
            ("참석자 2", 30, "네."),
            ("참석자 1", 50, "끝입니다."),
        ),
        **KNOWN,
        footers=("1 / 3", "주간 회의", "2 / 3", "주간 회의", "3 / 3"),
    ),
    Row(
        "one speaker, many blocks, in mid-sentence",
        "참석자 1 00:00\n그래서 이번\n\n참석자 1 00:48\n분기에는요.\n",
        (("참석자 1", 0, "그래서 이번"), ("참석자 1", 48, "분기에는요.")),
    ),
    Row(
        "a turn without words", "참석자 1 00:00\n\n참석자 2 00:05\n네.\n", (("참석자 1", 0, ""), ("참석자 2", 5, "네."))
    ),
)

TRAP_ROWS = (
    _header("trap 1: a date line is no turn", "2026.08.19 수 오후 1:27", datetime(2026, 8, 19, 13, 27), None),
    Row(
        "trap 2: a sentence ends in a clock time",
        "홍길동 00:00\n회의는 오후 3:00\n회의는 오전 10:30\n다음 회의는 12:30\n\n김철수 00:40\n네.\n\n홍길동 01:10\n끝.\n",
        (
            ("홍길동", 0, "회의는 오후 3:00\n회의는 오전 10:30\n다음 회의는 12:30"),
            ("김철수", 40, "네."),
            ("홍길동", 70, "끝."),
        ),
    ),
    Row(
        "trap 2: the same on a line of its own",
        "참석자 1 00:00\n점심시간이\n\n오늘 모임 12:30\n\n맞죠?\n\n참석자 2 00:40\n네.\n",
        (("참석자 1", 0, "점심시간이\n\n오늘 모임 12:30\n\n맞죠?"), ("참석자 2", 40, "네.")),
    ),
    Row(
        "trap 2: the same in the last turn",
        "참석자 1 00:00\n점심시간이요?\n\n참석자 2 00:40\n네.\n\n오늘 모임 12:30\n\n잊지 마세요.\n",
        (("참석자 1", 0, "점심시간이요?"), ("참석자 2", 40, "네.\n\n오늘 모임 12:30\n\n잊지 마세요.")),
    ),
    Row(
        "trap 2: the same with its words below",
        "홍길동 00:00\n안녕하세요.\n\n오늘 모임 12:30\n잊지 마세요.\n\n김철수 00:40\n네.\n\n홍길동 00:50\n예.\n",
        (
            ("홍길동", 0, "안녕하세요.\n\n오늘 모임 12:30\n잊지 마세요."),
            ("김철수", 40, "네."),
            ("홍길동", 50, "예."),
        ),
    ),
    Row(
        "trap 1: a date line that is spoken",
        "참석자 1 00:00\n2026.04.28 화 오후 8:02\n이렇게 적혀 있네요.\n",
        (("참석자 1", 0, "2026.04.28 화 오후 8:02\n이렇게 적혀 있네요."),),
    ),
    Row(
        "trap 5: the footer glued to the owner",
        "주간 회의\n2026.04.28 화 오후 8:02 ・ 75분 53초\n'clovanote.naver.com\n네.\n",
        ((None, None, "네."),),
        "주간 회의",
        WHEN,
        4553,
        "'clovanote.naver.com",
    ),
    Row(
        "trap 3: a name with a blank, minutes and seconds",
        "홍길동 팀장 12:03\n네.\n\n홍길동 팀장 12:40\n그럼요.\n",
        (("홍길동 팀장", 723, "네."), ("홍길동 팀장", 760, "그럼요.")),
    ),
    Row(
        "trap 4: no duration, a blank line in the turn",
        "노트\n2026.08.19 수 오후 1:27\n홍길동\n\n\n참석자 1 00:00\n하나.\n\n둘.\n",
        (("참석자 1", 0, "하나.\n\n둘."),),
        "노트",
        datetime(2026, 8, 19, 13, 27),
        None,
        "홍길동",
    ),
    Row(
        "trap 5: the footer glued to the last turn",
        "참석자 1 00:00\n수고하셨습니다.clovanote.naver.com",
        (("참석자 1", 0, "수고하셨습니다."),),
        footers=FOOTERS,
    ),
    Row(
        "trap 6: the header's duration is not the last turn's time",
        HEAD + "참석자 1 00:00\n하나.\n\n참석자 1 80:00\n아직 안 끝났어요.\n",
        (("참석자 1", 0, "하나."), ("참석자 1", 4800, "아직 안 끝났어요.")),
        **KNOWN,
    ),
)

ROWS = HEADER_ROWS + LABEL_ROWS + TIME_ROWS + SWITCH_ROWS + BLANK_ROWS + TRAP_ROWS
