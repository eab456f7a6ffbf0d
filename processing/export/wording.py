"""Dates, times and names as Korean minutes write them."""

from __future__ import annotations

import re
from datetime import date

from processing.minutes import Info, Minutes
from processing.note import Line

_WEEKDAYS = "월화수목금토일"


def clock(seconds: float | None) -> str:
    """A time of the recording, "" if unknown.

    >>> clock(133), clock(3612), clock(None)
    ('02:13', '1:00:12', '')
    """
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes:02}:{rest:02}"


def span_of_time(seconds: float | None) -> str:
    """A length of time in words, "" if unknown.

    >>> span_of_time(4553), span_of_time(42), span_of_time(None)
    ('1시간 15분', '1분', '')
    """
    if seconds is None:
        return ""
    minutes = max(int(seconds) // 60, 1)
    hours = f"{minutes // 60}시간" if minutes >= 60 else ""
    return " ".join(part for part in (hours, f"{minutes % 60}분" if minutes % 60 or not hours else "") if part)


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def day(iso: str) -> str:
    """A date as official Korean documents write it; what is no date stays as it was typed.

    >>> day("2026-04-28"), day("다음 주"), day("")
    ('2026. 4. 28.(화)', '다음 주', '')
    """
    found = _date(iso)
    return f"{found.year}. {found.month}. {found.day}.({_WEEKDAYS[found.weekday()]})" if found else iso


def when_held(info: Info) -> str:
    """일시: date, start and end as far as they are known.

    >>> when_held(Info(date="2026-04-28", start="20:02", end="21:18"))
    '2026. 4. 28.(화) 20:02~21:18'
    """
    return " ".join(part for part in (day(info.date), hours(info)) if part)


def hours(info: Info) -> str:
    """When the meeting began and ended, as far as that is known.

    >>> hours(Info(start="20:02", end="21:18")), hours(Info(start="20:02"))
    ('20:02~21:18', '20:02')
    """
    return f"{info.start}~{info.end}" if info.end else info.start


def due(line: Line, meeting_date: str = "") -> str:
    """기한: the words that were said and the date they mean; "" if nothing was said.

    >>> from processing.note import LineKind
    >>> said = Line(LineKind.ACTION, "보고", "person", due_text="이번 주 금요일", due_date="2026-09-18")
    >>> due(said, "2026-09-14")
    '이번 주 금요일(9/18)'
    """
    words, found = line.due_text or "", _date(line.due_date or "")
    if found is None:
        return words or line.due_date or ""
    if not words:
        return day(found.isoformat())
    numbers = re.findall(r"\d+", words)
    if str(found.day) in numbers and (str(found.month) in numbers or "일" not in words):
        return words
    year = f"{found.year}/" if meeting_date and not meeting_date.startswith(str(found.year)) else ""
    return f"{words}({year}{found.month}/{found.day})"


def speakers_of(minutes: Minutes) -> str:
    """The people who speak for a lecture's head: those named or given a role; "" while nobody is."""
    named = [share for share in minutes.speakers if share.name or share.role]
    shown = dict.fromkeys(f"{s.name}({s.role})" if s.name and s.role else s.shown for s in named)
    return ", ".join(shown)


def running_head(minutes: Minutes, kind: str) -> tuple[str, str]:
    """What stands at the left and at the right above every page but the first; `kind` is the template's name."""
    left = " · ".join(part for part in (kind, minutes.info.title) if part)
    return left, day(minutes.info.date)
