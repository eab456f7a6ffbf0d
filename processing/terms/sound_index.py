"""An index of readings by sound: near ones are found by looking keys up, not by walking through all readings.

Each reading stands under its coarse key (`phonetics.skeleton`) and under the keys with one character deleted, long
ones with two; a query deletes in the same way, so a changed, lost or added class of sound still meets its reading.
A short word that may differ by one rough phoneme only would meet hundreds by so coarse a key and nearly all in vain:
it is looked up by its rough phonemes themselves, one deleted. What met stands a quick look, how many rough phonemes
differ; the exact distance is then measured for the few that are left. A heard word is looked at once in a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from processing.phonetics import (
    LETTERS,
    ROUGH,
    distance,
    letters_distance,
    rough_letters,
    rough_sounds,
    skeleton,
    sounds,
    spoken,
)
from processing.terms.glossary import USER, Term
from processing.terms.letters import is_spelled_out, letters_of, plain

SHORT_WORD = 6  # rough phonemes of a word that is looked up by them
LONG_KEY = 5  # from this length a key is also stored with two deletions
SLACK = 0.5  # changes at the border of two broad classes are cheaper still
CHEAPEST = 0.7  # what a change between two broad classes of sounds costs, nearly always, at the least
RIVALRY = 0.05  # a second term this near in sound, as a share of all sounds, casts doubt on the first
ONE_LETTER = 1.0  # the most that two acronyms may differ by
REMEMBERED = 20_000  # words whose near readings are kept
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
        self._readings: dict[str, list[Reading]] = {}  # by rough form
        self._in_capitals: dict[str, list[tuple[str, Reading]]] = {}  # those that are an acronym's letters, after these
        self._keys = _Keys()  # the rough forms by coarse key
        self._short_forms = _Keys()  # the short ones of them by their own phonemes
        self._by_letters: dict[str, Reading] = {}
        # first all that a look compares, which lies close together then, and the many keys after them
        for reading in [reading for term in terms for reading in readings_of(term)]:
            self._add(reading)
        for readings in self._readings.values():
            self._put(readings)
        self._acronyms = {plain(spoken(word)): word for word in words if word.isascii() and word.isupper()}
        spelled = (*self._by_letters, *(one + other for one in LETTERS.values() for other in LETTERS.values()))
        self._spelled_heads = {head for word in spelled for head in (word[:2], word[:2].replace("씨", "시"))}
        self._seen = lru_cache(maxsize=REMEMBERED)(self._looked_at)
        self.near = lru_cache(maxsize=REMEMBERED)(self._near)  # a note says the same words again and again

    def _add(self, reading: Reading) -> None:
        self._readings.setdefault(reading.rough, []).append(reading)
        meant = reading.term.term
        if _is_acronym(meant) and meant.isupper() and reading.said == spoken(meant):
            self._in_capitals.setdefault(reading.rough, []).append((rough_letters(meant), reading))
        if is_spelled_out(reading.said, reading.term):
            self._by_letters.setdefault(plain(reading.said), reading)

    def _put(self, readings: Iterable[Reading]) -> None:
        """The keys of readings of one rough form."""
        for reading in readings:
            if len(reading.rough) <= SHORT_WORD + 1:
                self._short_forms.put(_shortened(reading.rough, 1), reading.rough)
            self._keys.put(_shortened(skeleton(reading.said), 2), reading.rough)

    def may_be_spelled(self, text: str) -> bool:
        """Whether a text may name letters, by its first two characters; asked first of thousands of stretches."""
        return (head := text[:2]) in self._spelled_heads or not "가" <= head[-1] <= "힣"

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

    def may_be_near(self, heard: str, deletions: int, share: float) -> bool:
        """Whether any reading at all looks near the heard word, whatever the note speaks of."""
        return bool(self._seen(heard, deletions, share))

    def _looked_at(self, heard: str, deletions: int, share: float) -> Mapping[str, int]:
        """The rough forms that may be within `share` of the heard word, the nearest first, each with its changes."""
        if _is_acronym(heard):
            return dict.fromkeys(sorted(self._in_capitals.keys() & self._meeting(spoken(heard), deletions)), 0)
        said, part = spoken(heard), share / CHEAPEST
        rough = rough_sounds(said)
        length = len(rough)
        is_close = length <= SHORT_WORD and part * (length + 2) + SLACK < 2  # one change, even to a longer form
        met = self._short_forms.under(_shortened(rough, 1)) if is_close else self._meeting(said, deletions)
        if not met or not rough:
            return {}
        most = part + SLACK / length  # a bit too much for longer forms
        looks = extract(rough, list(met), scorer=Levenshtein.normalized_distance, score_cutoff=most, limit=None)
        counted = [(round(look * max(length, len(form))), form) for form, look, _ in looks]
        near = sorted(one for one in counted if one[0] <= part * max(length, len(one[1])) + SLACK)
        return {form: look for look, form in near}

    def _meeting(self, said: str, deletions: int) -> set[str]:
        """The rough forms that share a key with what was said, in Hangul."""
        return self._keys.under(_shortened(skeleton(said), deletions))

    def _near(self, heard: str, deletions: int, share: float, subjects: frozenset[str] | None = None) -> list[Match]:
        """The readings within `share` of the heard word (any script), best first, as far as they rival the nearest.

        `subjects`, if given, are the domains that the note speaks of: terms of others are left out. `deletions` (0, 1
        or 2) says how far the keys may differ: 0 finds the same skeleton or one that lost a sound.
        """
        looks = self._seen(heard, deletions, share)
        if not looks:
            return []
        if _is_acronym(heard):
            return self._spelled(heard, looks, subjects)
        return self._measured(sounds(heard), looks, share, subjects)

    def _spelled(self, heard: str, forms: Iterable[str], subjects: frozenset[str] | None) -> list[Match]:
        """The acronyms that an acronym may stand for: those at most a letter away."""
        found: dict[str, Match] = {}
        letters = rough_letters(heard)
        for others, reading in (one for form in forms for one in self._in_capitals[form]):
            if Levenshtein.distance(letters, others, score_cutoff=1) > 1 or not _is_of(reading.term, subjects):
                continue
            meant = reading.term.term
            if (cost := letters_distance(heard, meant)) <= ONE_LETTER:
                found[meant] = Match(reading, cost, cost / max(len(reading.phonemes), len(sounds(heard))))
        return sorted(found.values(), key=lambda match: (match.cost, match.reading.term.term))

    def _measured(
        self, heard: str, looks: Mapping[str, int], share: float, subjects: frozenset[str] | None
    ) -> list[Match]:
        """The matches within `share`, and within `RIVALRY` of the nearest: the rest would never be chosen."""
        found: list[Match] = []
        heard_length = len(heard)
        for look, reading in [(look, reading) for form, look in looks.items() for reading in self._readings[form]]:
            length = max(heard_length, len(reading.phonemes))
            limit = share * length
            if look > limit / CHEAPEST + SLACK or not _is_of(reading.term, subjects):
                continue
            cost = distance(heard, reading.phonemes, limit + 1e-9)
            if cost <= limit:
                found.append(Match(reading, cost, cost / length))
                share = min(share, cost / length + RIVALRY)
        kept = [match for match in found if match.share <= share]
        return sorted(kept, key=lambda match: (match.share, match.reading.term.term)) if len(kept) > 1 else kept


class _Keys:
    """Forms by key. Most keys have one: a list for each would be as many things for the collector to walk through."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[str] | list[str]] = {}

    def put(self, keys: Iterable[str], form: str) -> None:
        alone = (form,)  # shared by all keys that have no other form
        for key in set(keys):
            known = self._forms.setdefault(key, alone)
            if isinstance(known, list):
                known.append(form)
            elif known != alone:
                self._forms[key] = [*known, form]

    def under(self, keys: Iterable[str]) -> set[str]:
        met = self._forms.keys() & keys
        return met and set().union(*map(self._forms.__getitem__, met))


