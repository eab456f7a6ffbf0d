"""Meetings of one series: what the last one leaves to the next. Never its content, only what is still to be done, and
what stands in the meeting's form week after week.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from processing.attendees import ATTENDEES, attendees_of
from processing.meeting_info import is_numbered_label
from processing.minutes import shown_minutes
from processing.note import STATUS_DONE, STATUS_OPEN, Change, Key, Line, LineKind, Speaker, State, change_of
from processing.source import Source

CARRIED = ("place", ATTENDEES, "author")  # fields of the form that stay from one meeting to the next

_ENDING = re.compile(r"\.[a-z0-9]{1,5}$")
_NUMBERS = re.compile(r"제?\s*\d+\s*(?:년|월|일|차|회차|회|주차|주|분기)?|[(\[（][월화수목금토일][)\]）]")
_MARKS = re.compile(r"[\s_\-–—.,/:·~()\[\]（）]+")
# names of nothing in particular: two notes called so need not belong together
_NAMELESS = frozenset(
    {"", "회의", "회의록", "미팅", "노트", "녹음", "새로운노트", "newnote", "붙여넣은글", "무제", "제목없음"}
)


@dataclass(frozen=True)
class Earlier:
    """The meeting before: its title, what is still to be done, and what its form tells."""

    title: str
    tasks: tuple[Line, ...]
    info: dict[str, Any]


def series_of(title: str) -> str:
    """What the titles of one series have in common, "" if a title names nothing in particular.

    >>> series_of("주간 회의 2026-04-28"), series_of("주간회의(화) 3차.txt"), series_of("새로운 노트")
    ('주간회의', '주간회의', '')
    """
    bare = _ENDING.sub("", unicodedata.normalize("NFC", title).strip().lower())
    key = _MARKS.sub("", _NUMBERS.sub(" ", bare))
    return "" if key in _NAMELESS or len(key) < 2 else key


def earlier_of(source: Source, state: State, title: str) -> Earlier:
    """What a note leaves to the next one of its series; names stand where its labels were."""
    shown = shown_minutes(source, state)
    lines = (*shown.actions, *shown.follow_ups)
    tasks = tuple(line.line for line in lines if line.line.status != STATUS_DONE)
    told = {**state.info, ATTENDEES: attendees_of(state)}
    info = {key: told[key] for key in CARRIED if told.get(key)}
    return Earlier(str(state.info.get("title") or title), tasks, info)


def people_of(state: State) -> tuple[Speaker, ...]:
    """The speakers of a note who have a name, a person's or the file's, each with their role, in order of speaking."""
    speaking = dict.fromkeys(id_ for _, id_ in sorted(state.cuts.items()) if id_)
    known = (state.speakers[id_] for id_ in speaking if id_ in state.speakers)
    named = ((speaker.name or _label_name(speaker), speaker.role) for speaker in known)
    return tuple(dict.fromkeys(Speaker(None, name, role) for name, role in named if name))


def are_same_people(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of attendees are mostly the same people, titles and parts aside; two at the least.

    >>> are_same_people(["김민수 팀장", "이서연"], ["이서연(진행)", "김민수", "박현준"])
    True
    >>> are_same_people(["김민수", "이서연"], ["이서연", "박현준", "최유진"])
    False
    """
    one, other = {_bare(name) for name in ones}, {_bare(name) for name in others}
    return len(one & other) >= 2 and 2 * len(one & other) > len(one | other)


def _bare(attendee: str) -> str:
    return attendee.partition("(")[0].split(" ")[0]


def _label_name(speaker: Speaker) -> str:
    return "" if is_numbered_label(speaker.label) else speaker.label or ""


def recalled(name: str, role: str, people: Iterable[Speaker]) -> Speaker | None:
    """The one of `people` of earlier meetings whom a suggestion means: 지훈 is 이지훈, 박 과장 is 박현준 과장.

    None if it means nobody or several of them. A part in the meeting (진행) means whoever had it before.

    >>> people = (Speaker(None, "이지훈", "대리"), Speaker(None, "박현준", "과장"), Speaker(None, "김유진", "진행"))
    >>> recalled("지훈", "", people).name, recalled("박 과장", "", people).name, recalled("", "진행", people).name
    ('이지훈', '박현준', '김유진')
    """
    meant = [person for person in people if _is_meant(name, role, person)]
    return meant[0] if len({person.name for person in meant}) == 1 else None


def _is_meant(name: str, role: str, person: Speaker) -> bool:
    if not name:
        return bool(role) and role == person.role
    family, _, title = name.partition(" ")
    if title:
        return person.name.startswith(family) and (person.role == title or person.name == name)
    return person.name.endswith(name)


def carried_over(state: State, earlier: Earlier) -> Change:
    """The change that brings what is still to be done into 지난 할 일 점검, and fills what the form leaves blank.

    The lines are the person's, who asked for them: nothing in this note says them.
    """
    values: dict[Key, Any] = {("info", key): value for key, value in earlier.info.items() if not state.info.get(key)}
    known = {line.text for line in state.lines.values() if line.kind is LineKind.FOLLOW_UP}
    for number, task in enumerate(_new(earlier.tasks, known), 1):
        values[("lines", _free_id(state, number))] = _follow_up(task, number)
    return change_of(state, values)


def _new(tasks: Iterable[Line], known: set[str]) -> list[Line]:
    return [task for task in tasks if task.text not in known]


def _follow_up(task: Line, number: int) -> Line:
    """The task as a line of the next meeting: "이번 주 금요일" was of another week and 참석자 2 may be another person."""
    return replace(
        task,
        kind=LineKind.FOLLOW_UP,
        author="person",
        places=(),
        order=float(number),
        owner=None if is_numbered_label(task.owner) else task.owner,
        status=STATUS_OPEN,
        due_text=None if task.due_date else task.due_text,
        needs_check=False,
        is_edited=False,
        is_quoted=False,
        basis=None,
        made_of=None,
        by_hand=(),
    )


def _free_id(state: State, number: int) -> str:
    id_, more = f"follow-up-{number}", 2
    while id_ in state.lines:
        id_, more = f"follow-up-{number}-{more}", more + 1
    return id_
