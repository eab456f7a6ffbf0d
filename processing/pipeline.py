"""The whole job as plain calls: from a source to repaired turns, right terms and the lines of the minutes.

Order: certain turn repair -> one analysis -> terms -> analysis of the touched sentences -> summary. Nothing here
touches the network, a database or a file but the glossaries it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from processing.analysis import Analysis
from processing.korean import Korean
from processing.meeting_info import filled_form
from processing.note import Change, EditKind, State, apply, change_of, first_state
from processing.proposals import APPLY, Proposal, TurnProposal
from processing.source import Source
from processing.summary import keyphrases, offline
from processing.terms.glossary import Term, built_in_terms, merged, read_glossary
from processing.terms.lexicon import kiwi_words, right_words
from processing.terms.search import TermSearch
from processing.transcript import Turn, transcript
from processing.turns import certain_repairs, likely_turns, named_speakers

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
        """Apply a change and remember it; an empty one leaves no trace."""
        if change:
            self.state = apply(self.state, change)
            self.steps.append((what, change))

    def turns(self) -> list[Turn]:
        """The turns as they now stand."""
        return transcript(self.source, self.state)


def _silent(_stage: str, _share: float) -> None:
    return None


def _never() -> bool:
    return False


class Workshop:
    """A loaded Kiwi and the terms it works with; `clean` may be called for any number of notes."""

    def __init__(self, korean: Korean, terms: Iterable[Term], *, summarises: bool = True) -> None:
        self.korean = korean
        self._terms = tuple(terms)
        self._search = TermSearch(self._terms, right_words())
        self._summarises = summarises

    def clean(self, source: Source, progress: Progress = _silent, is_cancelled: Callable[[], bool] = _never) -> Cleaned:
        """Everything that can be done for a note without being asked; raises `Cancelled` between two stages."""
        job = _Job(source, first_state(source))
        report = _reporter(progress, is_cancelled)
        report(0)
        repairs, certain = certain_repairs(source, job.state, self.korean.wants_blank)
        job.take("발언 정리", repairs)
        report(1)
        analysis = self.korean.analyse(job.turns())
        likely = likely_turns(source, job.state, analysis)
        names = named_speakers(source, job.state, analysis)
        report(2)
        proposals = self.search_terms(analysis)
        job.take("용어 자동 적용", _applied(job.state, proposals))
        report(3)
        job.take("회의 정보", filled_form(job.state, source.header))
        if self._summarises:
            job.take("요약", self._summary(job, analysis))
        progress(STAGES[-1], 1.0)
        return Cleaned(source, tuple(job.steps), job.state, tuple(proposals), (*certain, *likely, *names))

    def search_terms(self, analysis: Analysis) -> list[Proposal]:
        """What these sentences should read otherwise, each decided: apply or propose."""
        return self._search.proposals(analysis)

    def _summary(self, job: _Job, analysis: Analysis) -> Change:
        recorded = job.source.header.recorded_at
        turns = job.turns()
        lines = offline.summarise(
            self.korean.renewed(
                analysis, turns, [edit.place for edit in job.state.edits.values() if edit.kind is EditKind.TERM]
            ),
            turns,
            recorded.date() if recorded else None,
            job.state.speakers,
            [term.term for term in self._terms],
        )
        return change_of(job.state, {("lines", id_): line for id_, line in lines.items()})


def _applied(state: State, proposals: Iterable[Proposal]) -> Change:
    edits = [proposal.edit for proposal in proposals if proposal.decision == APPLY]
    return change_of(state, {("edits", edit.id): edit for edit in edits})


def _reporter(progress: Progress, is_cancelled: Callable[[], bool]) -> Callable[[int], None]:
    def report(stage: int) -> None:
        if is_cancelled():
            raise Cancelled
        progress(STAGES[stage], stage / len(STAGES))

    return report


def load_workshop(glossaries: Iterable[Path] = (), *, has_built_in: bool = True, summarises: bool = True) -> Workshop:
    """A workshop with everything loaded; takes seconds. Raises `BrokenGlossary` before anything slow begins."""
    own = [term for path in glossaries for term in read_glossary(path)]
    terms = merged([*own, *(built_in_terms() if has_built_in else [])])
    importing = Thread(target=keyphrases.load, daemon=True)
    if summarises:
        importing.start()
    korean = Korean(kiwi_words(terms))
    korean.warm_up()
    workshop = Workshop(korean, terms, summarises=summarises)
    if summarises:
        importing.join()
    return workshop
