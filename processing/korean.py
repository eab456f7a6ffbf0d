"""Kiwi, and nothing else: the one room that turns text into morphemes and decides how torn words join.

Loading takes about a second and a half and holds the interpreter's lock, the first call as long again; so a window
keeps its `Korean` in a process of its own. Words that Kiwi should know go in before the first call.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from kiwipiepy import Kiwi, Token

from processing.analysis import Analysis, Morpheme, Sentence
from processing.paragraphs import Paragraph
from processing.source import Place
from processing.transcript import Turn

_AROUND_SEAM = 30  # code points on each side of a seam that tell how its words belong together
_BOUND = ("XSV", "XSA", "VCP", "EP")  # tags of what is written together with the word before it


class Korean:
    """A loaded Kiwi. `known_words` are nouns that it should not take apart (파인튜닝, 랭체인), and no names of people."""

    def __init__(self, known_words: Iterable[str] = ()) -> None:
        self._kiwi = Kiwi(num_workers=1)
        for word in known_words:
            self._kiwi.add_user_word(word, "NNG")

    def warm_up(self) -> None:
        """Have Kiwi build what it builds at its first call."""
        self._kiwi.tokenize("준비")

    def analyse(self, turns: Iterable[Turn]) -> Analysis:
        """The sentences of these turns with their morphemes."""
        return Analysis(tuple(self._sentences(list(_units(turns)))))

    def renewed(self, analysis: Analysis, turns: Iterable[Turn], touched: Sequence[Place]) -> Analysis:
        """The analysis of the same turns after edits at the `touched` places: only sentences there are read anew."""
        starts = sorted(place.start for place in touched)
        old = list(analysis.sentences)
        old_starts = [sentence.place.start for sentence in old]
        kept: list[Sentence] = []
        stale: list[_Unit] = []
        for unit in _units(turns):
            place = unit.place
            i = bisect_left(starts, place.start)
            if i < len(starts) and starts[i] < place.end:
                stale.append(unit)
            else:
                kept.extend(old[bisect_left(old_starts, place.start) : bisect_left(old_starts, place.end)])
        fresh = [*kept, *self._sentences(stale)]
        return Analysis(tuple(sorted(fresh, key=lambda sentence: sentence.place.start)))

    def _sentences(self, units: Sequence[_Unit]) -> Iterator[Sentence]:
        for unit, tokens in zip(units, self._kiwi.tokenize([unit.text for unit in units]), strict=True):
            yield from _sentences(unit, tokens)

    def tokens_of(self, lines: Sequence[str]) -> int:
        """How many tokens these lines have: one plain Kiwi pass, the measure that benchmarks are told in."""
        return sum(len(tokens) for tokens in self._kiwi.tokenize(lines))

    def morphemes(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of one short text, offsets in code points of it."""
        return tuple(_morpheme(token, 0) for token in self._kiwi.tokenize(text))

    def morphemes_of(self, lines: Sequence[str]) -> list[tuple[Morpheme, ...]]:
        """The morphemes of each of some short texts, read in one go."""
        return [tuple(_morpheme(token, 0) for token in tokens) for tokens in self._kiwi.tokenize(list(lines))]

    def wants_blank(self, before: str, after: str) -> bool:
        """Whether a blank belongs between two halves of a torn line.

        Kiwi weighs both ways, and now and then parts what is bound to the word before it: the 하다 of
        시각화한, 이다, an ending (한글 맞춤법 2, 41). Of 5,900 lines torn at random, 96 in a hundred are joined as they were written.
        """
        _, blanks = self._kiwi.glue([before, after], return_space_insertions=True)
        return bool(blanks[0]) and not self._is_bound(before[-_AROUND_SEAM:], after[:_AROUND_SEAM])

    def _is_bound(self, before: str, after: str) -> bool:
        """Whether `after`, written right behind `before`, begins with what cannot stand alone."""
        seam = next((token for token in self._kiwi.tokenize(before + after) if token.start == len(before)), None)
        return seam is not None and seam.tag.startswith(_BOUND)


@dataclass(frozen=True)
class _Unit:
    """What Kiwi reads in one go: one part of a paragraph, about a sentence long."""

    turn: Turn
    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.shown.text[self.start : self.end]

    @property
    def place(self) -> Place:
        return self.paragraph.shown.place_of(self.start, self.end)


def _units(turns: Iterable[Turn]) -> Iterator[_Unit]:
    for turn in turns:
        for paragraph in turn.paragraphs:
            for start, end in paragraph.parts:
                yield _Unit(turn, paragraph, start, end)


def _sentences(unit: _Unit, tokens: Sequence[Token]) -> Iterator[Sentence]:
    text, turn, paragraph = unit.text, unit.turn, unit.paragraph
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens[i].sent_position != tokens[first].sent_position:
            start, end = tokens[first].start, max(token.end for token in tokens[first:i])
            yield Sentence(
                text[start:end],
                tuple(_morpheme(token, start) for token in tokens[first:i]),
                paragraph.shown,
                unit.start + start,
                turn.cut,
                turn.speaker_id,
                paragraph.start_s,
            )
            first = i


def _morpheme(token: Token, origin: int) -> Morpheme:
    form, tag = intern(token.form), intern(token.tag.split("-")[0])  # a long talk says the same words again and again
    return Morpheme(form, tag, token.start - origin, token.end - origin, not token.oov, token.score)
