"""The lines of the minutes as they are made: each with an id of its kind and place, in the order of its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from processing.note import STATUS_OPEN, Line, LineKind
from processing.source import Place
from processing.summary.candidates import Candidate
from processing.summary.follow_ups import Task
from processing.summary.matters import Settled
from processing.summary.questions import Question


class Lines:
    """The lines so far, by id, in the order in which they were added; `words` are the content words of each."""

    def __init__(self) -> None:
        self.by_id: dict[str, Line] = {}
        self.words: list[frozenset[str]] = []
        self._counts: Counter[LineKind] = Counter()

    def add(self, kind: LineKind, text: str, places: tuple[Place, ...], **more: object) -> str:
        stem = f"{kind.replace(' ', '-')}-{places[0].start}"
        key, number = stem, 2
        while key in self.by_id:
            key, number = f"{stem}-{number}", number + 1
        order = float(self._counts[kind])
        self._counts[kind] += 1
        self.by_id[key] = Line(kind, text, places=places, order=order, **more)  # type: ignore[arg-type]
        return key

    def add_written(self, kind: LineKind, candidate: Candidate, topic: str | None = None) -> None:
        written = candidate.written
        self.add(kind, written.text, (candidate.utterance.place,), is_quoted=written.is_quoted, topic=topic)

    def add_settled(self, found: Sequence[Settled], kind: LineKind) -> None:
        for settled in found:
            self.words.append(settled.written.words)
            places = tuple(u.place for u in settled.said)
            self.add(kind, settled.written.text, places, is_quoted=settled.written.is_quoted)

    def add_tasks(self, found: Sequence[Task]) -> None:
        for task in found:
            self.words.append(task.written.words)
            due = task.due
            self.add(
                LineKind.ACTION,
                task.written.text,
                tuple(u.place for u in task.said),
                owner=task.owner or None,
                due_text=due.shown if due else None,
                due_date=due.day.isoformat() if due and due.day else None,
                status=STATUS_OPEN,
                is_quoted=task.written.is_quoted,
            )

    def add_questions(self, found: Sequence[Question]) -> None:
        for question in found:
            self.words.append(question.written.words)
            parts = [u.place for u in question.asked]
            is_whole = all(after.start - before.end <= 1 for before, after in pairwise(parts))  # else of two paragraphs
            asked = (Place(parts[0].start, parts[-1].end),) if is_whole else tuple(parts)
            places = (*asked, *(u.place for u in (*question.answered, *question.about)))
            self.add(
                LineKind.QUESTION,
                question.written.text,
                places,
                answer=question.answer.text if question.answer else None,
                is_quoted=question.written.is_quoted,
            )
