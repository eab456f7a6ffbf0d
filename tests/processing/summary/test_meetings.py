"""The meetings as a measured evaluation: action items, owners, dates, decisions, questions, open points, topics."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from summary_notes import Note, note_of

from processing.korean import Korean
from processing.note import Line, LineKind

MEETINGS = sorted((Path(__file__).parents[2] / "cases" / "meetings").glob("*.txt"))


@dataclass
class Score:
    """What was found rightly, wrongly, and missed; for what was found, what else about it is right."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    owners: int = 0
    dates: int = 0
    answers: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + len(self.wrong) + len(self.missed))


@pytest.fixture(scope="module")
def meetings(korean: Korean) -> list[tuple[Note, dict[str, Any]]]:
    expected = [json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")) for path in MEETINGS]
    return [(note_of(p.read_text(encoding="utf-8"), korean), e) for p, e in zip(MEETINGS, expected, strict=True)]


def of_kind(note: Note, kind: LineKind) -> Iterator[tuple[Line, set[int]]]:
    """The lines of a kind, and the lines of the file that each cites."""
    for line in note.lines().values():
        if line.kind is kind:
            yield line, {note.source.line_of(place.start) for place in line.places}


def accepted(entry: dict[str, Any]) -> set[int]:
    return set(entry.get("line_accept", [entry["line"]]))


def best(line: Line, cited: set[int], left: list[dict[str, Any]], words: str) -> dict[str, Any] | None:
    """The expected entry that a line matches: by the line of the file, and among those by most of its words."""
    there = [entry for entry in left if cited & accepted(entry)]
    return max(there, key=lambda entry: sum(word in line.text for word in entry[words]), default=None)


def score(meetings: list[tuple[Note, dict[str, Any]]], kind: LineKind, name: str, words: str) -> Score:
    result = Score()
    for note, expected in meetings:
        if name not in expected:  # the older cases say nothing about open points
            continue
        left = list(expected[name])
        for line, cited in of_kind(note, kind):
            entry = best(line, cited, left, words)
            if entry is not None and any(word in line.text for word in entry[words]):
                left.remove(entry)
                result.right += 1
                result.owners += line.owner in entry.get("owner_accept", [None])
                result.dates += line.due_date in entry.get("due_date_accept", [entry.get("due_date")])
                result.answers += entry.get("answer_line") in cited or (
                    not entry.get("answer_line") and not line.answer
                )
            elif not cited & set(expected["optional"][name]):
                result.wrong.append(line.text)
        result.missed += [str(entry[words]) for entry in left]
    return result


def test_action_items_with_owner_and_date(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    found = score(meetings, LineKind.ACTION, "action_items", "task_words")
    print(f"\naction items: F1 {found.f1:.2f}, owners {found.owners}/{found.right}, dates {found.dates}/{found.right}")
    assert found.f1 >= 0.80, (found.wrong, found.missed)
    assert found.owners >= 0.90 * found.right
    assert found.dates == found.right


def test_decisions(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    found = score(meetings, LineKind.DECISION, "decisions", "words")
    print(f"\ndecisions: F1 {found.f1:.2f}")
    assert found.f1 >= 0.90, (found.wrong, found.missed)


def test_questions_with_their_answers(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    found = score(meetings, LineKind.QUESTION, "questions", "words")
    print(f"\nquestions: F1 {found.f1:.2f}, answers {found.answers}/{found.right}")
    assert found.f1 >= 0.85, (found.wrong, found.missed)
    assert found.answers >= 0.90 * found.right


def test_open_points(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    found = score(meetings, LineKind.OPEN_POINT, "open_points", "words")
    print(f"\nopen points: F1 {found.f1:.2f}")
    assert found.f1 >= 0.80, (found.wrong, found.missed)


def test_no_trap_becomes_a_task_or_decision(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    """A trap's line may hold a real task, too; then one line of minutes is allowed for each."""
    for note, expected in meetings:
        for kind, name, traps in (
            (LineKind.ACTION, "action_items", "not_tasks"),
            (LineKind.DECISION, "decisions", "not_decisions"),
        ):
            allowed = [line for entry in expected[name] for line in accepted(entry)] + expected["optional"][name]
            trapped = {trap["line"] for trap in expected[traps]} - set(allowed)
            assert not [line.text for line, cited in of_kind(note, kind) if cited <= trapped]


def test_what_is_said_to_the_machine_is_in_no_line(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    told = [(note, line) for note, expected in meetings for line in expected["injection_lines"]]
    assert told
    for note, number in told:
        for kind in (LineKind.ACTION, LineKind.DECISION, LineKind.SUMMARY, LineKind.BULLET, LineKind.HEADLINE):
            assert not [line.text for line, cited in of_kind(note, kind) if number in cited]


def test_topics_are_neither_too_many_nor_too_few(meetings: list[tuple[Note, dict[str, Any]]]) -> None:
    for note, expected in meetings:
        topics = len(list(of_kind(note, LineKind.TOPIC)))
        assert expected["min_topics"] <= topics <= expected["max_topics"]
