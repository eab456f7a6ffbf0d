"""A place to judge with the words around it: what goes, what comes, and where the two stand; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.note.transcript_rows import Row, row_at
from desktop.retold import retold
from desktop.words import tr
from processing.proposals import Proposal

BEFORE, AFTER = 34, 46  # code points around the place: about two lines of a narrow panel


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
