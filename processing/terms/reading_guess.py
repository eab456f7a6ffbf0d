"""How a written term is probably said: a guess by rule, for terms that come without a reading.

Hangul reads as it stands, an acronym by the names of its letters, a Latin word by the usual values of English letters.
English spelling tells its sounds only roughly, so a guess is shown as one, and a person may type a better reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from processing.phonetics import DIGITS, is_hangul, spoken
from processing.terms.loan_syllables import in_hangul

LONGEST_ACRONYM = 5  # letters; longer ones in capitals are words (OPENAI)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[가-힣]+|&|(?<=\w)#")
_SIGNS = {"&": "앤", "#": "샵"}
_TWO_FOR_TO = re.compile(r"(?<=[A-Z])2(?=[A-Z])")  # B2B, A2A
_ENGLISH_DIGITS = dict(zip("0123456789", "제로 원 투 쓰리 포 파이브 식스 세븐 에잇 나인".split(), strict=True))


@dataclass(frozen=True, slots=True)
class Guess:
    """Readings in Hangul, likeliest first; `is_guessed` unless the term is Hangul and reads as it stands."""

    readings: tuple[str, ...]
    is_guessed: bool


def guessed(term: str) -> Guess:
    """How `term` is said.

    >>> guessed("보틀넥"), guessed("LLM").readings, guessed("Docker").readings, guessed("RAG").readings
    (Guess(readings=('보틀넥',), is_guessed=False), ('엘엘엠',), ('도커',), ('알에이지', '래그'))
    """
    if is_hangul(term):
        return Guess((term.replace(" ", ""),), False)
    term = _TWO_FOR_TO.sub("투", term)
    readings = [_joined(term, _said)]
    if re.search(r"(?<!\d)\d(?!\d)", term):
        readings.append(_joined(re.sub(r"\d", lambda digit: _ENGLISH_DIGITS[digit[0]], term), _said))
    if any(_is_acronym(part) and len(part) > 2 and _has_vowel(part) for part in _PART.findall(term)):
        readings.append(_joined(term, _as_word))  # RAG is said letter by letter or as a word
    return Guess(tuple(dict.fromkeys(one for one in readings if one)), True)


def _joined(term: str, said: Callable[[str], str]) -> str:
    """The readings of the words in a name, joined: LangChain is Lang and Chain, GPT4 is GPT and 4."""
    return "".join(said(part) for part in _PART.findall(term))


def _said(part: str) -> str:
    if not part.isascii() or part in _SIGNS:
        return _SIGNS.get(part, part)
    if part.isdigit():
        return "".join(DIGITS[digit] for digit in part)
    return spoken(part) if _is_acronym(part) or not _has_vowel(part) else _as_word(part)


def _as_word(part: str) -> str:
    is_word = part.isascii() and part.isalpha() and _has_vowel(part)
    return in_hangul(sounds_of(part.lower())) if is_word else _said(part)


def _is_acronym(part: str) -> bool:
    return part.isascii() and part.isupper() and len(part) <= LONGEST_ACRONYM


def _has_vowel(part: str) -> bool:
    return any(ch in "aeiouy" for ch in part.lower())


# --- English letters to sounds --------------------------------------------------------------------------------------
# Sounds are Hangul vowels and, for consonants, Latin letters: S is sh, C ch, J j, N ng. A vowel sound of two or more
# letters is long. The first rule that fits takes its letters; "^" is the beginning of the word, "$" its end.

_RULES: tuple[tuple[str, str], ...] = (
    (r"ization$", "ㅏㅣㅈㅔㅣSㅓn"), (r"ation$", "ㅔㅣSㅓn"), (r"[st]ion", "Sㅓn"), (r"ssion", "Sㅓn"), (r"ture$", "Cㅓ"), (r"sure$", "Jㅓ"),
    (r"[ct]ious$", "Sㅓs"), (r"(?<=.)age$", "ㅣJ"), (r"ous$", "ㅓs"), (r"ware$", "wㅔㅓ"), (r"are$", "ㅔㅓ"), (r"ore$", "ㅗㅓ"), (r"ire$", "ㅏㅣㅓ"),
    (r"ight", "ㅏㅣt"), (r"igh", "ㅏㅣ"), (r"tch", "C"), (r"eigh", "ㅔㅣ"), (r"ough", "ㅗ"), (r"augh", "ㅗ"), (r"sch", "sk"),
    (r"(?<=[bcdfgkptz])le$", "ㅡl"), (r"ing$", "ㅣN"), (r"ng(?=$|[^aeiouylr])", "N"), (r"nk", "Nk"), (r"ck", "k"), (r"ch(?=r)", "k"), (r"ch", "C"),
    (r"sh", "S"), (r"ph", "f"), (r"th", "s"), (r"wh", "w"), (r"^kn", "n"), (r"^wr", "r"), (r"qu", "kw"), (r"dge$", "J"), (r"dg", "J"),
    (r"ign$", "ㅏㅣn"), (r"ook", "ㅜk"), (r"^g(?=i)", "g"), (r"(?<=^we)b", "p"), (r"(?<=la)b$", "p"),
    (r"ee", "ㅣㅣ"), (r"ea", "ㅣㅣ"), (r"oo", "ㅜㅜ"), (r"a[iy]", "ㅔㅣ"), (r"ey$", "ㅣ"), (r"e[iy]", "ㅔㅣ"), (r"oa", "ㅗㅗ"), (r"ow$", "ㅗㅜ"),
    (r"ow", "ㅏㅜ"), (r"ou", "ㅏㅜ"), (r"o[iy]", "ㅗㅣ"), (r"au", "ㅗㅗ"), (r"aw", "ㅗㅗ"), (r"eu", "ㅠㅠ"), (r"ew", "ㅠㅠ"), (r"ie", "ㅣㅣ"), (r"ui", "ㅜㅣ"),
    (r"ue$", "ㅠㅠ"), (r"io", "ㅣㅇㅗ"), (r"ia", "ㅣㅇㅏ"),
    # a vowel before one consonant and a last e is said as its letter's name
    (r"a(?=[bcdfgklmnpstvz]e$)", "ㅔㅣ"), (r"i(?=[bcdfgklmnpstvz]e$)", "ㅏㅣ"), (r"o(?=[bcdfgklmnpstvz]e$)", "ㅗㅗ"), (r"u(?=[bcdfgklmnpstvz]e$)", "ㅠㅠ"),
    (r"er(?=[^aeiouy]|$)", "ㅓㅓ"), (r"ir(?=[^aeiouy]|$)", "ㅓㅓ"), (r"ur(?=[^aeiouy]|$)", "ㅓㅓ"), (r"or$", "ㅓㅓ"), (r"ar(?=[^aeiouy]|$)", "ㅏㅏ"),
    (r"or(?=[^aeiouy]|$)", "ㅗㅗ"), (r"([bdfglmnprstz])\1", r"\1"), (r"cc(?=[ei])", "ks"), (r"c(?=[eiy])", "s"), (r"g(?=[eiy])", "J"), (r"[cq]", "k"),
    (r"j", "J"), (r"^x", "z"), (r"x", "ks"), (r"^y(?=[aeiou])", "y"), (r"y(?=[aeou])", "y"), (r"(?<=^[b-df-hj-np-tv-z])y$", "ㅏㅣ"), (r"y", "ㅣ"),
    (r"(?<=.[^aeiou])es$", "s"), (r"(?<=[aeiouy].)e$", ""), (r"(?<=[aeiouy]..)e$", ""), (r"ed$", "d"), (r"em$", "ㅓm"), (r"en$", "ㅡn"), (r"el$", "ㅔl"),
    (r"al$", "ㅓl"), (r"on$", "ㅓn"), (r"a(?=$|[^aeiou][aeiou])", "ㅏ"), (r"a(?=l)", "ㅗ"), (r"a", "ㅐ"), (r"e", "ㅔ"), (r"i", "ㅣ"), (r"o", "ㅗ"),
    (r"(?<=[bcdfghkmnp])u(?=[^aeiouxy][aeiouy])", "ㅠ"), (r"^u(?=[^aeiou][aeiou])", "ㅠ"), (r"u", "ㅓ"), (r"([a-z])", r"\1"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), sound) for pattern, sound in _RULES)


def sounds_of(word: str) -> str:
    """The sounds of a Latin word in small letters.

    >>> sounds_of("prompt"), sounds_of("chain"), sounds_of("cache")
    ('prㅗmpt', 'Cㅔㅣn', 'kㅐC')
    """
    at, sounds = 0, ""
    while at < len(word):
        for pattern, sound in _COMPILED:
            if match := _match_at(pattern, word, at):
                sounds += match.expand(sound)
                at = match.end()
                break
        else:
            at += 1
    return sounds


def _match_at(pattern: re.Pattern[str], word: str, at: int) -> re.Match[str] | None:
    """A match that begins at `at` and takes at least one letter; "^" means the beginning of the whole word."""
    match = pattern.match(word, at)
    return match if match is not None and match.end() > at else None
