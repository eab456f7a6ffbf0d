"""Where in one sentence somebody promises, asks for, or assigns a task: by its ending alone, without the room around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from processing.summary import intents
from processing.summary.addressees import called_in, in_charge, is_assignment, is_for_all
from processing.summary.dates import dues
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list

FIRST_PERSON = re.compile(
    r" (?:저|나|제|내|저희|우리)/NP (?:(?:팀|쪽|측|부서|반|조|과|회사|파트)/N\S+ )?(?:가|는|도|이|에서)/J"
)

# one of these stands in every request: it spares most sentences the six rules
_MAY_ASK = re.compile(r" 주/V| 부탁/| 가능/|(?:세요|시어요|십시오|ᆸ시오|어라|아라|시죠)/EF| 되/V| 하/V")
SENDS = re.compile(r" (?:보내|올리|넘기|부치|남기)/V| (?:공유|전달|발송|회신|연락|배포|안내|업로드|제출|전송)/NNG ")


_WOULD_DO = re.compile(r" (?:으시|시)/EP 으?면/EC 되/V\S ")  # 지훈 님이 하시면 됩니다
# a clause with a topic of its own, and then one whose doer is the speaker
_THEN_I = re.compile(
    r"^.*/(?:NN[GP]|XSN|NNB) (?:은|는)/JX (?!(?:저|나|제|내)/NP)(?:(?!\S+/EC )\S+ )*?\S+(?P<and> 고/EC )"
    r"(?:\S+/(?:NN.|XSN|NR) (?:은|는|도)/JX )?(?:저|나|제|내)/NP (?:가|이)/JKS "
)
_HAS_SUBJECT = re.compile(r"/(?P<tag>\S+) (?:\S+/XSN )?\S+/JKS ")
_AND_GIVE = re.compile(r" 주/VX (?:시/EP )?고/EC (?!요/JX)(?=\S+/\S+ \S)")
_HABIT = re.compile(r" 그래야/MAJ | (?:늘|항상|매번|매일|매주|매달|보통|주로|원래|평소|자주|가끔|맨날)/| 고/EC 있/")


_NO_ORDER = re.compile(r" (?:되|있|계시|알|모르|그러|같|보이|맞|들리)/V")  # 2번 도크는 안 돼: no order
_YOU = re.compile(r" (?:너|네|니)/NP (?:가|는)/J")
_BRING = re.compile(r" (?:어|아)/EC 오/V[XV] (?:(?:으시|시)/EP )?(?:세요|시어요|십시오|ᆸ시다)/EF")


class Way(Enum):
    """How a sentence sets a task."""

    PROMISE = "its speaker takes it on"
    REQUEST = "somebody is asked"
    ASSIGNMENT = "it is told that somebody named will do it"


@dataclass(frozen=True)
class Found:
    """The way, and where its words begin: how many of the sentence's `marks` stand before; `begin` is that of the task itself."""

    end: int
    way: Way
    begin: int = 0


def found_in(utterance: Utterance) -> list[Found]:
    """What the sentence sets as tasks: at most a promise given as a reason ("내가 쓸 테니까") and one more."""
    reason = _promise_as_reason(utterance)
    other = (
        _charge(utterance)
        or _own_favour(utterance)
        or _request(utterance)
        or _promise(utterance)
        or _assignment(utterance)
        or _weak(utterance)
    )
    given = _given_that(utterance) if other is not None and other.way is Way.REQUEST else None
    shared = _shared_out(utterance, other)
    if shared and other is not None:
        begin = utterance.marks_before(utterance.tagged.index("고/EC", _position(utterance, shared[-1].end))) + 1
        other = replace(other, begin=begin) if called_in(utterance, begin, other.end) is not None else other
    return [*shared, *(found for found in (reason, other, given) if found is not None)]


def _position(utterance: Utterance, marks: int) -> int:
    """Where in `tagged` the morpheme stands before which there are so many others."""
    return sum(len(m.form) + len(m.tag) + 2 for m in utterance.marks[:marks])


