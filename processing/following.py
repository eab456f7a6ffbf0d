"""The words of a line follow the words of their evidence: a term applied, taken back or replaced is spelt so in the line.

A line remembers what it was made of (`MadeOf`): the edits that stood in its places. What it reads now is computed from
the difference to the edits that stand there today, so every way back gives the old words back. Only what `respells`
flows; where something else was said, the line stays and is marked (`Bases`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from processing.note import DUE, OWNER, EditKind, Line, MadeOf, State
from processing.particles import SUFFIXES, refitted, stems
from processing.phonetics import spoken
from processing.respelling import respells_at, word_pair
from processing.source import Place, Source

_Edit = tuple[int, int, str, str]  # start, end, after, kind

Spelt = tuple[Line, tuple[_Edit, ...]]  # a line, and the edits that stand in its places

_LETTER = re.compile(r"\w")
_PART = re.compile(r"\w{2,}")
_SYLLABLE = re.compile(r"(?<!\w)\w(?!\w)")


@dataclass(frozen=True)
class _Piece:
    """A stretch of evidence as it read when the line was made, and as it reads now."""

    then: str
    now: str


@dataclass(frozen=True)
class _Respelt:
    """Words that differ: where they begin in what stood there, what they were and are, with and without their particle."""

    start: int
    whole: tuple[str, str]
    old: str
    new: str


@dataclass(frozen=True)
class _Evidence:
    """One place: how it read, how it reads, and the words that differ."""

    then: str
    now: str
    respelt: tuple[_Respelt, ...]


class Following:
    """What the lines of a note read as its evidence is spelt in one state."""

    def __init__(self, source: Source, state: State, known: dict[Spelt, tuple[Line, bool]] | None = None) -> None:
        """The lines of a state; `known` holds what was spelt before, of states of the same source."""
        self._text = source.text
        self._state = state
        self._known: dict[Line, tuple[Line, bool]] = {}
        self._of_before = known if known is not None else {}

    @cached_property
    def _edits(self) -> list[_Edit]:
        edits = (e for e in self._state.edits.values() if e.kind is not EditKind.JOIN)  # that has a header in it
        return sorted((e.start, e.end, e.after, str(e.kind)) for e in edits)

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end, _, _ in self._edits), default=0)

    def made_of(self, line: Line) -> MadeOf:
        """What a line is made of that is made now."""
        edits = sorted({edit for place in line.places for edit in self._standing_in(place)})
        words = " ".join(filter(None, (line.text, line.answer, line.owner)))
        named = ((id_, one.shown) for id_, one in self._state.speakers.items() if one.shown != one.label)
        return MadeOf(tuple(edits), tuple((id_, shown) for id_, shown in named if shown and shown in words))

    def renewed(self, line: Line) -> Line:
        """The line as its evidence is spelt now; one that a person has worded stays as it is."""
        return self._renewed(line)[0]

    def is_behind(self, line: Line) -> bool:
        """Whether a line still holds a part of a word that its evidence has no more, so that it could not follow."""
        return self._renewed(line)[1]

    def settled(self, line: Line) -> Line:
        """The line as it reads now, made of what stands now: a person has looked at it."""
        return replace(self.renewed(line), made_of=self.made_of(line)) if follows(line) else line

    def _renewed(self, line: Line) -> tuple[Line, bool]:
        if line not in self._known:
            self._known[line] = self._spelt(line)
        return self._known[line]

    def _spelt(self, line: Line) -> tuple[Line, bool]:
        now = tuple(edit for place in line.places for edit in self._standing_in(place))
        if not follows(line) or not (now or (line.made_of and line.made_of.edits)):
            return line, False
        if (line, now) not in self._of_before:
            self._of_before[line, now] = _renewed(self._text, line, now)
        return self._of_before[line, now]

    def told(self, places: Iterable[Place]) -> str:
        """What stands at these places now, one a line."""
        shown = (_applied(self._text, place.start, place.end, list(self._standing_in(place))) for place in places)
        return "\n".join(shown)

    def _standing_in(self, place: Place) -> Iterator[_Edit]:
        i = bisect_left(self._edits, (place.start - self._longest,))
        while i < len(self._edits) and self._edits[i][0] < place.end:
            if _is_in(self._edits[i], place):
                yield self._edits[i]
            i += 1


def _renewed(text: str, line: Line, now: tuple[_Edit, ...]) -> tuple[Line, bool]:
    """A line of a source's `text` as its evidence is spelt with the edits that stand there `now`; whether it is behind."""
    made_of = line.made_of.edits if line.made_of is not None else ()
    evidence = [found for place in line.places if (found := _evidence(text, made_of, now, place)) is not None]
    if not any(one.respelt for one in evidence):
        return line, False
    renewed = replace(
        line,
        text=_reading(line.text, evidence),
        answer=_optional(line.answer, evidence),
        owner=line.owner if OWNER in line.by_hand else _optional(line.owner, evidence),
        due_text=line.due_text if DUE in line.by_hand else _optional(line.due_text, evidence),
    )
    return renewed, _is_behind(renewed, evidence)


