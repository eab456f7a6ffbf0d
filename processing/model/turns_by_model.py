"""A model's second opinion on who speaks, through a server or the clipboard: asked in parts, judged by the rails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from processing.model.asking import ON_PASTE, Asked, Asking, Listening, Model, Report, answers_of, prepared
from processing.model.numbered import parts_of
from processing.model.parsing import rows_of, said_number
from processing.model.prompting import turns_request
from processing.model.turn_rails import JudgedTurns, SaidTurn, TurnKind, judged_turns
from processing.note import State
from processing.proposals import TurnProposal
from processing.source import Source
from processing.transcript import transcript


class TurnsByModel(NamedTuple):
    """A model's proposals on turns, none applied, and what became of its answer."""

    proposals: list[TurnProposal]
    report: Report


def turns_asked(source: Source, state: State, how: Asking = ON_PASTE) -> Asked:
    """What is sent to hear who speaks where: the transcript as it reads now. Raises `ModelFailed`."""
    lines, wording = prepared(transcript(source, state), state, how, None)
    parts = tuple(parts_of(lines, how.most_characters))
    return Asked(tuple(turns_request(part, wording) for part in parts), parts, wording)


def turns_answered(
    model: Model, asked: Asked, source: Source, state: State, listening: Listening | None = None
) -> TurnsByModel:
    """The proposals after exactly what `asked` holds was sent; `state` is that in which it was made.

    Raises `ModelFailed`, `GivenUp`.
    """
    return turns_from(asked, list(answers_of(model, asked.requests, listening or Listening())), source, state)


def turns_from(asked: Asked, answers: Iterable[str], source: Source, state: State) -> TurnsByModel:
    """The proposals of answers, whatever part each is about; `state` is that in which `asked` was made."""
    rows = [row for answer in answers for row in rows_of(answer, "turns")]
    read = [_said(row) for row in rows]
    said = [one for one in read if one is not None]
    judged = judged_turns(said, asked.lines, asked.wording.mask, source, state)
    return TurnsByModel(list(judged.proposals), _report(asked, judged, len(read) - len(said)))


def _said(row: object) -> SaidTurn | None:
    if not isinstance(row, dict) or row.get("kind") not in set(TurnKind):
        return None
    number, words = said_number(row.get("line")), row.get("words")
    if number is None or not isinstance(words, str):
        return None
    named = [value if isinstance(value := row.get(key), str) else "" for key in ("speaker", "other")]
    return SaidTurn(TurnKind(row["kind"]), number, words, *named)


def _report(asked: Asked, judged: JudgedTurns, unreadable: int) -> Report:
    dropped = judged.dropped + unreadable
    warning = f"AI가 말한 사람에 대해 낸 의견 가운데 {dropped}개는 녹취록과 맞지 않아 뺐습니다."
    warnings = (warning,) if dropped else ()
    return Report(len(asked.requests), asked.characters, len(judged.proposals), dropped, 0, warnings)
