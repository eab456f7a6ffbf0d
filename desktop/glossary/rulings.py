"""항상 이렇게 고치기 and 앞으로 제안하지 않기: rules that hold in every note, made by an action of one.

The action's name in the journal says which rule it made, so that undoing and doing again find it however long ago it
was. The rule that it replaced is kept with the settings under the action.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.words import kept
from processing.terms.learning import ALWAYS, NEVER

if TYPE_CHECKING:
    from processing.journal import Entry
    from processing.library import Library

BEFORE = "rule before:"  # and the action, in the settings
_ARROW = " → "


@dataclass(frozen=True)
class Ruling:
    """That `heard` is always corrected to `meant`, or never offered as it."""

    heard: str
    meant: str
    rule: str

    @property
    def what(self) -> str:
        """The name of the action that makes it."""
        pair = f"{self.heard}{_ARROW}{self.meant}"
        return kept(f"항상 이렇게 고치기: {pair}") if self.rule == ALWAYS else kept(f"앞으로 제안하지 않기: {pair}")


def ruling_of(what: str) -> Ruling | None:
    """The rule that an action of this name made; None if it made none.

    >>> ruling_of("항상 이렇게 고치기: 레그 → RAG")
    Ruling(heard='레그', meant='RAG', rule='always')
    >>> ruling_of("레그 → RAG 2곳 적용") is None
    True
    """
    for name in (ALWAYS, NEVER):
        opening = Ruling("", "", name).what.removesuffix(_ARROW)
        heard, arrow, meant = what.removeprefix(opening).partition(_ARROW)
        if what.startswith(opening) and arrow:
            return Ruling(heard, meant, name)
    return None


def undone_by(entries: Sequence[Entry]) -> tuple[Entry, bool]:
    """The action that the last entry takes back or does again, and whether it stands taken back now.

    The last entry itself, and no, where it does neither.
    """
    known = {entry.id: entry for entry in entries}
    entry, is_undone = entries[-1], False
    while entry.undoes is not None:
        entry, is_undone = known[entry.undoes], not is_undone
    return entry, is_undone


def rule(library: Library, ruling: Ruling, act: str | None) -> None:
    """Make the rule, and keep which one it replaces; `act` is the action's own name among all, None if there is none."""
    from processing.library import Rule

    pair = ruling.heard, ruling.meant
    former = next((one.rule for one in library.learned() if (one.heard, one.meant) == pair), Rule.LEARNED)
    if act is not None and former is not Rule.LEARNED:
        library.set_setting(BEFORE + act, former.value)
    library.set_rule(*pair, Rule(ruling.rule))


def unrule(library: Library, ruling: Ruling, act: str) -> None:
    """Give the pair the rule back that it had before the action."""
    from processing.library import Rule

    library.set_rule(ruling.heard, ruling.meant, Rule(library.setting(BEFORE + act) or Rule.LEARNED))
