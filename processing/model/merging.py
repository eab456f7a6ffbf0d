"""The results of the parts of a long note on their way to becoming one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from processing.model.line_rails import JudgedLines
from processing.model.parsing import SaidLine
from processing.note import LineKind

_KEYS = {
    LineKind.HEADLINE: "headline",
    LineKind.DECISION: "decisions",
    LineKind.OPEN_POINT: "open_points",
    LineKind.SUGGESTION: "suggestions",
}


def groups_of(drafts: Sequence[JudgedLines], most: int) -> list[list[JudgedLines]]:
    """Neighbouring drafts in groups of at least two that fit into a request."""
    groups: list[list[JudgedLines]] = []
    length = 0
    for draft in drafts:
        size = sum(len(line.text) + len(line.answer) + 40 for line in draft.said)
        if groups and (length + size <= most or len(groups[-1]) < 2):
            groups[-1].append(draft)
            length += size
        else:
            groups.append([draft])
            length = size
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2].extend(groups.pop())
    return groups


def one_after_another(drafts: Iterable[JudgedLines]) -> Iterator[SaidLine]:
    """The lines of several drafts with topics numbered through."""
    first = 0
    for draft in drafts:
        topics = [line.topic for line in draft.said if line.topic is not None]
        for line in draft.said:
            yield line if line.topic is None else replace(line, topic=first + line.topic)
        first += max(topics, default=-1) + 1


def draft_of(said: Iterable[SaidLine]) -> dict[str, Any]:
    """Lines in the form of the contract, as data for a merge."""
    draft: dict[str, Any] = {key: [] for key in ("summary", "topics", "decisions", "action_items", "questions")}
    topics: dict[int, dict[str, Any]] = {}
    for line in said:
        row: dict[str, Any] = {"text": line.text, "lines": list(line.lines)}
        if line.kind is LineKind.TOPIC and line.topic is not None:
            topics[line.topic] = {"title": line.text, "lines": list(line.lines), "bullets": []}
            draft["topics"].append(topics[line.topic])
        elif line.kind is LineKind.BULLET and line.topic in topics:
            topics[line.topic]["bullets"].append(row)
        elif line.kind is LineKind.ACTION:
            draft["action_items"].append(
                {"task": line.text, "owner": line.owner, "due": line.due, "lines": list(line.lines)}
            )
        elif line.kind is LineKind.QUESTION:
            draft["questions"].append(
                {"question": line.text, "question_lines": list(line.lines),
                 "answer": line.answer, "answer_lines": list(line.answer_lines)}
            )  # fmt: skip
        else:
            draft.setdefault(_KEYS.get(line.kind, "summary"), []).append(row)
    return draft
