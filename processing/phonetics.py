"""Hangul and Latin as they are heard: comparable sounds, a distance between them, and a coarse key to look them up by.

The sounds of a text are a string with one character a phoneme: onsets and vowels as compatibility jamo, codas as the
digits of `CODA`, since a coda is lost or added far more easily than an onset. The rules of pronunciation are those of
표준어 규정 제2부 표준 발음법: neutralisation of codas (9-11항), liaison (13-14항), aspiration (12항), nasalisation
(18-19항), lateralisation (20항). Letters are read by their names (`RAG` -> 알에이지), digits in the Sino-Korean way.

The costs are argued from phonology, not fitted to a transcript: what differs in phonation only (ㄱ ㄲ ㅋ) is heard
apart last, then what differs in one step of place or height (ㅗ ㅓ, ㅡ ㅜ, ㄴ ㅁ); an ㅡ that breaks up a foreign
cluster and a coda are the sounds that come and go. One unit is one clearly different phoneme.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from math import inf

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# what a coda sounds like before a consonant, and what it hands over to a following vowel
CODA = {"ㄱ": "1", "ㄴ": "2", "ㄷ": "3", "ㄹ": "4", "ㅁ": "5", "ㅂ": "6", "ㅇ": "7"}
_REST = dict(zip(CODAS, ["", *"ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ"], strict=True))
_SPLIT = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("", "ㄴ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"), "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("", "ㄹ"), "ㅄ": ("ㅂ", "ㅅ"), "ㅎ": ("", ""),
}  # fmt: skip
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_MERGED_VOWEL = {"ㅐ": "ㅔ", "ㅒ": "ㅖ", "ㅙ": "ㅞ", "ㅚ": "ㅞ", "ㅢ": "ㅣ"}  # no longer told apart by most speakers
_AFTER_PALATAL = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅖ": "ㅔ"}

LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트".split(),
        strict=True,
    )
)
DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))

_LETTER_OR_DIGIT = re.compile(r"[a-z0-9]")


def spoken(text: str) -> str:
    """The text in Hangul as it is read aloud: Latin letters by name, digits one by one, everything else dropped.

    >>> spoken("잭 TPT"), spoken("B2B")
    ('잭티피티', '비이비')
    """
    if (solid := text.replace(" ", "")) and min(solid) >= "가" and max(solid) <= "힣":
        return solid
    plain = "".join(ch for ch in text.casefold() if "가" <= ch <= "힣" or ch.isascii())
    named = _LETTER_OR_DIGIT.sub(lambda match: LETTERS.get(match[0]) or DIGITS[match[0]], plain)
    return "".join(ch for ch in named if "가" <= ch <= "힣")


def is_hangul(text: str) -> bool:
    """Whether the text is Hangul syllables and blanks only.

    >>> is_hangul("파인 튜닝"), is_hangul("B2B")
    (True, False)
    """
    solid = text.replace(" ", "")
    return min(solid) >= "가" and max(solid) <= "힣" if solid else bool(text)


def jamo(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda of one Hangul syllable; the coda is "" if there is none.

    >>> jamo("값")
    ('ㄱ', 'ㅏ', 'ㅄ')
    """
    index = ord(syllable) - 0xAC00
    return ONSETS[index // 588], VOWELS[index % 588 // 28], CODAS[index % 28]


@lru_cache(maxsize=20_000)  # the words of some hours; those of ten would take 15 MB for good
def sounds(text: str) -> str:
    """The phonemes of a text as it is heard.

    >>> sounds("레그") == sounds("래그"), sounds("독립")
    (True, 'ㄷㅗ7ㄴㅣ6')
    """
    phonemes, coda = "", ""
    for syllable in spoken(text):
        onset, vowel, next_coda = _jamo(syllable)
        phonemes += _after(coda, onset, vowel)
        coda = next_coda
    return phonemes + _closing(coda)


# There are some ten thousand syllables, and as many ways in which one goes on after a coda: each is worked out once.
_jamo = lru_cache(maxsize=12_000)(jamo)


@lru_cache(maxsize=12_000)
def _after(coda: str, onset: str, vowel: str) -> str:
    """The phonemes of a coda, and of the onset and the vowel that follow it."""
    coda, onset = _met(coda, onset)
    vowel = _MERGED_VOWEL.get(vowel, vowel)
    if onset in "ㅈㅉㅊ":
        vowel = _AFTER_PALATAL.get(vowel, vowel)
    return _closing(coda) + ("" if onset == "ㅇ" else onset) + vowel


def _closing(coda: str) -> str:
    return CODA.get(_REST[coda], "")


def _met(coda: str, onset: str) -> tuple[str, str]:
    """What becomes of a coda and the next onset, which act on each other."""
    if not coda:
        return coda, onset
    if onset == "ㅇ":
        return _handed_over(coda) if coda != "ㅇ" else (coda, onset)
    if coda in ("ㅎ", "ㄶ", "ㅀ") and onset in _ASPIRATED:
        return _SPLIT[coda][1], _ASPIRATED[onset]
    if onset == "ㅎ" and _REST[coda] in _ASPIRATED:
        return "", _ASPIRATED[_REST[coda]]
    if onset in "ㄴㅁㄹ":
        return _before_sonorant(_REST[coda], onset)
    return coda, onset


def _handed_over(coda: str) -> tuple[str, str]:
    kept, moved = _SPLIT.get(coda, ("", coda))
    return kept, moved or "ㅇ"


def _before_sonorant(coda: str, onset: str) -> tuple[str, str]:
    if onset == "ㄹ":
        if coda in "ㄴㄹ":
            return "ㄹ", "ㄹ"
        return _NASAL.get(coda, coda), "ㄴ"
    if coda == "ㄹ" and onset == "ㄴ":
        return "ㄹ", "ㄹ"
    return _NASAL.get(coda, coda), onset


# --- the table of costs ---------------------------------------------------------------------------------------------

# groups whose members are confused with each other, and what it costs
_CONFUSIONS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.12, ("ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅈㅉㅊ", "ㅅㅆ")),  # lax, tense, aspirate
    (0.20, ("ㅔㅖ", "ㅞㅔ", "ㅟㅣ", "ㅜㅡ", "ㅜㅠ", "ㅗㅛ", "ㅏㅑ", "ㅓㅕ", "ㅏㅘ", "ㅓㅝ", "ㅗㅓ")),  # a glide, rounding
    (0.30, ("257", "136", "ㅡㅓ", "ㅗㅝ", "ㅗㅘ", "ㅡㅗ", "ㅗㅜ", "ㅛㅕ", "ㅠㅡ", "ㅝㅘ")),  # codas of one manner; near vowels
    (0.40, ("ㅏㅓ", "ㅡㅣ", "ㅔㅣ", "ㅔㅓ", "ㅑㅔ", "ㄴㄹ", "ㄴㅁ", "24", "ㅞㅝ", "ㅞㅟ")),
    (0.50, ("ㅅㅈ", "ㅅㅊ", "ㅆㅉ", "ㅌㅊ", "ㅌㅈ", "ㄷㅈ", "ㅍㅎ", "ㅋㅎ", "ㅅㅌ", "ㄷㄹ", "ㅁㅂ", "ㅅㅎ", "ㅏㅔ", "ㅜㅣ", "ㅟㅝ", "ㄱㅎ")),
    (0.65, ("ㄱㄷㅂ", "ㅋㅌㅍ", "ㄲㄸㅃ", "ㅜㅓ", "ㅣㅓ", "ㅗㅏ", "ㅡㅏ", "ㅂㅅ", "ㅂㅎ", "ㄴㄷ", "ㄴㅇ", "47", "45")),
)  # fmt: skip
_OTHER_VOWEL, _OTHER_CODA, _OTHER_CONSONANT, _MIXED = 0.8, 0.5, 1.0, 1.3
_COMES_AND_GOES = {"ㅡ": 0.30, "ㅎ": 0.35, "ㅜ": 0.6, "ㅣ": 0.6, "ㅔ": 0.75, "ㄹ": 0.7, "ㄴ": 0.8}
_CODA_COMES_AND_GOES = {"4": 0.35, "2": 0.40, "5": 0.40, "7": 0.40, "1": 0.40, "3": 0.35, "6": 0.40}


