"""Stretches of a sentence that may be one misheard word: eojeols less their particles, and two or three joined.

Kiwi's borders of unknown words are often wrong (레그로 as one noun), so a stem ends where the tokens say and also
wherever the look of the eojeol allows. Words are cut at the wrong place too (`플러 세스`), so neighbours are tried
together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from processing.analysis import Morpheme, Sentence
from processing.particles import stems
from processing.terms.letters import NAMING

MOST_WORDS = 3
MOST_LETTERS = 7  # of letters' names, each between blanks
MOST_SYLLABLES = 12
MOST_KNOWN = 10  # characters of three words that a dictionary has all of: only short ones are scraps of another
# Both are named tuples: thousands are made of a note, in half the time that a frozen dataclass takes, and in half of that
# when they are made as the tuples that they are.
_made = tuple.__new__

_EOJEOL = re.compile(r"\S+")
_OPENING, _CLOSING = "\"'“‘(「『[<", "\"'”’)」』]>.,?!…~:;"
_READ_ALOUD = frozenset({"SL", "SN", "SH", "SW"})  # the other signs are punctuation
_FUNCTIONAL = ("J", "E", "VCP", "XS", "VX", "VCN")
_NOUNS = frozenset({"NNG", "NNP", "XR", "SL", "SH", "NNB", "NR", "SN", "NP"})
_NO_NAMES = frozenset({"MAG", "MAJ", "MM", "NP"})
_GRAMMAR = ("J", "E", "VCP", "S", "NR")
MOST_UNLIKELY = 3  # syllables of a word like a verb that may be the first half of a name
UNLIKELY = -11.0  # the log-likelihood of what it begins with
SCRAP = -8.5  # the log-likelihood of one syllable that is only what was left over
_NOUNLIKE = ("J", "ETM")  # what a noun that was heard in two words may look to end in: 수요에 측, 같은 어
_ENDINGS = ("J", "EF", "EC", "ETM", "EP")


class Eojeol(NamedTuple):
    """A word between blanks, without punctuation around it: [start, end) of the sentence.

    `is_listed` tells that a list of right words has its stem, `is_odd` that neither a list nor the dictionary has it,
    `is_torn` that the dictionary got through it in scraps only, `goes_on` that the next eojeol may be the second half
    of the same name, `is_function` that it begins with a pronoun, an adverb or a determiner, which is no part of a
    name. `stem_ends` count from the eojeol's start; at `noun_ends`, counted in the sentence, a noun of the dictionary
    ends: 사람이 is no stem, 사람 is.
    """

    text: str
    start: int
    end: int
    morphemes: tuple[Morpheme, ...]
    is_listed: bool
    is_odd: bool
    is_torn: bool
    goes_on: bool
    is_function: bool
    stem_ends: tuple[int, ...]
    noun_ends: tuple[int, ...]


class Span(NamedTuple):
    """A stretch that may be one heard word. `end` is where its stem ends, `suffix` what follows in the eojeol."""

    text: str
    start: int
    end: int
    suffix: str
    eojeols: tuple[Eojeol, ...]
    is_odd: bool

    @property
    def at(self) -> tuple[int, int]:
        """Where it begins and ends in the sentence, its suffix left out."""
        return self.start, self.end


def meets(one: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of a sentence shares a character with any of these.

    >>> meets((3, 5), [(0, 3), (4, 9)]), meets((3, 5), [(0, 3), (5, 9)])
    (True, False)
    """
    return any(one[0] < end and start < one[1] for start, end in places)


def eojeols(sentence: Sentence, is_listed: Callable[[str], bool]) -> list[Eojeol]:
    """The eojeols of a sentence with their morphemes; `is_listed` knows the words that are right somewhere."""
    words, i = [], 0
    morphemes = sentence.morphemes
    count = len(morphemes)
    for match in _EOJEOL.finditer(sentence.text):
        start, end = match.span()
        inside = []
        while i < count and (one := morphemes[i]).start < end:
            if one.tag[0] != "S" or one.tag in _READ_ALOUD:
                inside.append(one)
            i += 1
        bare = match[0].lstrip(_OPENING)
        start = end - len(bare)
        core = bare.rstrip(_CLOSING)
        if core:
            words.append(_eojeol(core, start, tuple(inside), is_listed, is_closed=core != bare))
    return words


def _eojeol(
    text: str, start: int, morphemes: tuple[Morpheme, ...], is_listed: Callable[[str], bool], *, is_closed: bool
) -> Eojeol:
    ends = _stem_ends(text, start, morphemes)
    has_unknown = any([not one.is_known or one.tag == "SL" for one in morphemes])
    nouns = tuple([one.end for one in morphemes if one.tag in _NOUNS])
    listed = has_unknown and any(is_listed(text[:end]) for end in ends)
    is_odd = has_unknown and not listed
    is_torn = is_function = goes_on = False
    if morphemes:
        is_torn = not has_unknown and _is_torn(morphemes)
        is_function = not has_unknown and _is_function(morphemes[0])
        goes_on = not is_closed and (
            has_unknown or is_torn or not morphemes[-1].tag.startswith(_ENDINGS) or _is_unlikely_ending(text, morphemes)
        )
    return _made(
        Eojeol, (text, start, start + len(text), morphemes, listed, is_odd, is_torn, goes_on, is_function, ends, nouns)
    )


