"""The month of a bare day of the month, where the note's own day is no answer: "18일 오전에", said at two on the 18th.

Whoever means today says 오늘. So a bare Nth that would be today is the Nth of the month with which the talk itself names
that day elsewhere ("십이월 십팔일"), if there is just one; said with a morning it is else left in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeGuard

from processing.summary.dates import Due, dues
from processing.summary.follow_ups import Task
from processing.summary.spoken_numbers import with_figures
from processing.summary.utterance import Utterance

_NAMED = re.compile(r"(?<!\d)(\d{1,2})월 ?(\d{1,2})일")
_BARE = re.compile(r"^\d{1,2}일(?! ?(?:안|이내|내|뒤|후))")
_MORNING = re.compile(r" (?:오전|아침|새벽)")


def dated(found: Sequence[Task], said: Sequence[Utterance], today: date | None) -> list[Task]:
    """The tasks, their bare days of the month put into the month that the talk names for them."""
    if today is None or not any(_is_bare_today(task.due, today) for task in found):
        return list(found)
    months = months_named(u.text for u in said)
    return [
        replace(task, due=_put_right(due, months, today)) if _is_bare_today(due := task.due, today) else task
        for task in found
    ]


def months_named(texts: Iterable[str]) -> dict[int, set[int]]:
    """The months with which each day of the month is named.

    >>> months_named(["온라인은 십이월 십팔일", "12월 7일에 시작", "18일 오전"])
    {18: {12}, 7: {12}}
    """
    found: dict[int, set[int]] = {}
    for text in texts:
        for month, day in _NAMED.findall(with_figures(text).text):
            found.setdefault(int(day), set()).add(int(month))
    return found


def _is_bare_today(due: Due | None, today: date) -> TypeGuard[Due]:
    return due is not None and due.day == today and _BARE.match(with_figures(due.words).text) is not None


def _put_right(due: Due, months: Mapping[int, set[int]], today: date) -> Due:
    named = months.get(today.day, set())
    if len(named) == 1 and today.month not in named:
        return replace(due, day=dues(f"{next(iter(named))}월 {today.day}일까지", today)[0].day)
    return replace(due, day=None) if _MORNING.search(due.words) else due