def _kind(phoneme: str) -> str:
    return "coda" if phoneme.isdigit() else "vowel" if phoneme in VOWELS else "onset"


def _swap_cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    for cost, groups in _CONFUSIONS:
        if any(one in group and other in group for group in groups):
            return cost
    kinds = {_kind(one), _kind(other)}
    if len(kinds) > 1:
        return 0.45 if {one, other} in ({"ㄹ", "4"}, {"ㄴ", "2"}, {"ㅁ", "5"}) else _MIXED
    return {"vowel": _OTHER_VOWEL, "coda": _OTHER_CODA, "onset": _OTHER_CONSONANT}[kinds.pop()]


PHONEMES = "".join(dict.fromkeys(ONSETS.replace("ㅇ", "") + VOWELS + "".join(CODA.values())))
SWAP = {one: {other: _swap_cost(one, other) for other in PHONEMES} for one in PHONEMES}
DROP = {
    phoneme: _CODA_COMES_AND_GOES.get(phoneme) or _COMES_AND_GOES.get(phoneme) or (0.8 if phoneme in VOWELS else 0.9)
    for phoneme in PHONEMES
}
# what two phonemes at an end of two strings cost at the least: one becomes the other, or one of them is lost
LEAST = {
    one: {other: min(cost, DROP[one], DROP[other]) for other, cost in costs.items()} for one, costs in SWAP.items()
}


