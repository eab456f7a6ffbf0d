"""An index of readings by sound: near ones are found by looking keys up, not by walking through all readings.

Each reading stands under its coarse key (`phonetics.skeleton`) and what deletions leave of it (`sound_keys`). A short
word that may differ by one rough phoneme only would meet hundreds by so coarse a key and nearly all in vain: it is
looked up by its rough phonemes themselves, one deleted. What met stands a quick look, how many rough phonemes differ;
the exact distance is then measured for the few that are left. Words are asked about many at a time, which takes a third
of the time that it takes one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from processing.phonetics import ROUGH, letters_distance, rough_letters, skeleton, sounds, spoken
from processing.terms.glossary import USER, Term
from processing.terms.named_letters import NamedLetters
from processing.terms.readings import Match, Reading, readings_of
from processing.terms.sound_distances import LONGEST, coded, distances
from processing.terms.sound_keys import Numbers, SoundKeys

SHORT_WORD = 6  # rough phonemes of a word that is looked up by them
SLACK = 0.5  # changes at the border of two broad classes are cheaper still
CHEAPEST = 0.7  # what a change between two broad classes of sounds costs, nearly always, at the least
RIVALRY = 0.05  # a second term this near in sound, as a share of all sounds, casts doubt on the first
ONE_LETTER = 1.0  # the most that two acronyms may differ by
REMEMBERED = 20_000  # words of which it is kept what is near
LEVEL = 1e-9  # shares that differ by less are the same


class Heard(NamedTuple):
    """A heard word, in any script, and how far a reading may be from it.

    `deletions` (0, 1 or 2) says how far the keys may differ: 0 finds the same skeleton or one that lost a sound. `share`
    is the most that `Match.share` may be.
    """

    text: str
    deletions: int
    share: float

    @property
    def is_acronym(self) -> bool:
        """Whether it is of Latin letters only, each of which may be misheard."""
        return _is_acronym(self.text)


class SoundIndex:
    """The readings of many terms, to be asked which are near heard words.

    `letters` knows the readings that name letters; `words` may hold acronyms for it besides.
    """

    def __init__(self, terms: Iterable[Term], words: Iterable[str] = ()) -> None:
        self._readings = [one for term in terms for one in readings_of(term) if len(one.phonemes) <= LONGEST]
        self.letters = NamedLetters(self._readings, words)
        self._phonemes = coded([reading.phonemes for reading in self._readings])
        self._lengths = _lengths([reading.phonemes for reading in self._readings])
        self._rough = np.array([reading.rough for reading in self._readings], object)
        numbers = range(len(self._readings))
        self._keys = SoundKeys([skeleton(reading.said) for reading in self._readings], numbers, 2)
        short = [i for i in numbers if self._lengths[i] <= SHORT_WORD + 1]
        self._short_keys = SoundKeys([self._readings[i].rough for i in short], short, 1)
        self._is_in_capitals = np.array([_is_in_capitals(reading) for reading in self._readings], np.bool_)
        self._seen: dict[Heard, Sequence[Match]] = {}  # a note says the same words again and again

    def near(self, heard: Iterable[Heard]) -> dict[Heard, Sequence[Match]]:
        """The readings within its share of each heard word, best first; words that nothing is near to are left out."""
        asked = dict.fromkeys(heard)
        new = [one for one in asked if one not in self._seen]
        if len(self._seen) + len(new) > REMEMBERED:
            self._seen, new = {}, list(asked)
        self._seen.update(dict.fromkeys(new, ()))
        if words := [one for one in new if not one.is_acronym]:
            self._seen.update(self._words_near(words))
        if acronyms := [one for one in new if one.is_acronym]:
            self._seen.update(self._acronyms_near(acronyms))
        return {one: matches for one in asked if (matches := self._seen[one])}

    def _words_near(self, heard: Sequence[Heard]) -> dict[Heard, list[Match]]:
        said = [sounds(one.text) for one in heard]
        owners, readings = self._alike(heard, said)
        some, which = np.unique(owners, return_inverse=True)
        costs = distances(coded([said[i] for i in some.tolist()])[which], self._phonemes[readings])
        shares = costs / np.maximum(_lengths(said)[owners], self._lengths[readings])
        kept = np.flatnonzero(shares <= np.array([one.share for one in heard])[owners] + LEVEL)
        found: dict[Heard, list[Match]] = {}
        for i, j, cost, share in zip(*(of[kept].tolist() for of in (owners, readings, costs, shares)), strict=True):
            found.setdefault(heard[i], []).append(Match(self._readings[j], cost, share))
        for matches in found.values():
            matches.sort(key=lambda match: (match.share, match.reading.term.term))
        return found

    def _alike(self, heard: Sequence[Heard], said: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The words, by number, and beside each a reading that may be within its share by their broad classes."""
        rough = [one.translate(ROUGH) for one in said]
        lengths, part = _lengths(rough), np.array([one.share for one in heard]) / CHEAPEST
        is_short = (lengths <= SHORT_WORD) & (part * (lengths + 2) + SLACK < 2)  # one change, even to a longer reading
        owners, readings = self._met(heard, rough, is_short)
        most = part[owners] * np.maximum(lengths[owners], self._lengths[readings]) + SLACK
        is_kept = abs(lengths[owners] - self._lengths[readings]) <= most
        owners, readings, most = owners[is_kept], readings[is_kept], most[is_kept]
        ours, theirs = np.array(rough, object)[owners].tolist(), self._rough[readings].tolist()
        is_kept = cpdist(ours, theirs, scorer=Levenshtein.distance, dtype=np.int64) <= most
        pairs = np.unique(owners[is_kept] * len(self._readings) + readings[is_kept])
        return pairs // len(self._readings), pairs % len(self._readings)

    def _met(
        self, heard: Sequence[Heard], rough: Sequence[str], is_short: NDArray[np.bool_]
    ) -> tuple[Numbers, Numbers]:
        """The pairs of a word and a reading that share a key, both by number."""
        short, long = np.flatnonzero(is_short), np.flatnonzero(~is_short)
        one, near = self._short_keys.meeting([rough[i] for i in short.tolist()], [1] * len(short))
        other, alike = self._sharing_a_key([heard[i] for i in long.tolist()])
        return np.concatenate((short[one], long[other])), np.concatenate((near, alike))

    def _sharing_a_key(self, heard: Sequence[Heard]) -> tuple[Numbers, Numbers]:
        return self._keys.meeting([skeleton(spoken(one.text)) for one in heard], [one.deletions for one in heard])

    def _acronyms_near(self, heard: Sequence[Heard]) -> dict[Heard, list[Match]]:
        """The acronyms that an acronym may stand for: those at most a letter away."""
        rough = [rough_letters(one.text) for one in heard]
        found: dict[Heard, dict[str, Match]] = {one: {} for one in heard}
        owners, readings = self._sharing_a_key(heard)
        kept = np.flatnonzero(self._is_in_capitals[readings])
        for i, j in set(zip(owners[kept].tolist(), readings[kept].tolist(), strict=True)):
            one, reading = heard[i], self._readings[j]
            meant = reading.term.term
            if Levenshtein.distance(rough[i], rough_letters(meant), score_cutoff=1) > 1:
                continue
            if (cost := letters_distance(one.text, meant)) <= ONE_LETTER:
                found[one][meant] = Match(reading, cost, cost / max(len(reading.phonemes), len(sounds(one.text))))
        return {one: sorted(matches.values(), key=_by_cost) for one, matches in found.items()}


def rivals(matches: Sequence[Match], subjects: frozenset[str] | None = None) -> list[Match]:
    """The nearest match, and those that cast doubt on it; the rest would never be chosen.

    `subjects`, if given, are the domains that the note speaks of: terms of others are left out.
    """
    kept = [match for match in matches if _may_be_meant(match.reading.term, subjects)]
    return [match for match in kept if match.share <= kept[0].share + RIVALRY + LEVEL]


def _may_be_meant(term: Term, subjects: frozenset[str] | None) -> bool:
    """Whether a term is of one of these domains, of none, or a person's own; None stands for all domains."""
    if subjects is None or term.origin == USER or not term.domains:
        return True
    return not subjects.isdisjoint(term.domains)


def _is_in_capitals(reading: Reading) -> bool:
    """Whether a reading names the letters of an acronym."""
    meant = reading.term.term
    return _is_acronym(meant) and reading.said == spoken(meant)


def _by_cost(match: Match) -> tuple[float, str]:
    return match.cost, match.reading.term.term


def _is_acronym(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _lengths(strings: Sequence[str]) -> Numbers:
    return np.array(list(map(len, strings)), np.int64)
