"""Whether a short sentence answers the question before it, though it begins with no 네 and no 아니요.

A question word asks for one kind of thing (누구 a person, 몇 시 a number of hours, 왜 a reason), and an answer that is only
that thing is hardly ever the asker's own next sentence. Askers who go on give their reason, their own view or a bidding
("몇 시에 오세요? 세 시 이후면 다 됩니다", "담당자가 누구예요? 답이 없네요"); what ends so is never taken for an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from processing.analysis import Sentence
from processing.turns import speech
from processing.turns.asked_for import LONGEST, REASON_ENDINGS, fits, is_fragment

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
_YET = ("아직", "벌써", "이미", "방금")
_ALL = ("다들", "모두", "여러분", "각자")
_CHOOSING = ("둘 다", "전부 다", "양쪽 다", "모두")


def answers_barely(question: Sentence, answer: Sentence, choice: Sentence | None) -> bool:
    """Whether `answer`, the words right after a question, can only be the other's.

    `choice` is the first of the two things that a question offers: "먼저 깎아 주는 거예요 / 나중에 돌려주는 거예요?".
    """
    if _repeats_in_other_level(question, answer) or instructs(question, answer) or _offers_self(question, answer):
        return True
    if _goes_on(question, answer) or not _is_put_to_another(question, answer):
        return False
    words = speech.morphemes_of(answer)
    if _is_of_below(question, answer) or (speech.honours_subject(question) and words[0].form in _YET):
        return True
    if choice and (_shared(question, answer) or _shared(choice, answer) or answer.text.startswith(_CHOOSING)):
        return True
    return fits(question, words) or _takes_up(question, answer)


def differ_in_level(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are of different speech levels."""
    levels = {speech.level(one), speech.level(other)}
    return levels == {speech.Level.POLITE, speech.Level.PLAIN}


def asks_below(question: Sentence) -> bool:
    """Whether one who is spoken up to asks: plain speech to the hearer's face (볼 수 있니, 어떤 점을 걱정하셔)."""
    words = speech.morphemes_of(question)
    is_plain = speech.level(question) is speech.Level.PLAIN and speech.honours_subject(question)
    return speech.is_asked(question) and (is_plain or (bool(words) and words[-1].form == "니"))


def instructs(question: Sentence, answer: Sentence) -> bool:
    """Whether it tells how with -(으)시면 됩니다, as one who serves answers: "어떻게 나눠요? 두 분씩 쓰시면 됩니다"."""
    words = speech.morphemes_of(answer)[-4:]
    tells_how = [m.form for m in words[:3]] in (["시", "면", "되"], ["으시", "면", "되"]) and not speech.is_asked(
        answer
    )
    return tells_how and speech.is_wondering(question) and not speech.honours_subject(question)


def _is_of_below(question: Sentence, answer: Sentence) -> bool:
    return asks_below(question) and speech.level(answer) is speech.Level.POLITE


def accepts(question: Sentence, answer: Sentence) -> bool:
    """Whether it takes up a proposal: "10분 쉴까요? 좋습니다", "이렇게 하면 어떨까요? 그게 좋겠네요"."""
    words = speech.morphemes_of(answer)
    if not speech.asks_oneself(question) or _is_past(question):
        return False
    if words[0].form in ("그거", "그것") and any(m.form in ("좋", "낫") for m in words):
        return len(words) <= LONGEST + 1
    taken = speech.only_listens(words) and any(m.form in ("좋", "그러") for m in words)
    return taken and not speech.is_wondering(question)


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
    is_short = speech.eojeols(answer.text) <= LONGEST and not speech.begins_anew(answer)
    return is_short and bool(_shared(question, answer)) and differ_in_level(question, answer)


def _offers_self(question: Sentence, answer: Sentence) -> bool:
    """Whether it answers who will do it, or says no to a day or a thing: "누가 가져와? 내가 가져갈게", "나는 그때 안 돼"."""
    words, asked = speech.morphemes_of(answer), speech.morphemes_of(question)
    if speech.eojeols(answer.text) > LONGEST or speech.is_asked(answer) or not speech.begins_with_self(answer):
        return False
    if any(m.form == "누구" for m in asked) and words[1].tag == "JKS":
        return speech.means_to(answer)
    return any(m.form == "어떻" for m in asked) and any(m.form in ("안", "못") and m.tag == "MAG" for m in words)


def _is_past(sentence: Sentence) -> bool:
    return any(m.form in ("었", "았") and m.tag == "EP" for m in speech.morphemes_of(sentence)[-3:])