def _is_behind(line: Line, evidence: Sequence[_Evidence]) -> bool:
    told, now = f"{line.text}\n{line.answer or ''}", "\n".join(one.now for one in evidence)
    respelt = [words for one in evidence for words in one.respelt]
    parts = {part for words in respelt for said in (words.old, words.whole[0]) for part in _parts(said)}
    if any(part not in now and re.search(rf"(?<!\w){re.escape(part)}", told) for part in parts):
        return True
    syllables = {part for words in respelt if not _is_spaced_otherwise(words) for part in _SYLLABLE.findall(words.old)}
    return any(_stands_alone(part, told) and not _stands_alone(part, now) for part in syllables)


def _is_spaced_otherwise(words: _Respelt) -> bool:
    return words.old.replace(" ", "") == words.new.replace(" ", "")


def _stands_alone(syllable: str, text: str) -> bool:
    """Whether a word of one syllable stands in a text, with a particle or none."""
    found = re.findall(rf"(?<!\w){re.escape(syllable)}(\w*)", text)
    return any(not after or after in SUFFIXES for after in found)


def _parts(words: str) -> Iterator[str]:
    """The words, and the last without each particle that it may have: one typed over may have taken its along."""
    found: list[str] = _PART.findall(words)
    yield from found
    for end in stems(found[-1]) if found else ():
        if found[-1][end:] in SUFFIXES and end > 1:
            yield found[-1][:end]


def _evidence(text: str, made_of: Iterable[_Edit], standing: Iterable[_Edit], place: Place) -> _Evidence | None:
    """None where the place is spelt as it was."""
    then = [edit for edit in made_of if _is_in(edit, place)]
    now = [edit for edit in standing if _is_in(edit, place)]
    if then == now:
        return None
    pieces = list(_pieces(text, then, now, place))
    return _Evidence("".join(p.then for p in pieces), "".join(p.now for p in pieces), tuple(_words(pieces)))


def follows(line: Line) -> bool:
    """Whether a line's words are its evidence's: those of the program, of a model, or taken over by a person as they are."""
    return not line.is_edited and (line.author != "person" or line.made_of is not None)


def _is_in(edit: _Edit, place: Place) -> bool:
    """Whether an edit stands in a place; letters put in where it begins are the beginning of its first word."""
    start, end, after, _ = edit
    if start == end == place.start:
        return after[-1:].isalnum()
    return start < place.end and end > place.start


def _pieces(text: str, then: Sequence[_Edit], now: Sequence[_Edit], place: Place) -> Iterator[_Piece]:
    """The place cut up: what both have alike, and each stretch that an edit of one of the two alone covers.

    A stretch in which anything but the spelling differs comes as it was.
    """
    common = set(then) & set(now)
    at = place.start
    for start, end, inside in _stretches([*then, *now]):
        yield _Piece(text[at:start], text[at:start])
        before = _applied(text, start, end, [edit for edit in then if edit in inside])
        after = _applied(text, start, end, [edit for edit in now if edit in inside])
        is_respelt = all(edit in common or respells_at(text, *edit) for edit in inside)
        yield _Piece(before, after if is_respelt else before)
        at = end
    yield _Piece(text[at : place.end], text[at : place.end])


def _stretches(edits: Iterable[_Edit]) -> Iterator[tuple[int, int, set[_Edit]]]:
    """Edits that overlap each other, together: where they begin and end."""
    found: list[tuple[int, int, set[_Edit]]] = []
    for edit in sorted(set(edits)):
        start, end = edit[0], edit[1]
        if found and (start < found[-1][1] or (start, end) == found[-1][:2]):
            first, last, inside = found[-1]
            found[-1] = first, max(last, end), inside | {edit}
        else:
            found.append((start, end, {edit}))
    return iter(found)


def _applied(text: str, start: int, end: int, edits: Iterable[_Edit]) -> str:
    read, at = "", start
    for edit in sorted(edits):
        read += text[at : edit[0]] + edit[2]
        at = max(at, edit[1])
    return read + text[at:end]


