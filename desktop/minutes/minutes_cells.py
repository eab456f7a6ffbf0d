"""The cells of a row of the minutes: what an editor on one begins with, and what committing it does; pure."""

from __future__ import annotations

from desktop.minutes.minutes_edits import answered, assigned, reworded, typed_due, with_due
from desktop.minutes.minutes_rows import HEADINGS, Row, RowKind
from desktop.note.told_changes import cell_filled, short
from desktop.parts.editable_list import EditTarget
from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.note import Change, LineKind, State
from processing.source import Source

DRAFT = "line:"
NEW_DRAFT = "new:"
CELL_NAMES = (marked("내용"), marked("담당자"), marked("기한"))


def cells_of(row: Row) -> int:
    """How many cells of a row can be edited: a task has its words, owner and due date, a question its answer."""
    return {RowKind.TASK: 3, RowKind.QUESTION: 2}.get(row.kind, 1)


def target_of(row: Row, cell: int) -> EditTarget | None:
    """What an editor on a cell would edit; None where nothing can be."""
    if row.kind is RowKind.NEW:
        name = tr("{heading} 새 줄").format(heading=retold(HEADINGS[row.adds])) if row.adds else tr("새 줄")
        return EditTarget(f"{NEW_DRAFT}{row.adds or ''}", "", name, hint=tr("Enter로 마치고 Esc로 그만두기"))
    if row.line is None:
        return None
    key, line = f"{DRAFT}{row.id}:{cell}", row.line.line
    if row.kind is RowKind.TASK and cell > 0:
        text = (line.owner or "") if cell == 1 else typed_due(line)
        return EditTarget(key, text, tr("할 일 {cell}").format(cell=tr(CELL_NAMES[cell])), may_be_empty=True)
    if row.kind is RowKind.QUESTION and cell == 1:
        return EditTarget(key, row.cells[0], tr("답변"), may_be_empty=True)
    return EditTarget(
        key, line.text, tr("{heading} 고치기").format(heading=retold(HEADINGS.get(line.kind, kept("회의록"))))
    )


def place_of_draft(key: str) -> tuple[str, int]:
    """The line and cell that a draft's key names; "" for other keys."""
    id_, _, cell = key.removeprefix(DRAFT).rpartition(":")
    return (id_, int(cell)) if key.startswith(DRAFT) and cell.isdigit() else ("", 0)


def kind_of_draft(key: str) -> LineKind | None:
    """The kind of new line that a draft's key names."""
    kind = key.removeprefix(NEW_DRAFT)
    return LineKind(kind) if key.startswith(NEW_DRAFT) and kind in {one.value for one in LineKind} else None


def edited(source: Source, state: State, id_: str, cell: int, text: str) -> tuple[Change, str]:
    """The change that gives a cell another text, and what it is called."""
    kind = state.lines[id_].kind
    if cell == 0:
        return reworded(source, state, id_, text), kept(f"회의록 고침: {short(text)}")
    if kind is LineKind.QUESTION:
        return answered(source, state, id_, text), cell_filled(kept("답변"), text)
    if cell == 1:
        return assigned(state, id_, text), cell_filled(kept("담당자"), text)
    return with_due(state, id_, text), cell_filled(kept("기한"), text)
