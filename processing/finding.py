"""Finding words in a transcript, in the lines of the minutes and in the meeting form; replacing them with their particles.

A line of the program's own follows the transcript, so its words are found there. In a line they are found where the
transcript does not hold them: where a person has worded the line, or a model has put it otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from processing.attendees import ATTENDEES, attendee
from processing.following import Following, follows
from processing.minutes import FORM_LISTS, Info, form_entries, info_of
from processing.minutes_lines import MinutesLine
from processing.note import DUE, OWNER, Change, Edit, EditKind, Key, Line, Speaker, State, apply, change_of
from processing.paragraphs import Paragraph
from processing.particles import SUFFIXES, refitted
from processing.phonetics import spoken
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from processing.transcript import Turn

_WORD = re.compile(r"\w+")
FIELDS = ("text", "answer", "owner", "due_text")
_BY_HAND = {"owner": OWNER, "due_text": DUE}
_REPLACED = Edit(0, 0, "", "", EditKind.WORD, by="person")


@dataclass(frozen=True)
class Hit:
    """Words found at [start, end) of a paragraph; `suffix` is the particle that stands right behind them."""

    paragraph: Paragraph
    start: int
    end: int
    suffix: str = ""

    @property
    def place(self) -> Place:
        """The place of the source that the words stand for."""
        return self.paragraph.place_of(self.start, self.end)

    @property
    def text(self) -> str:
        """What the words stand in."""
        return self.paragraph.text


@dataclass(frozen=True)
class LineHit:
    """Words found at [start, end) of a `field` (text, answer, owner, due_text) of a line, which reads `text`."""

    line_id: str
    field: str
    text: str
    start: int
    end: int
    suffix: str = ""


@dataclass(frozen=True)
class FormHit:
    """Words found at [start, end) of the entry `number` (from 0) of a `field` of the meeting form, which reads `text`."""

    field: str
    number: int
    text: str
    start: int
    end: int
    suffix: str = ""


AnyHit = Hit | LineHit | FormHit


def found(turns: Iterable[Turn], words: str, is_whole: bool = False) -> list[Hit]:
    """Where `words` stand, in order, whatever their case. `is_whole` takes whole words only, particles allowed.

    Nothing is found for blanks alone.
    """
    pattern = _pattern(words)
    if pattern is None:
        return []
    return [
        Hit(paragraph, *span)
        for turn in turns
        for paragraph in turn.paragraphs
        for span in _spans(pattern, paragraph.text, is_whole)
    ]


def found_in_lines(
    source: Source, state: State, lines: Iterable[MinutesLine], words: str, is_whole: bool = False
) -> list[LineHit]:
    """Where `words` stand in these lines, as shown, and do not follow the transcript."""
    pattern = _pattern(words)
    if pattern is None:
        return []
    following = Following(source, state)
    return [
        LineHit(line.id, name, text, *span)
        for line in lines
        for name in FIELDS
        if (text := getattr(line.line, name)) and pattern.search(text)
        if not (_follows(line.line, name) and pattern.search(following.told(line.line.places)))
        for span in _spans(pattern, text, is_whole)
    ]


def found_in_form(info: Info, words: str, is_whole: bool = False) -> list[FormHit]:
    """Where `words` stand in the meeting form; days and times are left out.

    >>> [(hit.field, hit.start) for hit in found_in_form(Info(place="3층 회의실", agenda=("예산", "회의 방식")), "회의")]
    [('place', 3), ('agenda', 0)]
    """
    pattern = _pattern(words)
    if pattern is None:
        return []
    return [
        FormHit(name, number, text, *span)
        for name, of_one in groupby(form_entries(info), key=lambda entry: entry[0])
        for number, (_name, text) in enumerate(of_one)
        for span in _spans(pattern, text, is_whole)
    ]


def _follows(line: Line, field: str) -> bool:
    return follows(line) and _BY_HAND.get(field) not in line.by_hand


def _pattern(words: str) -> re.Pattern[str] | None:
    wanted = unicodedata.normalize("NFC", words).strip()
    return re.compile(re.escape(wanted), re.IGNORECASE) if wanted else None


def _spans(pattern: re.Pattern[str], text: str, is_whole: bool) -> Iterator[tuple[int, int, str]]:
    """Where the words begin and end, and the particle right behind them."""
    for match in pattern.finditer(text):
        start, end = match.span()
        rest = _WORD.match(text, end) if re.match(r"\w", text[end - 1]) else None
        suffix = rest[0] if rest is not None else ""
        begins_word = not (start and re.match(r"\w\w", text[start - 1 : start + 1]))
        if is_whole and (not begins_word or (suffix and suffix not in SUFFIXES)):
            continue
        yield start, end, suffix if begins_word and suffix in SUFFIXES else ""


def with_suffix(hit: AnyHit, new: str) -> str:
    """What comes in the place of a hit and its particle."""
    return new + refitted(hit.suffix, spoken(hit.text[hit.start : hit.end]), spoken(new))


def replaced(source: Source, state: State, hits: Sequence[AnyHit], new: str) -> Change:
    """The one change after which every hit reads `new`, the particle after it in the form that fits.

    These are words that are to be written so, as a corrected term is: lines of the minutes follow them.

    The hits must have been found in this state.
    """
    values: dict[Key, object] = {}
    spoken_ones = [hit for hit in hits if isinstance(hit, Hit)]
    for _, of_one in groupby(spoken_ones, key=lambda hit: hit.paragraph.shown.place):
        values.update(_replaced_in_one(source, state, list(of_one), new))
    values.update(_replaced_in_lines(state, [hit for hit in hits if isinstance(hit, LineHit)], new))
    values.update(_replaced_in_form(state, [hit for hit in hits if isinstance(hit, FormHit)], new))
    return change_of(state, values)


def _replaced_in_lines(state: State, hits: Iterable[LineHit], new: str) -> dict[Key, object]:
    """The lines as a person's hand has left them: their words follow nothing any more."""
    lines: dict[str, Line] = {}
    for (id_, name), of_one in groupby(hits, key=lambda hit: (hit.line_id, hit.field)):
        lines[id_] = _by_hand(lines.get(id_, state.lines[id_]), name, _with_new(list(of_one), new))
    return {("lines", id_): line for id_, line in lines.items()}


