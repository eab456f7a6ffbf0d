"""Loops: the same words over and over, as recognisers write them over noise or silence, or the same passage twice.

Nothing is taken out for it: people repeat themselves, songs have choruses. So a loop is more than anybody says in a
row, and all that is done is to tell where it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from operator import eq

from processing.sentence_ends import units_of
from processing.source import Place, Source

LONGEST_PHRASE = 4  # words that may recur as one
MOST_SAID = 7  # times in a row that one still says a word of a syllable or two (네 네 네); longer ones less often
MOST_SAID_LONG = 4
PASSAGE = 40  # letters of sentences that nobody says twice word for word
SENTENCE = 8  # letters of a sentence that nobody says three times in a row
LONGEST_PASSAGE = 60  # sentences
REACH = 200  # sentences back, where a passage may stand that is written again
AGAIN = 60  # letters of two or more sentences that are written again, nearly word for word
MOST_TOLD = 100  # loops; a file with more is not a talk
ALIKE = 0.6  # of the words of two sentences that are nearly the same
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Loop:
    """Words at `place` that are said `times` in a row; the place is all of them."""

    place: Place
    times: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a sentence with its place, its letters only."""

    start: int
    end: int
    letters: str


def loops_in(source: Source) -> list[Loop]:
    """The loops of a source in order, the longest kind first; what lies in one of these is not told again."""
    sentences = [piece for block in source.blocks for piece in _sentences(source, block.text)]
    found: list[Loop] = []
    kinds = (
        _repeated(sentences, LONGEST_PASSAGE, _is_passage),
        _written_again(source, sentences),
        _repeated(_words(source), LONGEST_PHRASE, _is_phrase),
    )
    for loop in islice(chain.from_iterable(kinds), MOST_TOLD):
        if not any(loop.place.overlaps(other.place) for other in found):
            found.append(loop)
    return sorted(found, key=lambda loop: loop.place)


def _words(source: Source) -> list[_Piece]:
    """The words of all turns; none where no few of them recur in a row at all, which is quickly seen."""
    said = [word for block in source.blocks for word in source.slice(block.text).split()]
    recur = (bytes(map(eq, said, said[step:])) for step in range(1, LONGEST_PHRASE + 1))
    if not any(b"\1" * (step * MOST_SAID_LONG) in row for step, row in enumerate(recur, 1)):
        return []
    return [
        _Piece(match.start(), match.end(), _LETTERS.sub("", match[0]) or match[0])
        for block in source.blocks
        for match in _WORD.finditer(source.text, block.text.start, block.text.end)
    ]


def _sentences(source: Source, place: Place) -> Iterator[_Piece]:
    for start, end in units_of(source.slice(place)):
        if letters := _LETTERS.sub("", source.text[place.start + start : place.start + end]):
            yield _Piece(place.start + start, place.start + end, letters)


def _written_again(source: Source, sentences: Sequence[_Piece]) -> Iterator[Loop]:
    """The passages that stand once more further down: two sentences and more, nearly word for word."""
    last: dict[str, int] = {}
    done = 0
    for i, sentence in enumerate(sentences):
        before = last.get(sentence.letters) if len(sentence.letters) > SENTENCE else None
        last[sentence.letters] = i
        if before is None or i - before > REACH or i < done:
            continue
        start, end = _extent(source, sentences, before, i)
        if end - start > 1 and sum(len(one.letters) for one in sentences[start:end]) >= AGAIN:
            yield Loop(Place(sentences[start].start, sentences[end - 1].end), 2)
        done = end


def _extent(source: Source, sentences: Sequence[_Piece], before: int, i: int) -> tuple[int, int]:
    """From where to where the sentences around `i` are like those around the one `before` it."""
    apart, start, end = i - before, i, i + 1
    while (
        start - apart > 0
        and start - 1 > before
        and _are_alike(source, sentences[start - 1 - apart], sentences[start - 1])
    ):
        start -= 1
    while end < min(len(sentences), start + apart, i + LONGEST_PASSAGE) and _are_alike(
        source, sentences[end - apart], sentences[end]
    ):
        end += 1
    return start, end


def _are_alike(source: Source, one: _Piece, other: _Piece) -> bool:
    a, b = (Counter(source.text[piece.start : piece.end].split()) for piece in (one, other))
    return (a & b).total() >= ALIKE * max(a.total(), b.total())


def _repeated(pieces: Sequence[_Piece], longest: int, is_loop: Callable[[int, int, int], bool]) -> Iterator[Loop]:
    """The runs in which the same up to `longest` pieces follow each other again and again."""
    letters = [piece.letters for piece in pieces]
    last: dict[str, int] = {}
    i = 0
    while i < len(letters):
        before = last.get(letters[i])
        last[letters[i]] = i
        period = i - before if before is not None else 0
        if before is None or not 0 < period <= longest or letters[before:i] != letters[i : i + period]:
            i += 1
            continue
        times = 2
        while letters[before:i] == letters[before + times * period : before + (times + 1) * period]:
            times += 1
        end = before + times * period
        if is_loop(sum(map(len, letters[before:i])), period, times):
            yield Loop(Place(pieces[before].start, pieces[end - 1].end), times)
            last.clear()
        i = end


def _is_phrase(letters: int, _period: int, times: int) -> bool:
    return times > (MOST_SAID if letters <= 2 else MOST_SAID_LONG)


def _is_passage(letters: int, period: int, times: int) -> bool:
    return letters >= PASSAGE or (times > 2 and letters >= SENTENCE * period)


def shown_words(source: Source, loop: Loop, longest: int = 12) -> str:
    """The first words of a loop, as much as tells it apart."""
    words = " ".join(source.slice(loop.place)[: 2 * longest].split())
    pieces = words.split(" ")
    if loop.times > MOST_SAID_LONG and all(a == b for a, b in pairwise(pieces[:3])):
        return pieces[0][:longest]
    return words if len(words) <= longest else words[:longest].rstrip() + "…"
