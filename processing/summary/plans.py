"""Plans that are tasks: a concrete piece of work in -ㄹ 예정이다, -ㄹ 계획이다, -려고 하다, -고자 하다, whose doer is known.

The doer is the speaker (제가, 저희가), a team, or whoever took on the step before; 먼저, 우선 and a day mark a step, too. What a
product will do ("이 시스템은 … 제공할 예정입니다") and what one would like is none. Source: 표준국어대사전 (예정, 계획, -려고: 의도,
-고자: 의도나 욕망).
"""

from __future__ import annotations

import re
from itertools import pairwise

from processing.summary import intents
from processing.summary.commitments import FIRST_PERSON, Found, Way, does_work
from processing.summary.dates import dues
from processing.summary.task_style import is_object
from processing.summary.teams import team_in
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_PLAN = re.compile(
    r" (?P<verb>\S+)/(?:VV|XSV)(?P<ending> (?:(?:어/EC )?(?:보|두|놓|드리|주)/VX )?"
    r"(?:(?:ᆯ|을)/ETM (?:예정|계획|생각)/NNG 이/VCP (?:\S+/E[FC])|(?:ᆯ|을)/ETM 거/NNB 이/VCP (?:고/EC|ᆸ니다/EF|에요/EF|예요/EF)"
    r"|(?:으?려고|고자)/EC 하/V\S (?:ᆸ니다|어요|는데요|고|거든요)/E[FC]) (?:요/JX )?)$"
)
# 그러면 저는 초안을 정리하고 … 보내고요: the steps that one takes next, told with 저는
_OWN_STEPS = re.compile(
    r" (?:저|나|저희)/NP 는/JX (?:\S+ )*?(?P<verb>\S+)/(?:VV|XSV)(?P<ending> (?:어/EC (?:주|놓|두|보|드리)/VX )?고/E[CF] 요/JX )$"
)
_NEXT = re.compile(r"^(?:(?:네|예|음|아|어|자)[,.]? )*(?:그럼|그러면|그러면은|일단|우선)[,.]? ")
_FEATURE = re.compile(r" [ᆯ을]/ETM 수/NNB | (?:방향|방식)/NNG (?:으로|로)/JKB | 게/EC (?:하|구현)| 도록/EC 하/V")
_STEP = re.compile(r" (?:먼저|우선|일단)/MAG ")
_ALREADY = re.compile(r" (?:고/EC 있/VX|었/EP) ")


def planned(utterance: Utterance, goes_on: bool) -> Found | None:
    """The plan that the sentence makes, if it is a task; `goes_on` says that a task of the same speaker stands right before."""
    match = utterance.ends_in(_PLAN)
    if match is None or utterance.is_asked or intents.is_supposed(utterance):
        return None
    if utterance.has(_FEATURE) or utterance.has(_ALREADY) or not does_work(utterance, match):
        return None
    is_doer = utterance.has(FIRST_PERSON) or team_in(utterance) is not None
    is_mine = goes_on or _is_step(utterance) or _says_when(utterance)
    if not is_doer and (_has_other_subject(utterance) or not is_mine):
        return None
    return Found(utterance.marks_before(match.start("ending") + 1), Way.PROMISE)


def steps(utterance: Utterance) -> Found | None:
    """What the speaker does next, step by step ("그러면 저는 … 정리하고 … 보내고요"), where one of the steps is a piece of work."""
    match = _OWN_STEPS.search(utterance.tagged) if utterance.tagged.endswith(" 요/JX ") else None
    if match is None or utterance.is_asked or intents.is_past(utterance) or utterance.has(_ALREADY):
        return None
    if not (_NEXT.match(utterance.text) or any(due.start >= 0 for due in dues(utterance.text, None))):
        return None
    work = {noun.form for noun, verb in pairwise(utterance.marks) if verb.form == "하" and noun.is_noun}
    is_work = bool(work & word_list("deliverables")) or does_work(utterance, match)
    return Found(utterance.marks_before(match.start("ending") + 1), Way.PROMISE) if is_work else None


def _says_when(utterance: Utterance) -> bool:
    """오늘 임플란트를 다 넣을 겁니다: what is done when; nobody else is named."""
    has_object = any("JKO" in eojeol.tags for eojeol in utterance.eojeols)
    return has_object and any(due.start >= 0 for due in dues(utterance.text, None))


def _is_step(utterance: Utterance) -> bool:
    return utterance.has(_STEP) and any(is_object(eojeol) for eojeol in utterance.eojeols)


def _has_other_subject(utterance: Utterance) -> bool:
    """이 시스템은 …를, 고객이 …: somebody or something else does it."""
    kept = [utterance.eojeols[i] for i in utterance.kept]
    has_object = any("JKO" in eojeol.tags for eojeol in kept)
    lasts = [(e, e.last) for e in kept]
    if any(last is not None and last.tag == "JKS" for _, last in lasts):
        return True
    return has_object and any(last is not None and last.tag == "JX" and last.form in ("은", "는") for _, last in lasts)
