"""Correct once, everywhere: the other places of a note where the same word, or nearly the same, was heard.

One correction by hand tells what was heard and what was meant. That knowledge is worth more than any list: the word is
wrong in this note for certain, so a place with the same sound is offered whatever a dictionary says of it, and one
with nearly the same sound unless it is an ordinary word that fits where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from processing.analysis import Analysis, Sentence
from processing.note import Edit, EditKind, State
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import ROUGH, distance, sounds, spoken
from processing.proposals import PROPOSE, Proposal, still_open
from processing.terms.glossary import squeezed
from processing.terms.spans import Eojeol, eojeols

MOST_WORDS = 4
LONGEST = 40  # code points of a stretch
ODD_SHARE = 0.3  # how far a word that no dictionary has may be from the word corrected, as a share of its sounds
TORN_SHARE = 0.2  # several words read as one
KNOWN_SHARE = 0.13  # a word that a dictionary has
CHEAPEST = 0.3  # what a change of one rough sound costs at the least
FITS_WELL = -8.5  # log-likelihood from which a known word is taken for meant
SHORTEST_INSIDE = 2  # syllables of a word that is looked for inside longer ones
RIGHT = -1.0  # stands for "right as it is"
HONORED = 0.9, 0.7, 0.5  # confidence of the same word, of an unknown one near it, of a known one near it


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person corrected: `heard` (less its particle) reads `meant`, which is said in one of `readings`."""

    heard: str
    meant: str
    readings: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """How the right form is read, for the particle after it."""
        return self.readings[0] if self.readings else spoken(self.meant)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few words read as one stem at [start, end) of a sentence; `suffix` follows in the last eojeol."""

    text: str
    start: int
    end: int
    suffix: str
    words: tuple[Eojeol, ...]
    is_whole: bool  # the suffix is none or a particle: not the rest of a longer word


@dataclass(frozen=True, slots=True)
class _Found:
    sentence: Sentence
    stretch: Stretch
    share: float
    confidence: float


def spread(
    analysis: Analysis, state: State, corrected: Corrected, is_right: Callable[[str], bool] = lambda _text: False
) -> list[Proposal]:
    """The places that should read as the corrected one does, in order, none that an active edit overlaps.

    `is_right` knows the words that are right somewhere; a near one of them is left alone where it fits. All proposals
    have `corrected.meant` for their term, so that they stand in one cluster.
    """
    targets = _Targets(corrected)
    found: list[Proposal] = []
    for sentence in analysis.sentences:
        words = eojeols(sentence, is_right)
        near = (_judged(sentence, stretch, targets, is_right) for stretch in stretches(words, corrected.heard))
        found.extend(_proposal(one, corrected) for one in _without_overlaps(one for one in near if one is not None))
    return still_open(found, state)


class _Targets:
    """The sounds that are looked for: the word as it was heard, and as it should have been."""

    def __init__(self, corrected: Corrected) -> None:
        self.heard = squeezed(corrected.heard)
        self.form = corrected.meant
        said = [spoken(corrected.heard), *(spoken(reading) for reading in corrected.readings)]
        if not corrected.readings:
            said.append(spoken(corrected.meant))
        self._sounds = [sounds(one) for one in dict.fromkeys(said) if one]
        self._rough = [one.translate(ROUGH) for one in self._sounds]
        self.share = lru_cache(maxsize=100_000)(self._share)

    def _share(self, text: str) -> float:
        """How far a text is from the nearest target, as a share of all sounds; 1 if far."""
        phonemes = sounds(spoken(text))
        rough = phonemes.translate(ROUGH)
        best = 1.0
        for target, rough_target in zip(self._sounds, self._rough, strict=True):
            limit = ODD_SHARE * max(len(phonemes), len(target))
            cutoff = int(limit / CHEAPEST) + 1
            if phonemes and Levenshtein.distance(rough, rough_target, score_cutoff=cutoff) <= cutoff:
                best = min(best, distance(phonemes, target, limit + 1e-9) / max(len(phonemes), len(target)))
        return best


def stretches(words: Sequence[Eojeol], heard: str) -> Iterator[Stretch]:
    """Every stretch of up to four eojeols, with every end that its stem may have; `heard` is found inside words too."""
    plain = squeezed(heard)
    for i, first in enumerate(words):
        head = ""
        for j in range(i, min(i + MOST_WORDS, len(words))):
            word, group = words[j], tuple(words[i : j + 1])
            for end in _ends(word, plain.removeprefix(squeezed(head)) if plain.startswith(squeezed(head)) else ""):
                suffix = word.text[end:]
                is_whole = not suffix or suffix in SUFFIXES or end in word.stem_ends
                yield Stretch(head + word.text[:end], first.start, word.start + end, suffix, group, is_whole)
            head += word.text + " "
            if len(head) > LONGEST or word.text != word.text.rstrip(".,?!"):
                break
        yield from _inside(first, heard)


def _ends(word: Eojeol, wanted: str) -> Iterable[int]:
    """Where a stem may end in an eojeol: by its look, by its morphemes, and where the wanted letters end."""
    ends = dict.fromkeys(word.stem_ends)
    ends.update((one.end - word.start, None) for one in word.morphemes if 0 < one.end - word.start < len(word.text))
    if wanted and word.text.casefold().startswith(wanted) and _may_part(word, len(wanted)):
        ends[len(wanted)] = None
    return ends


def _may_part(word: Eojeol, at: int) -> bool:
    """Whether an eojeol may be parted there: a dictionary does not have it whole, or it has a border there."""
    borders = {one.start - word.start for one in word.morphemes} | {one.end - word.start for one in word.morphemes}
    return at in borders or any(
        not one.is_known and one.start - word.start <= at <= one.end - word.start for one in word.morphemes
    )


def _inside(word: Eojeol, heard: str) -> Iterator[Stretch]:
    """`heard` in the middle of an eojeol, after another noun."""
    at = word.text.find(heard, 1)
    if len(heard) >= SHORTEST_INSIDE and at > 0 and _may_part(word, at) and _may_part(word, at + len(heard)):
        end = at + len(heard)
        suffix = word.text[end:]
        yield Stretch(heard, word.start + at, word.start + end, suffix, (word,), False)


def _judged(sentence: Sentence, stretch: Stretch, targets: _Targets, is_right: Callable[[str], bool]) -> _Found | None:
    """The stretch with how near it is, or None if it should stay as it is."""
    text = squeezed(stretch.text)
    if stretch.text == targets.form:
        return _Found(sentence, stretch, RIGHT, 0.0)  # stands in the way of others, and goes in the end
    if text == targets.heard or text == squeezed(targets.form):
        return _Found(sentence, stretch, _penalty(stretch), HONORED[0])
    share = targets.share(stretch.text) + _penalty(stretch)
    is_odd = any(word.is_odd for word in stretch.words)
    if share > _limit(stretch, is_odd):
        return None
    if not is_odd and (is_right(stretch.text) or _fits(stretch)):
        return None
    return _Found(sentence, stretch, share, HONORED[1] if is_odd else HONORED[2])


def _penalty(stretch: Stretch) -> float:
    """What follows the stem makes it less likely that the stem ends there: nothing, a particle, or anything else."""
    if not stretch.suffix or stretch.suffix in SUFFIXES:
        return 0.0
    return 0.05 if stretch.is_whole else 0.1


def _limit(stretch: Stretch, is_odd: bool) -> float:
    if len(stretch.words) > 1:
        return TORN_SHARE
    return (ODD_SHARE if is_odd else KNOWN_SHARE) if stretch.is_whole else KNOWN_SHARE


def _fits(stretch: Stretch) -> bool:
    """Whether known words are as likely as what is usually said in their place."""
    scores = [one.score for word in stretch.words for one in word.morphemes if one.is_content]
    return bool(scores) and sum(scores) / len(scores) >= FITS_WELL


def _without_overlaps(found: Iterable[_Found]) -> list[_Found]:
    """The nearest of those that share words, in the order of the text; of equals the longest."""
    chosen: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.share, not f.stretch.is_whole, f.stretch.start - f.stretch.end)):
        if all(one.stretch.end <= other.stretch.start or other.stretch.end <= one.stretch.start for other in chosen):
            chosen.append(one)
    return sorted((one for one in chosen if one.share != RIGHT), key=lambda one: one.stretch.start)


def _proposal(found: _Found, corrected: Corrected) -> Proposal:
    stretch, sentence = found.stretch, found.sentence
    agreed = agreeing(stretch.suffix, corrected.said) if stretch.is_whole else stretch.suffix
    end = stretch.end + (len(stretch.suffix) if agreed != stretch.suffix else 0)
    after = corrected.meant + (agreed if end > stretch.end else "")
    place = sentence.place_of(stretch.start, end)
    before = sentence.shown.source_text[place.start : place.end]
    edit = Edit(
        place.start, place.end, before, after, EditKind.TERM, "learned", found.confidence, reason_of(found, corrected)
    )
    return Proposal(edit, PROPOSE, corrected.meant, stretch.text)


def reason_of(found: _Found, corrected: Corrected) -> str:
    """One short Korean line that says why a place is offered."""
    if squeezed(found.stretch.text) == squeezed(corrected.heard):
        return f"같은 말 '{corrected.heard}'을(를) 직접 고치셨음"
    return f"직접 고치신 '{corrected.heard}'과(와) 소리가 비슷함"