def _goes_on(question: Sentence, answer: Sentence) -> bool:
    """Whether the words show that the asker goes on, or are no short whole sentence."""
    words = speech.morphemes_of(answer)
    if not words or speech.eojeols(answer.text) > LONGEST or speech.is_asked(answer):
        return True
    if speech.begins_anew(answer) and not _tells_same_of_self(question, answer) and not _names_then(answer):
        return True
    if not speech.is_stopped(answer) or speech.honours_subject(answer) or speech.asks_for_something(answer):
        return True
    clauses = words[:-2] if words[-1].form == "요" and words[-2].form == "고" else words  # 절반을 쓰고요: more follows
    if any(m.tag == "EC" and not m.form.endswith(REASON_ENDINGS) and m.form not in ("어", "아") for m in clauses):
        return True
    if words[-1].form == "죠":
        return not speech.honours_subject(question) and not _shared(question, answer)
    return words[-1].form.endswith(_GOING_ON)


def _tells_same_of_self(question: Sentence, answer: Sentence) -> bool:
    """Whether it tells of the speaker what was asked with honour: "다 읽으셨어요? 저는 반만 읽었어요"."""
    is_self = speech.begins_with_self(answer) in ("는", "은")
    is_to_all = question.text.startswith(_ALL) or any(f" {word} " in question.text for word in _ALL)
    asks_you = speech.honours_subject(question) or is_to_all
    return is_self and asks_you and bool((_verbs(question) | _light(question)) & (_verbs(answer) | _light(answer)))


def _names_then(answer: Sentence) -> bool:
    """Whether it names something after 그러면 or 그럼, and no more: 그러면 홋카이도요."""
    words = speech.morphemes_of(answer)
    return words[0].tag == "MAJ" and answer.text.rstrip(" .").endswith("요") and is_fragment(words)


def _is_put_to_another(question: Sentence, answer: Sentence) -> bool:
    """Whether the question wants another's word: it honours the hearer, and is none that one puts to oneself.

    -ㄹ까(요) asks the others when it is about what to do ("언제 할까요?"), oneself when it is about what was.
    """
    words = speech.morphemes_of(question)
    if speech.honours_subject(question) or _tells_same_of_self(question, answer):
        return True
    endings = [m.form for m in words[-2:] if m.tag == "EF"]
    if not endings or endings[-1].endswith(("냐", "느냐")):
        return False
    if differ_in_level(question, answer):
        return True
    if speech.asks_oneself(question):
        return is_fragment(speech.morphemes_of(answer)) and not _is_past(question)
    return words[-1].form == "요" or not endings[-1].endswith(_TO_ONESELF)


def _shared(question: Sentence, answer: Sentence) -> frozenset[str]:
    return speech.content(question) & speech.content(answer)


def _takes_up(question: Sentence, answer: Sentence) -> bool:
    """Whether a question without a question word is answered in its own words: by a promise to do what was asked
    ("줄일 수 있나요? 줄이겠습니다"), or by telling the same thing done, which the asker asked about with honour.
    """
    if speech.is_wondering(question):
        return False
    verbs = _verbs(question) & _verbs(answer)
    counts = any(m.tag in ("SN", "NR") for m in answer.morphemes)  # 예산은 남아 있어요? 180만 원 남았어요
    limits = asks_leave(question) and _only_then(answer)
    if (verbs and (speech.means_to(answer) or counts)) or limits:
        return True
    did = [m for m in speech.morphemes_of(answer)[-4:] if m.form in ("었", "았")]
    asked_did = [m for m in speech.morphemes_of(question)[-4:] if m.form in ("었", "았")]
    both_did = bool(did) and bool(asked_did)
    is_same = bool(_shared(question, answer)) and bool(_light(question) & _light(answer))
    return both_did and is_same


def _only_then(answer: Sentence) -> bool:
    """Whether it grants a part of what was asked: 오전만 돼요."""
    words = speech.morphemes_of(answer)
    return any(m.form == "만" and m.tag == "JX" for m in words) and any(m.form in ("되", "괜찮") for m in words)


def _verbs(sentence: Sentence) -> frozenset[str]:
    return frozenset(m.form for m in sentence.morphemes if m.tag == "VV" and m.form not in ("하", "되"))


def _light(sentence: Sentence) -> frozenset[str]:
    """The last verb of a sentence, light ones (하다) too."""
    return frozenset([m.form for m in sentence.morphemes if m.tag in ("VV", "VA")][-1:])
