"""What of a change of the note teaches something: edits that a person made or took back, and refusals; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processing.journal import PERSON
from processing.note import Change, Edit, EditKind
from processing.proposals import IGNORED, Proposal

TEACHING = (EditKind.TERM, EditKind.WORD, EditKind.MANUAL)

Pair = tuple[str, str]  # what was heard, what was meant


@dataclass(frozen=True)
class Acts:
    """Edits that became a person's, those that no longer are, and proposals newly ignored or no longer so, by id."""

    made: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()
    refused: tuple[str, ...] = ()
    forgiven: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.made or self.undone or self.refused or self.forgiven)


def acts_in(change: Change) -> Acts:
    """What a change did that teaches; the inverse of a change did the opposite, so undoing unlearns."""
    made: list[Edit] = []
    undone: list[Edit] = []
    refused: list[str] = []
    forgiven: list[str] = []
    for (name, key), step in change.steps.items():
        if name == "edits":
            if _teaches(step.new) and not _teaches(step.old):
                made.append(step.new)
            elif _teaches(step.old) and not _teaches(step.new):
                undone.append(step.old)
        elif name == "verdicts" and (step.new == IGNORED) != (step.old == IGNORED):
            (refused if step.new == IGNORED else forgiven).append(key)
    return Acts(tuple(made), tuple(undone), tuple(refused), tuple(forgiven))


def _teaches(edit: Edit | None) -> bool:
    return edit is not None and edit.by == PERSON and edit.kind in TEACHING


def pairs_of(
    edits: Iterable[Edit], offered: Mapping[str, Proposal], lessons: Mapping[str, Pair | None]
) -> Counter[Pair]:
    """How often each pair was said by these edits: a row that was taken as it was offered, or a lesson worth keeping."""
    counts: Counter[Pair] = Counter()
    for edit in edits:
        row = offered.get(edit.id)
        pair = (row.heard, row.term) if row is not None else lessons.get(edit.id)
        if pair is not None:
            counts[pair] += 1
    return counts


def pairs_refused(ids: Iterable[str], offered: Mapping[str, Proposal]) -> Counter[Pair]:
    """How often each pair was refused."""
    rows = (offered.get(id_) for id_ in ids)
    return Counter((row.heard, row.term) for row in rows if row is not None and row.edit.kind in TEACHING)
