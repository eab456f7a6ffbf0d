"""What a task that only points is about: the thing named shortly before ("그건 제가 할게요", "유진 님이 갱신해 주실 수 있을까요?")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary.dates import Due
from processing.summary.endings import joined
from processing.summary.phrases import phrases_in
from processing.summary.to_machine import is_told_to_machine
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_BACK = 5  # sentences
_TURNS_BACK = 2
_SAME_VERB_BACK = 10  # sentences
_OF_ANYTHING = frozenset(
    "보내 올리 만들 하 넣 받 가져오 사 쓰 정하 묻 물어보 보 드리 주".split()
)  # verbs of every thing there is
# 튜터링 신청서 그거 우리도 내나요: named, and taken up at once
_MARKED = re.compile(
    r"(?:은|는|이|가|을|를|도|만|요|이요|은요|는요)(?![가-힣])| (?:그거|그건|그게|이거|이건|이게)(?![가-힣])"
)
_RAISED_BACK = 12  # sentences
_RAISES = re.compile(r"^(?: \S+/(?:IC|MAJ|MAG|MM|NP|NN.|SL|XSN|XPN))+ (?:이/VCP 요/EF|이요/EF|요/JX) $")
# 펌프가 한 대 모자라는데, 회의실에 의자가 더 필요해요
_IS_THERE = re.compile(
    r"(?:이|가) (?:[가-힣]+에 |[가-힣]+ 달에 |지금 |좀 |또 |더 "
    r"|[가-힣\d]+ ?(?:개|대|명|분|장|권|건|곳|군데|자리|번|통|병|벌|박스|상자|세트) )*"
    r"(?:있|없|모자라|모자랄|부족|필요|생기|생겼|남았|나왔|들어왔)"
)
_NO_THING = frozenset("부탁 취합 담당 책임 가능 확답 필요".split())


def thing_before(said: Sequence[Utterance], at: int, verb: str = "") -> Utterance | None:
    """The sentence before `at`, in its turn or the turn before, that names what is to be done with.

    One that speaks of the same action (`verb`) names it, or the sentence before it does ("인증서가 만료돼요. 갱신해야 됩니다.").
    """
    near = [u for u in said[max(at - _BACK, 0) : at] if said[at].turn - u.turn <= _TURNS_BACK]
    for i in range(len(near) - 1, -1, -1):
        if is_told_to_machine(near[i]):
            return None
        if verb and verb in near[i].words:
            return next((u for u in reversed(near[max(i - 1, 0) : i + 1]) if thing(u, verb)), None)
    marked = next((u for u in reversed(near) if thing(u, verb, is_marked=True)), None)
    return marked or next((u for u in reversed(near) if thing(u, verb)), None)


def object_before(said: Sequence[Utterance], at: int, verb: str) -> Utterance | None:
    """The sentence some turns before `at` that has an object for the same verb: "알람을 안 걸어 놨어요" for "그것도 걸어 놓을게요"."""
    if not verb or verb in _OF_ANYTHING:
        return None
    near = said[max(at - _SAME_VERB_BACK, 0) : at]
    return next((u for u in reversed(near) if object_of(u, verb) and not is_told_to_machine(u)), None)


def raised_before(said: Sequence[Utterance], at: int) -> Utterance | None:
    """The sentence that raised a topic by its bare name ("저 그런데 근무표요."), some sentences before."""
    near = said[max(at - _RAISED_BACK, 0) : at]
    return next((u for u in reversed(near) if u.has(_RAISES) and thing(u)), None)


def introduced_before(said: Sequence[Utterance], at: int, verb: str) -> tuple[Utterance | None, str]:
    """The thing that a sentence of the same verb, or the one before it, brought up: 펌프가 모자라는데 빌려야 되나 — 안 빌리는 걸로.

    What is said to be there, short or needed is what is talked of (N이 있다, 모자라다, 필요하다); any other noun may not be it.
    """
    if not verb or verb in _OF_ANYTHING:
        return None, ""
    start = max(at - _SAME_VERB_BACK, 0)
    for i in range(at - 1, start - 1, -1):
        if not any(m.form == verb and m.tag == "VV" for m in said[i].marks):
            continue
        for u in reversed(said[max(i - 1, start) : i + 1]):
            name = next((p.text for p in reversed(phrases_in(u)) if _IS_THERE.match(u.text, p.end)), "")
            if name:
                return u, max((p.text for p in phrases_in(u) if p.text.endswith(name)), key=len)
    return None, ""


def thing(utterance: Utterance, verb: str = "", *, is_marked: bool = False) -> str:
    """The noun phrase a sentence is about: one with the particle of a topic, subject or object, else the longest.

    With `is_marked` only one with such a particle; "" where there is none.
    """
    persons = word_list("titles")
    phrases = [
        p
        for p in phrases_in(utterance)
        if not set(p.nouns) & (persons | _NO_THING) and p.text != verb and not _is_called(utterance.text, p.end)
    ]
    marked = [p for p in phrases if _MARKED.match(utterance.text, p.end)]
    whole = [
        p
        for p in (marked if is_marked else marked or phrases)
        if not any(o.start <= p.start and p.end <= o.end and o is not p for o in phrases)
    ]
    return max((p.text for p in whole), key=len, default="")


def object_of(utterance: Utterance, verb: str) -> str:
    """The object of `verb` in a sentence: 알람을 안 걸어 놨어요 → 알람, whatever its other clauses name; "" where it has none."""
    at = next((i for i, e in enumerate(utterance.eojeols) if any(m.form == verb for m in e.morphemes)), -1)
    for eojeol in reversed(utterance.eojeols[: max(at, 0)]):
        last = eojeol.last
        if last is not None and last.tag == "JKO":
            ends = [p for p in phrases_in(utterance) if p.end == last.start]
            return max((p.text for p in ends), key=len, default=utterance.text[eojeol.start : last.start])
        if any(m.tag in ("EC", "EF") for m in eojeol.morphemes):
            return ""
    return ""


def _is_called(text: str, end: int) -> bool:
    return re.match(r" ?(?:님|씨|쌤)(?![가-힣]{2})", text[end:]) is not None


def action(utterance: Utterance, end: int, due: Due | None = None) -> str:
    """The bare action of a sentence that only points, outside the words of its `due`: 마무리, 보내기; nothing for 하다."""
    marks = [m for m in utterance.marks[:end] if m.tag != "VX"]
    marks = [m for m in marks if due is None or not due.start <= m.start < due.end]
    verbs = [m for m in marks if m.tag == "VV" and m.form not in ("하", "드리")]
    if len(verbs) > 1 and verbs[-1].form in ("놓", "두") and marks[marks.index(verbs[-1]) - 1].tag == "EC":
        verbs.pop()  # 바꿔 놓을게요: 보조 동사, whatever Kiwi calls it
    if verbs:
        last = verbs[-1].form
        tried = any(m.tag == "VX" and m.form == "보" for m in utterance.marks[:end])
        return "물어보기" if last == "묻" and tried else joined(last, "기")
    nouns = [m.form for m in marks if m.tag == "NNG" and m.form != "부탁"]
    return next((noun for noun in reversed(nouns) if noun not in word_list("general_nouns")), "")