def _is_unlikely_ending(text: str, morphemes: Sequence[Morpheme]) -> bool:
    """Whether a short word that looks like a verb before its noun (파인, 바인) is hardly one where it stands."""
    if len(text) > MOST_UNLIKELY or morphemes[-1].tag != "ETM":
        return False
    return any(one.is_content and one.score <= UNLIKELY for one in morphemes)


def _breaks_grammar(morphemes: Sequence[Morpheme]) -> bool:
    """Whether what ends a verb stands right before a particle or a determiner (채인에서, 재미나이), as in no Korean word."""
    return any(
        (one.tag == "ETM" and following.tag.startswith("J")) or (one.tag == "EC" and following.tag == "MM")
        for one, following in pairwise(morphemes)
    )


def _is_torn(morphemes: Sequence[Morpheme]) -> bool:
    """Whether an eojeol was taken apart into words of which one is an unlikely syllable: 노강기 (노, 강, 기), 합의채 (합의, 채).

    A word that no dictionary has, or one misheard, looks like this when each of its syllables is a word somewhere.
    """
    if len(morphemes) == 1:
        return False
    if _breaks_grammar(morphemes):
        return True
    scraps = [one for one in morphemes if one.score <= SCRAP and one.end - one.start == 1]
    if not scraps or all(one.tag.startswith(_GRAMMAR) for one in scraps):
        return False
    return sum(not one.tag.startswith(_GRAMMAR) for one in morphemes) > 1


def _is_function(first: Morpheme) -> bool:
    """Whether an eojeol that begins so is a pronoun, an adverb or a determiner: 그걸, 여기서, not 이터 (이 and 터)."""
    return first.tag in _NO_NAMES and first.end - first.start > 1


def _stem_ends(text: str, start: int, morphemes: Sequence[Morpheme]) -> tuple[int, ...]:
    """Where the noun of an eojeol may end, by its look and by its morphemes."""
    ends = stems(text)
    for one in morphemes[:0:-1]:
        if not one.tag.startswith(_FUNCTIONAL):
            break
        if 0 < (end := one.start - start) < len(text) and end not in ends:
            ends = (*ends, end)
    return ends


def spans(words: Sequence[Eojeol]) -> Iterator[Span]:
    """Every stretch of one to three eojeols that may be one word, with every end its last stem may have.

    Letters' names may stand each for itself, so a stretch of these may have more.
    """
    for i, first in enumerate(words):
        group: tuple[Eojeol, ...] = ()
        head, is_odd = "", False
        for word in words[i : i + MOST_LETTERS]:
            text, start, group = word.text, word.start, (*group, word)
            is_odd = is_odd or word.is_odd
            if len(group) >= MOST_WORDS and _goes_too_far(group, head, is_odd):
                break
            longest = MOST_SYLLABLES - len(head)
            for end in word.stem_ends:
                if end <= longest:
                    yield _made(Span, (head + text[:end], first.start, start + end, text[end:], group, is_odd))
            head += text + " "
            if not word.goes_on and not (word is first and _is_parted(first, words[i + 1 : i + 2])):
                break


def _goes_too_far(group: Sequence[Eojeol], head: str, is_odd: bool) -> bool:
    """Whether several words, the last of them after `head`, are no stretch: longer ones only if they name letters."""
    if NAMING.issuperset(head):
        return False
    return len(group) > MOST_WORDS or (not is_odd and len(head) + len(group[-1].text) > MOST_KNOWN)


def _is_parted(word: Eojeol, following: Sequence[Eojeol]) -> bool:
    """Whether an eojeol with the look of being whole may belong to the next: one of the two is a scrap of the other.

    One syllable (온, 할) stands right before a word that no dictionary has, or one that is hardly said there stands after
    it: 수요에 측 for 수요 예측.
    """
    if not following or following[0].start != word.end + 1:
        return False
    if len(word.text) == 1:
        return following[0].is_odd
    if 1 not in following[0].stem_ends or word.is_function or not word.morphemes:
        return False
    return word.morphemes[-1].tag.startswith(_NOUNLIKE) and _is_scrap(following[0])


def _is_scrap(word: Eojeol) -> bool:
    """Whether a word is one syllable, with or without a particle, that is hardly said where it stands."""
    first = word.morphemes[0] if word.morphemes else None
    return first is not None and first.end - word.start == 1 and first.is_content and first.score <= SCRAP
