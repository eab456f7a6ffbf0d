"""Short talks as data: tasks, decisions, open points and questions that stand in them, and many that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_notes import Note, talk

from processing.korean import Korean
from processing.summary.decisions import decisions
from processing.summary.open_points import open_points
from processing.summary.questions import questions
from processing.summary.tasks import tasks

FILES = ("talks.txt", "agreed.txt", "loose.txt")


def blocks() -> list[tuple[list[str], list[str]]]:
    """(turns, expected lines) of each talk."""
    text = "\n\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in FILES)
    rows = [[row for row in block.split("\n") if row and not row.startswith("#")] for block in text.split("\n\n")]
    return [([r for r in block if r[0] != "="], [r[2:] for r in block if r[0] == "="]) for block in rows if block]


def found_in(note: Note) -> list[str]:
    """What the rules find, as the file writes it."""
    todo = tasks(note.said, note.day, note.state.speakers)
    settled = decisions(note.said)
    asked = questions(
        note.said, settled, frozenset(u.index for t in todo for u in t.said if t.is_request or t.offers(u))
    )
    lines = [f"결정 | {s.written.text}" for s in settled]
    for task in todo:
        words, day = (task.due.words, task.due.day) if task.due else ("-", None)
        lines.append(f"할 일 | {task.written.text} | {task.owner or '-'} | {words} | {day or '-'}")
    lines += [f"미결 | {s.written.text}" for s in open_points(note.said, settled, asked)]
    lines += [f"질문 | {q.written.text} | {q.answer.text if q.answer else '-'}" for q in asked]
    return lines or ["없음"]


@pytest.mark.parametrize(("turns", "expected"), blocks(), ids=[turns[0][:40] for turns, _ in blocks()])
def test_a_talk_says_that_much_and_no_more(turns: list[str], expected: list[str], korean: Korean) -> None:
    assert sorted(found_in(talk(korean, *turns))) == sorted(expected)
