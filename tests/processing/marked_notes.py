"""Notes with `[[heard|meant]]` marks: the plain text as a note, analysed, and where the marked words stand."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import State, apply, first_state
from processing.readers import read
from processing.source import Place, Source
from processing.transcript import transcript
from processing.turns import certain_repairs

_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


@dataclass(frozen=True)
class Note:
    """A note as the search meets it."""

    source: Source
    state: State
    analysis: Analysis


@dataclass(frozen=True)
class MarkedNote(Note):
    """A note and its marked places by what was meant."""

    places: dict[str, list[Place]]


def analysed(raw: bytes, name: str, korean: Korean) -> Note:
    """A file read, its certain repairs made and its sentences analysed."""
    source = read(raw, name).source
    repairs, _ = certain_repairs(source, first_state(source), korean.wants_blank)
    state = apply(first_state(source), repairs)
    return Note(source, state, korean.analyse(transcript(source, state)))


def marked(path: Path, korean: Korean) -> MarkedNote:
    """The note of a marked file."""
    plain, places, at = "", defaultdict(list), 0
    raw = path.read_text("utf-8")
    for mark in _MARK.finditer(raw):
        plain += raw[at : mark.start()]
        places[mark[2]].append(Place(len(plain), len(plain) + len(mark[1])))
        plain += mark[1]
        at = mark.end()
    plain += raw[at:]
    note = analysed(plain.encode(), path.name, korean)
    assert note.source.text == plain
    return MarkedNote(note.source, note.state, note.analysis, dict(places))
