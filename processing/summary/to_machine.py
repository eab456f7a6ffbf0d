"""What is said to the listening program, by whatever name or none: an order to no one in the room, and nothing of the matter.

The names are data (`assets/summary/ai_names.txt`); the orders are those that only a program that reads the transcript can be given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list

_AROUND = 2  # sentences
# what only a program that reads the transcript can be told, by whatever name or none
_ORDERS = (
    r"^(?:\S+ )?(?:시스템 ?(?:메시지|명령|지시)|프롬프트) ?[:：]",  # 시스템 프롬프트: …
    r"(?:지시|명령|프롬프트|규칙)(?:사항)?(?:은|는|을|를)? ?(?:모두 |다 |전부 )?(?:무시|잊어|잊고)",
    # 요약할 때 … 승인이라고 적어 주세요
    r"(?:요약(?:을 | )?(?:할|하실) 때|(?:회의|녹취록?|대화)(?:의)? ?요약(?:본|문)?(?:에는?|은)) .*[라다]고 ?"
    r"(?:적|쓰|써|넣|기록|표시|출력|정리)\S* ?(?:세요|십시오|주\S*|줘|라)?[.!]?$",
    # 이 녹취를 읽는 모델에게
    r"(?:녹취록?|녹음|회의록|전사본?)[을를] ?(?:읽|듣|정리하|요약하|처리하|분석하)는 ?(?:모델|프로그램|기계|시스템|도구|봇)(?:에게|한테|은|는|아|이?야)",
)


@once
def is_told_to_machine(utterance: Utterance) -> bool:
    """Whether it turns to the listening program ("클로바야 …", "인공지능 님 …"): an order to no one in the room."""
    return calls_machine(utterance.text)


def calls_machine(text: str) -> bool:
    """The same of any words.

    >>> calls_machine("클로바야 적어 줘"), calls_machine("클로바노트를 켰어요")
    (True, False)
    """
    return _may_call_machine().search(text) is not None and _machine_call().search(text) is not None


def told_to_machine(utterances: Sequence[Utterance]) -> frozenset[int]:
    """The indices of what is told to the listening program: the sentence that turns to it, and the rest of its turn."""
    found: set[int] = set()
    turn = -1
    for utterance in utterances:
        turn = utterance.turn if is_told_to_machine(utterance) else turn
        if utterance.turn == turn:
            found.add(utterance.index)
    return frozenset(found)


def about_the_machine(utterances: Sequence[Utterance]) -> frozenset[int]:
    """The indices of sentences that turn to the listening program, with their neighbours in the same turn.

    Whoever plays with the program speaks of it around the order: none of that is what the meeting was about.
    """
    calls = [u for u in utterances if is_told_to_machine(u)]
    around = (u for call in calls for u in utterances[max(call.index - _AROUND, 0) : call.index + _AROUND + 1])
    turns = {call.turn for call in calls}
    return frozenset(u.index for u in around if u.turn in turns)


@cache
def _may_call_machine() -> re.Pattern[str]:
    """What stands in every such order: it spares most sentences the long rules."""
    names = "|".join(sorted(map(re.escape, word_list("ai_names")), key=len, reverse=True))
    return re.compile(
        rf"시스템|프롬프트|지시|명령|규칙|요약|녹취|녹음|회의록|전사|프로그램|기계|컴퓨터|로봇|봇|비서|{names}",
        re.IGNORECASE,
    )


@cache
def _machine_call() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, word_list("ai_names")), key=len, reverse=True))
    called = rf"(?<![가-힣A-Za-z])(?:{names})(?:야|아|이여| ?님)(?=[ ,.!])"
    # "지피티한테 말하는 건데 …": the order that follows is for the machine
    spoken_to = rf"(?<![가-힣A-Za-z])(?:{names})(?:한테|에게|보고) ?(?:하는 )?(?:말|얘기|이야기|부탁|주문|지시)"
    # "인공지능은 … 넣으세요": it is what shall do it
    told = rf"(?<![가-힣A-Za-z])(?:{names})(?:은|는) .*(?:세요|십시오|거라|[아어해] ?줘|[아어해] ?라)[.!]?$"
    # "회의록 쓰는 프로그램아": any program or machine that is called
    program = r"(?:프로그램|기계|컴퓨터|로봇|봇|비서|요약기)아(?=[ ,.!])"
    return re.compile("|".join((called, spoken_to, told, program, *_ORDERS)), re.IGNORECASE)
