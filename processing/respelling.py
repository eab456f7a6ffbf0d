"""Whether an edit only spells words otherwise, or says something else.

A term put right, a word heard wrongly (프로포트 -> 프롬프트) and a name in other letters (카프카 -> Kafka) leave standing
what was said: a line of the minutes can follow them word for word. A figure, a day, an ending and any other word do not:
of those the line can only be marked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from processing.note import Edit, EditKind
from processing.particles import SUFFIXES, agreeing, stems
from processing.phonetics import distance, letters_distance, sounds, spoken

MOST_WORDS = 4  # on either side; more is another sentence
NEAR, NEAR_A_SOUND = 1.2, 0.15  # how far apart what is the same word may sound, at most and by its length
_ALWAYS = frozenset(kind for kind in EditKind if kind not in (EditKind.MANUAL, EditKind.WORD))
_WORD_CHARACTER = re.compile(r"\w")
_HANGUL, _LATIN = re.compile(r"[가-힣]"), re.compile(r"[A-Za-z]")
_FIGURE = re.compile(
    r"\d|[월화수목금토일]요일|오늘|금일|내일|명일|모레|글피|어제|그제|주말|월말|말일|연말|연내"
    r"|(?:이번|지난|다음|다다음|금|차|전)\s?(?:주|달|해|분기|학기)"
    r"|(?<![가-힣])(?:[일이삼사오유육칠팔구시십]{1,2}월(?![가-힣])|[십백천만억조]+\s?원"
    r"|[일이삼사오육칠팔구십백천만억조]{2,}\s?(?:일|시|분|원|명|개|배|건|번|년|퍼센트|프로))"
    r"|(?<!\w)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열\w?|스물|서른|마흔|쉰|이틀|사흘|나흘|열흘|보름)"
    r"\s?(?:시|분|명|개|배|건|번|달|주|차|곳|가지|사람)?(?!\w)"
)
_SS = 20  # ㅆ among the final consonants: 했, 겠, 었
_NEGATION = re.compile(r"^(?:안|못|말고)$|않|지\s?말|못[하한할했해]")
_COPULA = re.compile(r"(?:입니다|입니까|이었\w*|였\w*|이에요|예요|이죠|이고요|인데요)[.?!…,]*$")
_FINAL = re.compile(
    r"(?:[습합갑됩옵봅줍둡]니[다까]|시다|세요|[해아어여돼]요|[게까네]요|[하되]죠|[한된]다|[하되]지)[.?!…,]*$"
)
_ENDING = re.compile(
    r"(?:다|요|까|죠|지|고|면|서|네|냐|자|며|니|게|데|래|걸|든|함|됨|음)[.?!…,]*$"
)  # of a verb, or so it looks


def respells(source_text: str, edit: Edit) -> bool:
    """Whether what an edit changes is spelling only; what the program, a glossary or a reviewed term puts right is."""
    return respells_at(source_text, edit.start, edit.end, edit.after, edit.kind)


def respells_at(source_text: str, start: int, end: int, after: str, kind: str) -> bool:
    """Whether `after` in place of the source's [start, end) is another spelling of the same words.

    Whole words are compared: of 금요일 -> 목요일 an edit may hold no more than one syllable.
    """
    if kind in _ALWAYS:
        return True
    first, last = _whole_words(source_text, start, end)
    left, right = source_text[first:start], source_text[end:last]
    before, now = source_text[first:last], left + after + right
    if kind == EditKind.WORD:
        return is_respelling(before, now) or _is_another_word(before, now)
    return is_respelling(before, now)


def _is_another_word(before: str, after: str) -> bool:
    """Whether a word replaced everywhere is another name for a thing, which says nothing else was done with it.

    >>> _is_another_word("증설하기로", "확장하기로"), _is_another_word("결정했습니다", "보류했습니다")
    (True, False)
    """
    if _figures(before) or _figures(after):
        return False
    return _told(before) == _told(after)


def _told(words: str) -> list[str]:
    """The words that say what was done, or that it was not: verbs in a tense or at a sentence's end, 안, 못, …지 않…."""
    return [word for word in words.split() if _NEGATION.search(word) or _is_predicate(word)]


def _is_predicate(word: str) -> bool:
    """Whether a word is a verb in a tense or at the end of a sentence; a noun with 이다 is none."""
    if _COPULA.search(word):
        return False
    return bool(_FINAL.search(word)) or any((ord(ch) - 0xAC00) % 28 == _SS for ch in word if "가" <= ch <= "힣")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _WORD_CHARACTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _WORD_CHARACTER.match(text[end]):
        end += 1
    return start, end


@lru_cache(maxsize=4096)
def is_respelling(before: str, after: str) -> bool:
    """Whether two stretches of whole words are the same words, written otherwise.

    >>> is_respelling("카프카를", "Kafka를"), is_respelling("프로포트가", "프롬프트가"), is_respelling("할수있다", "할 수 있다")
    (True, True, True)
    >>> is_respelling("금요일까지", "목요일까지"), is_respelling("갑니다", "갑시다"), is_respelling("비용을", "속도를")
    (False, False, False)
    """
    if _letters(before) == _letters(after):
        return True
    if max(len(before.split()), len(after.split())) > MOST_WORDS or _figures(before) or _figures(after):
        return False
    old, new = word_pair(before.strip(), after.strip())
    if not old or not new:
        return False
    if bool(_LATIN.search(old)) != bool(_LATIN.search(new)):
        return bool(_HANGUL.search(old)) != bool(_HANGUL.search(new)) or _sound_alike(old, new)
    if not _HANGUL.search(old + new):
        return letters_distance(old, new) <= 1.0
    return not _ends_otherwise(old, new) and _sound_alike(old, new)


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum()).casefold()


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(text)


def _ends_otherwise(old: str, new: str) -> bool:
    """Whether the last two syllables differ and look like a verb's ending: 갑니다, 갑시다."""
    return old[-2:] != new[-2:] and bool(_ENDING.search(old) or _ENDING.search(new))


def _sound_alike(old: str, new: str) -> bool:
    one, other = sounds(old), sounds(new)
    if min(len(spoken(old)), len(spoken(new))) < 2:
        return False
    return distance(one, other) <= min(NEAR, NEAR_A_SOUND * max(len(one), len(other)))


@lru_cache(maxsize=4096)
def word_pair(before: str, after: str) -> tuple[str, str]:
    """Both without the particle that follows either, in the form that fits it.

    >>> word_pair("레그를", "RAG를"), word_pair("랩이", "RAG가"), word_pair("서버", "server")
    (('레그', 'RAG'), ('랩', 'RAG'), ('서버', 'server'))
    """
    ends = sorted(stems(before.rsplit(" ", 1)[-1]))
    head = len(before) - len(before.rsplit(" ", 1)[-1])
    for end in ends:
        suffix = before[head + end :]
        if not suffix or suffix not in SUFFIXES:
            continue
        for fitting in _forms(suffix):
            stem = after[: -len(fitting)]
            if after.endswith(fitting) and stem and agreeing(suffix, spoken(stem)) == fitting:
                return before[: head + end], stem
    return before, after


def _forms(suffix: str) -> tuple[str, ...]:
    """A particle as it stands, after a vowel and after a consonant."""
    return tuple(dict.fromkeys((suffix, agreeing(suffix, "가"), agreeing(suffix, "각"), agreeing(suffix, "갈"))))
