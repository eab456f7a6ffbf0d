"""CLOVA's text in any of its layouts at once: interface, switches of the download, labels, blank lines, encoding, footer."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from processing import readers

OWN_HEAD = "2026.04.28 화 오후 8:02"
FREE = "This is Kim (Attendees2)\n두 번째 줄\n"
HEADS = {
    "Korean": f"새로운 노트\n{OWN_HEAD} ・ 75분 53초\n홍길동\n\n\n",
    "hours": f"새로운 노트\n{OWN_HEAD} · 1시간 15분 53초\n홍길동\n\n\n",
    "no duration": f"새로운 노트\n{OWN_HEAD}\n홍길동\n\n\n",
    "English": "New note\n2026.03.29 Sun AM 3:20 ・ 21Minutes 52seconds\nGildong\n\n\n",
    "free text": f"새로운 노트\n{OWN_HEAD} ・ 75분 53초\n홍길동\n{FREE}\n\n",
    "none": "",
    "a blank line": "\n",
}
LABELS = (
    ("참석자 1", "참석자 2", "참석자 12"),
    ("참석자1", "참석자2", "참석자12"),
    ("화자 1", "화자 2", "화자 3"),
    ("Attendees 1", "Attendees 2", "Attendees 10"),
    ("Speaker 1", "Speaker 2", "Speaker 3"),
    ("参加者 1", "参加者 2", "参加者 3"),
    ("홍길동 팀장", "김부장 (A사)", "Jane Park"),
    ("참석자 1", "홍길동", "김 대리님"),
)
OWN = LABELS[-2:]
CLOCKS = ("00:00", "00:03", "00:59", "01:30", "02:30", "59:56")
LATE = (("1:00:12", "1:30:00"), ("01:00:12", "01:30:00"))
SECONDS = (0, 3, 59, 90, 150, 3596, 3612, 5400)
SAID = (
    "첫 문장입니다. 둘째 문장입니다. \n다음 줄도 같은 발화입니다.",
    "네.",
    "회의는 오후 3:00\n그리고 12:30에 점심입니다.",
    "그래서 최적화시\n키고 나서요",
    "좋습니다. ",
    "음 그렇군요 정말로요",
    "예산은 얼마죠?",
    "마지막입니다.",
)
WHO = (0, 1, 0, 0, 2, 1, 0, 1)


def headers(labels: Sequence[str], late: Sequence[str], blank: str, has_labels: bool, has_times: bool) -> list[str]:
    clocks = (*CLOCKS, *late)
    parts = [((labels[who],) if has_labels else ()) + ((clocks[n],) if has_times else ()) for n, who in enumerate(WHO)]
    return [blank.join(part) for part in parts]


def bare(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=200)  # of 120,000
@given(
    head=st.sampled_from(list(HEADS)),
    labels=st.sampled_from(LABELS),
    late=st.sampled_from(LATE),
    switches=st.tuples(st.booleans(), st.booleans()),
    gap=st.sampled_from(["one", "none", "every"]),
    blank=st.sampled_from([" ", "\u00a0", "  "]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp949", "NFD"]),
    foot=st.sampled_from(["\n\n\nclovanote.naver.com", "", " clovanote.naver.com"]),
)
@example(
    "free text", LABELS[0], LATE[0], (False, True), "every", " ", "\n", "utf-8", ""
)  # lines above times are no names
@example("none", LABELS[0], LATE[0], (False, False), "one", " ", "\n", "utf-8", " clovanote.naver.com")
def test_any_layout_is_read(
    head: str,
    labels: tuple[str, ...],
    late: tuple[str, ...],
    switches: tuple[bool, bool],
    gap: str,
    blank: str,
    end: str,
    encoding: str,
    foot: str,
) -> None:
    has_labels, has_times = switches
    assume(has_times or not has_labels or labels not in OWN)  # names alone on their lines could be anything
    assume(has_labels or has_times or head != "free text" or gap != "every")  # nothing parts the two
    assume(encoding != "cp949" or (blank != "\u00a0" and labels[0][0] != "参"))
    parts = zip(headers(labels, late, blank, has_labels, has_times), SAID, strict=True)
    turns = [f"{header}\n{said}" if header else said for header, said in parts]
    text = HEADS[head] + ("\n" if gap == "none" else "\n\n").join(turns) + foot
    if gap == "every":
        text = "\n\n".join(line for line in text.split("\n") if line.strip())
    text = text.replace("\n", end)
    raw = unicodedata.normalize("NFD", text).encode() if encoding == "NFD" else text.encode(encoding, "replace")
    imported = readers.read(raw, "note.txt")
    source = imported.source
    wanted = [
        (labels[who] if has_labels else None, SECONDS[n] if has_times else None, bare(SAID[n]))
        for n, who in enumerate(WHO)
    ]
    if not has_labels and not has_times:
        wanted = [(None, None, "".join(said for _, _, said in wanted))]
    assert [(block.label, block.start_s, bare(source.slice(block.text))) for block in source.blocks] == wanted
    assert (source.header.title is not None) == (head not in ("none", "a blank line"))
    assert head == "free text" or imported.report.not_understood == ()
