"""What a person does to the lines of the minutes, as changes of the note; pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.words import kept
from processing.basis import resting
from processing.following import Following
from processing.note import DUE, OWNER, Change, Key, Line, LineKind, State, change_of
from processing.source import Place, Source
from processing.summary.dates import dues

TO_DO, DONE = kept("할 일"), kept("완료")


def _with(state: State, id_: str, **fields: Any) -> Change:
    return change_of(state, {("lines", id_): replace(state.lines[id_], **fields)})


def reworded(source: Source, state: State, id_: str, text: str) -> Change:
    """The line in a person's words: no quotation any more, nothing left to check, whatever its evidence was before."""
    is_edited = state.lines[id_].author != "person"
    return _looked_at(source, state, id_, text=_unquoted(text), is_quoted=False, is_edited=is_edited, made_of=None)


def _looked_at(source: Source, state: State, id_: str, **fields: Any) -> Change:
    """The line with other fields, seen by a person with the evidence that it has now."""
    line = replace(state.lines[id_], needs_check=False, **fields)
    return change_of(state, {("lines", id_): resting(source, state, {id_: line})[id_]})


def _unquoted(text: str) -> str:
    return text[1:-1] if text.startswith("「") and text.endswith("」") and text.count("「") == 1 else text


def answered(source: Source, state: State, id_: str, answer: str) -> Change:
    """A question with another answer; empty takes it away."""
    is_edited = state.lines[id_].author != "person"
    return _looked_at(source, state, id_, answer=answer or None, is_edited=is_edited, made_of=None)


def assigned(state: State, id_: str, owner: str) -> Change:
    """A task with another owner; empty leaves it open."""
    return _with(state, id_, owner=owner or None, by_hand=_by_hand(state, id_, OWNER))


def _by_hand(state: State, id_: str, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*state.lines[id_].by_hand, name)))


def with_due(state: State, id_: str, text: str) -> Change:
    """A task with another due date: the words as typed, and the day they mean counted from the meeting's date."""
    found = _iso(text) or next((due.day for due in dues(text, _meeting_day(state)) if due.day), None)
    words = None if _iso(text) else text or None
    day = found.isoformat() if found else None
    return _with(state, id_, due_text=words, due_date=day, by_hand=_by_hand(state, id_, DUE))


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _meeting_day(state: State) -> date | None:
    return _iso(str(state.info.get("date") or ""))


def typed_due(line: Line) -> str:
    """What the editor of a due date begins with: the words said, else the day."""
    return line.due_text or line.due_date or ""


def with_status(state: State, id_: str) -> Change:
    """A task done, or to do again."""
    return _with(state, id_, status=TO_DO if state.lines[id_].status == DONE else DONE)


def checked(source: Source, state: State, id_: str) -> Change:
    """The line confirmed by a person as it reads."""
    line = Following(source, state).settled(state.lines[id_])
    return _looked_at(source, state, id_, text=line.text, answer=line.answer, made_of=line.made_of)


def removed(state: State, id_: str) -> Change:
    """The line gone; a topic takes its bullets along."""
    values: dict[Key, Any] = {("lines", id_): None}
    if state.lines[id_].kind is LineKind.TOPIC:
        values.update({("lines", key): None for key, line in state.lines.items() if line.topic == id_})
    return change_of(state, values)


def added(
    state: State, kind: LineKind, text: str, after: str = "", topic: str | None = None, places: tuple[Place, ...] = ()
) -> tuple[str, Change]:
    """The id of a line that a person writes, and the change that puts it after another, or at the end."""
    id_ = _new_id(state)
    status = TO_DO if kind in (LineKind.ACTION, LineKind.FOLLOW_UP) else None
    order = _order_after(state, kind, after)
    line = Line(kind, _unquoted(text), "person", places, order, topic, status=status)
    return id_, change_of(state, {("lines", id_): line})


def added_from_words(state: State, kind: LineKind, words: str, place: Place) -> tuple[str, Change]:
    """The id of a line made of words of the transcript, and the change that puts it at the end.

    Until the person writes it down it stands as speech 「…」; a task takes the due date that the words name.
    """
    id_, change = added(state, kind, words, places=(place,))
    line: Line = change.steps[("lines", id_)].new
    line = replace(line, is_quoted=True)
    due = next(iter(dues(words, _meeting_day(state))), None) if kind is LineKind.ACTION else None
    if due is not None:
        line = replace(line, due_text=due.words, due_date=due.day.isoformat() if due.day else None)
    return id_, change_of(state, {("lines", id_): line})


def _new_id(state: State) -> str:
    number = 1
    while f"p{number}" in state.lines:
        number += 1
    return f"p{number}"


def _siblings(state: State, kind: LineKind) -> list[tuple[str, Line]]:
    return sorted(
        ((key, line) for key, line in state.lines.items() if line.kind is kind),
        key=lambda item: (item[1].order, item[0]),
    )


def _order_after(state: State, kind: LineKind, after: str) -> float:
    siblings = _siblings(state, kind)
    i = next((i for i, (key, _) in enumerate(siblings) if key == after), None)
    if i is None:
        is_first = after != "" and after in state.lines  # after a line of another kind: a topic's first bullet
        if is_first and siblings:
            return siblings[0][1].order - 1
        return siblings[-1][1].order + 1 if siblings else 0.0
    here = siblings[i][1].order
    return (here + siblings[i + 1][1].order) / 2 if i + 1 < len(siblings) else here + 1


def moved(state: State, id_: str, step: int) -> Change:
    """The line one up (-1) or down (+1) among those of its kind and topic; empty at the end."""
    line = state.lines[id_]
    siblings = [(key, other) for key, other in _siblings(state, line.kind) if other.topic == line.topic]
    i = next(i for i, (key, _) in enumerate(siblings) if key == id_)
    if not 0 <= i + step < len(siblings):
        return Change()
    orders = sorted({other.order for _, other in siblings})
    if len(orders) < len(siblings):
        siblings = [(key, replace(other, order=float(n))) for n, (key, other) in enumerate(siblings)]
    (key, one), (other_key, other) = siblings[i], siblings[i + step]
    values: dict[Key, Any] = {("lines", k): other_line for k, other_line in siblings}
    values[("lines", key)] = replace(one, order=other.order)
    values[("lines", other_key)] = replace(other, order=one.order)
    return change_of(state, values)


def as_kind(state: State, id_: str, kind: LineKind) -> tuple[str, Change]:
    """A line taken over as another kind too (결정 사항으로 넣기): same words, same evidence, at the end.

    The words go on following their evidence as those of the line do that they come from.
    """
    line = state.lines[id_]
    new_id, change = added(state, kind, line.text, places=line.places)
    new = replace(change.steps["lines", new_id].new, is_quoted=line.is_quoted, made_of=line.made_of)
    return new_id, change_of(state, {("lines", new_id): new})
