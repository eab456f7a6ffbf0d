"""Whether a sentence that broke off is completed by the words after it, and whether words only react to what was said.

A clause is complete when its predicate has come. What ends in a subject, an object, an adverb or a verb before its noun
(…이, …을, …같이, …하는) still wants one, and a sentence that begins with the predicate wants what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from processing.analysis import Morpheme, Sentence
from processing.turns import speech

_ARGUMENT = ("JKS", "JKO", "JKB", "JX", "JC", "NN", "NR", "NP", "SN", "SL", "XSN", "MAG")
_PREDICATE = ("VV", "VA", "VX", "VCN", "VCP")
# An ending and the verbs that lean on it (표준국어대사전: 보조 용언 -지 말다, -어야 하다; 인용의 라고, 고; -ㄹ지 모르다):
# 걱정하지 / 마, 해야 / 합니다, 할지 / 모르겠어요, 뭐라고 / 하셔.
_BINDING = (
    ("지", ("말", "않", "못하", "모르", "알")),
    ("어야", ("하", "되")),
    ("아야", ("하", "되")),
    ("라고", ("하", "말하", "그러")),
    ("다고", ("하", "말하", "그러")),
)
# Whole replies in one predicate, which complete nobody's sentence.
_ALONE = frozenset({"알", "되", "괜찮", "좋", "맞", "그렇", "그러", "아니", "모르", "고맙", "없", "어떻"})
_THANKS = frozenset({"감사", "죄송", "축하", "수고", "고생", "미안"})
_TAKING_IN = ("네요", "군요", "구나", "구만", "네", "군", "겠다", "겠어요")
_SURPRISED = frozenset({"진짜", "정말", "그래", "그렇", "설마", "대박", "레알", "그러"})
_SELF = ("저", "나", "저희", "우리")
_OFFERING = ("아니면", "또는", "혹은")
_NUMBERED = ("하나", "첫째", "둘째", "셋째", "가지", "번")  # 또 하나는, 두 번째는
_SHORT = 3  # eojeols


def completes(last: Sentence, first: Sentence) -> bool:
    """Whether `first` brings the predicate, or the noun, that `last` still waits for.

    Seen in "주차도 / 편해", "모두 같이 / 열고 있습니다", "들어오실 / 거예요?"; not in "그 자료를 / 잠깐만요".
    """
    before, after = speech.morphemes_of(last), speech.morphemes_of(first)
    if is_bound(last, first):
        return True
    if not speech.is_open(last) or not before or not after or speech.begins_anew(first):
        return False
    if before[-1].tag in ("ETM", "JKG", "MM"):
        return True
    if last.text.split()[-1] in _OFFERING:
        return True
    is_there = before[-1].tag in ("JKS", "JX") and after[0].form == "없"
    if not before[-1].tag.startswith(_ARGUMENT) or (
        _stands_alone(after) and not speech.is_asked(first) and not is_there
    ):
        return False
    return _begins_with_predicate(after) or (before[-1].tag in ("JKS", "JX") and speech.is_named_only(first))


def is_bound(last: Sentence, first: Sentence) -> bool:
    """Whether `first` begins with what never begins a sentence: a dependent noun after its verb, an auxiliary.

    So in "될 / 것 같아요", "하고 / 있습니다".
    """
    before, after = speech.morphemes_of(last), speech.morphemes_of(first)
    if not before or not after or speech.is_stopped(last):
        return False
    ends, begins = before[-1].form, after[0].form
    if before[-1].tag.startswith("E") and any(ends.endswith(one) and begins in others for one, others in _BINDING):
        return True
    return (before[-1].tag == "ETM" and after[0].tag == "NNB") or (before[-1].tag == "EC" and after[0].tag == "VX")


def _begins_with_predicate(words: Sequence[Morpheme]) -> bool:
    """Whether the first eojeol, or the one after an adverb, is a verb, an adjective or a noun made into one."""
    if words[0].tag == "MAG" and len(words) > 1:
        words = words[1:]
    if words[0].tag.startswith(_PREDICATE):
        return True
    return len(words) > 1 and words[0].is_noun and words[1].tag in ("XSV", "XSA")


def _stands_alone(words: Sequence[Morpheme]) -> bool:
    """Whether it is a reply by itself: 알겠습니다, 됐어요, 괜찮아요, 감사합니다."""
    stems = [m for m in words if m.tag.startswith(_PREDICATE) or m.is_noun]
    if not stems or len(stems) > 1:
        return False
    return stems[0].form in _THANKS or (stems[0].form in _ALONE and len(words) <= 3)


def starts_next(lead: Sequence[Sentence], previous: Sentence, first: Sentence) -> bool:
    """Whether a broken start at the end of a turn is the start of what the next speaker says.

    `previous` is the sentence before it: it gave the floor away (a question, a bidding, "다음 세아 님."), or the start
    counts something up ("그리고 또 하나는"). A noun with 은 is silent ("근데 비용은 / 그대로예요" is asked and answered), and
    so is a start whose noun the next speaker says again.
    """
    words = [m for sentence in lead for m in speech.morphemes_of(sentence)]
    if not words or sum(speech.eojeols(s.text) for s in lead) > _SHORT or not speech.is_open(lead[-1]):
        return False
    if speech.begins_anew(first) or _shared(lead, first):
        return False
    if speech.is_asked(previous) and not speech.is_asked(first) and not any(speech.is_wondering(s) for s in lead):
        return True
    if not speech.begins_anew(lead[0]):
        return False
    is_counted = words[0].tag == "MAJ" and any(m.form in _NUMBERED for m in words) and words[-1].tag == "JX"
    if is_counted:
        return True
    is_topic = words[-1].tag in ("JX", "JKS") and len(words) > 1 and not words[-2].tag.startswith("NP")
    return gives_floor(previous) and not is_topic and words[-1].tag != "EC"


def may_run_on(start: Sequence[Sentence], first: Sentence) -> bool:
    """Whether a few open words (저는 퇴근길이, 네 그럼 알람) can be the start of `first`, as far as grammar tells.

    They do not have a subject, an object or a topic of the kind that `first` begins with anew, no noun that it says
    again, and ask for nothing.
    """
    words = [m for sentence in start for m in speech.morphemes_of(sentence)]
    after = speech.morphemes_of(first)
    if not words or not after or not speech.is_open(start[-1]) or _shared(start, first):
        return False
    if speech.begins_anew(first) or (_stands_alone(after) and not speech.begins_with_response(start[0])):
        return False
    if any(speech.is_wondering(sentence) for sentence in start) and not speech.is_asked(first):
        return False
    if words[-1].tag == "EC":
        opens = words[0].tag == "MAJ" or speech.begins_with_response(start[0]) or speech.begins_with_address(start[0])
        return opens or _takes_stand(words)
    own = [m.tag for m in after[:4]]
    again = {"JKS": ("JKS", "JX"), "JKO": ("JKO",), "JX": ("JX",)}.get(words[-1].tag, ())
    return not any(tag in own for tag in again)


def _takes_stand(words: Sequence[Morpheme]) -> bool:
    """Whether it is a condition that one's own view follows: 저라면, 저 같으면, 그 정도면."""
    is_pointed = words[0].form in _SELF or (words[0].form in ("그", "그거", "그것") and words[0].tag in ("MM", "NP"))
    return is_pointed and len(words) <= _SHORT + 1 and words[-1].form.endswith(("면", "라면"))


