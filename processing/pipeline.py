"""The whole job as plain calls: from a source to repaired turns, right terms and the lines of the minutes.

Order: certain turn repair -> one analysis -> terms -> analysis of the touched sentences -> summary. Nothing here
touches the network, a database or a file but the glossaries it is given.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

from processing.analysis import Analysis
from processing.basis import resting
from processing.cleaned import Cleaned
from processing.errors import UserError
from processing.korean import Korean
from processing.meeting_info import filled_form
from processing.neighbourhood import Neighbourhood
from processing.note import Change, Edit, Line, State, apply, change_of, first_state
from processing.packed import PackedAnalysis, packed, unpacked
from processing.proposals import BRIDGES, Proposal, applied, may_be_misheard
from processing.readers import read
from processing.renewing import another_sentence, made_again
from processing.source import Place, Source
from processing.summary import keyphrases, offline
from processing.summary.tools import tool_names
from processing.terms.companion import terms_in
from processing.terms.corrector import Corrector, Taught
from processing.terms.glossary import Term, built_in_terms, read_glossary
from processing.terms.lexicon import kiwi_words
from processing.terms.memory import Memory
from processing.told_form import told_form
from processing.transcript import Turn, TurnsMade, transcript
from processing.turns import certain_repairs, likely_turns, named_speakers, segment_repairs
from processing.turns.fillers import Filler, fillers_of, still_standing

Progress = Callable[[str, float], None]

KEPT_ANALYSES = 3  # notes whose sentences are kept, so that a correction by hand is spread at once
LONG = 150_000  # code points read at a time, some two and a half hours of talk, that leave memory in pieces behind

STAGES = ("발언 정리", "문장 분석", "용어 찾기", "요약")


class Cancelled(Exception):
    """The person took the job back; nothing of it is kept."""


@dataclass
class _Job:
    """A note on its way: the state so far and the steps that led there."""

    source: Source
    state: State
    steps: list[tuple[str, Change]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._made = TurnsMade(self.source)

    def take(self, what: str, change: Change) -> None:
        """Apply a change and remember it; an empty one leaves no trace."""
        if change:
            self.state = apply(self.state, change)
            self.steps.append((what, change))

    def turns(self) -> list[Turn]:
        """The turns as they now stand."""
        return self._made.of(self.state)


def _silent(_stage: str, _share: float) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Estate:
    """What one workshop leaves to the next: what the person has taught, and the sentences of the last notes."""

    memory: Memory
    analyses: dict[str, PackedAnalysis]  # by the source's hash, the last one last


class Workshop:
    """A loaded Kiwi and the terms it works with; `clean` may be called for any number of notes.

    `terms` are those of glossary files; `remember` gives what a person has taught besides.
    """

    def __init__(
        self, korean: Korean, terms: Iterable[Term] = (), *, has_built_in: bool = True, summarises: bool = True
    ) -> None:
        self.korean = korean
        self.corrector = Corrector(terms, korean.morphemes, has_built_in=has_built_in)
        self._analyses: OrderedDict[str, PackedAnalysis] = OrderedDict()
        self._summarises = summarises
        self._keyword_model = ""
        self._embedder: keyphrases.Embedder | None = None
        self.is_worn = False  # whether a fresh one, with this one's estate, would take much less memory

    def clean(self, source: Source, progress: Progress = _silent, is_cancelled: Callable[[], bool] = _never) -> Cleaned:
        """Everything that can be done for a note without being asked; raises `Cancelled` between two stages."""
        job = _Job(source, first_state(source))
        report = _reporter(progress, is_cancelled)
        report(0)
        self.is_worn |= len(source.text) > LONG
        if self._summarises:
            _importing()
        repairs, certain = certain_repairs(source, job.state, self.korean.wants_blank)
        job.take("발언 정리", repairs)
        segments, joined = segment_repairs(source, job.state, self.korean.wants_blank, self.korean.morphemes_of)
        job.take("발언 정리", segments)
        report(1)
        analysis = self.korean.analyse(job.turns())
        self._keep(source, analysis)
        likely = likely_turns(source, job.state, analysis)
        names = named_speakers(source, job.state, analysis)
        report(2)
        proposals = self.search_terms(analysis, job.state, source.header.owner)
        job.take("용어 자동 적용", applied(job.state, proposals))
        report(3)
        job.take("회의 정보", filled_form(job.state, source.header))
        if self._summarises:
            self._summarise(job, analysis, proposals)
        progress(STAGES[-1], 1.0)
        turn_proposals, template = (*certain, *joined, *likely, *names), offline.proposed_template(analysis)
        made = (tuple(job.steps), job.state, tuple(proposals), turn_proposals)
        return Cleaned(source, *made, tuple(job.warnings), template)

    def find_keywords_by(self, model: str) -> None:
        """From the next note on, have a model2vec or sentence-transformers model find the keywords; "" for our own way.

        `model` is a folder, or a name that its library looks up. It loads with the first summary; where it cannot be
        had, the note is told so and the keywords are found in our own way.
        """
        self._keyword_model, self._embedder = model, None

    def remember(self, memory: Memory) -> None:
        """Go on with what a person has taught: own terms, learned pairs, what is switched off."""
        self.corrector.remember(memory)

    def search_terms(
        self, analysis: Analysis, state: State | None = None, owner: str | None = None, note: str = ""
    ) -> list[Proposal]:
        """What these sentences should read otherwise, each decided: apply or propose."""
        return self.corrector.proposals(analysis, state, owner, note)

    def proposals_for(self, source: Source, state: State) -> list[Proposal]:
        """What a note should read otherwise by what is known now; nothing of it is applied."""
        return self.search_terms(self.analysis_of(source, state), state, source.header.owner, source.sha256)

    def taught(self, source: Source, state: State, edits: Iterable[Edit]) -> Taught:
        """What a person's `edits` teach and the other places that should read so; `state` has the edits in it."""
        return self.corrector.taught(self.analysis_of(source, state), state, edits)

    def fillers_of(self, source: Source, state: State) -> list[Filler]:
        """The words of a note that say nothing and may go; nothing of it is taken out."""
        return still_standing(state, fillers_of(self.analysis_of(source, state)))

    def terms_in(self, raw: bytes, name: str) -> list[Term]:
        """The terms of a companion document (agenda, slides' text, blog post) that are not known yet.

        Raises `UnreadableFile`.
        """
        return terms_in(read(raw, name).source.text, self.corrector.is_known, self.korean.morphemes)

    def renewed_line(self, neighbourhood: Neighbourhood) -> Line | None:
        """The line of a neighbourhood made again from what is said there now; None where nothing of its kind is."""
        return made_again(self.korean, neighbourhood, [term.term for term in self.corrector.terms])

    def other_line(self, neighbourhood: Neighbourhood, seen: Iterable[Place] = ()) -> Line | None:
        """The line of a neighbourhood with its next best sentence; None where there is none that `seen` has not shown."""
        return another_sentence(self.korean, neighbourhood, seen)

    def analysis_of(self, source: Source, state: State) -> Analysis:
        """The sentences of a note as they were heard: with its line breaks mended, without any correction."""
        key = source.sha256
        if key in self._analyses:
            self._analyses.move_to_end(key)
            return unpacked(self._analyses[key], source.text)
        edits = {id_: edit for id_, edit in state.edits.items() if edit.kind in BRIDGES}
        analysis = self.korean.analyse(transcript(source, replace(state, edits=edits)))
        self._keep(source, analysis)
        return analysis

    def _keep(self, source: Source, analysis: Analysis) -> None:
        self._analyses[source.sha256] = packed(analysis)
        if len(self._analyses) > KEPT_ANALYSES:
            self._analyses.popitem(last=False)

    def estate(self) -> Estate:
        """What another workshop needs to go on where this one stands."""
        return Estate(self.corrector.memory, dict(self._analyses))

    def inherit(self, estate: Estate) -> None:
        """Go on where another workshop has stood."""
        self.remember(estate.memory)
        self._analyses = OrderedDict(estate.analyses)

    def _summarise(self, job: _Job, analysis: Analysis, proposals: Sequence[Proposal]) -> None:
        """The lines of the minutes, and what the talk tells the form, each a step of its own."""
        recorded, turns = job.source.header.recorded_at, job.turns()
        day = recorded.date() if recorded else None
        analysis = self.korean.renewed(
            analysis, turns, [edit.place for edit in job.state.edits.values() if edit.kind not in BRIDGES]
        )
        job.take("회의 정보", told_form(job.state, analysis, turns, day))
        lines = offline.summarise(
            analysis,
            turns,
            day,
            job.state.speakers,
            [term.term for term in self.corrector.terms],
            self._named_embedder(job),
            tool_names=tool_names(self.corrector.terms),
            offered=may_be_misheard(proposals, job.state),
        )
        based = resting(job.source, job.state, lines)
        job.take("요약", change_of(job.state, {("lines", id_): line for id_, line in based.items()}))

    def _named_embedder(self, job: _Job) -> keyphrases.Embedder | None:
        if self._keyword_model and self._embedder is None:
            try:
                self._embedder = keyphrases.named_embedder(self._keyword_model)
            except UserError as error:
                job.warnings.append(error.sentence)
        return self._embedder


