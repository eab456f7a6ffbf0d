"""The minutes by a model: asked in parts, judged by the rails (`line_rails.py`), merged by the model where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from processing.attendees import attendees_of
from processing.model.asking import ON_PASTE, Asked, Asking, Listening, Model, Report, answers_of, prepared
from processing.model.failure import ModelFailed, Reason, failed
from processing.model.line_rails import JudgedLines, Setting, judged_lines
from processing.model.merging import draft_of, groups_of, one_after_another
from processing.model.numbered import SentLine, parts_of
from processing.model.parsing import said_lines
from processing.model.prompting import Request, merge_request, summary_request
from processing.note import Line, State
from processing.source import Source
from processing.transcript import Turn, transcript

MOST_ROUNDS = 6  # of merging merges
_OF_NO_USE = (Reason.BAD_JSON, Reason.WRONG_FORM, Reason.REFUSED)  # an answer has come, and says nothing


class SummaryByModel(NamedTuple):
    """A model's lines by id, and what became of its answer."""

    lines: dict[str, Line]
    report: Report


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
