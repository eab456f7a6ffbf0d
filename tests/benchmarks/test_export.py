"""Minutes with a ten-hour appendix against python-docx writing the same paragraphs bare: at most three times as long."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from time import perf_counter

import docx
import pytest

from processing.export.blocks import Choices
from processing.export.formats import export
from processing.minutes import Minutes, minutes_of
from processing.note import Line, LineKind
from tests.builders import edit_of, place_of, source_of, state_of

pytestmark = pytest.mark.bench

HOURS, TURNS_AN_HOUR = 10, 90  # the real talk has about as many
WORDS = "이번 분기에는 상담 자동화를 먼저 하고 나머지는 다음 회의에서 정하기로 했습니다. "


def ten_hours() -> Minutes:
    """A note of ten hours with forty lines of evidence and an edit."""
    count = HOURS * TURNS_AN_HOUR
    said = [(f"참석자 {i % 5 + 1}", 3600.0 * i / TURNS_AN_HOUR, f"{i}번째 말입니다. {WORDS * 6}") for i in range(count)]
    source = source_of(*said)
    places = [(place_of(source, f"{i}번째"),) for i in range(0, count, count // 40)]
    lines = [Line(LineKind.SUMMARY, "요약한 줄", places=place, order=i) for i, place in enumerate(places)]
    return minutes_of(source, state_of(source, edit_of(source, "자동화를", "AI를"), *lines))


def bare(minutes: Minutes) -> bytes:
    """The same paragraphs as python-docx writes them, without a style."""
    document = docx.Document()
    for turn in minutes.turns:
        document.add_paragraph(turn.shown_name)
        for said in turn.paragraphs:
            document.add_paragraph(said.text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of a few runs in seconds: the others were disturbed."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def test_a_ten_hour_appendix_takes_at_most_three_times_python_docx() -> None:
    minutes = ten_hours()
    bare_s = best(lambda: bare(minutes))
    ours_s = best(lambda: export(minutes, "docx", Choices(transcript=True, corrections=True)))
    print(f"\nWord with {HOURS} h: {ours_s:.3f} s; python-docx bare: {bare_s:.3f} s; ratio {ours_s / bare_s:.2f}")
    assert ours_s <= 3 * bare_s


@pytest.mark.parametrize("format_", ["md", "txt", "srt", "clova", "json"])
def test_text_exports_of_ten_hours_take_less_than_word(format_: str) -> None:
    minutes = ten_hours()
    word_s = best(lambda: export(minutes, "docx", Choices(transcript=True)), 3)
    ours_s = best(lambda: export(minutes, format_, Choices(transcript=True)), 3)
    print(f"\n{format_}: {ours_s:.3f} s, Word {word_s:.3f} s")
    assert ours_s <= 2 * word_s
