"""What goes into a company's own form: a value for each field that such forms have, as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from processing.export.blocks import NONE_SAID, Choices
from processing.export.page import task_table
from processing.export.wording import day, hours, when_held
from processing.minutes import Minutes

FormLine = tuple[str, str]  # a mark ("1. ", "- ", "") and the words: a form's own list needs no mark of ours

TASKS, PEOPLE = "할 일", "참석자"  # kinds of tables with a row for each

_PLAIN = Choices(evidence=False)
_NAME_AND_RANK = re.compile(r"([가-힣]{2,4})\s+([가-힣A-Za-z]{2,8})")


def field_values(minutes: Minutes) -> dict[str, list[FormLine]]:
    """The lines for each field; [] for what is unknown, so that last year's words do not stay."""
    info = minutes.info
    return {
        "회의명": _plain(info.title),
        "일시": _plain(when_held(info)),
        "날짜": _plain(day(info.date)),
        "시간": _plain(hours(info)),
        "장소": _plain(info.place),
        "작성자": _plain(info.author),
        "참석자": _plain(", ".join(info.attendees)),
        "불참자": _plain(", ".join(info.absentees)),
        "안건": _numbered(list(info.agenda)),
        "회의 내용": list(_talk(minutes)),
        "결정 사항": _numbered([line.text for line in minutes.decisions]) or _plain(NONE_SAID),
        "할 일": _numbered([_task(row) for row in task_rows(minutes)]) or _plain(NONE_SAID),
        "미결·확인 필요": [("- ", line.text) for line in minutes.open_points] or _plain(NONE_SAID),
        "차기 회의": _plain(info.next_meeting),
    }


def task_rows(minutes: Minutes) -> list[dict[str, str]]:
    """The action items by the columns of a form's task table."""
    rows = task_table(minutes, _PLAIN).rows
    return [
        {"번호": str(number), "내용": task.text, "담당자": owner.text, "기한": due.text, "비고": remark.text}
        for number, (task, owner, due, remark) in enumerate(rows, 1)
    ]


def entries_of(kind: str, minutes: Minutes, columns: Sequence[str]) -> list[dict[str, str]]:
    """What stands in the rows of a table of this kind, by its columns."""
    if kind == TASKS:
        return task_rows(minutes)
    if kind == PEOPLE:
        return [_person(number, text, columns) for number, text in enumerate(minutes.info.attendees, 1)]
    return [{"번호": str(number), "내용": text} for number, text in enumerate(_texts(kind, minutes), 1)]


def _person(number: int, text: str, columns: Sequence[str]) -> dict[str, str]:
    """An attendee; "김민수 팀장" is parted where the form asks for the rank."""
    parted = _NAME_AND_RANK.fullmatch(text.strip()) if "직위" in columns else None
    name, rank = (parted[1], parted[2]) if parted else (text, "")
    return {"번호": str(number), "성명": name, "직위": rank}


def _texts(field: str, minutes: Minutes) -> list[str]:
    """The lines of a field; a topic has what was said about it under its title."""
    if field == "안건":
        return list(minutes.info.agenda)
    if field == "회의 내용":
        return ["\n".join([topic.title, *(f"- {line.text}" for line in topic.bullets)]) for topic in minutes.topics]
    lines = minutes.decisions if field == "결정 사항" else minutes.open_points
    return [line.text for line in lines]


def _plain(text: str) -> list[FormLine]:
    return [("", text)] if text else []


def _numbered(texts: list[str]) -> list[FormLine]:
    if len(texts) == 1:
        return [("", texts[0])]
    return [(f"{number}. ", text) for number, text in enumerate(texts, 1)]


def _talk(minutes: Minutes) -> Iterator[FormLine]:
    """The topics with what was said; the summary where there are none."""
    for number, topic in enumerate(minutes.topics, 1):
        yield f"{number}. ", topic.title
        yield from (("- ", bullet.text) for bullet in topic.bullets)
    if not minutes.topics:
        head = [minutes.headline] if minutes.headline else []
        yield from (("- ", line.text) for line in (*head, *minutes.summary))


def _task(row: dict[str, str]) -> str:
    known = ", ".join(row[name] for name in ("담당자", "기한") if row[name])
    return f"{row['내용']} – {known}" if known else row["내용"]  # brackets would hold those of a day: (5/1)
