"""What stands in the lists of the minutes: decisions, tasks, questions and open points, each thing in one of them only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from processing.note import Speaker
from processing.summary.decisions import decisions
from processing.summary.follow_ups import Task
from processing.summary.matters import Settled
from processing.summary.open_points import open_points
from processing.summary.questions import Question, questions
from processing.summary.recap import recap
from processing.summary.standing import standing, with_recap
from processing.summary.tasks import tasks
from processing.summary.utterance import Utterance, lecturer_of

_PROPOSING = frozenset(("어떻", "좋"))  # of what a question and the decision that answers it differ in


@dataclass(frozen=True)
class Lists:
    """The entries of each list, in the order of the note."""

    todo: Sequence[Task]
    settled: Sequence[Settled]
    asked: Sequence[Question]
    open_now: Sequence[Settled]

    def spoken_for(self) -> frozenset[int]:
        """The indices of the sentences that stand in a list already: each thing is said once."""
        entries = [*(t.said for t in self.todo), *(s.said for s in (*self.settled, *self.open_now))]
        return frozenset(u.index for said in (*entries, *(q.asked for q in self.asked)) for u in said)

    def answers(self) -> frozenset[int]:
        """The indices of the sentences that answer a question."""
        return frozenset(u.index for question in self.asked for u in question.answered)


def lists_of(
    said: Sequence[Utterance], note_date: date | None, speakers: Mapping[str, Speaker], edges: frozenset[int]
) -> Lists:
    """The lists of a note; nothing is decided or asked by the sentences at its `edges` (greetings, small talk)."""
    summed_up = recap(said)
    todo = tasks(said, note_date, speakers)
    settled = [s for s in standing(decisions(said), said, summed_up) if s.said[0].index not in edges]
    done = frozenset(task.at.index for task in todo) | frozenset(u.index for s in settled for u in s.said)
    asked = [q for q in _asked(said, todo, settled, done) if q.asked[0].index not in edges]
    open_now = [p for p in open_points(said, settled, asked, lecturer_of(said)) if p.said[-1].index not in done]
    return Lists(todo, settled, asked, with_recap(open_now, summed_up))


def _asked(
    said: Sequence[Utterance], todo: Sequence[Task], settled: Sequence[Settled], done: frozenset[int]
) -> list[Question]:
    """The questions without those that are a request, a decision, or only lead to one."""
    asked_for = frozenset(u.index for task in todo for u in task.said if task.is_request or task.offers(u))
    settled_by = _by_sentence(settled)
    found = questions(said, settled, asked_for)
    return [q for q in found if not _is_taken_up(q, settled_by) and not _only_leads_to(q, done)]


def _by_sentence(settled: Sequence[Settled]) -> dict[int, list[Settled]]:
    """The decisions by the indices of the sentences that say them."""
    found: dict[int, list[Settled]] = {}
    for one in settled:
        for u in one.said:
            found.setdefault(u.index, []).append(one)
    return found


def _is_taken_up(question: Question, settled: Mapping[int, Sequence[Settled]]) -> bool:
    """출발은 전날 저녁에 하면 어떨까요?, which is the decision itself."""
    about = settled.get(question.asked[-1].index, ())
    return any(question.written.words - s.written.words <= _PROPOSING for s in about)


def _only_leads_to(question: Question, done: frozenset[int]) -> bool:
    """사고 보고서는요?, which names a thing and asks nothing more, where a task or decision answers it."""
    names_only = question.written.is_quoted and not any(m.tag[0] == "V" for m in question.asked[-1].marks)
    return names_only and any(u.index in done for u in question.answered)
