"""Where in one sentence somebody promises, asks for, or assigns a task: by its ending alone, without the room around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from processing.summary import intents
from processing.summary.addressees import called_in
from processing.summary.dates import dues
from processing.summary.utterance import Utterance

FIRST_PERSON = re.compile(r" (?:저|나|제|내|저희|우리)/NP (?:가|는|도|이)/J")

# one of these stands in every request: it spares most sentences the six rules
_MAY_ASK = re.compile(r" 주/V| 부탁/| 가능/|(?:세요|시어요|십시오|ᆸ시오|어라|아라|시죠)/EF| 되/V| 하/V")
SENDS = re.compile(r" (?:보내|올리|넘기|부치|남기)/V| (?:공유|전달|발송|회신|연락|배포|안내|업로드|제출|전송)/NNG ")


class Way(Enum):
    """How a sentence sets a task."""

    PROMISE = "its speaker takes it on"
    REQUEST = "somebody is asked"
    ASSIGNMENT = "it is told that somebody named will do it"


@dataclass(frozen=True)
class Found:
    """The way, and where its words begin: how many of the sentence's `marks` stand before."""

    end: int
    way: Way


def found_in(utterance: Utterance) -> list[Found]:
    """What the sentence sets as tasks: at most a promise given as a reason ("내가 쓸 테니까") and one more."""
    reason = _promise_as_reason(utterance)
    other = _request(utterance) or _promise(utterance) or _assignment(utterance)
    return [found for found in (reason, other) if found is not None]


def is_promise(utterance: Utterance) -> bool:
    """Whether the speaker takes something on."""
    return _promise(utterance) is not None or _promise_as_reason(utterance) is not None


def _promise(utterance: Utterance) -> Found | None:
    if utterance.is_asked or intents.is_supposed(utterance) or not intents.is_own_will(utterance):
        return None
    match = intents.COMMITMENT.search(utterance.tagged)
    return Found(_after_word(utterance, match), Way.PROMISE) if match is not None else None


def _promise_as_reason(utterance: Utterance) -> Found | None:
    reason = intents.WILL_AS_REASON.search(utterance.tagged)
    if reason is None or intents.is_hypothetical_request(utterance):
        return None
    return Found(utterance.marks_before(utterance.tagged.index(" ᆯ/ETM 터/NNB", reason.start()) + 1), Way.PROMISE)


def _assignment(utterance: Utterance) -> Found | None:
    """박 차장이 다음 주까지 공유할 예정입니다: a plan, with its doer and a limit."""
    match = intents.PLAN.search(utterance.tagged)
    if match is None or utterance.is_asked or intents.is_supposed(utterance) or not _has_limit(utterance):
        return None
    if called_in(utterance) is not None:
        return Found(utterance.marks_before(match.start() + 1), Way.ASSIGNMENT)
    is_own = utterance.has(FIRST_PERSON)
    return Found(utterance.marks_before(match.start() + 1), Way.PROMISE) if is_own else None


def _request(utterance: Utterance) -> Found | None:
    if not utterance.has(_MAY_ASK):
        return None
    if intents.is_hypothetical_request(utterance):
        return None
    for rule in (intents.POSSIBLE, intents.FAVOUR, intents.GIVEN_THAT, intents.REQUEST, intents.DUTY, intents.ORDER):
        match = rule.search(utterance.tagged)
        if match is not None:
            return Found(_end_of_task(utterance, match), Way.REQUEST) if _is_given(utterance, rule) else None
    return None


def told_in(utterance: Utterance) -> Found | None:
    """An order in a plain ending to somebody named ("정 대리가 확인하고 와요"): to be believed if that one promises."""
    match = intents.TOLD.search(utterance.tagged)
    if match is None or utterance.is_asked or called_in(utterance) is None or intents.is_past(utterance):
        return None
    return Found(len([m for m in utterance.marks if m.tag not in ("EF",) and m.form != "요"]), Way.REQUEST)


def _is_given(utterance: Utterance, rule: re.Pattern[str]) -> bool:
    """A duty needs a limit or somebody named, a plain order both; else they may be advice to all."""
    if rule not in (intents.DUTY, intents.ORDER):
        return True
    has_limit, is_named = _has_limit(utterance), called_in(utterance) is not None
    if rule is intents.DUTY:
        return has_limit or is_named
    return has_limit and (
        is_named or utterance.has(SENDS)
    )  # "5일까지 제출하세요" is meant, "매일 운동하세요" is advice


def _has_limit(utterance: Utterance) -> bool:
    return any(due.is_limit for due in dues(utterance.text, None))


def _end_of_task(utterance: Utterance, match: re.Match[str]) -> int:
    """Where the words of asking begin; 주다 itself is the task where nothing is done for anybody (의견 주세요)."""
    if not match.group().startswith(" "):
        return _after_word(utterance, match)
    at = utterance.marks_before(match.start() + 1)
    gives = at > 0 and utterance.marks[at].form == "주" and utterance.marks[at - 1].tag != "EC"
    return at + 1 if gives else at


def _after_word(utterance: Utterance, match: re.Match[str]) -> int:
    """The match begins inside a verb ("/VV 겠/EP …"): what follows that verb."""
    return utterance.marks_before(utterance.tagged.index(" ", match.start()) + 1)