def _words(pieces: Sequence[_Piece]) -> Iterator[_Respelt]:
    """The words around what differs."""
    then, now = "".join(p.then for p in pieces), "".join(p.now for p in pieces)
    spans: list[tuple[int, int, int, int]] = []  # [start, end) then, [start, end) now
    at = at_now = 0
    for piece in pieces:
        end, end_now = at + len(piece.then), at_now + len(piece.now)
        if piece.then != piece.now:
            left, right = _alike(then, at - 1, now, at_now - 1, -1), _alike(then, end, now, end_now, 1)
            span = at - left, end + right, at_now - left, end_now + right
            if spans and span[0] < spans[-1][1]:
                first, _, first_now, _ = spans.pop()
                span = first, span[1], first_now, span[3]
            spans.append(span)
        at, at_now = end, end_now
    for first, last, first_now, last_now in spans:
        whole = " ".join(then[first:last].split()), " ".join(now[first_now:last_now].split())
        yield _Respelt(first, whole, *_less_the_ending(*whole))


def _less_the_ending(before: str, after: str) -> tuple[str, str]:
    """Both without their particle, or without whatever ending both share (…이었고요), as long as a word is left.

    A space that only one of the two has (웹 훅, 웹훅; 수요에 측, 수요예측) stays: without it, it would change in no line.
    """
    old, new = word_pair(before, after)
    while len(old) > 2 and len(new) > 1 and old[-1] == new[-1]:
        shorter = old[:-1].rstrip(), new[:-1].rstrip()
        is_space_lost = len(old) - len(shorter[0]) != len(new) - len(shorter[1])
        if is_space_lost or shorter[0] == shorter[1]:
            break
        old, new = shorter
    return old, new


def _alike(then: str, i: int, now: str, j: int, step: int) -> int:
    """How many letters of one word stand from here on in both texts."""
    count = 0
    while 0 <= i < len(then) and 0 <= j < len(now) and then[i] == now[j] and _LETTER.match(then[i]):
        count, i, j = count + 1, i + step, j + step
    return count


def _optional(text: str | None, evidence: Sequence[_Evidence]) -> str | None:
    return _reading(text, evidence) if text else text


def _reading(text: str, evidence: Sequence[_Evidence]) -> str:
    """The text as its evidence reads now: all of it where it quotes the evidence, else word by word."""
    for one in evidence:
        if text == " ".join(one.then.split()):
            return " ".join(one.now.split())
    stems = frozenset(w.old for one in evidence for w in one.respelt if w.old and w.new and w.old != w.new)
    return _with_new_stems(text, stems, evidence) if stems else text


@lru_cache(maxsize=1024)
def _pattern(stems: frozenset[str]) -> re.Pattern[str]:
    """Matches words where they begin an eojeol, and what follows them there."""
    patterns = (r"\s+".join(map(re.escape, stem.split())) for stem in sorted(stems, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({'|'.join(patterns)})(?![A-Za-z0-9])([가-힣]*)")


def _hits(text: str, stems: frozenset[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Where the words stand; one of one syllable only where nothing but a particle follows: it is a part of many words."""
    for match in _pattern(stems).finditer(text):
        stem = " ".join(match[1].split())
        if len(stem) > 1 or not match[2] or match[2] in SUFFIXES:
            yield match, stem


def _with_new_stems(text: str, stems: frozenset[str], evidence: Sequence[_Evidence]) -> str:
    """The text with its words as the evidence has them; if it names one as often, each as it is spelt in its place."""
    targets: dict[str, list[_Respelt | None]] = {}
    for one in evidence:
        new = {words.start: words for words in one.respelt}
        for match, stem in _hits(one.then, stems):
            targets.setdefault(stem, []).append(new.get(match.start()))
    hits = list(_hits(text, stems))
    counts, seen = Counter(stem for _, stem in hits), Counter[str]()
    read, at = "", 0
    for match, stem in hits:
        spelt = targets.get(stem, [])
        target = spelt[seen[stem]] if counts[stem] == len(spelt) else next(filter(None, spelt), None)
        seen[stem] += 1
        read += text[at : match.start()] + _put(match, target)
        at = match.end()
    return read + text[at:]


def _put(match: re.Match[str], words: _Respelt | None) -> str:
    """Words in place of a hit; what follows it changes with the sound before it only: 넘는 is no 넘 with a particle."""
    if words is None:
        return match[0]
    if " ".join(match[0].split()) == words.whole[0]:
        return words.whole[1]
    is_particle = match[2] in SUFFIXES
    return words.new + (refitted(match[2], spoken(match[1]), spoken(words.new)) if is_particle else match[2])
