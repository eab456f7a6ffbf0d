"""A model's second opinion on terms, and the minutes by a model: asked in parts, judged by the rails.

The way through a server and the way through the clipboard are one: `terms_asked` and `summary_asked` say exactly what
is to be sent, `…_from` judge what came back, `…_by_model` do both with a model in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, Protocol

from processing.analysis import Analysis
from processing.attendees import attendees_of
from processing.model.failure import GivenUp, ModelFailed, Reason, failed
from processing.model.hints import Hints
from processing.model.line_rails import JudgedLines, Setting, judged_lines
from processing.model.masking import NO_MASK, mask_of
from processing.model.merging import draft_of, groups_of, one_after_another
from processing.model.numbered import SentLine, parts_of, sent_lines
from processing.model.parsing import SaidEdit, said_edits, said_lines
from processing.model.prompting import Request, Wording, merge_request, summary_request, terms_request
from processing.model.rails import Forms, Judged, judged_edits
from processing.note import Line, State
from processing.proposals import Proposal
from processing.source import Source
from processing.terms.glossary import Term
from processing.transcript import Turn, transcript

PASTE_CHARACTERS = 12_000  # what a chat window takes in one go without turning it into a file
MOST_ROUNDS = 6  # of merging merges
_OF_NO_USE = (Reason.BAD_JSON, Reason.WRONG_FORM, Reason.REFUSED)  # an answer has come, and says nothing


class Model(Protocol):
    """Whatever answers a request: a server, or a script in a test."""

    @property
    def most_characters(self) -> int:
        """How much of a transcript it takes in one request, in code points."""

    def answer(self, request: Request, on_text: Callable[[str], None], is_cancelled: Callable[[], bool]) -> str:
        """The whole answer. Raises `ModelFailed`, and `GivenUp` when it is cancelled."""


@dataclass(frozen=True)
class Asking:
    """How to ask: `masks` personal numbers or not, an own `instruction` in place of ours, how much in one part."""

    masks: bool = True
    instruction: str | None = None
    most_characters: int = PASTE_CHARACTERS


ON_PASTE = Asking()


@dataclass(frozen=True)
class Listening:
    """Who hears of the answer as it comes in: `on_text` its pieces, `on_part` which part of how many is asked."""

    on_text: Callable[[str], None] = field(default=lambda _: None)
    on_part: Callable[[int, int], None] = field(default=lambda _number, _all: None)
    is_cancelled: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True)
class Asked:
    """What is to be sent: a request a part, and the lines each part holds."""

    requests: tuple[Request, ...]
    parts: tuple[tuple[SentLine, ...], ...]
    wording: Wording

    @property
    def lines(self) -> tuple[SentLine, ...]:
        """All lines that are sent."""
        return tuple(line for part in self.parts for line in part)

    @property
    def characters(self) -> int:
        """How many code points leave."""
        return sum(request.characters for request in self.requests)

    @property
    def tokens(self) -> int:
        """About how many tokens that is."""
        return sum(request.tokens for request in self.requests)


@dataclass(frozen=True)
class Report:
    """What became of an answer. `characters` and `requests` are what was sent, `warnings` Korean sentences."""

    requests: int = 0
    characters: int = 0
    kept: int = 0
    dropped: int = 0
    doubtful: int = 0
    warnings: tuple[str, ...] = ()


class TermsByModel(NamedTuple):
    """A model's proposals, none applied, and what became of its answer."""

    proposals: list[Proposal]
    report: Report


class SummaryByModel(NamedTuple):
    """A model's lines by id, and what became of its answer."""

    lines: dict[str, Line]
    report: Report


# --- terms ----------------------------------------------------------------------------------------------------------


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


# --- summary --------------------------------------------------------------------------------------------------------


def summary_asked(turns: Iterable[Turn], state: State, day: date | None, how: Asking = ON_PASTE) -> Asked:
    """What is sent for the minutes; `day` is the note's date. Raises `ModelFailed` when nothing may be sent."""
    lines, wording = prepared(turns, state, how, day)
    parts = tuple(parts_of(lines, how.most_characters))
    return Asked(tuple(summary_request(part, wording) for part in parts), parts, wording)


def summary_by_model(
    model: Model,
    source: Source,
    state: State,
    turns: Sequence[Turn] | None = None,
    names: Iterable[str] = (),
    how: Asking = ON_PASTE,
    listening: Listening | None = None,
) -> SummaryByModel:
    """The minutes as a model writes them, each line with the places that say it. Raises `ModelFailed`, `GivenUp`.

    `turns` are those of `source` and `state`, if they are at hand; `names` are people known beside the speakers.
    """
    said_turns = turns if turns is not None else transcript(source, state)
    how = replace(how, most_characters=model.most_characters)
    asked = summary_asked(said_turns, state, day_of(source), how)
    return summary_answered(model, asked, setting_of(source, state, asked, names), listening)


def summary_answered(
    model: Model, asked: Asked, setting: Setting, listening: Listening | None = None
) -> SummaryByModel:
    """The minutes after what `asked` holds was sent, and of several parts what came back, to be merged.

    Raises `ModelFailed`, `GivenUp`.
    """
    listening = listening or Listening()
    drafts = _Drafts(setting)
    for answer, part in zip(answers_of(model, asked.requests, listening), asked.parts, strict=True):
        drafts.take(answer, part)
    merges = _merged(model, drafts, asked, listening)
    return _result(drafts, asked, merges)


