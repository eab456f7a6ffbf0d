"""An index of readings by sound: near ones are found by looking keys up, not by walking through all readings.

Each reading stands under its coarse key (`phonetics.skeleton`) and under the keys with one character deleted, long
ones with two; a query deletes in the same way, so a changed, lost or added class of sound still meets its reading.
The exact distance is then measured for the few that met.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from processing.phonetics import LETTERS, ROUGH, distance, letters_distance, skeleton, sounds, spoken
from processing.terms.glossary import USER, Term
from processing.terms.letters import is_spelled_out, letters_of, plain

LONG_KEY = 5  # from this length a key is also stored with two deletions
SLACK = 0.5  # changes at the border of two broad classes are cheaper still
CHEAPEST = 0.7  # what a change between two broad classes of sounds costs, nearly always, at the least
RIVALRY = 0.05  # a second term this near in sound, as a share of all sounds, casts doubt on the first
ONE_LETTER = 1.0  # the most that two acronyms may differ by
REMEMBERED = 20_000  # words whose near readings are kept
FEW = 8  # notes whose subjects are kept
SHORT_KEY = 2  # below it a key is looked up as it is: with a deletion everything would be near


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a term is said: Hangul without blanks, its phonemes, and these in broad classes."""

    term: Term
    said: str
    phonemes: str
    rough: str
    is_by_rule: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A reading near a heard word; `cost` in clearly different phonemes, `share` of them in the longer of the two."""

    reading: Reading
    cost: float
    share: float


class SoundIndex:
    """The readings of many terms, to be asked which are near a heard word; `words` may hold acronyms besides."""

    def __init__(self, terms: Iterable[Term], words: Iterable[str] = ()) -> None:
        self.readings: list[Reading] = []
        self._roughs: list[str] = []
        self._acronyms_at: set[int] = set()  # the numbers of those that are an acronym's letters
        self._homes: dict[frozenset[str], int] = {}  # a few hundred sets of domains for thousands of readings
        self._home_of: list[int] = []
        # Most keys belong to one reading; a list for each would be as many things for the collector to walk through.
        self._first_of_key: dict[str, int] = {}
        self._more_of_key: dict[str, list[int]] = {}
        self._by_letters: dict[str, Reading] = {}
        for term in terms:
            for reading in readings_of(term):
                self._add(reading)
        self._acronyms = {plain(spoken(word)): word for word in words if word.isascii() and word.isupper()}
        spelled = (*self._by_letters, *(one + other for one in LETTERS.values() for other in LETTERS.values()))
        self._spelled_heads = {head for word in spelled for head in (word[:2], word[:2].replace("씨", "시"))}
        self.at_home = lru_cache(maxsize=FEW)(self._at_home)
        self._met = lru_cache(maxsize=REMEMBERED)(self._meeting)
        self.near = lru_cache(maxsize=REMEMBERED)(self._near)  # a note says the same words again and again

    def _add(self, reading: Reading) -> None:
        number = len(self.readings)
        self.readings.append(reading)
        self._roughs.append(reading.rough)
        meant = reading.term.term
        if meant.isascii() and meant.isalpha() and meant.isupper() and reading.said == spoken(meant):
            self._acronyms_at.add(number)
        self._home_of.append(self._homes.setdefault(_home(reading.term), len(self._homes)))
        if is_spelled_out(reading.said, reading.term):
            self._by_letters.setdefault(plain(reading.said), reading)
        key = skeleton(reading.said)
        for variant in set(_shortened(key, 2)):
            if self._first_of_key.setdefault(variant, number) != number:
                self._more_of_key.setdefault(variant, []).append(number)

    def may_be_spelled(self, text: str) -> bool:
        """Whether a text may name letters, by its first two characters; asked first of thousands of stretches."""
        return text[:2] in self._spelled_heads or not "가" <= text[:2][-1] <= "힣"

    def spelled(self, heard: str) -> Reading | None:
        """The reading whose letters the heard word (any script) names one by one."""
        return self._by_letters.get(plain(spoken(heard)))

    def by_letters(self, hangul: str) -> Reading | None:
        """An acronym that is no term, read from the names of its letters; by rule unless a list has it."""
        letters = letters_of(hangul)
        if not letters:
            return None
        known = self._acronyms.get(plain(hangul))
        return _reading(Term(known or letters, (hangul,), ()), hangul, is_by_rule=known is None)

    def _at_home(self, subjects: frozenset[str]) -> bytes:
        """For each reading whether its term is of one of these domains, of none, or a person's own."""
        is_spoken_of = [not home or not subjects.isdisjoint(home) for home in self._homes]
        return bytes(map(is_spoken_of.__getitem__, self._home_of))

    def may_be_near(self, heard: str, deletions: int) -> bool:
        """Whether any reading at all meets the heard word, whatever the note speaks of."""
        return bool(self._met(heard, deletions))

    def _meeting(self, heard: str, deletions: int) -> array[int]:
        """The numbers of the readings that share a key with the heard word; an array, as those of a whole note are kept."""
        first, more = self._first_of_key, self._more_of_key
        numbers: set[int] = set()
        for variant in first.keys() & _shortened(skeleton(spoken(heard)), deletions):
            numbers.add(first[variant])
            if (others := more.get(variant)) is not None:
                numbers.update(others)
        return array("I", numbers)

    def _near(self, heard: str, deletions: int, share: float, subjects: frozenset[str] | None = None) -> list[Match]:
        """The readings within `share` of the heard word (any script), best first, as far as they rival the nearest.

        `subjects`, if given, are the domains that the note speaks of: terms of others are left out. `deletions` (0, 1
        or 2) says how far the keys may differ: 0 finds the same skeleton or one that lost a sound.
        """
        numbers: Sequence[int] = self._met(heard, deletions)
        if numbers and subjects is not None:
            at_home = self.at_home(subjects)
            numbers = [number for number in numbers if at_home[number]]
        if not numbers:
            return []
        if heard.isascii() and heard.isalpha():
            return self._spelled(heard, numbers)
        return self._measured(sounds(heard), numbers, share)

    def _spelled(self, heard: str, numbers: Iterable[int]) -> list[Match]:
        """The acronyms that an acronym may stand for: those at most a letter away."""
        found: dict[str, Match] = {}
        for number in self._acronyms_at.intersection(numbers):
            reading = self.readings[number]
            meant = reading.term.term
            if abs(len(meant) - len(heard)) <= 1 and (cost := letters_distance(heard, meant)) <= ONE_LETTER:
                found[meant] = Match(reading, cost, cost / max(len(reading.phonemes), len(sounds(heard))))
        return sorted(found.values(), key=lambda match: (match.cost, match.reading.term.term))

    def _measured(self, heard: str, numbers: Sequence[int], share: float) -> list[Match]:
        """The matches within `share`, and within `RIVALRY` of the nearest: the rest would never be chosen."""
        roughs = list(map(self._roughs.__getitem__, numbers))
        most = int(share * max(len(heard), max(map(len, roughs))) / CHEAPEST + SLACK)
        found: list[Match] = []
        for _, look, i in extract(
            heard.translate(ROUGH), roughs, scorer=Levenshtein.distance, score_cutoff=most, limit=None
        ):
            reading = self.readings[numbers[i]]
            length = max(len(heard), len(reading.phonemes))
            limit = share * length
            if look > limit / CHEAPEST + SLACK:
                continue
            cost = distance(heard, reading.phonemes, limit + 1e-9)
            if cost <= limit:
                found.append(Match(reading, cost, cost / length))
                share = min(share, cost / length + RIVALRY)
        kept = [match for match in found if match.share <= share]
        return sorted(kept, key=lambda match: (match.share, match.reading.term.term))


