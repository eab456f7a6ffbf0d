"""What of a change of the note teaches something: edits that a person made or took back, and refusals; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processing.journal import PERSON
from processing.note import Change, Edit, EditKind, State
from processing.proposals import IGNORED, Proposal, renamed

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
    """Whether a person says what a word should be; to unify spellings says so only where they typed the right one."""
    if edit is None or edit.by != PERSON:
        return False
    return edit.kind in TEACHING or (edit.kind is EditKind.STYLE and edit.source == "user")


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


def spelt_as_chosen(
    edits: Iterable[Edit], meant: Mapping[str, str], offered: Sequence[Proposal], still_open: Iterable[Proposal]
) -> list[Proposal]:
    """The open offers of a term that a person has just chosen another spelling for, with that spelling.

    `edits` are those just made, `meant` the right form that each teaches by its id.
    """
    chosen = {edit.place: meant[edit.id] for edit in edits if edit.kind is EditKind.STYLE and edit.id in meant}
    forms = {one.term: chosen[one.edit.place] for one in offered if one.edit.place in chosen}
    return [renamed(one, forms[one.term]) for one in still_open if forms.get(one.term, one.term) != one.term]


def is_applied(one: Proposal, offered: Iterable[Proposal], state: State) -> bool:
    """Whether what stands at a place came from an offer that the program applied, and from nothing a person judged."""
    met = [other for other in offered if other.edit.place.overlaps(one.edit.place)]
    return bool(met) and all(other.id in state.edits and other.id not in state.verdicts for other in met)
