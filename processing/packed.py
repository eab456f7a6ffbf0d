"""An analysis in a few columns of numbers: how a note of ten hours is kept while nobody asks for its sentences.

As values its 300,000 morphemes take some 45 MB, in columns 5; they are made again in less than a second. A packed
analysis can be pickled, so that one language process leaves it to the next.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from processing.analysis import Analysis, Morpheme, Sentence
from processing.collector import collector_paused
from processing.note import Edit
from processing.shown import Shown
from processing.source import Place

_Kind = tuple[str, str, bool]  # form, tag, whether a dictionary has it
_Setting = tuple[int, int, str, float | None]  # number of the stretch, cut of the turn, speaker's id, start in seconds


def _numbers() -> array[int]:
    return array("i")


@dataclass(frozen=True)
class PackedAnalysis:
    """The sentences of a note without its text: `packed` makes one, `unpacked` gives the `Analysis` back."""

    stretches: tuple[tuple[Place, tuple[Edit, ...]], ...]
    settings: tuple[_Setting, ...]
    kinds: tuple[_Kind, ...]
    sentences: array[int] = field(default_factory=_numbers)  # setting, at, length, morphemes; setting, at, …
    morphemes: array[int] = field(default_factory=_numbers)  # kind, start, end; kind, start, …
    scores: array[float] = field(default_factory=lambda: array("f"))  # Kiwi's own are of this size


def packed(analysis: Analysis) -> PackedAnalysis:
    """The analysis in columns; `unpacked` with the same source text gives an equal one."""
    stretches: dict[int, tuple[int, Shown]] = {}  # by identity: sentences of one stretch share its `Shown`
    settings: dict[_Setting, int] = {}
    kinds: dict[_Kind, int] = {}
    columns = PackedAnalysis((), (), ())
    for one in analysis.sentences:
        number, _ = stretches.setdefault(id(one.shown), (len(stretches), one.shown))
        setting = settings.setdefault((number, one.turn_cut, one.speaker_id, one.start_s), len(settings))
        columns.sentences.extend((setting, one.at, len(one.text), len(one.morphemes)))
        for m in one.morphemes:
            columns.morphemes.extend((kinds.setdefault((m.form, m.tag, m.is_known), len(kinds)), m.start, m.end))
            columns.scores.append(m.score)
    known = tuple((shown.place, shown.edits) for _, shown in stretches.values())
    return PackedAnalysis(known, tuple(settings), tuple(kinds), columns.sentences, columns.morphemes, columns.scores)


def unpacked(one: PackedAnalysis, source_text: str) -> Analysis:
    """The analysis as it was; `source_text` is the whole text of its source."""
    with collector_paused():
        return Analysis(tuple(_sentences(one, source_text)))


def _sentences(one: PackedAnalysis, source_text: str) -> Iterator[Sentence]:
    shown = [Shown(source_text, edits, place) for place, edits in one.stretches]
    morphemes, column = _morphemes(one), iter(one.sentences)
    for setting, at, length, count in zip(column, column, column, column, strict=True):
        number, cut, speaker_id, start_s = one.settings[setting]
        stretch = shown[number]
        own = tuple(islice(morphemes, count))
        yield Sentence(stretch.text[at : at + length], own, stretch, at, cut, speaker_id, start_s)


def _morphemes(one: PackedAnalysis) -> Iterator[Morpheme]:
    column = iter(one.morphemes)
    for kind, start, end, score in zip(column, column, column, one.scores, strict=True):
        form, tag, is_known = one.kinds[kind]
        yield Morpheme(form, tag, start, end, is_known, score)
