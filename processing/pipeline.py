"""The whole job as plain calls: from a source to repaired turns, right terms and the lines of the minutes.

Order: certain turn repair -> one analysis -> terms -> analysis of the touched sentences -> summary. Nothing here
touches a file, a database or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import Change, State, apply, change_of, first_state
from processing.proposals import Proposal, TurnProposal
from processing.source import Source
from processing.summary import offline
from processing.terms.glossary import Term
from processing.transcript import transcript
from processing.turns import certain_repairs

Progress = Callable[[str, float], None]

STAGES = ("발언 정리", "문장 분석", "용어 찾기", "요약")


class Cancelled(Exception):
    """The person took the job back; nothing of it is kept."""


@dataclass(frozen=True)
class Cleaned:
    """What the language work gives back: the program's changes in order and what it proposes.

    `steps` are (what it was in Korean, change) from `first_state(source)` to `state`.
    """

    source: Source
    steps: tuple[tuple[str, Change], ...]
    state: State
    proposals: tuple[Proposal, ...] = ()
    turn_proposals: tuple[TurnProposal, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass
class _Job:
    """A note on its way: the state so far and the steps that led there."""

    source: Source
    state: State
    steps: list[tuple[str, Change]] = field(default_factory=list)

    def take(self, what: str, change: Change) -> None:
        if change:
            self.state = apply(self.state, change)
            self.steps.append((what, change))


def _silent(_stage: str, _share: float) -> None:
    return None


class Workshop:
    """A loaded Kiwi and the terms it works with; `clean` may be called for any number of notes."""

    def __init__(self, korean: Korean, terms: Iterable[Term], *, summarises: bool = True) -> None:
        self._korean = korean
        self._terms = tuple(terms)
        self._summarises = summarises

    def clean(
        self, source: Source, progress: Progress = _silent, is_cancelled: Callable[[], bool] = lambda: False
    ) -> Cleaned:
        """Everything that can be done for a note without being asked; raises `Cancelled` between two stages."""
        job = _Job(source, first_state(source))
        report = _reporter(progress, is_cancelled)
        report(0)
        repairs, turn_proposals = certain_repairs(source, job.state, self._korean.wants_blank)
        job.take("발언 정리", repairs)
        report(1)
        analysis = self._korean.analyse(transcript(source, job.state))
        report(2)
        report(3)
        if self._summarises:
            job.take("요약", self._summary(job, analysis))
        progress(STAGES[-1], 1.0)
        return Cleaned(source, tuple(job.steps), job.state, (), tuple(turn_proposals))

    def _summary(self, job: _Job, analysis: Analysis) -> Change:
        recorded = job.source.header.recorded_at
        lines = offline.summarise(
            analysis,
            transcript(job.source, job.state),
            recorded.date() if recorded else None,
            job.state.speakers,
            [term.term for term in self._terms],
        )
        return change_of(job.state, {("lines", id_): line for id_, line in lines.items()})


def _reporter(progress: Progress, is_cancelled: Callable[[], bool]) -> Callable[[int], None]:
    def report(stage: int) -> None:
        if is_cancelled():
            raise Cancelled
        progress(STAGES[stage], stage / len(STAGES))

    return report
