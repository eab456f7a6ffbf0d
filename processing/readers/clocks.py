"""Times and dates as transcripts write them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

CLOCK = r"(?:\d{1,2}:[0-5]\d:[0-5]\d|\d{2,3}:[0-5]\d)"  # CLOVA pads minutes to two digits
LOOSE_CLOCK = r"(?:\d{1,2}:[0-5]?\d:[0-5]\d|\d{1,3}:[0-5]\d)"  # the neighbours do not
FRACTION = r"(?:[.,]\d{1,3})?"
UNTIL = rf"{FRACTION}\s?(?:--?>?|[~–—→])\s?(?P<until>{LOOSE_CLOCK}){FRACTION}"  # the rest of 00:00:01 - 00:00:05

_MORNING = ("오전", "am", "午前")
_EVENING = ("오후", "pm", "午後")
_UNIT = r"(?:시간|분|초|hours?|hrs?|minutes?|mins?|seconds?|secs?|時間|分|秒|h|m|s)"
_HALF = r"오전|오후|[AaPp]\.?[Mm]\.?|午前|午後"
_DATE_LINE = re.compile(
    r"(?P<year>\d{4})\s?[.\-/]\s?(?P<month>\d{1,2})\s?[.\-/]\s?(?P<day>\d{1,2})\.?"
    r"(?:\s*\(?(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\)?)?\s*,?\s*"
    rf"(?P<half>{_HALF})?\s*(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})\s*(?P<late_half>{_HALF})?"
    r"(?:\s*[・·•∙‧･|,?？\ufffd-]?\s*(?P<duration>(?:\d{1,4}\s*[A-Za-z가-힣時間分秒]{1,7}\.?\s*){1,3}))?$"
)
_DURATION = re.compile(rf"(\d{{1,4}})\s*({_UNIT})", re.IGNORECASE)
_UNITS = {"시": 3600, "時": 3600, "h": 3600, "분": 60, "分": 60, "m": 60, "초": 1, "秒": 1, "s": 1}


def seconds(clock: str) -> float:
    """The seconds of `12:34`, `1:02:03` or `00:01:02.500`.

    >>> seconds("59:56"), seconds("1:00:12"), seconds("00:01:02,500")
    (3596.0, 3612.0, 62.5)
    """
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def date_line(line: str) -> tuple[datetime, float | None] | None:
    """When a note was recorded and how many seconds it lasts, from CLOVA's date line; None for any other line.

    >>> date_line("2026.04.28 화 오후 8:02 ・ 75분 53초")
    (datetime.datetime(2026, 4, 28, 20, 2), 4553.0)
    >>> date_line("2026.03.29 Sun AM 3:20 ・ 21Minutes 52seconds")
    (datetime.datetime(2026, 3, 29, 3, 20), 1312.0)
    >>> date_line("2026.08.19 수 오후 1:27")
    (datetime.datetime(2026, 8, 19, 13, 27), None)

    An encoding that has no such dot leaves `?` in its place.
    """
    match = _DATE_LINE.match(line) if len(line) < 120 else None
    if match is None:
        return None
    half = (match["half"] or match["late_half"] or "").lower().replace(".", "")
    try:
        hour = _hour(int(match["hour"]), half)
        moment = datetime(int(match["year"]), int(match["month"]), int(match["day"]), hour, int(match["minute"]))
    except ValueError:  # the 31st of February is nobody's date
        return None
    return moment, duration(match["duration"] or "")


def _hour(hour: int, half: str) -> int:
    if half in _EVENING and hour < 12:
        return hour + 12
    return 0 if half in _MORNING and hour == 12 else hour


def duration(words: str) -> float | None:
    """The seconds of `1시간 2분 3초` or `21Minutes 52seconds`; None without a figure.

    >>> duration("1시간 2분 3초")
    3723.0
    """
    found = _DURATION.findall(words)
    return float(sum(int(figure) * _UNITS[unit[0].lower()] for figure, unit in found)) if found else None


def in_order(times: Sequence[float], weights: Sequence[int]) -> set[int]:
    """The indices of the heaviest choice of `times` that never runs backwards.

    >>> sorted(in_order([0, 630, 12, 40], [1, 1, 1, 1]))
    [0, 2, 3]
    """
    ranks = sorted(set(times))
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # a Fenwick tree of (weight, last index)
    before = [-1] * len(times)
    for i, (time, weight) in enumerate(zip(times, weights, strict=True)):
        rank = bisect_right(ranks, time)
        total, before[i] = _heaviest(best, rank)
        _raise(best, rank, (total + weight, i))
    at, chosen = _heaviest(best, len(ranks))[1], set()
    while at >= 0:
        chosen.add(at)
        at = before[at]
    return chosen


def _heaviest(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, tree[rank])
        rank -= rank & -rank
    return found


def _raise(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value)
        rank += rank & -rank
