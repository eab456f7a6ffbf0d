"""Whether a short sentence answers the question before it, though it begins with no 네 and no 아니요.

A question word asks for one kind of thing (누구 a person, 몇 시 a number of hours, 왜 a reason), and an answer that is only
that thing is hardly ever the asker's own next sentence. Askers who go on give their reason, their own view or a bidding
("몇 시에 오세요? 세 시 이후면 다 됩니다", "담당자가 누구예요? 답이 없네요"); what ends so is never taken for an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from processing.analysis import Morpheme, Sentence
from processing.turns import speech

_LONGEST = 4  # eojeols of an answer that does not begin as one
_COUNTED = ("SN", "NR")
_NUMERALS = frozenset({"한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "반", "몇십"})
_DAYS = frozenset(
    {"오늘", "내일", "모레", "어제", "그제", "지금", "아침", "점심", "저녁", "오전", "오후", "새벽", "밤"}
)
_TIME_UNITS = ("년", "월", "달", "주", "일", "요일", "시", "분", "학기", "분기", "때", "초", "말", "중순")
_PLACE_PARTICLES = frozenset({"에", "에서", "서", "으로", "로", "까지"})
_REASON_ENDINGS = ("어서", "아서", "러", "려고", "느라", "느라고", "니까", "라서", "다가")
_OWN_REASONS = frozenset({"궁금", "걱정", "싶", "헷갈리"})
# How a speaker who goes on ends: what they notice, recall, presume or explain.
_GOING_ON = (
    "네요",
    "군요",
    "구나",
    "군",
    "네",
    "지",
    "잖아",
    "잖아요",
    "거든",
    "거든요",
    "더라",
    "더라고",
    "던데",
    "는데",
)
_TO_ONESELF = ("죠", "지", "더라", "던가", "냐", "느냐", "나", "ᆫ가", "은가", "는가")
_CHOOSING = ("둘 다", "전부 다", "양쪽 다", "모두")


def answers_barely(question: Sentence, answer: Sentence, choice: Sentence | None) -> bool:
    """Whether `answer`, the words right after a question, can only be the other's.

    `choice` is the first of the two things that a question offers: "먼저 깎아 주는 거예요 / 나중에 돌려주는 거예요?".
    """
    if _repeats_in_other_level(question, answer):
        return True
    if _goes_on(question, answer) or not _is_put_to_another(question, answer):
        return False
    words = speech.morphemes_of(answer)
    if choice and (_shared(question, answer) or _shared(choice, answer) or answer.text.startswith(_CHOOSING)):
        return True
    return any(fits(question, words) for fits in _FITTING) or _takes_up(question, answer)


def differ_in_level(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are of different speech levels."""
    levels = {speech.level(one), speech.level(other)}
    return levels == {speech.Level.POLITE, speech.Level.PLAIN}


def concedes(answer: Sentence) -> bool:
    """Whether it only grants what was asked: 그건 그렇지, 그것도 맞네요."""
    words = speech.morphemes_of(answer)
    if len(words) < 3 or words[0].form not in ("그거", "그것") or not words[1].tag.startswith("JX"):
        return False
    return speech.only_listens(words[2:]) and not speech.is_asked(answer)


def agrees(answer: Sentence) -> bool:
    """Whether it is an exclamation and an agreement: 어 그러네요, 아 맞다."""
    words = speech.morphemes_of(answer)
    is_cry = len(words) > 1 and words[0].tag == "IC" and words[0].form in speech.EXCLAIMING
    return is_cry and speech.only_listens(words) and any(m.tag in ("VA", "VV") for m in words)


def asks_leave(question: Sentence) -> bool:
    """Whether it asks whether something may be done, so that "말씀하세요" grants it: 통화 괜찮으세요, 여쭤봐도 될까요."""
    return speech.is_asked(question) and any(
        m.form in ("괜찮", "되", "가능") and m.tag in ("VA", "VV", "XR", "NNG") for m in question.morphemes[-5:]
    )


def grants(answer: Sequence[Sentence]) -> bool:
    """Whether it grants a bidding: 네 알겠습니다, 예 그럴게요, 네; not "네 세 분 과반입니다", with which the bidder goes on."""
    if any(not speech.is_stopped(s) or speech.asks_for_something(s) for s in answer) or speech.starts_off(answer):
        return False
    words = [m for sentence in answer for m in speech.morphemes_of(sentence)]
    is_taken = any(m.form in ("알", "그러") and m.tag == "VV" for m in words[:4])
    return is_taken or speech.only_listens(words) or any(speech.means_to(s) for s in answer)


def _repeats_in_other_level(question: Sentence, answer: Sentence) -> bool:
    """Whether the question's words come back in another level of speech: "그것도 나와요? 당연히 나오지"."""
    is_short = speech.eojeols(answer.text) <= _LONGEST and not speech.begins_anew(answer)
    return is_short and bool(_shared(question, answer)) and differ_in_level(question, answer)


def _goes_on(question: Sentence, answer: Sentence) -> bool:
    """Whether the words show that the asker goes on, or are no short whole sentence."""
    words = speech.morphemes_of(answer)
    if not words or speech.eojeols(answer.text) > _LONGEST or speech.is_asked(answer):
        return True
    if speech.begins_anew(answer) and not _tells_same_of_self(question, answer):
        return True
    if not speech.is_stopped(answer) or speech.honours_subject(answer) or speech.asks_for_something(answer):
        return True
    clauses = words[:-2] if words[-1].form == "요" and words[-2].form == "고" else words  # 절반을 쓰고요: more follows
    if any(m.tag == "EC" and not m.form.endswith(_REASON_ENDINGS) and m.form not in ("어", "아") for m in clauses):
        return True
    return words[-1].form.endswith(_GOING_ON) or (words[-1].form == "죠" and not speech.honours_subject(question))