def _shared_out(utterance: Utterance, last: Found | None) -> list[Found]:
    """지훈 님은 표를 만들어 주시고 유진 님은 …: the requests before the last, each to somebody named."""
    if last is None and not _more_follows(utterance):
        return []
    found, begin = [], 0
    for match in _AND_GIVE.finditer(utterance.tagged):
        end = utterance.marks_before(match.start() + 1)
        one, other = called_in(utterance, begin, end), called_in(utterance, end)
        is_shared = last is None or (other is not None and one is not None and other.name != one.name)
        if one is not None and is_shared and not intents.is_hypothetical_request(utterance):
            found.append(Found(end, Way.REQUEST, begin))
        begin = utterance.marks_before(match.end() - 1)
    return found


def _more_follows(utterance: Utterance) -> bool:
    return _AND_GIVE.search(utterance.tagged) is not None and not utterance.is_asked


@once
def is_promise(utterance: Utterance) -> bool:
    """Whether the speaker takes something on."""
    return _promise(utterance) is not None or _promise_as_reason(utterance) is not None


def is_taken_on(utterance: Utterance) -> bool:
    """Whether the speaker takes something on with 제가 and a limit: a task, whatever the verb."""
    return utterance.has(FIRST_PERSON) and is_promise(utterance) and _has_limit(utterance)


def _promise(utterance: Utterance) -> Found | None:
    if utterance.is_asked or intents.is_supposed(utterance) or not intents.is_own_will(utterance):
        return None
    match = intents.COMMITMENT.search(utterance.tagged)
    if match is None:
        return None
    end = _after_word(utterance, match)
    return Found(end, Way.PROMISE, _own_clause(utterance, end))


def _own_clause(utterance: Utterance, end: int) -> int:
    """영순 씨네는 서른 개만 내고 나머지는 내가 채울게요: behind a clause that somebody else does, mine begins."""
    match = _THEN_I.search(utterance.tagged)
    if match is None:
        return 0
    begin = utterance.marks_before(match.start("and") + 1) + 1
    return begin if begin < end else 0


def _given_that(utterance: Utterance) -> Found | None:
    """명단 주시면 제가 정산팀에 넘길게요: the second half is a promise of its own."""
    match, will = intents.GIVEN_THAT.search(utterance.tagged), intents.COMMITMENT.search(utterance.tagged)
    if match is None or will is None or not utterance.has(FIRST_PERSON) or not intents.is_own_will(utterance):
        return None
    begin = utterance.marks_before(utterance.tagged.index("면/EC", match.start())) + 1
    return Found(_after_word(utterance, will), Way.PROMISE, begin)


def _charge(utterance: Utterance) -> Found | None:
    """김 대리 담당으로 하죠, 지훈 님이 맡는 걸로, 제가 하는 걸로 할게요: an assignment, or the speaker's own word."""
    match = intents.IN_CHARGE.search(utterance.tagged)
    if match is None or utterance.is_asked or intents.is_hypothetical_request(utterance):
        return None
    if match["settled"] is None:
        return Found(utterance.marks_before(match.start() + 1) + 1, Way.ASSIGNMENT) if in_charge(utterance) else None
    if not is_assignment(utterance):
        return None
    way = Way.ASSIGNMENT if called_in(utterance) is not None else Way.PROMISE
    return Found(utterance.marks_before(match.start() + 1), way)


def _own_favour(utterance: Utterance) -> Found | None:
    match = intents.OWN_FAVOUR.search(utterance.tagged)
    if match is None or utterance.is_asked or intents.is_supposed(utterance):
        return None
    at = utterance.tagged.index(" 부탁/NNG", match.start())
    return Found(utterance.marks_before(at + 1) + 1, Way.PROMISE)


