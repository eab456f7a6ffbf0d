"""Captions with times and without speakers: cues of a few seconds that tear sentences are put together again.

Where a file of short cues names nobody, each would be a turn of some words. A cue whose words do not end as a sentence
does goes on in the next, unless that answers (네, 아니요); at a sentence's end nothing is known of who speaks next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from processing.note import NO_SPEAKER, Edit, EditKind, State, change_of
from processing.proposals import APPLY, TurnProposal
from processing.sentence_ends import is_sentence_end
from processing.source import Block, Place, Source
from processing.turns.lines import holds_words, seam_edit
from processing.turns.speech import AFFIRMING, DENYING

LEAST_CUES = 10
LONGEST_CUE = 60  # code points; half of the cues are no longer
_STOPS = tuple(".?!…:\"'”’)]")


def torn_cues(source: Source, state: State) -> list[TurnProposal]:
    """A merge for every cue that goes on with the sentence of the one before, in a file of cues that names nobody."""
    if not _is_captions(source):
        return []
    merges = []
    for before, block in pairwise(source.blocks):
        speakers = {state.cuts.get(one.text.start) for one in (before, block)}
        if speakers == {NO_SPEAKER} and before.text.start < block.text.start and _goes_on(source, before, block):
            place = block.header or Place(block.text.start, block.text.start)
            change = change_of(state, {("cuts", block.text.start): None})
            merges.append(TurnProposal("merge", APPLY, place, "자막 사이에서 끊긴 문장", change))
    return merges


def cue_joins(source: Source, merges: Sequence[TurnProposal]) -> list[Edit]:
    """An edit for every seam that the merges of torn cues leave, for a cue's end is the screen's and no sentence's.

    Screens part words at blanks, so a blank is what belongs there.
    """
    starts = {start for merge in merges for _, start in merge.change.steps}
    seams = [
        (Place(before.text.end, block.text.start), block)
        for before, block in pairwise(source.blocks)
        if block.text.start in starts
    ]
    return [
        seam_edit(source, gap, EditKind.JOIN, "자막 사이에서 끊긴 문장", _has_blank)
        for gap, block in seams
        if not holds_words(source, gap, block)
    ]


def _has_blank(_left: str, _right: str) -> bool:
    return True


def _is_captions(source: Source) -> bool:
    lengths = [len(block.text) for block in source.blocks]
    has_times = all(block.start_s is not None and block.label is None for block in source.blocks)
    return has_times and len(lengths) >= LEAST_CUES and median(lengths) <= LONGEST_CUE


def _goes_on(source: Source, before: Block, block: Block) -> bool:
    said, then = source.slice(before.text).split(), source.slice(block.text).split()
    if not said or not then or then[0].rstrip(",.?!") in AFFIRMING | DENYING:
        return False
    return not said[-1].endswith(_STOPS) and not is_sentence_end(said[-1])