def _reporter(progress: Progress, is_cancelled: Callable[[], bool]) -> Callable[[int], None]:
    def report(stage: int) -> None:
        if is_cancelled():
            raise Cancelled
        progress(STAGES[stage], stage / len(STAGES))

    return report


def _importing() -> Thread:
    """What the summary is made with on its way in, beside other work; nothing where it is there already."""
    thread = Thread(target=keyphrases.load, daemon=True)
    thread.start()
    return thread


def load_workshop(
    glossaries: Iterable[Path] = (), *, has_built_in: bool = True, summarises: bool = True, words: Iterable[str] = ()
) -> Workshop:
    """A workshop with everything loaded; takes seconds. Raises `BrokenGlossary` before anything slow begins.

    `words` are further nouns that the analyser should not take apart.
    """
    own = [term for path in glossaries for term in read_glossary(path)]
    importing = _importing() if summarises else None
    workshop = _workshop(own, words, has_built_in=has_built_in, summarises=summarises)
    if importing is not None:
        importing.join()
    return workshop


def load_waiting_workshop(
    glossaries: Iterable[Path] = (), *, has_built_in: bool = True, words: Iterable[str] = ()
) -> Workshop:
    """As `load_workshop`, but what only summaries need comes with the first: it takes 90 MB, and many notes are read only.

    Raises `BrokenGlossary`.
    """
    own = [term for path in glossaries for term in read_glossary(path)]
    return _workshop(own, words, has_built_in=has_built_in, summarises=True)


def _workshop(own: list[Term], words: Iterable[str], *, has_built_in: bool, summarises: bool) -> Workshop:
    korean = Korean([*kiwi_words([*own, *(built_in_terms() if has_built_in else [])]), *words])
    korean.warm_up()
    return Workshop(korean, own, has_built_in=has_built_in, summarises=summarises)