def _tells_same_of_self(question: Sentence, answer: Sentence) -> bool:
    """Whether it tells of the speaker what was asked with honour: "다 읽으셨어요? 저는 반만 읽었어요"."""
    is_self = speech.begins_with_self(answer) in ("는", "은")
    return is_self and speech.honours_subject(question) and bool(_verbs(question) & _verbs(answer))


def _is_put_to_another(question: Sentence, answer: Sentence) -> bool:
    """Whether the question wants another's word: it honours the hearer, and is none that one puts to oneself.

    -ㄹ까(요) asks the others when it is about what to do ("언제 할까요?"), oneself when it is about what was.
    """
    words = speech.morphemes_of(question)
    if speech.honours_subject(question):
        return True
    endings = [m.form for m in words[-2:] if m.tag == "EF"]
    if not endings or endings[-1].endswith(("냐", "느냐")):
        return False
    if differ_in_level(question, answer):
        return True
    if speech.asks_oneself(question):
        return _is_fragment(speech.morphemes_of(answer)) and not any(m.form in ("었", "았") for m in words[-3:])
    return words[-1].form == "요" or not endings[-1].endswith(_TO_ONESELF)


def _is_fragment(words: Sequence[Morpheme]) -> bool:
    """Whether it has no verb but the copula's remains: 소금이요, 50만 원, 저번에 갔던 데, 시장에서."""
    last = words[-2] if words[-1].form in ("요", "이요") and len(words) > 1 else words[-1]
    return last.tag.startswith(("NN", "NR", "SN", "NP", "XSN", "JKB", "JX", "SL"))


def _is_named(words: Sequence[Morpheme]) -> bool:
    """Whether it is a fragment, or a noun with the copula."""
    if not any(m.tag.startswith(("NNG", "NNP", "NP", "SL", "XR")) or m.form in ("데", "것", "거") for m in words):
        return False  # 누가 먼저 할까? 하나, 둘, 셋!
    is_copular = any(m.tag == "VCP" for m in words[-3:])
    return _is_fragment(words) or (is_copular and not any(m.tag in ("VV", "VA", "XSA", "EC", "ETM") for m in words))


def _asks_with(question: Sentence, *forms: str) -> bool:
    return any(m.form in forms and m.tag in ("NP", "NNG", "MM", "MAG", "VA", "IC") for m in question.morphemes)


def _names_who_or_what(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """누구, 무엇, 어느: a noun. A reason or a number that 뭐 때문에 or 몇 asks for is another's matter."""
    return _asks_with(question, "누구", "무엇", "뭐", "무슨", "어느", "어떤", "어디") and _is_named(words)


def _tells_number(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """몇, 얼마: a number, and of the unit that 몇 stands before (몇 시 - 여덟 시)."""
    unit = _unit_asked(question)
    if unit is None:
        return _asks_with(question, "얼마", "얼마나") and _counts(words) and _is_said_plainly(words)
    return _is_said_plainly(words) and any(_is_number(number) and noun.form == unit for number, noun in pairwise(words))


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
    if not _asks_with(question, "언제", "며칠") or not _is_said_plainly(words):
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
    return any(m.form == "때문" or (m.tag == "EC" and m.form.endswith(_REASON_ENDINGS)) for m in words)


def _judges(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """어때: what it is like in a word (망했어), or the thing asked of with it: "떡은 어때? 떡 좋다"."""
    nouns = {m.form for m in words if m.is_noun}
    asked = {m.form for m in question.morphemes if m.is_noun}
    if not _asks_with(question, "어떻") or not any(m.tag in ("VV", "VA", "XSA", "XSV") for m in words):
        return False
    return nouns <= asked if nouns else len(words) <= _LONGEST and words[-1].tag in ("EF", "JX")


def _names_what_is(question: Sentence, words: Sequence[Morpheme]) -> bool:
    """있어요?: a noun that is there: "알아본 데 있어? 은지가 다니는 데"."""
    asked = [m for m in speech.morphemes_of(question) if m.tag in ("VV", "VA", "VX")]
    return bool(asked) and asked[-1].form == "있" and _is_fragment(words) and _is_named(words)


_FITTING: tuple[Callable[[Sentence, Sequence[Morpheme]], bool], ...] = (
    _names_who_or_what,
    _tells_number,
    _tells_time,
    _tells_place,
    _gives_reason,
    _judges,
    _names_what_is,
)


def _shared(question: Sentence, answer: Sentence) -> frozenset[str]:
    return speech.content(question) & speech.content(answer)


def _takes_up(question: Sentence, answer: Sentence) -> bool:
    """Whether a question without a question word is answered in its own words: by a promise to do what was asked
    ("줄일 수 있나요? 줄이겠습니다"), or by telling the same thing done, which the asker asked about with honour.
    """
    if speech.is_wondering(question):
        return False
    verbs = _verbs(question) & _verbs(answer)
    if verbs and speech.means_to(answer):
        return True
    did = [m for m in speech.morphemes_of(answer)[-4:] if m.form in ("었", "았")]
    asked_did = [m for m in speech.morphemes_of(question)[-4:] if m.form in ("었", "았")]
    both_did = bool(did) and bool(asked_did)
    is_same = bool(_shared(question, answer)) and bool(_light(question) & _light(answer))
    return both_did and is_same


def _verbs(sentence: Sentence) -> frozenset[str]:
    return frozenset(m.form for m in sentence.morphemes if m.tag == "VV" and m.form not in ("하", "되"))


def _light(sentence: Sentence) -> frozenset[str]:
    """The last verb of a sentence, light ones (하다) too."""
    return frozenset([m.form for m in sentence.morphemes if m.tag in ("VV", "VA")][-1:])