# phonemes that are confused at little cost made equal, for a quick look before the exact distance; in ASCII, as it takes
# half the room of jamo and an index holds ten thousands of these
_ALIKE = "gㄱㄲㅋ dㄷㄸㅌ bㅂㅃㅍ sㅅㅆ jㅈㅉㅊ nㄴ mㅁ rㄹ hㅎ aㅏㅑㅘ oㅓㅕㅗㅛㅝ uㅡㅜㅠ eㅔㅖㅞ iㅣㅟ 1136 2257 44".split()
ROUGH = {ord(phoneme): group[0] for group in _ALIKE for phoneme in group[1:]}


def distance(heard: str, meant: str, limit: float = 9.0) -> float:
    """How far two strings of phonemes are apart, in clearly different phonemes; `limit` or more comes back as 99.

    >>> round(distance(sounds("레그"), sounds("래그")), 2), distance(sounds("나무"), sounds("서버"), 1.0)
    (0.0, 99.0)
    """
    cost = _table_walked(heard, meant, limit)
    return cost if cost < limit else 99.0


def _table_walked(heard: str, meant: str, limit: float) -> float:
    """The cheapest way from one to the other, row by row; infinite as soon as it cannot be below `limit`."""
    # what the last phonemes cost at the least is to come until the last row
    end = LEAST[heard[-1]][meant[-1]] if heard and meant else 0.0
    if end and len(heard) > 1 and len(meant) > 1 and LEAST[heard[0]][meant[0]] + end >= limit:
        return inf
    losses = [DROP[phoneme] for phoneme in meant]
    row = [0.0, *accumulate(losses)]
    least = 0.0
    for phoneme in heard:
        if least + end >= limit:
            return inf
        swap, drop = SWAP[phoneme], DROP[phoneme]
        diagonal = row[0]
        left = least = diagonal + drop
        following = [left]
        for other, loss, up in zip(meant, losses, row[1:], strict=True):
            best = diagonal + swap[other]
            diagonal = up
            if up + drop < best:
                best = up + drop
            if left + loss < best:
                best = left + loss
            following.append(best)
            left = best
            if best < least:
                least = best
        row = following
    return row[-1]


