"""Terms whose last consonant was written with the particle after it: 데이터 세슬 for 데이터셋을, 트랜잭셔니 for 트랜잭션이.

A consonant that closes a syllable is said with the vowel that follows (표준 발음법 제13항 이하), and a recognizer that does not know the
word writes it so. Taken apart again it is exactly a term with a particle, or it is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from processing.note import Edit, EditKind
from processing.particles import SUFFIXES
from processing.phonetics import CODAS, ONSETS, VOWELS, jamo
from processing.proposals import PROPOSE, Proposal
from processing.terms.context import RightForms
from processing.terms.scanning import Scanned
from processing.terms.spans import SCRAP, Eojeol, meets
from processing.terms.style import Spelling

LEAST_SYLLABLES = 3  # of the term: a short one comes about by chance
SURE = 0.5
_NEVER_CARRIED = str.maketrans("", "", "ㅇㅎㄸㅃㅉ")  # no coda is said so before a vowel
_BASE = 0xAC00

Place = tuple[int, int]


def carried_over(
    scanned: Scanned, right: RightForms, spelling: Spelling, taken: Sequence[Place]
) -> Iterator[tuple[Place, Proposal]]:
    """The places of a sentence that are a term and its particle written as they are said; none that meets one `taken`."""
    for i, word in enumerate(scanned.words):
        if word.text[-1] not in _LAST or not _is_doubtful(word) or not (apart := taken_apart(word.text)):
            continue
        for first in dict.fromkeys((scanned.words[max(i - 1, 0)], word)):
            place = first.start, word.end
            if meets(place, taken):
                continue
            if (found := _proposal(scanned, place, word, apart, right, spelling)) is not None:
                yield place, found
                break


def _is_doubtful(word: Eojeol) -> bool:
    """Whether a dictionary has not, or hardly, got an eojeol."""
    return word.is_odd or word.is_torn or any([one.score <= SCRAP and one.is_content for one in word.morphemes])


def _proposal(
    scanned: Scanned,
    place: Place,
    word: Eojeol,
    apart: Sequence[tuple[str, str]],
    right: RightForms,
    spelling: Spelling,
) -> Proposal | None:
    text = scanned.sentence.text[place[0] : place[1]]
    head = text[: word.start - place[0]]
    for stem, particle in apart:
        term = right.term_of(head + stem) if len((head + stem).replace(" ", "")) >= LEAST_SYLLABLES else None
        if term is not None and not right.is_listed(text):
            at = scanned.sentence.place_of(*place)
            before = scanned.sentence.shown.source_text[at.start : at.end]
            form = spelling.of(term)
            reason = f"'{form}'에 '{particle}'을(를) 이어 말한 소리"
            edit = Edit(at.start, at.end, before, form + particle, EditKind.TERM, "sound", SURE, reason)
            return Proposal(edit, PROPOSE, form, text)
    return None


def taken_apart(text: str) -> list[tuple[str, str]]:
    """The stems and particles that a text may be when a consonant is given back to the syllable before it.

    >>> taken_apart("데이터세슬")
    [('데이터셋', '을')]
    """
    return [
        (_closed(text[:i], carried[0]), carried[1])
        for i in range(len(text) - 1, 0, -1)
        if (carried := _CARRIED.get(text[i:])) is not None and _is_open(text[i - 1])
    ]


def _is_open(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and not jamo(syllable)[2]


def _closed(text: str, coda: str) -> str:
    """A text with its last syllable, an open one, closed by a coda."""
    onset, vowel, _ = jamo(text[-1])
    return text[:-1] + _syllable(onset, vowel, coda)


def _syllable(onset: str, vowel: str, coda: str) -> str:
    index = (ONSETS.index(onset) * len(VOWELS) + VOWELS.index(vowel)) * len(CODAS) + CODAS.index(coda)
    return chr(_BASE + index)


def _carried_endings() -> Iterator[tuple[str, tuple[str, str]]]:
    """Every ending that may be a particle after a consonant, with the two of them: 슬 is ㅅ and 을."""
    for particle in SUFFIXES:
        onset, vowel, coda = jamo(particle[0])
        for carried in ONSETS.translate(_NEVER_CARRIED) if onset == "ㅇ" else "":
            ending = _syllable(carried, vowel, coda) + particle[1:]
            if ending not in SUFFIXES:  # 그레이드를 is whole
                yield ending, (carried, particle)


_CARRIED = dict(_carried_endings())  # asked about all endings of all words, which are too many to be taken apart each
_LAST = frozenset(ending[-1] for ending in _CARRIED)
