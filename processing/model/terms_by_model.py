"""A model's second opinion on terms: asked in parts, judged by the rails (`rails.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from processing.analysis import Analysis
from processing.model.asking import ON_PASTE, Asked, Asking, Listening, Model, Report, answers_of, prepared
from processing.model.hints import Hints
from processing.model.numbered import parts_of
from processing.model.parsing import SaidEdit, said_edits
from processing.model.prompting import terms_request
from processing.model.rails import Forms, Judged, judged_edits
from processing.note import State
from processing.proposals import Proposal
from processing.source import Source
from processing.terms.glossary import Term
from processing.transcript import transcript


class TermsByModel(NamedTuple):
    """A model's proposals, none applied, and what became of its answer."""

    proposals: list[Proposal]
    report: Report


def terms_asked(
    source: Source, state: State, analysis: Analysis, terms: Iterable[Term], how: Asking = ON_PASTE
) -> Asked:
    """What is sent to hear which words were misheard: the transcript as it reads now, with the nearest terms a part."""
    lines, wording = prepared(transcript(source, state), state, how, None)
    hints = Hints(analysis, terms)
    parts = tuple(parts_of(lines, how.most_characters))
    return Asked(tuple(terms_request(part, hints.near(part), wording) for part in parts), parts, wording)


def terms_by_model(
    model: Model,
    source: Source,
    state: State,
    analysis: Analysis,
    terms: Iterable[Term],
    how: Asking = ON_PASTE,
    listening: Listening | None = None,
) -> TermsByModel:
    """The words that a model holds for misheard, as proposals of source "model". Raises `ModelFailed`, `GivenUp`."""
    known = tuple(terms)
    asked = terms_asked(source, state, analysis, known, replace(how, most_characters=model.most_characters))
    return terms_answered(model, asked, source, known, listening)


def terms_answered(
    model: Model, asked: Asked, source: Source, terms: Iterable[Term], listening: Listening | None = None
) -> TermsByModel:
    """The proposals after exactly what `asked` holds was sent. Raises `ModelFailed`, `GivenUp`."""
    answers = list(answers_of(model, asked.requests, listening or Listening()))
    return terms_from(asked, answers, source, terms)


def terms_from(asked: Asked, answers: Iterable[str], source: Source, terms: Iterable[Term]) -> TermsByModel:
    """The proposals of answers, the first to the first part and so on; a pasted text may hold several answers."""
    forms = Forms(terms)
    said: list[SaidEdit] = []
    unreadable = 0
    for answer in answers:
        edits = said_edits(answer)
        said.extend(edits.said)
        unreadable += edits.unreadable
    judged = judged_edits(said, asked.lines, asked.wording.mask, forms, source.text)
    return TermsByModel(list(judged.proposals), _report_on_terms(asked, judged, unreadable))


def _report_on_terms(asked: Asked, judged: Judged, unreadable: int) -> Report:
    dropped = judged.dropped + unreadable
    warnings = []
    if dropped:
        warnings.append(f"AI가 낸 교정 가운데 {dropped}개는 녹취록에서 그 말을 찾지 못해 뺐습니다.")
    if judged.doubtful:
        warnings.append(f"AI가 낸 교정 가운데 {judged.doubtful}개는 원래 말과 많이 달라 확신이 낮은 제안에 넣었습니다.")
    return Report(
        len(asked.requests), asked.characters, len(judged.proposals), dropped, judged.doubtful, tuple(warnings)
    )
