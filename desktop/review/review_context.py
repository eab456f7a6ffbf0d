"""A place to judge with the words around it: what goes, what comes, and where the two stand; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.note.transcript_rows import Row, row_at
from desktop.retold import retold
from desktop.words import tr
from processing.proposals import Proposal, TurnProposal

BEFORE, AFTER = 34, 46  # code points around the place: about two lines of a narrow panel
LINE = 30  # code points of the turn above, which have a line of their own
NEW_LINE = "\u2028"


@dataclass(frozen=True)
class Context:
    """`text` with the words that go at `gone` and those that come at `come`; `why` is one line, `start_s` seconds."""

    text: str
    gone: tuple[int, int]
    come: tuple[int, int]
    why: str
    speaker: str
    start_s: float | None


def context_of(rows: Sequence[Row], proposal: Proposal, *, is_applied: bool = False) -> Context:
    """The context of a proposal in the transcript as it is shown; of an edit that is applied with `is_applied`."""
    row = row_of(rows, proposal)
    span = row.paragraph.range_of(proposal.edit.place) if row is not None else None
    if row is None or span is None:
        return _assembled("", proposal, "", None)
    low, high = span
    left = _from_word(row.text[max(low - BEFORE, 0) : low], low > BEFORE)
    right = _to_word(row.text[high : high + AFTER], high + AFTER < len(row.text))
    return _assembled(left, proposal, right, row)


@dataclass(frozen=True)
class TurnContext:
    """The words that a change of turns is about: those of the turn above, if they begin theirs, in a line of their own.

    `names` are where speakers stand in `text`, `words` what the change is about; `start_s` in seconds.
    """

    text: str
    names: tuple[tuple[int, int], ...]
    words: tuple[int, int]
    start_s: float | None


def turn_context_of(rows: Sequence[Row], proposal: TurnProposal) -> TurnContext | None:
    """What is said at a change of turns, as it is shown; None where the change is about no words."""
    if not rows or proposal.place.start == proposal.place.end:
        return None
    at = row_at(rows, proposal.place.start)
    row, above = rows[at], rows[at - 1] if at else None
    low, high = row.paragraph.range_of(proposal.place) or (0, 0)
    text, names = "", list[tuple[int, int]]()
    if above is not None and low == 0:
        said = _from_word(above.text[-LINE:], len(above.text) > LINE)
        text = _with_name(text, names, above.speaker) + said + NEW_LINE
    left = _from_word(row.text[max(low - BEFORE, 0) : low], low > BEFORE)
    text = _with_name(text, names, row.speaker) + left
    start, end = len(text), len(text) + high - low
    text += _to_word(row.text[low : high + AFTER], high + AFTER < len(row.text))
    return TurnContext(text, tuple(names), (start, min(end, len(text))), row.start_s)


def _with_name(text: str, names: list[tuple[int, int]], speaker: str) -> str:
    names.append((len(text), len(text) + len(speaker)))
    return f"{text}{speaker}: " if speaker else text


def row_of(rows: Sequence[Row], proposal: Proposal) -> Row | None:
    """The row in which a proposal stands."""
    return rows[row_at(rows, proposal.edit.start)] if rows else None


def _from_word(text: str, is_cut: bool) -> str:
    return "…" + text.partition(" ")[2] if is_cut and " " in text else text


def _to_word(text: str, is_cut: bool) -> str:
    return text.rpartition(" ")[0] + " …" if is_cut and " " in text else text


def _assembled(left: str, proposal: Proposal, right: str, row: Row | None) -> Context:
    edit = proposal.edit
    before = " ".join(edit.before.split())
    pad = " " if edit.before[-1:].isspace() and edit.after[-1:].isspace() else ""
    after = " ".join(edit.after.split()) or tr("지움")
    gone = len(left), len(left) + len(before)
    come = gone[1] + 1, gone[1] + 1 + len(after)
    text = f"{left}{before} {after}{pad}{right}"
    others = (
        tr(" · 다른 후보: {others}").format(others=", ".join(proposal.alternatives[:3]))
        if proposal.alternatives
        else ""
    )
    speaker, start_s = (row.speaker, row.start_s) if row is not None else ("", None)
    return Context(text, gone, come, retold(edit.reason) + others, speaker, start_s)
