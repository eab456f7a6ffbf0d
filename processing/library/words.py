"""What was learned from a person's corrections, and the person's own terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from processing.errors import Bug
from processing.library.columns import whole
from processing.library.store import OnStore
from processing.stored import json_of, value_of

USER, SERIES, NOTE = "user", "series", "note"


class Rule(StrEnum):
    """What follows from a learned correction: what the counts say, always apply it, never offer it."""

    LEARNED = "learned"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Learned:
    """`heard` was `meant`, so a person said: how often yes and no, and in which notes that are still there yes.

    `note_count` counts notes where it was confirmed, deleted ones too.
    """

    id: int
    heard: str
    meant: str
    confirmed: int
    refused: int
    notes: tuple[int, ...]
    note_count: int
    rule: Rule
    enabled: bool


@dataclass(frozen=True)
class OwnTerm:
    """A term of the person's own. `scope` is user (all notes), series or note, with `series` or `note_id` to match.

    `id` is 0 until it is kept.
    """

    term: str
    readings: tuple[str, ...]
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    scope: str = USER
    series: str | None = None
    note_id: int | None = None
    enabled: bool = True
    id: int = 0

    def __post_init__(self) -> None:
        if (self.scope == SERIES) != (self.series is not None) or (self.scope == NOTE) != (self.note_id is not None):
            raise Bug(f"an own term of scope {self.scope} with another owner")


_LEARNED = (
    "SELECT learned.id, heard, meant, coalesce(sum(confirmed), 0), coalesce(sum(refused), 0),"
    " group_concat(CASE WHEN confirmed > 0 THEN note_id END), coalesce(sum(confirmed > 0), 0), rule, enabled"
    " FROM learned LEFT JOIN learned_in ON learned_id = learned.id"
)
_TERM_COLUMNS = "term, readings, domains, aliases, scope, series, note_id, enabled, id"


class Words(OnStore):
    """The verbs for learned corrections and own terms."""

    def confirm(self, heard: str, meant: str, note_id: int, times: int = 1) -> None:
        """Count that a person took `meant` for `heard` at so many places of a note."""
        self._count(heard, meant, note_id, confirmed=times)

    def refuse(self, heard: str, meant: str, note_id: int, times: int = 1) -> None:
        """Count that a person refused `meant` for `heard` at so many places of a note."""
        self._count(heard, meant, note_id, refused=times)

    def take_back_confirmation(self, heard: str, meant: str, note_id: int, times: int = 1) -> None:
        """Uncount confirmations, for an undo; never below none."""
        self._count(heard, meant, note_id, confirmed=-times)

    def take_back_refusal(self, heard: str, meant: str, note_id: int, times: int = 1) -> None:
        """Uncount refusals, for an undo; never below none."""
        self._count(heard, meant, note_id, refused=-times)

    def set_rule(self, heard: str, meant: str, rule: Rule) -> None:
        """Say that a correction is always applied or never offered (항상 이렇게 고치기, 앞으로 제안하지 않기)."""
        with self._store.writing() as db:
            db.execute("UPDATE learned SET rule = ? WHERE id = ?", [rule.value, self._learned_id(heard, meant)])

    def enable_learned(self, learned_id: int, enabled: bool) -> None:
        """Switch a learned correction on or off; its counts stay."""
        with self._store.writing() as db:
            db.execute("UPDATE learned SET enabled = ? WHERE id = ?", [int(enabled), learned_id])

    def forget_learned(self, learned_id: int) -> None:
        """Forget a learned correction with its counts."""
        with self._store.writing() as db:
            db.execute("DELETE FROM learned WHERE id = ?", [learned_id])

    def learned(self) -> list[Learned]:
        """All learned corrections, in the order they were first learned."""
        return [_learned(row) for row in self._store.rows(f"{_LEARNED} GROUP BY learned.id ORDER BY learned.id")]

    def add_terms(self, terms: Iterable[OwnTerm]) -> list[OwnTerm]:
        """Keep terms of the person's own, all or none; they come back with their ids."""
        with self._store.writing() as db:
            return [replace(term, id=int(db.execute(_insert_term(), _term_row(term)).lastrowid or 0)) for term in terms]

    def change_term(self, term: OwnTerm) -> None:
        """Keep a term anew under its id. Raises `Bug` if there is none."""
        names = _TERM_COLUMNS.removesuffix(", id").split(", ")
        assignments = ", ".join(f"{name} = ?" for name in names)
        with self._store.writing() as db:
            if not db.execute(f"UPDATE own_terms SET {assignments} WHERE id = ?", [*_term_row(term), term.id]).rowcount:
                raise Bug(f"no own term {term.id}")

    def delete_term(self, term_id: int) -> None:
        """Delete a term of the person's own."""
        with self._store.writing() as db:
            db.execute("DELETE FROM own_terms WHERE id = ?", [term_id])

    def own_terms(self) -> list[OwnTerm]:
        """All terms of the person's own, switched off ones too, in the order they were added."""
        return [_own_term(row) for row in self._store.rows(f"SELECT {_TERM_COLUMNS} FROM own_terms ORDER BY id")]

    def terms_for(self, note_id: int) -> list[OwnTerm]:
        """The switched-on terms that hold for a note: the person's, its series', its own."""
        rows = self._store.rows(
            f"SELECT {_TERM_COLUMNS} FROM own_terms WHERE enabled AND (scope = 'user' OR note_id = ?"
            " OR series = (SELECT series FROM notes WHERE notes.id = ?)) ORDER BY id",
            note_id,
            note_id,
        )
        return [_own_term(row) for row in rows]

    def _count(self, heard: str, meant: str, note_id: int, confirmed: int = 0, refused: int = 0) -> None:
        with self._store.writing() as db:
            learned_id = self._learned_id(heard, meant)
            db.execute(
                "INSERT INTO learned_in (learned_id, note_id, confirmed, refused) VALUES (?, ?, max(?, 0), max(?, 0))"
                " ON CONFLICT (learned_id, note_id) DO UPDATE SET"
                " confirmed = max(confirmed + ?, 0), refused = max(refused + ?, 0)",
                [learned_id, note_id, confirmed, refused, confirmed, refused],
            )
            db.execute("DELETE FROM learned_in WHERE learned_id = ? AND confirmed = 0 AND refused = 0", [learned_id])
            db.execute(
                "DELETE FROM learned WHERE id = ? AND rule = 'learned' AND enabled"
                " AND id NOT IN (SELECT learned_id FROM learned_in)",
                [learned_id],
            )

    def _learned_id(self, heard: str, meant: str) -> int:
        pair = [whole(heard), whole(meant)]
        self._store.db.execute(
            "INSERT INTO learned (heard, meant) VALUES (?, ?) ON CONFLICT (heard, meant) DO NOTHING", pair
        )
        (id_,) = self._only("SELECT id FROM learned WHERE heard = ? AND meant = ?", *pair)
        return int(id_)


def _learned(row: tuple[Any, ...]) -> Learned:
    id_, heard, meant, confirmed, refused, notes, note_count, rule, enabled = row
    ids = tuple(sorted(int(note) for note in notes.split(","))) if notes else ()
    return Learned(id_, heard, meant, confirmed, refused, ids, note_count, Rule(rule), bool(enabled))


def _insert_term() -> str:
    return f"INSERT INTO own_terms ({_TERM_COLUMNS.removesuffix(', id')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def _term_row(term: OwnTerm) -> list[Any]:
    lists = [json_of(list(values)) for values in (term.readings, term.domains, term.aliases)]
    series = whole(term.series) if term.series is not None else None
    return [whole(term.term), *lists, term.scope, series, term.note_id, int(term.enabled)]


def _own_term(row: tuple[Any, ...]) -> OwnTerm:
    term, readings, domains, aliases, scope, series, note_id, enabled, id_ = row
    lists = [tuple(value_of(values)) for values in (readings, domains, aliases)]
    return OwnTerm(term, lists[0], lists[1], lists[2], scope, series, note_id, bool(enabled), id_)