DOUBLED, LETTER = 0.5, 1.0  # a letter said twice and written once; any other letter that is lost or added


@lru_cache(maxsize=4096)
def letters_distance(heard: str, meant: str) -> float:
    """How far two acronyms are apart, letter by letter: letters whose names sound alike (N M, P B T) are near.

    >>> letters_distance("LM", "LLM"), letters_distance("NCP", "MCP") < letters_distance("KCP", "MCP")
    (0.5, True)
    """
    heard, meant = heard.lower(), meant.lower()
    # a letter that is lost while another is added costs more than what is cheaper than both
    if len(heard) == len(meant) and (swapped := sum(map(_letter_swap, heard, meant))) <= LETTER + DOUBLED:
        return swapped
    additions = [DOUBLED if letter == before else LETTER for before, letter in zip(" " + meant, meant, strict=False)]
    row = [LETTER * j for j in range(len(meant) + 1)]
    for i, letter in enumerate(heard, 1):
        diagonal, row[0] = row[0], LETTER * i
        for j, (other, added) in enumerate(zip(meant, additions, strict=True), 1):
            swapped = diagonal if letter == other else diagonal + _letter_swap(letter, other)
            diagonal, row[j] = row[j], min(swapped, row[j] + LETTER, row[j - 1] + added)
    return row[-1]


@lru_cache(maxsize=1024)
def _letter_swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return min(LETTER, distance(sounds(one), sounds(other), 9.0))


_NAMED_ALIKE = str.maketrans("iypvgtmnrx", "aabbddllls")


def rough_letters(text: str) -> str:
    """An acronym with letters whose names sound alike made equal: two that differ at two places are more than a letter apart.

    >>> rough_letters("MCP"), rough_letters("NCP")
    ('lcb', 'lcb')
    """
    return text.lower().translate(_NAMED_ALIKE)


# --- the coarse key -------------------------------------------------------------------------------------------------

_CLASS = {
    **dict.fromkeys("ㄱㄲㅋ", "g"), **dict.fromkeys("ㄷㄸㅌ", "d"), **dict.fromkeys("ㅂㅃㅍ", "b"),
    **dict.fromkeys("ㅅㅆ", "s"), **dict.fromkeys("ㅈㅉㅊ", "j"), "ㄴ": "n", "ㅁ": "m", "ㄹ": "r", "ㅇ": "", "ㅎ": "",
    **dict.fromkeys("ㅏㅑㅘ", "a"), **dict.fromkeys("ㅓㅕㅝㅗㅛ", "o"), **dict.fromkeys("ㅔㅐㅖㅒㅚㅙㅞ", "e"),
    **dict.fromkeys("ㅣㅢㅟ", "i"), **dict.fromkeys("ㅡㅜㅠ", ""),
}  # fmt: skip


def _skeleton_of(syllable: str) -> tuple[str, str, bool]:
    onset, vowel, coda = jamo(syllable)
    moved = _SPLIT.get(coda, ("", coda))[1]
    return _CLASS[onset] + _CLASS[vowel], _CLASS.get(moved, ""), onset in "ㅇㅎ"


@lru_cache(maxsize=4096)
def _part(syllable: str) -> tuple[str, str, bool]:
    return _skeleton_of(syllable)


def skeleton(hangul: str) -> str:
    """A coarse key of Hangul syllables: onsets and vowels by class, codas only where they are handed over, no ㅡ and ㅜ.

    Takes Hangul only, as `spoken` gives it.

    >>> skeleton("플러세스") == skeleton("프로세스"), skeleton("코파일러")
    (True, 'gobairo')
    """
    key, coda = "", ""
    for syllable in hangul:
        body, next_coda, is_open = _part(syllable)
        key += coda + body if is_open else body
        coda = next_coda
    return key
