"""The real talk: no question, decision or task is invented, and its lines cover what it was about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from summary_notes import Note, note_of

from processing.korean import Korean
from processing.note import Line, LineKind
from processing.terms.glossary import Term


@pytest.fixture(scope="module")
def note(evaluation: Path, korean: Korean) -> Note:
    return note_of((evaluation / "mentoring-talk.part1.txt").read_text(encoding="utf-8"), korean)


@pytest.fixture(scope="module")
def lines(note: Note, built_in: list[Term]) -> Mapping[str, Line]:
    return note.lines(tuple(term.term for term in built_in))


def of_kind(lines: Mapping[str, Line], kind: LineKind) -> list[Line]:
    return [line for line in lines.values() if line.kind is kind]


@pytest.mark.parametrize("kind", [LineKind.QUESTION, LineKind.DECISION, LineKind.ACTION, LineKind.OPEN_POINT])
def test_nothing_is_invented(lines: Mapping[str, Line], kind: LineKind) -> None:
    assert of_kind(lines, kind) == []


def test_half_an_hour_has_four_to_ten_topics(lines: Mapping[str, Line]) -> None:
    assert 4 <= len(of_kind(lines, LineKind.TOPIC)) <= 10


def test_the_lines_cover_at_least_five_topics(lines: Mapping[str, Line]) -> None:
    starts = sorted(topic.places[0].start for topic in of_kind(lines, LineKind.TOPIC))
    summary = of_kind(lines, LineKind.SUMMARY)
    covered = {sum(start <= line.places[0].start for start in starts) for line in summary}
    assert 5 <= len(summary) <= 8
    assert len(covered) >= 5


def test_there_is_one_headline_and_ten_keyphrases(lines: Mapping[str, Line]) -> None:
    keywords = of_kind(lines, LineKind.KEYWORD)
    assert len(of_kind(lines, LineKind.HEADLINE)) == 1
    assert len(keywords) == 10
    assert all(line.score is not None and 0 <= line.score <= 1 for line in keywords)
    assert {"에이전트", "AI"} & {word for line in keywords for word in line.text.split()}


def test_the_lines_are_written_korean(lines: Mapping[str, Line]) -> None:
    written = [line.text for line in lines.values() if line.kind in (LineKind.HEADLINE, LineKind.SUMMARY)]
    assert all(not text.startswith(("그래서", "이제 ", "그리고 ")) for text in written)
    assert all(len(text) <= 100 for text in written)
    assert sum(text.endswith(("음", "함", "됨", "임")) or text[-1:] != "요" for text in written) == len(written)
