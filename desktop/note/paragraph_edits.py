"""What a person does to a paragraph of the transcript, as changes of the note; pure.

A paragraph that was typed over becomes edits word by word (eojeol), so that undoing, evidence and corrections stay as
small as what was really changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from processing.note import Change, Key, State, apply, change_of, then
from processing.paragraphs import Paragraph
from processing.shown import Shown, edit_over
from processing.source import Source
from processing.turns.by_hand import split

_WORD = re.compile(r"\S+")

Hunk = tuple[int, int, str]  # [start, end) of the old text reads so


def hunks(old: str, new: str) -> list[Hunk]:
    """The smallest stretches of whole words in which `new` differs from `old`.

    >>> hunks("레그를 쓰면 답이 좋아요", "RAG를 쓰면 답이 더 좋아요")
    [(0, 3, 'RAG를'), (10, 10, '더 ')]
    """
    before, after = [m.span() for m in _WORD.finditer(old)], new.split()
    words = [old[start:end] for start, end in before]
    found: list[Hunk] = []
    for tag, i, j, k, m in SequenceMatcher(None, words, after, autojunk=False).get_opcodes():
        if tag == "replace":
            found.extend(_replaced(before[i:j], after[k:m]))
        elif tag == "delete":
            found.append(_deleted(before, i, j, len(old)))
        elif tag == "insert":
            found.append(_inserted(before, i, after[k:m], old))
    return found


def _replaced(spans: list[tuple[int, int]], words: list[str]) -> Iterator[Hunk]:
    if len(spans) == len(words):
        yield from ((start, end, word) for (start, end), word in zip(spans, words, strict=True))
    else:
        yield spans[0][0], spans[-1][1], " ".join(words)


def _deleted(spans: list[tuple[int, int]], i: int, j: int, length: int) -> Hunk:
    if j < len(spans):
        return spans[i][0], spans[j][0], ""
    return (spans[i - 1][1] if i else 0), length, ""


def _inserted(spans: list[tuple[int, int]], i: int, words: list[str], old: str) -> Hunk:
    text = " ".join(words)
    if i < len(spans):
        return spans[i][0], spans[i][0], text + " "
    return len(old), len(old), " " + text if old else text


def retyped(state: State, paragraph: Paragraph, text: str) -> Change:
    """The change after which the paragraph reads `text`; every edit in it is a person's.

    The hunks go in from the right, each on the text that the ones before it have left: two that touch one edit, or that
    become insertions at one offset, find each other so.
    """
    old = paragraph.shown
    here = State(edits={edit.id: edit for edit in old.edits}, cuts=state.cuts)
    for start, end, new in reversed(hunks(paragraph.text, text)):
        shown = Shown(old.source_text, here.edits.values(), old.place)
        here = apply(here, edit_over(shown, here, paragraph.shown_offset(start), paragraph.shown_offset(end), new))
    ids = here.edits.keys() | {edit.id for edit in old.edits}
    values: dict[Key, object] = {("edits", id_): here.edits.get(id_) for id_ in ids}
    return change_of(state, values)


def retyped_and_split(source: Source, state: State, paragraph: Paragraph, text: str, at: int) -> Change:
    """The change that types a paragraph over with `text` and begins a new turn at position `at` of it.

    The speaker stays the same. Empty where no word follows, or a turn begins there already.
    """
    first = retyped(state, paragraph, text) if text != paragraph.text else Change()
    after = apply(state, first)
    inside = [edit for edit in after.edits.values() if paragraph.shown.place.covers(edit.place)]
    shown = Shown(source.text, inside, paragraph.shown.place)
    whole = Paragraph(shown, ((0, len(shown.text)),), None, False)
    begin = paragraph.shown_offset(0)
    position = _after_letters(shown.text, begin, sum(not ch.isspace() for ch in text[:at]))
    second = split(source, after, whole, position) if text[at:].strip() else Change()
    return then(first, second) if second else Change()


def _after_letters(text: str, start: int, letters: int) -> int:
    """The position of the first letter after so many others, counted from `start`, white space apart."""
    at = start
    while at < len(text) and (letters > 0 or text[at].isspace()):
        letters -= not text[at].isspace()
        at += 1
    return at