def summary_from(asked: Asked, answers: Iterable[str], setting: Setting) -> SummaryByModel:
    """The lines of answers pasted by hand; parts are put one behind the other, headline and summary cut to size."""
    drafts = _Drafts(setting)
    for answer in answers:
        drafts.take(answer, asked.lines)
    drafts.judged = [judged_lines(one_after_another(drafts.judged), asked.lines, setting)]
    return _result(drafts, asked, ())


def setting_of(source: Source, state: State, asked: Asked, names: Iterable[str] = ()) -> Setting:
    """What lines of this note are judged against."""
    people = (*names, *attendees_of(state))
    return Setting(asked.wording.mask, state.speakers, day_of(source), tuple(people))


def day_of(source: Source) -> date | None:
    """The note's date, by which 내일 and 다음 주 are understood."""
    return source.header.recorded_at.date() if source.header.recorded_at is not None else None


class _Drafts:
    """The judged results of the parts, and the count of what fell away on the way."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.judged: list[JudgedLines] = []
        self.dropped = 0
        self.is_in_parts = False  # whether parts stand one behind the other that a model could not make one

    def take(self, answer: str, lines: Sequence[SentLine]) -> JudgedLines:
        """Judge an answer about these lines."""
        said = said_lines(answer)
        judged = judged_lines(said.said, lines, self.setting)
        self.dropped += said.unreadable + judged.dropped
        self.judged.append(judged)
        return judged

    def take_merged(self, answer: str, group: Sequence[JudgedLines], lines: Sequence[SentLine]) -> None:
        """Judge what a model made of a group of parts; of what is of no use the parts are kept, which were good."""
        try:
            if self.take(answer, lines).lines:
                return
            self.judged.pop()
        except ModelFailed as failure:
            if failure.reason not in _OF_NO_USE:
                raise
        self.judged.append(judged_lines(one_after_another(group), lines, self.setting))
        self.is_in_parts = True


def _merged(model: Model, drafts: _Drafts, asked: Asked, listening: Listening) -> tuple[Request, ...]:
    """Have the model make one result of the parts', in rounds if they do not fit into one request; what was sent."""
    sent: list[Request] = []
    for _ in range(MOST_ROUNDS):
        if len(drafts.judged) < 2 or drafts.is_in_parts:
            break
        groups = groups_of(drafts.judged, max(model.most_characters, 2000))
        requests = [merge_request([draft_of(j.said) for j in group], asked.wording) for group in groups]
        sent.extend(requests)
        drafts.judged = []
        for answer, group in zip(answers_of(model, requests, listening), groups, strict=True):
            drafts.take_merged(answer, group, asked.lines)
    if len(drafts.judged) > 1:  # too much for the model to merge: put one behind the other
        drafts.judged = [judged_lines(one_after_another(drafts.judged), asked.lines, drafts.setting)]
        drafts.is_in_parts = True
    return tuple(sent)


def _result(drafts: _Drafts, asked: Asked, merges: Sequence[Request]) -> SummaryByModel:
    lines = dict(drafts.judged[0].lines) if drafts.judged else {}
    if not lines:
        raise failed(Reason.NOTHING_LEFT)
    to_check = sum(line.needs_check for line in lines.values())
    warnings = []
    if drafts.dropped:
        warnings.append(f"AI가 쓴 줄 가운데 {drafts.dropped}개는 녹취록에서 근거를 찾지 못해 뺐습니다.")
    if to_check:
        warnings.append(f"AI가 쓴 줄 가운데 {to_check}개는 근거에 없는 숫자나 이름이 있어 '확인 필요'로 표시했습니다.")
    if drafts.is_in_parts:
        warnings.append(
            "AI가 나눈 답을 하나로 합치지 못해 부분마다 받은 내용을 이어 놓았습니다. 겹치는 줄은 지워 주세요."
        )
    sent = [*asked.requests, *merges]
    characters = sum(request.characters for request in sent)
    return SummaryByModel(lines, Report(len(sent), characters, len(lines), drafts.dropped, to_check, tuple(warnings)))


# --- both -----------------------------------------------------------------------------------------------------------


def prepared(turns: Iterable[Turn], state: State, how: Asking, day: date | None) -> tuple[list[SentLine], Wording]:
    """The lines that may be sent, and what they are sent with. Raises `ModelFailed` when nothing may be sent."""
    lines = sent_lines(turns, state.withheld.values())
    if not lines:
        raise failed(Reason.NOTHING_TO_SEND)
    speakers = {line.speaker for line in lines}
    mask = mask_of([*(line.text for line in lines), *speakers]) if how.masks else NO_MASK
    return lines, Wording(mask, day, how.instruction)


def answers_of(model: Model, requests: Sequence[Request], listening: Listening) -> Iterator[str]:
    """The answers to these requests, one after another. Raises `ModelFailed`, `GivenUp`."""
    for number, request in enumerate(requests, 1):
        if listening.is_cancelled():
            raise GivenUp
        listening.on_part(number, len(requests))
        yield model.answer(request, listening.on_text, listening.is_cancelled)


def masked(asked: Asked) -> Mapping[str, str]:
    """What is hidden in what is sent: the sign and what stands behind it, for the person to look at."""
    return asked.wording.mask.originals
