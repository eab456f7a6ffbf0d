"""The table of dates: what is said, and the day it means or does not mean."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.summary.dates import dues

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@pytest.mark.parametrize(("today", "said", "words", "day", "case"), ROWS, ids=[row[4] for row in ROWS])
def test_what_is_said_means_that_day(today: str, said: str, words: str, day: str, case: str) -> None:
    found = dues(said, date.fromisoformat(today))
    assert [due.words for due in found] == ([words] if words else []), case
    assert [str(due.day) if due.day else "-" for due in found] == ([day] if words else []), case


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from("월화수목금토일"))
def test_next_week_is_the_calendar_week_after_the_notes(today: date, weekday: str) -> None:
    (due,) = dues(f"다음 주 {weekday}요일까지", today)
    monday = today - timedelta(days=today.weekday())
    assert due.day is not None
    assert monday + timedelta(days=7) <= due.day <= monday + timedelta(days=13)
    assert "월화수목금토일"[due.day.weekday()] == weekday


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 31))
def test_the_nth_is_never_before_the_note(today: date, day: int) -> None:
    (due,) = dues(f"{day}일까지", today)
    assert due.day is None or (due.day >= today and due.day.day == day and (due.day - today).days <= 31)


@given(st.text("오늘내일모레다음주월요일까지1234567890월일 안에/말", max_size=40))
def test_any_text_gives_times_in_order_that_stand_in_it(text: str) -> None:
    found = dues(text, date(2026, 9, 14))
    assert all(text[due.start : due.end] == due.words for due in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_without_the_notes_day_words_stay_words() -> None:
    (due,) = dues("다음 주 금요일까지", None)
    assert (due.words, due.day) == ("다음 주 금요일까지", None)
