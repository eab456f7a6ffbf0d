"""The note: a state of a few frozen maps, and the changes that lead from one state to the next.

Nothing here knows a file, a window or a language: it is algebra over `Source.text` offsets. A state is never changed
in place; every map is replaced. One action of a person is one `Change`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from processing.errors import Bug
from processing.source import Place, Source

K = TypeVar("K")


class EditKind(StrEnum):
    """Why a stretch of text reads otherwise than in the source."""

    TERM = "term"
    WORD = "word"
    STYLE = "style"
    WRAP = "wrap"
    JOIN = "join"  # a sentence over the border of two blocks; told among the turn changes
    SPACING = "spacing"
    FILLER = "filler"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Edit:
    """`before` at [start, end) of the source reads `after`.

    `source` says who knows so (glossary, sound, learned, model, user), `by` who decided (program or person).
    """

    start: int
    end: int
    before: str
    after: str
    kind: EditKind = EditKind.MANUAL
    source: str = "user"
    confidence: float = 1.0
    reason: str = ""
    by: str = "program"

    @property
    def place(self) -> Place:
        """Where the edit stands in the source."""
        return Place(self.start, self.end)

    @property
    def id(self) -> str:
        """The edit's key: the same words at the same place are the same edit."""
        return f"{self.start}-{self.end}-{_digest(self.after)}"


@lru_cache(maxsize=4096)  # a review asks for every id again at every change
def _digest(text: str) -> str:
    # what is pasted into a window may hold half an emoji, which no encoding has
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks under a label: `name` and `role` stay empty until a person gives them."""

    label: str | None
    name: str = ""
    role: str = ""

    @property
    def shown(self) -> str:
        """The name if there is one, else the role, else the file's label."""
        return self.name or self.role or self.label or ""


