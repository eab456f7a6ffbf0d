"""What kind of thing a question word asks for (누구 a person, 몇 시 a number of hours, 왜 a reason), and what is one.

Question words ask for what 표준국어대사전 says they stand for: 누구 and 무엇 a person and a thing not known, 언제 and 어디 a
time and a place, 몇 and 얼마 a number and an amount, 왜 a reason. Tags are Kiwi's (the Sejong tag set).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from processing.analysis import Morpheme, Sentence
from processing.turns import speech

LONGEST = 4  # eojeols of an answer that does not begin as one
REASON_ENDINGS = ("어서", "아서", "러", "려고", "느라", "느라고", "니까", "라서", "다가", "까")
_COUNTED = ("SN", "NR")
_NUMERALS = frozenset({"한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "반", "몇십"})
_DAYS = frozenset(
    {"오늘", "내일", "모레", "어제", "그제", "지금", "아침", "점심", "저녁", "오전", "오후", "새벽", "밤"}
)
_TIME_UNITS = ("년", "월", "달", "주", "일", "요일", "시", "분", "학기", "분기", "때", "초", "말", "중순")
_PLACE_PARTICLES = frozenset({"에", "에서", "서", "으로", "로", "까지"})
_OWN_REASONS = frozenset({"궁금", "걱정", "싶", "헷갈리"})


def fits(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """Whether `words`, the morphemes of a sentence, are the kind of thing that the question asks for."""
    return any(fitting(question, words) for fitting in _FITTING)


def is_fragment(words: Sequence[Morpheme]) -> bool:
    """Whether it has no verb but the copula's remains: 소금이요, 50만 원, 저번에 갔던 데, 시장에서."""
    last = words[-2] if words[-1].form in ("요", "이요") and len(words) > 1 else words[-1]
    return last.tag.startswith(("NN", "NR", "SN", "NP", "XSN", "JKB", "JX", "SL"))


def _is_named(words: Sequence[Morpheme]) -> bool:
    """Whether it is a fragment, or a noun with the copula."""
    if not any(m.tag.startswith(("NNG", "NNP", "NP", "SL", "XR")) or m.form in ("데", "것", "거") for m in words):
        return False  # 누가 먼저 할까? 하나, 둘, 셋!
    is_copular = any(m.tag == "VCP" for m in words[-3:])
    return is_fragment(words) or (is_copular and not any(m.tag in ("VV", "VA", "XSA", "EC", "ETM") for m in words))


def _asks_with(question: Sentence, *forms: str) -> bool:
    return any(m.form in forms and m.tag in ("NP", "NNG", "MM", "MAG", "VA", "IC") for m in question.morphemes)


def _names_who_or_what(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """누구, 무엇, 어느: a noun. A reason or a number that 뭐 때문에 or 몇 asks for is another's matter."""
    return _asks_with(question, "누구", "무엇", "뭐", "무슨", "어느", "어떤", "어디") and _is_named(words)


def _tells_number(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """몇, 얼마: a number, and of the unit that 몇 stands before (몇 시 - 여덟 시)."""
    counted = [noun for number, noun in pairwise(words) if _is_number(number) and not _is_number(noun)]
    if len(counted) > 1 and any(m.tag == "JKB" for m in words):
        return False  # a rate: 한 상자에 열두 개
    unit = _unit_asked(question)
    if unit is None:
        return _asks_with(question, "얼마", "얼마나") and _counts(words) and _is_said_plainly(words)
    if is_fragment(words) and _is_number(words[0]):
        return True  # 몇 점 주시겠어요? 네 개요
    return any(_is_number(number) and noun.form == unit for number, noun in pairwise(words))


def _unit_asked(question: Sentence) -> str | None:
    """The noun after 몇; None without one."""
    pairs = pairwise(question.morphemes)
    return next((noun.form for word, noun in pairs if word.form == "몇" and noun.tag.startswith("NN")), None)


def _is_number(word: Morpheme) -> bool:
    return word.tag in _COUNTED or (word.tag == "MM" and word.form in _NUMERALS)


def _counts(words: Sequence[Morpheme]) -> bool:
    return any(_is_number(word) for word in words)


def _is_said_plainly(words: Sequence[Morpheme]) -> bool:
    """Whether nothing but how long or how many is told: no adjective, no obligation, no judgement."""
    return not any(m.tag in ("VA", "XSA", "XSV", "ETM") or m.form in ("야", "어야", "겠") for m in words)


def _tells_time(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """언제, 며칠: a day or a number of time."""
    if not _asks_with(question, "언제", "며칠"):
        return False
    if is_fragment(words) and any(m.form == "때" for m in words[-2:]):
        return True  # 탈수할 때요
    if not _is_said_plainly(words):
        return False
    return any(m.form in _DAYS or (m.tag.startswith("NN") and m.form.endswith(_TIME_UNITS)) for m in words)


def _tells_place(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """어디: a noun with 에, 에서, 으로, and at most the question's verb after it."""
    if not _asks_with(question, "어디"):
        return False
    verbs = {m.form for m in words if m.tag in ("VV", "VX")}
    asked = {m.form for m in question.morphemes if m.tag in ("VV", "VX")}
    return any(m.tag == "JKB" and m.form in _PLACE_PARTICLES for m in words) and bool(verbs) and verbs <= asked


def _gives_reason(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """왜, 뭐 때문에: a clause of reason or purpose, or 때문, that is not the asker's own reason to ask (궁금해서요)."""
    why = _asks_with(question, "왜") or any(m.form == "때문" for m in question.morphemes)
    if not why or any(m.form in _OWN_REASONS for m in words):
        return False
    return any(
        m.form == "때문" or (m.tag[0] == "E" and m.form.removesuffix("요").endswith(REASON_ENDINGS)) for m in words
    )


def _judges(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """어때: what it is like in a word (망했어), or the thing asked of with it: "떡은 어때? 떡 좋다"."""
    nouns = {m.form for m in words if m.is_noun}
    asked = {m.form for m in question.morphemes if m.is_noun}
    if not _asks_with(question, "어떻") or not any(m.tag in ("VV", "VA", "XSA", "XSV") for m in words):
        return False
    return nouns <= asked if nouns else len(words) <= LONGEST and words[-1].tag in ("EF", "JX")


def _states(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """어떻게 되나요: the same thing with what it is: "비율이 어떻게 되나요? 수시가 70퍼센트입니다"."""
    asks = _asks_with(question, "어떻") and any(m.form == "되" for m in question.morphemes[-5:])
    return asks and _counts(words) and any(m.tag == "VCP" for m in words)


def _names_what_is(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """있어요?: a noun that is there: "알아본 데 있어? 은지가 다니는 데"."""
    asked = [m for m in speech.morphemes_of(question) if m.tag in ("VV", "VA", "VX")]
    return bool(asked) and asked[-1].form == "있" and is_fragment(words) and _is_named(words)


_FITTING: tuple[Callable[[Sentence, Sequence[Morpheme]], bool], ...] = (
    _names_who_or_what,
    _tells_number,
    _tells_time,
    _tells_place,
    _gives_reason,
    _judges,
    _states,
    _names_what_is,
)