def _weak(utterance: Utterance) -> Found | None:
    """저희 팀이 준비하고요, 제가 알아보죠; 유진 님이 정리하시고: by the doer and a verb of work, where no habit is told."""
    if utterance.is_asked or intents.is_supposed(utterance) or intents.is_past(utterance) or utterance.has(_HABIT):
        return None
    for rule, way in ((intents.OWN_PLAN, Way.PROMISE), (intents.THEIR_PLAN, Way.REQUEST)):
        match = rule.search(utterance.tagged)
        if match is None or (way is Way.REQUEST and called_in(utterance) is None):
            continue
        if does_work(utterance, match):
            return Found(utterance.marks_before(match.start("ending") + 1), way)
    return None


def does_work(utterance: Utterance, match: re.Match[str]) -> bool:
    """Whether the `verb` of a match names a piece of work (assets/summary/deliverables.txt)."""
    verb = match["verb"]
    if verb in ("하", "드리"):
        before = utterance.tagged[: match.start("verb")].split()
        verb = next((word.split("/")[0] for word in reversed(before) if "/NN" in word or "/XR" in word), "")
    return verb in word_list("deliverables")


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
            if rule is intents.ORDER and intents.is_supposed_before(utterance, match.start()):
                return None
            return Found(_end_of_task(utterance, match), Way.REQUEST) if _is_given(utterance, rule) else None
    return None


def told_in(utterance: Utterance) -> Found | None:
    """An order in a plain ending ("정 대리가 확인하고 와요", "견적서 받아서 제출해"): to be believed if the next speaker accepts it."""
    match = utterance.ends_in(intents.TOLD)
    if match is not None and _NO_ORDER.match(match.group()):
        return None
    if match is None or utterance.is_asked or intents.is_past(utterance) or intents.is_hypothetical_request(utterance):
        return None
    if called_in(utterance) is None and not _is_plain_order(utterance):
        return None
    settled = intents.SETTLED_LOW.search(utterance.tagged)
    if settled is not None:  # 2월 말까지 정비하는 거로 해
        return Found(utterance.marks_before(settled.start() + 1), Way.REQUEST) if _has_limit(utterance) else None
    return Found(len([m for m in utterance.marks if m.tag not in ("EF",) and m.form != "요"]), Way.REQUEST)


def _is_plain_order(utterance: Utterance) -> bool:
    """Whether an order to nobody named is one in the low style, to which no 요 belongs, or with a limit; and has no subject."""
    subject = _HAS_SUBJECT.search(utterance.tagged)
    is_you = utterance.has(_YOU)  # 네가 연락해서 좀 깎아 봐
    if (
        (subject and subject["tag"] != "NNP" and not is_you)
        or utterance.has(FIRST_PERSON)
        or intents.is_supposed(utterance)
    ):
        return False
    return not utterance.tagged.rstrip().endswith(("요/EF", "요/JX")) or _has_limit(utterance)


def offered_in(utterance: Utterance) -> Found | None:
    """제가 정리할까요? — a promise if the next speaker says yes."""
    match = intents.OFFER.search(utterance.tagged)
    if match is None or intents.is_hypothetical_request(utterance):
        return None
    return Found(utterance.marks_before(match.start("ending") + 1), Way.PROMISE)


def _is_given(utterance: Utterance, rule: re.Pattern[str]) -> bool:
    """A duty needs a limit or somebody named, a plain order both; else they may be advice to all."""
    if rule not in (intents.DUTY, intents.ORDER):
        return True
    has_limit, is_named = _has_limit(utterance), called_in(utterance) is not None
    if rule is intents.DUTY:
        return has_limit or is_named
    if is_named and utterance.has(_WOULD_DO):
        return True
    # "5일까지 제출하세요" is meant, "매일 운동하세요" is advice
    # "각자 두 개씩 생각해 오세요" is homework for all
    return has_limit and (is_named or utterance.has(SENDS) or (is_for_all(utterance) and utterance.has(_BRING)))


@once
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
