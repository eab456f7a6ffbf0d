"""The borders of turns moved by hand: merge with the turn above, split at a caret, move a sentence over the border.

Each gives one `Change`; one that would leave a turn without a word is empty. A caret is a position in a paragraph's
text; a source offset may be given instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from processing.note import NO_SPEAKER, Change, Key, State, change_of
from processing.paragraphs import Paragraph, stretches
from processing.shown import Shown
from processing.source import Place, Source
from processing.transcript import Turn
from processing.turns.dividing import Division, divide


def merge_with_above(state: State, cut: int) -> Change:
    """The turn at `cut` made a part of the one above it, whoever spoke; empty for the first turn."""
    if cut == min(state.cuts, default=cut):
        return Change()
    return change_of(state, {("cuts", cut): None})


def split(source: Source, state: State, paragraph: Paragraph, at: int, speaker_id: str | None = None) -> Change:
    """The turn divided at position `at` of a paragraph of it; the rest goes to `speaker_id`, or stays with the speaker.

    An edit under the caret is divided, a joined sentence parted.
    """
    return _split(source, state, paragraph.shown, paragraph.shown_offset(at), speaker_id)


def split_at(source: Source, state: State, offset: int, speaker_id: str | None = None) -> Change:
    """The turn that holds a source offset divided there; an edit over the offset goes to the part after it."""
    for shown in _stretches_at(source, state, offset):
        if shown.place.start <= offset <= shown.place.end:
            return _split(source, state, shown, shown.range_of(Place(offset, offset))[0], speaker_id)
    return Change()


def _split(source: Source, state: State, shown: Shown, at: int, speaker_id: str | None) -> Change:
    division = _division(source, state, shown, at)
    if division is None or division.cut in state.cuts:
        return Change()
    values = _values(division)
    values[("cuts", division.cut)] = _speaker_at(state, division.cut) if speaker_id is None else speaker_id
    return change_of(state, values)


def give_to_next(source: Source, state: State, paragraph: Paragraph, at: int) -> Change:
    """The words from the caret to the end of its turn given to the turn below; empty where there is none."""
    division = _division(source, state, paragraph.shown, paragraph.shown_offset(at))
    if division is None:
        return Change()
    place = turn_place(source, state, paragraph.place.start)
    if place.end not in state.cuts or division.cut >= place.end:
        return Change()
    values = _values(division)
    values[("cuts", place.end)] = None
    values[("cuts", division.cut)] = state.cuts[place.end]
    return change_of(state, values)


def give_to_above(source: Source, state: State, paragraph: Paragraph, at: int) -> Change:
    """The words from the start of a turn up to the caret given to the turn above; empty for the first turn."""
    place = turn_place(source, state, paragraph.place.start)
    division = _division(source, state, paragraph.shown, paragraph.shown_offset(at))
    if place.start == min(state.cuts, default=place.start):
        return Change()
    if division is None or division.cut >= place.end:
        return merge_with_above(state, place.start)
    if division.cut == place.start:
        return Change()
    values = _values(division)
    values[("cuts", place.start)] = None
    values[("cuts", division.cut)] = state.cuts[place.start]
    return change_of(state, values)


def last_sentence_to_next(source: Source, state: State, turn: Turn) -> Change:
    """The last sentence of a turn given to the turn below."""
    if not turn.paragraphs:
        return Change()
    paragraph = turn.paragraphs[-1]
    start, end = paragraph.parts[-1]
    return give_to_next(source, state, paragraph, len(paragraph.text) - (end - start))


def first_sentence_to_above(source: Source, state: State, turn: Turn) -> Change:
    """The first sentence of a turn given to the turn above."""
    if not turn.paragraphs:
        return Change()
    start, end = turn.paragraphs[0].parts[0]
    return give_to_above(source, state, turn.paragraphs[0], end - start)


def turn_place(source: Source, state: State, offset: int) -> Place:
    """The place from the cut at or before a source offset to the next cut; empty where no turn has begun."""
    cuts = sorted(state.cuts)
    i = bisect_right(cuts, offset) - 1
    if i < 0:
        return Place(offset, offset)
    return Place(cuts[i], cuts[i + 1] if i + 1 < len(cuts) else len(source.text))


def _stretches_at(source: Source, state: State, offset: int) -> Iterable[Shown]:
    """The stretches of the turn that holds an offset."""
    place = turn_place(source, state, offset)
    edits = sorted(state.edits.values(), key=lambda edit: (edit.start, edit.end))
    starts = [edit.start for edit in edits]
    return stretches(source, place, edits[bisect_left(starts, place.start) : bisect_left(starts, place.end)])


def _division(source: Source, state: State, shown: Shown, at: int) -> Division | None:
    """The division at `at` of a stretch, at the next stretch if no word follows in it; None if none follows at all.

    Where no word stands before it in its turn, the cut is the turn's own.
    """
    cut = turn_place(source, state, shown.place.start).start
    spoken = [other.place.start for other in _stretches_at(source, state, cut) if other.text.strip()]
    if not shown.text[:at].strip() and not any(start < shown.place.start for start in spoken):
        return Division(cut)
    if shown.text[at:].strip():
        return divide(source, shown, at)
    following = next((start for start in spoken if start > shown.place.start), None)
    return None if following is None else Division(following)


def _values(division: Division) -> dict[Key, Any]:
    values: dict[Key, Any] = {("edits", edit.id): None for edit in division.gone}
    values.update({("edits", edit.id): edit for edit in division.come})
    return values


def _speaker_at(state: State, offset: int) -> str:
    cuts = sorted(state.cuts)
    i = bisect_right(cuts, offset) - 1
    return (state.cuts[cuts[i]] if i >= 0 else None) or NO_SPEAKER
