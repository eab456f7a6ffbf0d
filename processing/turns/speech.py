"""What a sentence of speech tells about who says it: is it open, asked, answered with, spoken to whom.

Rules read Kiwi's tags (Sejong tag set) rather than letters where they can: 네 is an answer where it is an interjection
(IC) and a number where it is a determiner (MM, "네 군데"). Speech levels and sentence endings follow the National
Institute of Korean Language's grammar (국립국어원, 한국어 문법 1: 종결 어미, 상대 높임법).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from processing.analysis import Morpheme, Sentence

_MARKS = frozenset({"SF", "SP", "SS", "SE", "SO", "SSO", "SSC"})  # punctuation
# Words with which one answers or shows that one listens.
AFFIRMING = frozenset({"네", "네네", "예", "예예", "응", "그럼요", "맞아요", "그쵸", "그렇죠", "글쎄요"})
DENYING = frozenset({"아니요", "아뇨", "아니", "아니오"})
EXCLAIMING = frozenset(
    {"아", "오", "와", "우와", "어머", "아이고", "아이구", "아하", "오호", "허", "헐", "음", "어", "야"}
)
# Interjections with which one begins what one will say, as with a conjunction.
OPENING = frozenset({"그럼", "자", "그러면", "근데", "그래서"})

# 그렇다, 맞다 and the like, said alone, only tell that one listens.
_ECHOING = frozenset({"그렇", "맞", "그러", "좋"})
# Endings with which one takes in what was just said: 그렇구나, 그렇군요.
_TAKING_IN = frozenset({"구나", "군요", "군", "구만"})
_PLAIN_ECHO_ENDINGS = frozenset(
    {"죠", "지", "군요", "구나", "네요", "네", "어요", "아요", "습니다", "ᆸ니다", "어", "구요", "지요"}
)
_ASKING_ENDINGS = ("나요", "까요", "까", "ᆫ가요", "ᆫ가", "은가", "는가", "냐", "니", "ᆯ까", "을까", "습니까", "ᆸ니까")
_POLITE_FORMAL = ("습니다", "ᆸ니다", "습니까", "ᆸ니까", "ᆸ시다", "십시오", "습니다만")
_ASKING_WORDS = frozenset(
    {
        "무엇",
        "뭐",
        "언제",
        "누구",
        "어디",
        "어떤",
        "무슨",
        "어느",
        "몇",
        "얼마",
        "얼마나",
        "왜",
        "어떻",
        "혹시",
        "어떻게",
    }
)
# A question told as a statement: "어떻게 정하셨는지 궁금합니다".
_INDIRECTLY = re.compile(
    r"(?:[는은ㄴ을ㄹ던]|[가-힣])지(?:[가도를]| )[^.?!]*(?:궁금|여쭤|여쭙|묻고 싶|알고 싶)[가-힣 ]*[.]?$"
)
_AUXILIARY = frozenset({"주", "않", "싶", "두", "버리"})
_POINTING = frozenset({"그거", "이거", "그것", "이것", "거기"})
_STARTING = frozenset({"혹시", "이제", "일단", "우선", "먼저"})
_ADDING = frozenset({"그리고", "그래서", "그러니까", "또", "또는", "그런데도"})
_FIRST_PERSON = frozenset({"저", "저희", "제", "나", "우리"})
_SMALL = frozenset({"좀", "더", "안", "못", "또", "다", "잘", "이제", "그냥", "지금", "것", "거"})


class Level(StrEnum):
    """The speech level that a sentence ends in."""

    POLITE = "polite"
    PLAIN = "plain"
    NONE = "none"


def morphemes_of(sentence: Sentence) -> list[Morpheme]:
    """The morphemes without punctuation."""
    return [m for m in sentence.morphemes if m.tag not in _MARKS]


def eojeols(text: str) -> int:
    """How many words parted by blanks a text has."""
    return len(text.split())


def is_stopped(sentence: Sentence) -> bool:
    """Whether the sentence ends with a full stop, a question or exclamation mark."""
    return sentence.text.rstrip("\"'”’)] ")[-1:] in tuple(".?!…")


def is_open(sentence: Sentence) -> bool:
    """Whether the sentence breaks off: no mark at its end and no final ending (EF), nor 요 or an interjection."""
    words = morphemes_of(sentence)
    if is_stopped(sentence) or not words:
        return False
    last = words[-1]
    return not last.tag.startswith(("EF", "IC")) and last.form != "요"


def is_asked(sentence: Sentence) -> bool:
    """Whether the sentence is a question: by its mark, or by its ending where it has none."""
    if sentence.text.rstrip("\"'”’)] ").endswith("?"):
        return True
    if _INDIRECTLY.search(sentence.text):
        return True
    endings = [m for m in morphemes_of(sentence)[-2:] if m.tag == "EF"]
    return bool(endings) and not is_stopped(sentence) and endings[-1].form.endswith(_ASKING_ENDINGS)


def is_unmarked_question(sentence: Sentence) -> bool:
    """Whether it is the first half of a choice, as Kiwi parts it: a final ending and no mark (물이요 / 비빔이요?)."""
    words = morphemes_of(sentence)
    return not is_stopped(sentence) and bool(words) and (words[-1].tag == "EF" or words[-1].form == "요")


def asks_for_something(sentence: Sentence) -> bool:
    """Whether the sentence asks the other to do something: 주세요, 하십시오, 부탁드립니다, 주시죠, 주시고요."""
    words = morphemes_of(sentence)[-6:]
    forms = [m.form for m in words]
    if "부탁" in forms or "바라" in forms:
        return True
    is_favour = any(m.tag in ("VX", "VV") and m.form == "주" for m in words)
    is_bidding = bool(words) and words[-1].form.endswith(("세요", "십시오", "시죠", "시오"))
    return is_bidding or (is_favour and honours_subject(sentence))


def honours_subject(sentence: Sentence) -> bool:
    """Whether the last predicate honours its subject (시, or 세요 which holds it): the speaker tells of another."""
    words = morphemes_of(sentence)[-5:]
    return any((m.tag == "EP" and m.form in ("시", "으시")) or m.form.endswith("세요") for m in words)


def level(sentence: Sentence) -> Level:
    """The speech level of a finished sentence."""
    words = morphemes_of(sentence)
    if not words or not (words[-1].tag.startswith("EF") or words[-1].form == "요"):
        return Level.NONE
    last = words[-1].form
    return Level.POLITE if last.endswith(("요", "죠", *_POLITE_FORMAL)) else Level.PLAIN


def begins_with_answer(sentence: Sentence) -> bool:
    """Whether it begins as an answer does: 네, 아니요, 맞아요."""
    words = morphemes_of(sentence)
    if not words:
        return False
    if words[0].tag == "IC":
        return words[0].form in AFFIRMING | DENYING
    first = sentence.text.split()[0]
    if first.rstrip(".,!?") in AFFIRMING and len(words) > 1 and words[0].form in _ECHOING:
        return True
    told = [m for m in words if m.end <= len(first)]
    return bool(told) and told[-1].tag == "EF" and only_listens(told)


def begins_with_response(sentence: Sentence) -> bool:
    """Whether it begins with an answer or an exclamation (아, 오): another has taken the floor."""
    words = morphemes_of(sentence)
    return begins_with_answer(sentence) or (bool(words) and words[0].tag == "IC" and words[0].form in EXCLAIMING)


def begins_anew(sentence: Sentence) -> bool:
    """Whether it begins a sentence of its own: with a conjunction, an interjection, or 저는, 저희가, 우리는."""
    words = morphemes_of(sentence)
    if not words or words[0].tag in ("IC", "MAJ") or begins_with_response(sentence):
        return True
    followed = len(words) > 1 and words[1].tag in ("JX", "JKS")
    return words[0].tag == "NP" and words[0].form in _FIRST_PERSON and followed


def begins_with_self(sentence: Sentence) -> str:
    """The particle after 저, 나, 저희 at its beginning (는 of 저는, 도 of 저도); empty if it does not begin so."""
    words = morphemes_of(sentence)
    is_self = len(words) > 1 and words[0].tag == "NP" and words[0].form in _FIRST_PERSON
    return words[1].form if is_self and words[1].tag in ("JX", "JKS") else ""


def begins_with_address(sentence: Sentence) -> bool:
    """Whether it begins by calling somebody: a noun with 님 and no particle after it (팀장님 그거는)."""
    words = morphemes_of(sentence)[:3]
    return len(words) > 2 and words[0].is_noun and words[1].form == "님" and not words[2].tag.startswith(("J", "VCP"))


def goes_on_inside(sentence: Sentence) -> bool:
    """Whether its first word is an auxiliary that must lean on a verb before it: 않나, 싶어요, 주시죠, 있습니다."""
    words = morphemes_of(sentence)
    return bool(words) and (words[0].tag == "VX" or (words[0].tag in ("VV", "VA") and words[0].form in _AUXILIARY))


def is_scrap(sentence: Sentence) -> bool:
    """Whether it is an answer without a verb: 환불에서만요, 다음 주요."""
    words = morphemes_of(sentence)
    return bool(words) and words[-1].form == "요" and not any(m.tag[:2] in ("VV", "VA", "EF") for m in words[:-1])


def is_lead_in(sentence: Sentence) -> bool:
    """Whether it is only the start of something (그래서, 자 그러면, 그리고 저는, 그렇게): three words at the most."""
    return are_lead_in([sentence])


def are_lead_in(sentences: Sequence[Sentence]) -> bool:
    """Whether what Kiwi may take for several sentences is only the start of something: 그렇군요 그럼 이제."""
    words = [m for sentence in sentences for m in morphemes_of(sentence)]
    if any(is_stopped(sentence) for sentence in sentences) or not words:
        return False
    if sum(eojeols(sentence.text) for sentence in sentences) > 3 or only_listens(words) != is_noise(sentences[-1]):
        return False
    return all(_leads_in(words, i) for i in range(len(words)))


def starts_off(sentences: Sequence[Sentence]) -> bool:
    """Whether a conjunction or an opening word stands among these words: 아 그러면, 그렇군요 그럼 이제."""
    words = [m for sentence in sentences for m in morphemes_of(sentence)]
    return any(_opens(words, i) for i in range(len(words)))


def is_noise(sentence: Sentence) -> bool:
    """Whether it holds interjections only: 네, 아 네, 음."""
    words = morphemes_of(sentence)
    return bool(words) and all(m.tag == "IC" and m.form not in OPENING for m in words)


def _leads_in(words: Sequence[Morpheme], i: int) -> bool:
    word = words[i]
    if word.tag in ("IC", "MAJ") or _opens(words, i) or only_listens([word]):
        return True
    if word.tag == "NP":
        return word.form in _FIRST_PERSON | _POINTING
    if word.tag == "MAG":
        return word.form in _STARTING
    if word.tag in ("JX", "JKS"):
        return i > 0 and words[i - 1].tag == "NP"
    if word.tag == "EC":
        return i > 0 and words[i - 1].form in ("그렇", "그러")
    return word.form in ("그렇", "그러", "이제", "그렇게")


def _opens(words: Sequence[Morpheme], i: int) -> bool:
    """Whether a word is a conjunction or one that opens: 그럼 is read as 그렇/VA + 음/EF where nothing follows it."""
    if words[i].form == "음" and words[i].tag.startswith(("EF", "ETN")):
        return i > 0 and words[i - 1].form == "그렇"
    return words[i].tag == "MAJ" or (words[i].tag == "IC" and words[i].form in OPENING)


def is_back_channel(sentences: Sequence[Sentence]) -> bool:
    """Whether all that is said only shows that one listens: 네, 맞아요, 아 그렇군요, 아이고."""
    text = " ".join(sentence.text for sentence in sentences)
    return (
        0 < eojeols(text) <= 3
        and not any(is_asked(sentence) for sentence in sentences)
        and all(only_listens(morphemes_of(sentence)) for sentence in sentences)
    )


def only_listens(words: Sequence[Morpheme]) -> bool:
    """Whether these morphemes are listening noises and nothing else."""
    return bool(words) and all(
        (m.tag == "IC" and m.form not in DENYING)
        or (m.form in _ECHOING and m.tag in ("VA", "VV"))
        or (m.tag in ("EF", "JX") and m.form in _PLAIN_ECHO_ENDINGS | {"요"})
        for m in words
    )


def is_exclamation(sentences: Sequence[Sentence]) -> bool:
    """Whether all of it is exclamations, which answer nothing (아이고, 아): no 네, no 맞아요."""
    words = [m for sentence in sentences for m in morphemes_of(sentence)]
    return bool(words) and all(m.tag == "IC" and m.form in EXCLAIMING for m in words)


def takes_in(sentences: Sequence[Sentence]) -> bool:
    """Whether all of it takes in what was told and answers nothing: 아 그렇구나, 그렇군요."""
    words = [m for sentence in sentences for m in morphemes_of(sentence)]
    return only_listens(words) and words[-1].form in _TAKING_IN


def goes_on_telling(sentence: Sentence) -> bool:
    """Whether it adds to what the same speaker has told: 그리고 …, 그래서 …."""
    words = morphemes_of(sentence)
    return bool(words) and words[0].tag == "MAJ" and words[0].form in _ADDING


def asks_oneself(sentence: Sentence) -> bool:
    """Whether its ending leaves the question to whoever likes, the speaker too: -ㄹ까(요)."""
    endings = [m.form for m in morphemes_of(sentence)[-2:] if m.tag == "EF"]
    return bool(endings) and endings[-1].endswith(("까요", "까")) and not endings[-1].endswith(("니까", "니까요"))


def means_to(sentence: Sentence) -> bool:
    """Whether the speaker tells what they will do: -겠습니다, -ㄹ게요."""
    words = morphemes_of(sentence)[-3:]
    return any(m.form == "겠" and m.tag == "EP" for m in words) or (
        bool(words) and words[-1].form.endswith(("게요", "게"))
    )


def is_named_only(sentence: Sentence) -> bool:
    """Whether it is a noun and a copula, as one answers what or which: 빨간색이에요, 허가 문제였습니다."""
    words = morphemes_of(sentence)
    return any(m.tag == "VCP" for m in words[-3:]) and not any(m.tag in ("VV", "VA", "EC", "MAJ") for m in words)


def is_wondering(sentence: Sentence) -> bool:
    """Whether it holds a question word or 혹시, so that it may be a question that was never finished."""
    return any(m.form in _ASKING_WORDS and m.tag in ("NP", "MM", "MAG", "NNG", "VA", "IC") for m in sentence.morphemes)


def content(sentence: Sentence) -> frozenset[str]:
    """The stems and adverbs by which an answer echoes its question: 필요하신가요? 네 필요해요."""
    return frozenset(
        m.form
        for m in sentence.morphemes
        if m.tag in ("VV", "VA", "XR", "NNG", "NNP", "MAG", "SN", "SL")
        and m.form not in ("하", "되", "보", "주", "오", "가", *_SMALL)
    )