class LineKind(StrEnum):
    """What a line of the minutes is."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    TOPIC = "topic"
    BULLET = "bullet"
    DECISION = "decision"
    ACTION = "action"
    FOLLOW_UP = "follow-up"  # a task that an earlier meeting of the series has left
    QUESTION = "question"
    OPEN_POINT = "open point"
    SUGGESTION = "suggestion"
    TOOL = "tool"
    KEYWORD = "keyword"


OWNER, DUE = "owner", "due"  # what a person may have filled in, in `Line.by_hand`
STATUS_OPEN, STATUS_DONE = "할 일", "완료"  # of a task


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What the words of a line were made of: how the evidence read then (`edits` as start, end, after, kind), and who
    bore which name (`names` as speaker id, name or role). The line follows whatever of it is spelt otherwise later.
    """

    edits: tuple[tuple[int, int, str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the minutes with the places of the source that say it.

    `author` is program, model or person; only a person's line may stand without evidence. `order` sorts lines of a
    kind; `topic` is the id of the topic line that a bullet belongs to. `due_date` is ISO or None. `is_quoted` marks
    speech shown as it was said, `is_edited` a program's line that a person has rewritten, `needs_check` a line with
    figures or names that its evidence does not hold. `score` is a keyword's. In a question's `places` the question's
    own place stands first, then the answer's. `basis` tells what the evidence was when the line was made (`Bases`),
    None where that is not known; `by_hand` names what a person has filled in (owner, due), which no second run changes.
    `made_of` is what the words follow when they are spelt otherwise; None for words that a person wrote.
    """

    kind: LineKind
    text: str
    author: str = "program"
    places: tuple[Place, ...] = ()
    order: float = 0.0
    topic: str | None = None
    owner: str | None = None
    due_text: str | None = None
    due_date: str | None = None
    status: str | None = None
    answer: str | None = None
    is_quoted: bool = False
    is_edited: bool = False
    needs_check: bool = False
    score: float | None = None
    basis: str | None = None
    by_hand: tuple[str, ...] = ()
    made_of: MadeOf | None = None

    def __post_init__(self) -> None:
        if self.author != "person" and not self.places:
            raise Bug("a line of the program's own without evidence")


@dataclass(frozen=True)
class State:
    """A note as it stands: what is changed, who speaks, what the minutes say.

    `edits` by `Edit.id`, never overlapping; `cuts` {offset where a turn begins: speaker id or None}; `speakers` by id;
    `lines` by id; `info` {field of the meeting form: str or tuple of str}; `withheld` {id: Place}; `verdicts`
    {proposal id: "held" or "ignored"}, and what became of a line that was not understood ({line id: "before", "after" or
    "ignored"}, see `unread`).
    """

    edits: Mapping[str, Edit] = field(default_factory=dict)
    cuts: Mapping[int, str | None] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    withheld: Mapping[str, Place] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)


MAPS = ("edits", "cuts", "speakers", "lines", "info", "withheld", "verdicts")

NO_SPEAKER = ""  # the id of "nobody named": None would read as "no cut here" in a change


class Step(NamedTuple):
    """One value of one map before and after; None is "not there"."""

    old: Any
    new: Any


Key = tuple[str, Any]


@dataclass(frozen=True)
class Change:
    """`{(map, key): (old or None, new or None)}`: one action, whole."""

    steps: Mapping[Key, Step] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.steps)


def change_of(state: State, new_values: Mapping[Key, Any]) -> Change:
    """The change that gives these keys of `state` these values; keys that already have them are left out."""
    steps = {}
    for (name, key), new in new_values.items():
        old = getattr(state, name).get(key)
        if old != new:
            steps[(name, key)] = Step(old, new)
    return Change(steps)


def apply(state: State, change: Change) -> State:
    """The state after `change`.

    Raises `Bug` if an old value is not the one that stands, or if two active edits would overlap.
    """
    return apply_all(state, [change])


def apply_all(state: State, changes: Iterable[Change]) -> State:
    """The state after all `changes` in order, its maps copied once; raises `Bug` as `apply` does.

    Overlap is looked for in the end only: a change that makes one is refused unless a later one mends it.
    """
    maps: dict[str, dict[Any, Any]] = {}
    for change in changes:
        for (name, key), step in change.steps.items():
            if name not in MAPS:
                raise Bug(f"no map {name!r}")
            _take_step(_map_of(maps, state, name), name, key, step)
    if "edits" in maps:
        _check_edits(maps["edits"].values())
    return replace(state, **maps)


def _map_of(maps: dict[str, dict[Any, Any]], state: State, name: str) -> dict[Any, Any]:
    if name not in maps:
        maps[name] = dict(getattr(state, name))
    return maps[name]


def _take_step(changed: dict[Any, Any], name: str, key: Any, step: Step) -> None:
    if changed.get(key) != step.old:
        raise Bug(f"{name} has another value at the key of the change")
    if step.new is None:
        changed.pop(key, None)
    else:
        changed[key] = step.new


def invert(change: Change) -> Change:
    """The change that takes `change` back."""
    return Change({key: Step(step.new, step.old) for key, step in change.steps.items()})


def then(first: Change, second: Change) -> Change:
    """Both changes as one; values that end as they began drop out. Raises `Bug` if the second does not follow."""
    steps = dict(first.steps)
    for key, step in second.steps.items():
        if key not in steps:
            steps[key] = step
        elif steps[key].new != step.old:
            raise Bug("the second change does not follow the first")
        else:
            steps[key] = Step(steps[key].old, step.new)
    return Change({key: step for key, step in steps.items() if step.old != step.new})


_MISSING = object()


def differing(old: Mapping[K, Any], new: Mapping[K, Any]) -> list[K]:
    """The keys under which two maps do not have the same value; quick where most values are the very same.

    >>> value = Speaker("참석자 1")
    >>> differing({"s1": value, "s2": value}, {"s1": value, "s3": value})
    ['s3', 's2']
    """
    if old is new:
        return []
    others = [key for key, value in new.items() if old.get(key, _MISSING) is not value]
    changed = [key for key in others if key not in old or old[key] != new[key]]
    return changed + [key for key in old if key not in new]


def still_stands(state: State, change: Change) -> bool:
    """Whether everything that `change` set is as it set it, so that it can be undone alone."""
    return all(getattr(state, name).get(key) == step.new for (name, key), step in change.steps.items())


def fits(state: State, change: Change) -> bool:
    """Whether `change` can be applied: all its old values stand, and no two edits would overlap."""
    if not still_stands(state, invert(change)):
        return False
    new = {key: step.new for (name, key), step in change.steps.items() if name == "edits"}
    edits = {**state.edits, **new} if new else {}
    return _overlap(edit for edit in edits.values() if edit is not None) is None


def _check_edits(edits: Iterable[Edit]) -> None:
    at = _overlap(edits)
    if at is not None:
        raise Bug(f"edits overlap at {at}")


def _overlap(edits: Iterable[Edit]) -> int | None:
    end, last_insertion = 0, -1
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < end or edit.start == edit.end == last_insertion:
            return edit.start
        if edit.start == edit.end:
            last_insertion = edit.start
        end = max(end, edit.end)
    return None


def first_state(source: Source) -> State:
    """The state of a fresh note: one turn a block, one speaker a label, nothing edited."""
    ids: dict[str, str] = {}
    for block in source.blocks:
        if block.label is not None:
            ids.setdefault(block.label, f"s{len(ids) + 1}")
    speakers = {id_: Speaker(label) for label, id_ in ids.items()}
    cuts = {block.text.start: ids[block.label] if block.label is not None else NO_SPEAKER for block in source.blocks}
    return State(cuts=cuts, speakers=speakers)
