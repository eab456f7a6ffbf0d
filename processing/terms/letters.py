"""Acronyms written down letter by letter: 에이피아이 for API, 티티 L for TTL, 씨알엠 마케팅 for CRM 마케팅.

How a letter is called leaves little doubt about what was said, so such a word is wrong in minutes whatever it is about;
a loanword in Hangul (젠킨스) is right as it stands.
"""

from __future__ import annotations

import re

from processing.phonetics import LETTERS, spoken
from processing.terms.glossary import Term

LEAST_LETTERS = 3  # fewer may be anything: 이 비, 피디
_SAME_LETTER = str.maketrans("시취류", "씨치유")  # C, H and W are written in two ways
_SINGLE = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])|[A-Z]+(?![a-z])")
_BY_NAME = {name: letter.upper() for letter, name in LETTERS.items()}
_NAMED = re.compile("|".join(sorted(_BY_NAME, key=len, reverse=True)))
_ANY_WORD = frozenset("비씨디이지오피티유")  # the other letters' names are hardly ever syllables of a name or a word
NAMING = frozenset(
    " 시" + "".join(LETTERS) + "".join(LETTERS).upper() + "".join(LETTERS.values())
)  # letters, and names
LONGEST_WORDLIKE = 6  # letters of an acronym that is said as a word: RAG, LoRA


def plain(said: str) -> str:
    """A spoken text with one way to write each letter's name.

    >>> plain("시아이시디")
    '씨아이씨디'
    """
    return said.translate(_SAME_LETTER)


def is_spelled_out(said: str, term: Term) -> bool:
    """Whether a reading of the term names letters of it one by one.

    >>> term = Term("RAG", ("래그", "알에이지"), ())
    >>> is_spelled_out("알에이지", term), is_spelled_out("래그", term)
    (True, False)
    """
    heard = plain(said)
    if any(form.isascii() and plain(spoken(form)) == heard for form in term.forms):
        return True
    return any(plain(spoken(run)) in heard for form in term.forms for run in _SINGLE.findall(form))


def is_titled(heard: str) -> bool:
    """Whether letters' names end in C, parted by a blank, which looks like a person's title.

    A single syllable before it is rather a surname.

    >>> is_titled("피오 씨"), is_titled("오 씨")
    (True, False)
    """
    head, _, last = heard.rpartition(" ")
    return last == "씨" and len(head) > 1


def is_wordlike_acronym(term: Term) -> bool:
    """Whether the term is written in capitals, or mostly so: said as a word it is still no word (래그, 나스)."""
    name = term.term
    return name.isascii() and len(name) <= LONGEST_WORDLIKE and sum(ch.isupper() for ch in name) * 2 >= len(name)


def letters_of(hangul: str) -> str:
    """The letters that a Hangul word names, "" if it is not made of their names, or of too few to be sure.

    >>> letters_of("엠에스케이"), letters_of("이지유"), letters_of("케이크")
    ('MSK', '', '')
    """
    heard = plain(hangul)
    names = _NAMED.findall(heard)
    telling = [name for name in names if name not in _ANY_WORD]
    is_whole = "".join(names) == heard and len(names) >= LEAST_LETTERS and len(telling) > 1
    return "".join(_BY_NAME[name] for name in names) if is_whole else ""
