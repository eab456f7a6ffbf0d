"""A turn divided at a caret: where the new cut falls in the source, and what becomes of an edit that it parts.

An edit in which the caret stands is divided: both halves keep their words, and the cut is the border of their places.
An edit that bridges a header (a joined sentence) gives the header back, since the border of two turns is there again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from processing.note import Edit
from processing.shown import Piece, Shown
from processing.source import Block, Place, Source


@dataclass(frozen=True)
class Division:
    """Where a turn is to be divided: the new `cut`, edits that go and edits that come in their place."""

    cut: int
    gone: tuple[Edit, ...] = ()
    come: tuple[Edit, ...] = ()


def divide(source: Source, shown: Shown, at: int) -> Division:
    """The division at position `at` of a stretch's shown text; white space after it goes to the part before.

    `cut` is the end of the stretch's place where no word follows.
    """
    at = _before_a_word(shown.text, at)
    for piece in shown.pieces:
        if piece.edit is None or not piece.at <= at <= piece.stop:
            continue
        gap = _header_gap(source, piece.edit, at - piece.at)
        if gap is not None and _parts_the_bridge(piece, at, gap):
            return _over_header(shown, piece.edit, at - piece.at, gap)
        if piece.at < at and (at < piece.stop or piece.start == piece.end):
            return _inside(source, shown, piece, at - piece.at)
    return Division(_offset_of(shown, at))


def _before_a_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _offset_of(shown: Shown, at: int) -> int:
    """The source offset of the first shown character at or after `at`; an insertion there counts."""
    for piece in shown.pieces:
        if piece.text and at < piece.stop:
            return piece.start if piece.edit is not None else piece.start + max(at - piece.at, 0)
    return shown.place.end


def _header_gap(source: Source, edit: Edit, at: int) -> Place | None:
    """The border between two blocks that lies under `edit`, nearest to where `at` of its words would be."""
    gaps = list(_gaps_under(source, edit))
    if not gaps:
        return None
    wanted = edit.start + len(edit.before) * at / max(len(edit.after), 1)
    return min(gaps, key=lambda gap: abs((gap.start + gap.end) / 2 - wanted))


def _gaps_under(source: Source, edit: Edit) -> Iterator[Place]:
    if "\n" not in edit.before:
        return
    first = max(source.block_at(edit.start), 0)
    last: Block | None = None
    for block in source.blocks[first:]:
        if block.text.start > edit.end:
            return
        if last is not None and edit.start <= last.text.end:
            yield Place(last.text.end, block.text.start)
        last = block


def _parts_the_bridge(piece: Piece, at: int, gap: Place) -> bool:
    """Whether the caret parts what the edit joined, and does not merely stand at the edge of longer words."""
    starts_with_gap, ends_with_gap = piece.start == gap.start, piece.end == gap.end
    return piece.at < at < piece.stop or (at == piece.at and starts_with_gap) or (at == piece.stop and ends_with_gap)


def _over_header(shown: Shown, edit: Edit, at: int, gap: Place) -> Division:
    left = _part(edit, edit.start, gap.start, edit.after[:at].rstrip())
    right = _part(edit, gap.end, edit.end, edit.after[at:].lstrip())
    return _settled(shown, gap.end, [edit], left, right)


def _part(edit: Edit, start: int, end: int, after: str) -> Edit:
    return replace(edit, start=start, end=end, before=edit.before[start - edit.start : end - edit.start], after=after)


def _settled(shown: Shown, cut: int, gone: list[Edit], left: Edit, right: Edit) -> Division:
    """The division, where a half that is an insertion now is made one with another insertion at its offset."""
    halves = []
    for half in (left, right):
        for other in shown.edits:
            if half.start == half.end == other.start == other.end and half.after and other not in gone:
                gone.append(other)
                words = other.after + half.after if half is left else half.after + other.after
                half = replace(half, after=words)
        if half.before != half.after:
            halves.append(half)
    return Division(cut, tuple(gone), tuple(halves))


def _inside(source: Source, shown: Shown, piece: Piece, at: int) -> Division:
    edit = piece.edit
    assert edit is not None
    gone = [edit]
    if len(shown.pieces) == 1 and not edit.before:
        return Division(edit.start)  # words typed where the file has none: no border fits inside them
    if not edit.before:
        edit, at, gone = _with_a_neighbour(source, shown, piece, at)
    border = max(edit.start + 1, edit.start + _border(edit.before, edit.after, at))
    left = _part(edit, edit.start, border, edit.after[:at])
    right = _part(edit, border, edit.end, edit.after[at:])
    return _settled(shown, border, gone, left, right)


def _with_a_neighbour(source: Source, shown: Shown, piece: Piece, at: int) -> tuple[Edit, int, list[Edit]]:
    """The insertion widened by a character or an edit beside it, so that a cut fits between its halves."""
    edit = piece.edit
    assert edit is not None
    i = shown.pieces.index(piece)
    before = shown.pieces[i - 1] if i else None
    if before is not None and before.edit is not None:
        taken = before.edit
        whole = replace(edit, start=taken.start, before=taken.before, after=taken.after + edit.after)
        return whole, at + len(taken.after), [edit, taken]
    if before is not None:
        letter = source.text[edit.start - 1]
        return replace(edit, start=edit.start - 1, before=letter, after=letter + edit.after), at + 1, [edit]
    after = shown.pieces[i + 1] if i + 1 < len(shown.pieces) else None
    if after is not None and after.edit is not None:
        taken = after.edit
        whole = replace(edit, end=taken.end, before=taken.before, after=edit.after + taken.after)
        return whole, at, [edit, taken]
    letter = source.text[edit.start : edit.start + 1]
    return replace(edit, end=edit.start + len(letter), before=letter, after=edit.after + letter), at, [edit]


def _border(before: str, after: str, at: int) -> int:
    """How much of `before` the first `at` characters of `after` stand for: by equal ends, else by share."""
    tail = after[at:]
    if tail and before.endswith(tail):
        return len(before) - len(tail)
    if before.startswith(after[:at]):
        return at
    return round(len(before) * at / len(after))
