"""Turn repair that is certain: blocks of one speaker merged, torn lines and sentences joined, escaped signs shown.

Every repair is a `Change` with its reason. Whether a line was torn is decided by punctuation: where nearly every line
of a note ends as a sentence does, one that does not was cut by a page's width or by the recorder's clock. Whether a
blank belongs at the seam is Kiwi's word (`joiner`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from processing.note import Change, Edit, EditKind, State, apply, change_of
from processing.proposals import APPLY, TurnProposal
from processing.source import Block, Place, Source
from processing.turns.escapes import escape_edits
from processing.turns.lines import Joiner, holds_words, is_ended, is_punctuated, line_places, seam_edit
from processing.turns.torn_cues import cue_joins, torn_cues


def merged_turns(source: Source, state: State) -> list[TurnProposal]:
    """A merge for every block that goes on where the same speaker's block before it stopped."""
    merges = []
    for before, block in pairwise(source.blocks):
        speaker = state.cuts.get(block.text.start)
        if speaker and speaker == state.cuts.get(before.text.start):
            change = change_of(state, {("cuts", block.text.start): None})
            merges.append(TurnProposal("merge", APPLY, _header(block), "같은 참석자의 이어지는 말", change))
    return merges


def _header(block: Block) -> Place:
    return block.header or Place(block.text.start, block.text.start)


def wrap_edits(source: Source, joiner: Joiner) -> list[Edit]:
    """An edit for every line break inside a block that tears a sentence or a word."""
    if not is_punctuated(source):
        return []
    return [
        seam_edit(source, gap, EditKind.WRAP, "줄바꿈으로 끊긴 문장", joiner)
        for block in source.blocks
        for gap in _open_gaps(source, block)
    ]


def _open_gaps(source: Source, block: Block) -> Iterator[Place]:
    for line, below in pairwise(line_places(source, block)):
        if not is_ended(source.slice(line)):
            yield Place(line.end, below.start)


def join_edits(source: Source, state: State, joiner: Joiner) -> list[Edit]:
    """An edit for every sentence that the border of two blocks of one turn cuts in two; merges come first."""
    if not is_punctuated(source):
        return []
    joins = []
    for before, block in pairwise(source.blocks):
        is_one_turn = block.text.start not in state.cuts
        gap = Place(before.text.end, block.text.start)
        is_cut = len(before.text) and len(block.text) and not is_ended(source.slice(before.text))
        if is_one_turn and is_cut and not holds_words(source, gap, block):
            joins.append(seam_edit(source, gap, EditKind.JOIN, "구간 경계에서 끊긴 문장", joiner))
    return joins


def certain_repairs(source: Source, state: State, joiner: Joiner) -> tuple[Change, list[TurnProposal]]:
    """One change with every certain repair, and each merge and join told alone."""
    cues = torn_cues(source, state)
    merges = [*merged_turns(source, state), *cues]
    cuts = change_of(state, {key: step.new for merge in merges for key, step in merge.change.steps.items()})
    merged = apply(state, cuts)
    joins = cue_joins(source, cues) or join_edits(source, merged, joiner)
    mended = [*escape_edits(source), *wrap_edits(source, joiner), *joins]
    edits = {("edits", edit.id): edit for edit in mended}
    told = [
        TurnProposal("join", APPLY, edit.place, edit.reason, change_of(merged, {("edits", edit.id): edit}))
        for edit in joins
    ]
    return Change({**cuts.steps, **change_of(merged, edits).steps}), merges + told