def _with_new(hits: Sequence[LineHit | FormHit], new: str) -> str:
    """The text that all hits stand in, with the new words."""
    text = hits[0].text
    for hit in reversed(hits):
        text = text[: hit.start] + with_suffix(hit, new) + text[hit.end + len(hit.suffix) :]
    return text


def _replaced_in_form(state: State, hits: Iterable[FormHit], new: str) -> dict[Key, object]:
    """The fields of the form as a person's hand would leave them; an entry without words is none."""
    info = info_of(state)
    values: dict[Key, object] = {}
    for name, of_field in groupby(hits, key=lambda hit: hit.field):
        if name == ATTENDEES and not state.info.get(ATTENDEES):
            values.update(_renamed(state, list(of_field), new))
            continue
        entries = [entry for field, entry in form_entries(info) if field == name] or [""]  # a title of the file's own
        for number, of_one in groupby(of_field, key=lambda hit: hit.number):
            entries[number] = _with_new(list(of_one), new)
        left = tuple(entry for entry in entries if entry.strip())
        values["info", name] = (left if name in FORM_LISTS else left[0]) if left else None
    return values


def _renamed(state: State, hits: Sequence[FormHit], new: str) -> dict[Key, object]:
    """The speakers of a list of attendees that follows them, under their new names."""
    values: dict[Key, object] = {}
    for id_, speaker in state.speakers.items():
        name = _name_of(speaker)
        of_name = [replace(hit, text=name) for hit in hits if hit.text == attendee(speaker) and hit.end <= len(name)]
        if of_name:
            values["speakers", id_] = replace(speaker, name=_with_new(of_name, new))
    return values


def _name_of(speaker: Speaker) -> str:
    return speaker.name or speaker.label or ""


def _by_hand(line: Line, field: str, text: str) -> Line:
    values: dict[str, Any] = {field: text or None}
    filled_in = _BY_HAND.get(field)
    if filled_in is not None:
        return replace(line, **values, by_hand=tuple(dict.fromkeys((*line.by_hand, filled_in))))
    if field == "text" and not text:
        return line  # a line without words is none
    return replace(line, **values, is_edited=line.author != "person", made_of=None)


def _replaced_in_one(source: Source, state: State, hits: Sequence[Hit], new: str) -> dict[Key, object]:
    """What becomes of the edits of one stretch of the source; no other edit is looked at for each hit."""
    old = hits[0].paragraph.shown
    here = State(edits={edit.id: edit for edit in old.edits}, cuts=state.cuts)
    for hit in sorted(hits, key=_shown_start, reverse=True):
        shown = Shown(source.text, here.edits.values(), old.place)
        end = hit.paragraph.shown_offset(hit.end) + len(hit.suffix)
        here = apply(here, edit_over(shown, here, _shown_start(hit), end, with_suffix(hit, new), _REPLACED))
    ids = here.edits.keys() | {edit.id for edit in old.edits}
    return {("edits", id_): here.edits.get(id_) for id_ in ids}


def _shown_start(hit: Hit) -> int:
    return hit.paragraph.shown_offset(hit.start)