def readings_of(term: Term) -> Iterator[Reading]:
    """The term's own readings and those of its forms in Hangul; a Latin term without any is read letter by letter."""
    said = dict.fromkeys(spoken(reading) for reading in term.readings)
    said.update(dict.fromkeys(spoken(form) for form in term.forms if is_hangul(form)))
    said.pop("", None)
    for reading in said:
        yield _reading(term, reading)
    if not said and (by_letters := spoken(term.term)):
        yield _reading(term, by_letters, is_by_rule=True)


def _home(term: Term) -> frozenset[str]:
    """The domains a term is bound to: none if it is a person's own."""
    return frozenset() if term.origin == USER else frozenset(term.domains)


def _reading(term: Term, said: str, *, is_by_rule: bool = False) -> Reading:
    phonemes = sounds(said)
    return Reading(term, said, phonemes, phonemes.translate(ROUGH), is_by_rule)


def is_hangul(text: str) -> bool:
    """Whether the text is Hangul syllables and blanks only."""
    return bool(text) and all("가" <= ch <= "힣" or ch == " " for ch in text)


def _shortened(key: str, deletions: int) -> list[str]:
    """The key, and the keys with one or two characters less; a short key is not shortened."""
    if deletions < 1 or len(key) < SHORT_KEY:
        return [key]
    once = [key[:i] + key[i + 1 :] for i in range(len(key))]
    if deletions < 2 or len(key) < LONG_KEY:
        return [key, *once]
    twice = [shorter[:j] + shorter[j + 1 :] for i, shorter in enumerate(once) for j in range(i, len(shorter))]
    return [key, *once, *twice]
