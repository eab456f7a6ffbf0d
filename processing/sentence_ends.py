"""Where sentences end: at full stops, at line breaks, and in a long run without them where the words say so.

Some recognisers set no punctuation; then a polite ending (-습니다, -어요, -고요, -죠) is all that parts an hour's talk.
Pure and quick, for the transcript is laid out again with every change; Kiwi decides about sentences later, inside these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Span = tuple[int, int]
_Ends = Callable[[str, int, int], bool]

LONGEST_RUN = 150  # code points; a longer one without a full stop is looked into
LONGEST_CLAUSES = 600  # a run whose words never end a sentence is parted at a clause
_STOPPED = re.compile(r"[^\s](?:[^\n]*?[.?!…][\"'”’)\]]*(?=\s)|[^\n]*)")
_EOJEOL = re.compile(r"\S+")

# Endings of the polite levels (국립국어원, 표준국어대사전: 종결 어미, 보조사 요). 요 follows a vowel that ends a verb.
_FORMAL = re.compile(r"(?P<stem>[가-힣])(?:니다|니까)$")
_WITH_YO = re.compile(r"(?P<stem>[가-힣])요$")
_ALWAYS = ("고요", "구요", "군요", "든요", "걸요", "지요", "니요", "죠")
_NOUNS = frozenset({"가요", "개요", "고요"})
# 요 also stands behind a pronoun or a conjunction in the midst of a sentence (표준국어대사전: 요, 체언이나 부사어 뒤).
_IN_THE_MIDST = re.compile(r"(?:(?:제|내|네|누|우리|저희)가|[이그저]게|(?:근|그런)데|그래서|그러면서)요$")
_VOWELS = frozenset("ㅏㅐㅓㅔㅕㅖㅘㅙㅚㅝㅞ")
_ALL_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_SYLLABLES, _FINALS, _BIEUP = 0xAC00, 28, 17
# What takes the sentence before it into another: quoted (인용의 라고, 하고) or chosen between (아니면).
_GOES_ON = re.compile(r"(?:라고|라는|라며|라던|라면|란(?=\s)|하고(?=\s)|하는(?=\s)|하면서|아니면)")
# Endings that join clauses (표준국어대사전: 연결 어미), the frequent ones of talk.
_CLAUSE = re.compile(r"(?:는데|은데|니까|지만|면서|[하되있없했됐았었였]고|[하되으]면)$")


def units_of(text: str) -> list[Span]:
    """The [start, end) of each sentence of `text`, as far as one can tell without Kiwi; what follows a sentence's end is
    blank or left to the next.

    >>> text = "네 그래요. 좋습니다\\n끝"
    >>> [text[start:end] for start, end in units_of(text)]
    ['네 그래요.', '좋습니다', '끝']
    """
    found = [match.span() for match in _STOPPED.finditer(text)]
    if all(end - start <= LONGEST_RUN for start, end in found):
        return found
    return [part for span in found for part in _parted(text, *span)]


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    if end - start <= LONGEST_RUN:
        yield start, end
        return
    for part in _at(text, start, end, _ends_sentence, 0):
        yield from _at(text, *part, _ends_clause, LONGEST_CLAUSES) if part[1] - part[0] > LONGEST_CLAUSES else [part]


def _at(text: str, start: int, end: int, is_end: _Ends, least: int) -> Iterator[Span]:
    """[start, end) parted after the eojeols that are an end, no part but the last shorter than `least`."""
    at = start
    for match in _EOJEOL.finditer(text, start, end):
        if match.end() < end and match.end() - at >= least and is_end(text, match.start(), match.end()):
            yield at, match.end()
            at = match.end()
            while at < end and text[at].isspace():
                at += 1
    if at < end:
        yield at, end


def _ends_sentence(text: str, start: int, end: int) -> bool:
    return is_sentence_end(text[start:end]) and not _GOES_ON.match(text[end + 1 : end + 8].lstrip())


def _ends_clause(text: str, start: int, end: int) -> bool:
    return _CLAUSE.search(text[start:end]) is not None


def is_sentence_end(eojeol: str) -> bool:
    """Whether an eojeol ends a sentence by its polite ending alone.

    >>> [is_sentence_end(word) for word in ("했습니다", "거예요", "거고요", "맞죠", "필요", "수요", "아니다", "그런데")]
    [True, True, True, True, False, False, False, False]
    """
    if eojeol in _NOUNS or _IN_THE_MIDST.match(eojeol):
        return False
    if match := _FORMAL.search(eojeol):
        return (ord(match["stem"]) - _SYLLABLES) % _FINALS == _BIEUP
    if eojeol.endswith(_ALWAYS):
        return True
    match = _WITH_YO.search(eojeol)
    return match is not None and _vowel_alone(match["stem"]) in _VOWELS


def _vowel_alone(syllable: str) -> str:
    """The vowel of a syllable without a final consonant; "" of others."""
    code = ord(syllable) - _SYLLABLES
    return "" if code % _FINALS else _ALL_VOWELS[code // _FINALS % len(_ALL_VOWELS)]
