"""원문으로 되돌리기: the words of a turn, of a place or of the whole note as the file has them, as one change."""

from __future__ import annotations

from typing import Any

from processing.note import Change, Edit, Key, State, change_of, first_state
from processing.source import Place, Source


def original_words(state: State, place: Place) -> Change:
    """The change that takes back every edit that touches a place."""
    touching = [id_ for id_, edit in state.edits.items() if edit.start <= place.end and place.start <= edit.end]
    return change_of(state, {("edits", id_): None for id_ in touching})


def original_part(state: State, place: Place) -> Change:
    """The change that takes back the edits that reach into a place; one that only begins or ends at its border stays."""
    inside = [id_ for id_, edit in state.edits.items() if _reaches(edit, place)]
    return change_of(state, {("edits", id_): None for id_ in inside})


def _reaches(edit: Edit, place: Place) -> bool:
    if edit.start == edit.end:  # words put in
        return place.start <= edit.start <= place.end
    return edit.start < place.end and place.start < edit.end


def original_note(source: Source, state: State) -> Change:
    """The change that gives every word and turn back; names, minutes and the meeting's form stay."""
    values: dict[Key, Any] = {("edits", id_): None for id_ in state.edits}
    values.update({("cuts", cut): None for cut in state.cuts})
    values.update({("cuts", cut): speaker for cut, speaker in first_state(source).cuts.items()})
    return change_of(state, values)
