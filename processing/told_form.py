"""What the talk itself tells the meeting form: the opening's agenda, when and where the next meeting is, who is there.

Only a field that is empty is filled, and only by words that say so; what nobody said stays blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from processing.analysis import Analysis
from processing.attendees import ATTENDEES, attendees_told
from processing.next_meeting import next_meeting
from processing.note import Change, State, change_of
from processing.summary.offline import agenda_items
from processing.transcript import Turn


def told_form(state: State, analysis: Analysis, turns: Iterable[Turn], day: date | None) -> Change:
    """The change that fills the agenda and the next meeting of a fresh note; empty where nothing is told.

    Where the file names no speakers, also those who tell their name or are called by it.
    """
    told: dict[str, Any] = {}
    items = agenda_items(analysis)
    if items and not state.info.get("agenda"):
        told["agenda"] = items
    found = next_meeting(turns, day)
    if found is not None and not state.info.get("next_meeting"):
        told["next_meeting"] = found.text
    people = () if state.speakers or state.info.get(ATTENDEES) else attendees_told(analysis.sentences)
    if people:
        told[ATTENDEES] = people
    return change_of(state, {("info", key): value for key, value in told.items()})
