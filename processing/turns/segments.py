"""Lines of a recogniser that sets no full stops (Whisper's segments): one sentence over several is made one again.

Where a note has no punctuation to go by, grammar tells: a line that ends in a particle, a connective ending or a word
before its noun (표준국어대사전: 조사, 연결 어미, 관형사형 전성 어미; …를, …돌려놓고, …하는) goes on in the next line of the same
speaker, unless that begins anew (네, 그래서). Kiwi's tags are the Sejong tag set. Times stay anchored where the lines began.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.analysis import Morpheme
from processing.note import Change, Edit, EditKind, State, change_of
from processing.proposals import APPLY, TurnProposal
from processing.source import Place, Source
from processing.turns.lines import Joiner, holds_words, is_ended, is_punctuated, line_places, seam_edit

Reader = Callable[[Sequence[str]], Sequence[tuple[Morpheme, ...]]]

LONGEST_SENTENCE = 120  # code points of joined lines, after which a clause's end is taken for the sentence's
NARROWEST_PAGE = 20  # code points of a line that may have been torn inside a word, for want of room
_TAIL, _HEAD = 5, 3  # eojeols of two lines that are read to tell
_WANTING = ("JKS", "JKO", "JKB", "JKG", "JKC", "JKQ", "JC", "JX", "ETM", "MM", "MAG")
_ANEW = ("IC", "MAJ")
_HESITATING = frozenset({"이제", "그", "막"})  # interjections that nobody ends with
_OF_TIME = frozenset({"때", "동안", "다음", "대로", "만큼"})  # after a verb before its noun: 넣었을 때


@dataclass(frozen=True, slots=True)
class _Seam:
    """What parts two lines of one speaker: a line break, or the border of two blocks with the header there."""

    gap: Place
    left: Place
    right: Place
    is_border: bool


def segment_repairs(source: Source, state: State, joiner: Joiner, read: Reader) -> tuple[Change, list[TurnProposal]]:
    """One change that joins the lines of one sentence in a note without full stops, each join of two blocks told alone.

    `state` has its merges; `read` gives the morphemes of lines.
    """
    if is_punctuated(source):
        return Change(), []
    mended = {edit.place for edit in state.edits.values()}
    open_ = (seam for seam in _seams(source, state) if not is_ended(source.slice(seam.left)))
    seams = [seam for seam in open_ if seam.gap not in mended]
    edits = {seam.gap: _edit(source, seam, joiner) for seam in _going_on(source, seams, read)}
    told = [
        TurnProposal("join", APPLY, edit.place, edit.reason, change_of(state, {("edits", edit.id): edit}))
        for edit in edits.values()
        if edit.kind is EditKind.JOIN
    ]
    return change_of(state, {("edits", edit.id): edit for edit in edits.values()}), told


def _edit(source: Source, seam: _Seam, joiner: Joiner) -> Edit:
    """The edit that joins; a recogniser parts its segments between words, only a page's width parts a word."""
    if seam.is_border:
        return seam_edit(source, seam.gap, EditKind.JOIN, "구간 경계에서 끊긴 문장", _between_words)
    is_wide = len(seam.left) >= NARROWEST_PAGE
    return seam_edit(source, seam.gap, EditKind.WRAP, "줄바꿈으로 끊긴 문장", joiner if is_wide else _between_words)


def _between_words(_left: str, _right: str) -> bool:
    return True


def _seams(source: Source, state: State) -> Iterator[_Seam]:
    """The seams between lines that follow each other in one turn, in order."""
    last: Place | None = None
    for block in source.blocks:
        lines = line_places(source, block)
        if last is not None and lines and block.text.start not in state.cuts:
            gap = Place(last.end, lines[0].start)
            if not holds_words(source, gap, block):
                yield _Seam(gap, last, lines[0], is_border=True)
        for left, right in pairwise(lines):
            gap = Place(left.end, right.start)
            if source.slice(gap).count("\n") == 1:
                yield _Seam(gap, left, right, is_border=False)
        last = lines[-1] if lines else None


def _going_on(source: Source, seams: Sequence[_Seam], read: Reader) -> Iterator[_Seam]:
    """The seams over which a sentence goes on, as long as a sentence may become."""
    tails = read([" ".join(source.slice(seam.left).split()[-_TAIL:]) for seam in seams])
    heads = read([" ".join(source.slice(seam.right).split()[:_HEAD]) for seam in seams])
    start, last_end = 0, -1
    for seam, tail, head in zip(seams, tails, heads, strict=True):
        if seam.left.end != last_end:
            start = seam.left.start
        if not tail or not head or head[0].tag in _ANEW or not source.slice(seam.right)[0].isalnum():
            continue
        length = seam.right.end - start
        if _wants_more(tail) or (tail[-1].tag == "EC" and length <= LONGEST_SENTENCE):
            last_end = seam.right.end
            yield seam


def _wants_more(words: Sequence[Morpheme]) -> bool:
    """Whether a line breaks off inside a clause: at a particle, an adverb, or what stands before a noun."""
    last = words[-1]
    if last.tag == "JX" and last.form in ("요", "이요"):
        return False
    before = words[-2].tag if len(words) > 1 else ""
    return last.tag in _WANTING or last.form in _HESITATING or (last.form in _OF_TIME and before == "ETM")