def gives_floor(sentence: Sentence) -> bool:
    """Whether it hands the word to another: a question, a bidding, a name called and nothing more (다음 세아 님.)."""
    words = speech.morphemes_of(sentence)
    is_called = bool(words) and words[-1].form in ("님", "씨") and speech.eojeols(sentence.text) <= _SHORT
    return is_called or speech.is_asked(sentence) or speech.asks_for_something(sentence)


def _shared(lead: Sequence[Sentence], first: Sentence) -> bool:
    return any(speech.content(sentence) & speech.content(first) for sentence in lead)


def reacts(sentences: Sequence[Sentence]) -> bool:
    """Whether a whole turn only reacts to what another is telling: 아 진짜요?, 오 찾으셨네요, 대박이다."""
    text = " ".join(sentence.text for sentence in sentences)
    words = [m for sentence in sentences for m in speech.morphemes_of(sentence)]
    if not words or speech.eojeols(text) > _SHORT:
        return False
    if speech.is_back_channel(sentences) or _is_surprised(words):
        return True
    return words[0].tag == "IC" and words[0].form in speech.EXCLAIMING and words[-1].form.endswith(_TAKING_IN)


def _is_surprised(words: Sequence[Morpheme]) -> bool:
    told = [m for m in words if m.tag in ("MAG", "VA", "VV", "NNG", "IC")]
    return any(m.form in _SURPRISED for m in told) and all(
        m.form in _SURPRISED or m.tag == "IC" or not m.tag.startswith(("MAG", "VA", "VV", "NN", "NP")) for m in words
    )


def takes_up(sentence: Sentence, last: Sentence) -> bool:
    """Whether it can only be another's view of what was just told: 역시 …군요, 거기 좋지, 그 부분은 저희도."""
    words = speech.morphemes_of(sentence)
    if not words:
        return False
    if words[0].form in ("그래", "그러게", "그러게요") or _stands_alone(words):
        return True
    if any(one.form in _SELF and two.form == "도" for one, two in pairwise(words)):
        return True
    ends = words[-1].form
    if ends.endswith(_TAKING_IN) and words[-1].tag.startswith("EF"):
        return True
    points = words[0].form in ("거기", "그거", "그것", "그쪽") or (words[0].form == "그" and words[0].tag == "MM")
    return ends.endswith(("지", "죠")) and (points or bool(speech.content(sentence) & speech.content(last)))
