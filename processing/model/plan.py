"""What a person asks a model for, and exactly what would be sent for it: made before anything leaves.

A plan is made where the language is loaded and carried to where it is shown, agreed to and sent; nothing that it does
not hold is sent but the parts' own results on their way to one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from processing.analysis import Analysis
from processing.model.asking import PASTE_CHARACTERS, Asked, Asking, masked
from processing.model.failure import Reason, failed
from processing.model.numbered import SentLine
from processing.model.parsing import said_lines, values_in
from processing.model.prompting import Request
from processing.model.summary_by_model import SummaryByModel, day_of, setting_of, summary_asked, summary_from
from processing.model.terms_by_model import TermsByModel, terms_asked, terms_from
from processing.model.turns_by_model import TurnsByModel, turns_asked, turns_from
from processing.note import State
from processing.source import Source
from processing.terms.glossary import Term
from processing.transcript import transcript

TERMS, SUMMARY, TURNS = "잘못 들은 말 찾기", "회의록 쓰기", "말한 사람 살피기"
QUESTION_SIGN = "<녹취록 표식="  # stands in every question and in no answer


@dataclass(frozen=True)
class Wish:
    """What a person wants of a model: `terms` (misheard words), `summary` (the minutes), `turns` (who speaks where),
    personal numbers masked or not.

    `most_characters` is how much of the transcript goes into one part, in code points.
    """

    terms: bool = True
    summary: bool = True
    masks: bool = True
    most_characters: int = PASTE_CHARACTERS
    turns: bool = False


@dataclass(frozen=True)
class Part:
    """One request, and what the person is told that it is."""

    what: str
    request: Request


@dataclass(frozen=True)
class Plan:
    """What is asked, None where it is not wanted; `known` are the terms that an answer is judged by."""

    terms: Asked | None = None
    summary: Asked | None = None
    known: tuple[Term, ...] = ()
    turns: Asked | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that will be sent, in order; of a long note the parts' results are merged afterwards."""
        return (*_parts(TERMS, self.terms), *_parts(TURNS, self.turns), *_parts(SUMMARY, self.summary))

    @property
    def merges(self) -> bool:
        """Whether one more request will make one result of the parts' results."""
        return self.summary is not None and len(self.summary.requests) > 1

    @property
    def characters(self) -> int:
        """How many code points leave."""
        return sum(part.request.characters for part in self.parts)

    @property
    def tokens(self) -> int:
        """About how many tokens that is, at the most."""
        return sum(part.request.tokens for part in self.parts)

    def counted(self) -> Plan:
        """The same with all sizes known: ten hours take a tenth of a second, which whoever shows it has not got."""
        for part in self.parts:
            part.request.count()
        return self

    @property
    def hidden(self) -> Mapping[str, int]:
        """How many different numbers and addresses are hidden, by their sort (전화번호)."""
        signs = {sign for asked in (self.terms, self.turns, self.summary) if asked for sign in masked(asked)}
        return Counter(sign.strip("[]").partition("#")[0] for sign in sorted(signs))


def _parts(what: str, asked: Asked | None) -> tuple[Part, ...]:
    requests = asked.requests if asked is not None else ()
    return tuple(Part(part_name(what, number, len(requests)), one) for number, one in enumerate(requests, 1))


def part_name(what: str, number: int, parts: int) -> str:
    """What a part is called.

    >>> part_name(SUMMARY, 2, 3), part_name(TERMS, 1, 1)
    ('회의록 쓰기 2/3', '잘못 들은 말 찾기')
    """
    return f"{what} {number}/{parts}" if parts > 1 else what


def planned(source: Source, state: State, wish: Wish, analysis: Callable[[], Analysis], terms: Iterable[Term]) -> Plan:
    """What would be sent for a wish. Raises `ModelFailed` when nothing may be sent."""
    how = Asking(wish.masks, most_characters=wish.most_characters)
    known = tuple(terms) if wish.terms else ()
    return Plan(
        terms_asked(source, state, analysis(), known, how) if wish.terms else None,
        summary_asked(transcript(source, state), state, day_of(source), how) if wish.summary else None,
        known,
        turns_asked(source, state, how) if wish.turns else None,
    ).counted()


# --- answers that a person brings -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pasted:
    """Answers found in a pasted text, as JSON by what they are about; empty where there is none."""

    terms: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """What is left of pasted answers; `missing` are the numbers (from 1) of the summary's parts that nothing is about."""

    terms: TermsByModel | None = None
    summary: SummaryByModel | None = None
    missing: tuple[int, ...] = ()
    turns: TurnsByModel | None = None


def pasted(text: str) -> Pasted:
    """The answers in a pasted text, corrections, minutes and opinions on turns apart. Raises `ModelFailed` where there is none.

    >>> pasted('1번: {"edits": []} 2번: {"summary": []}')
    Pasted(terms=('{"edits": []}',), summary=('{"summary": []}',), turns=())
    """
    values = values_in(text)
    turns = [value for value in values if _is_about_turns(value)]
    others = [value for value in values if not _is_about_turns(value)]
    terms = [value for value in others if isinstance(value, list) or "edits" in value]
    summary = [value for value in others if isinstance(value, dict) and "edits" not in value]
    return Pasted(tuple(map(_json, terms)), tuple(map(_json, summary)), tuple(map(_json, turns)))


def _is_about_turns(value: Any) -> bool:
    if isinstance(value, dict):
        return "turns" in value
    return any(isinstance(row, dict) and "words" in row for row in value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def judged(answers: Pasted, plan: Plan, source: Source, state: State, of_turns: State | None = None) -> Judged:
    """What is left of pasted answers to a plan; `state` is that in which it was made. Raises `ModelFailed`.

    `of_turns` is the state in which its question about turns was made, where that is another.
    """
    terms = summary = turns = None
    missing: tuple[int, ...] = ()
    if answers.terms and plan.terms is not None:
        terms = terms_from(plan.terms, answers.terms, source, plan.known)
    if answers.summary and plan.summary is not None:
        summary = summary_from(plan.summary, answers.summary, setting_of(source, state, plan.summary))
        missing = missing_parts(plan.summary.parts, answers.summary)
    if answers.turns and plan.turns is not None:
        turns = turns_from(plan.turns, answers.turns, source, of_turns or state)
    if terms is None and summary is None and turns is None:
        raise failed(Reason.WRONG_FORM)
    return Judged(terms, summary, missing, turns)


def missing_parts(parts: Sequence[Sequence[SentLine]], answers: Iterable[str]) -> tuple[int, ...]:
    """The numbers, from 1, of parts of which no answer cites a line."""
    cited = {number for answer in answers for line in said_lines(answer).said for number in line.lines}
    return tuple(i for i, part in enumerate(parts, 1) if cited.isdisjoint(line.number for line in part))
