"""Correct once, everywhere: the other places of a note where the same word, or nearly the same, was heard.

One correction by hand tells what was heard and what was meant. That knowledge is worth more than any list: the word is
wrong in this note for certain, so a place with the same sound is offered whatever a dictionary says of it, and one
with nearly the same sound unless it is an ordinary word that fits where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from processing.analysis import Analysis, Sentence
from processing.note import Edit, EditKind, State
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken
from processing.proposals import PROPOSE, Proposal, still_open
from processing.terms.glossary import squeezed
from processing.terms.likeness import Likeness
from processing.terms.spans import Eojeol, eojeols

MOST_WORDS = 4
SPARE = 3  # code points that a stretch may be longer than what is looked for
ODD_SHARE = 0.16  # how far a word that no dictionary has may be from the word corrected, as a share of its sounds
TORN_SHARE = 0.15  # several words read as one
KNOWN_SHARE = 0.12  # a word that a dictionary has
SAME_SOUND = 0.001
FITS_WELL = -8.5  # log-likelihood from which a known word is taken for meant
SHORTEST_INSIDE = 2  # syllables of a word that is looked for inside longer ones
RIGHT = -1.0  # stands for "right as it is"

# confidence: the same word; near it and in no dictionary; in one; only spelled otherwise; likely meant as it stands
SAME, UNKNOWN, KNOWN, UNIFIED, DOUBTFUL = 0.9, 0.7, 0.5, 0.6, 0.35


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person corrected: `heard` (less its particle) reads `meant`, which is said in one of `readings`.

    `forms` are other spellings of the right form, right as they stand.
    """

    heard: str
    meant: str
    readings: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

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
        tried = stretches(words, corrected.heard, targets.longest)
        near = (_judged(sentence, stretch, targets, is_right) for stretch in tried)
        found.extend(_proposal(one, corrected) for one in _without_overlaps(one for one in near if one is not None))
    return still_open(found, state)


class _Targets:
    """The sounds that are looked for: the word as it was heard, and as it should have been."""

    def __init__(self, corrected: Corrected) -> None:
        self.heard = squeezed(corrected.heard)
        self.form = corrected.meant
        self.forms = {squeezed(form) for form in corrected.forms}
        said = [corrected.heard, *(corrected.readings or (corrected.meant,))]
        self.share = lru_cache(maxsize=100_000)(Likeness(said, ODD_SHARE).share)
        self.longest = max(len(one) for one in [corrected.heard, *map(spoken, said)]) + SPARE


def stretches(words: Sequence[Eojeol], heard: str, longest: int) -> Iterator[Stretch]:
    """Every stretch of up to four eojeols and `longest` code points, with every end that its stem may have.

    `heard` is found inside longer words too.
    """
    plain = squeezed(heard)
    for i, first in enumerate(words):
        head = ""
        for j in range(i, min(i + MOST_WORDS, len(words))):
            word, group = words[j], tuple(words[i : j + 1])
            for end in _ends(word, plain.removeprefix(squeezed(head)) if plain.startswith(squeezed(head)) else ""):
                if len(head) + end > longest:
                    continue
                suffix = word.text[end:]
                is_whole = not suffix or suffix in SUFFIXES or end in word.stem_ends
                yield Stretch(head + word.text[:end], first.start, word.start + end, suffix, group, is_whole)
            head += word.text + " "
            if len(head) > longest or word.text != word.text.rstrip(".,?!"):
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
    end = at + len(heard)
    borders = {one.start - word.start for one in word.morphemes} | {len(word.text)}
    if len(heard) >= SHORTEST_INSIDE and at > 0 and at in borders and (end in borders or _may_part(word, end)):
        suffix = word.text[end:]
        yield Stretch(heard, word.start + at, word.start + end, suffix, (word,), False)


def _judged(sentence: Sentence, stretch: Stretch, targets: _Targets, is_right: Callable[[str], bool]) -> _Found | None:
    """The stretch with how near it is, or None if it should stay as it is."""
    text = squeezed(stretch.text)
    if stretch.text == targets.form:
        return _Found(sentence, stretch, RIGHT, 0.0)  # stands in the way of others, and goes in the end
    if text == squeezed(targets.form):
        return _Found(sentence, stretch, _penalty(stretch), UNIFIED)
    is_odd = any(word.is_odd for word in stretch.words)
    if text == targets.heard:
        return _Found(sentence, stretch, _penalty(stretch), _of_same_word(stretch, is_odd))
    share = targets.share(stretch.text) + _penalty(stretch)
    if share > _limit(stretch, is_odd) or not (is_odd or len(stretch.words) > 1 or _ends_as_noun(stretch)):
        return None
    if text in targets.forms:
        return _Found(sentence, stretch, share, UNIFIED)
    if share > SAME_SOUND and not is_odd and (is_right(stretch.text) or _fits(stretch)):
        return None
    return _Found(sentence, stretch, share, UNKNOWN if is_odd else KNOWN if share <= SAME_SOUND else DOUBTFUL)


def _of_same_word(stretch: Stretch, is_odd: bool) -> float:
    """How sure it is that the very word that was wrong once is wrong here: it may be a word, and meant."""
    if is_odd or not _fits(stretch):
        return SAME
    return KNOWN if len(stretch.words) == 1 else DOUBTFUL


def _ends_as_noun(stretch: Stretch) -> bool:
    """Whether a known last word is cut where its noun ends: 지금 and 그런 are no near variants of a term."""
    inside = [one for one in stretch.words[-1].morphemes if one.start < stretch.end]
    return bool(inside) and inside[-1].end == stretch.end and (inside[-1].is_noun or inside[-1].tag == "NNB")


def _penalty(stretch: Stretch) -> float:
    """What follows the stem makes it less likely that the stem ends there: nothing, a particle, or anything else."""
    if not stretch.suffix or stretch.suffix in SUFFIXES:
        return 0.0
    return 0.05 if stretch.is_whole else 0.1


def _limit(stretch: Stretch, is_odd: bool) -> float:
    if len(stretch.words) > 1:
        return TORN_SHARE if is_odd else KNOWN_SHARE
    return ODD_SHARE if is_odd and stretch.is_whole else KNOWN_SHARE


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
    kind = EditKind.STYLE if found.confidence == UNIFIED else EditKind.TERM
    edit = Edit(place.start, place.end, before, after, kind, "learned", found.confidence, reason_of(found, corrected))
    return Proposal(edit, PROPOSE, corrected.meant, stretch.text)


def reason_of(found: _Found, corrected: Corrected) -> str:
    """One short Korean line that says why a place is offered."""
    if found.confidence == UNIFIED:
        return "같은 용어의 표기 통일"
    if squeezed(found.stretch.text) == squeezed(corrected.heard):
        return f"같은 말 '{corrected.heard}'을(를) 직접 고치셨음"
    return f"직접 고치신 '{corrected.heard}'과(와) 소리가 비슷함"