def readings_of(term: Term) -> Iterator[Reading]:
    """The term's own readings and those of its forms in Hangul; a Latin term without any is read letter by letter."""
    said = dict.fromkeys(spoken(reading) for reading in term.readings)
    said.update(dict.fromkeys(spoken(form) for form in term.forms if is_hangul(form)))
    said.pop("", None)
    for reading in said:
        yield _reading(term, reading)
    if not said and (by_letters := spoken(term.term)):
        yield _reading(term, by_letters, is_by_rule=True)


def _is_of(term: Term, subjects: frozenset[str] | None) -> bool:
    """Whether a term is of one of these domains, of none, or a person's own; None stands for all domains."""
    if subjects is None or term.origin == USER or not term.domains:
        return True
    return not subjects.isdisjoint(term.domains)


def _reading(term: Term, said: str, *, is_by_rule: bool = False) -> Reading:
    phonemes = sounds(said)
    return Reading(term, said, phonemes, phonemes.translate(ROUGH), is_by_rule)


def is_hangul(text: str) -> bool:
    """Whether the text is Hangul syllables and blanks only."""
    solid = text.replace(" ", "")
    return min(solid) >= "가" and max(solid) <= "힣" if solid else bool(text)


def _shortened(key: str, deletions: int) -> list[str]:
    """The key, and the keys with one or two characters less; a short key is not shortened."""
    if deletions < 1 or len(key) < SHORT_KEY:
        return [key]
    once = map("".join, combinations(key, len(key) - 1))
    if deletions < 2 or len(key) < LONG_KEY:
        return [key, *once]
    return [key, *once, *map("".join, combinations(key, len(key) - 2))]


def _is_acronym(text: str) -> bool:
    return text.isascii() and text.isalpha()
